"""Bodies that adopt texts, from `data/bodies.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from operative.errors import VocabularyError
from operative.vocabulary.loader import load

__all__ = ["Body", "bodies", "body_of_name", "body_of_symbol", "opens_with_body", "organ_of"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its key, short organ code, printed names by language, and how its symbols look."""

    key: str
    organ: str
    names: dict[str, tuple[str, ...]]
    symbol: re.Pattern[str]
    marks: tuple[str, ...] = ()
    printed: str = "{number}"
    """How the body prints the number of a text, out of the groups of `symbol`."""

    def number_of(self, match: re.Match[str]) -> str:
        """The number as the body prints it, out of a match of its symbol."""
        parts = match.groupdict()
        if any(f"{{{name}}}" in self.printed and not value for name, value in parts.items()):
            return parts.get("number") or ""
        return self.printed.format(**parts)


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, in the order of the file; a key that stands twice raises `VocabularyError`."""
    found: dict[str, Body] = {}
    for row in load("bodies")["body"]:
        if row["key"] in found:
            raise VocabularyError(f"two bodies with the key {row['key']!r}")
        names = {language: tuple(values) for language, values in row["names"].items()}
        pattern = re.compile(rf"(?<![\w/]){row['symbol']}(?![\w/])")
        marks, printed = tuple(row.get("marks", ())), row.get("printed", "{number}")
        found[row["key"]] = Body(row["key"], row["organ"], names, pattern, marks, printed)
    return tuple(found.values())


def organ_of(key: str) -> str:
    """The short organ code of the body with this key; "" where no vocabulary knows it."""
    return next((body.organ for body in bodies() if body.key == key), "")


def body_of_symbol(text: str) -> tuple[Body, re.Match[str]] | None:
    """The body whose symbol stands first in `text`, with the match (groups number, session, year, type where
    printed).
    """
    hits = [(match, body) for body in bodies() if (match := body.symbol.search(text))]
    if not hits:
        return None
    match, body = min(hits, key=lambda hit: hit[0].start())
    return body, match


def body_of_name(name: str, language: str, context: str = "") -> Body | None:
    """The body with this printed name; one whose name is common is told by its marks in `context`."""
    folded = name.casefold().strip()
    best: tuple[tuple[int, bool], Body] | None = None
    for body in bodies():
        for known in body.names.get(language, ()):
            if not folded.endswith(known.casefold()):
                continue
            if body.marks and not any(re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", context) for mark in body.marks):
                continue
            rank = (len(known), bool(body.marks))
            if best is None or rank > best[0]:
                best = (rank, body)
    return best[1] if best else None


def opens_with_body(words: str, language: str) -> bool:
    """Whether the words begin with the printed name of a body whose name no other body could have."""
    folded = words.casefold()
    return any(
        folded.startswith(name.casefold())
        for body in bodies()
        if not body.marks
        for name in body.names.get(language, ())
    )
