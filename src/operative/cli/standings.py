"""Conditions with the elements that they protect, and standings to be reached or kept, for a person."""

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from operative.cli.orders import Order
from operative.cli.rows import located_numbers
from operative.cli.wording import clean, shorten
from operative.domain.conditions import Condition
from operative.domain.goals import Goal

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["draw_conditions", "draw_goals"]


def draw_conditions(console: Console, reading: "Reading", order: Order) -> None:
    """Each condition that protects elements: what it binds, towards what, and the elements one by one."""
    protecting = [condition for condition in reading.conditions if condition.elements]
    if not protecting:
        return
    console.print()
    console.print(Text("What must be kept", style="bold underline"))
    numbers = located_numbers(reading)
    for condition in protecting:
        console.print(Text(shorten(said(condition, numbers), order.width, lines=3)))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True, style="dim")
        grid.add_column(ratio=1)
        for element in condition.elements:
            label = shorten(element.label, order.width - 26, lines=2)
            number = numbers.get(element.provision, element.provision)
            grid.add_row(number, f"{element.kind}, {element.strength}", label)
        console.print(Padding(grid, (0, 0, 0, 2)))


def said(condition: Condition, numbers: Mapping[str, str]) -> str:
    """Where a condition stands, its words, what it binds and towards what."""
    bound = ", ".join(numbers.get(id, id) for id in condition.binds)
    towards = ", ".join(numbers.get(id, id) for id in condition.towards)
    scope = f" ({bound}{f', in carrying out {towards}' if towards else ''})" if bound else ""
    return f"{numbers.get(condition.provision, condition.provision)}: {clean(condition.quote.words)}{scope}"


def draw_goals(console: Console, reading: "Reading", order: Order) -> None:
    """The standings that the text asks for, by provision and verb, mechanisms under their parents."""
    if not reading.goals:
        return
    console.print()
    console.print(Text("Standings to reach or keep", style="bold underline"))
    numbers = located_numbers(reading)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for (provision, verb, relation), group in groupby(reading.goals, key=place_of):
        goals = list(group)
        number = numbers.get(provision, provision)
        for row, goal in enumerate(goals):
            name = f"{'  ' if goal.parent else ''}{clean(goal.name.words)}"
            grid.add_row(
                "" if row else number, "" if row else f"{verb} {relation}", shorten_name(name, order.width - 30)
            )
        if any(goal.open_list for goal in goals):
            grid.add_row("", "", Text("and others: the list is open", style="dim"))
    console.print(Padding(grid, (0, 0, 0, 2)))


def place_of(goal: Goal) -> tuple[str, str, str]:
    """What goals are grouped by."""
    return goal.provision, str(goal.verb), str(goal.relation)


def shorten_name(name: str, width: int) -> str:
    """A name in one line, its indentation kept."""
    return name[: len(name) - len(name.lstrip())] + shorten(name, width, lines=1)
