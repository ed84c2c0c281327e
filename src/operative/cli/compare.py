"""`operative compare`: a draft held against what a resolution says must be kept, or two texts word by word."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from operative.cli.orders import Order
from operative.cli.read import screen_width
from operative.errors import OperativeError, WrongCall

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["compare"]

FORMS = ("table", "json", "html", "md")
VERDICT_FORMS = ("table", "json")
SAMPLES = ("resolution-208.txt", "agreement-draft-1.txt", "agreement-draft-2.txt")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("texts", metavar="RESOLUTION DRAFT [NEW-DRAFT] | OLD NEW --redline", nargs=-1)
@click.option("--redline", is_flag=True, help="Compare two texts provision by provision, word by word.")
@click.option("--to", "to", type=click.Choice(FORMS), default="table", show_default=True, help="The form.")
@click.option("--language", metavar="xx", help="Language of the texts: en fr es ru ar zh. [default: found]")
@click.option("--full", is_flag=True, help="In the table, also what is the same, and all words.")
@click.option(
    "--sample", is_flag=True, help="Compare the bundled samples: a resolution and two drafts of an agreement."
)
@click.pass_context
def compare(
    ctx: click.Context, texts: tuple[str, ...], redline: bool, to: str, language: str | None, full: bool, sample: bool
) -> int:
    """Hold a draft against each element that a resolution says must be kept, or compare two texts word by word.

    What is said of an element is a suggestion with its words; only a person can sign it. With two drafts, what became
    stronger or weaker, vanished or appeared from the old to the new is shown as well. One of the texts may be -, for
    standard input.

    \b
    Examples:
      operative compare --sample
      operative compare resolution.pdf draft.docx
      operative compare resolution.pdf draft-1.docx draft-2.docx
      operative compare draft-1.docx draft-2.docx --redline
      operative compare draft-1.docx draft-2.docx --redline --to html > redline.html

    Exit codes: 0 compared; 1 a text cannot be read; 2 wrong call.
    """
    check_call(ctx, texts, redline, to, sample)
    order = Order(
        to=to,
        language=language,
        full=full,
        width=screen_width(),
        colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ,
    )
    with ExitStack() as stack:
        samples = files("operative") / "samples"
        names = SAMPLES[1:] if redline else SAMPLES
        paths = [str(stack.enter_context(as_file(samples / name))) for name in names] if sample else list(texts)
        readings, code = read_all(paths, order)
        if code:
            return code
        click.echo(redlined(readings, order) if redline else judged(readings, order), nl=False)
    return 0


def check_call(ctx: click.Context, texts: Sequence[str], redline: bool, to: str, sample: bool) -> None:
    """Refuse calls that make no sense, and say what would."""
    if sample and texts:
        raise click.UsageError("--sample brings its own texts; leave out the others.", ctx)
    if redline and not sample and len(texts) != 2:
        raise click.UsageError("--redline compares two texts: name OLD and NEW.", ctx)
    if not redline and not sample and len(texts) not in (2, 3):
        raise click.UsageError("Name a RESOLUTION, a DRAFT and, where there is one, a NEW-DRAFT; or --sample.", ctx)
    if not redline and to not in VERDICT_FORMS:
        raise click.UsageError(f"--to {to} goes with --redline; verdicts are a table or json.", ctx)
    if list(texts).count("-") > 1:
        raise click.UsageError("Standard input (-) can be read only once.", ctx)


def read_all(paths: Sequence[str], order: Order) -> tuple[list["Reading"], int]:
    """The readings of the texts, and the exit code where one cannot be read: its error is printed."""
    # The readers and lxml load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.reading import read

    readings: list[Reading] = []
    for path in paths:
        try:
            content = sys.stdin.buffer.read() if path == "-" else None
            source = Path(path) if content is None else content
            readings.append(read(source, name="stdin" if path == "-" else None, language=order.language))
        except OperativeError as exc:
            shown = "standard input" if path == "-" else click.format_filename(path)
            click.echo(f"operative: {shown}: {exc.code}: {exc}", err=True)
            return [], 2 if isinstance(exc, WrongCall) else 1
    languages = {reading.source.language for reading in readings}
    if len(languages) > 1:
        said = ", ".join(f"{reading.source.name} ({reading.source.language})" for reading in readings)
        click.echo(f"operative: the texts are in different languages: {said}", err=True)
    return readings, 0


def redlined(readings: Sequence["Reading"], order: Order) -> str:
    """Two texts word by word, in the form that was ordered."""
    # Each renderer loads on first use: tables need rich, the other forms do not.
    from operative.bootstrap.comparing import RENDERERS, redline

    old, new = readings
    rows = redline(old, new)
    if order.to in RENDERERS:
        return RENDERERS[order.to](rows, old, new)
    from operative.cli.redline_table import render_redline

    return render_redline(rows, old, new, order)


def judged(readings: Sequence["Reading"], order: Order) -> str:
    """What the drafts make of each element, in the form that was ordered."""
    # The rules load here, not with the command, and rich only where it draws.
    from operative.bootstrap import comparing

    resolution, *drafts = readings
    elements = [element for condition in resolution.conditions for element in condition.elements]
    if not elements:
        said = "names no element that must be kept: only what the draft adds is shown; --redline compares two texts"
        click.echo(f"operative: {resolution.source.name} {said}", err=True)
    suggested = [comparing.compare(resolution, draft) for draft in drafts]
    shifts = comparing.find_shifts(*suggested) if len(drafts) > 1 else ()
    if order.to == "json":
        single = len(drafts) == 1
        return comparing.render_verdicts_json(suggested[0]) if single else comparing.render_shifts_json(shifts)
    from operative.cli.verdict_table import render_shifts, render_verdicts

    if shifts or len(drafts) > 1:
        return render_shifts(shifts, resolution, (drafts[0], drafts[1]), order)
    return render_verdicts(suggested[0], resolution, drafts[0], order)
