"""Goals: what is asked for, in which body, under which parent, and what is none."""

import pytest

from operative.domain.acts import Force
from operative.mandates.derivation import derive_duties
from operative.vocabulary.loader import load

from .builders import an_act, passages_of, without_acts

SEEK = [
    (
        "The Guild should seek to become a member of the key river bodies, including, but not limited to, the "
        "Presidents' "
        "Board of the Union and its two arms, the Arm for Tolls Committee and the High-level Committee on "
        "Tides; the regional "
        "Pilots Teams and the InterPort Council.",
        [
            ("seek", "membership", "Presidents' Board of the Union", "", True),
            ("seek", "membership", "Arm for Tolls Committee", "Presidents' Board of the Union", True),
            ("seek", "membership", "High-level Committee on Tides", "Presidents' Board of the Union", True),
            ("seek", "membership", "regional Pilots Teams", "", True),
            ("seek", "membership", "Inter-Port Council", "", True),
        ],
    ),
    (
        "The Guild shall join the Locks Board as an observer",
        [("join", "observer", "Locks Board", "", False)],
    ),
    (
        "The Guild shall apply for observer status in the Locks Board (LB), the Weirs Forum and country-level "
        "planning teams.",
        [
            ("seek", "observer", "Locks Board", "", False),
            ("seek", "observer", "Weirs Forum", "", False),
            ("seek", "observer", "country-level planning teams", "", False),
        ],
    ),
    (
        "The Guild shall join the Locks Board and the Group on Dredging, Silt and Sand, and shall withdraw from "
        "the Canal "
        "Network.",
        [
            ("join", "membership", "Locks Board", "", False),
            ("join", "membership", "Group on Dredging, Silt and Sand", "", False),
            ("end", "membership", "Canal Network", "", False),
        ],
    ),
    (
        "The Guild should also remain a member of the Trade and Tolls Council and continue to participate in "
        "the work of such "
        "bodies as the Panel on Tolls of the Locks Board.",
        [
            ("continue", "membership", "Trade and Tolls Council", "", False),
            ("continue", "participation", "Panel on Tolls", "Locks Board", True),
        ],
    ),
    (
        "Membership in the following bodies should be sought: the Millers' Board and the Bakers' Council.",
        [
            ("seek", "membership", "Millers' Board", "", False),
            ("seek", "membership", "Bakers' Council", "", False),
        ],
    ),
    (
        "The Guild should seek the admission of Lake Towns to the Locks Board, with its Panel on Tolls and its "
        "Panel on Tides, "
        "and the Weirs Forum, without this list being exhaustive.",
        [
            ("seek", "membership", "Locks Board", "", True),
            ("seek", "membership", "Panel on Tolls", "Locks Board", True),
            ("seek", "membership", "Panel on Tides", "Locks Board", True),
            ("seek", "membership", "Weirs Forum", "", True),
        ],
    ),
]


SEEK += [
    (
        "The Guild should join the Locks Board and its two panels, the Panel on Tolls and the Panel on Tides, "
        "the Weirs Forum "
        "and the Silt Council.",
        [
            ("join", "membership", "Locks Board", "", False),
            ("join", "membership", "Panel on Tolls", "Locks Board", False),
            ("join", "membership", "Panel on Tides", "Locks Board", False),
            ("join", "membership", "Weirs Forum", "", False),
            ("join", "membership", "Silt Council", "", False),
        ],
    ),
]


def said(goals):
    return [(g.verb.value, g.relation.value, g.mechanism.name, g.parent, g.open_list) for g in goals]


@pytest.mark.parametrize(("sentence", "expected"), SEEK)
def test_goals_name_verb_relation_body_parent_and_openness(sentence, expected):
    assert said(without_acts(f"1. {sentence}\n").goals) == expected


KNOWN = [
    ("InterAgency Standing Committee", "en", "iasc", "global"),
    ("Inter-\nAgency Standing Committee (IASC)", "en", "iasc", "global"),
    ("IASC", "en", "iasc", "global"),
    ("Highlevel Committee on Management", "en", "hlcm", "global"),
    ("UNCTs", "en", "unct", "country"),
    ("Regional UNDG Teams", "en", "rundg", "regional"),
    ("Comité permanent interorganisations", "fr", "iasc", "global"),
    ("Comité Permanente entre Organismos", "es", "iasc", "global"),
]
ASKS = {
    "en": "1. The Guild should seek membership of the {}.\n",
    "fr": "1. La Guilde devrait chercher à devenir membre du {}.\n",
    "es": "1. El Gremio debería tratar de ser miembro del {}.\n",
}


@pytest.mark.parametrize(("name", "language", "key", "level"), KNOWN)
def test_known_bodies_are_found_in_any_spelling(name, language, key, level):
    (goal,) = without_acts(ASKS[language].format(name), language).goals

    assert (goal.mechanism.key, goal.mechanism.level.value) == (key, level)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Regional Pilots Forum", "regional"),
        ("national lock teams", "country"),
        ("Global Weirs Alliance", "global"),
        ("Tolls Board", "unstated"),
    ],
)
def test_a_name_that_no_list_knows_says_its_level(name, level):
    (goal,) = without_acts(f"1. The Guild should seek membership of the {name}.\n").goals

    assert (goal.mechanism.key, goal.mechanism.name, goal.mechanism.level.value) == ("", name, level)


NONE = [
    "1. Calls upon towns that wish to join the Locks Board to write to the Manager.\n",
    "1. Invites towns to become parties to the Convention on Locks and to join the Year of Rivers.\n",
    "1. Requests the Manager to participate in the session, the conference and the working groups.\n",
    "1. Requests the Manager to join the IPS certification scheme.\n",
    "1. Requests Member States to inform members of the Board of their membership dues.\n",
    "1. Requests all forces to withdraw from ABC and to leave the valley.\n",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_goal(text):
    assert without_acts(text).goals == ()


def test_a_view_sets_no_goal():
    text = "1. Welcomes the plan of the Guild to join the Locks Board.\n"
    passages, provisions, _ = passages_of(text)
    act = an_act(passages[0].text, "Welcomes", "", force=Force.POSITION)

    assert derive_duties(passages, [[act]], provisions).goals == ()


def test_the_one_who_is_asked_is_the_subject_where_no_other_is_named():
    text = "1. Requests the Registrar to seek membership of the Locks Board.\n"
    passages, provisions, _ = passages_of(text)
    act = an_act(passages[0].text, "Requests", "seek", "the Registrar")

    assert [g.subject for g in derive_duties(passages, [[act]], provisions).goals] == ["the Registrar"]


def test_an_abbreviation_is_read_in_full_where_the_text_explains_it():
    text = "Recalling the work of the Council for Locks and Weirs (CLW),\n1. The Guild should join the CLW.\n"

    assert [g.mechanism.name for g in without_acts(text).goals] == ["Council for Locks and Weirs"]


def test_a_list_can_stand_in_the_sub_paragraphs():
    text = (
        "1. The Guild should seek membership of:\n(a) the Locks Board and its Panel on Tolls;\n(b) the Weirs Forum.\n"
    )

    assert said(without_acts(text).goals) == [
        ("seek", "membership", "Locks Board", "", False),
        ("seek", "membership", "Panel on Tolls", "Locks Board", False),
        ("seek", "membership", "Weirs Forum", "", False),
    ]


EXAMPLES = [
    (language, row["verb"], row["relation"], row["example"].partition(";")[0])
    for language in ("en", "fr", "es")
    for row in load("memberships", language)["goal"]
]


@pytest.mark.parametrize(("language", "verb", "relation", "example"), EXAMPLES)
def test_every_entry_of_the_vocabulary_reads_its_own_example(language, verb, relation, example):
    found = without_acts(f"1. {example}.\n", language).goals

    assert [(g.verb.value, g.relation.value) for g in found] == [(verb, relation)]
