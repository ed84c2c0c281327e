"""Akoma Ntoso in: the official mark-up of resolutions, and any other document of the standard."""

from operative.domain.texts import Text
from operative.errors import EmptySource
from operative.text.akn.parsing import parse_akn
from operative.text.akn.regions import Documents
from operative.text.akn.sheet import Sheet

__all__ = ["MEDIA_TYPE", "read_akn"]

MEDIA_TYPE = "application/akn+xml"


def read_akn(data: bytes) -> Text:
    """The printed text of an Akoma Ntoso document, with what its mark-up says of every block.

    One line is one block; white space of the mark-up is squeezed. How lines make provisions:

    * `kind` with `opens=True` begins a provision of that kind at that `depth`. The number, where it has one, is marked
      NUMBER and parted from the words by a tab.
    * `kind` with `opens=False` continues the nearest earlier provision of the same kind and depth. So the words after
      a list come back to the paragraph that holds the list. Rows of a table (role TABLE) continue too.
    * `depth` 0 is the top; a point stands one level below what holds it. The parent of a provision is the nearest
      earlier one with a smaller depth, in the same body. A level may be left out where the mark-up leaves it out.
    * `kind` "" belongs to no provision: lines of the cover and other parts of the title block. Their values are marked
      META (`symbol`, `number`, `title`, `body`, `session`, `agenda_item`, `adoption`, `adopted`, `issued`, `meeting`,
      `vote`, `distribution`, `proponent`, `kind`). The line of the title itself has the kind `title`. A document
      begins with the first line of its title block.
    * `annex` begins an annex; everything below it, to the next `annex` or title block, belongs to it. In an annex,
      paragraphs and points are `body` (with depth), so that nothing annexed passes for a decision of the organ. The
      same holds for a text within the text (a draft recommended to another body): it is `body` one level down.
    * Notes are lines of role NOTE below the unit that calls them: the LABEL mark covers the marker at their head, a
      CALL mark the marker where it is called; later lines of a note have no LABEL.

    `declared` lists what no page prints: for each document `("document", kind)`, then iri, organ (the key of the body),
    adopted, issued, author, language, session, agenda_item where they are given.
    """
    root, findings = parse_akn(data)
    sheet = Sheet()
    documents = Documents(sheet)
    documents.write_all(root)
    sheet.end()
    if not sheet.lines:
        raise EmptySource("the Akoma Ntoso document prints not one character")
    return Text(
        content=sheet.content,
        lines=tuple(sheet.lines),
        media_type=MEDIA_TYPE,
        marks=tuple(sorted(sheet.marks, key=lambda mark: (mark.span.start, -mark.span.end))),
        language=documents.language or None,
        findings=findings,
        declared=tuple(documents.declared),
    )
