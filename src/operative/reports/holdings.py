"""The parts of papers on standings in mechanisms, and on costs."""

import re
from collections.abc import Iterator, Sequence

from operative.domain.days import PartialDate
from operative.domain.estimates import EstimateView, Total
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.mechanisms import GoalStated
from operative.domain.memberships import GoalState, GoalView
from operative.domain.papers import Block, Heading, PaperTable, Paragraph, Sentence
from operative.dossiers.estimates import find_estimates
from operative.dossiers.figures import say_amount
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.phrasing import say_range
from operative.dossiers.totals import find_totals
from operative.reports.material import Material, place_of
from operative.reports.requests import upper
from operative.reports.words import Words

__all__ = ["cost_tables", "costs", "memberships", "standing_counts", "unknown_inputs"]

DAY = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
MET = frozenset({GoalState.REACHED, GoalState.KEPT})


def memberships(material: Material) -> Iterator[Block]:
    """Every standing that is asked for, with the one there is on the day, and what sources disagree about."""
    words, views = material.words, find_goals(material.history)
    yield Heading(words.head("memberships"))
    if not views:
        yield Paragraph((material.said(words.say("no_goal")),))
        return
    told, entries = standing_counts(material, views)
    yield Paragraph((material.said(told, *entries),))
    header = tuple(map(words.column, ("mechanism", "goal", "standing")))
    yield PaperTable(words.say("standings"), header, tuple(_row(material, one) for one in views), (32, 22, 46))
    conflicts = dict.fromkeys(conflict for one in views for conflict in one.conflicts)
    for conflict in conflicts:
        values = words.listed([_said(words, said.value) for said in conflict.said])
        numbers = [said.entry for said in conflict.said]
        yield Paragraph((material.said(words.say("conflict", about=conflict.about, values=values), *numbers),))


def standing_counts(material: Material, views: Sequence[GoalView]) -> tuple[str, tuple[int, ...]]:
    """How many standings are met, in words, and the entries that say so."""
    met = sum(one.state in MET for one in views)
    told = material.words.say("memberships", total=len(views), met=met, open=len(views) - met)
    return told, tuple(number for one in views for number in (*_goal(material, one), *one.entries))


def _goal(material: Material, view: GoalView) -> tuple[int, ...]:
    return tuple(entry.number for entry, _ in material.history.about(GoalStated, "id", view.id))


def _said(words: Words, value: str) -> str:
    """A value on which sources differ; a day as papers print it."""
    return words.day(PartialDate(value)) if DAY.match(value) else value


def _row(material: Material, view: GoalView) -> tuple[Sentence, ...]:
    stated = _goal(material, view)
    return (
        material.said(f"{view.name} ({place_of(view.provision)})", *stated),
        material.said(f"{view.verb} {view.relation}", *stated),
        Sentence(view.words, (material.note(*view.entries) if view.entries else material.nothing(*stated),)),
    )


def costs(material: Material) -> Iterator[Block]:
    """What is known of costs: formulas, inputs and estimates, and by name what is unknown."""
    words, history = material.words, material.history
    yield Heading(words.head("costs"))
    formulas, runs = list(history.of(FormulaStated)), find_estimates(history)
    if not formulas and not runs and not history.facts(InputStated):
        yield Paragraph((material.said(words.say("no_costs")),))
        return
    unknown, services = unknown_inputs(history), {one.service for _, one in formulas}
    known = [entry.number for entry, _ in formulas]
    told = words.say("cost_counts", runs=len(runs), formulas=len(services), unknown=len(unknown))
    numbers = (*known, *(one.latest.entry for one in runs), *(number for number, _ in unknown))
    yield Paragraph((material.said(told, *numbers),))
    for total in find_totals(history):
        yield Paragraph((_total(material, total),))
    for view in runs:
        yield Paragraph(tuple(_estimate(material, view)), depth=1)
    run = {one.service for one in runs}
    for service in dict.fromkeys(one.service for _, one in formulas):
        if service in run:
            continue
        entry, one = [(entry, one) for entry, one in formulas if one.service == service][-1]
        told = words.say("formula_unrun", label=upper(one.label), expression=one.expression)
        yield Paragraph((material.said(told, entry.number),), depth=1)
    for number, label in unknown:
        yield Paragraph((material.said(words.say("input_unknown", label=label), number),), depth=1)


def unknown_inputs(history: History) -> list[tuple[int, str]]:
    """The inputs whose value nobody has stated yet: entry and label."""
    last = {(one.name, one.year): (entry.number, one) for entry, one in history.of(InputStated)}
    return [(number, one.label or one.name) for number, one in last.values() if one.value is None]


def _total(material: Material, total: Total) -> Sentence:
    runs = [one.latest.entry for one in find_estimates(material.history) if one.service in total.services]
    gaps = {gap.service for gap in total.gaps}
    formulas = [entry.number for entry, one in material.history.of(FormulaStated) if one.service in gaps]
    name = upper(total.option or material.words.column("total")) + (f", {total.year}" if total.year else "")
    return material.said(material.words.say("total", option=name, words=total.words), *runs, *formulas)


def _estimate(material: Material, view: EstimateView) -> Iterator[Sentence]:
    words, used = material.words, [one.entry for one in view.latest.run.inputs]
    name = upper(view.label or view.service) + (f", {view.year}" if view.year else "")
    yield material.said(words.say("estimate", label=name, words=view.words), view.latest.entry, *used)
    if view.stale:
        yield material.said(words.say("stale", why="; ".join(view.stale)), view.latest.entry, *used)


def cost_tables(material: Material) -> Iterator[Block]:
    """The cost annex: services with formula and estimate, inputs with value and source, and totals."""
    words, history = material.words, material.history
    runs = {one.service: one for one in find_estimates(history)}
    rows = []
    for entry, one in history.of(FormulaStated):
        view = runs.get(one.service)
        estimate = (
            material.said(view.words, view.latest.entry, *(used.entry for used in view.latest.run.inputs))
            if view and view.latest.run.expression == one.expression
            else Sentence("unknown", (material.nothing(entry.number),))
        )
        label, formula = material.said(one.label, entry.number), material.said(one.expression, entry.number)
        rows.append((label, formula, material.said(str(one.recurrence), entry.number), estimate))
    header = tuple(map(words.column, ("service", "formula", "due", "estimate")))
    yield PaperTable(words.column("formula"), header, tuple(rows), (28, 34, 10, 28))
    inputs = tuple(
        (
            material.said(f"{one.label or one.name}" + (f", {one.year}" if one.year else ""), entry.number),
            material.said(_value(one), entry.number),
        )
        for entry, one in history.of(InputStated)
    )
    yield PaperTable(words.column("inputs"), (words.column("inputs"), words.column("total")), inputs, (60, 40))
    totals = tuple(
        (Sentence(one.option or "", (material.nothing(),)), _total(material, one)) for one in find_totals(history)
    )
    yield PaperTable(words.column("total"), (words.column("option"), words.column("total")), totals, (20, 80))


def _value(one: InputStated) -> str:
    if one.value is None and (one.low is None or one.high is None):
        return "unknown"
    if one.value is not None and one.low is None:
        return say_amount(one.value, one.unit)
    return say_range(one.low, one.value, one.high, one.unit)
