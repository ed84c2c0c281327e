"""A redline of two texts of 450 paragraphs: milliseconds, its ratio to plain difflib in the same run, and its growth.

    python bench/redline.py DATA

The old text is made of real paragraphs; the new one is the old with paragraphs removed, added, moved and reworded by a
seeded chance, so that it is known what became of each.
"""

import difflib
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rows import Row

import operative
from operative.comparison.redline import compare_provisions
from operative.domain.provisions import Kind, Provision

PARAGRAPHS = 450
MOST = 150.0
"""Milliseconds for both texts."""
FASTER = 3.0
"""Times as fast as difflib, which compares words only and follows no paragraph."""
LONGER = 10
SLOWER = 1.5
"""How many times the time for one word may grow where the text is ten times as long."""
ROUNDS = 5
KINDS = frozenset((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and which provision of the new one comes from which of the old."""

    old: list[Provision]
    new: list[Provision]
    known: dict[str, str]


def measure(data: Path) -> list[Row]:
    """Time, ratio, growth, and how many provisions are followed rightly."""
    paragraphs = gathered(data, PARAGRAPHS * LONGER)
    if len(paragraphs) < PARAGRAPHS:
        return [Row("redline, two texts", "-", None, note="no resolutions of the 78th session at hand")]
    small = revised(paragraphs[:: len(paragraphs) // PARAGRAPHS][:PARAGRAPHS])  # of the same average length
    ours = fastest(lambda: compare_provisions(small.old, small.new), ROUNDS)
    plain = fastest(lambda: plainly(small), 1)
    words = words_of(small.old)
    where = f"{PARAGRAPHS} paragraphs"
    rows = [
        Row("redline, two texts", where, ours * 1000, MOST, "lower", "ms", note=f"{words:,} words each"),
        Row("difflib : redline", where, plain / ours, FASTER, unit="x", note=f"difflib {plain * 1000:,.0f} ms"),
        followed(small, where),
    ]
    if len(paragraphs) == PARAGRAPHS * LONGER:
        large = revised(paragraphs)
        each = fastest(lambda: compare_provisions(large.old, large.new), 3) / words_of(large.old)
        slower = each * words_of(small.old) / ours
        where = f"{len(paragraphs):,} paragraphs"
        rows.append(Row(f"redline, {LONGER} x the text", where, slower, SLOWER, "lower", "x", note="time a word"))
    return rows


def gathered(data: Path, most: int) -> list[Provision]:
    """Different paragraphs of resolutions, in order."""
    found: dict[str, Provision] = {}
    folder = data / "unxml" / "GAresolutions" / "78session" / "English"
    for path in sorted(folder.glob("*.xml")):
        if len(found) >= most:
            break
        for one in operative.read(path).provisions:
            if one.kind in KINDS:
                found.setdefault(one.text, replace(one, id=f"p{len(found)}", parent=None, number=None))
    return list(found.values())[:most]


def revised(old: Sequence[Provision]) -> Pair:
    """The text with a twentieth removed, added and moved, and words of every second paragraph changed."""
    chance = random.Random(7)
    vocabulary = sorted({word for one in old for word in one.text.split()})
    kept = [one for one in old if chance.random() > 0.05]
    for _ in range(len(kept) // 20):
        kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
    new: list[Provision] = []
    known: dict[str, str] = {}
    for one in kept:
        name = f"n{len(new)}"
        known[name] = one.id
        new.append(replace(one, id=name, text=reworded(one.text, vocabulary, chance)))
        if chance.random() < 0.05:
            words = " ".join(chance.choices(vocabulary, k=30))
            new.append(replace(one, id=f"n{len(new)}", text=words))
    return Pair(list(old), new, known)


def reworded(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Every second text as it is; of the others one word in ten changed, dropped or doubled by another."""
    if chance.random() < 0.5:
        return text
    words: list[str] = []
    for word in text.split():
        turn = chance.random()
        if turn < 0.07:
            words.append(chance.choice(vocabulary))
        if turn > 0.1 or 0.04 < turn < 0.07:
            words.append(word)
    return " ".join(words) or text


def followed(pair: Pair, where: str) -> Row:
    """The share of kept paragraphs that are followed to where they went."""
    rows = compare_provisions(pair.old, pair.new)
    right = sum(row.old == pair.known.get(row.new) for row in rows if row.old and row.new)
    return Row("redline, paragraphs followed", where, right / len(pair.known), 0.98)


def plainly(pair: Pair) -> object:
    """The same words by difflib, whole text against whole text."""
    old = [word for one in pair.old for word in one.text.split()]
    new = [word for one in pair.new for word in one.text.split()]
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def words_of(text: Sequence[Provision]) -> int:
    """The number of words."""
    return sum(len(one.text.split()) for one in text)


def fastest(work: Callable[[], object], rounds: int) -> float:
    """The fewest seconds of so many rounds: what a busy machine adds is not the program's."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1])):
        figure = "-" if row.figure is None else f"{row.figure:.3f}"
        print(f"{row.what:34}{row.data:22}{figure:>10} {row.unit:3} floor {row.floor or '-'}  {row.note}")
