"""What stood on a day, as far as it was known at a moment: time is kept twice."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from operative.domain.entries import Entry
from operative.domain.facts.dossiers import EntryWithdrawn

__all__ = ["History"]

F = TypeVar("F")


class History:
    """The entries of a ledger that stand on the day `on`, known by `known_at`, in the order of their days.

    An entry counts from the last day that its date can mean. A correction takes the place of what it corrects from
    the moment it was recorded on; what was known before that moment is still to be seen with an earlier `known_at`.
    Of one day, the entry that was recorded first comes first: the order in which entries are handed in is nothing.
    """

    def __init__(self, entries: Iterable[Entry], on: date, known_at: datetime | None = None) -> None:
        self.on, self.known_at = on, known_at
        known = [one for one in entries if known_at is None or one.recorded <= known_at]
        # What an entry says of the future is kept apart: a session that was announced, a report that will be due.
        standing = _corrected(known)
        standing.sort(key=lambda one: (one.effective.last, one.number))
        self.known = tuple(standing)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What stood on the day."""
        return tuple(one for one in self.known if one.effective.last <= self.on)

    @cached_property
    def _by_kind(self) -> dict[type, list[Entry]]:
        groups: dict[type, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(type(entry.fact), []).append(entry)
        return groups

    def of(self, wanted: type[F]) -> Iterator[tuple[Entry, F]]:
        """The entries that state this kind of fact, each with the fact, in order."""
        for entry in self._by_kind.get(wanted, ()):
            yield entry, entry.fact  # type: ignore[misc]  # grouped by type

    def facts(self, wanted: type[F]) -> tuple[F, ...]:
        """The facts of this kind, in order."""
        return tuple(fact for _, fact in self.of(wanted))

    def has(self, wanted: type[F], test: Callable[[F], bool]) -> bool:
        """Whether a fact of this kind stands that passes the test."""
        return any(test(fact) for fact in self.facts(wanted))


def _corrected(entries: list[Entry]) -> list[Entry]:
    """The entries without those that a later one corrects, and without the withdrawals themselves."""
    gone = {one.statement.corrects for one in entries if one.statement.corrects is not None}
    if not gone:
        return list(entries)
    return [one for one in entries if one.number not in gone and not isinstance(one.fact, EntryWithdrawn)]
