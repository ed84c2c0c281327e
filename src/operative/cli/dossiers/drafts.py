"""`operative draft`: drafts held against the conditions of a resolution."""

from datetime import date
from pathlib import Path

import click

from operative.cli.dossiers.options import HELP, Look, Write, choice, looks, writes
from operative.cli.dossiers.tables import show_entries, show_json, show_rows, show_title, show_view
from operative.domain.verdicts import Shift, Suggestion, Verdict

__all__ = ["add", "compare", "list_", "sign", "verdicts"]

SIGNABLE = [verdict for verdict in Verdict if verdict is not Verdict.ADDED]


@click.command(context_settings=HELP)
@writes
@click.argument("label")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--from", "brought_by", default="", metavar="NAME", help="Who brought it.")
@click.option("--follows", default="", metavar="LABEL", help="The draft before it.")
def add(write: Write, label: str, file: Path, brought_by: str, follows: str) -> int:
    """Register FILE as the draft LABEL.

    \b
    Examples:
      operative draft add CASE "draft 2" agreement.docx --follows "draft 1" --by "A. Clerk"

    Exit codes: 0 registered; 1 the file cannot be read, or refused; 2 wrong call.
    """
    # The readers load with the file to read.
    from operative.bootstrap.openings import register_draft

    entries = register_draft(write.dossier, label, file, brought_by=brought_by, follows=follows, **write.grounded())
    show_entries(entries, write.to)
    return 0


@click.command("list", context_settings=HELP)
@looks
def list_(look: Look) -> int:
    """Show the drafts, oldest first.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.bootstrap.drafts import draft_views

    dossier = look.dossier
    views = draft_views(look.history(dossier), dossier)
    rows = ((view.label, view.since.iso, view.brought_by, view.summary) for view in views)
    columns = ("draft", "since", "brought by", "conditions")
    return show_view(views, look.to, columns, rows, "No draft is registered.")


@click.command(context_settings=HELP)
@looks
@click.option("--draft", "label", required=True, metavar="LABEL", help="The draft.")
def verdicts(look: Look, label: str) -> int:
    """Show for every element how a draft treats it: the suggestion with its words, and what was signed.

    A suggestion is never more than that: a condition is kept only by signatures.

    Exit codes: 0 shown; 1 no such dossier or draft; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.bootstrap.drafts import signed_verdicts, suggest_for
    from operative.exchange.verdicts import verdicts_as_dicts

    dossier = look.dossier
    history = look.history(dossier)
    suggestions, signed = suggest_for(history, dossier, label), signed_verdicts(history, label)
    if look.to == "json":
        show_json(verdicts_as_dicts(suggestions, signed))
        return 0
    show_title(f"{dossier.key}: {label}", "Suggestions are unsigned until a legal adviser signs them.")
    rows = (
        (one.element, one.label, one.verdict, signed.get(one.element, ""), one.passage, one.why) for one in suggestions
    )
    columns = ("id", "element", "suggested", "signed", "passage", "why")
    show_rows(columns, rows, "The resolution sets no element to keep.")
    return 0


@click.command(context_settings=HELP)
@looks
@click.argument("old")
@click.argument("new")
def compare(look: Look, old: str, new: str) -> int:
    """Show what the draft NEW does to each element that the draft OLD treated otherwise.

    Exit codes: 0 shown; 1 no such dossier or draft; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.bootstrap.drafts import suggest_for
    from operative.comparison.shifts import find_shifts

    dossier = look.dossier
    history = look.history(dossier)
    shifts = find_shifts(*(suggest_for(history, dossier, label) for label in (old, new)))
    rows = [(shift.turn, shift.label, _told(shift.old), _told(shift.new), _why(shift)) for shift in shifts]
    columns = ("turn", "element", old, new, "why")
    return show_view(shifts, look.to, columns, rows, "Neither draft treats an element.")


@click.command(context_settings=HELP)
@writes
@click.argument("element")
@click.argument("verdict", type=choice(*SIGNABLE))
@click.option("--draft", "label", required=True, metavar="LABEL", help="The draft.")
@click.option("--reason", default="", metavar="TEXT", help="Why; needed where it is not the suggested verdict.")
def sign(write: Write, element: str, verdict: str, label: str, reason: str) -> int:
    """Sign that a draft treats ELEMENT as VERDICT; takes the role of a legal adviser.

    \b
    Examples:
      operative draft sign CASE e-op3.a-1 explicit --draft "draft 2" --by "L. Counsel"
      operative draft sign CASE e-op3.a-4 narrowed --draft "draft 2" --reason "own only" --by "L. Counsel"

    Exit codes: 0 signed; 1 refused, with the reason; 2 wrong call.
    """
    # The rules load with the draft to look at.
    from operative.bootstrap.drafts import signature_for

    dossier = write.dossier
    history = dossier.history(date.max)
    return write.enter(signature_for(history, dossier, label, element, Verdict(verdict), reason), dossier=dossier)


def _told(suggestion: Suggestion | None) -> str:
    return "" if suggestion is None else f"{suggestion.verdict} {suggestion.passage}".strip()


def _why(shift: Shift) -> str:
    told = shift.new or shift.old
    return told.why if told else ""
