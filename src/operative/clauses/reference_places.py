"""Places in texts: "paragraph 5 above", "annex II", "subparagraphs (a) to (c)", of this text or of the one cited."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from operative.clauses.reference_numbers import Cited
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.vocabulary.citations import PlaceWords

__all__ = ["Place", "find_places", "inner_references"]

ITEM = re.compile(
    r"(?P<number>\d{1,3}(?:\s?(?:bis|ter|quater|quinquies))?)?"
    r"(?P<letters>(?:\s?\(?(?:[a-zа-я]{1,4}|[أ-ي]{1,2})\)){0,3})|(?P<roman>[ivxl]{1,6}|[A-Z])(?![\w’'])",
    re.IGNORECASE,
)
LETTER = re.compile(r"([^\s()]+)\)")
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)
LONGEST_RANGE = 60
"""A range of more paragraphs than this is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A run of places that belong together, and the citation that they are in (None where it is this text)."""

    span: Span
    words: str
    cited: Span | None
    inner: bool
    parts: tuple[re.Match[str], ...]


def find_places(text: str, low: str, words: PlaceWords, cited: Iterable[Cited]) -> Iterator[Place]:
    """Each run of places, told apart by what stands beside it: a citation, a word such as "above", or nothing."""
    known = sorted(cited, key=lambda c: c.span.start)
    starts = [c.span.start for c in known]
    for run in _runs(text, words):
        start, end = run[0].start(), run[-1].end()
        printed = re.sub(r"\s+", " ", text[start:end]).strip(" ,")
        inside = words.inside.match(low, end) or _inside_before(low, start, words)
        after = bisect_left(starts, end)
        following = known[after] if after < len(known) else None
        if not inside and following and words.leads_to.fullmatch(low, end, following.span.start):
            yield Place(Span(start, end), printed, following.span, False, tuple(run))
            continue
        ahead = bisect_left(starts, start) - 1
        before = known[ahead] if ahead >= 0 and known[ahead].span.end <= start else None
        if not inside and before and words.comes_from.fullmatch(low, before.span.end, start):
            yield Place(Span(start, end), printed, before.span, False, tuple(run))
            continue
        yield Place(Span(start, end), printed, None, bool(inside) or _is_bare(run, low, words), tuple(run))


def _is_bare(run: list[re.Match[str]], low: str, words: PlaceWords) -> bool:
    """Whether a run says nothing of where it stands, and so means this text: no article, no document, no heading."""
    start, end = run[0].start(), run[-1].end()
    kinds = {words.kinds.get(re.sub(r"\s+", " ", (m["word"] or "").lower()), "") for m in run}
    heading = start < 9 and not low[:start].strip() and low[end : end + 1] == "."
    return bool(
        all(kinds)
        and not heading
        and not words.outside.match(low, end)
        and not words.outer.search(low, max(0, start - 12), start)
    )


def _inside_before(low: str, start: int, words: PlaceWords) -> bool:
    """In Chinese "above" stands before the place."""
    return words.head_follows and words.inside.fullmatch(low, max(0, start - 2), start) is not None


def _runs(text: str, words: PlaceWords) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for match in words.places.finditer(text):
        if run and not words.chain.fullmatch(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def inner_references(place: Place, text: str, words: PlaceWords) -> Iterator[Reference]:
    """One reference for each paragraph of this text that the place names: `#op3.a`, `#.b`."""
    for match in place.parts:
        group = match.groupdict()
        if not group.get("items"):
            continue
        kind = words.kinds.get(re.sub(r"\s+", " ", match["word"].lower()), "")
        if not kind:
            continue
        yield from _paragraphs(match, kind, text, words)


def _paragraphs(match: re.Match[str], kind: str, text: str, words: PlaceWords) -> Iterator[Reference]:
    number, first = "", True
    rule = f"place: {'paragraph' if kind == 'op' else 'subparagraph'}"
    last: tuple[str, list[str], int] | None = None
    for item in ITEM.finditer(text, match.start("items"), match.end("items")):
        if not item.group().strip() or not (item["number"] or item["letters"]):
            continue
        letters = LETTER.findall(item["letters"] or "")
        if item["number"]:
            number = re.sub(r"\s", "", item["number"])
        lead = len(item.group()) - len(item.group().lstrip())
        start = match.start() if first else item.start() + lead
        if last and (joint := words.ranges.fullmatch(text, last[2], start)):
            if not item["number"] and len(letters) < len(last[1]):
                letters = [*last[1][: len(last[1]) - len(letters)], *letters]
            span = Span(*joint.span("words"))
            for middle in _between((last[0], last[1]), (number, letters)):
                yield Reference(span.of(text), middle, span, rule=f"{rule}s of a range")
        span = Span(start, item.end())
        yield Reference(span.of(text), _target(number, letters), span, rule=rule)
        first, last = False, (number, letters, item.end())


def _target(number: str, letters: list[str]) -> str:
    return ".".join([f"#op{number}" if number else "#", *letters])


def _between(low: tuple[str, list[str]], high: tuple[str, list[str]]) -> Iterator[str]:
    """The targets between the ends of a range; none where the ends are not of one series."""
    if not low[1] and not high[1] and low[0].isdecimal() and high[0].isdecimal():
        first, last = int(low[0]) + 1, int(high[0])
        if last - first < LONGEST_RANGE:
            yield from (_target(str(number), []) for number in range(first, last))
    elif low[0] == high[0] and low[1][:-1] == high[1][:-1] and low[1] and high[1]:
        for letter in _letters_between(low[1][-1].lower(), high[1][-1].lower()):
            yield _target(low[0], [*low[1][:-1], letter])


def _letters_between(low: str, high: str) -> Iterator[str]:
    """The letters or small Roman numbers between two; (i) begins Roman numbers, (c) to (i) are letters."""
    if low in ROMAN and high in ROMAN and (low == "i" or len(low) > 1 or len(high) > 1):
        yield from ROMAN[ROMAN.index(low) + 1 : ROMAN.index(high)]
        return
    for alphabet in ALPHABETS:
        if len(low) == len(high) == 1 and low in alphabet and high in alphabet:
            yield from alphabet[alphabet.index(low) + 1 : alphabet.index(high)]
