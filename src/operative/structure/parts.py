"""Where documents begin in a text, and where their title blocks end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from operative.structure.blocks import Block
from operative.structure.titles import is_designation
from operative.vocabulary.bodies import body_of_name
from operative.vocabulary.styles import Style

__all__ = ["Part", "find_parts"]

ENACTING_LENGTH = 150
REACH = 10
"""How many paragraphs a title block can have between the number of a resolution and its enacting formula."""
SENTENCE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A document: where its title block begins, where its text begins, and where its enacting formula stands (-1 if nowhere)."""

    cover: int
    text: int
    enacting: int


def find_parts(blocks: Sequence[Block], words: Sequence[str], style: Style) -> tuple[list[Part], list[int]]:
    """The documents of a text, at least one, and the further enacting formulas inside them."""
    formulas = [i for i in range(len(blocks)) if _is_enacting(i, blocks, words, style)]
    if not formulas:
        begin = _first_sentence(blocks, words, style)
        return [Part(0, begin, -1)], []
    parts = [Part(0, formulas[0], formulas[0])]
    inner: list[int] = []
    named = _designation_before(formulas[0], 0, words, style) is not None
    for at in formulas[1:]:
        header = _designation_before(at, parts[-1].text + 1, words, style) if named else None
        if header is None:
            inner.append(at)
        else:
            parts.append(Part(header, at, at))
    return parts, inner


def _designation_before(at: int, low: int, words: Sequence[str], style: Style) -> int | None:
    return next((i for i in range(at - 1, max(low, at - REACH) - 1, -1) if is_designation(words[i], style)), None)


def _is_enacting(i: int, blocks: Sequence[Block], words: Sequence[str], style: Style) -> bool:
    """A short paragraph that names the body and ends on a comma, before a paragraph that opens with a verb or a number."""
    line = words[i]
    if len(line) > ENACTING_LENGTH or blocks[i].label is not None or i + 1 >= len(blocks):
        return False
    if not is_formula(line, style):
        return False
    after, label = words[i + 1], blocks[i + 1].label
    bare = after[len(label.printed) :].lstrip() if label else after
    return label is not None or leads(bare, style) or not line.endswith(after[-1])


def is_formula(line: str, style: Style) -> bool:
    """ "The Council," and the like: an article where the language has one, no verb, a comma or the bare name of a known body."""
    if style.articles and not line.startswith(style.articles):
        return False
    if leads(line, style) or any(mark in line for mark in ";:؛；：“"):
        return False
    if line[-1] in ",،，" and (style.spaced or len(line) < 24):
        return len(line.split()) <= 22 and not any(c.isdigit() for c in line[:3])
    name = next((line.removeprefix(article).strip() for article in style.articles if line.startswith(article)), line)
    body = body_of_name(name, style.language)
    return body is not None and name in body.names.get(style.language, ()) and bool(style.articles)


def leads(words: str, style: Style) -> bool:
    """Whether the words open like a preambular or an operative paragraph."""
    first = words[:1]
    if style.cased and style.language != "ru" and not first.isupper():
        return False
    return style.preambular.match(words) is not None or style.operative.match(words) is not None


def _first_sentence(blocks: Sequence[Block], words: Sequence[str], style: Style) -> int:
    """Without an enacting formula, the text begins at the first sentence that is not of the title block."""
    for i, line in enumerate(words):
        label = blocks[i].label
        bare = line[len(label.printed) :].lstrip() if label else line
        if style.speaks.match(line) or style.article.match(line) or (leads(bare, style) and len(line) > 30 and i > 0):
            return i
        if label is not None and label.bare == "1" and len(bare) > 20 and not is_designation(line, style):
            return i
        ends = re.sub(r"[\d*”\"’»)\]]+$", "", line)[-1:] in ".;:。；،,，"
        if len(line) > SENTENCE_LENGTH * (1 if style.spaced else 0.4) and ends and not line.startswith(("[", "(")) and not is_designation(line, style):
            return i
    return min(len(blocks), 1)
