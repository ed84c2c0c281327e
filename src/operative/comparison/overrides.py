"""Sentences that set a limit to other passages of the draft: "Article 2 applies only where ..."."""

from collections.abc import Sequence

from operative.comparison.statements import Statement
from operative.comparison.turns import limit_of

__all__ = ["find_overrides"]

OPENING = 5
"""Words before which a sentence names the passage that it is about."""


def find_overrides(statements: Sequence[Statement]) -> dict[str, tuple[Statement, str]]:
    """The limited provisions by id, each with the sentence that limits it and its words."""
    found: dict[str, tuple[Statement, str]] = {}
    known = {said.provision.id for said in statements}
    for said in statements:
        if said.preamble:
            continue
        if words := _taken_back(said):
            found.setdefault(said.provision.id, (said, words))
        opening = said.found("foregoing", 0, 2 * OPENING)
        if opening and opening[0][0] <= OPENING:
            words = limit_of(said, len(said.wording), len(said.wording), frozenset()) or _void(said)
            if words:
                found.setdefault(_meant(said, known), (said, words))
        for place in _articles(said, known):
            words = _void(said) or limit_of(said, len(said.wording), len(said.wording), frozenset())
            if words:
                found.setdefault(place, (said, words))
    return found


def _taken_back(said: Statement) -> str:
    """The words by which a sentence takes back from the one before: "; provided that", "However, ...", ", however,"."""
    if said.before is None:
        return ""
    names = ("exceptions", "hedges") if said.before.wording.low[-1] == ";" else ("exceptions",)
    places = [place for name in names for place in said.found(name, said.own)]
    low = said.wording.low
    for at, length in places:
        if at == said.own or (low[at - 1] == "," and low[at + length : at + length + 1] == (",",)):
            return said.shown(at, length + OPENING)
    return ""


def _meant(said: Statement, known: set[str]) -> str:
    """What "the foregoing" is: the paragraph itself where it has a sentence before; else the article."""
    if said.before is not None:
        return said.provision.id
    return said.provision.parent or said.provision.id


def _void(said: Statement) -> str:
    places = said.found("void")
    if not places:
        return ""
    at, length = places[0]
    end = min(at + length + 3, len(said.wording))
    return said.wording.text[said.wording.starts[at] : said.wording.ends[end - 1]].rstrip(" .,;")


def _articles(said: Statement, known: set[str]) -> list[str]:
    """The provisions that a sentence is about, or that it sets aside: "Article 2, paragraph 1, ..."."""
    wording = said.wording
    places = []
    aside = [at for at, _ in said.found("notwithstanding")]
    for at, length in said.found("articles"):
        opens = at <= OPENING or any(0 <= at - place <= OPENING for place in aside)
        if not opens or at + length >= len(wording) or not wording.low[at + length].isdigit():
            continue
        number = wording.low[at + length]
        paragraph = ""
        for word, size in said.found("paragraphs", 0, at + 2 * OPENING + 4):
            if word + size < len(wording) and wording.low[word + size].isdigit():
                paragraph = wording.low[word + size]
        tail = f"art{number}.{paragraph}" if paragraph else f"art{number}"
        places += [p for p in _with_parents(known) if p == tail or p.endswith(f".{tail}")]
    return places


def _with_parents(known: set[str]) -> set[str]:
    found = set(known)
    for place in known:
        while "." in place:
            place = place.rpartition(".")[0]
            found.add(place)
    return found
