"""Everything that happened in a dossier, in order, in plain words."""

from collections.abc import Iterable, Mapping, Sequence

from operative.domain.entries import Entry
from operative.domain.evidence import Evidence
from operative.domain.timelines import Line
from operative.dossiers.history import History
from operative.dossiers.mechanisms import find_mechanisms
from operative.dossiers.memberships import find_all_standings
from operative.dossiers.titles import Names, names_of, title_of

__all__ = ["find_timeline"]


def find_timeline(
    history: History, ledger: Iterable[Entry] | None = None, *, most: int | None = None
) -> tuple[Line, ...]:
    """A line for each entry that stands on the day, in the order of the days; with `most`, the last so many.

    With `ledger`, all the entries of the dossier, what was corrected or withdrawn since is told too: each correction
    with the lines that it takes the place of, and each entry that was withdrawn with the number of the withdrawal.
    """
    names, conflicts = names_of(history), _conflicts(history)
    if ledger is None:
        told = history.entries if most is None else history.last(most)
        return tuple(_line(entry, names, conflicts) for entry in told)
    standing = history.entries
    known = {one.number: one for one in ledger if history.known_at is None or one.recorded <= history.known_at}
    gone = {one.statement.corrects: one.number for one in known.values() if one.statement.corrects is not None}
    numbers = {one.number for one in standing}
    withdrawn = [
        one
        for number, one in known.items()
        if number in gone and one.effective.last <= history.on and _last(number, gone) not in numbers
    ]
    lines = []
    for entry in _tail(sorted([*standing, *withdrawn], key=lambda one: (one.effective.last, one.number)), most):
        before = _before(entry, known, names) if entry.number in numbers else ()
        lines.append(_line(entry, names, conflicts, gone.get(entry.number), before))
    return tuple(lines)


def _tail(entries: Sequence[Entry], most: int | None) -> Sequence[Entry]:
    return entries if most is None else entries[max(0, len(entries) - most) :]


def _line(
    entry: Entry,
    names: Names,
    conflicts: Mapping[int, list[str]],
    corrected_by: int | None = None,
    before: tuple[Line, ...] = (),
) -> Line:
    said = entry.statement
    return Line(
        entry.number,
        entry.effective,
        entry.recorded,
        entry.fact.kind,
        title_of(entry.fact, names),
        said.by,
        said.basis,
        said.evidence,
        _documents(said.evidence),
        said.note,
        tuple(dict.fromkeys(conflicts[entry.number])) if entry.number in conflicts else (),
        corrected_by,
        before,
    )


def _documents(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    if len(evidence) < 2:
        return tuple(one.document for one in evidence)
    return tuple(dict.fromkeys(one.document for one in evidence))


def _before(entry: Entry, known: Mapping[int, Entry], names: Names) -> tuple[Line, ...]:
    """The lines that an entry takes the place of, the last first."""
    found = []
    after, number = entry.number, entry.statement.corrects
    # A ledger that was changed by hand may name an entry that comes later: then nothing is followed.
    while number is not None and number in known and number < after:
        found.append(_line(known[number], names, {}, after))
        after, number = number, known[number].statement.corrects
    return tuple(found)


def _last(number: int, gone: Mapping[int, int]) -> int:
    """The entry that stands at the end of a chain of corrections."""
    while gone.get(number, 0) > number:
        number = gone[number]
    return number


def _conflicts(history: History) -> dict[int, list[str]]:
    """What other sources disagree about, by the number of the entry."""
    views = [view.conflicts for view in find_mechanisms(history)]
    views += [view.conflicts for view in find_all_standings(history)]
    found: dict[int, list[str]] = {}
    for conflict in (one for conflicts in views for one in conflicts):
        for said in conflict.said:
            found.setdefault(said.entry, []).append(conflict.about)
    return found
