"""`operative indicator`: what can be counted."""

from decimal import Decimal

import click

from operative.cli.dossiers.numbers import number
from operative.cli.dossiers.options import HELP, Look, Write, choice, looks, writes
from operative.cli.dossiers.tables import show_view
from operative.domain.days import PartialDate
from operative.domain.facts.indicators import Direction, IndicatorDefined, ObservationMade, Quality

__all__ = ["add", "list_", "observe"]


@click.command(context_settings=HELP)
@writes
@click.argument("indicator")
@click.argument("label")
@click.option("--unit", required=True, metavar="UNIT", help="percent, USD, days ...")
@click.option("--element", "elements", multiple=True, metavar="ID", help="An element that it measures; again for more.")
@click.option("--direction", type=choice(*Direction), default="none", help="How it should stand to the threshold.")
@click.option("--threshold", type=number, metavar="NUMBER", help="The threshold.")
def add(
    write: Write,
    indicator: str,
    label: str,
    unit: str,
    elements: tuple[str, ...],
    direction: str,
    threshold: Decimal | None,
) -> int:
    """Define INDICATOR, called LABEL.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(IndicatorDefined(indicator, label, unit, elements, Direction(direction), threshold))


@click.command(context_settings=HELP)
@writes
@click.argument("indicator")
@click.argument("period")
@click.argument("value", type=number, required=False)
@click.option(
    "--quality",
    type=choice(*Quality),
    default="unchecked",
    show_default=True,
    help="How far it can be trusted.",
)
@click.option("--remark", default="", metavar="TEXT", help="What to know of it.")
def observe(write: Write, indicator: str, period: str, value: Decimal | None, quality: str, remark: str) -> int:
    """Enter the VALUE of INDICATOR for a PERIOD (2016, 2016-10); without VALUE, the source has none.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(ObservationMade(indicator, PartialDate(period), value, Quality(quality), remark))


@click.command("list", context_settings=HELP)
@looks
def list_(look: Look) -> int:
    """Show the indicators as of the day: the last period that was over, its quality, and how it stands.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.indicators import find_indicators

    indicators = find_indicators(look.history(look.dossier))
    rows = ((one.id, one.label, one.holding, one.words) for one in indicators)
    columns = ("indicator", "what", "standing", "on the day")
    return show_view(indicators, look.to, columns, rows, "No indicator is defined.")
