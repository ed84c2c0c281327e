"""Treaties and other instruments that are cited by name and, where printed, by date."""

import re
from collections.abc import Iterator

from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.vocabulary.calendar import find_dates
from operative.vocabulary.citations import NameWords

__all__ = ["find_treaties"]

WORD = re.compile(r"[^\s,;:.()“”«»\"]+")
SPACES = re.compile(r"[^\S\n]{0,3}\n?[^\S\n]{0,3}")
SIDE = 160
"""How far from its head a name may reach on either side."""

LONGEST = 26
"""How many words a name may have behind its head."""


def find_treaties(text: str, words: NameWords) -> Iterator[Reference]:
    """Each convention, protocol, agreement, charter by the name that is printed, with its date in brackets if said."""
    for quoted in words.quoted.finditer(text):
        yield Reference(quoted.group(), quoted["name"], Span(*quoted.span()), rule="treaty")
    done = 0
    for head in words.heads.finditer(text):
        if head.start() < done:
            continue
        start, end = _start(text, head, words, done), _end(text, head, words)
        name = re.sub(r"\s+", " ", text[start:end])
        if len(name.split()) < 2:
            continue
        day, end = _date(text, end, words)
        done = end
        yield Reference(text[start:end], f"{name} ({day})" if day else name, Span(start, end), rule="treaty")


def _start(text: str, head: re.Match[str], words: NameWords, floor: int) -> int:
    """Where the capitals that lead up to the head begin."""
    start = head.start()
    low = max(floor, head.start() - SIDE)
    before = list(WORD.finditer(text, low, head.start()))
    pending = start
    for word in reversed(before):
        if not SPACES.fullmatch(text, word.end(), pending):
            break
        if _is_name(word.group(), words):
            start = pending = word.start()
        elif word.group().lower() in words.links:
            pending = word.start()
        else:
            break
    return _drop_links(text, start, head.start(), words)


def _drop_links(text: str, start: int, stop: int, words: NameWords) -> int:
    """A name begins behind the last article before its head: what stands ahead of that opens the sentence."""
    articles = list(words.articles.finditer(text, start, stop))
    return articles[-1].end() if articles else start


def _end(text: str, head: re.Match[str], words: NameWords) -> int:
    """Where the name ends behind the head: at a mark, or at a small word that no capital follows."""
    if complete := words.complete.match(text, head.start()):
        return complete.end()
    end = position = head.end()
    paired = False
    for _ in range(LONGEST):
        gap = SPACES.match(text, position)
        word = WORD.match(text, gap.end()) if gap else None
        if word is None:
            break
        low = word.group().lower()
        stops = not paired and words.stops.match(text, word.start())
        if _is_name(word.group(), words) or low in words.common:
            end = word.end()
        elif stops or low not in words.links:
            break
        paired = paired or low in words.pairs
        position = word.end()
    return end


def _is_name(word: str, words: NameWords) -> bool:
    return word[0].isupper() and word.lower() not in words.links


def _date(text: str, end: int, words: NameWords) -> tuple[str, int]:
    """The day that stands right behind a name, and where it ends."""
    match = words.dates.match(text, end)
    if match is None:
        return "", end
    found = next(find_dates(match.group(1), words.language), None)
    return (found[1], match.end()) if found else ("", end)
