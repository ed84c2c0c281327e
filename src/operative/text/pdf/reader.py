"""Bytes of a PDF to `Text`."""

import re
from dataclasses import replace

from operative.domain.findings import Finding, Severity
from operative.domain.spans import Span
from operative.domain.texts import Box, Line, Mark, MarkKind, Role, Text
from operative.text.pdf.furniture import find_furniture
from operative.text.pdf.gathering import Pulse, gather
from operative.text.pdf.lines import read_lines, read_rows
from operative.text.pdf.notes import CALL_WORDS, mark_notes
from operative.text.pdf.openings import find_openings
from operative.text.pdf.shapes import BOLD, ITALIC, RAISED, Fragment, Print, Sheet

__all__ = ["read_pdf"]

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, *, pulse: Pulse | None = None) -> Text:
    """The text of a PDF with its printed lines in reading order. Not for several threads at once.

    Pages that are pictures are recognized where an engine is installed. `pulse` is called as pages are done, with the
    seconds that the next ones may take. Raises the error that fits where no text can be had.
    """
    gathered = gather(data, pulse)
    seen = gathered.seen
    lines = _arranged(seen)
    if not lines or len(gathered.unread_scans) == len(seen):
        raise gathered.why_empty()
    text = _text(lines, {sheet.number: sheet for sheet, _ in seen}, gathered.pages)
    findings = gathered.findings(_page_spans(text.lines))
    if b"%%EOF" not in data[-2048:]:
        message = "the file ends before its end mark; pages may be missing"
        findings.append(Finding("source-truncated", Severity.ERROR, message))
    return replace(text, findings=tuple(findings)) if findings else text


def _page_spans(lines: tuple[Line, ...]) -> dict[int, Span]:
    """Which characters stand on each page that has some."""
    spans: dict[int, Span] = {}
    for line in lines:
        start = spans[line.page].start if line.page in spans else line.start
        spans[line.page] = Span(start, line.end)
    return spans


def _arranged(seen: list[tuple[Sheet, list[Fragment]]]) -> list[Print]:
    """All lines of the document in reading order: on each page headers, text, notes, footers."""
    lines: list[Print] = []
    furniture = find_furniture(seen)
    body_size = _body_size(seen)
    for (sheet, fragments), indexes in zip(seen, furniture, strict=True):
        kept = [one for index, one in enumerate(fragments) if index not in indexes]
        found = read_lines(kept, sheet.rules, sheet.width)
        columns: dict[int, list[Print]] = {}
        for line in found:
            columns.setdefault(line.column, []).append(line)
        for column in columns.values():
            mark_notes(column, sheet.rules, sheet.height, body_size)
        aside = read_rows([fragments[index] for index in indexes])
        for line in aside:
            line.role = Role.FURNITURE
        page = [line for line in aside if line.base < 0.5 * sheet.height]
        page += [line for line in found if line.role is not Role.NOTE]
        page += [line for line in found if line.role is Role.NOTE]
        page += [line for line in aside if line.base >= 0.5 * sheet.height]
        for line in page:
            line.page = sheet.number
            if sheet.mirrored:
                line.words = _with_brackets(line.words)
        lines += page
    find_openings(lines)
    return lines


def _with_brackets(words: str) -> str:
    """The words of a line from right to left, brackets the right way round where all of them stand the wrong way."""
    brackets = [letter for letter in words if letter in "()[]"]
    if brackets and brackets[0] in ")]" and brackets[-1] in "([":
        return words.translate(_TURNED_BRACKETS)
    return words


def _body_size(seen: list[tuple[Sheet, list[Fragment]]]) -> float:
    sizes: dict[float, int] = {}
    for _, fragments in seen:
        for one in fragments:
            sizes[one.size] = sizes.get(one.size, 0) + len(one.words)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0


_UNIT = re.compile(r"(?:\b|\d)[cdkm]?m$")
# "km" before a raised 2
_TURNED_BRACKETS = str.maketrans("()[]", ")(][")
_KINDS = ((ITALIC, MarkKind.ITALIC), (BOLD, MarkKind.BOLD))


def _labels(lines: list[Print]) -> set[tuple[int, str]]:
    """The markers that notes carry, each with its page."""
    return {(line.page, line.words[: line.label]) for line in lines if line.label}


def _text(lines: list[Print], sheets: dict[int, Sheet], pages: int) -> Text:
    content: list[str] = []
    made: list[Line] = []
    marks: list[Mark] = []
    labels = _labels(lines)
    at = 0
    for line in lines:
        end = at + len(line.words)
        opens = line.opens
        if line.role is Role.NOTE:
            opens = line.label > 0
        sheet = sheets[line.page]
        left, right = line.left, line.right
        if sheet.mirrored:
            left, right = sheet.width - right, sheet.width - left
        box = Box(left, line.base - 0.8 * line.size, right, line.bottom + 0.2 * line.size)
        made.append(Line(at, end, line.page, line.role, opens, box))
        if line.styles or line.label:
            _add_marks(line, at, marks, labels)
        content.append(line.words)
        at = end + 1
    marks.sort(key=lambda mark: mark.span.start)
    return Text("\n".join(content), tuple(made), MEDIA_TYPE, pages, tuple(marks))


def _add_marks(line: Print, at: int, marks: list[Mark], labels: set[tuple[int, str]]) -> None:
    words = line.words
    if line.label:
        marks.append(Mark(MarkKind.LABEL, Span(at, at + line.label)))
    for style in line.styles:
        start, end = style.start, min(style.end, len(words))
        while start < end and words[start] in " \t,":
            start += 1
        while end > start and words[end - 1] in " \t":
            end -= 1
        if start >= end:
            continue
        span = Span(at + start, at + end)
        for bit, kind in _KINDS:
            if style.bits & bit:
                marks.append(Mark(kind, span))
        if style.bits & RAISED and (start or not line.label) and _calls(words, start, end, line.page, labels):
            marks.append(Mark(MarkKind.CALL, span))


def _calls(words: str, start: int, end: int, page: int, labels: set[tuple[int, str]]) -> bool:
    """Whether raised letters call a note: a number or sign unless it is a power, letters only where a note has them."""
    marker = words[start:end]
    if CALL_WORDS.fullmatch(marker) is None:
        return False
    return (page, marker) in labels or not (marker.isalpha() or _UNIT.search(words, 0, start))
