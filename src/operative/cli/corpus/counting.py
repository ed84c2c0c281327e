"""`operative corpus count` and `plot`: how often what comes in a corpus, as table, file or picture."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import click

from operative import __version__
from operative.cli.corpus.options import BODY, FOLDER, open_corpus, print_lines
from operative.cli.wording import count as counted_as
from operative.domain.counts import Counted, Property, Tally
from operative.errors import WrongCall

__all__ = ["count", "plot"]

FILE = click.Path(dir_okay=False, path_type=Path)
THINGS = click.Choice([one.value for one in Counted])
WHAT = click.option("--what", type=THINGS, default="acts", show_default=True, help="What to count.")
BY = click.option("--by", required=True, metavar="PROPERTY[,PROPERTY]", help="body year kind language verb force ...")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@WHAT
@BY
@BODY
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True, help="Rows to show in the table.")
@click.option("--out", type=FILE, metavar="FILE", help="A .csv or .parquet.")
@click.option("--to", type=click.Choice(("table", "json")), default="table", show_default=True, help="The form.")
def count(folder: Path, what: str, by: str, body: str, limit: int, out: Path | None, to: str) -> int:
    """Count documents, provisions, acts, requests or reports by one property, or by two.

    Properties: body, year, kind, language; and of acts: verb, force, addressee, recipient, timing. What has several
    values counts for each.

    \b
    Examples:
      operative corpus count memory --what requests --by addressee
      operative corpus count memory --what reports --by year,body --out reports.csv

    Exit codes: 0 done; 1 nothing found; 2 wrong call.
    """
    tally = tallied(folder, what, by, body)
    # The tables load here, not with the command: `operative --help` must start at once.
    from operative.corpus.counted_files import tally_rows, write_csv, write_parquet

    if out is not None:
        makers = {".csv": write_csv, ".parquet": write_parquet}
        if out.suffix not in makers:
            raise WrongCall(f"{out}: counts are written as .csv or .parquet")
        keep(out, makers[out.suffix](tally))
    elif to == "json":
        print_lines(tally_rows(tally))
    else:
        for one in islice(tally.counts, limit):
            click.echo(f"{one.times:>9,}  {one.value}" + (f"  {one.second}" if one.second else ""))
        without = f"; {tally.without:,} have none" if tally.without else ""
        looked = counted_as(tally.documents, "document")
        click.echo(f"{counted_as(len(tally.counts), 'value')} in {looked}{without}")
    return int(not tally.counts)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@WHAT
@BY
@BODY
@click.option("--out", type=FILE, required=True, metavar="FILE", help="An .svg or .png.")
@click.option("--title", default="", help="What stands above it. [default: what is counted]")
@click.option("--limit", type=click.IntRange(1, 60), default=20, show_default=True, help="Bars to draw.")
def plot(folder: Path, what: str, by: str, body: str, out: Path, title: str, limit: int) -> int:
    """Draw the counts of `operative corpus count`: columns by year, bars by all else, a colour for each second value.

    Title, source and day stand on the picture.

    \b
    Examples:
      operative corpus plot memory --what requests --by addressee --out asked.svg
      operative corpus plot memory --what documents --by year,body --out years.png

    Exit codes: 0 drawn; 1 nothing found; 2 wrong call.
    """
    if out.suffix not in (".svg", ".png"):
        raise WrongCall(f"{out}: pictures are drawn as .svg or .png")
    tally = tallied(folder, what, by, body)
    if not tally.counts:
        return 1
    # Only this command draws.
    from operative.exchange.charts import render_chart_png, render_chart_svg

    said = title or f"{what.capitalize()} by {' and '.join(one.value for one in tally.by)}"
    source = f"Source: corpus {folder.resolve().name}; Operative {__version__}, {date.today()}"
    svg = render_chart_svg(tally, said, source, most=limit)
    keep(out, svg.encode() if out.suffix == ".svg" else render_chart_png(svg))
    return 0


def tallied(folder: Path, what: str, by: str, body: str) -> Tally:
    """The counts that are asked for."""
    corpus = open_corpus(folder)
    # As above.
    from operative.corpus.counting import count_by

    return count_by(corpus, Counted(what), properties_of(by), body=body)


def properties_of(names: str) -> Sequence[Property]:
    """The properties that a person names; raises `WrongCall` for one that is none."""
    try:
        return [Property(name.strip()) for name in names.split(",")]
    except ValueError as exc:
        raise WrongCall(f"{exc}; there are: {', '.join(one.value for one in Property)}") from exc


def keep(out: Path, data: bytes) -> None:
    """Write a file and say so."""
    try:
        out.write_bytes(data)
    except OSError as exc:
        raise WrongCall(f"{out} cannot be written ({exc.strerror}); name a file that may be") from exc
    click.echo(f"{out}", err=True)
