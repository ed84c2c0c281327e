"""`operative report`: reporting duties, and what came."""

import click

from operative.cli.dossiers.options import HELP, Write, writes
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
