"""Provisions out of a source whose mark-up says what every block is: the mark-up is followed, nothing is guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from operative.domain.documents import Document
from operative.domain.provisions import Kind
from operative.domain.texts import Mark, MarkKind, Text
from operative.structure.blocks import Block
from operative.structure.drafts import Draft, Drafts
from operative.structure.numbering import Label, find_label
from operative.structure.rows import Row
from operative.vocabulary.bodies import body_of_name, body_of_symbol
from operative.vocabulary.calendar import find_dates, find_session
from operative.vocabulary.styles import Style

__all__ = ["split_marked"]

SHORT = {
    Kind.TITLE: "title",
    Kind.ENACTING: "enacting",
    Kind.PREAMBULAR: "pp",
    Kind.OPERATIVE: "op",
    Kind.SUBPARAGRAPH: "sub",
    Kind.HEADING: "h",
    Kind.ARTICLE: "art",
    Kind.BODY: "b",
    Kind.ANNEX: "annex",
    Kind.CLOSING: "closing",
}
BY_NUMBER = frozenset({Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.ARTICLE, Kind.BODY})
FIELDS = {
    "symbol": "symbol",
    "number": "number",
    "title": "title",
    "body": "body_name",
    "meeting": "meeting",
    "vote": "vote",
    "distribution": "distribution",
    "agenda_item": "agenda_item",
    "kind": "kind",
    "iri": "iri",
    "adopted": "adopted",
    "session": "session",
}


@dataclass(slots=True)
class _Place:
    """Where we are: the newest provision of each depth, and the annex."""

    open: list[tuple[int, Draft]]
    annex: Draft | None = None


def split_marked(text: Text, rows: Sequence[Row], drafts: Drafts, style: Style) -> list[Document]:
    """The documents of a marked-up text; their provisions are added to `drafts`."""
    meta = [mark for mark in text.marks if mark.kind is MarkKind.META]
    numbers = {mark.span.start: mark for mark in text.marks if mark.kind is MarkKind.NUMBER}
    declared = list(_declared(text))
    documents: list[Document] = []
    for index, part in enumerate(_parts(rows)):
        drafts.prefix = "" if index == 0 else f"r{index + 1}."
        first = len(drafts.all)
        place = _Place([])
        for row in part:
            if row.kind:
                _take(text.content, row, numbers.get(row.start), drafts, place)
        span = (part[0].start, part[-1].end)
        document = _document(text.content, [m for m in meta if span[0] <= m.span.start < span[1]], style)
        document = _filled(document, declared[index] if index < len(declared) else {})
        documents.append(replace(document, first=drafts.all[first].id if len(drafts.all) > first else ""))
    return documents


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """One run of rows for each document: a title block behind provisions begins the next."""
    begin, spoken = 0, False
    for i, row in enumerate(rows):
        if row.kind in ("", Kind.TITLE) and spoken and row.opens is not False and not row.table:
            yield rows[begin:i]
            begin, spoken = i, False
        elif row.kind not in ("", Kind.TITLE):
            spoken = True
    yield rows[begin:]


def _take(content: str, row: Row, number: Mark | None, drafts: Drafts, place: _Place) -> None:
    """One block: a provision of its own, or more words of an earlier one."""
    kind = Kind(row.kind)
    label = find_label(content, row.start, row.end) if number else None
    end = number.span.end if number else row.start
    while end < row.end and content[end].isspace():
        end += 1
    block = Block((row,), label, row.start, row.end, row.page, row.gap, row.turn, row.table)
    if row.opens is False and (earlier := _earlier(drafts, kind, row.depth, place)):
        drafts.extend(earlier, block)
        return
    if kind is Kind.ANNEX:
        place.open.clear()
        place.annex = None
    parent = _parent(row, kind, place)
    printed = number.span.of(content).strip() if number else None
    draft = drafts.add(
        kind, _name(kind, label, printed, parent, drafts), block, number=printed, parent=parent, start=end
    )
    if kind is Kind.ANNEX:
        place.annex = draft
    while place.open and place.open[-1][0] >= row.depth:
        place.open.pop()
    if kind not in (Kind.HEADING, Kind.PREAMBULAR, Kind.ENACTING, Kind.CLOSING, Kind.TITLE, Kind.ANNEX):
        place.open.append((row.depth, draft))


def _earlier(drafts: Drafts, kind: Kind, depth: int, place: _Place) -> Draft | None:
    """The nearest earlier provision of the same kind and depth."""
    for level, draft in reversed(place.open):
        if level == depth and draft.kind is kind:
            return draft
    last = drafts.all[-1] if drafts.all else None
    return last if last is not None and last.kind is kind else None


def _parent(row: Row, kind: Kind, place: _Place) -> str | None:
    for depth, draft in reversed(place.open):
        if depth < row.depth:
            return draft.id
    return place.annex.id if place.annex is not None and kind is not Kind.ANNEX else None


def _name(kind: Kind, label: Label | None, printed: str | None, parent: str | None, drafts: Drafts) -> str:
    """The id that the number asks for, under its parent; a count where no number is printed."""
    bare = f"{label.bare}{label.suffix}" if label and kind in BY_NUMBER else ""
    if bare and label and label.bare in "•·▪■●○◦‣–—-":
        bare = ""
    if not bare and kind is Kind.ARTICLE and printed:
        bare = "".join(c for c in printed.split()[-1] if c.isalnum())
    if kind in (Kind.TITLE, Kind.ENACTING, Kind.CLOSING):
        return SHORT[kind]
    count = bare or str(drafts.next(kind))
    if parent is None:
        return f"{SHORT[kind]}{count}"
    if bare and kind in (Kind.SUBPARAGRAPH, Kind.BODY):
        return f"{parent}.{bare}"
    return f"{parent}.{SHORT[kind]}{count}"


def _document(content: str, marks: Sequence[Mark], style: Style) -> Document:
    """What the title block prints, as the mark-up names it."""
    found: dict[str, str] = {}
    for mark in marks:
        name = FIELDS.get(mark.value)
        words = " ".join(mark.span.of(content).split())
        if name is None or not words or (name in found and name not in ("adopted",)):
            continue
        if name == "adopted":
            words = next((value for _, value in find_dates(words, style.language)), "")
        elif name == "session":
            session = find_session(words, style.language)
            words = str(session[0]) if session else words
        elif name in ("title", "number"):
            words = words.rstrip(".") if name == "number" else words
        if words:
            found.setdefault(name, words)
    return Document(**found)


def _filled(document: Document, declared: dict[str, str]) -> Document:
    """The document with what the source declares besides, and the body that its symbol tells."""
    values = {FIELDS[name]: value for name, value in declared.items() if name in FIELDS and value}
    empty = {name: value for name, value in values.items() if not getattr(document, name) or name == "kind"}
    document = replace(document, **empty)
    if found := body_of_symbol(document.symbol):
        body, match = found
        parts = match.groupdict()
        kinds = {"RES": "resolution", "DEC": "decision", "PRST": "statement"}
        document = replace(
            document,
            body=body.key,
            body_name=document.body_name or body.names["en"][0],
            kind=kinds.get(parts.get("type") or "", document.kind),
            session=document.session or parts.get("session") or "",
        )
    elif declared.get("organ"):
        document = replace(document, body=declared["organ"])
    elif body_known := body_of_name(document.body_name, "en"):
        document = replace(document, body=body_known.key)
    return document


def _declared(text: Text) -> Iterator[dict[str, str]]:
    """What the source declares, one table for each document."""
    current: dict[str, str] | None = None
    for name, value in text.declared:
        if name == "document":
            if current is not None:
                yield current
            current = {"kind": value} if value in ("resolution", "decision", "statement", "agreement", "draft") else {}
        elif current is not None:
            current.setdefault(name, value)
    if current is not None:
        yield current
