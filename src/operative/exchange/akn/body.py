"""Provisions as elements of the body, the preamble and the annexes."""

from collections.abc import Mapping, Sequence

from operative.domain.provisions import Kind, Provision
from operative.exchange.characters import as_attribute, as_text
from operative.exchange.parts import words_before
from operative.exchange.tables import Tables
from operative.exchange.weave import Loom

__all__ = ["Body"]

IMPLIED = {Kind.OPERATIVE: Kind.SUBPARAGRAPH, Kind.SUBPARAGRAPH: Kind.SUBPARAGRAPH}
"""What a point below a paragraph is, where nothing else is said; elsewhere it is `body`."""
HEADING_LENGTH = 160
SENTENCE_ENDS = (".", ";", ":", ",", "。", "；", "：", "،", "؛", "，")


class Body:
    """Writes provisions of one reading."""

    def __init__(
        self, names: Mapping[str, str], loom: Loom, tables: Tables, below: Mapping[str, Sequence[Provision]]
    ) -> None:
        self._names = names
        self._loom = loom
        self._tables = tables
        self._below = below

    def preamble(self, provision: Provision) -> str:
        """An enacting formula, a preambular paragraph, or a heading between them."""
        name = self._names[provision.id]
        if provision.kind is Kind.ENACTING:
            spoken = provision.source_of(0, len(provision.text.rstrip(" ,،，")))
            words = self._loom.words(provision, tags=[(spoken, '<span class="italic">', "</span>")])
            return f'<formula name="enactingFormula" eId="{name}"><p>{words}</p></formula>\n'
        if provision.kind is Kind.HEADING:
            return f'<block name="subheading">{_number(provision)}{self._loom.words(provision)}</block>\n'
        lead = as_attribute(provision.lead) if provision.lead else "preambular"
        number = _number(provision)
        blocks = f"<p>{number}{self._loom.words(provision)}</p>" if number else self._blocks(provision)
        points = self._items(provision)
        return f'<container name="{lead}" eId="{name}">{blocks}{points}</container>\n'

    def _items(self, provision: Provision) -> str:
        """The points of a preambular paragraph."""
        below = self._below.get(provision.id)
        if not below:
            return ""
        items = "".join(
            f'<item eId="{self._names[one.id]}" class="{one.kind}"><num>{as_text(one.number or "")}</num>'
            f"<p>{self._loom.words(one)}</p>{self._items(one)}</item>\n"
            for one in below
        )
        return f'<blockList eId="{self._names[provision.id]}__list_1" class="{below[0].kind}">{items}</blockList>'

    def body(self, provisions: Sequence[Provision]) -> str:
        """Provisions at the top of a body, in order; a heading begins a section of what follows it."""
        out: list[str] = []
        section = False
        for provision in provisions:
            kind = provision.kind
            if kind is Kind.HEADING:
                if section:
                    out.append("</hcontainer>\n")
                section = True
                out.append(f'<hcontainer name="section" eId="{self._names[provision.id]}">{self._title(provision)}')
                out += [self._unit(one) for one in self._below.get(provision.id, ())]
            elif kind is Kind.ARTICLE:
                out.append(self._article(provision))
            elif kind is Kind.PREAMBULAR:
                out.append(self._late_preamble(provision, section))
            elif kind is Kind.BODY and not provision.number and self._is_table(provision):
                out.append(self._table(provision, section))
            else:
                out.append(self._unit(provision))
        if section:
            out.append("</hcontainer>\n")
        return "".join(out)

    def _is_table(self, provision: Provision) -> bool:
        return bool(self._tables.pieces_of(provision)[0].rows) and provision.id not in self._below

    def _table(self, provision: Provision, section: bool) -> str:
        """A table that belongs to no paragraph; a section holds no container."""
        name, blocks = self._names[provision.id], self._blocks(provision)
        if section:
            return f'<hcontainer name="table" eId="{name}"><content>{blocks}</content></hcontainer>\n'
        return f'<container name="table" eId="{name}">{blocks}</container>\n'

    def _late_preamble(self, provision: Provision, section: bool) -> str:
        """A preambular paragraph after the body has begun, as resolutions in sections have them."""
        name, words = self._names[provision.id], f"{_number(provision)}{self._loom.words(provision)}"
        if section:
            return f'<crossHeading refersTo="#preamble" eId="{name}">{words}</crossHeading>\n'
        return f'<container name="preambular" eId="{name}"><p>{words}</p></container>\n'

    def _title(self, provision: Provision) -> str:
        num = f"<num>{as_text(provision.number)}</num>\n" if provision.number else ""
        words = self._loom.words(provision)
        return f"{num}<heading>{words}</heading>\n" if words else num

    def _article(self, provision: Provision) -> str:
        """An article: words that make no sentence are its heading."""
        below = self._below.get(provision.id, ())
        text = provision.text
        titled = len(text) <= HEADING_LENGTH and not text.endswith(SENTENCE_ENDS)
        num = f"<num>{as_text(provision.number)}</num>\n" if provision.number else ""
        name = self._names[provision.id]
        if titled:
            inner = self._title(provision) + "".join(self._unit(one) for one in below)
        elif below:
            intro = f"<intro><p>{self._loom.words(provision)}</p></intro>\n"
            inner = f"{num}{intro}" + "".join(self._unit(one) for one in below)
        else:
            inner = f"{num}<content><p>{self._loom.words(provision)}</p></content>\n"
        return f'<article eId="{name}">{inner}</article>\n'

    def _unit(self, provision: Provision) -> str:
        """A paragraph that stands in a body or an article."""
        if provision.kind is Kind.HEADING:
            words = f"{_number(provision)}{self._loom.words(provision)}"
            return f'<crossHeading eId="{self._names[provision.id]}">{words}</crossHeading>\n'
        if provision.kind is Kind.ARTICLE:
            return self._article(provision)
        return self._element("paragraph", provision, f' class="{provision.kind}"')

    def _element(self, element: str, provision: Provision, said: str, title: Provision | None = None) -> str:
        """A paragraph or point with its title, number, words, points and the words after them."""
        name = self._names[provision.id]
        num = f"<num>{as_text(provision.number)}</num>\n" if provision.number else ""
        if title is not None:
            num = f"<subheading>{_number(title)}{self._loom.words(title)}</subheading>\n{num}"
        below = self._below.get(provision.id)
        if not below:
            return f'<{element}{said} eId="{name}">{num}<content>{self._blocks(provision)}</content></{element}>\n'
        within = provision.kind in IMPLIED and all(one.kind is Kind.BODY for one in below)
        quoted, points = (below, []) if within else ([], below)
        split = words_before(provision, below)
        words = self._loom.words(provision, 0, split)
        if quoted:
            words += f"\n<embeddedStructure>{''.join(self._quoted(one) for one in quoted)}</embeddedStructure>"
        after = self._loom.words(provision, split) if split < len(provision.text) else ""
        if not points:
            words += f" {after}" if after else ""
            return f'<{element}{said} eId="{name}">{num}<content><p>{words}</p></content></{element}>\n'
        intro = f"<intro><p>{words}</p></intro>\n" if words else ""
        wrap = f"<wrapUp><p>{after}</p></wrapUp>\n" if after else ""
        listed = self._listed(points, provision.kind)
        return (
            f'<{element}{said} eId="{name}">{num}<list eId="{name}__list_1">{intro}{listed}{wrap}</list></{element}>\n'
        )

    def _blocks(self, provision: Provision) -> str:
        """The words of a unit as one paragraph, or as paragraphs with tables between them."""
        pieces = self._tables.pieces_of(provision)
        if len(pieces) == 1 and not pieces[0].rows:
            return f"<p>{self._loom.words(provision)}</p>"
        out: list[str] = []
        for place, piece in enumerate(pieces, 1):
            if piece.rows:
                rows = "".join(f"<tr>{self._row(provision, row)}</tr>\n" for row in piece.rows)
                out.append(f'<table eId="{self._names[provision.id]}__table_{place}">{rows}</table>\n')
            else:
                out.append(f"<p>{self._loom.words(provision, piece.start, piece.end).strip()}</p>\n")
        return "".join(out)

    def _row(self, provision: Provision, row: Sequence[tuple[int, int]]) -> str:
        cells = (self._loom.words(provision, low, high) if low < high else "" for low, high in row)
        return "".join(f"<td><p>{cell}</p></td>\n" for cell in cells)

    def _listed(self, points: Sequence[Provision], above: Kind) -> str:
        """The points of a list; a heading between them is the title of the point that follows it."""
        out: list[str] = []
        title: Provision | None = None
        implied = IMPLIED.get(above, Kind.BODY)
        for point in points:
            if title is not None and point.kind in (Kind.HEADING, Kind.ARTICLE):
                out.append(self._unit(title))
            if point.kind is Kind.ARTICLE:
                out.append(self._article(point))
            elif point.kind is not Kind.HEADING:
                said = "" if point.kind is implied else f' class="{point.kind}"'
                out.append(self._element("point", point, said, title))
            title = point if point.kind is Kind.HEADING else None
        return "".join(out) + (self._unit(title) if title is not None else "")

    def _quoted(self, provision: Provision) -> str:
        """A unit of a text within the text."""
        if provision.number or self._below.get(provision.id):
            return self._element("paragraph", provision, "")
        name, words = self._names[provision.id], self._loom.words(provision)
        return f'<container name="quoted" eId="{name}"><p>{words}</p></container>\n'


def _number(provision: Provision) -> str:
    """The number of a unit whose element has no place for one."""
    return f"{as_text(provision.number)} " if provision.number else ""
