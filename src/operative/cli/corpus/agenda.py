"""`operative corpus due`: which reports are due when."""

from itertools import islice
from pathlib import Path

import click

from operative.cli.corpus.options import FOLDER, FORM, open_corpus, print_lines
from operative.cli.wording import count, shorten

__all__ = ["due"]

WIDTH = 96


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@click.option("--body", default="", help="Only what this body asked for: its key, code or name.")
@click.option("--session", type=click.IntRange(1), help="Only what is due at this session of the body.")
@click.option("--year", type=click.IntRange(1), help="Only what is due in this year.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Reports to show.")
@FORM
def due(folder: Path, body: str, session: int | None, year: int | None, limit: int, to: str) -> int:
    """Show which reports are due when, and which of them several texts ask for.

    \b
    Examples:
      operative corpus due memory --year 2031
      operative corpus due memory --body GA --session 86

    Exit codes: 0 done; 1 nothing found; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The arrays load here, not with the command: `operative --help` must start at once.
    from operative.corpus.agendas import find_due

    found = find_due(corpus, body, session or 0, year or 0)
    if to == "json":
        print_lines(
            {
                "earliest": str(one.window.earliest) if one.window.earliest else None,
                "latest": str(one.window.latest) if one.window.latest else None,
                "rule": one.window.rule,
                "body": one.body,
                "action": one.action,
                "addressees": one.addressees,
                "timings": one.timings,
                "places": [[place.document, place.provision] for place in one.places],
            }
            for one in found
        )
        return int(not found)
    for one in islice(found, limit):
        places = ", ".join(f"{corpus.holdings[p.document].called} {p.provision}" for p in one.places)
        window = f"{one.window.earliest or 'open'} to {one.window.latest or 'open'}"
        click.echo(f"{window}  {one.window.rule:<20}  {places}")
        said = shorten("; ".join(one.addressees) + ": " + one.action, WIDTH, lines=2)
        click.echo("      " + said.replace("\n", "\n      "))
    click.echo(count(len(found), "report"))
    return int(not found)
