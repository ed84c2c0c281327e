"""`operative read`: from files to readings, as a table for a person or as files for programs."""

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path

import click

from operative.cli.batch import deliver, summarize
from operative.cli.orders import Order
from operative.cli.sources import ENDINGS, gather, name_outputs
from operative.errors import WrongCall

__all__ = ["read"]

FORMS = ("table", "json", "akn", "md", "html")
LONE = ("akn", "html")
"""Forms of which one stream can hold only one."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", metavar="FILE|DIR...", nargs=-1)
@click.option("--to", "to", type=click.Choice(FORMS), help="The form. [default: table; with --out: json]")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Write one file for each source into DIR.")
@click.option("--language", metavar="xx", help="Language of the text: en fr es ru ar zh. [default: found]")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Files read at a time. [default: one a core]")
@click.option(
    "--changes",
    type=click.Choice(("accepted", "original")),
    default="accepted",
    show_default=True,
    help="Tracked changes of Word files: the text with them, or before them.",
)
@click.option("--explain", metavar="ID", help="Show which rule found what in a provision (op2, op2.a, ...) or act.")
@click.option(
    "--claims", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Corrections to read with."
)
@click.option("--model", is_flag=True, help="Ask the configured language model for what the rules leave open.")
@click.option("--full", is_flag=True, help="In the table, all words of every provision.")
@click.option("--sample", is_flag=True, help="Read the bundled sample, a resolution of a fictional organization.")
@click.pass_context
def read(
    ctx: click.Context,
    sources: tuple[str, ...],
    to: str | None,
    out: Path | None,
    language: str | None,
    jobs: int | None,
    changes: str,
    explain: str | None,
    claims: Path | None,
    model: bool,
    full: bool,
    sample: bool,
) -> int:
    """Read resolutions, decisions, statements and agreements: PDF, Word, text, HTML or Akoma Ntoso.

    FILE may be - for standard input; a DIR is read with all its folders. One file that cannot be read never stops
    the others: it is named at the end, with the reason.

    \b
    Examples:
      operative read --sample
      operative read resolution.pdf
      operative read resolution.pdf --to json | jq .acts
      operative read texts/ --out readings/ --jobs 4
      operative read draft.docx --changes original
      curl -s ADDRESS | operative read - --to md

    Exit codes: 0 all read; 1 read, with errors; 2 wrong call.
    """
    form = to or ("json" if out else "table")
    check_call(ctx, sources, form, out, explain, sample)
    with ExitStack() as stack:
        bundled = files("operative") / "samples" / "resolution-208.txt"
        own = stack.enter_context(as_file(bundled)) if sample else None
        order = Order(
            to=form,
            language=language,
            changes=changes,
            explain=explain,
            full=full,
            width=screen_width(),
            colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ,
            sample=own,
            claims=claims,
            model=model,
        )
        names = [*sources, *([str(own)] if own else [])]
        return carry_out(names, order, jobs or os.cpu_count() or 1, out)


def carry_out(names: Sequence[str], order: Order, jobs: int, out: Path | None) -> int:
    """Read what the names mean and deliver it; the exit code of the command."""
    gathered = gather(names, out)
    if not gathered.files and not gathered.missing:
        raise WrongCall(f"nothing to read in {', '.join(names)}; there are readers for PDF, DOCX, text, HTML and XML")
    if len(gathered.files) > 1 and order.to in LONE and out is None:
        raise WrongCall(f"{len(gathered.files)} files as {order.to} do not fit one stream; name a folder with --out")
    outcomes = deliver(gathered.files, order, jobs, name_outputs(gathered.files, order.to, out) if out else {})
    for path in gathered.missing:
        click.echo(f"operative: {path}: wrong-call: no such file or folder", err=True)
    summarize(outcomes, gathered.passed_over, out)
    if gathered.missing or any(outcome.wrong_call for outcome in outcomes):
        return 2
    return int(any(outcome.failed for outcome in outcomes))


def check_call(
    ctx: click.Context, sources: Sequence[str], form: str, out: Path | None, explain: str | None, sample: bool
) -> None:
    """Refuse calls that make no sense, and say what would."""
    if not sources and not sample:
        raise click.UsageError("Name a FILE or DIR to read, - for standard input, or --sample.", ctx)
    if out is not None and form not in ENDINGS:
        raise click.UsageError(f"--out needs --to {', '.join(ENDINGS)}; a table is for the screen.", ctx)
    if explain is not None and (out is not None or form != "table"):
        raise click.UsageError("--explain prints for a person; leave out --to and --out.", ctx)
    if sources.count("-") > 1:
        raise click.UsageError("Standard input (-) can be read only once.", ctx)


def screen_width() -> int:
    """The columns to fill: those of the terminal, at most 120 so that lines stay readable; 100 in a pipe."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return max(40, min(120, shutil.get_terminal_size().columns))
    return 100
