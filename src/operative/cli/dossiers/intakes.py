"""`operative dossier import-table` and `citations`: a table that people keep, and what one of them says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from operative.cli.dossiers.options import (
    HELP,
    Look,
    case_argument,
    choice,
    database_option,
    dossiers_of,
    form_option,
    looks,
)
from operative.cli.dossiers.tables import show_json, show_rows, show_title, show_view
from operative.domain.days import PartialDate
from operative.domain.facts.tables import TableField, TableKind
from operative.domain.intakes import Intake, RowFate, RowIntake
from operative.domain.mandates import Modality
from operative.dossiers.figures import say_first
from operative.errors import UnreadableSource, WrongCall

__all__ = ["citations", "import_table"]

SHOWN = 40
"""Rows, and ids that are gone, that are shown where nobody asks for all."""


@click.command("import-table", context_settings=HELP)
@case_argument
@click.argument("file", metavar="TABLE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, metavar="NAME", help="Who takes it in.")
@click.option("--on", "effective", metavar="DATE", help="Since when it holds what it says. [default: today]")
@click.option("--enter", is_flag=True, help="Enter it. Without this, what would happen is shown.")
@click.option(
    "--table",
    default="",
    metavar="NAME",
    help="Its name, the same for later versions. [default: remembered, or the file's]",
)
@click.option("--holds", type=choice(*TableKind), help="What its rows are. [default: by the headings]")
@click.option("--sheet", default="", metavar="NAME", help="The sheet. [default: the one whose headings say most]")
@click.option("--heading", type=click.IntRange(1), metavar="ROW", help="The row of the headings. [default: found]")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADING=FIELD",
    help="What a column says; HEADING= leaves it out. Again for more.",
)
@click.option("--modality", type=choice(*Modality), help="How its actions bind. [default: remembered, or directive]")
@click.option("--unit", default="", metavar="UNIT", help="Of figures beside which none stands. [default: remembered]")
@click.option(
    "--down", "carried", multiple=True, metavar="HEADING", help="Its empty cells say what the one above says."
)
@click.option("--all", "whole", is_flag=True, help="Show every row, those that are the same too.")
@form_option
@database_option
def import_table(
    key: str, file: Path, by: str, effective: str | None, enter: bool, whole: bool, to: str, database: str | None,
    **said: Any,
) -> int:  # fmt: skip
    """Take a TABLE that people keep (XLSX, CSV, JSON) into the dossier CASE: actions with owners and milestones,
    figures of costs, or documents that entities name among their mandates.

    What its columns are taken for is shown, and what would become of each row; --enter enters it. A later version
    enters what it says otherwise, and nothing twice.

    \b
    Examples:
      operative dossier import-table CASE tracker.xlsx --by "A. Clerk"
      operative dossier import-table CASE tracker.csv --by "A. Clerk" --column "Lead=owner" --enter

    Exit codes: 0 shown or entered, rows that are refused named; 1 no table, or refused as a whole; 2 wrong call.
    """
    # The readers load with the table to read.
    from operative.bootstrap.tables import Choices, enter_table, look_at_table

    columns = dict(map(_column, said.pop("columns")))
    choices = Choices(columns=columns, **{name: value for name, value in said.items() if value})
    dossiers = dossiers_of(database)
    dossier = dossiers.open(key)
    on = PartialDate(effective) if effective else PartialDate.of(dossiers.now().date())
    try:
        data = file.read_bytes()
    except OSError as exc:
        raise UnreadableSource(f"{file}: {exc}") from exc
    if enter:
        intake, entries = enter_table(dossiers, dossier, data, file.name, by=by, on=on, choices=choices)
        _show(intake, to, whole)
        told = f"entries {entries[0].number} to {entries[-1].number}" if entries else "nothing new"
        click.echo(f"{key}: {told}", err=to == "json")
        return 0
    _show(look_at_table(dossiers, dossier, data, file.name, by=by, on=on, choices=choices), to, whole)
    click.echo("nothing is entered yet: --enter does it", err=to == "json")
    return 0


@click.command(context_settings=HELP)
@looks
@click.option("--entity", metavar="NAME", help="Only what this one names.")
@click.option("--document", metavar="SYMBOL", help="Only who names this one, by its key or symbol.")
def citations(look: Look, entity: str | None, document: str | None) -> int:
    """Show which entities name which documents among their mandates, and where they say so.

    \b
    Examples:
      operative dossier citations CASE --entity OLA

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.mentions import find_mentions

    found = [
        one
        for one in find_mentions(look.history(look.dossier))
        if entity in (None, one.entity) and document in (None, one.document, one.symbol)
    ]
    rows = ((one.entity, one.symbol, one.label, "; ".join(filter(None, (one.cited_in, one.part)))) for one in found)
    return show_view(found, look.to, ("who", "names", "as", "where"), rows, "Nobody named a document by this day.")


def _column(printed: str) -> tuple[str, TableField | None]:
    """ "Lead=owner" as a heading and its field; the last sign counts, as a heading may have others."""
    heading, sign, field = printed.rpartition("=")
    if not sign or (field and field not in set(TableField)):
        there = ", ".join(TableField)
        raise WrongCall(f"--column {printed!r}: write a heading, the sign =, and a field; there are: {there}")
    return heading.strip(), TableField(field) if field else None


def _show(intake: Intake, to: str, whole: bool) -> None:
    if to == "json":
        show_json(intake)
        return
    read = intake.read
    remembered = f", read as in {intake.remembered}" if intake.remembered else ""
    below = f"{read.holds} of sheet {read.sheet!r} below row {read.heading}{remembered}"
    show_title(f"{read.table}: {below}")
    show_rows(("column", "is taken as"), [(one.heading, str(one.field)) for one in read.columns], "no column is taken")
    if intake.left:
        click.echo(f"columns not taken: {'; '.join(intake.left)}")
    for remark in intake.remarks:
        click.echo(remark)
    # What is refused comes first, in the whole list too: it waits for somebody.
    rows = sorted(intake.rows, key=lambda row: row.fate is not RowFate.REFUSED) if whole else intake.news
    shown = rows if whole else rows[:SHOWN]
    click.echo()
    show_rows(("row", "is", "about", "what"), map(_row, shown), "every row says what the dossier has already")
    if len(shown) < len(rows):
        click.echo(f"and {len(rows) - len(shown)} more; --all shows them")
    if intake.gone:
        gone = say_first(intake.gone, len(intake.gone) if whole else SHOWN)
        click.echo(f"no longer in the table, and left as they are: {gone}")
    click.echo(f"{len(intake.rows)} rows: {', '.join(_counts(intake))}")


def _row(row: RowIntake) -> tuple[str, str, str, str]:
    said = (row.reason or "; ".join(row.changes) or row.label, *row.remarks)
    return str(row.number), str(row.fate), row.key, "; ".join(said)


def _counts(intake: Intake) -> Iterator[str]:
    return (f"{intake.count(fate)} {fate}" for fate in RowFate)
