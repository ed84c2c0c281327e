"""What stood on a day, as far as it was known at a moment: time is kept twice."""

import json
import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

from operative.domain.entries import Entry
from operative.domain.facts.dossiers import EntryWithdrawn
from operative.dossiers.citations import documents_in, documents_of
from operative.dossiers.ports import Citing, Row, place_of
from operative.dossiers.shelf import Shelf, moment, without_collecting
from operative.errors import WrongCall

__all__ = ["History", "once"]

F = TypeVar("F")
T = TypeVar("T")
R = TypeVar("R", Row, Citing)
SCANS = 4
"""So often a kind is looked through for one key before all keys are listed."""


class History:
    """The entries of a ledger that stand on the day `on`, known by `known_at`, in the order of their days.

    An entry counts from the last day that its date can mean. A correction takes the place of what it corrects from
    the moment it was recorded on; what was known before that moment is still to be seen with an earlier `known_at`.
    Of one day, the entry that was recorded first comes first: the order in which entries are handed in is nothing.
    Ask for the kinds you need (`of`, `facts`, `about`): only these are fetched and read. `upto` is the last entry that
    counts, where later ones are there already; `whole` the same history on the last day, where it is at hand.
    """

    def __init__(
        self,
        entries: Iterable[Entry] | Shelf,
        on: date,
        known_at: datetime | None = None,
        upto: int | None = None,
        whole: "History | None" = None,
    ) -> None:
        if known_at is not None and known_at.tzinfo is None:
            raise WrongCall(f"{known_at.isoformat()} has no time zone; a moment needs one")
        self.on, self.known_at = on, known_at
        self._shelf = entries if isinstance(entries, Shelf) else Shelf.holding(entries)
        self._whole = whole
        self._upto = self._shelf.number if upto is None else upto
        self._moment = None if known_at is None else moment(known_at)
        told = ((number, when, gone) for number, when, gone in self._shelf.corrections() if self._counts(number, when))
        self._gone = {gone for _, _, gone in told}
        self._grown: dict[int, Entry] = {}
        self._lists: dict[date, tuple[Entry, ...]] = {}
        self._read: dict[str, list[Entry]] = {}
        self._facts: dict[str, tuple[Any, ...]] = {}
        self._keys: dict[tuple[str, str], dict[Any, list[Entry]]] = {}
        self._scans: dict[tuple[str, str], int] = {}
        self._views: dict[Callable[[History], Any], Any] = {}

    @property
    def known(self) -> tuple[Entry, ...]:
        """All that counts, also what is said of days after `on`: a session that was announced."""
        return self._all(date.max)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What stood on the day."""
        return self._all(self.on)

    @property
    def last_correction(self) -> int:
        """The number of the last entry that corrects or withdraws another; 0 where none does."""
        told = (number for number, recorded, _ in self._shelf.corrections() if self._counts(number, recorded))
        grown = (number for number, entry in self._grown.items() if entry.statement.corrects is not None)
        return max((*told, *grown), default=0)

    @property
    def version(self) -> int:
        """The number of the last entry that was known, whatever day it is about."""
        if self._moment is None:
            return self._upto
        rows = self._shelf.whole()
        return max((row.number for row in rows if self._counts(row.number, row.recorded)), default=0)

    def at(self, on: date) -> "History":
        """The same knowledge, as of another day."""
        other = History(self._shelf, on, self.known_at, self._upto, self._whole)
        for entry in self._grown.values():
            other.grow(entry)
        return other

    def whole(self) -> "History":
        """The same knowledge, as of the last day there is: what is found in it once serves every day."""
        if self.on == date.max:
            return self
        if self._whole is None:
            self._whole = self.at(date.max)
        return self._whole

    def of(self, wanted: type[F]) -> Iterator[tuple[Entry, F]]:
        """The entries that state this kind of fact, each with the fact, in order."""
        for entry in self._list(_kind(wanted)):
            yield entry, entry.fact  # type: ignore[misc]  # of this kind

    def ever(self, wanted: type[F]) -> tuple[tuple[Entry, F], ...]:
        """The entries that state this kind of fact, in order, those of days after `on` too."""
        return tuple(self.whole().of(wanted))

    def facts(self, wanted: type[F]) -> tuple[F, ...]:
        """The facts of this kind, in order."""
        kind = _kind(wanted)
        if kind not in self._facts:
            self._facts[kind] = tuple(entry.fact for entry in self._list(kind))
        return self._facts[kind]

    def has(self, wanted: type[F], test: Callable[[F], bool]) -> bool:
        """Whether a fact of this kind stands that passes the test."""
        return any(test(fact) for fact in self.facts(wanted))

    def about(self, wanted: type[F], field: str, key: str) -> tuple[tuple[Entry, F], ...]:
        """The entries that state this kind of fact with this word in a field, in order; fast also among very many."""
        kind = _kind(wanted)
        return tuple((entry, entry.fact) for entry in self._keyed(kind, field, key))  # type: ignore[misc]

    def standing(self, number: int) -> Entry | None:
        """The entry with this number, where it counts; None where it was corrected, withdrawn, or is not known."""
        grown = self._grown.get(number)
        row = None if grown or number > self._upto else self._shelf.at(number)
        if grown is None and (row is None or not self._stands(row)):
            return None
        entry = grown or self._shelf.read([row])[0]  # type: ignore[list-item]  # there, if it did not grow
        return None if number in self._gone or isinstance(entry.fact, EntryWithdrawn) else entry

    def origin(self, number: int) -> int:
        """The number of the entry in whose place this one stands: corrections take the place of what they correct."""
        told = {one: gone for one, _, gone in self._shelf.corrections()}
        told |= {one: entry.statement.corrects for one, entry in self._grown.items() if entry.statement.corrects}
        while number in told:
            number = told[number]
        return number

    def view(self, make: Callable[["History"], T]) -> T:
        """What a view finds in this history, found once: until an entry is taken in, nothing changes."""
        if make not in self._views:
            with without_collecting():
                self._views[make] = make(self)
        found: T = self._views[make]
        return found

    def cited(self) -> Iterable[tuple[int, tuple[str, ...]]]:
        """The numbers of the entries that stood on the day and have evidence, in order, each with its documents."""
        if not self._grown:
            return [(one.number, documents_in(one.told)) for one in self._standing(self._shelf.citings(), self.on)]
        return [(one.number, documents_of(one.statement)) for one in self.entries if one.statement.evidence]

    def last(self, most: int) -> tuple[Entry, ...]:
        """The last so many entries that stood on the day, in order: no more are fetched than that needs."""
        if self._grown or self.on in self._lists:
            return self.entries[-most:] if most > 0 else ()
        asked = most
        while True:
            rows = self._shelf.tail(asked, self._upto, self.on.isoformat(), self._moment)
            standing = self._standing(rows, self.on)
            if len(standing) >= most or len(rows) < asked:
                return tuple(self._shelf.read(standing[-most:])) if most > 0 else ()
            # Some of these were corrected: so many more may have to be looked at.
            asked *= 4

    def latest(self, wanted: type[F], field: str) -> dict[str, F]:
        """The last fact of this kind for each word in a field of it; of the others none needs to be read.

        For kinds without tables in them, whose field always has a word.
        """
        kind = _kind(wanted)
        if kind in self._read or self._grown:
            return {getattr(fact, field): fact for fact in self.facts(wanted)}
        said = re.compile(rf'"{field}":(?P<word>"(?:[^"\\]|\\.)*")')
        last: dict[str, Row] = {}
        for row in self._standing(self._shelf.of(kind), self.on):
            word = said.search(row.body, row.body.find('"fact":'))
            last[word["word"] if word else str(row.number)] = row
        entries = self._shelf.read(sorted(last.values(), key=place_of))
        return {getattr(entry.fact, field): entry.fact for entry in entries}  # type: ignore[misc]  # of this kind

    def grow(self, entry: Entry) -> None:
        """Takes in an entry that is about to be recorded, so that the next one can be checked against it."""
        self._views.clear()
        self._whole = None
        corrected = entry.statement.corrects
        if corrected is not None:
            old = self.standing(corrected)
            self._gone.add(corrected)
            if old is not None:
                self._forget(old.fact.kind)
        self._grown[entry.number] = entry
        self._lists.clear()
        kind = entry.fact.kind
        if isinstance(entry.fact, EntryWithdrawn) or entry.effective.last > self.on:
            return
        self._facts.pop(kind, None)
        if kind in self._read:
            insort(self._read[kind], entry, key=_place)
        for (of, field), listed in self._keys.items():
            if of == kind:
                insort(listed.setdefault(getattr(entry.fact, field), []), entry, key=_place)

    def _forget(self, kind: str) -> None:
        self._read.pop(kind, None)
        self._facts.pop(kind, None)
        for name in [name for name in self._keys if name[0] == kind]:
            del self._keys[name]

    def _list(self, kind: str) -> list[Entry]:
        if kind not in self._read:
            rows = self._standing(self._shelf.of(kind), self.on)
            self._read[kind] = self._with_grown(self._shelf.read(rows), self.on, kind)
        return self._read[kind]

    def _keyed(self, kind: str, field: str, key: str) -> Sequence[Entry]:
        name = (kind, field)
        if name not in self._keys:
            self._scans[name] = self._scans.get(name, 0) + 1
            if kind not in self._read and key and self._scans[name] <= SCANS:
                return self._scanned(kind, field, key)
            listed: dict[Any, list[Entry]] = {}
            for entry in self._list(kind):
                listed.setdefault(getattr(entry.fact, field), []).append(entry)
            self._keys[name] = listed
        return self._keys[name].get(key, ())

    def _scanned(self, kind: str, field: str, key: str) -> list[Entry]:
        """The entries whose text has the word in the field: far fewer need to be read than there are."""
        needle = f'"{field}":{json.dumps(key, ensure_ascii=False)}'
        rows = [row for row in self._standing(self._shelf.of(kind), self.on) if needle in row.body or not row.body]
        found = self._with_grown(self._shelf.read(rows), self.on, kind)
        return [entry for entry in found if getattr(entry.fact, field) == key]

    def _all(self, on: date) -> tuple[Entry, ...]:
        if on not in self._lists:
            entries = self._shelf.read(self._standing(self._shelf.whole(), on))
            self._lists[on] = tuple(self._with_grown(entries, on))
        return self._lists[on]

    def _with_grown(self, entries: list[Entry], on: date, kind: str = "") -> list[Entry]:
        for entry in self._grown.values():
            fact = entry.fact
            wanted = not isinstance(fact, EntryWithdrawn) and kind in ("", fact.kind)
            if wanted and entry.number not in self._gone and entry.effective.last <= on:
                insort(entries, entry, key=_place)
        return entries

    def _standing(self, rows: Sequence[R], on: date) -> Sequence[R]:
        """Of rows in order, those that count: the head of the list, without those that were corrected."""
        rows = rows if on == date.max else rows[: bisect_right(rows, on.isoformat(), key=_day)]
        if self._moment is None and self._upto == self._shelf.number:
            gone, withdrawal = self._gone, EntryWithdrawn.kind
            return [row for row in rows if row.number not in gone and row.kind != withdrawal] if gone else rows
        return [row for row in rows if self._stands(row)]

    def _stands(self, row: Row | Citing) -> bool:
        return (
            row.number not in self._gone and row.kind != EntryWithdrawn.kind and self._counts(row.number, row.recorded)
        )

    def _counts(self, number: int, recorded: str) -> bool:
        return number <= self._upto and (self._moment is None or recorded <= self._moment)


def once(make: Callable[[History], T]) -> Callable[[History], T]:
    """A view that is found once in each history, however many other views ask for it."""

    @wraps(make)
    def found(history: History) -> T:
        return history.view(make)

    return found


def _kind(wanted: type[Any]) -> str:
    kind: str = wanted.kind
    return kind


def _day(row: Row | Citing) -> str:
    return row.last


def _place(entry: Entry) -> tuple[date, int]:
    return entry.effective.last, entry.number
