"""All pages of a document, one after the other, with what could not be read of them."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from operative.domain.findings import Finding, Severity
from operative.domain.spans import Span
from operative.errors import DamagedSource, EmptySource, NoTextLayer, UnreadableSource
from operative.text.ocr import find_engine
from operative.text.pdf.fragments import read_fragments
from operative.text.pdf.scans import Recognizer, is_scan
from operative.text.pdf.shapes import Fragment, Sheet
from operative.text.pdf.sheets import open_document, read_sheet

__all__ = ["Gathered", "Pulse", "gather"]

Pulse = Callable[..., None]
"""Called with the seconds that the next pages may take, and whether they are scans."""
_PAGES_A_PULSE = 10
_SECONDS_A_PAGE = 0.01
_SECONDS_A_SCAN = 25.0
_MOST_SCANS = 300
"""So many pages of one document are recognized at most."""


class Gathered:
    """The sheets of a document with their fragments, and the pages that gave none."""

    def __init__(self) -> None:
        self.pages = 0
        self.seen: list[tuple[Sheet, list[Fragment]]] = []
        self.unreadable: list[int] = []
        self.unread_scans: list[int] = []
        self._recognizer: Recognizer | None = None

    def add(self, document: int, number: int, pulse: Pulse | None) -> None:
        """Reads one page."""
        sheet = read_sheet(document, number)
        if sheet is None:
            self.unreadable.append(number)
            return
        if is_scan(sheet):
            self._recognize(document, sheet, pulse)
        self.seen.append((sheet, read_fragments(sheet.runs, sheet.rules)))
        sheet.runs = []

    def _recognize(self, document: int, sheet: Sheet, pulse: Pulse | None) -> None:
        """Reads a scanned page, or remembers that it was not read."""
        if self._recognizer is None and (engine := find_engine()):
            self._recognizer = Recognizer(engine)
        if self._recognizer and len(self._recognizer.confidences) < _MOST_SCANS:
            if pulse:
                pulse(_SECONDS_A_SCAN, scan=True)
            if self._recognizer.read(document, sheet) is not None:
                return
        self.unread_scans.append(sheet.number)

    def why_empty(self) -> UnreadableSource:
        """The error of a document without a single line."""
        if self.unread_scans:
            return NoTextLayer("the PDF holds pictures of pages and no text; tesseract, where installed, can read them")
        if self.unreadable:
            return DamagedSource("no page of the PDF can be read")
        return EmptySource("the PDF has only blank pages")

    def findings(self, spans: dict[int, Span]) -> list[Finding]:
        """What a person should know of pages that were not read, or not printed as text; `spans` by page."""
        found = [
            Finding("page-unreadable", Severity.ERROR, f"{pages} cannot be read") for pages in _ranges(self.unreadable)
        ]
        for number in self.unread_scans:
            message = f"page {number} is a picture without text, and was not read"
            found.append(Finding("page-without-text", Severity.ERROR, message, spans.get(number)))
        confidences = self._recognizer.confidences if self._recognizer else {}
        for number, confidence in sorted(confidences.items()):
            message = f"page {number} is a picture; its text was recognized, with a confidence of {confidence:.0f} %"
            found.append(Finding("ocr", Severity.WARNING, message, spans.get(number)))
        return found


def gather(data: bytes, pulse: Pulse | None) -> Gathered:
    """What is seen on all pages of the PDF; pictures of pages are recognized where an engine is installed."""
    gathered = Gathered()
    with open_document(data) as (document, gathered.pages):
        for number in range(1, gathered.pages + 1):
            if pulse and not number % _PAGES_A_PULSE:
                pulse(_PAGES_A_PULSE * _SECONDS_A_PAGE)
            gathered.add(document, number, pulse)
    return gathered


def _ranges(numbers: Iterable[int]) -> list[str]:
    """Page numbers in words: "page 3", "pages 5 to 9"."""
    numbers = list(numbers)
    starts = numbers[:1] + [after for before, after in pairwise(numbers) if after != before + 1]
    ends = [before for before, after in pairwise(numbers) if after != before + 1] + numbers[-1:]
    return [
        f"page {first}" if first == last else f"pages {first} to {last}"
        for first, last in zip(starts, ends, strict=True)
    ]
