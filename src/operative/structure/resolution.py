"""Text -> structure: the order of the steps of stage 2."""

import re
from collections.abc import Sequence
from dataclasses import replace

from operative.domain.documents import Document
from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind
from operative.domain.readings import Extent, Structure
from operative.domain.spans import Span
from operative.domain.texts import Text
from operative.structure.annexes import is_annex
from operative.structure.blocks import Block, split_blocks
from operative.structure.closings import read_closing
from operative.structure.drafts import Draft, Drafts
from operative.structure.endnotes import take_endnotes
from operative.structure.marked import split_marked
from operative.structure.notes import find_calls
from operative.structure.numbering import Label
from operative.structure.outline import Outline
from operative.structure.parts import Part, find_parts, without_number
from operative.structure.reasons import turn_reasons
from operative.structure.rows import Rows, split_rows
from operative.structure.runins import part_rows
from operative.structure.titles import read_cover
from operative.structure.wording import Wording
from operative.vocabulary.styles import Style, style_of

__all__ = ["split_structure"]

LAST = 4
"""How many paragraphs at the end of a document can be closing lines behind its annexes."""
BROKEN = re.compile(r"(?<=[^\W\d_A-Z])[-‐]\n\s*(?=[a-zà-ÿ])")
"""A word that the end of a line parts"""
POINTED = re.compile(r"[\u0640\u064b-\u0652]+")
"""The stretched and the pointed letters of Arabic"""
AHEAD = 2
"""How many numbers that follow are looked at to place one."""


def split_structure(text: Text, language: str) -> Structure:
    """The documents, provisions and notes of a text; every visible character is in an extent."""
    style = style_of(language)
    rows = split_rows(text)
    unruled = text.media_type == "text/plain" and not rows.notes
    if unruled:
        rows = take_endnotes(text.content, rows)
    calls = find_calls(text.content, rows, text.marks, loose=unruled)
    rows = replace(rows, body=tuple(part_rows(text.content, rows.body, style)))
    drafts = Drafts()
    findings: list[Finding] = []
    marked = any(row.kind for row in rows.body)
    if marked:
        documents = split_marked(text, rows.body, drafts, style)
    else:
        documents = _split_plain(text.content, rows, drafts, findings, style)
    wording = Wording(text, calls, style)
    provisions = tuple(wording.provision(draft) for draft in drafts.all)
    if not marked:
        titles = {p.id: p.text for p in provisions if p.kind is Kind.TITLE}
        documents = [replace(d, title=titles.get(d.first, d.title)) for d in documents]
    notes, doubts = wording.notes(rows, provisions)
    findings += doubts
    if not any(p.kind in (Kind.OPERATIVE, Kind.ARTICLE) for p in provisions):
        findings.append(Finding("no-operative", Severity.WARNING, "the text has no operative paragraph"))
    return Structure(tuple(documents), provisions, notes, tuple(findings), _extents(rows, drafts.all))


def _split_plain(content: str, rows: Rows, drafts: Drafts, findings: list[Finding], style: Style) -> list[Document]:
    """The documents of a text that only its words and its looks divide; provisions go to `drafts`, doubts to
    `findings`.
    """
    blocks = split_blocks(content, rows.body, style)
    if not blocks:
        return [Document()]
    words = [_plainly(content[block.start : block.end]) for block in blocks]
    parts, inner = find_parts(blocks, words, style)
    documents = []
    for number, part in enumerate(parts, 1):
        end = parts[number].cover if number < len(parts) else len(blocks)
        drafts.prefix = "" if number == 1 else f"r{number}."
        first = len(drafts.all)
        document = _read_part(part, end, blocks, words, inner, drafts, findings, style, content)
        documents.append(replace(document, first=drafts.all[first].id if len(drafts.all) > first else ""))
    return documents


def _plainly(words: str) -> str:
    """The words of a paragraph as they are matched: without what parts them for the eye only."""
    if "-\n" in words or "‐\n" in words:
        words = BROKEN.sub("", words)
    if not words.isascii():
        words = POINTED.sub("", words)
    return " ".join(words.split())


def _read_part(
    part: Part,
    end: int,
    blocks: Sequence[Block],
    words: Sequence[str],
    inner: frozenset[int],
    drafts: Drafts,
    findings: list[Finding],
    style: Style,
    content: str,
) -> Document:
    """One document: its title block, then its paragraphs in order."""
    begin = len(drafts.all)
    enacting = words[part.enacting] if part.enacting >= 0 else ""
    shared = words[part.cover : part.header]
    cover = [without_number(blocks[i], words[i]) for i in range(part.header, part.text)]
    document, title = read_cover(cover, enacting, style, content[:4000], shared)
    if title:
        _add_title(drafts, [blocks[part.header + i] for i in title], document.number, content)
    if document.kind in ("document", "resolution") and _is_agreement(document.title, words[part.text : end], style):
        document = replace(document, kind="agreement")
    outline = Outline(drafts, style, content, document.kind)
    for i in range(part.text, end):
        if i == part.enacting or (i in inner and outline.stage is not Kind.ANNEX):
            outline.begin_preamble(blocks[i], words[i])
        else:
            after = words[i + 1] if i + 1 < end else ""
            outline.take(blocks[i], words[i], _labels_ahead(blocks, i), after, last=end - i <= LAST)
    if part.enacting < 0 and document.kind != "statement":
        turn_reasons(drafts, begin, content, style)
    findings.extend(outline.findings)
    # The sentence that opens a statement says when it was made.
    said = (Kind.CLOSING, Kind.ENACTING) if document.kind == "statement" else (Kind.CLOSING,)
    closing = {id(block) for draft in drafts.all[begin:] if draft.kind in said for block, _ in draft.blocks}
    return read_closing(document, [words[i] for i in range(part.text, end) if id(blocks[i]) in closing], style)


def _is_agreement(title: str, words: Sequence[str], style: Style) -> bool:
    """A title that says so, and articles of its own."""
    if style.agreement.match(title) is None:
        return False
    own = next((i for i, line in enumerate(words) if is_annex(line, style)), len(words))
    return any(style.article.match(line) for line in words[:own])


def _add_title(drafts: Drafts, blocks: Sequence[Block], number: str, content: str) -> None:
    """The title as a provision; the number before it is its number."""
    found = re.compile(rf"{re.escape(number)}[.:]?\s+").match(content, blocks[0].start) if number else None
    printed = found[0].strip() if found else None
    draft = drafts.add(Kind.TITLE, "title", blocks[0], number=printed, start=found.end() if found else None)
    for block in blocks[1:]:
        drafts.extend(draft, block)


def _labels_ahead(blocks: Sequence[Block], i: int) -> list[Label]:
    return [label for block in blocks[i + 1 : i + 1 + AHEAD] if (label := block.label) is not None]


def _extents(rows: Rows, drafts: Sequence[Draft]) -> tuple[Extent, ...]:
    """Where every row went, in order; what is in no provision stands in a title block."""
    uses = {
        row.start: "title" if draft.kind is Kind.TITLE else "provision"
        for draft in drafts
        for block, _ in draft.blocks
        for row in block.rows
    }
    out = [Extent(span, "furniture") for span in rows.furniture]
    out += [Extent(Span(row.start, row.end), "note") for _, _, note_rows in rows.notes for row in note_rows]
    out += [Extent(Span(row.start, row.end), uses.get(row.start, "title")) for row in rows.body]
    return tuple(sorted(out, key=lambda extent: extent.span.start))
