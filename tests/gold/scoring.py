"""Scores a reading against what a reader wrote: pairs as the annotation guide makes them, one count per field."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from operative.domain.acts import Act, Timing
from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading

QUOTES = ("addressees", "deliverables", "recipients", "channels", "conditions", "resources")
COUNTED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})

Table = Mapping[str, Any]
"""A table of gold.toml; its keys are those of the annotation guide."""
G = TypeVar("G")
P = TypeVar("P")


@dataclass
class Score:
    """What the reader wrote, what was read, and what of it agrees, per field; and a line for each miss."""

    gold: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def several(
        self, name: str, place: str, gold: Sequence[G], read: Sequence[P], fits: Callable[[G, P], bool]
    ) -> list[tuple[G, P]]:
        """Pair each value of the reader with the first unused one that fits; the rest is missed, or too much."""
        free, pairs = list(read), []
        for value in gold:
            other = next((one for one in free if fits(value, one)), None)
            if other is None:
                self.missed.append(f"{place} {name}: not found: {_said(value)}")
                continue
            free.remove(other)
            pairs.append((value, other))
        self.missed += [f"{place} {name}: nobody wrote: {_said(value)}" for value in free]
        self._count(name, len(gold), len(read), len(pairs))
        return pairs

    def single(self, name: str, place: str, gold: object, read: object, right: bool | None = None) -> None:
        """Count one value that is right or wrong."""
        right = gold == read if right is None else right
        self._count(name, 1, 1, int(right))
        if not right:
            self.missed.append(f"{place} {name}: {gold!r}, but read {read!r}")

    def figure(self, name: str) -> float:
        """F1 of a field; where each has one value, the share that is right."""
        both = self.gold[name] + self.read[name]
        return 2 * self.hit[name] / both if both else 1.0

    def join(self, other: "Score") -> None:
        for mine, more in ((self.gold, other.gold), (self.read, other.read), (self.hit, other.hit)):
            mine.update(more)
        self.missed += other.missed

    def _count(self, name: str, gold: int, read: int, hit: int) -> None:
        self.gold[name] += gold
        self.read[name] += read
        self.hit[name] += hit


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def are_alike(one: str, other: str) -> bool:
    """Quotes that share half of their words."""
    a, b = set(words_of(one)), set(words_of(other))
    return 2 * len(a & b) >= len(a | b) if a and b else a == b


def score_reading(case: str, gold: Table, reading: Reading) -> Score:
    """What a reading is worth against the tables of a gold.toml."""
    score = Score()
    _score_document(score, case, gold["document"], reading)
    own = [p for p in reading.provisions if p.kind in COUNTED]
    pairs = score.several("provision", case, gold["provision"], own, _same_place)
    for table, provision in pairs:
        score.single("lead", f"{case} {provision.id}", table.get("lead"), provision.lead, _same_lead(table, provision))
    heads = {table["id"] for table in gold["provision"]} | {act.provision for act in reading.acts}
    written = {table["id"]: table.get("act", []) for table in gold["provision"]}
    for head in sorted(heads):
        acts = [act for act in reading.acts if act.provision == head]
        _score_acts(score, f"{case} {head}", written.get(head, []), acts)
    return score


def _same_place(table: Table, provision: Provision) -> bool:
    return bool(table["id"] == provision.id and table["kind"] == provision.kind)


def _same_lead(table: Table, provision: Provision) -> bool:
    return words_of(table.get("lead", "")) == words_of(provision.lead or "")


def _score_document(score: Score, case: str, gold: Table, reading: Reading) -> None:
    document = reading.document
    for name in ("kind", "number", "title", "session", "adopted"):
        score.single("document", f"{case} {name}", gold.get(name, ""), getattr(document, name))
    score.single("document", f"{case} body", gold["body"], document.body_name)


def _score_acts(score: Score, place: str, gold: Sequence[Table], read: Sequence[Act]) -> None:
    for table, act in score.several("act", place, gold, read, lambda g, p: words_of(g["lead"]) == words_of(p.lead)):
        where = f"{place} {act.lead!r}"
        score.single("force", where, table["force"], str(act.force))
        score.single("reporting duty", where, table.get("reporting_duty", False), act.reporting_duty)
        if "action" in table:
            score.single("action", where, table["action"], act.action, are_alike(table["action"], act.action))
    for name in QUOTES:
        mine = [quote for table in gold for quote in table.get(name, [])]
        theirs = [quote.words for act in read for quote in getattr(act, name)]
        score.several(name, place, mine, theirs, are_alike)
    timings = [timing for table in gold for timing in table.get("timings", [])]
    found = [timing for act in read for timing in act.timings]
    for table, timing in score.several("timings", place, timings, found, _same_time):
        right = table["value"].lower() == timing.value.lower()
        score.single("timing value", f"{place} {timing.quote!r}", table["value"], timing.value, right)


def _same_time(table: Table, timing: Timing) -> bool:
    return bool(table["kind"] == timing.kind and are_alike(table["quote"], timing.quote))


def _said(value: object) -> str:
    if isinstance(value, Provision | Act):
        return f"{getattr(value, 'id', '')} {value.lead or ''}"
    if isinstance(value, Timing):
        return f"{value.quote!r} ({value.kind} {value.value})"
    if isinstance(value, Mapping):
        return " ".join(str(value[key]) for key in ("id", "quote", "kind", "value", "lead") if key in value)
    return repr(value)
