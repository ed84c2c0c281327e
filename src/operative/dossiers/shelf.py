"""The entries of a dossier, sorted by what they state; those in a store are fetched and read when they are wanted."""

import gc
import json
import re
from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import RLock

from operative.domain.entries import Entry
from operative.dossiers.ledger import entry_of
from operative.dossiers.ports import Ledgers, Row

__all__ = ["Shelf", "documents_of", "moment"]

Correction = tuple[int, str, int]
"""The number of an entry that corrects, when it was recorded, and the number that it corrects."""


def moment(when: datetime) -> str:
    """A moment of recording as rows tell it, so that the two compare as words."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


# "document":"res" among the evidence of an entry
CITED = re.compile(r'"document":"((?:[^"\\]|\\.)*)"')


def documents_of(entry: Entry) -> tuple[str, ...]:
    """The documents that an entry gives as evidence, each once."""
    return tuple(dict.fromkeys(one.document for one in entry.statement.evidence))


def place(row: Row) -> tuple[str, int]:
    """Entries stand in the order of their days, and those of one day as they were recorded."""
    return row.last, row.number


class Shelf:
    """Rows by kind, and the entries that were read out of them; safe for many threads, and only ever added to.

    `number` is the last entry that it knows of.
    """

    def __init__(self, ledgers: Ledgers | None = None, dossier: str = "") -> None:
        self.number = 0
        self._ledgers, self._dossier = ledgers, dossier
        self._rows: dict[str, list[Row]] = {}
        self._whole: list[Row] | None = None
        self._entries: dict[int, Entry] = {}
        self._cited: dict[int, tuple[str, ...]] = {}
        self._corrections: list[Correction] = []
        self._lock = RLock()

    @classmethod
    def holding(cls, entries: Iterable[Entry]) -> "Shelf":
        """A shelf with entries that are at hand, in whatever order."""
        shelf = cls()
        shelf._entries = {one.number: one for one in entries}
        shelf._take([_label(one) for one in shelf._entries.values()])
        return shelf

    def refresh(self) -> int:
        """The number of the last entry, after taking in what was written since."""
        if self._ledgers is None:
            return self.number
        with self._lock:
            number = self._ledgers.head(self._dossier).number
            if number < self.number:
                # A ledger only grows; one that lost entries is looked at anew, and verification says so.
                self.number, self._rows, self._whole, self._entries, self._cited = 0, {}, None, {}, {}
            if self.number == 0:
                # What was asked of an empty ledger is no answer for one that has begun.
                self._rows, self._whole = {}, None
                self._corrections = self._ledgers.corrections(self._dossier)
                self.number = number
            elif number > self.number:
                self._take(self._ledgers.rows(self._dossier, after=self.number))
            return self.number

    def of(self, kind: str) -> Sequence[Row]:
        """The rows of one kind, in order."""
        if self._ledgers is not None and kind not in self._rows:
            with self._lock:
                # An entry newer than `number` is taken in when the shelf is refreshed.
                rows = self._ledgers.rows(self._dossier, upto=self.number, kinds=(kind,))
                self._rows[kind] = sorted(rows, key=place)
        return self._rows.get(kind, ())

    def whole(self) -> Sequence[Row]:
        """All rows, in order."""
        if self._whole is None:
            with self._lock:
                if self._ledgers is None:
                    rows = [row for those in self._rows.values() for row in those]
                else:
                    rows = self._ledgers.rows(self._dossier, upto=self.number)
                    self._rows = {}
                rows.sort(key=place)
                grouped: dict[str, list[Row]] = {}
                for row in rows:
                    grouped.setdefault(row.kind, []).append(row)
                self._rows, self._whole = grouped, rows
        return self._whole

    def corrections(self) -> Sequence[Correction]:
        """Which entries correct which."""
        return self._corrections

    def at(self, number: int) -> Row | None:
        """The row with this number."""
        if self._ledgers is not None:
            found = self._ledgers.rows(self._dossier, after=number - 1, upto=number) if number > 0 else []
            return found[0] if found else None
        entry = self._entries.get(number)
        return None if entry is None else _label(entry)

    def entry(self, number: int) -> Entry | None:
        """The entry with this number, corrected since or not; fetched once."""
        found = self._entries.get(number)
        if found is None and (row := self.at(number)) is not None:
            (found,) = self.read([row])
        return found

    def read(self, rows: Iterable[Row]) -> list[Entry]:
        """The entries of rows."""
        known = self._entries
        entries = []
        with _without_collecting():
            for row in rows:
                entry = known.get(row.number)
                if entry is None:
                    entry = known[row.number] = entry_of(row)
                entries.append(entry)
        return entries

    def cited(self, rows: Iterable[Row]) -> list[tuple[int, tuple[str, ...]]]:
        """The number of each row that has evidence, with the documents; most rows need not be read for it."""
        known, found = self._cited, []
        for row in rows:
            documents = known.get(row.number)
            if documents is None:
                entry = self._entries.get(row.number)
                documents = known[row.number] = documents_of(entry) if entry else _cited_in(row.body)
            if documents:
                found.append((row.number, documents))
        return found

    def _take(self, rows: Sequence[Row]) -> None:
        """Rows newer than all that is there. Lists are made anew: somebody may be reading the old ones."""
        # First the number: who reads meanwhile then sees that there is more than counts for them.
        self.number = max((row.number for row in rows), default=self.number)
        kinds = {row.kind for row in rows}
        for kind in kinds if self._ledgers is None else kinds & self._rows.keys():
            fresh = [row for row in rows if row.kind == kind]
            self._rows[kind] = _merged(self._rows.get(kind, ()), fresh)
        if self._whole is not None:
            self._whole = _merged(self._whole, rows)
        corrections = [(row.number, row.recorded, row.corrects) for row in rows if row.corrects is not None]
        self._corrections = [*self._corrections, *corrections]


FEW = 50
"""So many rows find their places one by one faster than the list is sorted."""


def _merged(old: Sequence[Row], fresh: Sequence[Row]) -> list[Row]:
    """Rows in order, with those that came."""
    rows = list(old)
    if len(fresh) > FEW:
        rows += fresh
        rows.sort(key=place)
    else:
        for row in fresh:
            insort(rows, row, key=place)
    return rows


def _cited_in(body: str) -> tuple[str, ...]:
    """The documents that the canonical text of an entry gives as evidence: its keys are in order, none is in words."""
    begins, ends = body.find('"evidence":['), body.find('"fact":')
    if begins < 0 or begins > ends:
        return ()
    found = CITED.findall(body, begins, ends)
    return tuple(dict.fromkeys(json.loads(f'"{one}"') if "\\" in one else one for one in found))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Entries hold no circles: to look for some among many thousands that are being made is a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _label(entry: Entry) -> Row:
    """A row that says where an entry belongs, for one that is at hand and need not be read."""
    last, corrects = entry.effective.last.isoformat(), entry.statement.corrects
    return Row(entry.number, moment(entry.recorded), entry.fact.kind, last, corrects, "", entry.digest)
