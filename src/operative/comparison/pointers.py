"""Sentences of a draft that point at the resolution: what of it they keep without saying it."""

import re
from collections.abc import Sequence

from operative.comparison.statements import Statement
from operative.comparison.traits import Trait
from operative.comparison.treatments import Treatment
from operative.comparison.turns import is_turned, limit_of, weak_verb, weak_word
from operative.domain.documents import Document
from operative.domain.verdicts import Verdict

__all__ = ["point_at"]

NEAR_NUMBER = 6
"""Words between "resolution" and its number: "resolution 5/12", "Resolution No. 77", "résolution n° 44"."""
NEAR_PLACE = 14
LETTER = re.compile(r"^(?:[a-z]|[ivx]{1,5})$")


def point_at(said: Statement, document: Document, traits: Sequence[Trait]) -> dict[str, Treatment]:
    """How a sentence that names the resolution treats its elements, by the id of the element.

    Without a place it means all of them; with one, those of that paragraph or sub-paragraph alone.
    """
    at = _number_at(said, document)
    if at is None:
        return {}
    things = [place for place, _ in said.found("pointing") if abs(place - at) <= 2 * NEAR_PLACE]
    keeping = [place for place, length in said.found("pointers", 0, at) if at - place - length < 2 * NEAR_NUMBER]
    if not things and not keeping:
        return {}
    carrier = things[0] if things else at
    covered = [trait for trait in traits if _covers(_places(said, at), trait.element.provision)]
    excepted = {trait.element.id: _excepted(said, trait) for trait in traits}
    but = frozenset().union(*excepted.values())
    found = {}
    for trait in covered:
        treatment = _pointed(said, carrier, at, bool(things), but)
        if excepted[trait.element.id]:
            treatment = Treatment(
                Verdict.CONTRADICTED, said, 0.5, ("the reference to the resolution leaves it out",), limits=True
            )
        found[trait.element.id] = treatment
    return found


def _number_at(said: Statement, document: Document) -> int | None:
    """Where the number of the resolution stands behind the word for it, or its symbol."""
    wording = said.wording
    plain = re.sub(r"\s+", "", wording.text.lower())
    if document.symbol and re.sub(r"\s+", "", document.symbol.lower()) in plain:
        return len(wording) - 1
    number = re.findall(r"\w+", document.number.lower())
    if not number:
        return None
    for word, _ in said.found("resolutions"):
        for at in range(word + 1, min(len(wording), word + NEAR_NUMBER)):
            if wording.low[at].isdigit() or wording.low[at] == number[0]:
                following = [low for low in wording.low[at : at + 2 * len(number)] if low.isalnum()]
                if following[: len(number)] == number:
                    return at
                break
    return None


def _places(said: Statement, at: int) -> set[tuple[str, str]]:
    """The paragraphs and letters that a sentence names near the number: ("3", "a"); "" where it names no letter."""
    wording = said.wording
    places: set[tuple[str, str]] = set()
    paragraph = ""
    letters: list[str] = []
    for word, length in said.found("paragraphs", max(0, at - 2 * NEAR_PLACE), min(len(wording), at + NEAR_PLACE)):
        for here in range(word + length, min(len(wording), word + length + 8)):
            low = wording.low[here]
            if low.isdigit() and not paragraph and not (here >= at and here <= at + 1):
                paragraph = low
            elif LETTER.match(low) and wording.low[min(here + 1, len(wording) - 1)] == ")":
                letters.append(low)
            elif low in said.words.words.get("genitives", ()) or said.words.classes["resolutions"].length_at(
                wording.roots, here
            ):
                break
    for letter in letters:
        places.add((paragraph, letter))
    if paragraph and not letters:
        places.add((paragraph, ""))
    return places


def _covers(places: set[tuple[str, str]], provision: str) -> bool:
    """Whether an element's provision is one of the places; without places all are meant."""
    if not places:
        return True
    for paragraph, letter in places:
        parts = provision.split(".")
        if paragraph and parts[0] != f"op{paragraph}":
            continue
        if letter and letter not in parts[1:]:
            continue
        return True
    return False


def _pointed(said: Statement, carrier: int, at: int, named: bool, but: frozenset[int]) -> Treatment:
    """What the verb of the sentence makes of what it points at."""
    if is_turned(said, carrier):
        return Treatment(Verdict.CONTRADICTED, said, 0.4, ("it turns away what the resolution holds",), limits=True)
    reasons = []
    if weak := weak_verb(said, carrier, False):
        reasons.append(f"it points at the resolution, but binds less: “{weak}”")
    if limit := limit_of(said, min(carrier, at), max(carrier, at) + 1, frozenset(), but):
        reasons.append(f"it points at the resolution with a limit: “{limit}”")
    if weak_word(said, carrier):
        reasons.append("it only takes note of what the resolution holds")
    clause = said.clause_at(carrier)
    if not any(said.found(name, clause.first, clause.last) for name in ("keeping", "pointers", "noting")):
        reasons.append("it points at the resolution, but does not say that it keeps what it holds")
    if said.preamble:
        reasons.append("only the preamble points at the resolution")
    if reasons:
        return Treatment(Verdict.NARROWED, said, 0.3 - 0.1 * said.preamble, tuple(reasons))
    return Treatment(
        Verdict.BY_REFERENCE, said, 0.5 + 0.1 * named, ("it keeps it by pointing at the resolution, without saying it",)
    )


def _excepted(said: Statement, trait: Trait) -> frozenset[int]:
    """Where words such as "except" stand behind which the element is named."""
    found = set()
    for place, length in said.found("excepting"):
        behind = [term for term in said.terms if term.first >= place + length]
        if any(number in trait.core for term in behind for number, _ in trait.nearness.get(term.key, ())):
            found.add(place)
    return frozenset(found)
