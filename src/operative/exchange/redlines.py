"""A redline as JSON for other programs, as Markdown, and what all its renderings share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from operative.domain.documents import Document
from operative.domain.provisions import Kind, Provision
from operative.domain.redlines import Change, Piece, RedlineRow
from operative.domain.sources import Source
from operative.exchange.lists import render_list
from operative.exchange.markdown import escaped

__all__ = [
    "Compared",
    "Stroke",
    "name_places",
    "redline_as_dicts",
    "render_redline_json",
    "render_redline_markdown",
    "say_change",
    "split_strokes",
    "sum_up",
]

UNNUMBERED = frozenset((Kind.ENACTING, Kind.HEADING, Kind.CLOSING, Kind.ANNEX, Kind.BODY))
"""Kinds that have no name in the margin where no number is printed."""
HEADS = {Kind.TITLE: "# ", Kind.ANNEX: "## ", Kind.HEADING: "### ", Kind.ARTICLE: "### "}
NOTED = frozenset((Kind.ARTICLE, Kind.ANNEX, Kind.HEADING))


class Compared(Protocol):
    """What is needed of a reading to show what changed in it."""

    @property
    def source(self) -> Source:
        """The bytes that came in."""

    @property
    def document(self) -> Document:
        """The first document of the source."""

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions in the order of the text."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece without the blanks around it: what is struck or underlined is words, not the gaps between them."""

    change: Change
    before: str
    words: str
    after: str


def split_strokes(pieces: Sequence[Piece]) -> Iterator[Stroke]:
    """The pieces as strokes, in order."""
    for piece in pieces:
        words = piece.words.strip()
        start = piece.words.find(words) if words else len(piece.words)
        yield Stroke(piece.change, piece.words[:start], words, piece.words[start + len(words) :])


def name_places(provisions: Sequence[Provision]) -> dict[str, str]:
    """What each provision is called by its number and those above it: "3 (a)", "Article 2, 1", "pp4", "title"; "" for
    what has no number and none above.
    """
    names: dict[str, str] = {}
    kinds = {provision.id: provision.kind for provision in provisions}
    for provision in provisions:
        own = (provision.number or ("" if provision.kind in UNNUMBERED else provision.id)).strip().removesuffix(".")
        above = names.get(provision.parent or "", "")
        gap = ", " if kinds.get(provision.parent or "") in NOTED else " "
        names[provision.id] = f"{above}{gap}{own}" if above and own else own or above
    return names


def say_change(row: RedlineRow, old_names: Mapping[str, str]) -> str:
    """What became of a provision, in words; "" where nothing did."""
    if row.moved:
        source = old_names.get(row.old) or row.old
        return f"moved from {source}" + (", changed" if row.change is Change.CHANGED else "")
    return "" if row.change is Change.SAME else str(row.change)


def sum_up(rows: Sequence[RedlineRow]) -> str:
    """How many provisions changed, in one line: "3 changed, 1 added, 2 moved, 20 the same"."""
    counts = Counter(row.change for row in rows)
    moved = sum(row.moved for row in rows)
    parts = [(counts[change], str(change)) for change in (Change.CHANGED, Change.ADDED, Change.REMOVED)]
    parts += [
        (moved, "moved"),
        (counts[Change.SAME] - sum(row.moved and row.change is Change.SAME for row in rows), "the same"),
    ]
    return ", ".join(f"{count:,} {word}" for count, word in parts if count) or "nothing to compare"


def redline_as_dicts(rows: Sequence[RedlineRow], old: Compared, new: Compared) -> list[dict[str, Any]]:
    """The rows as plain tables; numbers as printed, `null` where a text does not have the provision."""
    before = {provision.id: provision for provision in old.provisions}
    after = {provision.id: provision for provision in new.provisions}
    return [
        {
            "change": str(row.change),
            "old": row.old or None,
            "new": row.new or None,
            "old_number": before[row.old].number if row.old else None,
            "new_number": after[row.new].number if row.new else None,
            "kind": str((after[row.new] if row.new else before[row.old]).kind),
            "moved": row.moved,
            "likeness": round(row.likeness, 4),
            "pieces": [_piece(piece) for piece in row.pieces],
        }
        for row in rows
    ]


def _piece(piece: Piece) -> dict[str, str]:
    """A piece; `was` only where the old text prints the words otherwise."""
    return {"change": str(piece.change), "words": piece.words, **({"was": piece.was} if piece.was else {})}


def render_redline_json(rows: Sequence[RedlineRow], old: Compared, new: Compared) -> str:
    """The rows as a JSON list, each on its own line."""
    return render_list(redline_as_dicts(rows, old, new))


def render_redline_markdown(rows: Sequence[RedlineRow], old: Compared, new: Compared) -> str:
    """The whole new text as Markdown, with removed words ~~struck~~ and added ones `<ins>` underlined."""
    old_names = name_places(old.provisions)
    after = {provision.id: provision for provision in (*old.provisions, *new.provisions)}
    blocks = [
        f"*{escaped(old.source.name)} → {escaped(new.source.name)}: {sum_up(rows)}. "
        "~~Struck~~ words were removed, <ins>underlined</ins> ones added.*"
    ]
    for row in rows:
        provision = after[row.new or row.old]
        words = "".join(_marked(stroke) for stroke in split_strokes(row.pieces))
        number = escaped(provision.number or "")
        said = say_change(row, old_names)
        note = f" *({escaped(said)})*" if row.moved or row.change in (Change.ADDED, Change.REMOVED) else ""
        if provision.kind in HEADS:
            blocks.append(f"{HEADS[provision.kind]}{number} {words}".rstrip() + note)
        else:
            blocks.append(f"**{number}** {words}{note}" if number else f"{words}{note}")
    return "\n\n".join(blocks) + "\n"


def _marked(stroke: Stroke) -> str:
    words = escaped(stroke.words)
    if words and stroke.change is Change.REMOVED:
        words = f"~~{words}~~"
    if words and stroke.change is Change.ADDED:
        words = f"<ins>{words}</ins>"
    return f"{stroke.before}{words}{stroke.after}"
