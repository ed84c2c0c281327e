"""Mechanisms, standings and goals: tables of what is entered and what is said of it on a day."""

import random
from datetime import date

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.mechanisms import (
    GoalStated,
    MechanismChange,
    MechanismChanged,
    MechanismDescribed,
    Standing,
    StandingReported,
)
from operative.domain.goals import GoalVerb, Relation
from operative.domain.memberships import GoalState, GoalView, MembershipView
from operative.dossiers.history import History
from operative.dossiers.memberships import CHECKS, find_goals, find_mechanisms, find_standings
from operative.errors import MissingEvidence, Refused, UnknownSubject

from .told import entries_of, history_of, told, try_after

OPENED = told(DossierOpened("Wells", body="Lake Council", participant="LRO"), "2029-01-01")
SAYS_SO = (Evidence("rules", "Rule 1"),)
M, INV, OBS, P, S, E, N = (
    Standing(one) for one in ("member", "invitee", "observer", "participant", "sought", "ended", "none")
)


def a_body(key: str, parent: str = "", **rest: str) -> Statement:
    return told(MechanismDescribed(key, f"Board of {key}", key.upper(), parent=parent, **rest), "2029-01-01")


def a_change(day: str, key: str, change: str, *into: str, by_then: bool = False, **rest: str) -> Statement:
    return told(MechanismChanged(key, MechanismChange(change), into, by_then=by_then, **rest), day)


def a_goal(id: str, mechanism: str, verb: str = "seek", relation: str = "membership") -> Statement:
    return told(GoalStated(id, "rules", "op3.c", mechanism, GoalVerb(verb), Relation(relation)), "2029-06-01")


def a_standing(day: str, key: str, standing: Standing, *fulfils: str, by_then: bool = False, who: str = "LRO",
               basis: Basis = Basis.SEEN) -> Statement:  # fmt: skip
    return told(StandingReported(who, key, standing, fulfils, by_then), day, evidence=SAYS_SO, basis=basis)


HOUSE = (
    OPENED,
    a_body("top"),
    a_body("mid", "top"),
    a_body("low", "mid", follows="mid"),
    a_body("new"),
    a_body("other"),
)


def standing_in(key: str, *statements: Statement, on: str = "2031-12-31") -> MembershipView:
    return next(one for one in find_standings(history_of(*HOUSE, *statements, on=on), "LRO") if one.mechanism == key)


def goal_in(*statements: Statement, on: str = "2031-12-31") -> GoalView:
    (found,) = find_goals(history_of(*HOUSE, *statements, on=on))
    return found


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ((), "no source says"),
        ((a_standing("2030-05-02", "top", M),), "member, since 2 May 2030"),
        ((a_standing("2030", "top", M), a_standing("2030-09-19", "top", M)), "member, since 19 September 2030"),
        (
            (a_standing("2030-05", "top", M), a_standing("2030-09-19", "top", M)),
            "member, since May 2030 or 19 September 2030: sources differ",
        ),
        (
            (a_standing("2029", "top", M), a_standing("2030-09-19", "top", M)),
            "member, since 2029 or 19 September 2030: sources differ",
        ),
        ((a_standing("2030-05-02", "top", INV, by_then=True),), "invitee, by 2 May 2030 at the latest"),
        (
            (a_standing("2030-05-02", "top", INV, by_then=True), a_standing("2029-05-02", "top", INV)),
            "invitee, since 2 May 2029",
        ),
        ((a_standing("2030-05-02", "top", INV), a_standing("2030-06", "top", M)), "member, since June 2030"),
        ((a_standing("2030-05-02", "top", M), a_standing("2031-06", "top", E)), "ended, since June 2031"),
        (
            (a_standing("2030-05-02", "top", M, basis=Basis.BACKGROUND),),
            "member, since 2 May 2030 (background, unchecked)",
        ),
        ((a_standing("2030-05-02", "top", M, who="Somebody Else"),), "no source says"),
        ((a_standing("2030-05-02", "top", M, who="lro"),), "member, since 2 May 2030"),
    ],
)
def test_a_standing_is_told_as_precisely_as_its_sources_do(statements: tuple[Statement, ...], expected: str) -> None:
    assert standing_in("top", *statements).words == expected


def test_a_standing_has_intervals() -> None:
    view = standing_in(
        "top", a_standing("2029-02-01", "top", INV), a_standing("2030-05", "top", M), a_standing("2031-01-31", "top", N)
    )

    assert [(one.standing, [str(d) for d in one.since], [str(d) for d in one.until]) for one in view.tenures] == [
        (INV, ["2029-02-01"], ["2030-05"]),
        (M, ["2030-05"], ["2031-01-31"]),
        (N, ["2031-01-31"], []),
    ]
    assert view.standing is N


def test_what_is_known_of_a_later_day_shows_only_as_a_conflict() -> None:
    both = (a_standing("2030-05", "top", M), a_standing("2030-09-19", "top", M))

    assert standing_in("top", *both, on="2030-05-30").standing is None
    between = standing_in("top", *both, on="2030-07-01")
    assert between.standing is M
    (conflict,) = between.conflicts
    assert conflict.about == "first day as member"
    assert [(one.value, one.entry) for one in conflict.said] == [("2030-05", 7), ("2030-09-19", 8)]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ((a_standing("2030-05", "top", M), a_standing("2030-05-03", "top", M)), []),
        ((a_standing("2030-05-02", "top", INV), a_standing("2030-05-03", "top", M)), []),
        ((a_standing("2030-05-02", "top", S), a_standing("2030-05-02", "top", M)), []),
        (
            (a_standing("2030-05-02", "top", OBS), a_standing("2030-05-02", "top", M)),
            [("standing on 2030-05-02", ["observer", "member"])],
        ),
        (
            (a_standing("2030-05-02", "top", M, by_then=True), a_standing("2030-09", "top", M)),
            [("first day as member", ["by 2030-05-02", "2030-09"])],
        ),
    ],
)
def test_only_sources_that_exclude_each_other_are_a_conflict(
    statements: tuple[Statement, ...], expected: list[tuple[str, list[str]]]
) -> None:
    found = standing_in("top", *statements).conflicts

    assert [(one.about, [said.value for said in one.said]) for one in found] == expected


@pytest.mark.parametrize(
    ("goal", "statements", "state", "words"),
    [
        (a_goal("g", "top"), (), "open", "open: no standing is reported"),
        (
            a_goal("g", "top"),
            (a_standing("2029-02-01", "top", INV),),
            "open",
            "open: invitee, since 1 February 2029",
        ),
        (a_goal("g", "top"), (a_standing("2030-02-01", "top", S),), "sought", "sought: sought, since 1 February 2030"),
        (
            a_goal("g", "top"),
            (told(EngagementHeld("l", Form.LETTER, "them", "Letter", raised=("g",)), "2030-03-10"),),
            "sought",
            "sought: raised on 10 March 2030; no standing is reported",
        ),
        (a_goal("g", "top"), (a_standing("2030-10", "top", M),), "reached", "reached: member, since October 2030"),
        (
            a_goal("g", "mid"),
            (a_standing("2030-10", "top", M, "g"),),
            "reached",
            "reached: member, through TOP, since October 2030",
        ),
        (
            a_goal("g", "mid"),
            (a_standing("2030-10", "top", M),),
            "open",
            "open: no standing is reported",
        ),
        (
            a_goal("g", "mid"),
            (a_standing("2030-10", "top", M, "g"), a_standing("2031-03", "top", E)),
            "lost",
            "lost: member, through TOP, since October 2030, until March 2031; now ended, through TOP, since March 2031",
        ),
        (
            a_goal("g", "top"),
            (a_standing("2030-10", "top", M), a_standing("2031-02-01", "top", OBS)),
            "lost",
            "lost: member, since October 2030, until 1 February 2031; now observer, since 1 February 2031",
        ),
        (
            a_goal("g", "top", "seek", "observer"),
            (a_standing("2030-10", "top", M),),
            "reached",
            "reached: member, since October 2030",
        ),
        (
            a_goal("g", "top", "continue"),
            (a_standing("2029", "top", M),),
            "kept",
            "kept: member, since 2029",
        ),
        (
            a_goal("g", "top", "continue"),
            (a_standing("2029-03", "top", P),),
            "kept",
            "kept: participant, since March 2029",
        ),
        (
            a_goal("g", "top", "continue"),
            (a_standing("2030-03", "top", P),),
            "open",
            "open: participant, since March 2030",
        ),
        (
            a_goal("g", "top", "end"),
            (a_standing("2029-03", "top", M), a_standing("2030-03", "top", E)),
            "reached",
            "reached: ended, since March 2030",
        ),
        (a_goal("g", "top", "end"), (a_standing("2029-03", "top", M),), "open", "open: member, since March 2029"),
        (
            a_goal("g", "top"),
            (a_standing("2030-10", "top", M), a_change("2031-01-01", "top", "succeeded", "new")),
            "reached",
            "reached: member, since October 2030; TOP was succeeded by NEW on 1 January 2031; "
            "followed in NEW, where no standing is reported yet",
        ),
        (
            a_goal("g", "top"),
            (
                a_standing("2030-10", "top", M),
                a_standing("2031-01-01", "top", E),
                a_change("2031-01-01", "top", "succeeded", "new", by_then=True),
            ),
            "reached",
            "reached: member, since October 2030, until 1 January 2031; "
            "TOP was succeeded by NEW, by 1 January 2031 at the latest; "
            "followed in NEW, where no standing is reported yet",
        ),
        (
            a_goal("g", "top"),
            (a_change("2030-01-01", "top", "merged", "new"), a_standing("2031-10", "new", M)),
            "reached",
            "reached: member, since October 2031; TOP was merged into NEW on 1 January 2030",
        ),
        (
            a_goal("g", "top"),
            (
                a_standing("2029-10", "top", M),
                a_change("2030", "top", "succeeded", "new"),
                a_standing("2031-10", "new", OBS),
            ),
            "lost",
            "lost: member, since October 2029; now observer, since October 2031; TOP was succeeded by NEW in 2030",
        ),
        (
            a_goal("g", "top"),
            (a_standing("2029-10", "top", M), a_change("2030", "top", "ended")),
            "without object",
            "without object: TOP ended in 2030, and nothing took its place; before that, member, since October 2029",
        ),
        (
            a_goal("g", "top"),
            (a_change("2030", "top", "succeeded", "new"), a_change("2031-05", "new", "ended")),
            "without object",
            "without object: TOP was succeeded by NEW in 2030; NEW ended in May 2031, and nothing took its place; "
            "that it was reached before is not shown",
        ),
    ],
)
def test_the_state_of_a_goal(goal: Statement, statements: tuple[Statement, ...], state: str, words: str) -> None:
    view = goal_in(goal, *statements)

    assert (view.state, view.words) == (GoalState(state), words)


def test_one_entry_fulfils_several_goals_in_turn() -> None:
    goals = [a_goal(f"g-{key}", key) for key in ("top", "mid", "low")]
    history = history_of(*HOUSE, *goals, a_standing("2030-09-19", "top", M, "g-top", "g-mid"))
    views = {one.id: one for one in find_goals(history)}

    assert [views[one].state for one in ("g-top", "g-mid", "g-low")] == ["reached", "reached", "open"]
    assert views["g-top"].entries == views["g-mid"].entries == (10,)
    assert views["g-mid"].tenure is not None
    assert views["g-mid"].tenure.via == "top"
    standings = {one.mechanism: one for one in find_standings(history, "LRO")}
    assert standings["mid"].words == "member, through TOP, since 19 September 2030"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            (a_standing("2029-07-01", "mid", N, by_then=True), a_standing("2030-09-19", "top", M, "g")),
            "reached: member, through TOP, since 19 September 2030",
        ),
        (
            (a_standing("2030-09-19", "top", M, "g"), a_standing("2031", "mid", OBS)),
            "lost: member, through TOP, since 19 September 2030, until 2031; now observer, since 2031",
        ),
        (
            (
                a_standing("2030-09-19", "top", M, "g"),
                a_standing("2030-10-19", "mid", M),
                a_standing("2031-01", "top", E),
            ),
            "reached: member, through TOP, since 19 September 2030 or 19 October 2030: sources differ",
        ),
    ],
)
def test_what_is_reported_of_a_mechanism_itself_outranks_what_follows_from_another(
    statements: tuple[Statement, ...], expected: str
) -> None:
    assert goal_in(a_goal("g", "mid"), *statements).words == expected


def test_a_description_that_nobody_checked_is_marked_field_by_field() -> None:
    guess = told(
        MechanismDescribed("mid", "Board of mid", chair="in turn", rule="by vote"),
        "2029-01-01",
        basis=Basis.BACKGROUND,
    )
    view = next(one for one in find_mechanisms(history_of(*HOUSE, guess)) if one.key == "mid")

    assert (view.chair, view.rule, view.parent, view.abbreviation) == ("in turn", "by vote", "top", "MID")
    assert view.unchecked == ("chair", "rule")
    assert view.conflicts == ()


def test_a_rule_of_membership_only_suggests() -> None:
    view = standing_in("low", a_standing("2030-10", "mid", M))

    assert view.standing is None
    assert view.words == "no source says; likely member: by its rule the members of MID are"
    assert view.suggested is not None
    assert (view.suggested.standing, view.suggested.entries) == (M, (7,))
    assert goal_in(a_goal("g", "low"), a_standing("2030-10", "mid", M)).state is GoalState.OPEN


def test_a_succession_suggests_what_one_was_before() -> None:
    view = standing_in("new", a_standing("2029-10", "top", M), a_change("2030", "top", "succeeded", "new"))

    assert view.words == "no source says; likely member: it took the place of TOP"
    gone = standing_in("top", a_standing("2029-10", "top", M), a_change("2030", "top", "succeeded", "new"))
    assert (gone.standing, gone.words) == (E, "member, since October 2029; TOP was succeeded by NEW in 2030")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2029-12-31", [("top", 0), ("mid", 1), ("low", 2), ("new", 0), ("other", 0)]),
        ("2030-11-30", [("top", 0), ("mid", 0), ("low", 1), ("new", 0), ("other", 0)]),
        ("2031-05-31", [("top", 0), ("mid", 0), ("new", 0), ("low", 1), ("other", 0)]),
    ],
)
def test_the_hierarchy_of_a_day(on: str, expected: list[tuple[str, int]]) -> None:
    moves = (a_change("2030-11", "mid", "moved"), a_change("2031-05", "low", "moved", parent="new"))
    views = find_mechanisms(history_of(*HOUSE, *moves, on=on))

    assert [(one.key, one.depth) for one in views] == expected


def test_a_mechanism_says_what_became_of_it() -> None:
    changes = (
        a_change("2030-02-03", "mid", "renamed", name="Middle Board"),
        a_change("2030-11", "mid", "moved"),
        a_change("2031-05-31", "mid", "succeeded", "new", by_then=True),
    )
    view = next(one for one in find_mechanisms(history_of(*HOUSE, *changes)) if one.key == "mid")

    assert view.name == "Middle Board"
    assert (view.gone, view.successors, view.parent) == (True, ("new",), "")
    assert view.words == (
        "was renamed Middle Board on 3 February 2030; became a body of its own in November 2030; "
        "was succeeded by NEW, by 31 May 2031 at the latest"
    )


def test_descriptions_of_one_day_that_differ_are_kept_side_by_side() -> None:
    rival = told(
        MechanismDescribed("mid", "Board of mid", "MID", parent="other", since=PartialDate("2001")), "2029-01-01"
    )
    history = history_of(*HOUSE, rival, a_change("2030", "new", "ended"), a_change("2031", "new", "ended"))
    views = {one.key: one for one in find_mechanisms(history)}

    assert [(one.about, [said.value for said in one.said]) for one in views["mid"].conflicts] == [
        ("parent", ["top", "other"])
    ]
    assert [(one.about, [said.value for said in one.said]) for one in views["new"].conflicts] == [
        ("day on which it was ended", ["2030", "2031"])
    ]


RULES = tuple(one for one in HOUSE if one is not OPENED)


@pytest.mark.parametrize(
    ("before", "statement", "error", "message"),
    [
        ((), a_body("x", "nowhere"), UnknownSubject, "no mechanism 'nowhere'"),
        ((), a_body(" "), Refused, "a mechanism needs a key and a name"),
        ((), a_body("top", "low"), Refused, "would go in a circle"),
        ((), a_body("top", "top"), Refused, "would go in a circle"),
        ((), a_change("2030", "top", "moved", parent="low"), Refused, "would go in a circle"),
        ((a_body("a"), a_body("b", follows="a")), a_body("a", follows="b"), Refused, "circle: a -> b -> a"),
        ((), a_change("2030", "gone", "ended"), UnknownSubject, "no mechanism 'gone'"),
        ((), a_change("2030", "top", "succeeded"), Refused, "says into which"),
        ((), a_change("2030", "top", "succeeded", "gone"), UnknownSubject, "no mechanism 'gone'"),
        ((), a_change("2030", "top", "ended", "new"), Refused, "has no into"),
        ((), a_change("2030", "top", "renamed"), Refused, "new name"),
        ((), a_change("2030", "top", "ended", name="x"), Refused, "new name"),
        ((), a_change("2030", "top", "merged", "top"), Refused, "came out of it"),
        (
            (a_change("2030", "top", "merged", "new"),),
            a_change("2031", "new", "succeeded", "top"),
            Refused,
            "came out of it",
        ),
        ((), a_goal("g", "nowhere"), UnknownSubject, "no mechanism 'nowhere'"),
        ((a_goal("g", "top"),), a_goal("g", "mid"), Refused, "there is a goal 'g' already"),
        ((), a_standing("2030", "nowhere", M), UnknownSubject, "no mechanism 'nowhere'"),
        ((), a_standing("2030", "top", M, "g"), UnknownSubject, "no goal 'g'"),
        ((), a_standing("2030", "top", M, who=" "), Refused, "a standing is somebody's"),
        ((a_goal("g", "top"),), a_standing("2030", "top", OBS, "g"), Refused, "'observer' is not that"),
        ((a_goal("g", "top"),), a_standing("2030", "top", M, "g", who="FAO"), Refused, "the goals are those of LRO"),
        ((a_goal("g", "top", "end"),), a_standing("2030", "top", M, "g"), Refused, "'member' is not that"),
        (
            (a_goal("g", "top"),),
            told(StandingReported("LRO", "top", M, ("g",)), "2030", evidence=()),
            MissingEvidence,
            "where is it written",
        ),
    ],
)
def test_what_is_refused(
    before: tuple[Statement, ...], statement: Statement, error: type[Refused], message: str
) -> None:
    with pytest.raises(error, match=message):
        try_after([*RULES, *before], statement, CHECKS)


@pytest.mark.parametrize(
    "statement",
    [
        a_change("2030", "mid", "moved"),
        a_change("2030", "mid", "merged", "top"),
        a_change("2030", "mid", "renamed", name="x"),
        a_standing("2030", "mid", M, "g"),
        told(StandingReported("LRO", "mid", OBS), "2030", evidence=(), basis=Basis.BACKGROUND),
        told(StandingReported("LRO", "mid", Standing.SOUGHT), "2030", evidence=()),
        told(StandingReported("FAO", "mid", M), "2030"),
    ],
)
def test_what_is_admitted(statement: Statement) -> None:
    try_after([*RULES, a_goal("g", "mid")], statement, CHECKS)


def test_nobody_has_a_standing_without_evidence() -> None:
    with pytest.raises(MissingEvidence, match="that LRO is member needs evidence"):
        try_after(RULES, told(StandingReported("LRO", "mid", M), "2030", evidence=()), CHECKS)


def test_the_order_in_which_entries_are_stored_is_nothing() -> None:
    entries = entries_of(
        [
            *HOUSE,
            a_goal("g", "top"),
            a_standing("2030-05", "top", M, "g"),
            a_standing("2030-09-19", "top", M),
            a_change("2031-01-01", "top", "succeeded", "new"),
            a_standing("2031-02-01", "new", OBS),
        ]
    )
    on = date(2031, 12, 31)
    expected = (find_goals(History(entries, on)), find_standings(History(entries, on), "LRO"))
    for seed in range(20):
        shuffled = random.Random(seed).sample(entries, len(entries))
        assert (find_goals(History(shuffled, on)), find_standings(History(shuffled, on), "LRO")) == expected
