"""Files read by a pool of worker processes."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from operative.bootstrap.pool import CRASHED, Lost, work_off
from operative.cli.orders import Order
from operative.cli.outcomes import Outcome, read_file

__all__ = ["CRASHED", "read_files"]


def read_files(files: Sequence[Path], order: Order, jobs: int) -> Iterator[Outcome]:
    """The outcome of each file in the order of `files`, read by `jobs` processes at a time."""
    # Loaded once, before the processes part, and not with the command: `operative --help` must start at once.
    import operative.bootstrap.reading  # noqa: F401

    for path, outcome in work_off(files, partial(read_file, order=order), Outcome, jobs):
        yield Outcome(path, error=(outcome.code, outcome.message)) if isinstance(outcome, Lost) else outcome
