"""Web page -> `Text`."""

import re
from dataclasses import dataclass, field

from lxml import etree

from operative.domain.findings import Finding, Severity
from operative.domain.texts import MarkKind, Role, Text
from operative.errors import DamagedSource, EmptySource, SourceTooCostly
from operative.text.encodings import Characters, read_characters
from operative.text.galleys import Galley, Paragraph, Piece, Setting, labelled
from operative.text.html.lists import Counter, counter_of
from operative.text.html.notes import BLOCKS, Notes, find_notes
from operative.text.languages import UNDETERMINED, find_language
from operative.text.tables import Cell, set_table

__all__ = ["read_html"]

MEDIA_TYPE = "text/html"
MOST_TAGS = 2_000_000
"""Tags and attributes: each costs some 100 bytes of memory, however short it is."""

CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*(?P<name>[\w.:-]+)""", re.IGNORECASE
)
HEAD = 4096
SPACES = re.compile(r"[ \t\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
ANY_BREAK = re.compile(r"\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
LANGUAGE = re.compile(r"(?P<code>[a-zA-Z]{2,3})(?:[-_].*)?$")

NOT_PRINTED = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "object", "audio", "video", "canvas", "svg", "select",
     "datalist", "textarea", "button", "input", "rp", "rt")
)  # fmt: skip
FURNITURE = frozenset(("nav", "footer"))
FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search"))
ITALICS = frozenset(("i", "em", "cite", "dfn", "var"))
BOLDS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
STRUCK = frozenset(("del", "s", "strike"))
LOSSES = {
    "struck": ("deletions-left-out", Severity.INFO, "{} passages are struck out; not read"),
    "hidden": ("text-hidden", Severity.INFO, "{} elements are hidden on the page; not read"),
}


def read_html(data: bytes) -> Text:
    """The page with one line for each block: numbers of lists, notes, tables, marks. Scripts are left out."""
    if not data.strip():
        raise EmptySource(f"{len(data)} bytes without a single printed character")
    characters = _characters(data)
    tags = characters.content.count("<") + characters.content.count("=")
    if tags > MOST_TAGS:
        raise SourceTooCostly(f"{tags} tags and attributes; at most {MOST_TAGS} are read")
    root = _parse(characters.content)
    page = _Page(find_notes(root))
    page.walk(root)
    galley = Galley()
    for paragraph in page.sink:
        galley.add(paragraph)
    findings = tuple(
        Finding(code, severity, message.format(page.losses[loss]))
        for loss, (code, severity, message) in LOSSES.items()
        if loss in page.losses
    )
    guesses = tuple(finding for finding in characters.findings if finding.span is None)
    return galley.text(MEDIA_TYPE, pages=0, language=_language(root, galley), findings=(*guesses, *findings))


def _language(root: etree._Element, galley: Galley) -> str | None:
    """What the page declares, unless its words object: templates declare the site's language on every page."""
    declared = LANGUAGE.match(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    if declared is None:
        return None
    code = declared["code"].lower()
    return code if find_language("".join(galley.parts)) in (code, UNDETERMINED) else None


def _characters(data: bytes) -> Characters:
    charset = CHARSET.search(data[:HEAD])
    return read_characters(data, charset["name"].decode("ascii", "ignore") if charset else "")


def _parse(content: str) -> etree._Element:
    data = content.encode("utf-8", "replace")
    # Tags that are never closed nest within one another; libxml2 stops at 256 levels, and at 2,048 if it must.
    for deep in (False, True):
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, huge_tree=deep, remove_comments=True, remove_pis=True, recover=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as exc:
            raise DamagedSource(f"not HTML: {exc}") from exc
        limits = [entry.message for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"]
        if not limits:
            break
    if limits:
        raise SourceTooCostly(f"a limit of the parser: {limits[0]}")
    if root is None:
        raise EmptySource("HTML without a single element")
    return root


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)
    cell: etree._Element | None = None
    """The cell that is open; cells of one table do not nest."""


@dataclass(slots=True)
class _Page:
    """A tree being walked: the paragraph that is being set, and what is open around it."""

    notes: Notes
    sink: list[Paragraph] = field(default_factory=list)
    """Where finished paragraphs go: the page, a cell, or a note."""
    losses: dict[str, int] = field(default_factory=dict)
    _pieces: list[Piece] = field(default_factory=list)
    _breaks: int = 0
    """Line breaks that wait for words behind them."""
    _spaced: bool = False
    _settings: list[Setting] = field(default_factory=lambda: [()])
    _numbers: list[str] = field(default_factory=list)
    """Numbers of list items that wait for the words of the item."""
    _counters: list[Counter] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _sinks: list[list[Paragraph]] = field(default_factory=list)
    _furniture: int = 0
    _preformatted: int = 0

    def walk(self, root: etree._Element) -> None:
        """Read the tree, without recursion: pages nest deeply."""
        left_out = None
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._is_left_out(element):
                    walker.skip_subtree()
                    left_out = element
                else:
                    self._begin(element)
                    self._write(element.text)
            else:
                if element is not left_out:
                    self._end(element)
                self._write(element.tail)
        self._flush()

    def _is_left_out(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag in NOT_PRINTED or element in self.notes.ways_back:
            return True
        if tag in STRUCK:
            self._lose("struck")
            return True
        style = element.get("style")
        if element.get("hidden") is not None or (style and HIDDEN.search(style)):
            self._lose("hidden")
            return True
        return False

    def _lose(self, what: str) -> None:
        self.losses[what] = self.losses.get(what, 0) + 1

    def _begin(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._flush()
            self._begin_block(element, tag)
        elif tag == "br":
            self._breaks += 1
            self._spaced = False
        self._settings.append(self._settings[-1] + self._own_setting(element, tag))

    def _begin_block(self, element: etree._Element, tag: str) -> None:
        self._furniture += self._is_furniture(element, tag)
        self._preformatted += tag == "pre"
        if element in self.notes.blocks:
            self._sinks.append(self.sink)
            self.sink = []
        if tag in ("ol", "ul", "menu", "dir"):
            self._counters.append(counter_of(element))
        elif tag == "li" and self._counters and element not in self.notes.blocks:
            number = self._counters[-1].number_of(element)
            self._numbers += [number] if number else []
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._tables[-1].cell = element
            self._sinks.append(self.sink)
            self.sink = []

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._settings.pop()
        if tag not in BLOCKS:
            return
        self._flush()
        if self._tables and self._tables[-1].cell is element:
            cell, self.sink = self.sink, self._sinks.pop()
            self._tables[-1].rows[-1].append(cell)
        elif tag == "table":
            for paragraph in set_table(self._tables.pop().rows, first=False):
                self.sink.append(paragraph.under(Role.FURNITURE) if self._furniture else paragraph)
        elif tag in ("ol", "ul", "menu", "dir"):
            self._counters.pop()
        elif tag == "li":
            self._numbers.clear()
        if element in self.notes.blocks:
            note, self.sink = self.sink, self._sinks.pop()
            self.sink.extend(labelled(iter(note), self.notes.blocks[element]))
        self._furniture -= self._is_furniture(element, tag)
        self._preformatted -= tag == "pre"

    def _is_furniture(self, element: etree._Element, tag: str) -> bool:
        if element.get("role") in FURNITURE_ROLES:
            return True
        return tag in FURNITURE and next(element.iterancestors("article", "main", "blockquote"), None) is None

    def _own_setting(self, element: etree._Element, tag: str) -> Setting:
        style = element.get("style") or ""
        own: list[tuple[MarkKind, str]] = []
        if tag in ITALICS or (style and ITALIC_STYLE.search(style)):
            own.append((MarkKind.ITALIC, ""))
        if tag in BOLDS or (style and BOLD_STYLE.search(style)):
            own.append((MarkKind.BOLD, ""))
        if tag == "ins":
            own.append((MarkKind.INSERTED, ""))
        if element in self.notes.calls:
            own.append((MarkKind.CALL, self.notes.calls[element]))
        elif tag == "a" and element.get("href"):
            own.append((MarkKind.LINK, element.get("href", "")))
        return tuple(mark for mark in own if mark not in self._settings[-1])

    def _write(self, words: str | None) -> None:
        """Add characters; outside `pre`, runs of white space are one space, and none at the ends of a line."""
        if not words:
            return
        if self._preformatted:
            self._pieces.append((ANY_BREAK.sub("\n", words), self._settings[-1]))
            return
        words = SPACES.sub(" ", words)
        if words == " ":
            self._spaced = True
            return
        self._begin_line()
        if (self._spaced or words[0] == " ") and self._pieces and self._pieces[-1][0] != "\n":
            around = self._pieces[-1][1]
            self._pieces.append((" ", tuple(mark for mark in self._settings[-1] if mark in around)))
        self._pieces.append((words.strip(" "), self._settings[-1]))
        self._spaced = words[-1] == " "

    def _begin_line(self) -> None:
        """Two line breaks are a paragraph's end; one leaves it to the words what it is."""
        if self._breaks and self._pieces:
            if self._breaks > 1:
                self._flush()
            else:
                self._pieces.append(("\n", ()))
            self._spaced = False
        self._breaks = 0

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        self._breaks, self._spaced = 0, False
        words = "".join(characters for characters, _ in pieces)
        if not words or words.isspace():
            return
        depth = len(self._counters) if self._numbers else 0
        numbers = [piece for number in self._numbers for piece in ((number, ((MarkKind.NUMBER, ""),)), ("\t", ()))]
        self._numbers.clear()
        role = Role.FURNITURE if self._furniture else Role.BODY
        opens = None if self._preformatted else True
        self.sink.append(Paragraph((*numbers, *pieces), role, opens, None, depth))
