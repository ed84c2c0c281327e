"""Mandates: one for each duty, with what the act says of it, what it hangs on and what it must answer."""

import pytest

from operative.domain.acts import Force, Timing, TimingKind
from operative.domain.spans import Span
from operative.mandates.derivation import derive_duties

from .builders import an_act, passages_of


def mandates_of(text, *acts, language="en"):
    """The mandates of a text; each act is given as (paragraph from 1, arguments of `an_act`, its options)."""
    passages, provisions, _ = passages_of(text, language)
    by_paragraph = [
        [an_act(passage.text, *arguments, **options) for place, arguments, options in acts if place == number]
        for number, passage in enumerate(passages, 1)
    ]
    return derive_duties(passages, by_paragraph, provisions, language).mandates


SPLITS = [
    (
        "Requests the Manager to formally approach the bank to explain to it the plan and work out with it a "
        "lower rate.",
        ("Requests", "approach", "the Manager"),
        ["formally approach the bank", "explain to it the plan", "work out with it a lower rate"],
    ),
    (
        "Requests the Manager to draft and adopt rules, to publish them, and, in doing so, to keep the members "
        "informed.",
        ("Requests", "draft", "the Manager"),
        ["draft and adopt rules", "publish them", "keep the members informed"],
    ),
    (
        "Requests that the Manager review the tariff and submit a report in order to inform members and to save time.",
        ("Requests", "review", "the Manager"),
        ["review the tariff", "submit a report in order to inform members and to save time"],
    ),
    (
        "Decides that towns shall open their locks at dawn and shall not close them before dusk.",
        ("Decides", "open", "towns"),
        ["open their locks at dawn", "not close them before dusk"],
    ),
    (
        "Requests the Manager not to sell the barge, not to lend it and to report any loss of it.",
        ("Requests", "sell", "the Manager"),
        ["not to sell the barge", "not to lend it", "report any loss of it"],
    ),
    (
        "Requests the Manager to help towns to mend locks and ports, rivers and dams.",
        ("Requests", "help", "the Manager"),
        ["help towns to mend locks and ports, rivers and dams"],
    ),
    (
        "Requests the Manager to protect the wharves that serve islands and support the poor.",
        ("Requests", "protect", "the Manager"),
        ["protect the wharves that serve islands and support the poor"],
    ),
    (
        "Requests the Manager to secure for all the means to seek, to receive and to share news.",
        ("Requests", "secure", "the Manager"),
        ["secure for all the means to seek, to receive and to share news"],
    ),
    (
        "Requests the Manager to stop the supply, sale or transfer to pirates of ropes.",
        ("Requests", "stop", "the Manager"),
        ["stop the supply, sale or transfer to pirates of ropes"],
    ),
]


@pytest.mark.parametrize(("text", "act", "duties"), SPLITS)
def test_each_duty_is_a_mandate_with_its_words(text, act, duties):
    found = mandates_of(f"1. {text}\n", (1, act, {}))

    assert [m.duty.words for m in found] == duties
    assert [m.id for m in found] == [f"m-op1-{n}" for n in range(1, len(duties) + 1)]
    assert all(m.addressees[0].words == act[2] for m in found)


def test_sub_paragraphs_that_open_with_a_verb_are_duties_and_others_are_not():
    text = (
        "1. Requests the Manager to take these steps:\n(a) To mend the locks and to paint the gates;\n"
        "(b) The gates in the north;\n(c) To report on both.\n"
    )
    found = mandates_of(text, (1, ("Requests", "take", "the Manager"), {}))

    assert [(m.provision, m.duty.words) for m in found] == [
        ("op1", "take these steps"),
        ("op1.a", "mend the locks"),
        ("op1.a", "paint the gates"),
        ("op1.c", "report on both"),
    ]


def test_a_verb_that_heads_the_first_sub_paragraph_heads_the_others_too():
    text = "1. Requests the Manager to:\n(a) Formally open the locks;\n(b) Paint the gates;\n(c) The boats.\n"
    found = mandates_of(text, (1, ("Requests", "open", "the Manager"), {}))

    assert [(m.provision, m.duty.words) for m in found] == [
        ("op1.a", "Formally open the locks"),
        ("op1.b", "Paint the gates"),
    ]


def test_values_belong_to_the_duty_in_which_they_stand():
    text = "1. Requests the Manager to mend the locks within a year and to send a report to the Board by 3 May 2031.\n"
    passages, provisions, _ = passages_of(text)
    at = passages[0].text.index("within a year")
    timing = Timing("within a year", TimingKind.WITHIN, "P1Y", Span(at, at + 13))
    act = an_act(
        passages[0].text,
        "Requests",
        "mend",
        "the Manager",
        deliverables=["a report"],
        recipients=["the Board"],
        reports=True,
    )
    object.__setattr__(act, "timings", (timing,))

    first, second = derive_duties(passages, [[act]], provisions).mandates

    assert ([t.value for t in first.timings], first.deliverables, first.reporting_duty) == (["P1Y"], (), False)
    assert (second.timings, second.deliverables[0].words, second.recipients[0].words) == ((), "a report", "the Board")
    assert second.reporting_duty


def test_values_before_the_first_duty_belong_to_all():
    text = "1. Requests the Manager, through the Secretary, to mend the locks and to paint the gates.\n"
    options = {"channels": ["the Secretary"]}
    found = mandates_of(text, (1, ("Requests", "mend", "the Manager"), options))

    assert [[q.words for q in m.channels] for m in found] == [["the Secretary"], ["the Secretary"]]


SCOPES = [
    (
        "report on his talks, including on what a merger would cost.",
        "report",
        ["his talks", "what a merger would cost"],
    ),
    (
        "report back on the course of the talks, on their cost and on any doubt that has arisen.",
        "report back",
        ["the course of the talks", "their cost", "any doubt that has arisen"],
    ),
    ("indicate in particular what the plan would cost.", "indicate", ["what the plan would cost"]),
    ("inform towns of the talks, as they go on.", "inform", ["the talks"]),
    ("report to towns on the basis of the audit.", "report", []),
    ("report on it.", "report", []),
]


@pytest.mark.parametrize(("duty", "action", "topics"), SCOPES)
def test_a_report_says_what_it_must_answer(duty, action, topics):
    (found,) = mandates_of(
        f"1. Requests the Manager to {duty}\n", (1, ("Requests", action, "the Manager"), {"reports": True})
    )

    assert [topic.words for topic in found.scope] == topics


HANGING = [
    ("Requests that, in light of his talks, the Manager draft a plan.", "in light of his talks", ("m-op1-1",)),
    ("Requests the Manager, with these talks in mind, to draft a plan.", "with these talks in mind", ("m-op1-1",)),
    (
        "Requests the Manager to draft a plan, pursuant to paragraph 1 above.",
        "pursuant to paragraph 1 above",
        ("m-op1-1", "m-op1-2"),
    ),
    (
        "Requests the Manager to draft a plan, subject to the consent of the towns.",
        "subject to the consent of the towns",
        (),
    ),
]


@pytest.mark.parametrize(("text", "words", "on"), HANGING)
def test_a_mandate_knows_what_it_hangs_on(text, words, on):
    action = ("Requests", "draft", "the Manager")
    text = f"1. Requests the Manager to open talks with the bank and to count the boats.\n2. {text}\n"
    *_, found = mandates_of(text, (1, ("Requests", "open", "the Manager"), {}), (2, action, {}))

    assert [(d.quote.words, d.on) for d in found.dependencies] == [(words, on)]


def test_of_several_earlier_duties_the_nearest_is_meant():
    talks = ("Requests", "open", "the Manager")
    text = (
        "1. Requests the Manager to open talks with the bank.\n2. Requests the Manager to open talks with the port.\n"
        "3. Requests the Manager to draft a plan, in light of these talks.\n"
    )
    *_, found = mandates_of(text, (1, talks, {}), (2, talks, {}), (3, ("Requests", "draft", "the Manager"), {}))

    assert [d.on for d in found.dependencies] == [("m-op2-1",)]


@pytest.mark.parametrize(
    "text",
    [
        "Requests the Manager to fight crime based on greed.",
        "Requests the Manager to speak of it in the context of his next talks.",
        "Requests the Manager to act in accordance with the rules.",
    ],
)
def test_what_is_no_dependency(text):
    verb = text.split()[4]
    text = f"1. Requests the Manager to open talks with the bank.\n2. {text}\n"
    *_, found = mandates_of(
        text, (1, ("Requests", "open", "the Manager"), {}), (2, ("Requests", verb, "the Manager"), {})
    )

    assert found.dependencies == ()


def test_a_topic_that_points_back_is_a_dependency_too():
    text = "1. Requests the Manager to negotiate a rate.\n2. Requests the Manager to inform towns of the talks.\n"
    *_, found = mandates_of(
        text,
        (1, ("Requests", "negotiate", "the Manager"), {}),
        (2, ("Requests", "inform", "the Manager"), {"reports": True}),
    )

    assert [(d.quote.words, d.on, d.quote.rule) for d in found.dependencies] == [
        ("the talks", ("m-op1-1",), "dependency-topic")
    ]


PERMITTED = [
    ("proposals which the Board could weigh and upon which it could act", "the Board", "weigh"),
    ("options on which the Board may wish to decide", "the Board", "decide"),
    ("a charter that the Assembly may adopt", "the Assembly", "adopt"),
]


@pytest.mark.parametrize(("words", "body", "action"), PERMITTED)
def test_what_is_left_to_a_body_is_a_permission(words, body, action):
    found = mandates_of(f"1. Requests the Manager to table {words}.\n", (1, ("Requests", "table", "the Manager"), {}))

    assert [(m.modality.value, m.addressees[0].words, m.action) for m in found] == [
        ("directive", "the Manager", "table"),
        ("permission", body, action),
    ]
    assert found[1].duty.words in found[0].duty.words


def test_comments_that_a_body_might_wish_to_make_are_no_permission():
    text = "1. Requests the Manager to circulate any comments that the Board might wish to make.\n"

    found = mandates_of(text, (1, ("Requests", "circulate", "the Manager"), {}))

    assert [m.modality.value for m in found] == ["directive"]


MODALITIES = [
    ("Requests the Manager to write.", ("Requests", "write", "the Manager"), Force.DIRECTIVE, ["directive"]),
    ("Invites towns to write.", ("Invites", "write", "towns"), Force.EXHORTATION, ["exhortation"]),
    ("Authorizes the Manager to sign.", ("Authorizes", "sign", "the Manager"), Force.DECISION, ["permission"]),
    ("Decides to consider the tariff at its next session.", ("Decides", "consider"), Force.DECISION, ["decision"]),
    ("Decides that the tariff shall remain in force.", ("Decides", "remain"), Force.DECISION, []),
    ("Decides to adopt the tariff.", ("Decides", "adopt"), Force.DECISION, []),
    ("Notes the report.", ("Notes", ""), Force.POSITION, []),
    ("Calls for renewed efforts.", ("Calls for", "efforts"), Force.EXHORTATION, []),
]


@pytest.mark.parametrize(("text", "act", "force", "modalities"), MODALITIES)
def test_only_duties_are_mandates(text, act, force, modalities):
    found = mandates_of(f"1. {text}\n", (1, act, {"force": force}))

    assert [m.modality.value for m in found] == modalities


def test_a_condition_binds_the_mandates_of_its_act_and_ends_their_words():
    text = (
        "1. Requests the Manager to visit the bank and to sign, based on the points below and on condition that "
        "(a) is "
        "preserved in carrying out (b):\n(a) The Mill is small;\n(b) The Mill shall join the Bakers' Board.\n"
    )
    found = mandates_of(text, (1, ("Requests", "visit", "the Manager"), {}))

    assert [(m.duty.words, m.conditions) for m in found] == [("visit the bank", ("c-op1-1",)), ("sign", ("c-op1-1",))]


def test_a_condition_set_elsewhere_binds_what_it_looks_towards():
    text = (
        "1. Requests the Manager to do as follows:\n(a) The Mill is small;\n(b) The Mill shall join the Bakers' "
        "Board.\n"
        "2. Decides that paragraph 1 (a) shall be preserved in carrying out paragraph 1 (b).\n"
    )
    found = mandates_of(text, (1, ("Requests", "do", "the Manager"), {}))

    assert [m.conditions for m in found] == [("c-op2-1",)]


OTHER_LANGUAGES = [
    (
        "fr",
        "1. Prie la Directrice de consulter la banque, de lui exposer le plan et d’élaborer avec elle un tarif.\n"
        "2. Prie la Directrice, à la lumière de ces entretiens, de présenter des options que le Conseil "
        "pourrait examiner.\n",
        [("Prie", "consulter", "la Directrice"), ("Prie", "présenter", "la Directrice")],
        [
            ("directive", "consulter la banque", ()),
            ("directive", "lui exposer le plan", ()),
            ("directive", "élaborer avec elle un tarif", ()),
            ("directive", "présenter des options que le Conseil pourrait examiner", ("m-op1-1",)),
            ("permission", "que le Conseil pourrait examiner", ()),
        ],
    ),
    (
        "fr",
        "1. Prie la Directrice d’établir un rapport sur la crue et de le communiquer aux membres.\n"
        "2. Demande aux villes de garantir les moyens de rechercher, de recevoir et de transmettre des idées.\n",
        [("Prie", "établir", "la Directrice"), ("Demande", "garantir", "aux villes")],
        [
            ("directive", "établir un rapport sur la crue", ()),
            ("directive", "le communiquer aux membres", ()),
            ("directive", "garantir les moyens de rechercher, de recevoir et de transmettre des idées", ()),
        ],
    ),
    (
        "es",
        "1. Pide al Director que entable conversaciones con el banco, que le exponga el plan y que elabore con "
        "él una tarifa.\n"
        "2. Pide al Director que, a la luz de esas conversaciones, presente opciones que el Consejo podría "
        "examinar.\n",
        [("Pide", "entable", "al Director"), ("Pide", "presente", "al Director")],
        [
            ("directive", "entable conversaciones con el banco", ()),
            ("directive", "le exponga el plan", ()),
            ("directive", "elabore con él una tarifa", ()),
            ("directive", "presente opciones que el Consejo podría examinar", ("m-op1-1",)),
            ("permission", "que el Consejo podría examinar", ()),
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "acts", "expected"), OTHER_LANGUAGES)
def test_duties_of_other_languages(language, text, acts, expected):
    found = mandates_of(text, *((n, act, {}) for n, act in enumerate(acts, 1)), language=language)

    said = [(m.modality.value, m.duty.words, tuple(id for d in m.dependencies for id in d.on)) for m in found]
    assert said == expected


def test_a_language_without_such_a_vocabulary_keeps_its_acts_whole():
    text = "1. Просит Секретаря представить доклад.\n"
    passages, provisions, _ = passages_of(text, "ru")
    acts = [[an_act(p.text, "Просит", "представить", "Секретаря", conditions=["доклад"])] for p in passages]

    found = derive_duties(passages, acts, provisions, "ru")

    assert [m.duty.words for m in found.mandates] == ["Просит Секретаря представить доклад."]
    assert [c.quote.words for c in found.conditions] == ["доклад"]
    assert found.goals == ()


def test_a_duty_to_leave_something_undone_keeps_its_not():
    text = "1. Requests the Manager to mend the locks and not to sell the barge.\n"
    found = mandates_of(text, (1, ("Requests", "mend", "the Manager"), {}))

    assert [m.action for m in found] == ["mend", "not sell"]

    found = mandates_of("1. Decides that towns shall not sell the barge.\n", (1, ("Decides", "not sell", "towns"), {}))

    assert [(m.action, m.duty.words) for m in found] == [("not sell", "not sell the barge")]


def test_a_duty_that_two_acts_share_is_a_mandate_of_each():
    text = "1. Requests the Manager and invites the Bank to mend the locks and to paint the gates.\n"
    found = mandates_of(text, (1, ("Requests", "mend", "the Manager"), {}), (1, ("invites", "mend", "the Bank"), {}))

    assert [(m.addressees[0].words, m.duty.words) for m in found] == [
        ("the Manager", "mend the locks"),
        ("the Manager", "paint the gates"),
        ("the Bank", "mend the locks"),
        ("the Bank", "paint the gates"),
    ]
