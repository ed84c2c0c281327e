"""`operative report back`: what people changed in a report, as claims to accept or decline."""

from datetime import date
from pathlib import Path

import click

from operative.cli.dossiers.options import HELP, case_argument, database_option, dossiers_of, form_option
from operative.cli.dossiers.tables import show_entries, show_json, show_title
from operative.cli.wording import clean
from operative.domain.edits import Answered, Offer, Returned
from operative.errors import WrongCall

__all__ = ["back"]


@click.command(context_settings=HELP)
@case_argument
@click.argument("source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--accept", "accepted", multiple=True, metavar="ID", help="Take up a change; again for more.")
@click.option("--decline", "declined", multiple=True, metavar="ID", help="Decline a change; again for more.")
@click.option("--by", default="", metavar="NAME", help="Who accepts and declines.")
@form_option
@database_option
def back(
    key: str,
    source: Path,
    accepted: tuple[str, ...],
    declined: tuple[str, ...],
    by: str,
    to: str,
    database: str | None,
) -> int:
    """Read a report back that somebody edited as DOCX: what it said, what it says now, and what each change rests on.

    The report is made again as it was, and held against FILE line by line, with tracked changes and without. A change
    is a claim: accepting it enters what the list says, with FILE as its evidence; declining it is recorded too.

    \b
    Examples:
      operative report back CASE report.docx
      operative report back CASE report.docx --accept 1f0c22ab --decline 90ab77de --by "A. Clerk"

    Exit codes: 0 shown or entered; 1 refused, with the reason; 2 wrong call.
    """
    # The readers load with the file to read.
    from operative.bootstrap.returns import answer_changes, read_back

    dossier, data = dossiers_of(database).open(key), source.read_bytes()
    if accepted or declined:
        if not by.strip():
            raise WrongCall("say who accepts and declines: --by NAME")
        entries = answer_changes(
            dossier, data, by=by, today=date.today(), accepted=accepted, declined=declined, name=source.name
        )
        show_entries(entries, to)
        return 0
    returned = read_back(dossier, data)
    if to == "json":
        show_json(returned)
    else:
        _show(returned)
    return 0


def _show(returned: Returned) -> None:
    count = len(returned.offers)
    changes = f"{count} {'change' if count == 1 else 'changes'}"
    show_title(f"{returned.kind} as of {returned.as_of}, made of entry {returned.version}: {changes}")
    for finding in returned.findings:
        click.echo(f"{finding.severity.value}: {finding.message} [{finding.code}]")
    for one in returned.offers:
        click.echo()
        for line in _told(one):
            click.echo(line)


def _told(one: Offer) -> list[str]:
    edit = one.edit
    how = "tracked" if edit.tracked else "not tracked"
    who = ", ".join(clean(word) for word in (edit.author, edit.moment[:10], how) if word)
    told = [f"{edit.id}  {edit.line}  {edit.kind} ({who})"]
    told += [f"  was: {clean(edit.was)}"] if edit.was else []
    told += [f"  now: {clean(edit.now)}"] if edit.now else []
    if edit.entries:
        told.append(f"  rests on entry {', '.join(map(str, edit.entries))}")
    if one.answer is not Answered.OPEN:
        return [*told, f"  {one.answer} by {one.by} in entry {one.entry}"]
    return [*told, f"  to accept it {clean(one.effect)}" if one.statement else f"  cannot be accepted: {one.reason}"]
