"""What was read goes into a corpus part by part, written and indexed by a process beside those that read."""

import multiprocessing
import signal
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from operative.corpus.corpora import Corpus
from operative.corpus.indexing import refresh_index
from operative.corpus.packing import PackedRecord, unpack_record

__all__ = ["PART_PROVISIONS", "Shelf"]

PART_PROVISIONS = 20_000
"""Rows after which a part is closed: so much is lost at most where the machine stops."""


class Shelf:
    """Takes records in the order in which they come; left in any way, it keeps all that it was given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: list[PackedRecord] = []
        self._provisions = 0
        self._busy: tuple[BaseProcess, list[PackedRecord]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()
        if self._waiting:
            keep_part(self._folder, self._waiting)

    def put(self, record: PackedRecord) -> None:
        """Take one record; a part that is full is written while the reading goes on."""
        self._waiting.append(record)
        self._provisions += record.provisions
        if self._provisions >= PART_PROVISIONS:
            self._finish()
            process = multiprocessing.Process(target=keep_beside, args=(self._folder, self._waiting))
            process.start()
            self._busy = process, self._waiting
            self._waiting, self._provisions = [], 0

    def _finish(self) -> None:
        """Wait for the part that is being written; where that failed, it fails here again and says why."""
        if self._busy is None:
            return
        process, records = self._busy
        self._busy = None
        process.join()
        if process.exitcode:
            keep_part(self._folder, records)


def keep_beside(folder: Path, records: Sequence[PackedRecord]) -> None:
    """`keep_part` in a process of its own, which ends when its work is done, whatever a person stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_part(folder, records)


def keep_part(folder: Path, records: Sequence[PackedRecord]) -> None:
    """Make a part of the records, and bring the search index up to it."""
    corpus = Corpus.open(folder)
    corpus.add([unpack_record(record) for record in records])
    refresh_index(corpus)
