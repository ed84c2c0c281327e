"""Which mechanisms there are on a day: names, places in the hierarchy, and what became of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry
from operative.domain.facts.mechanisms import MechanismChange, MechanismChanged, MechanismDescribed
from operative.domain.mechanisms import Level
from operative.domain.memberships import Conflict, Fate, MechanismView, Said
from operative.domain.phrases import Phrase
from operative.dossiers.history import History, once
from operative.dossiers.phrasing import dated, joined, listed, say, say_since
from operative.dossiers.saying import sharpest

__all__ = ["ENDS", "Lineage", "find_lineage", "find_mechanisms", "say_fate"]

ENDS = frozenset({MechanismChange.MERGED, MechanismChange.SUCCEEDED, MechanismChange.ENDED})
"""After these a mechanism is no more."""
COMPARED = ("name", "abbreviation", "level", "parent", "chair", "rule")
"""What two descriptions of a mechanism as of the same day can disagree on."""
NOTHING = frozenset({"", Level.UNSTATED.value})
"""What a field says that says nothing."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What took the place of which mechanism, and how each came to its end."""

    into: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[Fate, ...]]

    def gone(self, key: str) -> bool:
        """Whether the mechanism is no more."""
        return key in self.ends

    def generations(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The mechanism, those that took its place, those that took theirs ...; each once."""
        seen = {key}
        found: list[tuple[str, ...]] = [(key,)]
        while True:
            heirs = [heir for one in found[-1] for heir in self.into.get(one, ()) if heir not in seen]
            if not heirs:
                return tuple(found)
            seen.update(heirs)
            found.append(tuple(dict.fromkeys(heirs)))

    def chain(self, key: str) -> tuple[str, ...]:
        """The mechanism and all that took its place, however late."""
        return tuple(one for generation in self.generations(key) for one in generation)

    def alive(self, key: str) -> tuple[str, ...]:
        """What is there today of the mechanism: itself, or the last in its line; empty where nothing is."""
        return tuple(one for one in self.chain(key) if not self.gone(one))


@once
def find_lineage(history: History) -> Lineage:
    """The successions, mergers and ends that stand on the day."""
    into: dict[str, tuple[str, ...]] = {}
    ends: dict[str, tuple[Fate, ...]] = {}
    for entry, fact in history.of(MechanismChanged):
        if fact.change in ENDS:
            ends[fact.mechanism] = (*ends.get(fact.mechanism, ()), _fate(entry, fact))
            into[fact.mechanism] = tuple(dict.fromkeys((*into.get(fact.mechanism, ()), *fact.into)))
    return Lineage(into, ends)


@once
def find_mechanisms(history: History) -> tuple[MechanismView, ...]:
    """Every mechanism that was described by the day, each below its parent, in the order in which they were entered."""
    lineage = find_lineage(history)
    described: dict[str, list[tuple[Entry, MechanismDescribed]]] = {}
    for entry, fact in history.of(MechanismDescribed):
        described.setdefault(fact.key, []).append((entry, fact))
    fates: dict[str, list[Fate]] = {}
    for entry, change in history.of(MechanismChanged):
        fates.setdefault(change.mechanism, []).append(_fate(entry, change))
    views = {key: _view(key, found, fates.get(key, ()), lineage) for key, found in described.items()}
    shorts = {key: view.short for key, view in views.items()}
    return tuple(_with_words(view, shorts) for view in _in_order(views))


def say_fate(fate: Fate, names: Mapping[str, str]) -> Phrase:
    """What became of a mechanism, after its name: "was succeeded by UNSDG, by 31 May 2018 at the latest"."""
    into = listed(names.get(key, key) for key in fate.into)
    match fate.change:
        case MechanismChange.RENAMED:
            said = say("was renamed {name}", name=fate.name)
        case MechanismChange.MOVED if fate.parent:
            said = say("was put under {parent}", parent=names.get(fate.parent, fate.parent))
        case MechanismChange.MOVED:
            said = say("became a body of its own")
        case MechanismChange.MERGED:
            said = say("was merged into {mechanisms}", mechanisms=into)
        case MechanismChange.SUCCEEDED:
            said = say("was succeeded by {mechanisms}", mechanisms=into)
        case MechanismChange.ENDED:
            said = say("ended")
    if fate.by_then:
        return say("{what}, by {day} at the latest", what=said, day=fate.on)
    return say("{what} {when}", what=said, when=dated(fate.on))


def _fate(entry: Entry, fact: MechanismChanged) -> Fate:
    background = entry.statement.basis is Basis.BACKGROUND
    return Fate(fact.change, entry.effective, entry.number, fact.into, fact.name, fact.parent, fact.by_then, background)


def _view(
    key: str, described: Sequence[tuple[Entry, MechanismDescribed]], fates: Sequence[Fate], lineage: Lineage
) -> MechanismView:
    """What the descriptions and changes come to, one after the other."""
    told, unchecked = _fields(described, fates)
    since = sharpest(one.since for _, one in described if one.since is not None)
    return MechanismView(
        key,
        told["name"],
        "",
        tuple(sorted([*(entry.number for entry, _ in described), *(fate.entry for fate in fates)])),
        told["abbreviation"],
        Level(told["level"]),
        told["parent"],
        chair=told["chair"],
        rule=told["rule"],
        follows=told["follows"],
        since=since,
        gone=lineage.gone(key),
        successors=lineage.into.get(key, ()),
        fates=tuple(fates),
        conflicts=(*_disagreements(described, since), *_rival_fates(fates)),
        unchecked=unchecked,
    )


def _fields(
    described: Sequence[tuple[Entry, MechanismDescribed]], fates: Sequence[Fate]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Each field as it was last told, and those that rest on background knowledge; what is empty tells nothing."""
    told: dict[str, tuple[str, bool]] = dict.fromkeys((*COMPARED, "follows"), ("", False))
    told["level"] = (Level.UNSTATED, False)
    steps: list[tuple[date, int, dict[str, str], bool]] = [
        (
            entry.effective.last,
            entry.number,
            {name: value for name in told if (value := str(getattr(fact, name))) not in NOTHING},
            entry.statement.basis is Basis.BACKGROUND,
        )
        for entry, fact in described
    ]
    for fate in fates:
        name = {MechanismChange.RENAMED: "name", MechanismChange.MOVED: "parent"}.get(fate.change)
        if name:
            steps.append((fate.on.last, fate.entry, {name: getattr(fate, name)}, fate.background))
    for _, _, fields, background in sorted(steps, key=lambda one: one[:2]):
        for name, value in fields.items():
            # What is told again by somebody who has not checked it is as sure as it was.
            told[name] = (value, background and (told[name][1] or told[name][0] != value))
    return {name: value for name, (value, _) in told.items()}, tuple(name for name in told if told[name][1])


def _disagreements(
    described: Sequence[tuple[Entry, MechanismDescribed]], since: Sequence[PartialDate]
) -> Iterator[Conflict]:
    """Descriptions as of one day that differ; one as of a later day is news, and no conflict."""
    last = described[-1][0].effective
    rivals = [(entry, fact) for entry, fact in described if entry.effective == last]
    for field in COMPARED:
        yield from _conflict(field, [(entry, str(getattr(fact, field))) for entry, fact in rivals])
    if len(since) > 1:
        dated = [(entry, fact.since) for entry, fact in described if fact.since in since]
        yield from _conflict("first day", [(entry, str(day)) for entry, day in dated])


def _rival_fates(fates: Sequence[Fate]) -> Iterator[Conflict]:
    """The same change with days that exclude each other."""
    groups: dict[tuple[Any, ...], list[Fate]] = {}
    for one in fates:
        groups.setdefault((one.change, one.into, one.name, one.parent), []).append(one)
    for (kind, *_), group in groups.items():
        days = sharpest(one.on for one in group if not one.by_then)
        if len(days) > 1:
            said = tuple(Said(str(one.on), one.entry, one.background) for one in group if one.on in days)
            yield Conflict(f"day on which it was {kind.value}", said)


def _conflict(about: str, said: Sequence[tuple[Entry, str]]) -> Iterator[Conflict]:
    told = [(entry, value) for entry, value in said if value not in NOTHING]
    if len({value for _, value in told}) > 1:
        yield Conflict(
            about,
            tuple(
                Said(value, entry.number, entry.statement.basis is Basis.BACKGROUND)
                for entry, value in sorted(told, key=lambda one: one[0].number)
            ),
        )


def _in_order(views: Mapping[str, MechanismView]) -> Iterator[MechanismView]:
    """Parents before children; what stands under a mechanism that is not described stands at the top."""
    children: dict[str, list[str]] = {}
    for key, view in views.items():
        children.setdefault(view.parent if view.parent in views else "", []).append(key)
    seen: set[str] = set()
    # A circle has no top: what the walk did not meet is shown at the end, so that nothing is dropped.
    stack = [(key, 0) for key in reversed([*children.get("", []), *views])]
    while stack:
        key, depth = stack.pop()
        if key not in seen:
            seen.add(key)
            yield replace(views[key], depth=depth)
            stack += [(child, depth + 1) for child in reversed(children.get(key, []))]


def _with_words(view: MechanismView, shorts: Mapping[str, str]) -> MechanismView:
    said = [say("under {parent}", parent=shorts.get(view.parent, view.parent))] if view.parent else []
    if view.since:
        said.append(say_since(view.since))
    said += [say_fate(fate, shorts) for fate in view.fates]
    return replace(view, words=joined(said, "; ") if said else say("stands on its own"))
