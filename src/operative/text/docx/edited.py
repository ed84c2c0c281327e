"""Word document -> `EditedPaper`: a report of ours as it came back, line by line, with who changed what."""

import json
from dataclasses import asdict, dataclass, field

from lxml import etree

from operative.domain.edits import EditedLine, EditedPaper, TrackedChange
from operative.domain.papers import PLACE
from operative.errors import DamagedSource, SourceTooCostly
from operative.text.bounded import ask_bounded
from operative.text.docx.fields import Fields
from operative.text.docx.notes import notes_in
from operative.text.docx.package import Package, open_package
from operative.text.docx.runs import CHARACTERS, MOST_DEPTH, NEW, OLD, SILENT, alternative_of
from operative.text.docx.wordml import ALTERNATE, W, child, local

__all__ = ["pack_edited", "read_edited"]

NOTE = "note"
"""How the bookmarks around the calls of notes begin."""
CELLS = " | "
"""What stands between the cells of a row that the paper did not have."""


def read_edited(data: bytes) -> EditedPaper:
    """A report as it came back, read in a child process with limits; raises `UnreadableSource` or one of its kinds."""
    packed = json.loads(ask_bounded("read", "operative.text.docx.edited:pack_edited", data))
    packed["lines"], packed["notes"] = _lines(packed["lines"]), _lines(packed["notes"])
    return EditedPaper(**packed)


def pack_edited(data: bytes) -> bytes:
    """What `read_edited` gives, as bytes: the work of the child process."""
    return json.dumps(asdict(_edited(open_package(data)))).encode()


def _lines(rows: list[dict[str, object]]) -> tuple[EditedLine, ...]:
    return tuple(
        EditedLine(str(one["key"]), str(one["words"]), tuple(TrackedChange(**change) for change in one["changes"]))  # type: ignore[attr-defined]
        for one in rows
    )


def _edited(package: Package) -> EditedPaper:
    main = package.main_part()
    body = child(package.xml(main) if main else None, "body")
    if body is None:
        raise DamagedSource("no document in the archive: word/document.xml with a body is missing")
    reader = _Lines()
    reader.read(body)
    parts = {relation.kind: relation.target for relation in package.relations(main).values()}
    notes = notes_in(package.xml(parts.get("footnotes", "")), "footnote")
    saved_by, saved_at = _saved(package)
    comments = package.xml(parts.get("comments", ""))
    return EditedPaper(
        _properties(package),
        tuple(reader.lines),
        tuple(_note(key, notes[number]) for number, key in reader.calls.items() if number in notes),
        saved_by,
        saved_at,
        0 if comments is None else len(comments),
    )


def _note(key: str, element: etree._Element) -> EditedLine:
    reader = _Lines()
    reader.read(element)
    words = " ".join(one.words for one in reader.lines if one.words)
    return EditedLine(key, words, tuple(change for one in reader.lines for change in one.changes))


def _properties(package: Package) -> dict[str, str]:
    """The properties that people and programs added, by name."""
    for relation in package.relations("").values():
        if relation.kind == "custom-properties" and (root := package.xml(relation.target)) is not None:
            return {one.get("name", ""): "".join(map(str, one.itertext())) for one in root}
    return {}


def _saved(package: Package) -> tuple[str, str]:
    """Who saved the file last, and when, as it says itself."""
    for relation in package.relations("").values():
        if relation.kind == "core-properties" and (root := package.xml(relation.target)) is not None:
            told = {local(one): one.text or "" for one in root}
            return told.get("lastModifiedBy", ""), told.get("modified", "")
    return "", ""


@dataclass(slots=True)
class _Piece:
    """Words of a paragraph within one bookmark, or within none."""

    key: str
    words: list[str] = field(default_factory=list)
    changes: list[TrackedChange] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        return not self.changes and not "".join(self.words).strip()


@dataclass(slots=True)
class _Lines:
    """Reads lines in order. A bookmark may go on over several paragraphs: then they are one line."""

    lines: list[EditedLine] = field(default_factory=list)
    calls: dict[str, str] = field(default_factory=dict)
    """The keys of notes by the ids that they have in this file."""
    _open: dict[str, str] = field(default_factory=dict)
    _pieces: list[_Piece] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)
    _by: tuple[bool, str, str] | None = None
    """Of the change that is being read: whether it adds, its author, its moment."""

    def read(self, container: etree._Element) -> None:
        """Everything in a body, a note, a cell."""
        self._walk(container, 0)

    def _walk(self, parent: etree._Element, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise SourceTooCostly(f"containers are nested more than {MOST_DEPTH} deep")
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                self._paragraph(element, depth)
            elif tag == W + "tr":
                self._row(element, depth)
            elif tag == W + "bookmarkStart":
                self._begin(element)
            elif tag == W + "bookmarkEnd":
                self._open.pop(element.get(W + "id", ""), None)
            elif tag in NEW or tag in OLD:
                self._change(element, element, depth)
            elif tag == W + "r":
                self._run(element)
            elif tag == ALTERNATE:
                self._walk(alternative_of(element), depth + 1)
            elif tag not in SILENT and len(element):
                self._walk(element, depth + 1)

    def _change(self, mark: etree._Element, content: etree._Element, depth: int) -> None:
        """What stands in a tracked change; what was struck after it was added is struck."""
        outer = self._by
        if outer is None or outer[0]:
            self._by = mark.tag in NEW, mark.get(W + "author", ""), mark.get(W + "date", "")
        self._walk(content, depth + 1)
        self._by = outer

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        # A text box stands in a paragraph and has paragraphs of its own.
        outer, self._pieces = self._pieces, []
        self._walk(element, depth + 1)
        self._fields.show_all()
        self._take()
        self._pieces = outer

    def _row(self, element: etree._Element, depth: int) -> None:
        """The cells of a row; one that the paper did not have is one line."""
        before = len(self.lines)
        marks = [one for name in ("ins", "del") if (one := child(element, "trPr", name)) is not None]
        if marks:
            self._change(marks[0], element, depth)
        else:
            self._walk(element, depth + 1)
        cells = self.lines[before:]
        if not any(one.key for one in cells):
            words = CELLS.join(one.words for one in cells if one.words)
            changes = tuple(change for one in cells for change in one.changes)
            self.lines[before:] = [EditedLine("", words, changes)] if words or changes else []

    def _begin(self, element: etree._Element) -> None:
        name = element.get(W + "name", "")
        self._open[element.get(W + "id", "")] = name
        if name.startswith(PLACE):
            self._pieces.append(_Piece(name.removeprefix(PLACE)))

    def _run(self, run: etree._Element) -> None:
        for element in run:
            tag, name = element.tag, local(element)
            if tag == W + "fldChar":
                self._fields.step(element.get(W + "fldCharType", ""))
            elif tag == W + "instrText":
                self._fields.instruct(element.text or "")
            elif tag == W + "footnoteReference":
                key = next((one for one in reversed(self._open.values()) if one.startswith(NOTE)), "")
                self.calls[element.get(W + "id", "")] = key
            elif self._fields.hidden or self._fields.calls_note:
                continue
            elif name in ("t", "delText"):
                self._add(element.text or "")
            elif tag in CHARACTERS:
                self._add(CHARACTERS[str(tag)])

    def _add(self, words: str) -> None:
        key = next((one for one in reversed(self._open.values()) if one.startswith(PLACE)), "").removeprefix(PLACE)
        if not self._pieces or self._pieces[-1].key != key:
            self._pieces.append(_Piece(key))
        piece = self._pieces[-1]
        if self._by is None or self._by[0]:
            piece.words.append(words)
        if self._by is not None:
            _grow(piece.changes, TrackedChange(words, *self._by))

    def _take(self) -> None:
        """The lines of a paragraph: what stands outside of its bookmarks belongs to the one beside it."""
        full = [one for one in self._pieces if not one.is_bare] or self._pieces[:1]
        key = next((one.key for one in full if one.key), "")
        found: dict[str, _Piece] = {}
        for piece in full:
            key = piece.key or key
            one = found.setdefault(key, _Piece(key))
            one.words += piece.words
            for change in piece.changes:
                _grow(one.changes, change)
        for key, one in found.items():
            words = " ".join("".join(one.words).split())
            if key and self.lines and self.lines[-1].key == key:
                # The paragraph was parted in two, and both have the words of one line.
                before = self.lines.pop()
                words, one.changes[:0] = f"{before.words} {words}".strip(), before.changes
            if key or words or one.changes:
                self.lines.append(EditedLine(key, words, tuple(one.changes)))


def _grow(changes: list[TrackedChange], change: TrackedChange) -> None:
    """One more change, or more of the last one."""
    last = changes[-1] if changes else None
    same = last is not None and (last.added, last.author, last.moment) == (change.added, change.author, change.moment)
    if last is not None and same:
        changes[-1] = TrackedChange(last.words + change.words, change.added, change.author, change.moment)
    else:
        changes.append(change)
