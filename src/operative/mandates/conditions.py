"""Explicit conditions: their words, what they protect or bind, and in carrying out what they must hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from operative.domain.acts import Act, Quote
from operative.domain.conditions import Condition, ConditionKind
from operative.domain.passages import Passage
from operative.domain.spans import Span
from operative.mandates.elements import derive_elements
from operative.mandates.pinpoints import Index, Place, find_places, make_index
from operative.mandates.words import Words, words_of_passage, words_of_text
from operative.vocabulary.provisos import Provisos, provisos

__all__ = ["derive_conditions"]

FURTHEST_TOWARDS = 14
"""How many words may stand between "in fulfilling" and the place that is fulfilled."""
NEAREST_TOWARDS = 4
"""The same where only "when" or "over" stands before it."""


@dataclass(frozen=True, slots=True)
class _Found:
    kind: ConditionKind
    span: Span
    rule: str
    binds: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scene:
    """What one passage is looked at with."""

    passage: Passage
    words: Words
    index: Index
    vocabulary: Provisos

    def provision(self, at: int) -> str:
        """The id of the provision in which a word stands."""
        return self.passage.provision_at(self.words.starts[at]).id

    def places(self, first: int, last: int) -> list[Place]:
        """The places of this text that the words name."""
        return find_places(self.words, first, last, self.provision(first), self.index, self.vocabulary.places)

    def keeps(self, first: int, last: int) -> bool:
        """Whether the words say that something is to be kept."""
        return any(self.vocabulary.keeping.length_at(self.words.low, at) for at in range(first, last))


def derive_conditions(
    passages: Sequence[Passage], acts: Sequence[Sequence[Act]] = (), language: str = "en"
) -> tuple[Condition, ...]:
    """The conditions of a text in order, with the elements of what they protect; spans count characters of the passage.

    `acts` are those of each passage: what they know as conditions is taken over, and no condition runs into the next act.
    """
    index = make_index(passages)
    by_id = {provision.id: passage for passage in passages for provision in passage.provisions}
    found: list[Condition] = []
    for number, passage in enumerate(passages):
        own = acts[number] if number < len(acts) else ()
        vocabulary = provisos(language)
        hits: list[_Found] = []
        if vocabulary.finder.search(passage.text) or _points(passage):
            scene = _Scene(passage, words_of_passage(passage), index, vocabulary)
            hits = _find(scene, own)
        hits = _with_known(hits, own, passage, vocabulary)
        for count, hit in enumerate(sorted(hits, key=lambda hit: hit.span), 1):
            found.append(_condition(hit, f"c-{passage.head.id}-{count}", passage, index, by_id, language))
    return tuple(found)


def _points(passage: Passage) -> bool:
    """Whether the passage could name a place: it has a bracketed letter."""
    return ")" in passage.text


def _condition(
    hit: _Found, id: str, passage: Passage, index: Index, by_id: dict[str, Passage], language: str
) -> Condition:
    provision = passage.provision_at(hit.span.start).id
    quote = Quote(hit.span.of(passage.text), hit.span, hit.rule)
    if not hit.binds:
        return Condition(id, provision, passage.head.id, hit.kind, quote, (provision,))
    condition = Condition(id, provision, passage.head.id, hit.kind, quote, hit.binds, hit.towards or (passage.head.id,))
    bound = [below for id in hit.binds for below in index.below(id) if below not in hit.towards]
    elements = [
        element
        for id in dict.fromkeys(bound)
        for element in derive_elements(by_id[id], id, language, without=hit.span if by_id[id] is passage else None)
    ]
    return replace(condition, elements=tuple(elements))


def _find(scene: _Scene, acts: Sequence[Act]) -> list[_Found]:
    hits: list[_Found] = []
    for match in scene.vocabulary.finder.finditer(scene.passage.text):
        trigger = scene.vocabulary.triggers[int((match.lastgroup or "t0")[1:])]
        if any(hit.span.start <= match.start() < hit.span.end for hit in hits):
            continue
        hit = _read(scene, match.start(), match.end(), trigger.kind, _act_end(match.start(), acts))
        if hit is not None and (hit.binds or trigger.always):
            hits.append(hit)
    hits += [hit for hit in _sentences(scene, acts) if not any(_meet(hit.span, other.span) for other in hits)]
    return hits


def _act_end(at: int, acts: Sequence[Act]) -> int | None:
    """Where the act that holds a character ends, if another one follows it there."""
    later = [act.span.start for act in acts if act.span.start > at]
    return min(later) if later else None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _read(scene: _Scene, start: int, body: int, kind: ConditionKind, limit: int | None) -> _Found | None:
    """The condition whose opening words end at the character `body`."""
    words = scene.words
    first, opening = words.index_at(body), words.index_at(start)
    if first >= len(words):
        return None
    end = words.clause_end(first, words.index_at(limit) if limit is not None else len(words))
    end = _trimmed(words, first, end)
    binds, towards = _sides(scene, opening, first, end)
    keeps = scene.keeps(opening, end) or kind in (ConditionKind.RESERVE, ConditionKind.SUBJECT)
    if not keeps:
        binds = ()
    if not binds and keeps:
        binds = tuple(id for id in _contents(scene, first, end) if id not in towards)
    if not binds:
        end = _with_list(scene, end)
        return _Found(kind, words.span(opening, end), "condition-opening") if end > opening else None
    if kind is ConditionKind.PROVISO:
        kind = ConditionKind.PRESERVATION
    towards = towards or _towards_before(scene, opening)
    return _Found(kind, words.span(opening, end), "condition-binding", binds, towards)


def _trimmed(words: Words, first: int, end: int) -> int:
    while end > first and not words.is_word(end - 1) and words.low[end - 1] in {",", ";", ":", "."}:
        end -= 1
    return end


def _sides(scene: _Scene, opening: int, first: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the places in a condition are: those that it protects, and those towards which it does."""
    binds: list[str] = []
    towards: list[str] = []
    before = opening
    for place in scene.places(first, end):
        side = towards if _looks_towards(scene, max(before, first), place.first) else binds
        side += [id for id in place.ids if id not in side]
        before = place.last
    return tuple(id for id in binds if id not in towards), tuple(towards)


def _looks_towards(scene: _Scene, first: int, place: int) -> bool:
    """Whether the words before a place say that it is what is carried out."""
    words = scene.words
    if place <= first:
        return False
    start, end = words.starts[first], words.starts[place]
    last = None
    for match in scene.vocabulary.towards.finditer(words.text, start, end):
        last = match
    if last is None:
        return False
    behind = words.index_at(last.end())
    lone = len(last.group().split()) == 1
    if place - behind > (NEAREST_TOWARDS if lone else FURTHEST_TOWARDS):
        return False
    return "," not in words.low[behind:place] and not scene.keeps(behind, place)


def _towards_before(scene: _Scene, opening: int) -> tuple[str, ...]:
    """The places that are carried out right before the condition: "to implement (c), on condition that"."""
    words = scene.words
    first = opening
    while first > 0 and not (words.low[first - 1] in ";:" or words.ends_sentence(first - 1)):
        first -= 1
    for place in reversed(scene.places(first, opening)):
        low = words.low
        near = range(max(first, place.first - FURTHEST_TOWARDS), place.first)
        if any(scene.vocabulary.towards_verbs.length_at(low, at) for at in near):
            return place.ids
    return ()


def _contents(scene: _Scene, first: int, end: int) -> tuple[str, ...]:
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


def _with_list(scene: _Scene, end: int) -> int:
    """The end of a condition whose words go on in the sub-paragraphs below it: "provided that: (a) ...; (b) ..."."""
    words = scene.words
    if end >= len(words) or words.low[end] != ":" or end + 1 not in words.breaks:
        return end
    below = set(scene.index.below(scene.provision(end)))
    last = end + 1
    while last < len(words) and scene.provision(last) in below:
        last += 1
    return _trimmed(words, end, last)


def _sentences(scene: _Scene, acts: Sequence[Act]) -> Iterator[_Found]:
    """Conditions that no opening word shows: places that "shall be kept" in carrying out others."""
    words, vocabulary = scene.words, scene.vocabulary
    first = 0
    while first < len(words):
        end = max(words.clause_end(first, len(words)), first + 1)
        places = scene.places(first, end) if end - first > 4 else []
        if places and scene.keeps(first, end):
            binds, towards = _sides(scene, first, first, end)
            begin = _subject(scene, first, places)
            if binds and (towards or _is_passive(scene, places[0].last, end)) and _kept(scene, first, end, places):
                yield _Found(
                    ConditionKind.PRESERVATION,
                    words.span(begin, _trimmed(words, begin, end)),
                    "condition-sentence",
                    binds,
                    towards,
                )
        first = end + (end < len(words) and not words.is_word(end))
    del vocabulary


def _is_passive(scene: _Scene, first: int, end: int) -> bool:
    """Whether a modal word and a word of keeping follow the place: "(a) shall not be weakened"."""
    words, vocabulary = scene.words, scene.vocabulary
    modal = next((at for at in range(first, end) if words.low[at] in vocabulary.binding), -1)
    return modal >= 0 and scene.keeps(modal, min(end, modal + 5))


def _kept(scene: _Scene, first: int, end: int, places: list[Place]) -> bool:
    """Whether what is kept are the places, and not something that only cites them."""
    if _is_passive(scene, places[0].last, end):
        return True
    for place in places:
        near = range(max(first, place.first - 8), place.first)
        if any(scene.vocabulary.keeping.length_at(scene.words.low, at) for at in near):
            return True
    return False


def _subject(scene: _Scene, first: int, places: list[Place]) -> int:
    """Where the sentence of the condition begins: behind the last "that" before its first place."""
    words = scene.words
    for at in range(places[0].first - 1, first - 1, -1):
        if words.low[at] in scene.vocabulary.complementizers:
            return at + 1
    return first


def _with_known(hits: list[_Found], acts: Sequence[Act], passage: Passage, vocabulary: Provisos) -> list[_Found]:
    """The conditions with those that the acts already know; where both know one, what binds places stands."""
    kept = list(hits)
    for act in acts:
        for quote in act.conditions:
            same = [hit for hit in kept if _meet(hit.span, quote.span)]
            if any(hit.binds for hit in same):
                continue
            kept = [hit for hit in kept if hit not in same]
            kept.append(_Found(_kind_of(quote.words, vocabulary), quote.span, quote.rule or "condition-of-act"))
    return kept


def _kind_of(quote: str, vocabulary: Provisos) -> ConditionKind:
    low = words_of_text(quote).low
    for kind, phrases in vocabulary.openings:
        if phrases.length_at(low, 0):
            return kind
    return ConditionKind.PROVISO
