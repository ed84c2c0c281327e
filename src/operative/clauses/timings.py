"""Time expressions: when, how often, for how long and until when, as the annotation guide tells them apart."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from operative.clauses.timing_idioms import Anchor, Idiom, Idioms, idioms_of
from operative.clauses.timing_values import days_of, value_of
from operative.domain.acts import Timing, TimingKind
from operative.domain.spans import Span
from operative.vocabulary.tokens import lower_of

__all__ = ["find_timings"]

BEFORE, AFTER = 130, 260
"""How far from its literal an idiom can begin and end: only there is it looked for."""

YEAR_BEFORE, YEAR_AFTER = 100, 80
"""The same for a year."""

SIDE = 60
"""How many characters beside a match may hold the words that admit or refuse it."""

FAR, NEAR = 170, 80
"""How far before a match a word can show that it lies ahead, and that it is over."""

SPACES = str.maketrans("\n\r\t\u00a0\u202f\u2009", "      ")
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?:19|20)\d\d")
QUOTED = re.compile(r"“[^”]{1,600}”|«[^»]{1,600}»|\"[^\"]{1,300}\"|《[^》]{1,300}》")
TITLE = re.compile(r"(?<=[^\s:]): (?:[A-Z][\w’-]+ing|Towards|Building|Transforming)\b[^,;.]*\Z")
"""A colon and a capital participle open a title: a day in it is no day of the act."""

FAMILIES = (TimingKind.WITHIN, TimingKind.PERIOD, TimingKind.DATE, TimingKind.SESSION, TimingKind.CADENCE)


def find_timings(
    text: str, language: str = "en", *, start: int = 0, end: int | None = None, adopted: str = ""
) -> tuple[Timing, ...]:
    """The time expressions between `start` and `end`, in order, without overlap; spans count characters of `text`.

    Dates that only identify a past event or a document are left out, the more surely where `adopted` (ISO 8601) says
    when the text was. Whether the act is one that can be due is for the caller to know.
    """
    idioms = idioms_of(language)
    low = _lower(text)
    end = len(text) if end is None else end
    found: list[Timing] = []
    for anchor in _present(idioms, low):
        found += _matches(anchor, idioms, low, text, start, end, adopted)
    if not found:
        return ()
    quoted = [match.span() for match in QUOTED.finditer(text)]
    kept: list[Timing] = []
    for timing in sorted(found, key=lambda t: (t.span.start, t.kind is TimingKind.EVENT, -t.span.end)):
        if _is_quoted(timing.span, quoted):
            continue
        while kept and kept[-1].span.end > timing.span.start and _rank(timing) < _rank(kept[-1]):
            kept.pop()
        if not kept or kept[-1].span.end <= timing.span.start:
            kept.append(timing)
    return tuple(kept)


def _is_quoted(span: Span, quoted: list[tuple[int, int]]) -> bool:
    """Whether the span lies in one of the quotations, which are in order."""
    at = bisect_right(quoted, (span.start, span.end)) - 1
    return any(start <= span.start and span.end <= end for start, end in quoted[max(0, at) : at + 2])


def _present(idioms: Idioms, low: str) -> list[Anchor]:
    """The anchors of which a literal stands in the text: most texts have few, and only those are worth a search."""
    probe = re.sub(" +", " ", low) if "  " in low else low
    present = [anchor for literal, anchor in idioms.single if literal in probe]
    present += [anchor for anchor in idioms.several if any(literal in probe for literal in anchor.literals)]
    if DIGIT.search(low):
        present += [a for a in idioms.dated if not a.literals or any(literal in low for literal in a.literals)]
    return present


def _rank(timing: Timing) -> tuple[int, int, int]:
    """Of two that overlap the one stands that says a length, a day or a session; then the longer one."""
    family = FAMILIES.index(timing.kind) if timing.kind in FAMILIES else len(FAMILIES)
    return (family >= len(FAMILIES) - 1, -(timing.span.end - timing.span.start), timing.span.start)


def _lower(text: str) -> str:
    """The text in lower case and with plain spaces, character by character."""
    low = lower_of(text)
    return low if low.isprintable() else low.translate(SPACES)


def _windows(anchor: Anchor, low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the text that an idiom of the anchor can stand in, joined where they touch."""
    places = [match.start() for match in YEAR.finditer(low, start, end)] if not anchor.literals else []
    for literal in anchor.literals:
        if " " in literal and "  " in low:
            places += [m.start() for m in re.finditer(re.escape(literal).replace(r"\ ", " +"), low[:end])]
            continue
        at = low.find(literal, start, end)
        while at >= 0:
            places.append(at)
            at = low.find(literal, at + 1, end)
    before, after = (BEFORE, AFTER) if anchor.literals else (YEAR_BEFORE, YEAR_AFTER)
    left = right = -1
    for place in sorted(places):
        if left < 0:
            left = max(start, place - before)
        elif place - before > right:
            yield left, right
            left = place - before
        right = min(end, place + after)
    if left >= 0:
        yield left, right


def _matches(
    anchor: Anchor, idioms: Idioms, low: str, text: str, start: int, end: int, adopted: str
) -> Iterator[Timing]:
    for left, right in _windows(anchor, low, start, end):
        for match in anchor.finder.pattern.finditer(low, left, right):
            first = int((match.lastgroup or "i0")[1:])
            read = (_read(i, idioms, low, text, match.start(), right, adopted) for i in anchor.idioms[first:])
            best = _longest(read) if not anchor.literals else next((timing for timing in read if timing), None)
            if best is not None:
                yield best


def _longest(timings: Iterable[Timing | None]) -> Timing | None:
    """Of the readings of one place the longest: a range of years also opens like a year."""
    return max((timing for timing in timings if timing), key=lambda timing: timing.span.end, default=None)


def _read(idiom: Idiom, idioms: Idioms, low: str, text: str, at: int, right: int, adopted: str) -> Timing | None:
    match = idiom.words.pattern.match(low, at, right)
    if match is None or not _admitted(idiom, idioms, low, text, match, adopted):
        return None
    value = value_of(idiom, match, idioms, text)
    if idiom.kind is TimingKind.DATE and TITLE.search(text, max(0, at - FAR), at):
        return None
    if value == "same":
        value = _day_before(low, at, idioms)
    if not value or _is_over(idiom, value, adopted):
        return None
    return Timing(text[match.start() : match.end()], idiom.kind, value, Span(*match.span()), idiom.name)


def _admitted(idiom: Idiom, idioms: Idioms, low: str, text: str, match: re.Match[str], adopted: str) -> bool:
    """Whether the words beside the match let it stand."""
    ahead = low[max(0, match.start() - SIDE) : match.start()]
    behind = low[match.end() : match.end() + SIDE]
    if idiom.before is not None and not idiom.before.pattern.search(ahead):
        return False
    if idiom.not_before is not None and idiom.not_before.pattern.search(ahead):
        return False
    if idiom.after is not None and not idiom.after.pattern.match(behind):
        return False
    if idiom.not_after is not None and idiom.not_after.pattern.match(behind):
        return False
    clause = re.split(r"[;.]\s", low[max(0, match.start() - FAR) : match.start()])[-1]
    whole = clause + match.group()
    if idiom.past and _is_past(clause, idioms):
        return False
    return not idiom.future or idioms.future is None or _lies_ahead(whole, idioms, bool(adopted))


def _lies_ahead(clause: str, idioms: Idioms, dated: bool) -> bool:
    """Whether the nearest word that tells speaks of something to come, and not of the year that a report looks at.

    Where the text is `dated` a later day needs no such word: days before its adoption are left out as over.
    """
    ahead, looked_at = _last(idioms.future, clause), _last(idioms.coverage, clause)
    if ahead is None:
        return dated and looked_at is None
    return looked_at is None or looked_at.start() < ahead.start()


def _last(pattern: re.Pattern[str] | None, clause: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(clause))), None) if pattern is not None else None


def _is_past(clause: str, idioms: Idioms) -> bool:
    """Whether the nearest word that tells speaks of something done, near enough to the match."""
    near = idioms.turns.split(clause[max(0, len(clause) - NEAR) :])[-1]
    done, ahead = _last(idioms.past, near), _last(idioms.future, near)
    return done is not None and not done["again"] and (ahead is None or ahead.start() < done.start())


def _is_over(idiom: Idiom, value: str, adopted: str) -> bool:
    """Whether a day or period had gone by when the text was adopted: what is over cannot be due."""
    if not adopted or idiom.kind not in (TimingKind.DATE, TimingKind.PERIOD) or value.startswith(("P", "--")):
        return False
    last = value.replace("/", ",").split(",")[-1]
    return last < adopted[: len(last)]


def _day_before(low: str, at: int, idioms: Idioms) -> str:
    """The last date that the text names before `at`: what "this date" points at."""
    values = days_of(low[:at], idioms)
    return values[-1] if values else ""
