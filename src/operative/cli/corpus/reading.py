"""`operative corpus read`: many sources into a corpus."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from operative.cli.corpus.options import require_extra
from operative.cli.wording import count

if TYPE_CHECKING:
    from operative.bootstrap.bulk import BulkSummary

__all__ = ["read"]

SHOWN = 20
"""Failures that are named one by one; the others are counted by code."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", metavar="DIR|ZIP|tar|MANIFEST...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), required=True, metavar="FOLDER", help="The corpus.")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Sources read at a time. [default: one a core]")
@click.option("--engine", type=click.Choice(("local", "ray")), default="local", show_default=True, help="Who works.")
@click.option("--quick", is_flag=True, help="Structure and citations only, without what is asked of whom.")
@click.option("--retry", is_flag=True, help="Read again what could not be read before.")
def read(sources: tuple[Path, ...], into: Path, jobs: int | None, engine: str, quick: bool, retry: bool) -> int:
    """Take many texts into a corpus.

    A source is read once: what the corpus knows by its bytes is passed over, so the same call again goes on where it
    was stopped, and takes in only what is new. One source that cannot be read never stops the others.

    \b
    Examples:
      operative corpus read texts/ --into memory
      operative corpus read session-77.zip session-78.tar.xz --into memory
      operative corpus read list.manifest --into memory --jobs 4
      operative corpus read texts/ --into memory --engine ray

    Exit codes: 0 all read; 1 read, with errors; 2 wrong call.
    """
    require_extra()
    # The readers and the tables load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.bulk import read_into

    line = Line()
    many = jobs or os.cpu_count() or 1
    summary = read_into(sources, into, jobs=many, engine=engine, quick=quick, retry=retry, watch=line.draw)
    line.clear()
    click.echo(told(summary, into), err=True)
    return int(bool(summary.failed))


class Line:
    """A progress line, drawn at most ten times a second and only where a person sees it."""

    def __init__(self) -> None:
        self.active = sys.stderr.isatty()
        self.begun = time.monotonic()
        self.next = 0.0

    def draw(self, summary: "BulkSummary") -> None:
        """Show how far the reading is."""
        now = time.monotonic()
        if self.active and now >= self.next:
            self.next = now + 0.1
            done = summary.read + len(summary.failed)
            rate = done / max(now - self.begun, 0.1)
            said = f"{done} read, {summary.known} known before, {len(summary.failed)} failed, {rate:.0f} a second"
            click.echo(f"\r\033[K{said}", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self.active:
            click.echo("\r\033[K", nl=False, err=True)


def told(summary: "BulkSummary", into: Path) -> str:
    """What came of the reading, for a person."""
    lines = [
        f"Read {count(summary.read, 'source')} into {into}: {count(summary.documents, 'document')}, "
        f"{count(summary.provisions, 'provision')}, {count(summary.acts, 'act')}"
    ]
    if summary.known:
        lines.append(f"Passed over {count(summary.known, 'source')} that the corpus knows")
    if summary.failed:
        lines.append(f"Not read: {len(summary.failed)}")
        lines += [f"  {name}: {code}: {message}" for name, code, message in summary.failed[:SHOWN]]
    if len(summary.failed) > SHOWN:
        lines += [f"  {code:24}{times:6,} in all" for code, times in summary.codes.most_common()]
    return "\n".join(lines)
