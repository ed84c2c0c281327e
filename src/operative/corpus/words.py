"""The words of a text as they are compared: without letter case, punctuation, or the width of spaces."""

import re
import unicodedata

__all__ = ["words_of"]

MARKS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f]+")
"""What is written on or between letters and makes no other word: accents, vowel signs, soft hyphens, joiners."""

WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""A run of letters and digits; where no spaces part words, as in Chinese, a single sign."""

PLAIN = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text in their order.

    Letter case and punctuation do not count, nor do accents, so that one text set twice has the same words.
    """
    if text.isascii():
        return PLAIN.findall(text.lower())
    folded = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall(MARKS.sub("", folded))
