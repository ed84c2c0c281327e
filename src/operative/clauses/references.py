"""Citations of documents, of treaties, and of other places in the same text."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from operative.clauses.reference_names import find_treaties
from operative.clauses.reference_numbers import Cited, find_numbers
from operative.clauses.reference_owners import PRINCIPAL
from operative.clauses.reference_places import Place, find_places, inner_references
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.vocabulary.citations import Citations, PlaceWords, citations_of
from operative.vocabulary.symbols import symbol_pattern
from operative.vocabulary.tokens import lower_of

__all__ = ["find_references"]

DIGIT = re.compile(r"\d")
SYMBOL_HINT = re.compile(r"[A-Z](?:/|[A-Z]{0,3}\d*\.|\d\d[-‑–/]\d)")
BRACKET_HINT = re.compile(r"\(\w+(?:\s\w+)?[-‑–]")
SPACED = re.compile(r"\d|\w?[a-zé]")
"""Symbols whose spaces belong to them: "42 C/15", "Resolution 61 (Cg-18)"."""

HYPHENS = str.maketrans("‐‑–", "---")


def find_references(text: str, language: str = "en", *, body: str = "") -> tuple[Reference, ...]:
    """Every citation in the text, in order; spans count characters of `text`.

    None overlap, but the middle ones of a range share its words ("to"). `target` is a symbol ("A/RES/61/16"), the name
    of a treaty, a place in this text ("#op5", "#op2.a", "#.a" below the paragraph that says so, "#self"), or "" where
    the words do not decide it. `body` is the organ code of the body that
    speaks ("GA", "SC", "ECOSOC", "HRC", ...): it tells whose "its resolution" is.
    """
    words = citations_of(language)
    low = lower_of(text)
    cited = _cited(text, low, words, body) if DIGIT.search(low) else []
    places = list(find_places(text, low, words.places, cited)) if _has(low, words.places.stems) else []
    pinpoints = _pinpoints(places)
    found = [
        Reference(c.span.of(text), c.target, c.span, pinpoint=pinpoints.get(c.span, ""), rule=c.rule) for c in cited
    ]
    for place in places:
        if place.inner:
            found += inner_references(place, text, words.places)
    if _has(low, words.places.phrase_stems):
        found += _phrases(low, text, words.places, cited)
    treaties = list(find_treaties(text, words.names)) if _has(low, words.names.stems) else []
    found += treaties
    if places:
        found += _unnamed(text, places, words, treaties, body)
    return _apart(found) if found else ()


def _cited(text: str, low: str, words: Citations, body: str) -> list[Cited]:
    """The documents that are cited by symbol or by number; all of these hold figures."""
    cited = list(_symbols(text)) if _may_hold_symbol(text) else []
    if _has(low, words.numbers.stems) or "(" in low:
        cited += find_numbers(text, low, words.numbers, body, [c.span for c in cited])
    return cited


def _unnamed(
    text: str, places: list[Place], words: Citations, treaties: list[Reference], body: str
) -> Iterator[Reference]:
    """Articles of an instrument that the text does not name here: "article 12 of the Constitution"."""
    for place in places:
        if (
            place.inner
            or place.cited is not None
            or all(words.places.kinds.get((m["word"] or "").lower(), "op") for m in place.parts)
        ):
            continue
        named = words.names.short.match(text, place.span.end)
        if named is None or any(t.span.start <= named.start("name") < t.span.end for t in treaties):
            continue
        span = Span(place.span.start, named.end())
        own = body in PRINCIPAL and named["name"] in words.names.charters
        target = words.names.charters[named["name"]] if own else ""
        yield Reference(span.of(text), target, span, pinpoint=place.words, rule="treaty: unnamed")


def _has(low: str, stems: tuple[str, ...]) -> bool:
    """Whether one of the stems stands in the text: a look that is far cheaper than any pattern."""
    for stem in stems:  # noqa: SIM110  `any` takes twice the time, and every provision is asked
        if stem in low:
            return True
    return False


def _may_hold_symbol(text: str) -> bool:
    """Whether a document symbol can stand in the text: the pattern of all symbols is dear, and most texts have none."""
    if SYMBOL_HINT.search(text) or "C/" in text or "COM" in text:
        return True
    return BRACKET_HINT.search(text) is not None


def _symbols(text: str) -> Iterator[Cited]:
    """Document symbols, and both of a joint one ("A/91/7-S/2031/7")."""
    for match in symbol_pattern().finditer(text):
        start = match.start()
        for part in re.split(r"(?<=\d)[-‑–](?=[A-Z]{1,2}/)", match.group()):
            symbol = part.rstrip(".,-–‑*/")
            if symbol.endswith(")") and symbol.count(")") > symbol.count("("):
                symbol = symbol[:-1].rstrip(".,")
            yield Cited(Span(start, start + len(symbol)), _plain_symbol(symbol), "symbol")
            start += len(part) + 1


def _plain_symbol(symbol: str) -> str:
    plain = symbol.translate(HYPHENS)
    if SPACED.match(plain):
        return re.sub(r"\s+", " ", plain[0].upper() + plain[1:])
    plain = re.sub(r"[\s*]+", "", plain)
    return re.sub(r"(S/RES/\d+|A/RES/\d+)\(", r"\1 (", plain)


def _pinpoints(places: list[Place]) -> dict[Span, str]:
    """What stands before and behind a citation, joined."""
    found: dict[Span, str] = {}
    for place in places:
        if place.cited is not None:
            found[place.cited] = ", ".join(filter(None, (found.get(place.cited), place.words)))
    return found


def _phrases(low: str, text: str, words: PlaceWords, cited: list[Cited]) -> Iterator[Reference]:
    """ "The present resolution", and "that resolution", which is the last one that was cited."""
    for match in words.self_words.finditer(low):
        yield Reference(text[match.start() : match.end()], "#self", Span(*match.span()), rule="phrase: self")
    numbers = sorted((c for c in cited if c.rule.startswith("number")), key=lambda c: c.span.end)
    for match in words.same_words.finditer(low):
        at = bisect_right(numbers, match.start(), key=lambda c: c.span.end)
        if at:
            target = numbers[at - 1].target
            yield Reference(text[match.start() : match.end()], target, Span(*match.span()), rule="phrase: same")


def _apart(found: list[Reference]) -> tuple[Reference, ...]:
    """In order and without overlap: of two, a number or symbol stands before a place, and a place before a name."""
    ranks = {"number": 0, "symbol": 0, "place": 1, "phrase": 2, "treaty": 3}
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda r: (r.span.start, -r.span.end)):
        rank = ranks[reference.rule.partition(":")[0]]
        while kept and kept[-1].span.end > reference.span.start and ranks[kept[-1].rule.partition(":")[0]] > rank:
            kept.pop()
        same = (
            kept and kept[-1].span == reference.span and kept[-1].rule == reference.rule and "range" in reference.rule
        )
        if not kept or same or kept[-1].span.end <= reference.span.start:
            kept.append(reference)
    return tuple(kept)
