"""What places in a condition are: those that it protects, and those towards which it does."""

from dataclasses import dataclass

from operative.domain.conditions import ConditionKind
from operative.domain.passages import Passage
from operative.domain.provisions import Kind
from operative.mandates.pinpoints import Index, Place, find_places
from operative.mandates.words import Words
from operative.vocabulary.provisos import Provisos

__all__ = ["Scene", "find_sides", "find_towards_beside", "is_kept"]

FURTHEST_TOWARDS = 14
"""How many words may stand between "in fulfilling" and the place that is fulfilled."""
NEAREST_KEEPING = 12
"""How many words may stand between a place and the word behind it that says that it is kept."""
NEAREST_CONTENTS = 7
"""How many words may stand between "elements" and the place that holds them."""
FURTHEST_KEEPING = 14
"""The same for a word before it: "to weaken the features described in"."""
NEAREST_RESERVED = 10
"""How many words may stand between "without prejudice to" and its place."""
NEAREST_TOWARDS = 4
"""The same where only "when" or "over" stands before it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one passage is looked at with."""

    passage: Passage
    low: str
    words: Words
    index: Index
    vocabulary: Provisos

    def provision(self, at: int) -> str:
        """The id of the provision in which a word stands."""
        return self.passage.provision_at(self.words.starts[at]).id

    def places(self, first: int, last: int) -> list[Place]:
        """The places of this text that the words name."""
        return find_places(self.words, first, last, self.provision(first), self.index, self.vocabulary.places)

    def keeps(self, place: Place, first: int, end: int) -> bool:
        """Whether a word of keeping stands right behind a place, or before it where what it holds is kept."""
        low, vocabulary = self.words.low, self.vocabulary
        behind = range(place.last, min(end, place.last + NEAREST_KEEPING))
        if any(vocabulary.kept_after.length_at(low, at) for at in behind):
            return True
        ahead = range(max(first, place.first - FURTHEST_KEEPING), place.first)
        return any(vocabulary.kept_before.length_at(low, at) for at in ahead)

    def holds(self, place: Place, first: int) -> bool:
        """Whether a place is one of the parts of a paragraph, or is said to hold elements, principles or the like."""
        if all(self.index.provisions[id].kind is Kind.SUBPARAGRAPH for id in place.ids):
            return True
        near = self.words.low[max(first, place.first - NEAREST_CONTENTS) : place.first]
        return not self.vocabulary.places.contents.isdisjoint(near)


def find_sides(
    scene: Scene, opening: int, first: int, end: int, kind: ConditionKind
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the places in a condition are: those that it protects, and those towards which it does.

    Where it points at none, "the following elements" are those below the paragraph.
    """
    bound: list[Place] = []
    towards: list[str] = []
    before, kept = opening, kind is ConditionKind.RESERVE
    for place in scene.places(first, end):
        if kind is ConditionKind.RESERVE and not bound and not _stands_near(scene, first, place):
            break
        if _looks_towards(scene, max(before, first), place.first):
            towards += place.ids
        elif scene.holds(place, opening):
            bound.append(place)
            kept = kept or scene.keeps(place, opening, end)
        before = place.last
    binds = [id for place in bound for id in place.ids] if kept else []
    if not bound and _keeps_contents(scene, opening, end):
        binds = [id for id in _contents(scene, first, end) if id not in towards]
    return tuple(dict.fromkeys(id for id in binds if id not in towards)), tuple(dict.fromkeys(towards))


def _stands_near(scene: Scene, first: int, place: Place) -> bool:
    """Whether a place is the object of "without prejudice to" itself, and not of something behind it."""
    return place.first - first <= NEAREST_RESERVED and "," not in scene.words.low[first : place.first]


def _keeps_contents(scene: Scene, first: int, end: int) -> bool:
    """Whether words of keeping stand near "elements", "principles" or the like."""
    low, vocabulary = scene.words.low, scene.vocabulary
    for at in range(first, end):
        if low[at] in vocabulary.places.contents:
            place = Place(at, at + 1, ())
            if scene.keeps(place, first, end):
                return True
    return False


def _looks_towards(scene: Scene, first: int, place: int) -> bool:
    """Whether the words before a place say that it is what is carried out."""
    words = scene.words
    if place <= first:
        return False
    start, end = words.starts[first], words.starts[place]
    last = None
    for match in scene.vocabulary.towards.finditer(scene.low, start, end):
        last = match
    if last is None:
        return False
    behind = words.index_at(last.end())
    lone = len(last.group().split()) == 1
    if place - behind > (NEAREST_TOWARDS if lone else FURTHEST_TOWARDS):
        return False
    between = range(behind, place)
    kept = any(scene.vocabulary.kept_after.length_at(words.low, at) for at in between)
    return "," not in words.low[behind:place] and not kept


def find_towards_beside(scene: Scene, opening: int, end: int) -> tuple[str, ...]:
    """The places that are carried out before or behind the condition: "to do (c), on condition that"."""
    words = scene.words
    first = opening
    while first > 0 and not (words.low[first - 1] in ";:" or words.ends_sentence(first - 1)):
        first -= 1
    last = words.clause_end(end, len(words)) if end < len(words) else end
    for place in [*reversed(scene.places(first, opening)), *scene.places(end, last)]:
        low = words.low
        near = range(max(first, place.first - FURTHEST_TOWARDS), place.first)
        if any(scene.vocabulary.towards_verbs.length_at(low, at) for at in near):
            return place.ids
    return ()


def _contents(scene: Scene, first: int, end: int) -> tuple[str, ...]:
    """All provisions below the paragraph, where "the following elements" or "these principles" means them."""
    words, vocabulary = scene.words, scene.vocabulary.places
    for at in range(first, end):
        if words.low[at] not in vocabulary.contents:
            continue
        near = words.low[max(first, at - 4) : min(end + 1, at + 6)]
        if vocabulary.following.isdisjoint(near):
            continue
        own = scene.provision(first)
        level = scene.index.children.get(own) or scene.index.children.get(scene.index.provisions[own].parent or "", ())
        return tuple(id for _, id in level if id != own)
    return ()


def is_kept(scene: Scene, places: list[Place], end: int) -> bool:
    """Whether a modal word and a word of keeping follow the last place: "(a) shall not be weakened"."""
    words, vocabulary = scene.words, scene.vocabulary
    for place in places:
        behind = range(place.last, min(end, place.last + NEAREST_KEEPING))
        modal = any(words.low[at] in vocabulary.binding for at in behind)
        if modal and any(vocabulary.kept_after.length_at(words.low, at) for at in behind):
            return True
    return False
