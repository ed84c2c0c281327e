"""Two wordings -> the runs of words that both have, only the old has, or only the new has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from rapidfuzz.distance import Indel, Levenshtein

from operative.comparison.redline_order import heaviest_rise
from operative.domain.redlines import Change, Piece

__all__ = ["Token", "find_pieces", "find_words", "fold_print", "measure_likeness", "split_words"]

# A word with the blank space before it: a sign of a script without spaces, a figure ("1,250.5"), a word with its
# hyphens, apostrophes and vowel signs ("Secretary-General", "A/RES/70/1"), or any other single sign.
TOKEN = re.compile(
    r"(?P<gap>\s*)(?P<word>[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u064b-\u0655\u0670](?:[\u0300-\u036f\u064b-\u0655\u0670]"
    r"|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[-‐‑–'’/](?=\w))*"
    r"|\S)|(?P<rest>\s+)"
)
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
LARGEST = 200_000_000
"""Words times words up to which the longest common run is found with full memory (25 MB)."""
PHRASE = 3
"""Words that are held together where each text has them once."""
WEAK = 3
"""A run of up to so many words, between two larger changes, reads better as changed with them."""

PRINTS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("“”„«»", '"')})
"""Signs that one printer sets and another does not."""

Token = tuple[str, str]
"""A word and the blank space before it; the last word of a text may be "" after trailing space."""


@dataclass(slots=True)
class _Run:
    """Words of the old text and words of the new; equal or not."""

    equal: bool
    old: tuple[int, int]
    new: tuple[int, int]


def split_words(text: str) -> list[Token]:
    """The words with the blank space before each; joined in order they give back the text exactly."""
    return [(gap or rest, word) for gap, word, rest in TOKEN.findall(text)]


def find_words(text: str) -> list[str]:
    """The words without signs and blanks; a word with a hyphen is two."""
    return WORD.findall(text)


def fold_print(text: str) -> str:
    """The words without what may be printed one way or the other: kinds of hyphens, apostrophes, quotation marks,
    composed letters, and how wide a blank is.
    """
    plain = " ".join(text.split())
    return plain if plain.isascii() else normalize("NFC", plain).translate(PRINTS)


def find_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order: `same` and `removed` joined are the old text, `same` and `added` the new.

    Between two pieces that are the same, what was removed comes before what was added. Words are compared letter by
    letter, but not how they are printed (`fold_print`): a `same` piece keeps the old print in `was` where it differs.
    """
    if old == new:
        return (Piece(Change.SAME, old),) if old else ()
    before, after = split_words(old), split_words(new)
    pieces: list[Piece] = []
    for run in _readable(_runs(before, after), before, after):
        was, words = _printed(before[slice(*run.old)]), _printed(after[slice(*run.new)])
        if run.equal:
            pieces.append(Piece(Change.SAME, words, was if was != words else ""))
            continue
        if was:
            pieces.append(Piece(Change.REMOVED, was))
        if words:
            pieces.append(Piece(Change.ADDED, words))
    return tuple(pieces)


def measure_likeness(pieces: Sequence[Piece]) -> float:
    """The share of the words of both texts that are in both, from 0 to 1; signs do not count, unless there is nothing
    else.
    """
    counts = dict.fromkeys(Change, 0)
    for piece in pieces:
        counts[piece.change] += len(find_words(piece.words))
    if not any(counts.values()):
        for piece in pieces:
            counts[piece.change] += len(piece.words)
    both = 2 * counts[Change.SAME]
    total = both + counts[Change.REMOVED] + counts[Change.ADDED]
    return both / total if total else 1.0


def _runs(before: Sequence[Token], after: Sequence[Token]) -> list[_Run]:
    """Equal and other runs in turn: the same beginning and end, then phrases that each text has once, then the longest
    common run of words between them.
    """
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(word if word.isascii() else fold_print(word), len(numbers)) for _, word in before]
    new = [numbers.setdefault(word if word.isascii() else fold_print(word), len(numbers)) for _, word in after]
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    old_end, new_end = len(old) - tail, len(new) - tail
    runs: list[_Run] = []
    at = to = head
    _append(runs, True, 0, head, 0, head)
    for one, other, length in (*_phrases(old[head:old_end], new[head:new_end]), (old_end - head, new_end - head, tail)):
        if head + one < at or head + other < to:  # the phrase before went further
            continue
        for run in _steps(old[at : head + one], new[to : head + other]):
            _append(runs, run.equal, at + run.old[0], at + run.old[1], to + run.new[0], to + run.new[1])
        at, to = head + one + length, head + other + length
        _append(runs, True, at - length, at, to - length, to)
    return runs


def _phrases(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int, int]]:
    """Where phrases stand whose every `PHRASE` words each text has once, and their lengths; the longest that keep
    their order.
    """
    places = _once(new)
    long: dict[tuple[int, int], int] = {}
    start = last = (-1, -1)
    for phrase, at in _once(old).items():
        to = places.get(phrase, -1)
        if to < 0:
            continue
        if (at - 1, to - 1) != last:
            start = (at, to)
        last = (at, to)
        long[start] = at - start[0] + PHRASE
    return [(*pair, long[pair]) for pair in heaviest_rise(list(long), list(long.values()))]


def _once(words: Sequence[int]) -> dict[tuple[int, ...], int]:
    """The place of each phrase that comes once, in order."""
    places: dict[tuple[int, ...], int] = {}
    for at, phrase in enumerate(zip(*(words[shift:] for shift in range(PHRASE)), strict=False)):
        places[phrase] = -1 if phrase in places else at
    return {phrase: at for phrase, at in places.items() if at >= 0}


def _steps(old: Sequence[int], new: Sequence[int]) -> Iterator[_Run]:
    """Equal and other runs by the longest common run of words."""
    if not old or not new:
        if old or new:
            yield _Run(False, (0, len(old)), (0, len(new)))
        return
    # Beyond a size the method that needs little memory is taken; it finds fewest edits instead of most common words.
    method = Indel if len(old) * len(new) <= LARGEST else Levenshtein
    for step in method.opcodes(old, new):
        yield _Run(step.tag == "equal", (step.src_start, step.src_end), (step.dest_start, step.dest_end))


def _append(runs: list[_Run], equal: bool, at: int, end: int, to: int, until: int) -> None:
    """Add a run that is not empty, as one with the last where that is of the same kind."""
    if at == end and to == until:
        return
    if runs and runs[-1].equal is equal:
        last = runs[-1]
        runs[-1] = _Run(equal, (last.old[0], end), (last.new[0], until))
    else:
        runs.append(_Run(equal, (at, end), (to, until)))


def _readable(runs: Sequence[_Run], before: Sequence[Token], after: Sequence[Token]) -> list[_Run]:
    """The runs without chance agreements: a few small words in common between two larger changes are changed too.

    The rule is the semantic clean-up of diff-match-patch, kept to runs of `WEAK` words.
    """

    def size(run: _Run) -> int:
        old = sum(len(word) for _, word in before[slice(*run.old)])
        new = sum(len(word) for _, word in after[slice(*run.new)])
        return max(old, new)

    kept: list[_Run] = []
    sizes: list[int] = []
    for run in runs:
        kept.append(run)
        sizes.append(size(run))
        while len(kept) > 2 and not kept[-1].equal and _is_weak(kept[-2], sizes[-3:]):
            first, _, last = kept[-3:]
            merged = _Run(False, (first.old[0], last.old[1]), (first.new[0], last.new[1]))
            del kept[-3:], sizes[-3:]
            kept.append(merged)
            sizes.append(size(merged))
    return kept


def _is_weak(run: _Run, sizes: Sequence[int]) -> bool:
    """Whether an equal run is small, and no larger than the changes on both its sides."""
    return run.old[1] - run.old[0] <= WEAK and sizes[1] <= min(sizes[0], sizes[2])


def _printed(tokens: Sequence[Token]) -> str:
    return "".join(gap + word for gap, word in tokens)
