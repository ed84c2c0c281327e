"""Runs to fragments: words made whole, styles and raised markers kept."""

import re
from collections.abc import Sequence

from operative.text.pdf.shapes import RAISED, TURNED, Fragment, Rule, Run, Style

__all__ = ["WORD_GAP", "blank_between", "join_fragments", "read_fragments"]

WORD_GAP = 0.155
"""The least blank, in ems, that parts two words; letters of one word were seen up to .146 apart, words from .161 on."""
_RAISED_GAP = 0.4
"""The same before a raised marker, which is set off a little from the word that it belongs to."""
_FRAGMENT_GAP = 1.0
_SAME_BASE = 0.12
_WALL = 8.0
"""The least height, in points, of a rule that parts cells."""
_RAISE = (0.15, 0.9)
"""How far, in ems, a raised marker stands above the base line."""
_SPACED_OUT = re.compile(r"(?<!\S)[^\W\d_](?:[ ][^\W\d_]){3,}(?!\S)")
# "D E C I D E S"


def read_fragments(runs: list[Run], rules: Sequence[Rule] = ()) -> list[Fragment]:
    """Runs joined where they stand on one base line beside each other and no rule is between, in the file's order."""
    walls = [rule for rule in rules if rule.bottom - rule.top > max(rule.right - rule.left, _WALL)]
    fragments: list[Fragment] = []
    current: list[tuple[Run, int]] = []
    left = right = base = size = 0.0
    for run in runs:
        if run.words.isspace():
            if current and abs(run.base - base) <= _SAME_BASE * size and -size < run.left - right < size:
                current.append((run, -1))
                right = max(right, run.right)
            continue
        if current:
            gap = max(run.left - right, left - run.right)
            em = run.size if run.size > size else size
            drop = run.base - base
            if gap <= _FRAGMENT_GAP * em and not (run.style & TURNED or (walls and _walled(walls, right, run))):
                tolerance = _SAME_BASE * em
                raised = 0 if -tolerance <= drop <= tolerance else _raised(run, current, drop, gap, size)
                if raised is not None:
                    if raised < 0:
                        current = [(other, style | RAISED if style >= 0 else style) for other, style in current]
                        base, size = run.base, run.size
                    elif not raised and len(run.words) > 3 and run.size < size and len(current) == 1:
                        size = run.size if len(current[0][0].words) < len(run.words) else size
                    current.append((run, run.style | RAISED if raised > 0 else run.style))
                    left, right = min(left, run.left), max(right, run.right)
                    continue
            fragments.append(_fragment(current, base, size))
        current = [(run, run.style)]
        left, right, base, size = run.left, run.right, run.base, run.size
    if current:
        fragments.append(_fragment(current, base, size))
    return fragments


def _walled(walls: list[Rule], right: float, run: Run) -> bool:
    """Whether an upright rule parts the run from what ends at `right`."""
    middle = run.base - 0.3 * run.size
    return any(
        wall.top <= middle <= wall.bottom and right - 2 < wall.right and wall.left < run.left + 2 for wall in walls
    )


def _raised(run: Run, current: list[tuple[Run, int]], drop: float, gap: float, size: float) -> int | None:
    """1 where the run is a raised marker on the fragment, -1 where the fragment so far is a raised marker before the
    run, 0 where the run stands a little lower, None where they do not belong together.
    """
    em = run.size if run.size > size else size
    short, small = len(run.words.strip()) <= 3, run.size <= 0.85 * size
    if drop < 0:
        if _RAISE[0] * size <= -drop <= _RAISE[1] * size and (small or short) and gap <= 0.6 * em:
            return 1
        return None
    before = sum(len(other.words.strip()) for other, _ in current)
    marker = before <= 2 or (before <= 4 and size <= 0.85 * run.size)
    if marker and _RAISE[0] * run.size <= drop <= _RAISE[1] * run.size:
        return -1
    if small and drop <= 0.4 * size and gap <= 0.6 * em:
        return 0
    return None


def blank_between(right: float, run: Run, size: float, style: int) -> bool:
    """Whether blank paper parts a word that ends at `right` from the run."""
    gap = run.left - right
    if style & RAISED:
        return gap > _RAISED_GAP * size
    if gap < -0.5 * size:
        return run.spaced
    return gap > 0.3 * size or (run.spaced and gap >= WORD_GAP * size)


def _fragment(pieces: list[tuple[Run, int]], base: float, size: float) -> Fragment:
    while pieces[-1][1] < 0:
        pieces.pop()
    first = pieces[0][0]
    words, styles, right, left = "", [], first.right, first.left
    far = first.left
    start_bits = -1
    start = 0
    for run, bits in pieces:
        if words and words[-1] != " " and run.words[0] != " " and blank_between(far, run, size, max(bits, 0)):
            words += " "
        if bits >= 0 and bits != start_bits:
            if start_bits > 0:
                styles.append(Style(start, len(words), start_bits))
            start, start_bits = len(words), bits
        words += run.words
        far = run.right
        if run.right > right:
            right = run.right
        if run.left < left:
            left = run.left
    if start_bits > 0:
        styles.append(Style(start, len(words), start_bits))
    last = pieces[-1][0].words
    if last[-1] == " ":
        right -= 0.25 * size
    if words.count(" ") * 2 >= len(words) - 2 and _SPACED_OUT.search(words):
        words, styles = _drawn_together(words, styles)
    return Fragment(words, left, right, base, size, styles, bool(pieces[0][1] & TURNED))


def _drawn_together(words: str, styles: list[Style]) -> tuple[str, list[Style]]:
    """Words that were set with blanks between their letters, without those blanks."""
    gone = [at for found in _SPACED_OUT.finditer(words) for at in range(found.start(), found.end()) if words[at] == " "]
    kept = "".join(letter for at, letter in enumerate(words) if at not in gone)
    moved = [
        Style(one.start - sum(at < one.start for at in gone), one.end - sum(at < one.end for at in gone), one.bits)
        for one in styles
    ]
    return kept, moved


def join_fragments(first: Fragment, second: Fragment, between: str) -> Fragment:
    """One fragment out of two that stand side by side."""
    words = first.words.rstrip() + between
    shift = len(words) + len(second.words.lstrip()) - len(second.words)
    styles = [style for style in first.styles if style.start < len(words)]
    styles += [Style(max(style.start + shift, len(words)), style.end + shift, style.bits) for style in second.styles]
    wide = first if len(first.words) >= len(second.words) else second
    return Fragment(
        words + second.words.lstrip(),
        min(first.left, second.left),
        max(first.right, second.right),
        wide.base,
        wide.size,
        styles,
    )
