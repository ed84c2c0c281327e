"""`operative report`: reporting duties, and what came."""

import click

from operative.cli.dossiers.options import HELP, Look, Write, looks, writes
from operative.cli.dossiers.tables import show_json, show_rows, show_title
from operative.domain.facts.reports import Answer, ReportFiled
from operative.errors import WrongCall

__all__ = ["due", "file"]


@click.command(context_settings=HELP)
@writes
@click.argument("report")
@click.option("--document", required=True, metavar="KEY", help="The document that it is.")
@click.option("--recipient", default="", metavar="NAME", help="Who gets it.")
@click.option("--through", default="", metavar="NAME", help="Through whom it goes.")
@click.option("--session", default="", metavar="KEY", help="The session that it is for.")
@click.option("--answers", multiple=True, metavar="MANDATE[:SCOPE][@PLACE]", help="What it answers; again for more.")
@click.option("--leaves", multiple=True, metavar="MANDATE[:SCOPE]", help="What it leaves unanswered; again for more.")
def file(
    write: Write,
    report: str,
    document: str,
    recipient: str,
    through: str,
    session: str,
    answers: tuple[str, ...],
    leaves: tuple[str, ...],
) -> int:
    """Enter REPORT, and what of the asked it answers.

    \b
    Examples:
      operative report file CASE r1 --document report-2025 --answers "m-op5-1:the talks@p2" \\
          --leaves "m-op5-1:what it would cost" --by "A. Clerk"

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    told = (*(_answer(one, given=True) for one in answers), *(_answer(one, given=False) for one in leaves))
    return write.enter(ReportFiled(report, document, recipient, through, session, told))


def _answer(printed: str, *, given: bool) -> Answer:
    """MANDATE, MANDATE:SCOPE, MANDATE:SCOPE@PLACE."""
    rest, _, place = printed.partition("@")
    mandate, _, scope = rest.partition(":")
    if given and not place:
        raise WrongCall(f"--answers {printed!r}: say where in the report: MANDATE:SCOPE@PLACE")
    return Answer(mandate.strip(), scope.strip(), given, place.strip())


@click.command(context_settings=HELP)
@looks
def due(look: Look) -> int:
    """Show every reporting duty: what was due, what came, what is late, and what was asked and never answered.

    \b
    Examples:
      operative report due iom-un-2015 --as-of 2016-05-01

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.reports import find_calendar, find_reports

    history = look.history(look.dossier)
    duties, reports = find_calendar(history), find_reports(history)
    if look.to == "json":
        show_json({"duties": duties, "reports": reports})
        return 0
    rows = ((one.mandate, one.label, one.summary) for one in duties)
    show_rows(("mandate", "what is to be reported", "on the day"), rows, "No reporting duty stands.")
    show_title("Reports that came")
    told = ((one.id, one.day.iso, one.document, one.summary) for one in reports)
    show_rows(("report", "day", "document", "what it answers"), told, "None.")
    return 0
