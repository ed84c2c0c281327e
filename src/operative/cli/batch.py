"""Many files in one call: read, printed or written in their order, and summed up at the end."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from operative.cli.orders import Order
from operative.cli.outcomes import Outcome, read_file
from operative.cli.pool import read_files
from operative.cli.progress import Progress
from operative.cli.sources import plain_name
from operative.cli.wording import count
from operative.errors import WrongCall

__all__ = ["UNWRITABLE", "deliver", "summarize"]

UNWRITABLE = "unwritable-output"
"""The code of an outcome that was read and could not be written."""


def deliver(paths: Sequence[Path], order: Order, jobs: int, outputs: Mapping[Path, Path]) -> list[Outcome]:
    """Read all files, print or write each as soon as it is its turn, and keep the outcomes without their output."""
    outcomes: list[Outcome] = []
    for folder in {target.parent for target in outputs.values()}:
        make_folder(folder)
    with Progress(len(paths)) as progress:
        for outcome in read_all(paths, order, jobs):
            progress.clear()
            if outputs and not outcome.error:
                outcome = written(outcome, outputs[outcome.path])
            if outcome.error:
                click.echo(f"operative: {shown(outcome.path)}: {': '.join(outcome.error)}", err=True)
            elif not outputs:
                if outcomes and order.to in ("table", "md"):
                    click.echo()
                click.echo(outcome.output.rstrip(b"\n"))
            outcomes.append(replace(outcome, output=b""))
            progress.advance()
    for source, target in outputs.items():
        if target.name != plain_name(source, order.to):
            click.echo(f"{shown(source)} goes to {target}: its plain name belongs to another file", err=True)
    return outcomes


def read_all(paths: Sequence[Path], order: Order, jobs: int) -> Iterator[Outcome]:
    """The outcomes in order: a single file is read here, several by worker processes."""
    if Path("-") in paths:  # a worker has no standard input
        content = sys.stdin.buffer.read()
        for path in paths:
            yield read_file(path, order, content if str(path) == "-" else None)
    elif len(paths) == 1:
        yield read_file(paths[0], order)
    else:
        yield from read_files(paths, order, jobs)


def shown(path: Path) -> str:
    """A file's name, fit for a terminal."""
    if str(path) == "-":
        return "standard input"
    return click.format_filename(str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def make_folder(folder: Path) -> None:
    """Make the folder of `--out`; where that cannot be, the call is wrong."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise WrongCall(f"--out {folder} cannot be made ({exc.strerror}); name a folder that may be written") from exc


def written(outcome: Outcome, target: Path) -> Outcome:
    """The outcome after its file was written; where the disk refuses it, the refusal is its error."""
    try:
        write_whole(target, outcome.output)
    except OSError as exc:
        said = f"{target} cannot be written ({exc.strerror}); free the place or name another folder with --out"
        return replace(outcome, error=(UNWRITABLE, said))
    return outcome


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def summarize(outcomes: Sequence[Outcome], passed_over: int, out: Path | None) -> None:
    """Say on standard error what came of many files: how many were read, what should be looked at, what failed."""
    if len(outcomes) < 2 and not out:
        return
    well = [outcome for outcome in outcomes if outcome.error is None]
    lines = [
        f"Read {len(well)} of {count(len(outcomes), 'file')}, "
        f"{count(sum(outcome.provisions for outcome in well), 'provision')}" + (f", into {out}" if out else "")
    ]
    if passed_over:
        lines.append(f"Passed over {count(passed_over, 'file')} of other kinds")
    counts = Counter((severity, code) for outcome in well for severity, code, _ in outcome.findings)
    places = Counter(pair for outcome in well for pair in {(severity, code) for severity, code, _ in outcome.findings})
    if counts:
        lines.append("To look at:")
    rank = {"error": 0, "warning": 1, "info": 2}
    for (severity, code), times in sorted(counts.items(), key=lambda item: (rank[item[0][0]], -item[1], item[0][1])):
        lines.append(f"  {severity:8}{code:28}{times:6,} in {count(places[severity, code], 'file')}")
    failures = [(outcome.path, outcome.error[0]) for outcome in outcomes if outcome.error]
    for said, kept in (("Not read", False), ("Not written", True)):
        chosen = [(path, code) for path, code in failures if (code == UNWRITABLE) is kept]
        if chosen:
            lines.append(f"{said}: {len(chosen)}")
            lines += [f"  {shown(path)}: {code}" for path, code in chosen]
    click.echo("\n".join(lines), err=True)
