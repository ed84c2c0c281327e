"""Which rule found what: the values of one provision with the words that carry them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from operative.cli.orders import Order
from operative.cli.table import open_console
from operative.cli.wording import clean
from operative.domain.acts import Act
from operative.domain.provisions import Provision
from operative.dossiers.figures import say_first
from operative.errors import WrongCall

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["render_explanation"]

SHOWN_IDS = 40


def render_explanation(reading: "Reading", order: Order) -> str:
    """The provision named in the order, its acts and references, each value with its rule.

    The name is that of a provision or of an act. Raises `WrongCall` where there is none such, and says which there are.
    """
    assert order.explain is not None
    wanted = order.explain.strip().casefold()
    acts = [act for act in reading.acts if wanted in (act.provision.casefold(), act.id.casefold())]
    home = {act.provision.casefold() for act in acts if act.id.casefold() == wanted} or {wanted}
    provisions = [provision for provision in reading.provisions if provision.id.casefold() in home]
    if not provisions:
        known = [provision.id for provision in reading.provisions]
        there = say_first(known, SHOWN_IDS)
        raise WrongCall(f"no provision {order.explain!r} in this text; there are: {there}")
    console, drawn = open_console(order)
    for provision in provisions:
        console.print(Text(f"{provision.id}  {provision.kind}, page {provision.page}", style="bold"))
        console.print(Text(clean(f"{provision.number or ''} {provision.text}")))
        for act in acts:
            console.print()
            console.print(grid_of(list(rows_of(act)), order))
        references = list(references_of(reading, provision))
        if references:
            console.print()
            console.print(grid_of(references, order))
        if not acts and not references:
            console.print(Text("No rule found an act or a reference here.", style="dim"))
    return "\n".join(line.rstrip() for line in drawn.getvalue().splitlines()) + "\n"


def grid_of(rows: list[tuple[str, str, str]], order: Order) -> Table:
    """Rows of field, value and rule."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=1)
    grid.add_column(max_width=order.width // 3, style="dim", no_wrap=True, overflow="ellipsis")
    for field, value, rule in rows:
        grid.add_row(field, Text(clean(value)), Text(clean(rule and f"rule {rule}")))
    return grid


def rows_of(act: Act) -> Iterator[tuple[str, str, str]]:
    """An act's values in the order of the annotation guide."""
    yield "act", f"{act.lead} ({act.force}){'  reporting duty' if act.reporting_duty else ''}", act.rule
    if act.action:
        yield "action", act.action, ""
    for field in ("addressees", "deliverables", "recipients", "channels"):
        for quote in getattr(act, field):
            yield field, quote.words, quote.rule
    for timing in act.timings:
        yield "timings", f"{timing.quote}  =  {timing.kind} {timing.value}", timing.rule
    for field in ("conditions", "resources"):
        for quote in getattr(act, field):
            yield field, quote.words, quote.rule


def references_of(reading: "Reading", provision: Provision) -> Iterator[tuple[str, str, str]]:
    """The references that stand in a provision."""
    for reference in reading.references:
        if reference.provision == provision.id:
            target = " ".join(part for part in (reference.target or "unresolved", reference.pinpoint) if part)
            yield "reference", f"{reference.quote}  =  {target}", reference.rule
