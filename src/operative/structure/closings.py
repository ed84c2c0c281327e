"""The lines that close a document: its meeting, its day, and how it was adopted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from operative.domain.documents import Document
from operative.structure.titles import MEETING, is_date
from operative.vocabulary.calendar import find_dates
from operative.vocabulary.styles import Style

__all__ = ["is_adoption", "is_closing", "is_meeting", "read_closing"]

BRACKET = re.compile(r"^[\[(]")
BRACKETS = re.compile(r"^[\[(]\s*|\s*[\])]\.?$")
LONGEST = 400
MEETING_WORDS = 8


def is_closing(words: str, style: Style, begun: bool) -> bool:
    """Whether a paragraph without a number closes the text: "50th plenary meeting, 15 December 2022"; "[Adopted without
    a vote.]"; "Adopted unanimously at the 2500th meeting."; where closing lines have `begun`, also a day or a vote.
    """
    # A recorded vote names all who voted.
    if BRACKET.match(words) and style.vote.search(words, 0, LONGEST):
        return True
    if len(words) > LONGEST:
        return False
    if begun and (style.vote.search(words[:40]) or is_date(words, style) or _has_meeting(words, style, 60)):
        return True
    if is_adoption(words, style):
        return True
    return words[-1] not in ";,.:；：，。،؛" and _has_meeting(words, style, 90)


def _has_meeting(words: str, style: Style, length: int) -> bool:
    return len(words) < length and style.closing.search(words) is not None and any(c.isdigit() for c in words)


def is_adoption(words: str, style: Style) -> bool:
    """ "Adopted at the 2500th meeting by 13 votes to 1": what no paragraph of a preamble says."""
    if len(words) > LONGEST or style.adoption.match(words) is None:
        return False
    return _has_meeting(words, style, LONGEST) or (len(words) < 60 and style.vote.search(words) is not None)


def is_meeting(words: str, style: Style) -> bool:
    """A line that holds the number of a meeting, perhaps its day, and no more: it closes even what is annexed."""
    if len(words) > 90 or words[-1] in ";,:；：，،؛" or MEETING.search(words) is None:
        return False
    return len(words.split()) <= MEETING_WORDS


def read_closing(document: Document, lines: Sequence[str], style: Style) -> Document:
    """The document with what its closing lines say: meeting, day and vote."""
    for line in lines:
        if not document.vote and (style.vote.search(line) or style.adoption.match(line)):
            document = replace(document, vote=BRACKETS.sub("", line))
        if not document.adopted and (when := next(iter(find_dates(line, style.language)), None)):
            document = replace(document, adopted=when[1])
        if not document.meeting and (meeting := MEETING.search(line)):
            document = replace(document, meeting=meeting["number"] or meeting["behind"])
    return document
