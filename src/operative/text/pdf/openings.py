"""Where paragraphs begin, as far as indents, gaps, hanging numbers and short lines tell.

The rules, strongest first: a number or bullet that hangs before its text begins a paragraph; a small letter after no
stop continues one; a wider gap than lines of this size have begins one, and so do a change of size, a deeper first
line, and a line whose first word would have fitted on the line above. A line right under a full line continues it.
Across a page or column break only the words, the sizes, the fit, and the indents of the lines around it count.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from operative.domain.texts import Role
from operative.text.pdf.lines import LABEL
from operative.text.pdf.shapes import BOLD, ITALIC, Print

__all__ = ["find_openings"]

_GAP = 1.22
"""How much wider than the usual leading the gap above a paragraph is."""
_INDENT = 0.7
_ALIKE = 0.12
"""How much, as a share, sizes of letters may differ inside one paragraph."""
_LABEL_BLANK = 0.75
"""Blank in ems after a number that is a tab stop, not a space."""
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d+$")
# "Payments ........ 12" in a table of contents
_LONGEST_NUMBER = 16


@dataclass(slots=True)
class _Block:
    """One column of one page: its lines of body text and the edges of the text."""

    lines: list[Print]
    left: float
    right: float


def find_openings(lines: list[Print]) -> None:
    """Sets `opens` of all lines that are body text, notes or tables, in place; furniture opens nothing."""
    body = [line for line in lines if line.role is Role.BODY]
    leading = _leadings(body)
    above: _Block | None = None
    for block in _blocks(body):
        _open_block(block, above, leading)
        above = block
    for line in lines:
        if line.role is Role.TABLE:
            line.opens = True


def _blocks(body: list[Print]) -> list[_Block]:
    blocks: list[_Block] = []
    place = None
    for line in body:
        if (line.page, line.column) != place:
            place = (line.page, line.column)
            blocks.append(_Block([], line.left, line.right))
        blocks[-1].lines.append(line)
    for block in blocks:
        rights = sorted(line.right for line in block.lines)
        block.right = rights[-1 - len(rights) // 20]
        block.left = min(line.left for line in block.lines)
    return blocks


def _leadings(body: list[Print]) -> dict[int, float]:
    """The usual distance of base lines for each size of letters: the smallest that is not rare."""
    gaps: dict[int, dict[float, int]] = {}
    for first, second in pairwise(body):
        if first.page == second.page and first.column == second.column and abs(first.size - second.size) < 0.5:
            gap = second.base - first.bottom
            if 0.7 * second.size < gap < 3.0 * second.size:
                counts, rounded = gaps.setdefault(int(second.size + 0.5), {}), int(gap * 2 + 0.5) / 2
                counts[rounded] = counts.get(rounded, 0) + 1
    usual = {}
    for size, counts in gaps.items():
        enough = max(1, 0.12 * sum(counts.values()))
        usual[size] = min(gap for gap, count in counts.items() if count >= enough)
    return usual


def _open_block(block: _Block, above: _Block | None, leading: dict[int, float]) -> None:
    previous: Print | None = None
    for line in block.lines:
        if previous is None:
            line.opens = _opens_after_break(line, above, block, leading)
        else:
            line.opens = _opens(line, previous, block, leading)
        previous = line


def _has_label(line: Print) -> bool:
    """Whether a number or bullet with a tab after it begins the line."""
    return line.text_left > line.left and LABEL.match(line.words) is not None


def _is_number(line: Print) -> bool:
    """Whether a number with its stop or brackets begins the line, a blank or nothing behind it."""
    head = line.words[:_LONGEST_NUMBER]
    if "." not in head and ")" not in head and "]" not in head:
        return False
    found = LABEL.match(line.words)
    return found is not None and found.group()[-1] in ".)]"


def _in_contents(line: Print) -> bool:
    """Whether dots lead from a title to a page number."""
    return line.words[-1:].isdigit() and _LEADER.search(line.words) is not None


def _stops(line: Print) -> bool:
    """Whether a line ends where a paragraph or a part of a list may end."""
    return line.words[-1:] in ".;:," or line.words.endswith((" and", " or"))


def _bits(line: Print, mask: int) -> int:
    """The style of the whole line, as far as one style covers nearly all of it."""
    if not line.styles:
        return 0
    covered = sum(style.end - style.start for style in line.styles if style.bits & mask)
    return 1 if covered >= 0.9 * len(line.words) else 0


def _first_word_fits(line: Print, previous: Print, right: float) -> bool:
    """Whether the first word of the line would have found room at the end of the one above."""
    room = right - previous.right - 0.5 * line.size
    if room <= 0:
        return False
    word = line.words.partition(" ")[0]
    return (line.right - line.left) * len(word) < room * len(line.words)


def _opens(line: Print, previous: Print, block: _Block, leading: dict[int, float]) -> bool | None:
    em = max(line.size, previous.size)
    gap = line.base - previous.bottom
    usual = leading.get(int(line.size + 0.5), 1.2 * line.size)
    usual = max(usual, leading.get(int(previous.size + 0.5), 0.0))
    if _has_label(line) or (_stops(previous) and _is_number(line)) or _in_contents(previous) or _in_contents(line):
        return True
    full = not _first_word_fits(line, previous, block.right)
    if gap <= (2 if full else _GAP) * usual and _goes_on(line, previous):
        return False
    if gap > _GAP * usual:
        return True
    if abs(line.size - previous.size) > _ALIKE * em or _bits(line, BOLD) != _bits(previous, BOLD):
        return True
    if previous.words.rfind("[") > previous.words.rfind("]"):
        return False
    shift = line.left - previous.left
    if abs(line.left - previous.text_left) < _INDENT * em and _has_label(previous):
        return False
    if abs(shift) > _INDENT * em:
        if _centred(line, previous) or _flush_right(line, previous, block):
            return None
        if shift > 0:
            return not (LABEL.match(previous.words) and (full or _bits(line, BOLD)))
        return False if previous.opens and full else not full or None
    if full or _bits(line, BOLD):
        return False
    return None if line.words[:1].islower() else True


def _goes_on(line: Print, previous: Print) -> bool:
    """Whether the words can only go on: a small letter after no stop, or a hyphen at the end of the line above."""
    if previous.words[-1:] in "-\u00ad" and previous.words[-2:-1].isalpha():
        return True
    return line.words[:1].islower() and previous.words[-1:] not in ".;:"


def _centred(line: Print, previous: Print) -> bool:
    return abs((line.left + line.right) - (previous.left + previous.right)) < line.size


def _flush_right(line: Print, previous: Print, block: _Block) -> bool:
    """Whether both lines end at the right edge and leave the left half blank: words set to the right on purpose."""
    middle = (block.left + block.right) / 2
    return abs(line.right - previous.right) < 0.5 * line.size and min(line.left, previous.left) > middle


def _opens_after_break(line: Print, above: _Block | None, block: _Block, leading: dict[int, float]) -> bool | None:
    if above is None or _has_label(line):
        return True
    previous = above.lines[-1]
    if _stops(previous) and _is_number(line):
        return True
    em = max(line.size, previous.size)
    if abs(line.size - previous.size) > _ALIKE * em or _bits(line, BOLD) != _bits(previous, BOLD):
        return True
    if line.words[:1].islower():
        return False
    if _first_word_fits(line, previous, above.right):
        return True
    indent = line.left - block.left
    firsts = others = 0
    for known in (block, above):
        for other, opens in _decided(known, leading):
            if abs(other.left - known.left - indent) < 0.4 * em and abs(other.size - line.size) < _ALIKE * em:
                firsts, others = firsts + opens, others + (not opens)
    if firsts and previous.words[-1:] in ".;:" and not (others == 0 or _starts_in(line, ITALIC)):
        return None
    if min(firsts, others) * 4 <= max(firsts, others) > 0:
        return firsts > others
    return True if _starts_in(line, ITALIC) and firsts else None


def _starts_in(line: Print, mask: int) -> bool:
    return bool(line.styles) and line.styles[0].start == 0 and bool(line.styles[0].bits & mask)


def _decided(block: _Block, leading: dict[int, float]) -> list[tuple[Print, bool]]:
    """The lines of a block, after its first, of which it is known whether they begin a paragraph; no bold ones."""
    decided: list[tuple[Print, bool]] = []
    for previous, line in pairwise(block.lines):
        opens = _opens(line, previous, block, leading) if line.opens is None else line.opens
        if opens is not None and not _bits(line, BOLD):
            decided.append((line, opens))
    return decided
