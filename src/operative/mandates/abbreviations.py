"""Abbreviations that a text explains: "the Board for Locks and Weirs (BLW)"."""

import re
from collections.abc import Iterable

from operative.domain.provisions import Provision

__all__ = ["find_abbreviations"]

EXPLAINED = re.compile(r"\((?P<short>[A-Z][A-Za-z-]{1,9})\)")
LONGEST_NAME = 120
"""Characters before the bracket in which the name is looked for."""


def find_abbreviations(provisions: Iterable[Provision]) -> dict[str, str]:
    """The names in full by the abbreviation that follows them in brackets; the first explanation stands."""
    found: dict[str, str] = {}
    for provision in provisions:
        if "(" not in provision.text:
            continue
        for match in EXPLAINED.finditer(provision.text):
            short = match["short"]
            name = _name_before(provision.text[max(0, match.start() - LONGEST_NAME) : match.start()], short)
            if name and sum(c.isupper() for c in short) > 1:
                found.setdefault(short, name)
    return found


def _name_before(text: str, short: str) -> str:
    """The words that end a text and begin with the first letter of the abbreviation."""
    words = text.split()
    capitals = sum(c.isupper() for c in short)
    for seen, at in enumerate(range(len(words) - 1, -1, -1), 1):
        word = words[at].strip('“”"«»')
        if not word or (word[-1] in ",;:." and at < len(words) - 1):
            return ""
        if word[0] == short[0] and seen >= min(capitals, 2):
            rest = [w for w in words[at:] if w[:1].isupper()]
            if len(rest) >= capitals - 1:
                return " ".join(words[at:])
        if not word[0].isupper() and len(word) > 5:
            return ""
    return ""
