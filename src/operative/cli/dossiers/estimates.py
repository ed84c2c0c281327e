"""`operative estimate`: costs as formulas with inputs."""

from decimal import Decimal

import click

from operative.cli.dossiers.numbers import number
from operative.cli.dossiers.options import HELP, Look, Write, looks, writes
from operative.cli.dossiers.tables import show_json, show_rows, show_title
from operative.domain.estimates import EstimateView
from operative.domain.facts.estimates import FormulaStated, InputStated, Recurrence
from operative.errors import WrongCall

__all__ = ["add", "list_", "run"]


@click.command(context_settings=HELP)
@writes
@click.argument("name")
@click.option("--unit", required=True, metavar="UNIT", help="USD, share, staff ...")
@click.option("--value", type=number, metavar="NUMBER", help="The value of an input; without it, it is unknown.")
@click.option("--low", type=number, metavar="NUMBER", help="The least that an input can be.")
@click.option("--high", type=number, metavar="NUMBER", help="The most that an input can be.")
@click.option("--formula", default="", metavar="EXPRESSION", help="Instead of an input: how the cost of NAME follows.")
@click.option("--label", default="", metavar="TEXT", help="What it is, in words.")
@click.option("--once", is_flag=True, help="The cost of a formula comes once, not every year.")
@click.option("--option", default="", metavar="KEY", help="The option of a proposal that a formula belongs to.")
@click.option("--year", "years", type=int, multiple=True, metavar="YEAR", help="A year of a formula; again for more.")
@click.option("--said-by", default="", metavar="NAME", help="Who says the value of an input.")
def add(
    write: Write,
    name: str,
    unit: str,
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    formula: str,
    label: str,
    once: bool,
    option: str,
    years: tuple[int, ...],
    said_by: str,
) -> int:
    """Enter the input NAME, or with --formula how the cost of the service NAME follows from inputs.

    \b
    Examples:
      operative estimate add CASE budget --unit USD --value 4522600 --evidence "a-80-6 s31" --by "B. Officer"
      operative estimate add CASE share --unit share --by "B. Officer"
      operative estimate add CASE secretariat --unit USD --formula "share * budget" --by "B. Officer"

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    if formula and any(given is not None for given in (value, low, high)):
        raise WrongCall("an input has a --value, a formula has none: enter one of them")
    if formula:
        recurrence = Recurrence.ONE_OFF if once else Recurrence.YEARLY
        return write.enter(FormulaStated(name, label or name, formula, unit, recurrence, option, years))
    return write.enter(InputStated(name, unit, value, low, high, label, said_by))


@click.command(context_settings=HELP)
@writes
@click.argument("service")
@click.option("--option", default="", metavar="KEY", help="The option of a proposal.")
@click.option("--year", type=int, metavar="YEAR", help="The year.")
def run(write: Write, service: str, option: str, year: int | None) -> int:
    """Reckon the formula of SERVICE with the inputs that stand on the day, and keep the result; unknown stays unknown.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    # The rules load with the dossier to reckon in.
    from operative.dossiers.estimates import run_estimate

    dossier = write.dossier
    history = dossier.history(write.on.last)
    key = f"estimate-{dossier.version + 1}"
    return write.enter(run_estimate(history, service, option, year, key), dossier=dossier)


@click.command("list", context_settings=HELP)
@looks
def list_(look: Look) -> int:
    """Show the estimates with their range, what changed since the last, what is unknown, and the totals.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.estimates import find_estimates
    from operative.dossiers.totals import find_totals

    history = look.history(look.dossier)
    estimates, totals = find_estimates(history), find_totals(history)
    if look.to == "json":
        show_json({"estimates": estimates, "totals": totals})
        return 0
    rows = (
        (one.service, one.option, str(one.year or ""), one.words, _since(one), "; ".join(one.stale))
        for one in estimates
    )
    show_rows(("service", "option", "year", "estimate", "since the last", "run again"), rows, "No estimate was run.")
    show_title("Together")
    show_rows(("option", "year", "total"), ((t.option, str(t.year or ""), t.words) for t in totals), "Nothing.")
    return 0


def _since(estimate: EstimateView) -> str:
    return estimate.difference.words if estimate.difference else ""
