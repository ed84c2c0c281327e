"""Elements: sentences split to single things, each with its kind and strength."""

import pytest

from .builders import without_acts

F, A, R = "feature", "attribute", "role"

ENGLISH = [
    (
        "The Guild is an old, quiet and member-governed association with its own charter and flag.",
        [
            (F, "is", "old"),
            (F, "is", "quiet"),
            (F, "is", "member-governed"),
            (F, "is", "own charter"),
            (F, "is", "own flag"),
        ],
    ),
    (
        "The Guild is the lead agency for locks and is a nonprofit, nonpartisan body, featuring a rotating "
        "chair and an open "
        "ledger.",
        [
            (F, "is", "lead agency for locks"),
            (F, "is", "non-profit"),
            (F, "is", "non-partisan"),
            (F, "is", "rotating chair"),
            (F, "is", "open ledger"),
        ],
    ),
    (
        "It must, besides these features, also retain the following qualities, which its towns prize: thrift, "
        "speed and "
        "cost-effectiveness.",
        [(A, "must", "thrift"), (A, "must", "speed"), (A, "must", "cost-effectiveness")],
    ),
    (
        "The Guild is an essential partner in the field of locks and weirs, in the care of pilots, and in "
        "repairs, including "
        "the mending of sluices and gates.",
        [
            (R, "is", "essential partner in the field of locks and weirs"),
            (R, "is", "essential partner in the care of pilots"),
            (R, "is", "essential partner in repairs, including the mending of sluices and gates"),
        ],
    ),
    (
        "The Guild has, over the years, built up a large and well-kept library of charts.",
        [(F, "is", "built up a large and well-kept library of charts")],
    ),
    (
        "The Guild should be able to go on serving the islands.",
        [(R, "should", "go on serving the islands")],
    ),
    (
        "The Guild shall keep its own charter, its modesty and its role as keeper of the tide tables.",
        [(F, "shall", "own charter"), (A, "shall", "modesty"), (R, "shall", "role as keeper of the tide tables")],
    ),
    (
        "The independence of its pilots and the secrecy of its soundings must be preserved.",
        [(A, "must", "independence of its pilots"), (A, "must", "secrecy of its soundings")],
    ),
    (
        "The Guild, which is the oldest body of its kind, owns its boats and its wharves, and operates on consensus.",
        [
            (F, "is", "oldest body of its kind"),
            (F, "is", "boats"),
            (F, "is", "wharves"),
            (R, "is", "operates on consensus"),
        ],
    ),
    (
        "Being the only provider of tide tables, the Guild acts as the voice of small ports.",
        [(R, "is", "only provider of tide tables"), (R, "is", "acts as the voice of small ports")],
    ),
    (
        "The Guild may not be merged with any other body; its headquarters are in the delta.",
        [
            (F, "may", "may not be merged with any other body"),
            (F, "is", "headquarters are in the delta"),
        ],
    ),
    (
        "The Guild is independent, impartial and open to every town; it is indispensable to navigation and to "
        "fisheries.",
        [
            (F, "is", "independent"),
            (F, "is", "impartial"),
            (F, "is", "open to every town"),
            (R, "is", "indispensable to navigation"),
            (R, "is", "indispensable to fisheries"),
        ],
    ),
    (
        "Its neutral character, its own statute and its freedom from debt.",
        [(F, "unstated", "neutral character"), (F, "unstated", "own statute"), (A, "unstated", "freedom from debt")],
    ),
    (
        "In order for the Guild to prosper, it should remain small.",
        [(F, "should", "small")],
    ),
    (
        "The Guild is a body that has its own vessels and is financed by its members.",
        [(F, "is", "body"), (F, "is", "own vessels"), (F, "is", "financed by its members")],
    ),
    (
        "The town that is the oldest has its own boats.",
        [(F, "is", "own boats")],
    ),
    (
        "The Guild provides shelter, food and training to young pilots.",
        [(R, "is", "provides shelter"), (R, "is", "provides food"), (R, "is", "provides training to young pilots")],
    ),
]

FRENCH = [
    (
        "La Guilde est une association ancienne, non lucrative et discrète, dotée de sa propre charte et de son "
        "propre "
        "drapeau.",
        [
            (F, "is", "association ancienne"),
            (F, "is", "non lucrative"),
            (F, "is", "discrète"),
            (F, "is", "propre charte"),
            (F, "is", "propre drapeau"),
        ],
    ),
    (
        "Elle doit en outre conserver les qualités suivantes : la sobriété, la rapidité et la rigueur.",
        [(A, "must", "sobriété"), (A, "must", "rapidité"), (A, "must", "rigueur")],
    ),
    (
        "La Guilde est un partenaire essentiel dans la surveillance des écluses et dans la formation des pilotes.",
        [
            (R, "is", "partenaire essentiel dans la surveillance des écluses"),
            (R, "is", "partenaire essentiel dans la formation des pilotes"),
        ],
    ),
    ("La Guilde devrait être en mesure de jouer ce rôle.", [(R, "should", "jouer ce rôle")]),
]

SPANISH = [
    (
        "El Gremio es una asociación antigua, no lucrativa y discreta, dotada de su propia carta y de su propia "
        "bandera.",
        [
            (F, "is", "asociación antigua"),
            (F, "is", "no lucrativa"),
            (F, "is", "discreta"),
            (F, "is", "propia carta"),
            (F, "is", "propia bandera"),
        ],
    ),
    (
        "Debe conservar además las siguientes cualidades: la sobriedad, la rapidez y el rigor.",
        [(A, "must", "sobriedad"), (A, "must", "rapidez"), (A, "must", "rigor")],
    ),
    (
        "El Gremio debería estar en condiciones de desempeñar ese papel.",
        [(R, "should", "desempeñar ese papel")],
    ),
]

OPENINGS = {
    "en": "1. Requests the Manager to talk, provided that the elements in (a) are preserved:\n(a) {}\n(b) The rest.\n",
    "fr": "1. Prie le Directeur de négocier, à condition que les éléments du point a) soient préservés :\na) "
    "{}\nb) Le reste.\n",
    "es": "1. Pide al Director que negocie, a condición de que los elementos del apartado a) sean "
    "preservados:\na) {}\n"
    "b) El resto.\n",
}


def elements_of(sentence, language):
    (condition,) = without_acts(OPENINGS[language].format(sentence), language).conditions
    return condition.elements


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [("en", *row) for row in ENGLISH] + [("fr", *row) for row in FRENCH] + [("es", *row) for row in SPANISH],
)
def test_a_sentence_splits_to_single_things(language, sentence, expected):
    found = elements_of(sentence, language)

    assert [(e.kind.value, e.strength.value, e.label) for e in found] == expected


@pytest.mark.parametrize(("language", "sentence"), [("en", row[0]) for row in ENGLISH])
def test_elements_show_their_words_in_order(language, sentence):
    found = elements_of(sentence, language)

    assert all(e.quote.words in sentence for e in found)
    assert len({e.id for e in found}) == len(found)


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "The Guild is small. It must remain small.", "The Guild"),
        ("en", "The Guild is small; its seat is in the delta.", "The Guild"),
        ("fr", "La Guilde est petite. Elle doit rester petite.", "La Guilde"),
        ("es", "El Gremio es pequeño. Debe ser pequeño.", "El Gremio"),
    ],
)
def test_a_pronoun_or_nothing_stands_for_the_subject_before(language, text, subject):
    found = elements_of(text, language)

    assert [e.subject for e in found] == [subject, subject]


def test_a_list_below_a_colon_takes_kind_and_strength_from_above_it():
    text = (
        "1. Requests the Manager to talk, provided that the elements in (a) are preserved:\n"
        "(a) The Guild must retain the following attributes:\n(i) thrift;\n(ii) a quick hand;\n(b) The rest.\n"
    )

    (condition,) = without_acts(text).conditions

    assert [(e.provision, e.kind.value, e.strength.value, e.label) for e in condition.elements] == [
        ("op1.a.i", "attribute", "must", "thrift"),
        ("op1.a.ii", "attribute", "must", "quick hand"),
    ]


def test_the_words_of_the_condition_itself_are_no_element():
    text = (
        "1. Requests the Manager to talk:\n(a) The Guild is small;\n(b) The Guild shall join the Locks Board;\n"
        "(c) The Guild is old, on condition that (a) and (c) are kept intact in carrying out (b).\n"
    )

    (condition,) = without_acts(text).conditions

    assert [(e.provision, e.label) for e in condition.elements] == [("op1.a", "small"), ("op1.c", "old")]
