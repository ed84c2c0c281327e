"""Short labels made from words of the text, with damaged spelling mended."""

import re

from operative.mandates.words import words_of_text
from operative.vocabulary.mechanisms import naming
from operative.vocabulary.predicates import Predicates, predicates

__all__ = ["label_of", "mended_name"]

LONGEST = 90
"""Characters of a label; what is longer is cut at a word."""


def label_of(words: str, language: str, *, before: str = "") -> str:
    """A label: the words without the article that opens them, with hyphens put back; `before` is set in front."""
    grammar = predicates(language)
    kept = _without_opening(" ".join(words.split()), grammar)
    if before:
        kept = f"{_without_opening(before, grammar)} {kept}"
    kept = re.sub(r"\s+([,;:.)])", r"\1", _with_hyphens(kept, grammar))
    if len(kept) > LONGEST:
        kept = kept[: kept.rindex(" ", 0, LONGEST)].rstrip(",;: ") + " …" if " " in kept[:LONGEST] else kept[:LONGEST]
    return kept


def _without_opening(words: str, grammar: Predicates) -> str:
    low = words_of_text(words).low
    opening = grammar.words["articles"] | grammar.words["possessives"]
    if len(low) > 1 and low[0] in opening:
        return words[len(low[0]) :].lstrip()
    return words


def _with_hyphens(words: str, grammar: Predicates) -> str:
    for part in grammar.lost:
        pattern = re.compile(rf"(?<![\w-]){part}(?=[a-z]{{4}})(?!\w*-)", re.IGNORECASE)
        words = pattern.sub(lambda found: _hyphened(found, grammar), words)
    return words


def _hyphened(found: re.Match[str], grammar: Predicates) -> str:
    word = re.match(r"\w+", found.string[found.start() :])
    lost = word is None or word.group().casefold() not in grammar.words["not_lost"]
    return f"{found.group()}-" if lost else found.group()


def mended_name(name: str, language: str) -> str:
    """A name with the hyphens that line ends took away: "InterAgency" is "Inter-Agency"."""
    name = " ".join(name.split())
    prefixes = "|".join(naming(language).prefixes)
    return re.sub(rf"(?<![\w-])(?P<part>{prefixes})(?=[A-ZÀ-Þ][a-zà-ÿ])", r"\g<part>-", name)
