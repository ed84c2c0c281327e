"""Sentences in the language of the page, with the words of the dossier marked as what they are in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from operative.domain.days import PartialDate
from operative.domain.phrases import Phrase
from operative.web.words import WORDS, said

__all__ = ["Line", "all_said", "day", "figure", "in_words", "own", "tell"]

CUT = re.compile(r"(?P<cut>…(?:</span>)?)\.")
FULL = len("2016-09-19")
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


def in_words(value: object) -> SafeString:
    """A sentence of a view, or one of its values, in the language of the page; other words stand as they are."""
    if isinstance(value, Phrase):
        # The patterns of the views are in the catalogues; one of marks alone is the same in every language.
        pattern = ngettext(value.pattern, value.several, value.number) if value.several else gettext(value.pattern)
        for name, one in value.values.items():
            if isinstance(one, PartialDate) and len(one.iso) < FULL:
                # "le 6 juin 2024", but "juin 2024": only a whole day takes the article.
                pattern = re.sub(rf"\b(?:le|el) (?={{{name}}})", "", pattern)
        return tell(pattern, **{name: in_words(one) for name, one in value.values.items()})
    if isinstance(value, StrEnum) or (isinstance(value, str) and value in WORDS):
        return format_html("{}", said(value))
    if isinstance(value, (PartialDate, date)):
        return format_html("{}", day(value))
    if isinstance(value, Decimal):
        return format_html("{}", figure(value))
    return own(str(value))


def day(value: PartialDate | date | None) -> str:
    """A day as people of the reader's language write it, no more precise than it is."""
    if value is None:
        return gettext("no date")
    if isinstance(value, date):
        return date_format(value, gettext("j F Y"))
    forms = {4: "Y", 7: gettext("F Y"), FULL: gettext("j F Y")}
    return date_format(value.first, forms[len(value.iso)])


def figure(value: Decimal) -> str:
    """A number as people of the reader's language write it, grouped by three, never rounded."""
    whole = value == value.to_integral_value()
    return number_format(value.quantize(Decimal(1)) if whole else value.normalize(), use_l10n=True, force_grouping=True)


def all_said(words: Iterable[str], between: str = ", ") -> SafeString:
    """Several words of the dossier in a row."""
    return format_html_join(between, "{}", ((own(one),) for one in words))


def tell(sentence: str, **values: object) -> SafeString:
    """A translated sentence with its values put in; what is no mark-up yet is escaped."""
    # A label that was cut ends with its own dots.
    said = format_html(sentence, **values) if values else sentence.format()
    return mark_safe(CUT.sub(r"\g<cut>", said))
