"""A pool of worker processes in which a file that kills its worker loses only itself."""

import multiprocessing
import signal
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from operative.cli.orders import Order
from operative.cli.outcomes import Outcome, read_file

__all__ = ["CRASHED", "SECONDS_A_FILE", "read_files"]

CRASHED = "reader-crashed"
"""The code of an outcome whose process died."""

SECONDS_A_FILE = 300.0
"""After so long a worker is given up, and its file reported."""


class Worker:
    """One process that reads one file after the other."""

    def __init__(self, order: Order, others: Sequence["Worker"] = ()) -> None:
        forks = "fork" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork" if forks else None)
        self.line, theirs = context.Pipe()
        # A forked process inherits our ends of all lines; it must close them, or no worker sees the end of its own.
        inherited = [self.line, *(worker.line for worker in others)] if forks else []
        self.process: BaseProcess = context.Process(
            target=serve, args=(theirs, order, inherited), name="operative-reader"
        )
        self.process.start()
        theirs.close()
        self.job: tuple[int, Path] | None = None
        self.deadline = 0.0

    def give(self, number: int, path: Path) -> None:
        """Hand over a file to read."""
        self.job = (number, path)
        self.deadline = time.monotonic() + SECONDS_A_FILE
        self.line.send(path)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.line.close()
        self.process.join(0.5 if self.job is None else 0)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()

    def last_words(self, late: bool) -> str:
        """Why the process is no more."""
        if late:
            return f"the reader took longer than {SECONDS_A_FILE:.0f} s and was stopped"
        self.process.join(1)
        code = self.process.exitcode or 0
        if code < 0:
            return f"the reader was ended by {signal.Signals(-code).name}; the other files are not affected"
        return f"the reader ended with code {code}; the other files are not affected"


def serve(line: Connection, order: Order, inherited: Sequence[Connection]) -> None:
    """Read files as they come over the line, until it closes."""
    for other in inherited:
        if not other.closed:
            other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command itself tells its workers to stop
    while True:
        try:
            path = line.recv()
        except EOFError:
            return
        line.send(read_file(path, order))


def read_files(files: Sequence[Path], order: Order, jobs: int) -> Iterator[Outcome]:
    """The outcome of each file in the order of `files`, read by `jobs` processes at a time."""
    # Loaded once, before the processes part, and not with the command: `operative --help` must start at once.
    import operative.bootstrap.reading  # noqa: F401

    waiting = list(enumerate(files))[::-1]
    done: dict[int, Outcome] = {}
    turn = 0
    workers: list[Worker] = []
    try:
        while len(workers) < min(jobs, len(files)):
            workers.append(Worker(order, workers))
        while turn < len(files):
            for place, worker in enumerate(workers):
                if worker.job is None and waiting:
                    if not worker.process.is_alive():
                        worker.stop()
                        workers[place] = worker = Worker(order, [other for other in workers if other is not worker])
                    worker.give(*waiting.pop())
            busy = [worker for worker in workers if worker.job is not None]
            ready = wait([worker.line for worker in busy], timeout=1.0)
            for worker in busy:
                outcome = take(worker, worker.line in ready)
                if outcome is not None and worker.job is not None:
                    done[worker.job[0]] = outcome
                    worker.job = None
            while turn in done:
                yield done.pop(turn)
                turn += 1
    finally:
        for worker in workers:
            worker.stop()


def take(worker: Worker, ready: bool) -> Outcome | None:
    """What a busy worker has to say: its outcome, or its end; None while it is reading."""
    assert worker.job is not None
    _, path = worker.job
    late = not ready and time.monotonic() > worker.deadline
    try:
        if ready:
            outcome = worker.line.recv()
            assert isinstance(outcome, Outcome)
            return outcome
    except (EOFError, ConnectionError):
        pass
    else:
        if not late:
            return None
        worker.process.kill()
    return Outcome(path, error=("source-too-costly" if late else CRASHED, worker.last_words(late)))
