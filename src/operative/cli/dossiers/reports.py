"""`operative report`: reporting duties, and what came."""

from pathlib import Path

import click

from operative.cli.dossiers.options import (
    HELP,
    Look,
    Write,
    case_argument,
    choice,
    database_option,
    day_and_moment,
    dossiers_of,
    known_at_option,
    looks,
    writes,
)
from operative.cli.dossiers.tables import show_json, show_rows, show_title
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.papers import PaperKind
from operative.errors import WrongCall

__all__ = ["due", "file", "make"]

PAPER_FORMS = ("docx", "pdf", "html", "md", "csv", "xlsx", "json")


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


@click.command(context_settings=HELP)
@case_argument
@click.option("--kind", type=choice(*PaperKind), default="working-group", show_default=True, help="What it is for.")
@click.option("--to", "form", type=choice(*PAPER_FORMS), default="docx", show_default=True, help="The form.")
@click.option("--as-of", "as_of", metavar="DATE", help="As it stood on a day. [default: today]")
@known_at_option
@click.option("--language", type=choice("en", "fr", "es"), default="en", show_default=True, help="Of the fixed words.")
@click.option("--style", default="", metavar="NAME", help="A house style. [default: that of the body, or plain]")
@click.option("--old", default="", metavar="NAME", help="Redline: the earlier draft or document.")
@click.option("--new", default="", metavar="NAME", help="Redline: the later draft or document.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write into FILE. [default: KEY-KIND-DATE.FORM]",
)
@database_option
def make(
    key: str,
    kind: str,
    form: str,
    as_of: str | None,
    known_at: str | None,
    language: str,
    style: str,
    old: str,
    new: str,
    out: Path | None,
    database: str | None,
) -> int:
    """Make a paper out of a dossier as of a day, every claim with a note that proves it; the same call, the same bytes.

    \b
    Examples:
      operative report make iom-un-2015 --kind working-group --to pdf --as-of 2016-10-01

    Exit codes: 0 made; 1 refused, with the reason; 2 wrong call.
    """
    # The renderers load with the paper to make.
    from operative.bootstrap.reports import make_report

    on, known = day_and_moment(as_of, known_at)
    dossier = dossiers_of(database).open(key)
    history = dossier.history(on, known)
    data = make_report(dossier, history, PaperKind(kind), form, language=language, old=old, new=new, style=style)
    file = out or Path(f"{key}-{kind}-{on}.{form}")
    try:
        file.write_bytes(data)
    except OSError as exc:
        raise WrongCall(f"{file}: {exc.strerror or exc}") from exc
    click.echo(f"{file}: {len(data):,} bytes")
    return 0
