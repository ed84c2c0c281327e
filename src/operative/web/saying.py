"""Sentences in the language of the page, with the words of the dossier marked as what they are in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

__all__ = ["Line", "all_said", "own", "tell"]

CUT = re.compile(r"(?P<cut>…(?:</span>)?)\.")
WRITTEN_IN = "en"
"""The language of short labels, which are ours."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement, and the numbers of the entries that it rests on."""

    text: SafeString
    entries: tuple[int, ...] = ()


def own(words: str) -> SafeString:
    """Words of the dossier as they stand in it, marked where the page is in another language."""
    if (get_language() or WRITTEN_IN).startswith(WRITTEN_IN):
        return format_html("{}", words)
    return format_html('<span lang="{}">{}</span>', WRITTEN_IN, words)


def all_said(words: Iterable[str], between: str = ", ") -> SafeString:
    """Several words of the dossier in a row."""
    return format_html_join(between, "{}", ((own(one),) for one in words))


def tell(sentence: str, **values: object) -> SafeString:
    """A translated sentence with its values put in; what is no mark-up yet is escaped."""
    # A label that was cut ends with its own dots.
    return mark_safe(CUT.sub(r"\g<cut>", format_html(sentence, **values)))
