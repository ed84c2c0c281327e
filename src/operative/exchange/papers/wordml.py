"""The mark-up of a word processor for the blocks of a paper."""

from collections.abc import Iterator, Mapping, Sequence

from operative.domain.house_styles import Counting
from operative.domain.papers import PLACE, Heading, Marked, Note, Paper, PaperTable, Paragraph, Sentence, head_of
from operative.domain.redlines import Change, Piece
from operative.exchange.characters import as_attribute, as_text, without_controls

__all__ = ["NUMBERED", "Writer", "field_xml", "footnotes_xml", "numbering_xml", "styles_xml"]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERED = 90
"""The number of our list, above those of the template."""
FIRST = 2
"""The id of the first footnote; those below it are the lines above footnotes."""
PLACES_FROM = 1_000_000
"""The first id of the bookmark of a line, above those of notes and changes."""
FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
"""What a word processor calls the ways of counting, by their first number."""
RIGHT_TO_LEFT = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufeff"))


class Writer:
    """Writes blocks with the numbers of their notes."""

    def __init__(self, numbers: Mapping[Note, int], author: str, moment: str, language: str, width: int) -> None:
        self._numbers, self._author, self._moment = numbers, as_attribute(without_controls(author)), moment
        self.language, self._width = language, width
        self._seen: set[int] = set()
        self._changes = self._places = 0

    def clean(self, words: str) -> str:
        """The words without what no XML document may hold."""
        return without_controls(words)

    def placed(self, runs: str, key: str) -> str:
        """The runs of a line between the ends of a bookmark that says which one it is: bookmarks outlast what word
        processors do to paragraphs.
        """
        at = PLACES_FROM + self._places
        self._places += 1
        return f'<w:bookmarkStart w:id="{at}" w:name="{PLACE}{key}"/>{runs}<w:bookmarkEnd w:id="{at}"/>'

    def front(self, paper: Paper) -> Iterator[str]:
        """What stands above the text: the lines of the body, the title, and the lines below it."""
        for at, words in enumerate(head_of(paper), 1):
            yield self._paragraph(self.placed(self._run(words), f"head{at}"), '<w:pStyle w:val="House"/>')
        yield self._paragraph(self.placed(self._run(paper.title), "title"), '<w:pStyle w:val="Title"/>')
        for at, (name, value) in enumerate(paper.front, 1):
            runs = self.placed(self._run(f"{name}: {value}"), f"front{at}")
            yield self._paragraph(runs, '<w:pStyle w:val="Front"/>')

    def write(self, block: object, number: str, key: str) -> Iterator[str]:
        """The block as elements of the body; `key` is that of its lines."""
        match block:
            case Heading(words, level):
                yield self._paragraph(
                    self.placed(self._run(f"{number} {words}".strip()), key),
                    f'<w:pStyle w:val="Heading{min(level, 9)}"/>',
                )
            case Paragraph(sentences, depth):
                listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{NUMBERED}"/></w:numPr>' if number else ""
                runs = self.placed(self._sentences(sentences), key)
                yield self._paragraph(runs, f'<w:pStyle w:val="BodyText"/>{listed}')
            case PaperTable(caption, header, rows, widths):
                runs = self.placed(self._run(caption), f"{key}c")
                yield self._paragraph(runs, '<w:pStyle w:val="Caption"/><w:keepNext/>')
                yield self._table(header, rows, widths, key)
                yield self._paragraph("")
            case Marked(place, pieces, notes):
                told = self._run(place, "<w:b/>") + self._marks(notes) + self._run(" ")
                runs = self.placed(told + "".join(map(self._piece, pieces)), key)
                yield self._paragraph(runs, '<w:pStyle w:val="BodyText"/>')

    def _paragraph(self, runs: str, properties: str = "") -> str:
        kept = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p {W}>{kept}{runs}</w:p>"

    def _run(self, words: str, properties: str = "") -> str:
        turned = "<w:rtl/>" if _is_right_to_left(words) else ""
        kept = f"<w:rPr>{properties}{turned}</w:rPr>" if properties or turned else ""
        return f'<w:r>{kept}<w:t xml:space="preserve">{as_text(self.clean(words))}</w:t></w:r>'

    def _sentences(self, sentences: Sequence[Sentence]) -> str:
        return self._run(" ").join(self._run(one.words) + self._marks(one.notes) for one in sentences)

    def _marks(self, notes: Sequence[Note]) -> str:
        """The marks: the first is the footnote, later ones refer to its number."""
        marks = []
        for number in (self._numbers[one] for one in notes):
            if number in self._seen:
                marks.append(
                    f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
                    f'<w:r><w:instrText xml:space="preserve"> NOTEREF note{number} \\f \\h </w:instrText></w:r>'
                    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:rStyle '
                    f'w:val="FootnoteReference"/></w:rPr><w:t>{number}</w:t></w:r>'
                    f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                )
                continue
            self._seen.add(number)
            marks.append(
                f'<w:bookmarkStart w:id="{number}" w:name="note{number}"/><w:r><w:rPr><w:rStyle '
                f'w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number + FIRST - 1}"/></w:r>'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        return "".join(marks)

    def _table(self, header: Sequence[str], rows: Sequence[Sequence[Sentence]], widths: Sequence[int], key: str) -> str:
        shares = widths or [1] * len(header)
        sizes = [self._width * one // sum(shares) for one in shares]
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        titles = (self.placed(self._run(one, "<w:b/>"), f"{key}h{at}") for at, one in enumerate(header, 1))
        head = "".join(map(self._cell, titles, sizes))
        lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
        for at, row in enumerate(rows, 1):
            told = (self.placed(self._sentences((one,)), f"{key}r{at}c{column}") for column, one in enumerate(row, 1))
            lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(self._cell, told, sizes))}</w:tr>")
        look = '<w:tblLook w:val="0020" w:firstRow="1"/>'
        return (
            f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'
        )

    def _cell(self, runs: str, size: int) -> str:
        style = '<w:pPr><w:pStyle w:val="TableText"/></w:pPr>'
        return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr><w:p>{style}{runs}</w:p></w:tc>'

    def _piece(self, piece: Piece) -> str:
        if piece.change not in (Change.REMOVED, Change.ADDED):
            return self._run(piece.words)
        self._changes += 1
        name, text = ("ins", "t") if piece.change is Change.ADDED else ("del", "delText")
        words = as_text(self.clean(piece.words))
        return (
            f'<w:{name} w:id="{100_000 + self._changes}" w:author="{self._author}" w:date="{self._moment}">'
            f'<w:r><w:{text} xml:space="preserve">{words}</w:{text}></w:r></w:{name}>'
        )


def _is_right_to_left(words: str) -> bool:
    return any(first <= char <= last for char in words[:80] for first, last in RIGHT_TO_LEFT)


def footnotes_xml(numbers: Mapping[Note, int], writer: Writer) -> str:
    """The part with the footnotes."""
    lines = [
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>",
    ]
    for note, number in numbers.items():
        lines.append(
            f'<w:footnote w:id="{number + FIRST - 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            f'<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
            f"{as_text(writer.clean(note.words))}</w:t></w:r></w:p></w:footnote>"
        )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {W}>{"".join(lines)}</w:footnotes>'


def field_xml(name: str, before: str = "") -> Iterator[str]:
    """A field that the word processor reckons, such as the number of the page."""
    if before:
        yield f'<w:r {W}><w:t xml:space="preserve">{as_text(before)}</w:t></w:r>'
    yield f'<w:fldSimple {W} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def numbering_xml(paragraphs: Counting, points: Counting) -> Iterator[str]:
    """Our list of two levels, each counted as the body counts."""
    ways = (paragraphs, points)
    texts = [one.first.replace(one.counter, f"%{level}", 1) if one.counter else "" for level, one in enumerate(ways, 1)]
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{FORMATS[one.counter]}"/>'
        f'<w:lvlText w:val="{as_attribute(texts[depth])}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{567 * (depth + 1)}" w:hanging="567"/></w:pPr></w:lvl>'
        for depth, one in enumerate(ways)
    )
    yield (
        f'<w:abstractNum {W} w:abstractNumId="{NUMBERED}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    yield f'<w:num {W} w:numId="{NUMBERED}"><w:abstractNumId w:val="{NUMBERED}"/></w:num>'


def styles_xml(language: str) -> Iterator[str]:
    """The styles that the template lacks."""
    for key, name, rest in (
        ("House", "House", '<w:spacing w:after="20"/><w:jc w:val="right"/>'),
        ("Front", "Front", '<w:spacing w:after="20"/>'),
    ):
        yield (
            f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr>{rest}</w:pPr></w:style>'
        )
    based = '<w:basedOn w:val="Normal"/>'
    yield (
        f'<w:style {W} w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>{based}<w:pPr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    )
    yield (
        f'<w:style {W} w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    yield (
        f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/>{based}'
        f'<w:pPr><w:spacing w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/>'
        f'<w:lang w:val="{as_attribute(language)}"/></w:rPr></w:style>'
    )
