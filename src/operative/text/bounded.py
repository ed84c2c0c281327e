"""Readers of hostile formats, run in a child process with limits of memory and time.

One child serves many sources, so its start is paid once. A child that does not answer in time, dies, or grew large is
replaced before the next source. For systems with POSIX pipes.
"""

import atexit
import marshal
import os
import selectors
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Self

from operative import errors
from operative.domain.texts import Text
from operative.errors import OperativeError, SourceTooCostly, UnreadableSource
from operative.text.packing import unpack_text
from operative.text.worker import ANSWER, REQUEST

__all__ = ["Limits", "Worker", "ask_bounded", "draw_bounded", "read_bounded"]

_START = """
import sys
sys.path[:] = {path!r}
from operative.text.worker import serve
serve()
"""
_START_SECONDS = 60.0
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one source may cost.

    A source may take `seconds`, and more in proportion to its size; a reader that reports its progress, page by page,
    gets time for each page, but at most `seconds_per_megabyte_of_pages`, since small files have few honest pages.
    """

    memory: int = 900 * _MEGABYTE
    """Address space of the child in bytes, its own 100 MB included."""
    seconds: float = 4.0
    seconds_per_megabyte: float = 1.0
    seconds_per_megabyte_of_pages: float = 50.0


class _Ended(Exception):
    """The child closed its end."""


class Worker:
    """One child process and the way to speak with it; several threads take turns."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child; the next source starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()

    def read(self, reader: str, data: bytes, limits: Limits, options: dict[str, str]) -> Text:
        """The text that `reader`, as `package.module:function`, makes of the bytes.

        Raises what the reader raises, and `SourceTooCostly` where it goes over the limits.
        """
        return unpack_text(self.ask(reader, data, limits, options))

    def ask(self, reader: str, data: bytes, limits: Limits, options: dict[str, str]) -> bytes:
        """What the child answers, as it comes; raises as `read` does."""
        with self._lock:
            try:
                return self._ask(reader, data, limits, options)
            except _Ended:
                if self._close_dead() != 0:
                    raise _death(reader, limits) from None
            # The child had served its time: it ended by itself after the source before this one.
            try:
                return self._ask(reader, data, limits, options)
            except _Ended:
                self._close_dead()
                raise _death(reader, limits) from None

    def _close_dead(self) -> int | None:
        process = self._process
        code = process.wait() if process else None
        self.close()
        return code

    def _ask(self, reader: str, data: bytes, limits: Limits, options: dict[str, str]) -> bytes:
        process = self._process or _start()
        self._process = process
        head = marshal.dumps((reader, options, limits.memory))
        try:
            assert process.stdin is not None
            process.stdin.write(REQUEST.pack(len(head), len(data)) + head)
            process.stdin.write(data)
            process.stdin.flush()
        except OSError:
            raise _Ended from None
        try:
            kind, answer = _wait(process, len(data), limits)
        except SourceTooCostly:
            self.close()
            raise
        if kind == b"E":
            name, message = marshal.loads(answer)
            raise _named(name)(message)
        return answer


def _start() -> subprocess.Popen[bytes]:
    """A fresh child that finds the same modules as this process."""
    home = str(Path(errors.__file__).parent.parent)
    path = [home, *(str(Path(entry).absolute()) for entry in sys.path)]
    command = [sys.executable, "-I", "-S", "-c", _START.format(path=path)]
    # Wide pipes save changes between the two processes, where the system has such.
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pipesize=_MEGABYTE // 4)


def _wait(process: subprocess.Popen[bytes], size: int, limits: Limits) -> tuple[bytes, bytes]:
    """The child's answer: its kind and its bytes."""
    assert process.stdout is not None
    pipe = process.stdout.fileno()
    megabytes = size / _MEGABYTE
    seconds = limits.seconds + megabytes * limits.seconds_per_megabyte
    most, started = megabytes * limits.seconds_per_megabyte_of_pages, monotonic()
    pages = scans = 0.0
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            allowed = started + seconds + min(pages, most) + scans
            kind, length = ANSWER.unpack(_take(selector, pipe, ANSWER.size, allowed))
            content = _take(selector, pipe, length, allowed + _START_SECONDS)
            if kind != b"P":
                return kind, content
            more, scan = marshal.loads(content)
            pages, scans = (pages, scans + more) if scan else (pages + more, scans)


def _take(selector: selectors.BaseSelector, pipe: int, length: int, until: float) -> bytes:
    """Exactly `length` bytes of the child's output, had before the clock shows `until`."""
    parts = []
    while length:
        if not selector.select(max(until - monotonic(), 0)):
            raise SourceTooCostly("the source takes more time to read than it may")
        part = os.read(pipe, min(length, _MEGABYTE))
        if not part:
            raise _Ended
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _named(name: str) -> type[OperativeError]:
    known = getattr(errors, name, UnreadableSource)
    return known if isinstance(known, type) and issubclass(known, OperativeError) else UnreadableSource


def _death(reader: str, limits: Limits) -> OperativeError:
    memory = f"{limits.memory // _MEGABYTE} MB"
    return SourceTooCostly(f"{reader} did not survive the source: it needs more than {memory}, or is made to do harm")


@cache
def _worker(process: int, task: str) -> Worker:
    """The worker of the process with this number, so that forked processes do not share a child; one for each task."""
    worker = Worker()
    atexit.register(worker.close)
    return worker


def read_bounded(reader: str, data: bytes, limits: Limits | None = None, **options: str) -> Text:
    """The text that `reader`, as `package.module:function`, makes of the bytes, in a child process with limits.

    Options that the reader does not take are left out. Raises what the reader raises, and `SourceTooCostly` where it
    goes over the limits.
    """
    return _worker(os.getpid(), "read").read(reader, data, limits or Limits(), options)


def draw_bounded(drawer: str, data: bytes, limits: Limits | None = None, **options: str) -> bytes:
    """The bytes that `drawer`, as `package.module:function`, makes of the bytes, as `read_bounded` reads them.

    Drawing has a child of its own: a page is to be seen while a long text is read.
    """
    return ask_bounded("draw", drawer, data, limits, **options)


def ask_bounded(task: str, maker: str, data: bytes, limits: Limits | None = None, /, **options: str) -> bytes:
    """The bytes that `maker`, as `package.module:function`, makes of the bytes, in the child process of a task.

    Each task has a child of its own, so that none waits for another. Raises as `read_bounded` does.
    """
    return _worker(os.getpid(), task).ask(maker, data, limits or Limits(), options)
