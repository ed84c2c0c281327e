"""Values with their sources: claims are added or rejected, never edited, and a person outranks a rule."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from operative.domain.acts import Act, Force, Quote, Timing, TimingKind
from operative.domain.spans import Span
from operative.errors import WrongCall

__all__ = ["FIELDS", "LISTS", "Anchor", "Author", "Claim", "Stand", "anchor_of", "settle"]


class Author(StrEnum):
    """Who says so, the weakest first."""

    MODEL = "model"
    RULE = "rule"
    IMPORT = "import"
    PERSON = "person"


class Stand(StrEnum):
    """What the author says of the value."""

    ADDED = "added"
    REJECTED = "rejected"


LISTS = ("addressees", "deliverables", "recipients", "channels", "timings", "conditions", "resources")
SINGLES = ("force", "action", "reporting_duty")
FIELDS = (*LISTS, *SINGLES)
SourceOf = Callable[[int, int], Span]
"""Where words of a provision stand in the source."""
RANK = {author: rank for rank, author in enumerate(Author)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a claim is about: an act, known by its lead and by the words of its provision, so that it is found again
    when ids move.
    """

    provision: str
    digest: str
    lead: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field of one act, with who says so and when.

    `made_by` is a rule with its version ("addressees@1"), or the name of a person or file. `kind` and `normal` are
    the class and the
    value of a timing. Raises `WrongCall` for a field that acts do not have, and for a person's claim without a name.
    """

    anchor: Anchor
    field: str
    value: str
    stand: Stand
    author: Author
    made_by: str
    made_at: datetime
    kind: str = ""
    normal: str = ""

    def __post_init__(self) -> None:
        if self.field not in FIELDS:
            raise WrongCall(f"an act has no field {self.field!r}; there are: {', '.join(FIELDS)}")
        if not self.made_by.strip():
            raise WrongCall("a claim needs a name: who says so?")
        _check_value(self.field, self.value, self.kind, self.stand)


def _check_value(field: str, value: str, kind: str, stand: Stand) -> None:
    """Classes are closed sets; a value outside of them would fail only later, in another hand."""
    if kind and kind not in set(TimingKind):
        raise WrongCall(f"no timing is of the kind {kind!r}; there are: {', '.join(TimingKind)}")
    if field == "force" and stand is Stand.ADDED and value not in set(Force):
        raise WrongCall(f"no force is called {value!r}; there are: {', '.join(Force)}")


def anchor_of(act: Act, words: str) -> Anchor:
    """The anchor of an act in a provision with these words."""
    plain = re.sub(r"\W+", " ", words).casefold().strip()
    return Anchor(act.provision, hashlib.sha256(plain.encode()).hexdigest(), act.lead.casefold())


def settle(act: Act, words: str, claims: Iterable[Claim], source_of: SourceOf) -> Act:
    """The act as the claims leave it.

    A rejected value goes and is not raised again; an added one comes, with its place where its words stand in the
    provision. Of several
    claims on one value the highest author counts, and of one author the latest.
    """
    anchor = anchor_of(act, words)
    mine = [c for c in claims if c.anchor.digest == anchor.digest and c.anchor.lead == anchor.lead]
    if not mine:
        return act
    last: dict[tuple[str, str], Claim] = {}
    for claim in sorted(mine, key=lambda c: (RANK[c.author], c.made_at)):
        last[claim.field, _plain(claim.value)] = claim
    changes: dict[str, object] = {}
    for field in LISTS:
        about = [claim for (name, _), claim in last.items() if name == field]
        if about:
            changes[field] = _settled(getattr(act, field), about, words, source_of)
    for field in SINGLES:
        added = [claim for (name, _), claim in last.items() if name == field and claim.stand is Stand.ADDED]
        if added:
            changes[field] = _single(field, max(added, key=lambda c: (RANK[c.author], c.made_at)).value)
    return replace(act, **changes)  # type: ignore[arg-type]  # the names are those of FIELDS


def _plain(value: str) -> str:
    return " ".join(value.split()).casefold()


def _settled(
    values: Sequence[Quote | Timing], claims: Sequence[Claim], words: str, source_of: SourceOf
) -> tuple[Quote | Timing, ...]:
    rejected = {_plain(claim.value) for claim in claims if claim.stand is Stand.REJECTED}
    kept = [value for value in values if _plain(_words(value)) not in rejected]
    there = {_plain(_words(value)): place for place, value in enumerate(kept)}
    # What a model says stands below the rules: it counts only where they, and persons, say nothing.
    spoken = bool(values) or any(claim.author is not Author.MODEL for claim in claims)
    for claim in claims:
        if claim.stand is not Stand.ADDED or (claim.author is Author.MODEL and spoken):
            continue
        place = there.get(_plain(claim.value))
        if place is None:
            kept.append(_value(claim, words, source_of))
        elif isinstance(same := kept[place], Timing) and (claim.kind or claim.normal):
            kept[place] = _timed(same, claim)
    return tuple(kept)


def _words(value: Quote | Timing) -> str:
    return value.quote if isinstance(value, Timing) else value.words


def _value(claim: Claim, words: str, source_of: SourceOf) -> Quote | Timing:
    at = words.find(claim.value)
    span = source_of(at, at + len(claim.value)) if at >= 0 else source_of(0, 0)
    rule = f"{claim.author}:{claim.made_by}"
    if claim.field == "timings":
        return Timing(claim.value, TimingKind(claim.kind or "event"), claim.normal or claim.value, span, rule)
    return Quote(claim.value, span, rule)


def _timed(timing: Timing, claim: Claim) -> Timing:
    """The same words, read otherwise."""
    kind = TimingKind(claim.kind) if claim.kind else timing.kind
    value = claim.normal or timing.value
    same = (kind, value) == (timing.kind, timing.value)
    return timing if same else replace(timing, kind=kind, value=value, rule=f"{claim.author}:{claim.made_by}")


def _single(field: str, value: str) -> object:
    if field == "force":
        return Force(value)
    if field == "reporting_duty":
        return value.casefold() in ("true", "yes", "1")
    return value
