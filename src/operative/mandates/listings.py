"""Lists of coordination bodies: their names, which stand under which, and whether the list is open."""

from dataclasses import dataclass, replace

from operative.domain.mechanisms import Mechanism
from operative.mandates.labels import mended_name
from operative.mandates.lists import Item
from operative.mandates.mechanisms import Named, find_name
from operative.mandates.words import Words
from operative.vocabulary.mechanisms import Naming
from operative.vocabulary.numerals import read_cardinal
from operative.vocabulary.predicates import Predicates

__all__ = ["Listing", "read_listing"]

MOST_STRAYS = 2
"""Stretches in a row that name no body: behind them the list is over."""
FURTHEST_AS = 12
"""How many words may stand between "such" and "as"."""
NEAREST_PART = 5
"""How many words may stand between "its" and "pillars"."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The bodies of a list in order; `whose` is somebody named before them: "the admission of the Guild to"."""

    names: tuple[Named, ...]
    open: bool
    whose: str = ""


@dataclass(slots=True)
class _Reader:
    """Goes through a list; the parent of what comes next is kept as it goes."""

    words: Words
    end: int
    naming: Naming
    grammar: Predicates
    language: str
    into: frozenset[str]
    whose_links: frozenset[str]
    loose: bool
    found: list[Named]
    open: bool = False
    opening: bool = False
    bracket: bool = False
    owned: bool = False
    whose: str = ""
    parent: str = ""
    left: int = 0
    strays: int = 0
    strays_seen: bool = False

    def read(self, at: int) -> None:
        """Takes every name from a word on, until the list is over."""
        while at < self.end and self.strays < MOST_STRAYS:
            at = self._step(at)

    def _step(self, at: int) -> int:
        words, low = self.words, self.words.low[at]
        if at in words.breaks or (low == ";" and not self.bracket):
            self.parent, self.left = "", 0
        joint = self.grammar.joiners.length_at(words.low, at) or (low in self.grammar.words["conjunctions"])
        phrase = self._phrase(at)
        if phrase:
            return at + phrase
        if joint or (not words.is_word(at) and low not in {"(", ")"}):
            return at + max(joint, 1)
        if low in {"(", ")"}:
            return self._bracket(at)
        if low in self.naming.open_around:
            return self._around(at)
        if low in self.grammar.words["possessives"] and self.found and not self.parent:
            self._nest(self._top(), 1)
            return at + 1
        if self.owned and low in self.grammar.words["articles"]:
            self.parent, self.left, self.owned = "", 0, False
        small = self.into | self.grammar.words["determiners"] | self.grammar.words["contracted"]
        if low in small or self.grammar.adverbs.length_at(words.low, at):
            return at + max(1, self.grammar.adverbs.length_at(words.low, at))
        return self._name(at)

    def _bracket(self, at: int) -> int:
        """Names in brackets stand under the one before them."""
        opens = self.words.low[at] == "("
        if opens and self.found:
            self._nest(self.found[-1], self.end)
            self.bracket = True
        elif not opens and self.bracket:
            self.parent, self.left, self.bracket = "", 0, False
        return at + 1

    def _around(self, at: int) -> int:
        """Behind "such bodies of the Union as"; the next word where no "as" follows."""
        closer = self.naming.open_around[self.words.low[at]]
        for here in range(at + 1, min(self.end, at + FURTHEST_AS)):
            if self.words.low[here] == closer:
                self.opening = True
                return here + 1
            if not self.words.is_word(here):
                break
        return at + 1

    def _phrase(self, at: int) -> int:
        """How many words a phrase takes that opens the list, or the parts of the body before it."""
        low = self.words.low
        length = self.naming.open_phrases.length_at(low, at)
        comprising = self.naming.comprising.length_at(low, at)
        if comprising >= max(length, 1) and self.found:
            parts = self._parts(at + comprising)
            self._nest(self._top(), self.end)
            self.owned = not parts and low[at + comprising - 1] in self.naming.owners
            return comprising + parts
        always = self.naming.always_open.length_at(low, at)
        if max(length, always):
            self.open = self.open or always >= length
            self.opening = True
            return max(length, always)
        length = self.naming.closed_phrases.length_at(low, at)
        if length:
            return length
        if low[at] in self.naming.owners and self.found:
            parts = self._parts(at + 1)
            if parts:
                self._nest(self._top(), self._number(at + 1, at + 1 + parts))
                return parts + 1
        return 0

    def _top(self) -> Named:
        """The last body that stands under none in this list."""
        return next((named for named in reversed(self.found) if not named.parent), self.found[-1])

    def _nest(self, parent: Named, number: int) -> None:
        self.parent, self.left, self.owned = parent.mechanism.name, number, False

    def _parts(self, at: int) -> int:
        """How many words "three pillars" takes; 0 where the words are none such."""
        for here in range(at, min(self.end, at + NEAREST_PART)):
            low = self.words.low[here]
            if low in self.naming.parts and not self.words.capital(here):
                return here + 1 - at
            if not self.words.is_word(here) or self.words.capital(here) or low in self.grammar.words["conjunctions"]:
                return 0
        return 0

    def _number(self, first: int, last: int) -> int:
        """How many parts are announced; as many as follow where no number is said."""
        for at in range(first, last):
            number = read_cardinal(self.words.low[at], self.language)
            if number:
                return number
        return self.end

    def _name(self, at: int) -> int:
        named = find_name(self.words, at, self.end, self.naming, self.grammar, self.language)
        named = named or (self._loose_name(at) if self.loose else None)
        if named is not None and not self.found and self._is_whose(named):
            self.whose = self.words.words(named.item.first, named.item.last)
            return named.behind + 1
        if named is not None and not self._is_class(named):
            if self.left > 0:
                named = replace(named, parent=self.parent)
                self.left -= 1
                self.parent = self.parent if self.left else ""
            self.found.append(_parted(self.words, named, self.naming, self.grammar, self.language))
            self.open = self.open or self.opening
            self.strays = 0
            return self._rest(named.behind)
        if named is None:
            behind = self._whose(at)
            if behind:
                return behind
            self.strays += bool(self.found) or not self._class_ahead(at)
            self.strays_seen = self.strays_seen or self.words.capital(at)
            return self._rest(at + 1)
        return self._rest(named.behind)

    def _loose_name(self, at: int) -> Named | None:
        """A name of several capitals that no head tells: beside others in a list it is one of them."""
        last = at
        while last < self.end and self.words.is_word(last) and self.words.capital(last):
            last += 1
        ends = last >= self.end or self.words.low[last] in {",", ";"} | self.grammar.words["conjunctions"]
        if last < at + 2 or not ends or self.words.low[last - 1] in self.naming.never:
            return None
        name = mended_name(self.words.words(at, last), self.language)
        return Named(Item(at, last), Mechanism("", name), last)

    def _is_whose(self, named: Named) -> bool:
        """Whether a name is only of the one for whom the standing is sought: another follows behind "in" or "to"."""
        at = named.behind
        if named.mechanism.key or at >= self.end or self.words.low[at] not in self.whose_links:
            return False
        at += 1
        while at < self.end and self.words.low[at] in self.grammar.words["determiners"]:
            at += 1
        if at >= self.end:
            return False
        return find_name(self.words, at, self.end, self.naming, self.grammar, self.language) is not None

    def _is_class(self, named: Named) -> bool:
        """Whether the words only say what the list is of: "United Nations coordination bodies, including"."""
        words, at = self.words, named.behind
        last = named.item.last - 1
        if self.found and words.low[last] in self.naming.parts and not words.capital(last):
            return at < self.end and words.low[at] == "("
        if named.mechanism.key or words.low[last] not in self.naming.classes:
            return False
        if at < self.end and (words.low[at] == ":" or words.low[at] in self.grammar.words["relatives"]):
            return True
        at += at < self.end and words.low[at] == ","
        phrases = (self.naming.open_phrases, self.naming.always_open, self.naming.closed_phrases)
        return any(phrase.length_at(words.low, at) for phrase in phrases)

    def _class_ahead(self, at: int) -> bool:
        """Whether the stretch says what the list is of, without naming any."""
        while at < self.end and self.words.low[at] not in {",", ";", ":"}:
            if self.words.low[at] in self.naming.classes:
                return True
            at += 1
        return False

    def _whose(self, at: int) -> int:
        """The word behind somebody for whom the standing is sought; 0 where nobody is named so."""
        here = at
        while here < self.end and (
            self.words.capital(here) or self.words.low[here] in {"of", "and", "de", "des", "del"}
        ):
            here += 1
        if self.found or here == at or here >= self.end or self.words.low[here] not in self.whose_links:
            return 0
        self.whose = self.words.words(at, here)
        return here + 1

    def _rest(self, at: int) -> int:
        """Behind what only describes the last name: at the next mark or conjunction."""
        while at < self.end:
            low = self.words.low[at]
            if low in {",", ";", ":", "(", ")"} or at in self.words.breaks or self._phrase_ahead(at):
                break
            if low in self.grammar.words["conjunctions"] or self.grammar.joiners.length_at(self.words.low, at):
                break
            at += 1
        return at

    def _phrase_ahead(self, at: int) -> bool:
        phrases = (self.naming.open_phrases, self.naming.always_open, self.naming.comprising)
        return any(phrase.length_at(self.words.low, at) for phrase in phrases)


def _parted(words: Words, named: Named, naming: Naming, grammar: Predicates, language: str) -> Named:
    """A name that holds the body above it is cut there: "the Panel on Tolls of the Locks Board"."""
    if named.mechanism.key or named.parent:
        return named
    for at in range(named.item.first + 1, named.item.last - 1):
        if words.low[at] not in grammar.words["genitives"]:
            continue
        behind = at + 1
        while behind < named.item.last and words.low[behind] in grammar.words["determiners"]:
            behind += 1
        above = find_name(words, behind, named.item.last, naming, grammar, language)
        below = find_name(words, named.item.first, at, naming, grammar, language)
        if (
            above is not None
            and below is not None
            and above.item.last == named.item.last
            and _is_body(words, above, naming)
        ):
            return Named(below.item, below.mechanism, named.behind, above.mechanism.name)
    return named


def _is_body(words: Words, named: Named, naming: Naming) -> bool:
    heads = naming.heads.intersection(words.low[named.item.first : named.item.last])
    return bool(named.mechanism.key or heads)


def read_listing(
    words: Words,
    item: Item,
    naming: Naming,
    grammar: Predicates,
    language: str,
    into: frozenset[str],
    whose: frozenset[str],
    *,
    loose: bool = False,
) -> Listing:
    """The bodies that the words list; `into` are the small words that may stand before each of them again.

    `loose` admits names beside them whose form alone does not tell that they are bodies.
    """
    reader = _Reader(words, item.last, naming, grammar, language, into, whose, False, [])
    reader.read(item.first)
    if loose and reader.found and reader.strays_seen:
        reader = _Reader(words, item.last, naming, grammar, language, into, whose, True, [])
        reader.read(item.first)
    return Listing(tuple(reader.found), reader.open, reader.whose)
