"""Elements made ready to be held against a draft: what each says, in words that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from operative.comparison.wordings import Term, Wording, find_terms, read_wording
from operative.domain.elements import Element, ElementKind
from operative.domain.readings import Reading
from operative.vocabulary.likeness import Likeness
from operative.vocabulary.predicates import predicates

__all__ = ["Grade", "Trait", "make_traits"]

CUT = "…"


class Grade(IntEnum):
    """How near a word of a draft comes to a word of an element, the nearest first."""

    WORD = 0
    """The same word, inflected or derived."""
    SYNONYM = 1
    WEAKER = 2
    """Less on a scale: "useful" for "essential"."""
    OPPOSITE = 3


@dataclass(frozen=True, slots=True)
class Trait:
    """An element with its words: `core` must be met, `shared` it has in common with its siblings, `loose` may miss.

    Numbers are places in `terms`. `head` are the terms before the first preposition. `own`: it is a thing of one's own;
    `unique`: it has the definite article ("the leading agency"); `able`: it is something that one is free to do.
    `nearness` gives, for each key of a draft, the terms that it comes near to; `known` the keys that come near to any
    element of the resolution.
    """

    element: Element
    text: str
    wording: Wording
    terms: tuple[Term, ...]
    core: frozenset[int]
    shared: frozenset[int]
    faint: frozenset[int]
    head: frozenset[int]
    own: bool
    unique: bool
    able: bool
    turned: tuple[bool, ...]
    nearness: dict[str, tuple[tuple[int, Grade], ...]]
    known: frozenset[str] = frozenset()

    def said(self, number: int) -> str:
        """The words of a term."""
        term = self.terms[number]
        return self.text[self.wording.starts[term.first] : self.wording.ends[term.last - 1]]

    @property
    def spread(self) -> int:
        """How many words there are from the first core term to the last."""
        return max(self.terms[n].last for n in self.core) - min(self.terms[n].first for n in self.core)

    @property
    def needed(self) -> int:
        """How many core terms a sentence must have to be about the element."""
        count = len(self.core)
        return count if count <= 2 else 2 if count == 3 else (count + 1) // 2


def make_traits(resolution: Reading, words: Likeness) -> tuple[Trait, ...]:
    """The elements of all conditions of a resolution in order."""
    elements = [element for condition in resolution.conditions for element in condition.elements]
    fulls = [_full_text(element) for element in elements]
    befores = [
        frozenset(term.key for term in find_terms(read_wording(_before(element, full), words), words))
        for element, full in zip(elements, fulls, strict=True)
    ]
    together: dict[str, set[str]] = {}
    for element, before in zip(elements, befores, strict=True):
        together.setdefault(element.provision, set()).update(before)
    made = []
    for element, full in zip(elements, fulls, strict=True):
        siblings = together[element.provision]
        made.append(_trait(element, full, siblings, words))
    known = frozenset(key for trait in made for key in trait.nearness)
    return tuple(replace(trait, known=known) for trait in made)


def _full_text(element: Element) -> str:
    """The label with the words that were cut off its end."""
    quote = " ".join(element.quote.words.split())
    if not element.label.endswith(CUT):
        return element.label
    label = element.label.removesuffix(CUT).rstrip()
    for at in range(len(label)):
        if quote.startswith(label[at:]) and (at == 0 or label[at - 1] == " "):
            return label[:at] + quote
    for at, _ in enumerate(quote):
        if quote[at:].startswith(label[:20]):
            return quote[at:]
    return label


def _before(element: Element, full: str) -> str:
    """What is set before the element's own words, because it shares it with its siblings."""
    quote = " ".join(element.quote.words.split())
    return full.removesuffix(quote) if full.endswith(quote) and full != quote else ""


def _trait(element: Element, full: str, siblings: set[str], words: Likeness) -> Trait:
    wording = read_wording(full, words)
    terms = find_terms(wording, words)
    # Words within a known phrase are terms too where the phrase is long: none of them is lost when it is not met.
    loose = words.words.get("wide", frozenset()) | words.words.get("faint", frozenset())
    wide = words.words.get("wide", frozenset())
    first_preposition = _first_preposition(wording, words)
    head = frozenset(i for i, t in enumerate(terms) if t.first < first_preposition)
    solid = {i for i, t in enumerate(terms) if wording.stems[t.first] not in loose or t.last - t.first > 1}
    solid = solid or set(range(len(terms)))
    shared = {i for i in solid if terms[i].key in siblings}
    steps = {i for i in solid if terms[i].key in words.steps}
    core = solid - shared - steps or solid - shared or solid
    quote_words = element.quote.words.lower().split()
    phrases = predicates(words.language).able.by_first if words.language in {"en", "fr", "es"} else {}
    return Trait(
        element,
        full,
        wording,
        terms,
        frozenset(core),
        frozenset(solid - core),
        frozenset(i for i in range(len(terms)) if i not in solid and wording.stems[terms[i].first] not in wide),
        head,
        any(low in words.words.get("own", ()) for low in wording.low),
        _is_unique(element, full, words),
        element.kind is ElementKind.ROLE and any(_starts_phrase(quote_words, at, phrases) for at in range(8)),
        _turns(wording, terms, words),
        _nearness(terms, words),
    )


def _first_preposition(wording: Wording, words: Likeness) -> int:
    ends = words.words.get("genitives", frozenset()) | words.words.get("heads_end", frozenset())
    return next((at for at, low in enumerate(wording.low) if low in ends and at), len(wording))


def _starts_phrase(low: Sequence[str], at: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> bool:
    if at >= len(low):
        return False
    return any(tuple(low[at : at + len(phrase)]) == phrase for phrase in phrases.get(low[at], ()))


def _is_unique(element: Element, full: str, words: Likeness) -> bool:
    """Whether a definite article stands before the head: "the leading agency", "as the custodian of"."""
    if element.kind is ElementKind.ATTRIBUTE:
        return False
    low = read_wording(f"{element.quote.words} ", words).low
    definite = words.words.get("definite", frozenset())
    ends = words.words.get("genitives", frozenset()) | words.words.get("heads_end", frozenset())
    for at, word in enumerate(low[:4]):
        if word in ends:
            return False
        if word in definite:
            return at == 0 or low[at - 1] in words.words.get("that", ())
    return False


def _turns(wording: Wording, terms: Sequence[Term], words: Likeness) -> tuple[bool, ...]:
    """For each term whether the element denies it: "non-normative", "not a regulator", "without authorization"."""
    turned = []
    negators = words.classes["negators"]
    for term in terms:
        last = term.first - term.denied
        count = sum(1 for at in range(last) if negators.length_at(wording.roots, at))
        turned.append((count % 2 == 1) != term.denied)
    return tuple(turned)


def _nearness(terms: Sequence[Term], words: Likeness) -> dict[str, tuple[tuple[int, Grade], ...]]:
    near: dict[str, list[tuple[int, Grade]]] = {}
    for number, term in enumerate(terms):
        grades = {term.key: Grade.WORD}
        for key in words.same.get(term.key, ()):
            grades.setdefault(key, Grade.SYNONYM)
        # Opposites hold for what says the same as well.
        for row in words.opposites:
            mine = {term.key, *words.same.get(term.key, ())}
            if mine & row.one:
                for key in row.other:
                    grades.setdefault(key, Grade.OPPOSITE)
            elif mine & row.other and not row.to_other:
                for key in row.one:
                    grades.setdefault(key, Grade.OPPOSITE)
        place = words.steps.get(term.key)
        if place is not None:
            for key, (scale, step) in words.steps.items():
                if scale == place[0]:
                    grades.setdefault(key, Grade.SYNONYM if step <= place[1] else Grade.WEAKER)
        for key, grade in grades.items():
            near.setdefault(key, []).append((number, grade))
    return {key: tuple(found) for key, found in near.items()}
