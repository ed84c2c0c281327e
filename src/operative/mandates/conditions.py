"""Explicit conditions: their words, what they protect or bind, and in carrying out what they must hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from operative.domain.acts import Act, Quote
from operative.domain.conditions import Condition, ConditionKind
from operative.domain.passages import Passage
from operative.domain.spans import Span
from operative.mandates.bindings import Scene, find_sides, find_towards_beside, is_kept
from operative.mandates.elements import derive_elements
from operative.mandates.pinpoints import Index, Place, make_index
from operative.mandates.words import Words, words_of_passage, words_of_text
from operative.vocabulary.duties import UNDERSTOOD
from operative.vocabulary.provisos import Provisos, provisos
from operative.vocabulary.tokens import lower_of

__all__ = ["derive_conditions"]


@dataclass(frozen=True, slots=True)
class _Found:
    """A condition before it has its number and its elements."""

    kind: ConditionKind
    span: Span
    rule: str
    binds: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()


def derive_conditions(
    passages: Sequence[Passage], acts: Sequence[Sequence[Act]] = (), language: str = "en"
) -> tuple[Condition, ...]:
    """The conditions of a text in order, with the elements of what they protect; spans count in the passage.

    `acts` are those of each passage: what they know as conditions is taken over, and none runs into the next act.
    """
    if language not in UNDERSTOOD:
        return _known_only(passages, acts)
    index = make_index(passages)
    by_id = {provision.id: passage for passage in passages for provision in passage.provisions}
    found: list[Condition] = []
    for number, passage in enumerate(passages):
        own = acts[number] if number < len(acts) else ()
        vocabulary = provisos(language)
        hits: list[_Found] = []
        if vocabulary.finder.search(lower_of(passage.text)) or _points(passage):
            scene = Scene(passage, lower_of(passage.text), words_of_passage(passage), index, vocabulary)
            hits = _find(scene, own)
        hits = _with_known(hits, own, passage, vocabulary)
        for count, hit in enumerate(sorted(hits, key=lambda hit: hit.span), 1):
            found.append(_condition(hit, f"c-{passage.head.id}-{count}", passage, index, by_id, language))
    return tuple(found)


def _known_only(passages: Sequence[Passage], acts: Sequence[Sequence[Act]]) -> tuple[Condition, ...]:
    """What the acts know as conditions, where no vocabulary tells more."""
    found = []
    for passage, own in zip(passages, acts, strict=False):
        quotes = [quote for act in own for quote in act.conditions]
        for count, quote in enumerate(quotes, 1):
            provision = passage.provision_at(quote.span.start).id
            id = f"c-{passage.head.id}-{count}"
            found.append(Condition(id, provision, passage.head.id, ConditionKind.PROVISO, quote, (provision,)))
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


def _find(scene: Scene, acts: Sequence[Act]) -> list[_Found]:
    hits: list[_Found] = []
    for match in scene.vocabulary.finder.finditer(scene.low):
        trigger = scene.vocabulary.triggers[int((match.lastgroup or "t0")[1:])]
        if any(hit.span.start <= match.start() < hit.span.end for hit in hits):
            continue
        hit = _read(scene, match.start(), match.end(), trigger.kind, _limit(scene, match.start(), acts))
        if hit is not None and (hit.binds or trigger.always):
            hits.append(hit)
    hits += [hit for hit in _sentences(scene) if not any(_meet(hit.span, other.span) for other in hits)]
    return hits


def _limit(scene: Scene, at: int, acts: Sequence[Act]) -> int | None:
    """Where a condition ends at the latest: before the next act, the one who is asked, and the duty itself.

    So it does where it stands before those: "requests that, provided that ..., the Director", "on condition that ...,
    to sell".
    """
    later = [act.span.start for act in acts if act.span.start > at]
    for act in acts:
        if not act.span.start <= at < act.span.end:
            continue
        later += [quote.span.start for quote in act.addressees if quote.span.start > at]
        words, action = scene.words, act.action.casefold().split()
        for here in range(words.index_at(at), len(words) - 2) if action else ():
            verb = words.low[here + 2 : here + 4]
            negated = len(action) > 1 and verb[1:] == (action[-1],)
            if words.low[here] == "," and (verb[0] == action[0] or negated) and len(words.low[here + 1]) <= 3:
                later.append(words.starts[here])
                break
    return min(later) if later else None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _read(scene: Scene, start: int, body: int, kind: ConditionKind, limit: int | None) -> _Found | None:
    """The condition whose opening words end at the character `body`."""
    words = scene.words
    first, opening = words.index_at(body), words.index_at(start)
    if first >= len(words) or scene.vocabulary.never.length_at(words.low, opening):
        return None
    end = words.clause_end(first, words.index_at(limit) if limit is not None else len(words))
    end = _trimmed(scene, first, end)
    binds, towards = find_sides(scene, opening, first, end, kind)
    if not binds:
        end = _with_list(scene, end)
        return _Found(kind, words.span(opening, end), "condition-opening") if end > opening else None
    if kind is ConditionKind.PROVISO:
        kind = ConditionKind.PRESERVATION
    elif kind is ConditionKind.RESERVE:
        last = max(place.last for place in scene.places(first, end) if set(place.ids) & {*binds, *towards})
        end = next((at for at in range(last, end) if words.low[at] == ","), end)
    towards = towards or find_towards_beside(scene, opening, end)
    return _Found(kind, words.span(opening, end), "condition-binding", binds, towards)


def _trimmed(scene: Scene, first: int, end: int) -> int:
    """The end of a condition without the marks and the "and" that lead to what follows."""
    low = scene.words.low
    while end > first and low[end - 1] in {",", ";", ":", "."} | scene.vocabulary.places.joins:
        end -= 1
    return end


def _with_list(scene: Scene, end: int) -> int:
    """The end of a condition whose words go on in the sub-paragraphs below it: "provided that: (a) ...; (b) ..."."""
    words = scene.words
    if end >= len(words) or words.low[end] != ":" or end + 1 not in words.breaks:
        return end
    below = set(scene.index.below(scene.provision(end)))
    last = end + 1
    while last < len(words) and scene.provision(last) in below:
        last += 1
    return _trimmed(scene, end, last)


def _sentences(scene: Scene) -> Iterator[_Found]:
    """Conditions that no opening word shows: parts of a paragraph that "shall be kept" in carrying out others."""
    words = scene.words
    first = 0
    while first < len(words):
        end = max(words.clause_end(first, len(words)), first + 1)
        places = scene.places(first, end) if end - first > 4 and _has_label(words, first, end) else []
        if places:
            binds, towards = find_sides(scene, first, first, end, ConditionKind.PRESERVATION)
            begin = _subject(scene, first, places)
            if binds and (towards or is_kept(scene, places, end)):
                span = words.span(begin, _trimmed(scene, begin, end))
                yield _Found(ConditionKind.PRESERVATION, span, "condition-sentence", binds, towards)
        first = end + (end < len(words) and not words.is_word(end))


def _has_label(words: Words, first: int, end: int) -> bool:
    return any(low[-1] == ")" for low in words.low[first:end])


def _subject(scene: Scene, first: int, places: list[Place]) -> int:
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
