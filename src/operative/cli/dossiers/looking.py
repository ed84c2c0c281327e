"""`operative dossier list`, `show`, `requests`, `conditions`, `engagements`, `links`, `timeline` and `documents`."""

import click

from operative.cli.dossiers.options import HELP, Look, choice, database_option, dossiers_of, looks
from operative.cli.dossiers.tables import say_evidence, show_json, show_rows, show_title, show_view
from operative.domain.entries import Basis
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.timelines import Line

__all__ = ["conditions", "documents", "engagements", "links", "list_", "requests", "show", "timeline"]


@click.command("list", context_settings=HELP)
@click.option("--to", type=choice("table", "json"), default="table", show_default=True, help="The form.")
@database_option
def list_(to: str, database: str | None) -> int:
    """Show the dossiers that there are.

    Exit codes: 0 shown; 2 wrong call.
    """
    rows = []
    dossiers = dossiers_of(database)
    for key in dossiers.keys():  # noqa: SIM118  # it is no mapping
        dossier = dossiers.open(key)
        opened = next(iter(dossier.history().facts(DossierOpened)), None)
        rows.append({"key": key, "title": opened.title if opened else "", "entries": dossier.version})
    told = ((str(row["key"]), str(row["title"]), str(row["entries"])) for row in rows)
    nothing = "There is no dossier; operative demo opens two."
    return show_view(rows, to, ("dossier", "about", "entries"), told, nothing)


@click.command(context_settings=HELP)
@looks
def show(look: Look) -> int:
    """Show one dossier on one screen: requests, conditions, mechanisms, costs, next decision.

    \b
    Examples:
      operative dossier show iom-un-2015 --as-of 2016-05-01

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.bootstrap.drafts import suggestions_at_hand
    from operative.dossiers.status import find_status

    dossier = look.dossier
    history = look.history(dossier)
    status = find_status(history, suggestions_at_hand(history, dossier))
    if look.to == "json":
        show_json(status)
        return 0
    show_title(status.title, status.asked)
    rows = ((row.name, row.state, row.words, f"{row.next_date or ''} {row.next_words}".strip()) for row in status.rows)
    show_rows(("", "state", f"on {look.on}", "next"), rows, "Nothing stood on this day.")
    return 0


@click.command(context_settings=HELP)
@looks
def requests(look: Look) -> int:
    """Show what was asked, of whom, by when, and where it stands.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.mandates import find_mandates

    mandates = find_mandates(look.history(look.dossier))
    rows = ((one.id, one.addressee, one.label, one.summary, one.owner, one.next_action) for one in mandates)
    columns = ("id", "of whom", "what", "state", "owner", "next")
    return show_view(mandates, look.to, columns, rows, "Nothing was asked by this day.")


@click.command(context_settings=HELP)
@looks
def conditions(look: Look) -> int:
    """Show conditions with their elements under the last draft: suggestions, and what is signed.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.bootstrap.drafts import suggestions_at_hand
    from operative.dossiers.conditions import find_conditions

    dossier = look.dossier
    history = look.history(dossier)
    views = find_conditions(history, suggestions_at_hand(history, dossier))
    if look.to == "json":
        show_json(views)
        return 0
    for view in views:
        show_title(view.label, view.summary)
        rows = ((one.id, one.label, one.summary) for one in view.elements)
        show_rows(("id", "element", "standing"), rows, "No element to keep.")
    if not views:
        click.echo("No condition was set by this day.")
    return 0


@click.command(context_settings=HELP)
@looks
def engagements(look: Look) -> int:
    """Show letters, meetings and rounds with the other side, and what was never raised.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.engagements import find_raising

    found = find_raising(look.history(look.dossier))
    if look.to == "json":
        show_json(found)
        return 0
    rows = (
        (one.day.iso, one.form, one.title, "; ".join(raised.label for raised in one.raised), one.outcome)
        for one in found.engagements
    )
    show_rows(("day", "form", "what", "raised", "outcome"), rows, "There was no contact by this day.")
    show_title("", found.summary)
    return 0


@click.command(context_settings=HELP)
@looks
def links(look: Look) -> int:
    """Show links to goals of the international agenda: who claims each, who rejects it, and on what evidence.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.agenda import find_links

    found = find_links(look.history(look.dossier))
    rows = (
        (
            one.subject,
            one.target,
            one.words,
            "; ".join(say_evidence(proof) for claim in one.claims for proof in claim.evidence),
        )
        for one in found
    )
    return show_view(found, look.to, ("what", "goal", "standing", "evidence"), rows, "No link was claimed by this day.")


@click.command(context_settings=HELP)
@click.option("--corrected", is_flag=True, help="Also what was corrected since.")
@click.option("--last", type=click.IntRange(1), metavar="N", help="Only the last N lines. [default: all]")
@looks
def timeline(look: Look, corrected: bool, last: int | None) -> int:
    """Show everything that happened, in order, with its evidence.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.timeline import find_timeline

    dossier = look.dossier
    lines = find_timeline(look.history(dossier), tuple(dossier.entries()) if corrected else None, most=last)
    rows = ((line.day.iso, line.title, "; ".join(map(say_evidence, line.evidence)), _marks(line)) for line in lines)
    return show_view(lines, look.to, ("day", "what", "evidence", ""), rows, "Nothing happened by this day.")


@click.command(context_settings=HELP)
@looks
def documents(look: Look) -> int:
    """Show the documents of a dossier, and which texts are missing.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.documents import find_documents

    found = find_documents(look.history(look.dossier))
    rows = ((one.key, one.summary) for one in found)
    return show_view(found, look.to, ("document", "what it is"), rows, "No document was named by this day.")


def _marks(line: Line) -> str:
    """What to know of a line before it is quoted."""
    background = ("background, unchecked",) if line.basis is Basis.BACKGROUND else ()
    corrected = (f"corrected by entry {line.corrected_by}",) if line.corrected_by else ()
    return "; ".join((*background, *corrected, *line.conflicts))
