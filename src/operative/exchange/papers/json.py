"""A paper as JSON for other programs: `operative/paper@1`."""

import json
from collections.abc import Sequence
from typing import Any

from operative.domain.papers import Heading, Marked, Note, Paper, PaperTable, Paragraph, Sentence, notes_of, numbers_of

__all__ = ["paper_as_dict", "render_json"]

Numbers = dict[Note, int]


def render_json(paper: Paper) -> bytes:
    """The paper with its blocks in order, and its notes with the entries and passages that they cite."""
    return (json.dumps(paper_as_dict(paper), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def paper_as_dict(paper: Paper) -> dict[str, Any]:
    """The paper in values that JSON has; a sentence names its notes by their numbers."""
    numbers = notes_of(paper.blocks)
    return {
        "format": "operative/paper@1",
        "kind": str(paper.kind),
        "dossier": paper.dossier,
        "title": paper.title,
        "language": paper.language,
        "as_of": paper.on.isoformat(),
        "upto": paper.upto,
        "style": paper.style.key,
        "front": [list(line) for line in paper.front],
        "blocks": [_block(block, number, numbers) for block, number in numbers_of(paper)],
        "notes": [_note(note, number) for note, number in numbers.items()],
    }


def _block(block: object, number: str, numbers: Numbers) -> dict[str, Any]:
    match block:
        case Heading(words, level):
            return {"heading": words, "level": level, **({"number": number} if number else {})}
        case Paragraph(sentences, depth):
            return {"number": number, "depth": depth, "sentences": [_sentence(one, numbers) for one in sentences]}
        case PaperTable(caption, header, rows, widths):
            told = [[_sentence(cell, numbers) for cell in row] for row in rows]
            return {"table": caption, "header": list(header), "widths": list(widths or [1] * len(header)), "rows": told}
        case Marked(place, pieces, notes):
            told_pieces = [{"change": str(one.change), "words": one.words} for one in pieces]
            return {"place": place, "pieces": told_pieces, "notes": _numbers(notes, numbers)}
    raise TypeError(block)


def _sentence(one: Sentence, numbers: Numbers) -> dict[str, Any]:
    return {"words": one.words, "notes": _numbers(one.notes, numbers)}


def _numbers(notes: Sequence[Note], numbers: Numbers) -> list[int]:
    return [numbers[one] for one in notes]


def _note(note: Note, number: int) -> dict[str, Any]:
    evidence = [
        {"document": one.document, "provision": one.provision, "quote": one.quote, "url": one.url}
        for one in note.evidence
    ]
    return {
        "number": number,
        "words": note.words,
        "entries": list(note.entries),
        "evidence": evidence,
        "background": note.background,
    }
