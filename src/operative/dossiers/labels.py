"""Short names for what a text asks, made from its words."""

import re
from collections.abc import Sequence

from operative.errors import UnknownLanguage
from operative.vocabulary.grammar import grammar

__all__ = ["scope_labels", "short_label", "slug"]

LONGEST = 90
"""Characters of a label; what is longer is cut at a word."""
WORD = re.compile(r"[^\W_]+['’]?(?:[-‐‑][^\W_]+)*")
SHORTEST = 2
"""How many words are left of a thing without the clause that describes it."""


def short_label(words: str, language: str) -> str:
    """The words without the article that opens them, cut at a word where they are long."""
    plain = " ".join(words.split())
    articles = _class(language, "articles") | _class(language, "possessives")
    first = WORD.match(plain)
    if first and first.group().casefold().replace("’", "'") in articles and first.end() < len(plain):
        plain = plain[first.end() :].lstrip()
    if len(plain) <= LONGEST:
        return plain
    cut = plain[:LONGEST].rpartition(" ")[0] or plain[:LONGEST]
    # "with the United Nations which the …" says less than "with the United Nations …".
    small = articles.union(*(_class(language, name) for name in ("prepositions", "conjunctions", "relatives")))
    while " " in cut and cut.rpartition(" ")[2].casefold() in small:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(",;: ") + " …"


def slug(words: str) -> str:
    """The letters and figures of a name, small, joined by dashes; "" where it has none."""
    return "-".join("".join(char if char.isalnum() else " " for char in words.casefold()).split())


def scope_labels(scope: Sequence[str], language: str) -> tuple[str, ...]:
    """A label for each thing that a report must cover, without the clause that describes it, where it tells them apart.

    "the costs that the new arrangements would entail" becomes "costs".
    """
    whole = [short_label(words, language) for words in scope]
    bare = [short_label(_without_clause(words, language), language) for words in scope]
    return tuple(dict.fromkeys(b if b and bare.count(b) == 1 else w for b, w in zip(bare, whole, strict=True)))


def _without_clause(words: str, language: str) -> str:
    plain = " ".join(words.split())
    relatives = _class(language, "relatives")
    for place, found in enumerate(WORD.finditer(plain)):
        if place >= SHORTEST and found.group().casefold() in relatives:
            return plain[: found.start()].rstrip(" ,;")
    return plain


def _class(language: str, name: str) -> frozenset[str]:
    try:
        return frozenset(grammar(language).words[name])
    except UnknownLanguage:
        return frozenset()
