"""Where documents begin in a text, and where their title blocks end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from operative.structure.blocks import Block
from operative.structure.designations import designation_of, is_designation, is_heading_of_one
from operative.structure.formulas import is_bare_formula, is_formula, is_opening, leads
from operative.vocabulary.styles import Style

__all__ = ["Part", "find_parts", "without_number"]

ENACTING_LENGTH = 420
REACH = 10
"""How many paragraphs a title block can have between the number of a resolution and its enacting formula."""
NEAR = 4
"""How many it has where it has no enacting formula, or an unusual one."""
SENTENCE_LENGTH = 90
SENTENCE_END = re.compile(r"[.;:。；：،؛,，][\d*”\"’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A document: where its lines begin, where its own title block does (behind the cover and the contents of a
    collection), where its text begins, and where its enacting formula stands (-1 if nowhere).
    """

    cover: int
    header: int
    text: int
    enacting: int


def find_parts(blocks: Sequence[Block], words: Sequence[str], style: Style) -> tuple[list[Part], frozenset[int]]:
    """The documents of a text, at least one, and the further enacting formulas inside them."""
    words = [without_number(block, line) for block, line in zip(blocks, words, strict=True)]
    formulas = [i for i in range(len(blocks)) if _is_enacting(i, blocks, words, style)]
    if not formulas and (opening := _opening(words, style)) is not None:
        formulas = [opening]
    opened = {at: at for at in formulas}
    headings = [i for i in range(len(words)) if is_heading_of_one(words[i], style)]
    if len(headings) > 1:
        # "Decision 4/CP.2" as a line of its own, more than once: each opens a document, with or without a formula.
        opened.update((at, -1) for i in headings if (at := _text_below(i, blocks, words, style)) not in (-1, *formulas))
    if not opened:
        return [Part(0, 0, _first_sentence(blocks, words, style), -1)], frozenset()
    starts = sorted(opened)
    first = starts[0]
    if _speaks_before(first, words, style):
        # What a text quotes far below its beginning does not open it.
        return [Part(0, 0, _first_sentence(blocks, words, style), -1)], frozenset(formulas)
    parts = [Part(0, _own_header(first, words, style), first, opened[first])]
    inner: list[int] = []
    named = _designation_before(first, 0, words, style) is not None
    for at in starts[1:]:
        header = _designation_before(at, parts[-1].text + 1, words, style) if named else None
        if header is not None:
            parts.append(Part(header, header, at, opened[at]))
        elif opened[at] >= 0:
            inner.append(at)
    return parts, frozenset(inner)


def _opening(words: Sequence[str], style: Style) -> int | None:
    """The sentence that stands for an enacting formula where a text has none."""
    reach = min(len(words) - 1, REACH)
    return next((i for i in range(reach) if is_opening(words[i], words[i + 1], style)), None)


def _speaks_before(first: int, words: Sequence[str], style: Style) -> bool:
    """Whether at least two paragraphs above the first formula open as paragraphs of a resolution do, and end so; or the
    one just above it, on a colon.
    """
    if first and words[first - 1].endswith((":", "：")) and style.operative.match(words[first - 1]):
        return True
    spoken = (line for line in words[:first] if len(line) > SENTENCE_LENGTH and SENTENCE_END.search(line))
    return sum(leads(line, style) for line in spoken) > 1


def without_number(block: Block, line: str) -> str:
    """The words behind the number of a paragraph: a list may run on over the end of a document."""
    if block.label is None or block.label.paren:
        return line
    return line[len(block.label.printed) :].lstrip() or line


def _designation_before(at: int, low: int, words: Sequence[str], style: Style) -> int | None:
    return next((i for i in range(at - 1, max(low, at - REACH) - 1, -1) if is_designation(words[i], style)), None)


def _own_header(first: int, words: Sequence[str], style: Style) -> int:
    """Where the title block of the first document begins: at its number, where other numbers or a table of contents
    stand above it; else at the top.
    """
    own = _designation_before(first, 0, words, style)
    if own is None:
        return 0
    numbers = {designation_of(words[i], style) for i in range(first)} - {""}
    listed = len(numbers) > 1 or any(style.contents.match(words[i]) for i in range(own))
    return own if listed else 0


def _text_below(header: int, blocks: Sequence[Block], words: Sequence[str], style: Style) -> int:
    """Where the text of a document without an enacting formula begins: at a paragraph that speaks or is the first of a
    count, a few lines below its number; -1 where there is none.
    """
    for i in range(header + 1, min(header + 1 + NEAR, len(blocks))):
        label, line = blocks[i].label, words[i]
        if is_designation(line, style):
            return -1
        if style.speaks.match(line) or (label is not None and label.bare == "1" and line[-1] in style.terminal):
            return i
    return -1


def _is_enacting(i: int, blocks: Sequence[Block], words: Sequence[str], style: Style) -> bool:
    """A paragraph that names the body and ends on a comma, before a paragraph that opens with a verb or a number."""
    line = words[i]
    if len(line) > ENACTING_LENGTH or blocks[i].label is not None or i + 1 >= len(blocks):
        return False
    headed = any(is_heading_of_one(words[k], style) for k in range(max(0, i - NEAR), i))
    if not is_formula(line, style, headed):
        return False
    after = words[i + 1]
    if blocks[i + 1].label is not None or leads(after, style):
        return True
    return line[-1] in ",،，" and (not after.endswith(line[-1]) or is_bare_formula(line, style))


def _first_sentence(blocks: Sequence[Block], words: Sequence[str], style: Style) -> int:
    """Without an enacting formula, the text begins at the first sentence that is not of the title block."""
    for i, line in enumerate(words):
        label = blocks[i].label
        bare = line.removeprefix(label.printed).lstrip() if label else line
        if style.speaks.match(line) or style.article.match(line) or (leads(bare, style) and len(line) > 30 and i > 0):
            return i
        if label is not None and label.bare == "1" and len(line) > 20 and not is_designation(line, style):
            return i
        long = len(line) > SENTENCE_LENGTH * (1 if style.spaced else 0.4)
        bracketed = line.startswith(("[", "("))
        if long and SENTENCE_END.search(line) and not bracketed and not is_designation(line, style):
            return i
    return min(len(blocks), 1)
