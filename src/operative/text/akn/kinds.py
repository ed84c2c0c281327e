"""What a paragraph is, by its number, its class, its typesetting and its place."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from lxml import etree

from operative.domain.provisions import Kind
from operative.text.akn.inline import own_words
from operative.text.akn.parsing import local
from operative.vocabulary.loader import load
from operative.vocabulary.styles import style_of

__all__ = [
    "Levels",
    "Paragraph",
    "Place",
    "is_operative",
    "kind_of",
    "kind_said",
    "look",
    "names_annex",
]

DIGITS = re.compile(r"\W*\d+(?:\W*|\s*(?:bis|ter|quater|quinquies)\W*)$")
"""1.  12 -  3 bis."""
STAR = re.compile(r"[*†‡§]{1,3}\s*\w")
"""* Term of office expires in March."""
PRESENT = re.compile(r"[A-Z]\w+ing\b")
"""Recalling, Having considered: the English preamble."""
GOES_ON = (",", "،", "，")
ENDS = (".", ";", ":", ",", "。", "；", "：", "،", "؛", "，", "”", "»", "?")
HEADING_LENGTH = 160
KINDS = frozenset(str(kind) for kind in Kind)


class Place(StrEnum):
    """The part of a document that is being read."""

    MAIN = "main"
    ANNEX = "annex"
    QUOTED = "quoted"
    """A text within the text: a draft that is recommended to another body, words that amend others."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The looks of one paragraph of the mark-up."""

    number: str
    words: str
    lead: str
    heading: bool
    note: bool
    """Set as a note at the foot, though no mark-up calls it."""
    titled: bool
    """Nothing but a heading."""

    @property
    def lettered(self) -> bool:
        """Whether the number is a letter, a Roman number or a dash."""
        return self.number != "" and not self.number[0].isdigit()


@dataclass(slots=True)
class Levels:
    """The styles of number that are open below the last paragraph: (a), then (i), then a dash."""

    styles: list[str] = field(default_factory=list)
    last: str = ""

    def depth_of(self, number: str) -> int:
        """The level of a lettered paragraph that the mark-up sets flat; a style seen before comes back to its level."""
        style = self._style(number)
        if style in self.styles:
            del self.styles[self.styles.index(style) + 1 :]
        else:
            self.styles.append(style)
        self.last = number.strip("().’‘' ")
        return len(self.styles)

    def restart(self) -> None:
        """A paragraph of the first level begins."""
        self.styles.clear()
        self.last = ""

    def _style(self, number: str) -> str:
        core = number.strip("().’‘' ")
        if not core or not core[0].isalnum():
            return f"dash {number.strip()}"
        if core.isdigit():
            return "digit"
        if re.fullmatch(r"[ivxlc]+", core) and not self._continues(core):
            return "roman"
        return "upper" if core.isupper() else "letter"

    def _continues(self, core: str) -> bool:
        """(i) after (h) is a letter; (i) after (a) is a number."""
        return len(core) == 1 and len(self.last) == 1 and ord(core) == ord(self.last) + 1 and "roman" not in self.styles


def look(element: etree._Element) -> Paragraph:
    """The looks of `element`."""
    num = next((child for child in element if local(child) == "num"), None)
    words = own_words(element)
    classes = element.get("class", "")
    bodies = [child for child in element if local(child) not in ("", "num", "heading", "subheading")]
    return Paragraph(
        number=own_words(num) if num is not None else "",
        words=words,
        lead=_lead(element, words),
        heading=_class_pattern("heading").fullmatch(classes) is not None,
        note=_class_pattern("note").fullmatch(classes) is not None or STAR.match(words) is not None,
        titled=not bodies,
    )


@cache
def _class_pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("akn")["classes"][name])


def _lead(element: etree._Element, words: str) -> str:
    """The italic phrase that opens the paragraph; "" where the first italics stand elsewhere."""
    for node in element.iter():
        name = local(node)
        if name == "i" or (name == "span" and "italic" in node.get("class", "").split()):
            phrase = own_words(node)
            if phrase:
                return phrase if words.startswith(phrase[:12]) else ""
    return ""


def kind_said(element: etree._Element) -> Kind | None:
    """The kind that the mark-up states in so many words: Operative writes it as the class."""
    said = element.get("class")
    return Kind(said) if said in KINDS else None


def kind_of(paragraph: Paragraph, place: Place, language: str, acts: bool) -> Kind:
    """The kind of a paragraph that stands at the top of a body; `acts`: without a number or a lead it still decides."""
    if paragraph.titled or (paragraph.heading and not (paragraph.number and paragraph.lead and _sentence(paragraph))):
        return _title_kind(paragraph, language)
    if place is not Place.MAIN:
        short = not paragraph.number and not paragraph.lead and _is_heading(paragraph)
        return _title_kind(paragraph, language) if short else Kind.BODY
    if DIGITS.match(paragraph.number):
        return Kind.OPERATIVE
    if paragraph.number:
        capital = paragraph.number.strip("(). ").isupper() and not paragraph.number.startswith("(")
        return Kind.HEADING if capital and _is_heading(paragraph) else Kind.SUBPARAGRAPH
    if paragraph.lead:
        return Kind.PREAMBULAR if _opens_preamble(paragraph, language) else Kind.OPERATIVE
    if _is_heading(paragraph):
        return _title_kind(paragraph, language)
    return Kind.OPERATIVE if acts else Kind.BODY


def _opens_preamble(paragraph: Paragraph, language: str) -> bool:
    """A participle opens the preamble; of other leads, one that no vocabulary knows as operative and that goes on."""
    if PRESENT.match(paragraph.lead):
        return True
    return paragraph.words.endswith(GOES_ON) and not style_of(language).operative.match(paragraph.words)


def is_operative(paragraph: Paragraph) -> bool:
    """Whether number and typeset lead leave no doubt."""
    return DIGITS.match(paragraph.number) is not None and paragraph.lead != ""


def _sentence(paragraph: Paragraph) -> bool:
    return paragraph.words.endswith(ENDS) or len(paragraph.words) > HEADING_LENGTH


def _is_heading(paragraph: Paragraph) -> bool:
    return not _sentence(paragraph)


def _title_kind(paragraph: Paragraph, language: str) -> Kind:
    words = f"{paragraph.number} {paragraph.words}".strip()
    if names_annex(words, language):
        return Kind.ANNEX
    return Kind.ARTICLE if _names_article(words, language) else Kind.HEADING


def names_annex(words: str, language: str) -> bool:
    """Whether the words name an annex and no more: Annex, Annex II, Appendix A."""
    return _title_pattern("annex", language).fullmatch(words) is not None


def _names_article(words: str, language: str) -> bool:
    """Whether the words begin with the number of an article."""
    return _title_pattern("article", language).match(words) is not None


@cache
def _title_pattern(topic: str, language: str) -> re.Pattern[str]:
    known = "|".join(re.escape(word) for word in load("styles", language)[topic]) or "(?!)"
    number = r"(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])"
    if topic == "annex":
        return re.compile(rf"(?:{known})(?:\s*(?:{number}|[一二三四五六七八九十]{{1,3}}))?\W{{0,2}}", re.IGNORECASE)
    return re.compile(rf"(?:{known})\s+{number}\b", re.IGNORECASE)
