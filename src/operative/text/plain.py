"""Plain text -> `Text`: one line for each printed line, whatever the encoding and the kind of line break."""

from operative.domain.texts import Line, Text
from operative.errors import EmptySource, SourceTooCostly
from operative.text.encodings import BREAKS, read_characters

__all__ = ["read_plain"]

# White space, and characters that print nothing: a byte order mark, direction marks, what could not be decoded.
INVISIBLE = " \t\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufffd" + BREAKS

MOST_LINES = 1_000_000
"""Printed lines in one source, more than 20,000 pages."""


def read_plain(data: bytes) -> Text:
    """The text with its printed lines; pages are counted from form feeds, paragraphs are left to the words.

    Blank lines have no `Line`; they show in the distance between two lines. Raises `EmptySource` where nothing is
    printed.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise EmptySource(f"{len(data)} bytes without a single printed character")
    characters = read_characters(data)
    content = characters.content
    if not content.strip(INVISIBLE):
        raise EmptySource(f"{len(content)} characters, none of them printed")
    lines = _printed_lines(content)
    if not lines:
        raise EmptySource(f"{len(content)} characters, none of them printed")
    pages = lines[-1].page if "\f" in content else 0
    return Text(content, tuple(lines), "text/plain", pages=pages, findings=characters.findings)


def _printed_lines(content: str) -> list[Line]:
    lines: list[Line] = []
    start, page = 0, 1
    pieces = content.splitlines(keepends=True)
    if len(pieces) > MOST_LINES and (printed := sum(not piece.isspace() for piece in pieces)) > MOST_LINES:
        raise SourceTooCostly(f"{printed} printed lines; at most {MOST_LINES} are read")
    for piece in pieces:
        end = start + len(piece)
        if not piece.isspace():
            lines.append(Line(start, start + len(piece.rstrip(BREAKS)), page))
        if piece[-1] == "\f":
            page += 1
        start = end
    return lines
