"""Fields of a Word document: code that is not printed, and its result, which is."""

import re
from dataclasses import dataclass, field

from operative.errors import SourceTooCostly

__all__ = ["Fields"]

# HYPERLINK "https://example.org/a" \o "tip"    HYPERLINK \l "annex"
LINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+"(?P<place>[^"]*)"|"(?P<address>[^"]*)"(?:\s+\\l\s+"(?P<inside>[^"]*)")?)')
NOTE_CALLED_AGAIN = re.compile(r"\s*NOTEREF\b")


MOST_OPEN = 100


@dataclass(slots=True)
class Open:
    """A field that has begun and not ended."""

    code: list[str] = field(default_factory=list)
    shows_result: bool = False
    link: str = ""
    calls_note: bool = False


@dataclass(slots=True)
class Fields:
    """The fields around the place that is being read; they nest, and may go on over several paragraphs."""

    open: list[Open] = field(default_factory=list)
    hidden: bool = False
    """Code is being read, not its result."""
    link: str = ""
    calls_note: bool = False

    def step(self, kind: str) -> None:
        """Begin a field, come to its result, or end it."""
        if kind == "begin":
            if len(self.open) == MOST_OPEN:
                raise SourceTooCostly(f"more than {MOST_OPEN} fields within one another")
            self.open.append(Open())
        elif kind == "separate" and self.open:
            inner = self.open[-1]
            code = "".join(inner.code)
            inner.shows_result = True
            inner.link, inner.calls_note = self.link_of(code), NOTE_CALLED_AGAIN.match(code) is not None
        elif kind == "end" and self.open:
            self.open.pop()
        self._look_around()

    def show_all(self) -> bool:
        """Take what follows for results: code does not go beyond its paragraph. Whether any field needed it."""
        broken = self.hidden
        for inner in self.open:
            inner.shows_result = True
        self._look_around()
        return broken

    def _look_around(self) -> None:
        self.hidden = any(not inner.shows_result for inner in self.open)
        self.link = next((inner.link for inner in reversed(self.open) if inner.link), "")
        self.calls_note = any(inner.calls_note for inner in self.open)

    def instruct(self, code: str) -> None:
        """More of the code of the innermost field."""
        if self.open:
            self.open[-1].code.append(code)

    def link_of(self, code: str) -> str:
        """The target of a link in code; "" for other fields."""
        found = LINK.match(code)
        if found is None:
            return ""
        place = found["place"] or found["inside"]
        return f"{found['address'] or ''}#{place}" if place else found["address"] or ""
