"""Conditions: what they protect, towards what, and what is none."""

import pytest

from operative.domain.conditions import ConditionKind
from operative.mandates.derivation import derive_duties
from operative.vocabulary.loader import load

from .builders import an_act, passages_of, without_acts

LIST = (
    "\n(a) The Mill is small;\n(b) The Mill is the voice of the valley;\n(c) The Mill shall join the Bakers' Board.\n"
)

BINDING = [
    (
        "1. Requests the Manager to talk to the Union, on the strict condition that the features in "
        "subparagraphs (a) and (b) "
        "are kept intact in carrying out subparagraph (c):" + LIST,
        "on the strict condition that the features in subparagraphs (a) and (b) are kept intact in carrying out "
        "subparagraph (c)",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
    (
        "1. Requests the Manager, on the understanding that, in doing what (c) says, (a) and (b) are respected, "
        "to talk:" + LIST,
        "on the understanding that, in doing what (c) says, (a) and (b) are respected, to talk",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
    (
        "1. Requests the Manager to pursue (c) only if (a) and (b) remain unaffected:" + LIST,
        "only if (a) and (b) remain unaffected",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
    (
        "1. Requests the Manager to pursue what is set out in (c) while fully preserving (a) to (b):" + LIST,
        "while fully preserving (a) to (b)",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
    (
        "1. Requests the Manager to talk to the Union, without prejudice to the rights set out in (b):" + LIST,
        "without prejudice to the rights set out in (b)",
        ("op1.b",),
        ("op1",),
    ),
    (
        "1. Requests the Manager to talk to the Union:"
        + LIST.rstrip().removesuffix(".")
        + ",\non condition that (a) and (b) are not weakened by (c).\n",
        "on condition that (a) and (b) are not weakened by (c)",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
    (
        "1. Requests the Manager to talk to the Union, provided that the following qualities are maintained:" + LIST,
        "provided that the following qualities are maintained",
        ("op1.a", "op1.b", "op1.c"),
        ("op1",),
    ),
    (
        "The Council,\n1. Adopts these aims:"
        + LIST
        + "2. Decides that nothing done under paragraph 1 (c) may impair the elements "
        "listed in paragraph 1 (a) and (b).\n",
        "nothing done under paragraph 1 (c) may impair the elements listed in paragraph 1 (a) and (b)",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
    (
        "The Council,\n1. Adopts these aims:"
        + LIST
        + "2. Decides that the principles in paragraphs 1(a) and 1(b) shall be upheld "
        "whenever paragraph 1(c) is put into effect.\n",
        "the principles in paragraphs 1(a) and 1(b) shall be upheld whenever paragraph 1(c) is put into effect",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
]


FOUR = "\n(a) It is small;\n(b) It is old;\n(c) It is poor;\n(d) It shall join the Bakers' Board.\n"
BINDING += [
    (
        "1. Requests the Manager to talk, provided that (a) to (c) are preserved in carrying out (d):" + FOUR,
        "provided that (a) to (c) are preserved in carrying out (d)",
        ("op1.a", "op1.b", "op1.c"),
        ("op1.d",),
    ),
    (
        "1. Requests the Manager to talk, provided that, when the talks begin, (a) and (b) are preserved in "
        "carrying out (c):" + LIST,
        "provided that, when the talks begin, (a) and (b) are preserved in carrying out (c)",
        ("op1.a", "op1.b"),
        ("op1.c",),
    ),
]


@pytest.mark.parametrize(("text", "words", "binds", "towards"), BINDING)
def test_a_condition_says_what_it_protects_and_towards_what(text, words, binds, towards):
    found = without_acts(text).conditions

    assert [(c.quote.words, c.binds, c.towards) for c in found] == [(words, binds, towards)]
    assert {element.provision for element in found[0].elements} == set(binds)


@pytest.mark.parametrize(
    ("text", "language", "binds", "towards"),
    [
        (
            "1. Prie le Directeur de négocier, sous la réserve expresse que les principes des points i) et ii) "
            "soient "
            "respectés lors de la mise en œuvre du point iii) :\ni) La Régie est neutre ;\nii) La Régie est "
            "modeste ;\n"
            "iii) La Régie devrait adhérer à la Ligue des ports.\n",
            "fr",
            ("op1.i", "op1.ii"),
            ("op1.iii",),
        ),
        (
            "1. Prie le Directeur de donner suite à l’alinéa b), tout en préservant les éléments de l’alinéa a) :\n"
            "a) La Régie est neutre ;\nb) La Régie devrait adhérer à la Ligue des ports.\n",
            "fr",
            ("op1.a",),
            ("op1.b",),
        ),
        (
            "1. Pide al Director que negocie, siempre que los principios de los incisos a) y b) sean respetados "
            "en la "
            "aplicación del inciso c):\na) La Junta es neutral;\nb) La Junta es modesta;\n"
            "c) La Junta debería ingresar en la Liga de Puertos.\n",
            "es",
            ("op1.a", "op1.b"),
            ("op1.c",),
        ),
    ],
)
def test_conditions_of_other_languages(text, language, binds, towards):
    found = without_acts(text, language).conditions

    assert [(c.kind, c.binds, c.towards) for c in found] == [(ConditionKind.PRESERVATION, binds, towards)]


@pytest.mark.parametrize(
    "text",
    [
        "1. Requests the Manager to report on the measures described in (a) and (b):" + LIST,
        "1. Decides that the duties in (a) and (b) shall end in the spring:" + LIST,
        "1. Requests the Manager to preserve the archive as provided for in paragraph 2 (a) of resolution 12.\n",
        "1. Requests the Manager to respect article 3, paragraph 1 (a), in carrying out paragraph 1 (b) of the "
        "Charter.\n",
        "1. Welcomes the terms of the loan and the conditions of work described by the Manager.\n",
        "1. Requests the Manager to keep the State(s) concerned informed, in the light of the conditions in the "
        "valley.\n",
    ],
)
def test_what_only_cites_places_is_no_condition(text):
    assert without_acts(text).conditions == ()


KINDS = [
    ("unless the Board objects", ConditionKind.EXCEPTION),
    ("with the consent of the host town", ConditionKind.CONSENT),
    ("subject to the availability of funds", ConditionKind.SUBJECT),
    ("notwithstanding rule 5", ConditionKind.RESERVE),
    ("provided that the costs are met", ConditionKind.PROVISO),
    ("if no offer is received", ConditionKind.PROVISO),
]


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_what_an_act_knows_as_a_condition_is_taken_over_with_its_kind(words, kind):
    passages, provisions, _ = passages_of(f"1. Requests the Manager to sell the barge {words}.\n")
    act = an_act(passages[0].text, "Requests", "sell", "the Manager", conditions=[words])

    found = derive_duties(passages, [[act]], provisions).conditions

    assert [(c.id, c.quote.words, c.kind, c.binds) for c in found] == [("c-op1-1", words, kind, ("op1",))]


def test_a_condition_ends_before_the_next_act():
    text = "1. Approves the loan, provided that it is repaid in kind, and requests the Manager to report.\n"
    passages, provisions, _ = passages_of(text)
    acts = [an_act(passages[0].text, "Approves", ""), an_act(passages[0].text, "requests", "report", "the Manager")]

    found = derive_duties(passages, [acts], provisions).conditions

    assert [c.quote.words for c in found] == ["provided that it is repaid in kind"]


def test_a_condition_that_keeps_nothing_binds_only_its_own_paragraph():
    text = (
        "1. Requests the Manager to talk, on the understanding that the tariff in (a) is printed before (b) begins:"
        + LIST
    )

    (found,) = without_acts(text).conditions

    assert (found.kind, found.binds, found.towards, found.elements) == (ConditionKind.PROVISO, ("op1",), (), ())


def test_a_condition_that_stands_before_the_one_who_is_asked_ends_there():
    text = "1. Requests that, provided that the costs are met, the Manager sign the charter.\n"
    passages, provisions, _ = passages_of(text)
    acts = [an_act(passages[0].text, "Requests", "sign", "the Manager")]

    found = derive_duties(passages, [acts], provisions).conditions

    assert [c.quote.words for c in found] == ["provided that the costs are met"]


def test_a_condition_that_stands_before_the_duty_ends_with_its_comma():
    text = "1. Requests the Manager, on the understanding that (a) is safeguarded when implementing (b), to sign:\n"
    text += "(a) The Mill is small;\n(b) The Mill shall join the Bakers' Board.\n"
    passages, provisions, _ = passages_of(text)
    acts = [an_act(passages[0].text, "Requests", "sign", "the Manager")]

    found = derive_duties(passages, [acts], provisions).conditions

    assert [c.quote.words for c in found] == ["on the understanding that (a) is safeguarded when implementing (b)"]


def test_a_condition_can_go_on_in_the_list_below_it():
    text = "1. Approves the loan, on condition that:\n(a) it is repaid in kind;\n(b) no interest is paid.\n"

    found = without_acts(text).conditions

    assert [c.quote.words.split("\n")[-1] for c in found] == ["(b) no interest is paid"]
    assert found[0].binds == ("op1",)


TRIGGERS = [
    (language, row["kind"], row["example"])
    for language in ("en", "fr", "es")
    for row in load("provisos", language)["trigger"]
    if row["always"]
]


@pytest.mark.parametrize(("language", "kind", "example"), TRIGGERS)
def test_every_entry_that_stands_alone_reads_its_own_example(language, kind, example):
    found = without_acts(f"1. {example[0].upper()}{example[1:]}.\n2. {example}.\n", language).conditions

    assert kind in [c.kind.value for c in found]
