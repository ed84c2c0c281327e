"""The title block: what a document says of itself before it begins to speak."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from operative.domain.documents import Document
from operative.structure.designations import DESIGNATION, NUMBERED_TITLE, is_heading_of_one
from operative.structure.organs import name_in, without_ordinal
from operative.vocabulary.bodies import Body, body_of_name, body_of_symbol
from operative.vocabulary.calendar import find_dates, find_session
from operative.vocabulary.styles import Style

__all__ = ["MEETING", "Cover", "is_date", "read_cover"]

BARE_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[\w.() -]+)+$|[A-Z]{2,5}/?\d+[./]\d+$")
MEETING = re.compile(
    r"(?P<number>\d{1,5})(?:st|nd|rd|th|e|[aª]|[-‑]?[eеё]|[-‑]м|\s?次)?\s*(?:\([^()\d]{3,16}\)\s+)?(?:plenary\s+|пленарно[ем]\s+|全体)?"
    r"(?:meeting|séance|sesión|заседани|会议)|(?:الجلسة|جلستها?|جلسته)\s+(?:العامة\s+)?(?P<behind>\d{1,5})",
    re.IGNORECASE,
)
"""50th plenary meeting, 50e séance, 第50次全体会议"""
ITEM = re.compile(r"\d{1,3}(?:\s?\([a-zа-яأ-ي]\))*")
LIMITED = re.compile(r"/L\.\d")
"""A/C.3/79/L.12: a text for the body to decide on"""
SESSION_IN_NUMBER = re.compile(r"(?:[A-Z]{2,6})?(?P<session>\d{1,4})[./]\d+")
"""78/102, WHA66.1: the session, or the year, comes first"""
LONGEST_NAME = 220
LONG_TITLE = 400
LONGEST_TITLE = 800
"""A title behind its number cannot be anything else."""


@dataclass(slots=True)
class Cover:
    """What was found so far; `titles` are lines that are none of the other things."""

    symbol: str = ""
    number: str = ""
    body: Body | None = None
    body_name: str = ""
    session: str = ""
    adopted: str = ""
    agenda_item: str = ""
    distribution: str = ""
    meeting: str = ""
    vote: str = ""
    kind: str = ""
    draft: bool = False
    unknown: str = ""
    """A symbol that names no body: that of a draft."""
    titles: list[int] = field(default_factory=list)
    title: str = ""


def read_cover(
    lines: Sequence[str], enacting: str, style: Style, context: str, shared: Sequence[str] = ()
) -> tuple[Document, list[int]]:
    """The document that a title block describes, and the indices of the lines that are its title.

    `lines` are the paragraphs before the text begins, `enacting` the opening formula ("" if none), `context` words of
    the text that tell bodies of the same name apart, `shared` the lines above all documents of a collection.
    """
    cover = Cover()
    for index, line in enumerate(lines):
        _read_line(cover, index, line, style)
        if index and is_date(line, style) and _waits_for_day(cover, lines[index - 1], style):
            cover.adopted = next((value for _, value in find_dates(line, style.language)), "")
    _take_shared(cover, shared, style)
    _name_body(cover, enacting, lines, style, context)
    at = _find_title(cover, lines, style)
    kind = cover.kind or ("resolution" if enacting else "document")
    if (cover.draft or LIMITED.search(cover.unknown)) and not cover.adopted and not cover.number:
        kind, cover.symbol = "draft", cover.symbol or cover.unknown
    body = cover.body_name or (name_in(cover.body, style) if cover.body else "")
    document = Document(
        kind=kind,
        symbol=cover.symbol,
        number=cover.number,
        title=cover.title,
        body=cover.body.key if cover.body else "",
        body_name=body,
        session=cover.session,
        adopted=cover.adopted,
        agenda_item=cover.agenda_item,
        distribution=cover.distribution,
        meeting=cover.meeting,
        vote=cover.vote,
    )
    return document, at


def _waits_for_day(cover: Cover, before: str, style: Style) -> bool:
    """Whether a day below a line is the day of adoption: below the number of a resolution, or the meeting that adopted
    it.
    """
    adopted = style.adopted.search(before) is not None and MEETING.search(before) is not None
    return not cover.adopted and (adopted or is_heading_of_one(before, style))


def _take_shared(cover: Cover, lines: Sequence[str], style: Style) -> None:
    """What the cover of a collection says of each document in it: distribution and session, never number or title."""
    above = Cover()
    for index, line in enumerate(lines):
        _read_line(above, index, line, style)
    cover.distribution = cover.distribution or above.distribution
    cover.session = cover.session or above.session


def _read_line(cover: Cover, index: int, line: str, style: Style) -> None:
    """One line of the title block goes to the fields it fills, or to the candidates for a title."""
    known = False
    numbered = NUMBERED_TITLE.match(line)
    if numbered and is_date(numbered["title"], style):
        _take_number(cover, numbered["number"])
        cover.adopted = cover.adopted or next((value for _, value in find_dates(line, style.language)), "")
        return
    found = body_of_symbol(line)
    if found and not cover.symbol and len(line) < len(found[1][0]) + 40 and not line.startswith("["):
        cover.symbol, cover.body = found[1][0].strip(), found[0]
        known = BARE_SYMBOL.match(line) is not None
        _read_symbol(cover, found[0], found[1])
    if style.distribution.match(line):
        cover.distribution = cover.distribution or line.partition(":")[2].strip() or line
        return
    if style.agenda.match(line) and len(line) < 80 and (item := ITEM.search(line)):
        cover.agenda_item = cover.agenda_item or item[0]
        return
    session = find_session(line, style.language) if len(line) < 160 and style.session.search(line) else None
    if session is not None:
        cover.session = cover.session or str(session[0])
        known = known or len(line) < 80
    known = _read_adoption(cover, line, style) or known
    known = _read_designation(cover, line, style) or known
    known = known or style.submitted.match(line) is not None
    known = _read_draft(cover, line, style) or known
    if not known and _can_be_title(line, style):
        cover.titles.append(index)


def _read_draft(cover: Cover, line: str, style: Style) -> bool:
    """ "Ruritania and Sylvania: draft resolution": the text is not adopted, and what stands above are its sponsors; a
    bare symbol is the draft's own.
    """
    if BARE_SYMBOL.match(line) and not cover.symbol and any(c.isdigit() for c in line):
        cover.unknown = cover.unknown or line.strip()
    match = style.draft.match(line)
    if match is None:
        return False
    cover.draft = True
    if match["sponsors"]:
        cover.titles.clear()
    return len(match["rest"]) < 12 or any(c.isdigit() for c in match["rest"])


def _can_be_title(line: str, style: Style) -> bool:
    if BARE_SYMBOL.match(line) or is_date(line, style) or line.startswith(("[", "(")) or line in style.organizations:
        return False
    return NUMBERED_TITLE.match(line) is not None or (len(line) < LONG_TITLE and any(c.isalpha() for c in line))


def _read_symbol(cover: Cover, body: Body, match: re.Match[str]) -> None:
    parts = match.groupdict()
    kinds = {"RES": "resolution", "DEC": "decision", "PRST": "statement"}
    cover.kind = cover.kind or kinds.get(parts.get("type") or "", "")
    cover.session = cover.session or parts.get("session") or ""
    cover.number = cover.number or body.number_of(match)


def _read_adoption(cover: Cover, line: str, style: Style) -> bool:
    """ "Resolution adopted by the General Assembly on 7 December 2023", "(Adopted on 24 November 2015 by the Council
    ...)".
    """
    adoption = style.adopted.search(line) if len(line) < LONG_TITLE else None
    if adoption is None:
        return False
    when, meeting = next(iter(find_dates(line, style.language)), None), MEETING.search(line)
    if when is None and meeting is None:
        return False
    if when:
        cover.adopted = cover.adopted or when[1]
    if meeting:
        cover.meeting = meeting["number"] or meeting["behind"]
    if style.resolution.search(line) or style.decision.search(line):
        cover.kind = cover.kind or ("resolution" if style.resolution.search(line) else "decision")
    cover.body = cover.body or body_of_name(_body_in(line, style), style.language)
    return True


def _body_in(line: str, style: Style) -> str:
    """The longest name of a body that a line holds, else ""."""
    from_table = re.findall(
        r"(?:by|par|por)\s+(?:the|l[ea’']|la|el)\s*([^,()\d]+?)(?=\s+(?:on|at|le|à|el|en|in)\s|,|$)", line
    )
    return from_table[0] if from_table else ""


def _read_designation(cover: Cover, line: str, style: Style) -> bool:
    """ "RESOLUTION No. 1309": the number of the document."""
    if len(line) > 160:
        return False
    is_resolution = style.resolution.match(line) is not None
    if not is_resolution and style.decision.match(line) is None:
        return style.statement.match(line) is not None and not cover.kind and _set_kind(cover, "statement")
    cover.kind = cover.kind or ("resolution" if is_resolution else "decision")
    match = DESIGNATION.match(line)
    if match is None or not any(c.isdigit() for c in match["number"]):
        return len(line) < 40
    if not cover.number:
        cover.number = match["number"].rstrip(".")
    when = next(iter(find_dates(line[match.end() :], style.language)), None)
    if when and not cover.adopted:
        cover.adopted = when[1]
    return len(line) < 80 or when is not None


def _set_kind(cover: Cover, kind: str) -> bool:
    cover.kind = kind
    return True


def is_date(line: str, style: Style) -> bool:
    """A line that is nothing but a day, or `of` and a day."""
    if len(line) > 40:
        return False
    # The day of distribution may stand in English on any cover.
    found = [*find_dates(line, style.language), *find_dates(line, "en")]
    return bool(found) and len(line) - (found[0][0].end - found[0][0].start) < 6


def _name_body(cover: Cover, enacting: str, lines: Sequence[str], style: Style, context: str) -> None:
    name = enacting.strip(" ,،，:")
    for article in style.articles:
        bare = name.removeprefix(article)
        if bare != name and (article.endswith(("’", "'")) or bare[:1].isspace()):
            name = bare.strip()
            break
    if len(name) > LONGEST_NAME:
        # A sentence that says when and where the body met.
        name = name.partition(",")[0].strip()
    number, rest = without_ordinal(name, style)
    if rest != name:
        name, cover.session = rest, cover.session or str(number)
    cover.body_name = name
    if cover.body is None and name:
        cover.body = body_of_name(name, style.language, " ".join(lines) + context)
    if cover.body is None:
        named = (body_of_name(line, style.language, context) for line in lines if len(line) < 80)
        cover.body = next((body for body in named if body), None)


def _find_title(cover: Cover, lines: Sequence[str], style: Style) -> list[int]:
    """A numbered title anywhere; else the line below the number; else the last line that is nothing else; never the
    name of the body or of its organization.
    """
    for index in reversed(cover.titles):
        match = NUMBERED_TITLE.match(lines[index])
        if match and len(lines[index]) < LONGEST_TITLE:
            cover.title = match["title"].strip()
            _take_number(cover, match["number"])
            return [index]
    heading = next((i for i in reversed(range(len(lines))) if is_heading_of_one(lines[i], style)), len(lines))
    found = next((i for i in cover.titles if i > heading), None)
    if found is None:
        found = next((i for i in reversed(cover.titles) if not body_of_name(lines[i], style.language)), None)
    if found is None:
        return []
    first = last = found
    while first - 1 in cover.titles and _goes_on(lines[first - 1], lines[first], style):
        first -= 1
    while last + 1 in cover.titles and _goes_on(lines[last], lines[last + 1], style):
        last += 1
    indices = list(range(first, last + 1))
    cover.title = " ".join(lines[i] for i in indices)
    return indices


def _goes_on(line: str, after: str, style: Style) -> bool:
    """Whether a title goes on in the line below: a small letter there, or a short small word at the end here."""
    if not style.cased:
        return False
    tail = line.rsplit(maxsplit=1)[-1]
    return after[:1].islower() or (len(tail) <= 3 and tail.isalpha() and tail.islower())


def _take_number(cover: Cover, number: str) -> None:
    """The number that stands before a title; it may be a symbol that names the body and the session."""
    cover.number = cover.number or number
    found = body_of_symbol(number)
    if found is None:
        session = SESSION_IN_NUMBER.match(number)
        cover.session = cover.session or (session["session"] if session else "")
        return
    cover.body, cover.symbol = cover.body or found[0], cover.symbol or found[1][0]
    cover.session = cover.session or found[1].groupdict().get("session") or ""
