"""The entries of a dossier, sorted by what they state; those in a store are fetched and read when they are wanted."""

import gc
from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import RLock
from typing import TypeVar

from operative.domain.entries import Entry
from operative.dossiers.citations import citing_of, documents_in
from operative.dossiers.ledger import entry_of
from operative.dossiers.ports import Citing, Ledgers, Row, place_of

__all__ = ["Shelf", "moment", "without_collecting"]

R = TypeVar("R", Row, Citing)

Correction = tuple[int, str, int]
"""The number of an entry that corrects, when it was recorded, and the number that it corrects."""


def moment(when: datetime) -> str:
    """A moment of recording as rows tell it, so that the two compare as words."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


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
        self._citings: list[Citing] | None = None
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
                self.number, self._entries = 0, {}
            if self.number == 0:
                # What was asked of an empty ledger is no answer for one that has begun.
                self._rows, self._whole, self._citings = {}, None, None
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
                with without_collecting():
                    rows = self._ledgers.rows(self._dossier, upto=self.number, kinds=(kind,))
                self._rows[kind] = sorted(rows, key=place_of)
        return self._rows.get(kind, ())

    def whole(self) -> Sequence[Row]:
        """All rows, in order."""
        if self._whole is None:
            with self._lock, without_collecting():
                if self._ledgers is None:
                    rows = [row for those in self._rows.values() for row in those]
                else:
                    rows = self._ledgers.rows(self._dossier, upto=self.number)
                    self._rows = {}
                rows.sort(key=place_of)
                grouped: dict[str, list[Row]] = {}
                for row in rows:
                    grouped.setdefault(row.kind, []).append(row)
                self._rows, self._whole = grouped, rows
        return self._whole

    def tail(self, most: int, upto: int, until: str, recorded: str | None) -> Sequence[Row]:
        """The last rows up to a number, a day and a moment, in order: at most so many, where that spares fetching."""
        if self._ledgers is None or self._whole is not None:
            return self.whole()
        return self._ledgers.tail(self._dossier, most, upto=upto, until=until, recorded=recorded)

    def citings(self) -> Sequence[Citing]:
        """What each entry with evidence cites, in order."""
        if self._citings is None:
            with self._lock, without_collecting():
                if self._ledgers is not None:
                    self._citings = self._ledgers.citings(self._dossier, upto=self.number)
                else:
                    labels = ((row, self._entries[row.number]) for row in self.whole())
                    self._citings = [citing_of(row, entry) for row, entry in labels if entry.statement.evidence]
        return self._citings

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
        with without_collecting():
            for row in rows:
                entry = known.get(row.number)
                if entry is None:
                    entry = known[row.number] = entry_of(row)
                entries.append(entry)
        return entries

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
        if self._citings is not None:
            self._citings = _merged(self._citings, [citing_of(row) for row in rows if documents_in(row.body)])
        corrections = [(row.number, row.recorded, row.corrects) for row in rows if row.corrects is not None]
        self._corrections = [*self._corrections, *corrections]


FEW = 50
"""So many rows find their places one by one faster than the list is sorted."""


def _merged(old: Sequence[R], fresh: Sequence[R]) -> list[R]:
    """Rows in order, with those that came."""
    rows = list(old)
    if len(fresh) > FEW:
        rows += fresh
        rows.sort(key=place_of)
    else:
        for row in fresh:
            insort(rows, row, key=place_of)
    return rows


@contextmanager
def without_collecting() -> Iterator[None]:
    """Entries and views hold no circles: to look for some among the thousands being made is a third of the time."""
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
