"""The main count of a text: which numbers are numbers of its paragraphs."""

from operative.domain.findings import Finding, Severity
from operative.domain.spans import Span
from operative.structure.blocks import Block
from operative.structure.numbering import Label, Scheme, readings_of
from operative.vocabulary.styles import Style

__all__ = ["Count"]

MISREAD = {"l": 1, "I": 1, "Z": 2, "S": 5, "B": 8}
"""Letters that machines read for figures."""
SKIP = 3
"""How many numbers on a paragraph that does not open with a verb may stand."""
LEAP = 20
"""A number this far ahead is a number of the sentence, not of a paragraph."""


class Count:
    """Where the main count stands.

    A number out of order is part of the sentence, unless the paragraph stands apart and opens with a verb, or a few
    numbers
    are missing before it and no list is open; then it is kept and reported.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.last = 0
        self.bracketed = False
        """The paragraphs count 1), 2), 3)."""
        self.fresh = True
        """Nothing is numbered yet since the part began: the count may start anew."""
        self.seen: set[int] = set()
        """The numbers of this count so far."""
        self.findings: list[Finding] = []

    def restart(self) -> None:
        """A new preamble: its paragraphs count from 1."""
        self.last, self.fresh, self.bracketed = 0, True, False
        self.seen.clear()

    def value_of(self, label: Label, words: str, first: bool) -> int:
        """The place in the count that a number says, 0 for none: a figure, or before a verb a letter that a machine
        read for
        the figure that is due (S for 5), or a Roman number that is due. Where the `first` paragraph has 1), others do.
        """
        readings = readings_of(label)
        if readings[:1] == ((Scheme.PAREN_DIGIT, 1),) and first and self.fresh:
            self.bracketed = not label.printed.startswith("(") or self._leads(label, words)
        if self.bracketed:
            return next((value for scheme, value in readings if scheme is Scheme.PAREN_DIGIT), 0)
        if value := next((value for scheme, value in readings if scheme is Scheme.DIGIT), 0):
            return value
        due = self.last + 1
        if label.paren or not self._leads(label, words):
            return 0
        roman = (Scheme.CAPITAL_ROMAN, due) in readings
        return due if roman or MISREAD.get(label.bare) == due else 0

    def accepts(self, block: Block, label: Label, value: int, words: str, listed: bool, opens: bool) -> bool:
        """Whether a number is the next of the count, and takes it; `listed` says that a list is open, `opens` that no
        paragraph stands yet and the one before it ended.
        """
        leads = self._leads(label, words)
        expected = self.is_due(label, value)
        anew = value == 1 and (self.fresh or leads or not listed)
        apart = block.gap or block.rows[0].opens is True or block.turn
        begins = opens and self.fresh
        skips = apart and not listed and 0 < value - self.last <= SKIP
        if not (expected or anew or skips or (leads and (begins or (apart and value - self.last < LEAP)))):
            return False
        if anew and not expected:
            self.seen.clear()
        elif not expected or (value in self.seen and not label.suffix):
            self._report(block, value)
        self.seen.add(value)
        self.last, self.fresh = value, False
        return True

    def is_due(self, label: Label, value: int) -> bool:
        """Whether a number goes on with the count: the next one, or the same with `bis`."""
        return value == self.last + 1 or (label.suffix != "" and value == self.last)

    def _leads(self, label: Label, words: str) -> bool:
        return self.style.operative.match(words[len(label.printed) :].lstrip('[ “"')) is not None

    def _report(self, block: Block, value: int) -> None:
        code, message = "number-out-of-order", f"paragraph {value} stands behind paragraph {self.last}"
        if value == self.last or value in self.seen:
            code, message = "number-duplicate", f"paragraph {value} stands twice"
        elif value > self.last:
            missing = f"{self.last + 1}" + (f" to {value - 1}" if value - 1 > self.last + 1 else "")
            noun = "paragraphs" if " to " in missing else "paragraph"
            code, message = "number-missing", f"no {noun} {missing} before {value}"
        self.findings.append(Finding(code, Severity.WARNING, message, Span(block.start, block.rows[0].end)))
