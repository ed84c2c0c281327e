"""Who the two sides of a draft are, and where a sentence names them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from operative.comparison.wordings import Wording, read_wording
from operative.domain.provisions import Kind
from operative.domain.readings import Reading
from operative.vocabulary.likeness import Likeness

__all__ = ["Mention", "Parties", "Side", "find_parties"]

# The Agency” behind “hereinafter; LRO alone.
GIVEN = re.compile(r"(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,3})[”\"’']?$")
LONGEST_NAME = 14
"""Words of a party's name."""


class Side(StrEnum):
    """Of whom something is said: the body of the resolution, the other side, or both."""

    OWN = "own"
    OTHER = "other"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a side in a text, from word `first` to before `last`; `part`: of something else that is named first."""

    side: Side
    first: int
    last: int
    part: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of both sides, in lower-case words, the longest first."""

    names: tuple[tuple[tuple[str, ...], Side], ...]

    def mentions(self, wording: Wording, words: Likeness) -> tuple[Mention, ...]:
        """Where a text names a side."""
        found: list[Mention] = []
        at = 0
        first_words = {name[0] for name, _ in self.names}
        genitives = words.words.get("genitives", frozenset()) | {"de", "du", "des", "d’", "del"}
        while at < len(wording):
            length, side = words.classes["both"].length_at(wording.roots, at), Side.BOTH
            if not length and wording.low[at] in first_words:
                length, side = self._name_at(wording, at)
            if not length:
                at += 1
                continue
            before = at - 1
            while before >= 0 and wording.low[before] in words.words.get("articles", ()):
                before -= 1
            part = before >= 0 and wording.low[before] in genitives
            found.append(Mention(side, at, at + length, part))
            at += length
        return tuple(_paired(found, wording, words))

    def _name_at(self, wording: Wording, at: int) -> tuple[int, Side]:
        for name, side in self.names:
            if wording.low[at : at + len(name)] == name and wording.capital(at):
                return len(name), side
        return 0, Side.UNKNOWN


def _paired(found: Sequence[Mention], wording: Wording, words: Likeness) -> Iterable[Mention]:
    """The mentions, with "the Union and the Guild" as one of both."""
    idle = words.words.get("articles", frozenset()) | words.words.get("conjunctions", frozenset())
    kept: list[Mention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.side is not mention.side
            and 0 < mention.first - before.last <= 2
            and all(low in idle for low in wording.low[before.last : mention.first])
        ):
            kept[-1] = Mention(Side.BOTH, before.first, mention.last, before.part)
        else:
            kept.append(mention)
    return kept


def find_parties(resolution: Reading, draft: Reading, words: Likeness) -> Parties:
    """The names of the sides: of the body by the subjects of its elements, of the other by what the draft is between.

    The title or the opening words of the draft name both; the half that the resolution calls by one of its subjects is
    the body's, and what only one of them is called is a short name of it.
    """
    subjects = {e.subject for condition in resolution.conditions for e in condition.elements if e.subject}
    pair = _best_pair(draft, words, f"{_text_of(resolution)} {_text_of(draft)}")
    own: set[tuple[str, ...]] = set()
    other: set[tuple[str, ...]] = set()
    for subject in subjects:
        own |= {_without_article(read_wording(subject, words).low, words)}
    sides = _sorted_pair(pair, subjects, words, _talks_of(resolution)) if pair else None
    if sides is not None:
        mine, theirs = sides
        texts = f"{_text_of(draft)} {_text_of(resolution)}"
        own |= _short_names(mine, theirs, words) | _given_names(mine, texts, words)
        other |= _short_names(theirs, mine, words) | _given_names(theirs, texts, words)
    own -= other
    named = [(name, Side.OWN) for name in own] + [(name, Side.OTHER) for name in other]
    return Parties(tuple(sorted((n for n in named if n[0]), key=lambda n: (-len(n[0]), n[0]))))


def _text_of(reading: Reading) -> str:
    return " ".join(p.text for p in reading.provisions)


def _talks_of(resolution: Reading) -> str:
    """The paragraphs that set the conditions: they name the other side, with which there are to be talks."""
    heads = {condition.provision.partition(".")[0] for condition in resolution.conditions if condition.elements}
    return " ".join(p.text for p in resolution.provisions if p.id in heads)


def _openings(draft: Reading) -> Iterable[str]:
    """Words of the draft that may name both sides: its first preambular words, and its titles."""
    shown = (Kind.ENACTING, Kind.PREAMBULAR, Kind.BODY, Kind.HEADING, Kind.TITLE)
    for kind in (Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.ENACTING, Kind.PREAMBULAR):
        count = 0
        for provision in draft.provisions:
            if provision.kind is kind and kind in shown:
                yield provision.text
                count += 1
                if count == 3:
                    break


def _best_pair(draft: Reading, words: Likeness, all_words: str) -> tuple[str, str] | None:
    """The two names that stand joined by "and", each of which is met most often alone."""
    lower = " ".join(all_words.lower().split())
    joiners = words.words.get("conjunctions", frozenset({"and"}))
    best: tuple[int, str, str] | None = None
    for opening in _openings(draft):
        wording = read_wording(opening, words)
        begin = next((at + 1 for at in range(len(wording)) if words.classes["between"].length_at(wording.roots, at)), 0)
        stop = next((at for at in range(begin, len(wording)) if wording.low[at] in {",", "(", ".", ";"}), len(wording))
        for at in range(begin + 1, stop - 1):
            if wording.low[at] not in joiners or stop - begin > 2 * LONGEST_NAME:
                continue
            left = _name(wording, begin, at, words)
            right = _name(wording, at + 1, stop, words)
            if not left or not right or left == right:
                continue
            count = min(lower.count(left.lower()), lower.count(right.lower()))
            articled = wording.low[at + 1] in words.words.get("articles", ())
            score = 2 * min(count, 50) + articled
            if best is None or score > best[0]:
                best = (score, left, right)
    return (best[1], best[2]) if best else None


def _name(wording: Wording, first: int, last: int, words: Likeness) -> str:
    """A name without the article and the preposition before it; "" where it is none."""
    while first < last and (wording.low[first] in words.words.get("articles", ()) or not wording.low[first].isalnum()):
        first += 1
    if first >= last or not wording.capital(first):
        return ""
    return wording.text[wording.starts[first] : wording.ends[last - 1]]


def _sorted_pair(
    pair: tuple[str, str], subjects: set[str], words: Likeness, talks: str
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The body's name and the other side's; None where neither is met in the resolution: the draft is of others."""
    left, right = (read_wording(name, words).low for name in pair)
    scores = [_kinship(name, subjects, words) for name in (left, right)]
    if scores[0] == scores[1]:
        plain = " ".join(talks.lower().split())
        scores = [float(plain.count(" ".join(_without_article(name, words)))) for name in (left, right)]
        if scores[0] == scores[1]:
            return None
        return (left, right) if scores[0] < scores[1] else (right, left)
    return (left, right) if scores[0] > scores[1] else (right, left)


def _kinship(name: Sequence[str], subjects: set[str], words: Likeness) -> float:
    """How much a name is that of the subjects: by its letters, or by its words."""
    initials = "".join(word[0] for word in name if word not in words.words.get("stop", ()))
    score = 0.0
    for subject in subjects:
        low = _without_article(read_wording(subject, words).low, words)
        if not low:
            continue
        if len(low) == 1 and low[0] == initials:
            score += 5
        score += 2 * sum(word in name for word in low) / len(low)
    return score


def _without_article(low: Sequence[str], words: Likeness) -> tuple[str, ...]:
    articles = words.words.get("articles", frozenset())
    return tuple(low[1:] if low and low[0] in articles else low)


def _given_names(name: Sequence[str], texts: str, words: Likeness) -> set[tuple[str, ...]]:
    """The names that a text gives in brackets behind a name: (LRO), (hereinafter “the Agency”)."""
    spelt = r"[\s-]+".join(re.escape(word) for word in _without_article(name, words))
    found = set()
    for match in re.finditer(rf"(?i:{spelt})\s*\((?P<inner>[^()]{{1,60}})\)", texts):
        given = GIVEN.search(match["inner"])
        if given is not None:
            found.add(_without_article(read_wording(given["name"], words).low, words))
    return found


def _short_names(name: Sequence[str], against: Sequence[str], words: Likeness) -> set[tuple[str, ...]]:
    """The name, its letters, and each long word that the other name lacks: "the Organization", "the Concert"."""
    stop = words.words.get("stop", frozenset())
    plain = _without_article(name, words)
    shorts = {tuple(plain)}
    solid = [word for word in plain if word not in stop and word.isalpha()]
    if len(solid) > 1:
        shorts.add(("".join(word[0] for word in solid),))
    # A name is called by its head: "the Guild" of Ferries, the River "Union", "la Ligue" maritime.
    breaks = words.words.get("genitives", frozenset()) | words.words.get("heads_end", frozenset())
    head = next((at for at, word in enumerate(plain) if word in breaks and at), len(plain)) - 1
    if words.adjectives_follow:
        head = 0
    if 0 <= head < len(plain) and plain[head] not in against and plain[head] not in stop:
        shorts.add((plain[head],))
    return shorts
