"""Notes that quote the same words again: the later ones say in which note they stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from operative.domain.evidence import Evidence
from operative.domain.papers import Block, Marked, Note, PaperTable, Paragraph, Sentence, notes_of
from operative.reports.words import Words

__all__ = ["with_short_notes"]


def with_short_notes(
    blocks: Sequence[Block], words: Words, cited: Callable[[Evidence], str], named: Callable[[Evidence], str]
) -> tuple[Block, ...]:
    """The blocks with notes in which a quotation stands once: a later note names the place, and the note that has it.
    That a text is not at hand is said where it is first cited.

    `cited` is how a note cites a passage with its words, `named` how it names its place alone. What a note cites stays
    whole in its evidence.
    """
    first: dict[str, int] = {}
    said: dict[str, int] = {}
    short: dict[Note, Note] = {}
    for note, number in notes_of(blocks).items():
        told = note.words
        for one in note.evidence:
            full = cited(one)
            if one.quote and full in told and first.setdefault(full, number) != number:
                told = told.replace(full, words.note("again", place=named(one), number=first[full]))
            elif not one.quote and said.setdefault(one.document, number) != number:
                told = told.replace(full, f"{named(one)}.")
        short[note] = note if told == note.words else replace(note, words=told)
    return tuple(_changed(block, short) for block in blocks)


def _changed(block: Block, short: Mapping[Note, Note]) -> Block:
    match block:
        case Paragraph(sentences):
            return replace(block, sentences=tuple(_sentence(one, short) for one in sentences))
        case PaperTable(rows=rows):
            return replace(block, rows=tuple(tuple(_sentence(one, short) for one in row) for row in rows))
        case Marked(notes=notes):
            return replace(block, notes=tuple(short[one] for one in notes))
    return block


def _sentence(one: Sentence, short: Mapping[Note, Note]) -> Sentence:
    return replace(one, notes=tuple(short[note] for note in one.notes))
