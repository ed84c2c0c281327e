"""Links to the goals of a fictional agenda."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.conditions import ConditionKind
from operative.domain.elements import ElementKind
from operative.domain.entries import Basis
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.decisions import Option, ProposalTabled
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mandates import Modality
from operative.dossiers.agenda import CHECKS, find_links
from operative.errors import MissingEvidence, Refused, UnknownSubject

from .told import PROOF, history_of, told, try_after


def claim(by, stand=True, day="2030-01-01", target="SDG 6.4", subject="m1"):
    return told(LinkClaimed(subject, target, "water use", stand), day, by)


LINKS = [
    ([], []),
    ([claim("Ada")], ["m1 SDG 6.4 claimed by Ada"]),
    ([claim("Ada"), claim("Ben")], ["m1 SDG 6.4 claimed by Ada and Ben"]),
    ([claim("Ada", False)], ["m1 SDG 6.4 rejected by Ada"]),
    ([claim("Ada"), claim("Ben", False)], ["m1 SDG 6.4 contested: claimed by Ada, rejected by Ben"]),
    (
        [claim("Ada"), claim("Ben"), claim("Cy", False)],
        ["m1 SDG 6.4 contested: claimed by Ada and Ben, rejected by Cy"],
    ),
    ([claim("Ada"), claim("Ada", False, "2030-02-01")], ["m1 SDG 6.4 rejected by Ada"]),
    ([claim("Ada"), claim("Ada", False, "2029-02-01")], ["m1 SDG 6.4 claimed by Ada"]),
    ([claim("Ada"), claim("Ben", target="sdg  6.4")], ["m1 SDG 6.4 claimed by Ada and Ben"]),
    (
        [claim("Ada"), claim("Ben", target="SDG 6.5"), claim("Cy", subject="m2")],
        ["m1 SDG 6.4 claimed by Ada", "m1 SDG 6.5 claimed by Ben", "m2 SDG 6.4 claimed by Cy"],
    ),
]


@pytest.mark.parametrize(("claims", "expected"), LINKS)
def test_links_show_who_says_so(claims, expected):
    found = find_links(history_of(*claims))

    assert [f"{one.subject} {one.target} {one.words}" for one in found] == expected


def test_a_contested_link_shows_both_with_their_evidence():
    bare = told(LinkClaimed("m1", "SDG 6.4", stand=False), "2030-02-01", "Ben", (), basis=Basis.BACKGROUND)
    found = find_links(history_of(claim("Ada"), bare))[0]

    assert [(one.by, one.stand, one.entry, one.evidence, one.background) for one in found.claims] == [
        ("Ada", True, 1, PROOF, False),
        ("Ben", False, 2, (), True),
    ]


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.booleans()), min_size=1, max_size=8))
def test_each_person_speaks_once_and_none_outvotes_another(said):
    claims = [claim(by, stand, f"2030-01-{day:02}") for day, (by, stand) in enumerate(said, 1)]
    found = find_links(history_of(*claims))[0]
    last = dict(said)

    assert {one.by: one.stand for one in found.claims} == last
    assert (found.state.value == "contested") == (len(set(last.values())) == 2)


BEGIN = (
    MandateStated("m1", "rules", "op1", "Open talks", Modality.DIRECTIVE),
    ConditionStated("c1", "rules", "op1", ConditionKind.PRESERVATION, "stay independent"),
    ElementStated("e1", "c1", "op1", "independent", ElementKind.FEATURE),
    ProposalTabled("p1", "Forum", "Lake Council", (Option("join", "Join"),)),
    GoalStated("g1", "rules", "op2", "forum", GoalVerb.SEEK, Relation.MEMBERSHIP),
)


@pytest.mark.parametrize(
    ("last", "error", "words"),
    [
        (claim("Ada", target=" "), Refused, "needs a target"),
        (
            claim("Ada", subject="m9"),
            UnknownSubject,
            "no mandate, goal, element, proposal or document 'm9'; there are: c1, e1, g1, m1, p1, rules",
        ),
        (told(LinkClaimed("m1", "SDG 6.4"), evidence=()), MissingEvidence, "link of m1 to SDG 6.4 needs evidence"),
    ],
)
def test_what_may_not_be_entered(last, error, words):
    with pytest.raises(error, match=words):
        try_after(BEGIN, last, CHECKS)


@pytest.mark.parametrize(
    "last",
    [
        *(claim("Ada", subject=subject) for subject in ("m1", "g1", "c1", "e1", "p1", "rules")),
        told(LinkClaimed("m1", "SDG 6.4", stand=False), evidence=()),
        told(LinkClaimed("m1", "SDG 6.4"), evidence=(), basis=Basis.BACKGROUND),
    ],
)
def test_what_may_be_entered(last):
    try_after(BEGIN, last, CHECKS)
