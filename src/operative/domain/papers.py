"""What goes out on paper, as data: headings, numbered paragraphs, tables, and a note behind every claim."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from operative.domain.evidence import Evidence
from operative.domain.house_styles import HouseStyle
from operative.domain.redlines import Change, Piece

__all__ = [
    "PLACE",
    "Block",
    "Heading",
    "Line",
    "Marked",
    "Note",
    "Origin",
    "Paper",
    "PaperKind",
    "PaperTable",
    "Paragraph",
    "Sentence",
    "head_of",
    "lines_of",
    "notes_of",
    "numbers_of",
    "sentences_of",
]


class PaperKind(StrEnum):
    """What a paper is for."""

    WORKING_GROUP = "working-group"
    STATUS_2 = "status-2"
    STATUS_7 = "status-7"
    MATRIX = "matrix"
    REDLINE = "redline"
    COSTS = "costs"
    PROPOSALS = "proposals"
    SESSION_PACK = "session-pack"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Note:
    """What proves a sentence, in `words` as it is printed at the foot of the page.

    `entries` are numbers of the ledger, `evidence` the passages that they cite; `background` says that somebody knows
    it and nobody has checked it in a source.
    """

    words: str
    entries: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with the notes that prove them; the notes stand behind the last word."""

    words: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; `level` counts from 1."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together. `depth` 0 is a numbered paragraph (1, 2 ...), 1 a lettered one below it, (a), (b);
    without `numbered` it has no number.
    """

    sentences: tuple[Sentence, ...]
    depth: int = 0
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table with a heading row that comes again on each page; each cell is a sentence, with the notes behind it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A provision with what was struck and added, and the notes that say where both wordings stand."""

    place: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()


Block = Heading | Paragraph | PaperTable | Marked


PLACE = "op_"
"""How the mark of a line begins in forms that people edit; its key follows."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Of what a paper was made, so that it can be made again: the last entry that was known, with its digest, and what
    was asked for by name.
    """

    version: int = 0
    digest: str = ""
    style: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in one paragraph or cell of a paper, by a key that is the same whenever the paper is made."""

    key: str
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> str:
        """The words as they are printed."""
        return " ".join(one.words for one in self.sentences)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as of a day, made from a dossier as far as it was recorded up to the entry `upto`.

    `front` are the lines of its head, each a word and what it says; `author` is who is said to have changed a text in
    a redline; `labels` the fixed words that renderings need, by their names.
    """

    kind: PaperKind
    dossier: str
    title: str
    language: str
    on: date
    upto: int
    blocks: tuple[Block, ...]
    front: tuple[tuple[str, str], ...] = ()
    author: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    style: HouseStyle = field(default_factory=HouseStyle)
    origin: Origin = Origin()


def head_of(paper: Paper) -> tuple[str, ...]:
    """What the body prints above the title: its symbol, and the lines below that."""
    return tuple(line for line in (paper.style.symbol, *paper.style.lines) if line)


def sentences_of(blocks: Iterable[Block]) -> Iterator[Sentence]:
    """Every sentence and cell, in the order of reading; headings are none, and a redlined provision is one."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.sentences
        elif isinstance(block, PaperTable):
            for row in block.rows:
                yield from row
        elif isinstance(block, Marked):
            yield Sentence(block.place, block.notes)


def notes_of(blocks: Iterable[Block]) -> dict[Note, int]:
    """Every note with its number, in the order of reading; what is said twice keeps its first number."""
    found: dict[Note, int] = {}
    for sentence in sentences_of(blocks):
        for note in sentence.notes:
            found.setdefault(note, len(found) + 1)
    return found


def numbers_of(paper: Paper) -> Iterator[tuple[Block, str]]:
    """The blocks, each with its number as the body prints it: "12." and "(b)" for paragraphs, "" for what has none."""
    style = paper.style
    part = number = letter = 0
    for block in paper.blocks:
        if isinstance(block, Heading):
            part += block.level == 1
            yield block, style.headings.printed(part) if block.level == 1 else ""
            continue
        if not isinstance(block, Paragraph) or not block.numbered:
            yield block, ""
            continue
        if block.depth:
            letter += 1
            yield block, style.points.printed(letter)
        else:
            number, letter = number + 1, 0
            yield block, style.paragraphs.printed(number)


def lines_of(paper: Paper) -> Iterator[Line]:
    """Every line of a paper with its key: "head1", "title", "front1", "b2" for a block, "b3c" the
    caption of a table, "b3h1" a cell of its head, "b3r1c2" the second cell of its first row.
    """
    for at, words in enumerate(head_of(paper), 1):
        yield Line(f"head{at}", (Sentence(words),))
    yield Line("title", (Sentence(paper.title),))
    for at, (name, value) in enumerate(paper.front, 1):
        yield Line(f"front{at}", (Sentence(f"{name}: {value}"),))
    for at, (block, number) in enumerate(numbers_of(paper), 1):
        yield from _lines(f"b{at}", block, number)


def _lines(key: str, block: Block, number: str) -> Iterator[Line]:
    match block:
        case Heading(words):
            yield Line(key, (Sentence(f"{number} {words}".strip()),))
        case Paragraph(sentences):
            yield Line(key, sentences)
        case PaperTable(caption, header, rows):
            yield Line(f"{key}c", (Sentence(caption),))
            for at, words in enumerate(header, 1):
                yield Line(f"{key}h{at}", (Sentence(words),))
            for at, row in enumerate(rows, 1):
                for column, cell in enumerate(row, 1):
                    yield Line(f"{key}r{at}c{column}", (cell,))
        case Marked(place, pieces, notes):
            later = "".join(one.words for one in pieces if one.change is not Change.REMOVED)
            yield Line(key, (Sentence(place, notes), Sentence(later)))
