"""A draft as statements: sentence by sentence, who is spoken of, what turns it, and how firmly it binds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from operative.comparison.parties import Parties, Side
from operative.comparison.wordings import Wording, find_terms, read_wording
from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.vocabulary.grammar import Phrases
from operative.vocabulary.likeness import Likeness

__all__ = ["Clause", "Statement", "split_statements"]

READ = frozenset({Kind.BODY, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PREAMBULAR, Kind.ARTICLE})
LONGEST_LEAD = 60
"""Words between a conjunction and the verb that shows that a clause begins."""
NEAR_VERB = 9


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of words with one finite verb, from `first` to before `last`; `verb` is where that verb stands."""

    first: int
    last: int
    verb: int


class Statement:
    """One sentence of a provision; what stands above it in a list is read along, before the word at `own`.

    `before` is the sentence before it in the provision, `earlier` the one that a pronoun goes on from: that, or the
    last of the paragraph above.
    """

    def __init__(
        self,
        provision: Provision,
        wording: Wording,
        own: int,
        shift: int,
        words: Likeness,
        parties: Parties,
        preamble: bool,
        before: "Statement | None",
        above: "Statement | None" = None,
    ) -> None:
        self.provision = provision
        self.wording = wording
        self.own = own
        self.shift = shift
        self.words = words
        self.preamble = preamble
        self.before = before
        self.earlier = before or above
        self.mentions = parties.mentions(wording, words)
        named = {at for mention in self.mentions for at in range(mention.first, mention.last)}
        self.terms = tuple(term for term in find_terms(wording, words) if term.first not in named)
        self.keys = frozenset(term.key for term in self.terms)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in order, at least one."""
        starts = [0, *(at for at in range(1, len(self.wording)) if self._opens_clause(at))]
        ends = [*starts[1:], len(self.wording)]
        return tuple(Clause(first, last, self._verb(first, last)) for first, last in zip(starts, ends, strict=True))

    def _opens_clause(self, at: int) -> bool:
        low = self.wording.low
        table = self.words.words
        if low[at] in table.get("subordinators", ()) and low[at - 1] != "and":
            return True
        joined = low[at - 1] in table.get("conjunctions", ()) or (low[at - 1] == ":" and at >= self.own)
        if not joined:
            return False
        here = at
        while here < len(low) and here < at + NEAR_VERB:
            if low[here] in table.get("modals", ()):
                named = any(m.first >= at and m.last <= here for m in self.mentions)
                return named or low[at] in table.get("pronouns", ()) or self._denies(at, here)
            if low[here] in {",", ";", "."}:
                return False
            here += 1
        return False

    def _denies(self, first: int, last: int) -> bool:
        """Whether there are only denials between two words, or nothing."""
        negators = self.words.classes["negators"]
        return all(negators.length_at(self.wording.roots, at) for at in range(first, last))

    def _verb(self, first: int, last: int) -> int:
        """Where the first finite verb that the lists know stands; the end of the clause where none does."""
        modals = self.words.words.get("modals", frozenset())
        verbs = [self.words.classes[name] for name in ("recognizing", "reversers")]
        for at in range(first, last):
            if self.wording.low[at] in modals or (
                at > first and any(known.length_at(self.wording.roots, at) for known in verbs)
            ):
                return at
        return last

    def clause_at(self, at: int) -> Clause:
        """The clause that holds a word."""
        return next((clause for clause in self.clauses if clause.first <= at < clause.last), self.clauses[-1])

    @cached_property
    def _places(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    def found(self, name: str, first: int = 0, last: int | None = None) -> list[tuple[int, int]]:
        """Where phrases of a class stand, the longest at each place: first word and length."""
        if name not in self._places:
            self._places[name] = tuple(_all_places(self.words.classes[name], self.wording.roots))
        end = len(self.wording) if last is None else last
        return [(at, length) for at, length in self._places[name] if first <= at and at + length <= end]

    @cached_property
    def subject(self) -> Side:
        """The side that the sentence is first about; that of the one before where it opens with "it" or "its"."""
        table = self.words.words
        pronouns = table.get("pronouns", frozenset()) | table.get("possessives", frozenset())
        opening = self.clauses[0]
        sides = {m.side for m in self.mentions if m.first < opening.verb}
        if len(sides) > 1 and opening.verb < opening.last:
            return Side.BOTH
        for at in range(min(len(self.wording), NEAR_VERB)):
            mention = next((m for m in self.mentions if m.first == at), None)
            if mention is not None:
                return mention.side
            if self.wording.low[at] in pronouns and self.earlier is not None:
                return self.earlier.topic
        if self.words.words.get("drops_subject") and self.before is not None and not self.mentions:
            return self.before.topic
        return self.mentions[0].side if self.mentions else Side.UNKNOWN

    @property
    def topic(self) -> Side:
        """The side that the next sentence goes on about: the one that is recognized, else the subject."""
        verbs = self.found("recognizing")
        if verbs and self.mentions and self.mentions[0].first < verbs[0][0]:
            named = next((m for m in self.mentions if m.first > verbs[0][0]), None)
            if named is not None:
                return named.side
        return self.subject

    def span(self, first: int = 0, last: int | None = None) -> Span:
        """The characters of the source that carry words of the provision itself."""
        low = max(first, self.own)
        high = min(len(self.wording), len(self.wording) if last is None else last)
        if low >= high:
            low, high = self.own, len(self.wording)
        return self.provision.source_of(self.wording.starts[low] + self.shift, self.wording.ends[high - 1] + self.shift)

    def shown(self, at: int, length: int) -> str:
        """Some words as they are printed."""
        end = min(at + length, len(self.wording))
        return self.wording.text[self.wording.starts[at] : self.wording.ends[end - 1]].rstrip(" .,;")

    def quoted(self) -> str:
        """The words of the provision itself."""
        start, end = self.wording.starts[self.own], self.wording.ends[-1]
        return self.wording.text[start:end]


def _all_places(phrases: Phrases, roots: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(roots):
        length = phrases.length_at(roots, at) if roots[at] in phrases.by_first else 0
        if length:
            yield at, length
        at += length or 1


def split_statements(draft: Reading, words: Likeness, parties: Parties) -> tuple[Statement, ...]:
    """The statements of a draft in order.

    Where the draft has articles, they are the agreement, what stands right before them in the same annex is its
    preamble, and the resolution around it is left out. Headings are no statements.
    """
    provisions = draft.provisions
    articles = [at for at, p in enumerate(provisions) if p.kind is Kind.ARTICLE]
    annex = provisions[articles[0]].parent if articles else None
    known = {p.id: p for p in provisions}
    children = {p.parent for p in provisions if p.parent}
    found: list[Statement] = []
    for at, provision in enumerate(provisions):
        if provision.kind not in READ or not provision.text.strip():
            continue
        if provision.kind is Kind.ARTICLE and (provision.id in children or len(provision.text.split()) < 6):
            continue
        preamble = provision.kind is Kind.PREAMBULAR or bool(articles and at < articles[0])
        if articles and annex is not None and (at < articles[0]) and provision.parent != annex:
            continue
        above = found[-1] if found and found[-1].provision.parent == provision.parent else None
        found += _statements_of(provision, _lead_in(provision, known), words, parties, preamble, above)
    return tuple(found)


def _lead_in(provision: Provision, known: dict[str, Provision]) -> str:
    """The words above a point of a list that it goes on with: the last sentence of its parent."""
    parent = known.get(provision.parent or "")
    if parent is None or parent.kind is Kind.ARTICLE or parent.kind is Kind.ANNEX or not provision.number:
        return ""
    text = parent.text.rstrip()
    if not text.endswith((":", ",", "—", "-", "to", "as", "in", "through")) and not provision.text[:1].islower():
        return ""
    last = text[max(text.rfind(". ") + 1, 0) :].strip()
    above = _lead_in(parent, known)
    return f"{above} {last}".strip() if len(last.split()) <= LONGEST_LEAD else ""


def _statements_of(
    provision: Provision, lead: str, words: Likeness, parties: Parties, preamble: bool, above: Statement | None
) -> Iterator[Statement]:
    whole = read_wording(provision.text, words)
    first = 0
    before: Statement | None = None
    for at in range(len(whole)):
        if not whole.ends_sentence(at) and at + 1 < len(whole):
            continue
        if lead:
            start = whole.starts[first]
            wording = read_wording(f"{lead} {provision.text[start : whole.ends[at]]}", words)
            own = next((i for i, s in enumerate(wording.starts) if s > len(lead)), 0)
            shift = start - len(lead) - 1
        else:
            wording, own, shift = whole.part(first, at + 1), 0, 0
        if len(wording) > own:
            before = Statement(provision, wording, own, shift, words, parties, preamble, before, above)
            yield before
        first = at + 1
