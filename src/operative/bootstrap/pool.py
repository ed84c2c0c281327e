"""A pool of worker processes in which an item that kills its worker loses only itself."""

import gc
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

__all__ = ["CRASHED", "SECONDS_AN_ITEM", "Lost", "work_off"]

CRASHED = "reader-crashed"
"""The code of an item whose process died."""

SECONDS_AN_ITEM = 300.0
"""After so long a worker is given up, and its item reported."""

GARBAGE = 100_000
"""New objects after which a worker looks for circles among them: readings hold none, so it need not look often."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """An item of which no result came: `reader-crashed` or `source-too-costly`, and why."""

    code: str
    message: str


class Worker(Generic[Item, Result]):
    """One process that works on one item after the other."""

    def __init__(
        self, work: Callable[[Item], Result], kind: type[Result], others: Sequence["Worker[Item, Result]"] = ()
    ) -> None:
        forks = "fork" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork" if forks else None)
        self.line, theirs = context.Pipe()
        # A forked process inherits our ends of all lines; it must close them, or no worker sees the end of its own.
        inherited = [self.line, *(worker.line for worker in others)] if forks else []
        self.process: BaseProcess = context.Process(
            target=serve, args=(theirs, work, inherited), name="operative-reader"
        )
        self.process.start()
        theirs.close()
        self.kind = kind
        self.job: tuple[int, Item] | None = None
        self.deadline = 0.0

    def give(self, number: int, item: Item) -> None:
        """Hand over an item to work on."""
        self.job = (number, item)
        self.deadline = time.monotonic() + SECONDS_AN_ITEM
        self.line.send(item)

    def take(self, ready: bool) -> Result | Lost | None:
        """What a busy worker has to say: its result, or its end; None while it is working."""
        late = not ready and time.monotonic() > self.deadline
        try:
            if ready:
                result = self.line.recv()
                assert isinstance(result, self.kind)
                return result
        except (EOFError, ConnectionError):
            pass
        else:
            if not late:
                return None
            self.process.kill()
        return Lost("source-too-costly" if late else CRASHED, self.last_words(late))

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self.job is None:
            with suppress(OSError):
                self.line.send(None)
        self.line.close()
        self.process.join(0.5 if self.job is None else 0)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()

    def last_words(self, late: bool) -> str:
        """Why the process is no more."""
        if late:
            return f"the reader took longer than {SECONDS_AN_ITEM:.0f} s and was stopped"
        self.process.join(1)
        code = self.process.exitcode or 0
        if code < 0:
            return f"the reader was ended by {signal.Signals(-code).name}; the other files are not affected"
        return f"the reader ended with code {code}; the other files are not affected"


def serve(line: Connection, work: Callable[[Item], object], inherited: Sequence[Connection]) -> None:
    """Work on items as they come over the line, until it closes or None comes."""
    for other in inherited:
        if not other.closed:
            other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command itself tells its workers to stop
    gc.freeze()
    gc.set_threshold(GARBAGE)
    while True:
        try:
            item = line.recv()
        except EOFError:
            return
        if item is None:
            return
        line.send(work(item))


def work_off(
    items: Iterable[Item], work: Callable[[Item], Result], kind: type[Result], jobs: int
) -> Iterator[tuple[Item, Result | Lost]]:
    """Each item with its result, in the order of `items`, worked on by `jobs` processes at a time.

    `kind` is the class of the results; no item is None. Items are taken as workers get free, so that a long or lazy row
    of them never stands in memory as a whole.
    """
    coming = enumerate(items)
    done: dict[int, tuple[Item, Result | Lost]] = {}
    turn = 0
    workers: list[Worker[Item, Result]] = []
    try:
        while True:
            # An item that is slow must not let finished ones behind it heap up without end.
            for number, item in islice(coming, max(0, free(workers, jobs) if len(done) < 64 * jobs else 0)):
                employ(workers, jobs, work, kind).give(number, item)
            busy = [worker for worker in workers if worker.job is not None]
            if not busy:
                return
            ready = wait([worker.line for worker in busy], timeout=1.0)
            for worker in busy:
                result = worker.take(worker.line in ready)
                if result is not None and worker.job is not None:
                    done[worker.job[0]] = (worker.job[1], result)
                    worker.job = None
            while turn in done:
                yield done.pop(turn)
                turn += 1
    finally:
        for worker in workers:
            worker.stop()


def free(workers: Sequence[Worker[Item, Result]], jobs: int) -> int:
    """How many items can be handed out now."""
    return jobs - sum(worker.job is not None for worker in workers)


def employ(
    workers: list[Worker[Item, Result]], jobs: int, work: Callable[[Item], Result], kind: type[Result]
) -> Worker[Item, Result]:
    """A worker that has nothing to do; a dead one is replaced."""
    for place, worker in enumerate(workers):
        if worker.job is None:
            if not worker.process.is_alive():
                worker.stop()
                workers[place] = worker = Worker(work, kind, [other for other in workers if other is not worker])
            return worker
    assert len(workers) < jobs
    workers.append(Worker(work, kind, workers))
    return workers[-1]
