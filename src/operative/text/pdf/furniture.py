"""Page furniture: running headers, page numbers, job numbers and the like, which are no part of the text."""

import re
from collections import Counter

from operative.text.pdf.shapes import RAISED, Fragment, Rule, Sheet

__all__ = ["find_furniture"]

_ZONE = 0.14
"""The share of the page's height, above and below, in which furniture is looked for."""
_OUTER_NUMBER = re.compile(r"^\W*\d+|\d+\W*$")
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\]) ]*|\d{1,4}\s?/\s?\d{1,4}"
    r"|(?:page|página|стр\.?|صفحة)\s+\d{1,4}(?:\s+\S{1,3}\s+\d{1,4})?",
    re.IGNORECASE,
)
# "- 3 -" "2/8" "page 3 of 7"
_JOB_NUMBER = re.compile(
    r"\*?\s*(?:[A-Z]{1,5}[.\- ])?\d{2}[-–‑]\d{4,6}\*?(?:\s*\([A-Z]{1,2}\))?(?:\s+\d{6})*\s*\*?(?:\s*\*\d{6,9}\*)?"
    r"|\*[\dA-Z]{6,12}\*|\([A-Z]\)(?:\s+\d{6})*|\d{6}(?:\s+\d{6})*",
)
# "23-24976 (E) 261223" "GE.23-12345" "*2324976*"
_SLOGAN = re.compile(
    r"please\s+recycle\W*|(?:veuillez|merci\s+de)\s+recycler\W*|s[íi]rvase\s+reciclar\W*", re.IGNORECASE
)
_SYMBOL = re.compile(r"[A-Z]{1,10}\.?(?:/[A-Za-z0-9.\-]+(?:\s\(?[IVXL\d]+\)?)?){1,6}\*?")
# "A/RES/78/102" "FCCC/CP/2015/10/Add.1"
_STEP = 4.0
"""Furniture of two pages stands at one height, give or take so many points."""
_WIDE, _FAR, _FAR_TEXT = 40, 4.0, 2.2
"""Furniture stands together: a row farther off than this, in ems, begins the text, a row of so many letters earlier."""


def find_furniture(pages: list[tuple[Sheet, list[Fragment]]]) -> list[set[int]]:
    """For each page the indexes of the fragments that are furniture."""
    repeated = _repeated(pages)
    opening = _opening_words(pages)
    return [_of_page(index, sheet, fragments, repeated, opening) for index, (sheet, fragments) in enumerate(pages)]


def _keys(fragment: Fragment, sheet: Sheet) -> list[tuple[str, int]]:
    """What makes two fragments of different pages the same furniture: words, page numbers apart, at about one height.

    Empty outside the zones of furniture and for notes.
    """
    if _ZONE * sheet.height <= fragment.base <= (1 - _ZONE) * sheet.height:
        return []
    if fragment.styles and fragment.styles[0].start == 0 and fragment.styles[0].bits & RAISED:
        return []
    words = _OUTER_NUMBER.sub("#", "".join(fragment.words.split())).casefold()
    step = int(fragment.base // _STEP)
    return [(words, step), (words, step + 1)]


def _repeated(pages: list[tuple[Sheet, list[Fragment]]]) -> set[tuple[str, int]]:
    """Keys that stand on at least two pages, and on a good share of all."""
    counts: Counter[tuple[str, int]] = Counter()
    for sheet, fragments in pages:
        counts.update({key for one in fragments for key in _keys(one, sheet)})
    least = max(2, 0.25 * (len(pages) - 1))
    return {key for key, count in counts.items() if count >= least}


def _opening_words(pages: list[tuple[Sheet, list[Fragment]]]) -> str:
    """The words of the first page, run together, in which a running title can be found again."""
    return "".join("".join(one.words.split()) for one in pages[0][1]).casefold() if pages else ""


def _of_page(
    index: int, sheet: Sheet, fragments: list[Fragment], repeated: set[tuple[str, int]], opening: str
) -> set[int]:
    found: set[int] = set()
    high: list[tuple[Fragment, int]] = []
    low: list[tuple[Fragment, int]] = []
    for number, one in enumerate(fragments):
        if one.base < _ZONE * sheet.height:
            high.append((one, number))
        elif one.base > (1 - _ZONE) * sheet.height:
            low.append((one, number))
    rule = _header_rule(sheet.rules, sheet) if index else None
    high.sort(key=lambda pair: pair[0].base)
    low.sort(key=lambda pair: -pair[0].base)
    for zone in (high, low):
        rows = _rows(zone)
        sure = [[_is_furniture(one, sheet, index, repeated, rule) for one, _ in row] for row in rows]
        below = rule if zone is high else None
        for number in range(_block_end(rows, below)):
            titled = index > 0 and zone is high and any(map(any, sure[: number + 2]))
            pairs = zip(sure[number], rows[number], strict=True)
            if not all(known or (titled and _in(one, opening)) for known, (one, _) in pairs):
                break
            found.update(place for _, place in rows[number])
    return found


def _block_end(rows: list[list[tuple[Fragment, int]]], rule: float | None) -> int:
    """How many rows from the edge of the page belong together, and stand above the rule of a header."""
    for number, row in enumerate(rows):
        one = row[0][0]
        if rule is not None and one.base > rule:
            return number
        wide = sum(len(other.words) for other, _ in row) > _WIDE
        if number and abs(one.base - rows[number - 1][0][0].base) > (_FAR_TEXT if wide else _FAR) * one.size:
            return number
    return len(rows)


def _rows(zone: list[tuple[Fragment, int]]) -> list[list[tuple[Fragment, int]]]:
    rows: list[list[tuple[Fragment, int]]] = []
    for pair in zone:
        if rows and abs(pair[0].base - rows[-1][0][0].base) <= 0.3 * pair[0].size:
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _header_rule(rules: list[Rule], sheet: Sheet) -> float | None:
    """The height of a rule across the top of the page, under its running header."""
    wide = [r.top for r in rules if r.top < 0.12 * sheet.height and r.right - r.left > 0.5 * sheet.width]
    return min(wide) if wide else None


def _is_furniture(one: Fragment, sheet: Sheet, index: int, repeated: set[tuple[str, int]], rule: float | None) -> bool:
    words = one.words.strip()
    if _PAGE_NUMBER.fullmatch(words) or _JOB_NUMBER.fullmatch(words) or _SLOGAN.fullmatch(words):
        return True
    if rule is not None and one.base < rule:
        return True
    high = one.base < _ZONE * sheet.height
    if index == 0:
        return not high and any(key in repeated for key in _keys(one, sheet))
    if any(key in repeated for key in _keys(one, sheet)):
        return True
    return high and _SYMBOL.fullmatch(words) is not None


def _in(one: Fragment, opening: str) -> bool:
    """Whether the words stand on the first page: a running title repeats them."""
    words = "".join(one.words.split()).casefold()
    return len(words) > 2 and words in opening
