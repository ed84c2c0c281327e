"""Estimates of a fictional organization: run, compared, found out of date, and totalled; figures reckoned by hand."""

from decimal import Decimal

import pytest

from operative.domain.entries import Basis
from operative.domain.facts.decisions import Option, ProposalTabled
from operative.domain.facts.estimates import EstimateRun, FormulaStated, InputStated, InputUsed, Recurrence
from operative.dossiers.differences import explain_difference
from operative.dossiers.estimates import CHECKS, find_estimates, find_formula, run_estimate
from operative.dossiers.totals import find_totals
from operative.errors import MissingEvidence, Refused, UnknownSubject, WrongFormula

from .told import history_of, told, try_after

JOIN, STAY = Option("join", "Join the Flood Forum"), Option("stay", "Stay outside")


def stated(name, value, unit, day="2030-01-01", low=None, high=None, year=None, **more):
    value, low, high = (None if one is None else Decimal(one) for one in (value, low, high))
    return told(InputStated(name, unit, value, low, high, said_by="Secretariat", year=year), day, **more)


SECRETARIAT = FormulaStated(
    "secretariat", "Forum secretariat", "(50% * staff + 50% * spending) * budget", "USD thousand"
)
SECURITY = FormulaStated("security", "Joint security", "field * guards", "USD", option="join")
MOVE = FormulaStated("move", "Moving the office", "rooms * price", "USD", Recurrence.ONE_OFF, "join")
INPUTS = (
    stated("staff", "4", "%"),
    stated("spending", "6", "%", low="5", high="7"),
    stated("budget", "2000", "USD thousand"),
    stated("field", None, "%"),
    stated("guards", "500000", "USD"),
    stated("rooms", "10", "room"),
    stated("price", "300", "USD/room", low="250", high="400"),
)
BEGIN = (*INPUTS, SECRETARIAT, SECURITY, MOVE)


def run(history, service, option="", year=2031, id="", day="2030-06-01"):
    return told(run_estimate(history, service, option, year, id), day)


RUNS = [
    # (4 + 6) / 2 = 5 % of 2,000; low 4.5 %, high 5.5 %
    ("secretariat", "", ("90", "100", "110"), ("staff 1", "spending 2", "budget 3"), ()),
    ("security", "join", (None, None, None), ("field 4", "guards 5"), ("field",)),
    ("move", "join", ("2500", "3000", "4000"), ("rooms 6", "price 7"), ()),
]


def test_an_unknown_input_keeps_its_label_when_it_is_stated_again_without_one():
    labelled = told(InputStated("field", "%", label="share of the field"))
    before = (*BEGIN, labelled, stated("field", None, "%", "2030-02-01"))
    found = find_estimates(history_of(*before, run(history_of(*before), "security", "join")))

    assert found[0].words == "unknown; not known: share of the field"


@pytest.mark.parametrize(("service", "option", "figures", "inputs", "unknown"), RUNS)
def test_a_run_says_what_it_used(service, option, figures, inputs, unknown):
    found = run_estimate(history_of(*BEGIN), service, option, 2031)

    assert (found.low, found.base, found.high) == tuple(None if one is None else Decimal(one) for one in figures)
    assert tuple(f"{one.name} {one.entry}" for one in found.inputs) == inputs
    assert found.unknown == unknown
    assert found.id == "-".join(["estimate", service, *([option] if option else []), "2031", "2031-12-31"])


def test_what_was_not_stated_by_the_day_is_unknown():
    history = history_of(*INPUTS[:2], SECRETARIAT, stated("budget", "2000", "USD thousand", "2031-05-01"),
                         on="2031-04-30")  # fmt: skip

    assert run_estimate(history, "secretariat").unknown == ("budget",)


def test_an_input_for_the_year_comes_before_one_for_every_year():
    history = history_of(*BEGIN, stated("budget", "3000", "USD thousand", year=2032), stated("budget", "2500",
                         "USD thousand"))  # fmt: skip

    assert run_estimate(history, "secretariat", year=2032).base == Decimal(150)
    assert run_estimate(history, "secretariat", year=2031).base == Decimal(125)


FORMULAS = (
    FormulaStated("levy", "all, ever", "1", ""),
    FormulaStated("levy", "all, 2032 and 2033", "2", "", years=(2032, 2033)),
    FormulaStated("levy", "join, ever", "3", "", option="join"),
    FormulaStated("levy", "join, 2033", "4", "", option="join", years=(2033,)),
)


@pytest.mark.parametrize(
    ("option", "year", "label"),
    [
        ("", 2031, "all, ever"),
        ("", 2032, "all, 2032 and 2033"),
        ("", None, "all, ever"),
        ("stay", 2033, "all, 2032 and 2033"),
        ("join", 2032, "join, ever"),
        ("join", 2033, "join, 2033"),
    ],
)
def test_the_last_formula_that_covers_the_year_stands(option, year, label):
    assert find_formula(history_of(*FORMULAS), "levy", option, year).label == label


@pytest.mark.parametrize(
    ("service", "year", "words"),
    [
        ("tolls", 2031, "no formula for 'tolls' in 2031; there are formulas for: move, secretariat, security"),
        ("move", None, "no formula for 'move'; there are"),
    ],
)
def test_a_service_without_a_formula_is_refused(service, year, words):
    with pytest.raises(UnknownSubject, match=words):
        run_estimate(history_of(*BEGIN), service, "", year)


def two_runs(*changes):
    """The view of the secretariat's estimate after a run, some changes, and another run."""
    before = history_of(*BEGIN, on="2030-06-01")
    first = run(before, "secretariat", id="e1")
    after = history_of(*BEGIN, first, *changes, on="2031-12-31")
    second = run(after, "secretariat", id="e2", day="2031-12-31")
    return find_estimates(history_of(*BEGIN, first, *changes, second))[0]


DIFFERENCES = [
    ((), "the same as e1", []),
    # 5 % of 2,400 = 120
    (
        (stated("budget", "2400", "USD thousand", "2031-01-01"),),
        "20 USD thousand more than e1: budget changed from 2,000 USD thousand to 2,400 USD thousand (+20 USD thousand)",
        [20],
    ),
    # 6 % of 2,400 = 144; staff alone 6 % of 2,000 = 120; budget alone 120; together 4 more
    (
        (stated("budget", "2400", "USD thousand", "2031-01-01"), stated("staff", "6", "%", "2031-02-01")),
        "44 USD thousand more than e1: budget changed from 2,000 USD thousand to 2,400 USD thousand "
        "(+20 USD thousand); staff changed from 4 % to 6 % (+20 USD thousand); only together (+4 USD thousand)",
        [20, 20],
    ),
    (
        (FormulaStated("secretariat", "", "staff * budget", "USD"),),
        "20,000 USD less than e1: the formula changed from (50% * staff + 50% * spending) * budget to staff * budget "
        "(-20,000 USD)",
        [-20000],
    ),
    (
        (FormulaStated("secretariat", "", SECRETARIAT.expression, "USD"),),
        "the same as e1: the formula's unit changed from USD thousand to USD (0 USD)",
        [0],
    ),
    (
        (stated("spending", None, "%", "2031-01-01"),),
        "no difference to e1 in figures; no longer known: spending; spending changed from 6 (5 to 7) % to unknown",
        [None],
    ),
    (
        (stated("heads", "7", "person"), FormulaStated("secretariat", "", "heads", "person")),
        "not comparable with e1: USD thousand then, person now",
        [],
    ),
]


@pytest.mark.parametrize(("changes", "words", "parts"), DIFFERENCES)
def test_a_difference_is_explained(changes, words, parts):
    view = two_runs(*changes)

    assert view.difference.words == words
    assert [one.amount for one in view.difference.parts] == [None if one is None else Decimal(one) for one in parts]
    assert [one.run.id for one in view.earlier] == ["e1"]


def test_parts_and_remainder_make_the_difference():
    found = two_runs(*DIFFERENCES[2][0]).difference

    assert found.amount == sum(one.amount for one in found.parts) + found.remainder == Decimal(44)
    assert [one.entry for one in found.parts] == [12, 13]


def test_what_becomes_known_is_said():
    early = history_of(*BEGIN, on="2030-06-01")
    first = run(early, "security", "join", id="e1")
    late = [*BEGIN, first, stated("field", "2", "%", "2031-01-01")]
    second = run(history_of(*late), "security", "join", id="e2", day="2031-12-31")
    view = find_estimates(history_of(*late, second))[0]

    assert view.words == "10,000 USD"
    assert (
        view.difference.words == "no difference to e1 in figures; known now: field; field changed from unknown to 2 %"
    )


def test_a_formula_that_can_be_reckoned_only_with_all_changes_names_the_remainder():
    first = EstimateRun(
        "e1",
        "s",
        "a / b",
        "",
        Decimal(2),
        Decimal(2),
        Decimal(2),
        (InputUsed("a", 1, Decimal(4)), InputUsed("b", 2, Decimal(2))),
    )
    formulas = (stated("a", "4", ""), stated("b", "2", ""), FormulaStated("s", "S", "a / b", ""), first)
    changes = (stated("b", "0", "", "2031-01-01"), stated("c", "3", "", "2031-01-01"),
               FormulaStated("s", "S", "a / (b + c - 1)", ""))  # fmt: skip
    history = history_of(*formulas, *changes)
    found = find_estimates(history_of(*formulas, *changes, run(history, "s", year=None, id="e2")))[0].difference

    # 4 / 2 = 2 in the end too; the formula alone 4 / (2 + 3 - 1) = 1; b alone divides by 0
    assert [one.amount for one in found.parts] == [Decimal(-1), None]
    assert found.remainder == Decimal(1)
    assert found.words.endswith("(its part cannot be told apart); only together (+1)")


STALE = [
    ((), ()),
    ((stated("budget", "2400", "USD thousand", "2031-01-01"),), ("budget changed (entry 12)",)),
    ((stated("budget", "2000", "USD thousand", "2031-01-01"),), ()),
    ((FormulaStated("secretariat", "", "budget", "USD thousand"),), ("the formula changed",)),
    ((FormulaStated("security", "", "budget", "USD thousand"),), ()),
]


@pytest.mark.parametrize(("changes", "stale"), STALE)
def test_an_estimate_is_to_be_run_again_when_what_it_used_has_changed(changes, stale):
    first = run(history_of(*BEGIN, on="2030-06-01"), "secretariat")
    view = find_estimates(history_of(*BEGIN, first, *changes))[0]

    assert view.stale == stale
    assert ("to be run again" in view.words) == bool(stale)


def test_an_input_that_came_or_went_makes_an_estimate_stale():
    formula = FormulaStated("s", "S", "a + b", "")
    first = EstimateRun("e1", "s", "a + b", "", None, None, None, (InputUsed("a", 1, Decimal(4)),), ("b",))
    withdrawn = (stated("b", "1", ""), formula, first)

    assert find_estimates(history_of(*withdrawn))[0].stale == ("a no longer stands", "b is stated now")
    assert find_estimates(history_of(first))[0].stale == ("its formula no longer stands",)


def test_totals_keep_once_and_yearly_apart_and_name_what_is_unknown():
    tabled = ProposalTabled("p", "Forum", "Lake Council", (JOIN, STAY))
    base = [*BEGIN, tabled]
    for service, option in (("secretariat", ""), ("security", "join"), ("move", "join")):
        base.append(run(history_of(*BEGIN, on="2030-06-01"), service, option))
    found = {(one.option, one.recurrence.value, one.unit): one.words for one in find_totals(history_of(*base))}

    assert found == {
        ("join", "yearly", "USD thousand"): "at least 90 USD thousand a year, and unknown: Joint security (field)",
        ("join", "one-off", "USD"): "3,000 (2,500 to 4,000) USD once",
        ("stay", "yearly", "USD thousand"): "100 (90 to 110) USD thousand a year",
    }


def test_a_service_that_was_never_run_is_unknown_and_units_are_scaled_but_not_mixed():
    facts = (
        FormulaStated("a", "A", "1", "USD thousand"),
        FormulaStated("b", "B", "2500", "USD"),
        FormulaStated("c", "C", "7", "CHF"),
        FormulaStated("d", "D", "1", "CHF"),
    )
    formulas = [FormulaStated(one.service, one.label, f"{one.expression} * {one.service}", one.unit) for one in facts]
    inputs = [stated(one.service, "1", one.unit) for one in facts]
    before = history_of(*inputs, *formulas)
    runs = [run(before, service, year=None) for service in "abc"]
    raised = stated("b", "2", "USD", "2031-01-01")
    found = find_totals(history_of(*inputs, *formulas, *runs, raised))

    assert [(one.unit, one.words, one.base) for one in found] == [
        ("USD thousand", "3.5 USD thousand a year; to be run again: B", Decimal("3.5")),
        ("CHF", "at least 7 CHF a year, and unknown: D (never run)", None),
    ]


def test_what_has_no_year_is_in_each_year_if_it_comes_yearly_and_apart_if_it_comes_once():
    facts = [
        stated("a", "1", "USD"),
        FormulaStated("fee", "Fee", "a", "USD"),
        FormulaStated("desk", "Desk", "2 * a", "USD"),
        FormulaStated("move", "Move", "3 * a", "USD", Recurrence.ONE_OFF),
        FormulaStated("gift", "Gift", "4 * a", "USD", Recurrence.ONE_OFF),
        FormulaStated("opening", "Opening", "5 * a", "USD", Recurrence.ONE_OFF),
    ]
    wanted = [("fee", 2031), ("fee", 2032), ("desk", None), ("move", None), ("gift", 2032)]
    runs = [run(history_of(*facts), service, year=year) for service, year in wanted]
    found = find_totals(history_of(*facts, *runs))

    assert [(one.year, one.recurrence.value, one.words) for one in found] == [
        (None, "one-off", "3 USD once"),
        (2031, "yearly", "3 USD a year"),
        (2032, "one-off", "at least 4 USD once, and unknown: Opening (never run)"),
        (2032, "yearly", "3 USD a year"),
    ]


def test_bounds_without_a_base_give_a_total_without_a_base():
    facts = (stated("a", None, "USD", low="2", high="5"), FormulaStated("a", "A", "a", "USD"))
    found = find_totals(history_of(*facts, run(history_of(*facts), "a")))

    assert [(one.low, one.base, one.high, one.words) for one in found] == [
        (Decimal(2), None, Decimal(5), "2 to 5 USD a year")
    ]


def test_a_total_of_nothing_known_says_so():
    found = find_totals(history_of(*BEGIN, run(history_of(*BEGIN), "security", "join")))

    assert [one.words for one in found] == ["unknown: Forum secretariat (never run), Joint security (field)"]
    assert found[0].low is None


GOOD = run_estimate(history_of(*BEGIN), "secretariat", year=2031, id="e1")


def shifted(by=2):
    """The good run as it is numbered after the two entries that open each ledger."""
    inputs = tuple(InputUsed(o.name, o.entry + by, o.value, o.low, o.high, o.unit) for o in GOOD.inputs)
    return GOOD.id, GOOD.service, GOOD.expression, GOOD.unit, GOOD.low, GOOD.base, GOOD.high, inputs


REFUSED = [
    (stated("2x", "1", ""), WrongFormula, "no name for an input"),
    (stated("a-b", "1", ""), WrongFormula, "no name for an input"),
    (stated("a", "1", "#"), WrongFormula, "no unit"),
    (stated("a", "1e40", ""), WrongFormula, "no quantity"),
    (stated("a", "5", "", low="6"), Refused, "do not come in this order"),
    (stated("a", None, "", low="6", high="5"), Refused, "do not come in this order"),
    (stated("budget", "5", "CHF"), Refused, r"stated in 'USD thousand' \(entry 5\); what is in 'CHF'"),
    (told(InputStated("a", "", Decimal(1)), evidence=()), MissingEvidence, "a has a value and no source"),
    (FormulaStated(" ", "", "1", ""), Refused, "needs a service"),
    (FormulaStated("s", "", "1 +", ""), WrongFormula, "at character 4"),
    (FormulaStated("s", "", "budget + rooms", "USD"), WrongFormula, "unlike units"),
    (FormulaStated("s", "", "budget", "CHF"), WrongFormula, "it gives USD"),
    (EstimateRun(*shifted()[:5], Decimal(101), *shifted()[6:]), Refused, "follows 100"),
    (EstimateRun(*shifted(), unknown=("staff",)), Refused, "unknown is nothing, and not staff"),
    (EstimateRun("e", "s", "1", "USD", *[Decimal(1)] * 3), UnknownSubject, "no formula for 's' is stated as 1 in USD"),
    (EstimateRun(*shifted()[:7], shifted()[7][:1] * 2), Refused, "those that the formula names, each once"),
    (
        EstimateRun(*shifted()[:7], (InputUsed("rooms", 8, Decimal(10), unit="room"),)),
        Refused,
        "that the formula names",
    ),
    (EstimateRun(*shifted(3)), UnknownSubject, "does not state the input 'staff'"),
    (EstimateRun(*shifted()[:7], (InputUsed("staff", 3, Decimal(5), unit="%"),)), Refused, "other values of staff"),
]


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_may_not_be_entered(last, error, words):
    with pytest.raises(error, match=words):
        try_after(BEGIN, last, CHECKS)


TAKEN = [
    stated("budget", "5", "USD"),
    stated("budget", "5", "CHF", corrects=5),
    stated("a", "5", "", low="5", high="5"),
    told(InputStated("a", "", None), evidence=()),
    told(InputStated("a", "", Decimal(1)), evidence=(), basis=Basis.BACKGROUND),
    told(InputStated("a", "", Decimal(1))),
    FormulaStated("s", "never known", "never * budget", "CHF"),
    EstimateRun(*shifted()),
]


@pytest.mark.parametrize("last", TAKEN)
def test_what_may_be_entered(last):
    try_after(BEGIN, last, CHECKS)


def test_an_id_is_given_once_but_a_correction_keeps_it():
    with pytest.raises(Refused, match="an estimate 'e1' already"):
        try_after([*BEGIN, EstimateRun(*shifted())], EstimateRun(*shifted()), CHECKS)
    try_after([*BEGIN, EstimateRun(*shifted())], told(EstimateRun(*shifted()), corrects=13), CHECKS)


HALF_KNOWN = EstimateRun("e1", "s", "a + b + c", "", None, None, None, (InputUsed("a", 1, Decimal(4)),), ("b", "c"))
KNOWN = EstimateRun("e2", "s", "a + b + c", "", None, None, None, (InputUsed("b", 2, Decimal(1)),), ("a", "c"))


def test_what_stays_unknown_is_said_with_each_change():
    found = explain_difference(HALF_KNOWN, KNOWN)

    assert found.words == (
        "no difference to e1 in figures; known now: b; no longer known: a; still not known: c; b changed from not "
        "stated to 1; a is no longer stated"
    )
    assert [(one.words, one.entry, one.amount) for one in found.parts] == [
        ("b changed from not stated to 1", 2, None),
        ("a is no longer stated", None, None),
    ]


def test_an_input_that_came_with_the_formula_is_part_of_its_change():
    old = EstimateRun("e1", "s", "a", "", Decimal(2), Decimal(2), Decimal(2), (InputUsed("a", 1, Decimal(2)),))
    new = EstimateRun("e2", "s", "b", "", Decimal(3), Decimal(3), Decimal(3), (InputUsed("b", 2, Decimal(3)),))

    assert explain_difference(old, new).words == "1 more than e1: the formula changed from a to b (+1)"
