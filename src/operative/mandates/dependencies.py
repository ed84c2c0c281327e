"""What a mandate hangs on: earlier mandates, provisions, or only the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from operative.domain.mandates import Dependency, Mandate
from operative.mandates.pinpoints import Index, Place, find_places
from operative.mandates.words import Words, words_of_text
from operative.vocabulary.duties import Duties
from operative.vocabulary.provisos import PlaceWords

__all__ = ["Hanging", "find_dependencies", "find_pointed"]

LONGEST = 25
"""Words of what a mandate hangs on."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """What dependencies are resolved with; `earlier` are the mandates before, in order."""

    duties: Duties
    places: PlaceWords
    index: Index
    earlier: Sequence[Mandate]


def find_dependencies(words: Words, first: int, last: int, at: str, hanging: Hanging) -> tuple[Dependency, ...]:
    """What the words from `first` to `last`, which stand in provision `at`, say that something hangs on."""
    found: list[Dependency] = []
    here = first
    while here < last:
        length = 0
        if words.low[here] in hanging.duties.hanging:
            length, end, strong = _phrase(words, here, last, hanging.duties)
        if not length:
            here += 1
            continue
        places = _places(words, here + length, end, last, at, hanging)
        end = max([end, *(place.last for place in places)])
        on = _named(places, hanging) or find_pointed(words, here + length, end, hanging)
        apart = here == first or not words.is_word(here - 1)
        if on or (strong and apart):
            rule = "dependency-mandate" if on and on[0].startswith("m-") else "dependency-words"
            closing = _trimmed(words, here, _closing(words, end, hanging.duties), hanging.duties)
            found.append(Dependency(words.quote(here, closing, rule), on))
            here = end
        else:
            here += length
    return tuple(found)


def _places(words: Words, first: int, end: int, last: int, at: str, hanging: Hanging) -> list[Place]:
    """The places that open before `end`; their list may run over the commas behind it."""
    stop = min(last, first + LONGEST)
    found = find_places(words, first, stop, at, hanging.index, hanging.places)
    return [place for place in found if place.first < end]


def _named(places: list[Place], hanging: Hanging) -> tuple[str, ...]:
    """The mandates of places of the text, or the places themselves where they hold none."""
    ids = [id for place in places for id in place.ids]
    if not ids:
        return ()
    below = {inner for id in ids for inner in hanging.index.below(id)}
    return tuple(m.id for m in hanging.earlier if m.provision in below) or tuple(ids)


def _phrase(words: Words, at: int, last: int, duties: Duties) -> tuple[int, int, bool]:
    """How many words open a dependency at a word, where it ends, and whether it stands also unresolved."""
    low = words.low
    for opener, closer in duties.around:
        if low[at] != opener:
            continue
        for end in range(at + 2, min(last, at + 10)):
            if low[end : end + len(closer)] == closer:
                pointed = low[at + 1] in duties.pointing | duties.articles
                return (1, end, True) if pointed else (0, at, False)
            if not words.is_word(end):
                break
    strong, weak = duties.strong.length_at(low, at), duties.weak.length_at(low, at)
    if not max(strong, weak):
        return 0, at, False
    length = max(strong, weak)
    return length, _end(words, at + length, last), strong >= weak


def _closing(words: Words, end: int, duties: Duties) -> int:
    """The end of the words with what closes them: "with these talks | in mind"."""
    for _, closer in duties.around:
        if words.low[end : end + len(closer)] == closer:
            return end + len(closer)
    return end


def _trimmed(words: Words, first: int, end: int, duties: Duties) -> int:
    while end > first + 1 and (back := duties.conjunctions.length_before(words.low, end)):
        end -= back
    return end


def _end(words: Words, first: int, last: int) -> int:
    for at in range(first, min(last, first + LONGEST)):
        if not words.is_word(at) and words.low[at] in {",", ";", ":", "."}:
            return at
        if at > first and at in words.breaks:
            return at
    return min(last, first + LONGEST)


def find_pointed(words: Words, first: int, end: int, hanging: Hanging, *, plain: bool = False) -> tuple[str, ...]:
    """The nearest earlier mandates that words such as "these talks" point back at; `plain` admits "the talks" too."""
    if first >= end:
        return ()
    low = words.low
    pointing = low[first] in hanging.duties.pointing
    if not pointing and not (plain and low[first] in hanging.duties.articles):
        return ()
    for noun in range(first + 1, min(end, first + 4)):
        if not words.is_word(noun) or low[noun] in hanging.duties.ahead:
            break
        found = _asked(low[noun], hanging)
        if found:
            return found
    return ()


def _asked(noun: str, hanging: Hanging) -> tuple[str, ...]:
    """The mandates of the nearest earlier paragraph that bring about what a noun calls by name."""
    verbs: frozenset[str] = frozenset()
    for family in hanging.duties.families:
        if noun in family.nouns:
            verbs = family.verbs
            break
    if not verbs:
        return ()
    paragraph, found = "", []
    for mandate in reversed(hanging.earlier):
        if paragraph and mandate.paragraph != paragraph:
            break
        if mandate.action.split(" ")[0].casefold() in verbs or _brings(mandate, noun, hanging.duties):
            found.append(mandate.id)
            paragraph = mandate.paragraph
    return tuple(reversed(found))


def _brings(mandate: Mandate, noun: str, duties: Duties) -> bool:
    """Whether the words of a mandate bring up the noun as something new: "to open talks", not "on these talks"."""
    low = words_of_text(mandate.duty.words).low
    for at, word in enumerate(low):
        if word == noun and not any(before in duties.pointing for before in low[max(0, at - 2) : at]):
            return "the" not in low[max(0, at - 1) : at]
    return False
