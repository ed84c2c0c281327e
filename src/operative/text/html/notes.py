"""Which links and superscripts of a web page call a note, and which blocks are the notes."""

import re
from dataclasses import dataclass, field

from lxml import etree

__all__ = ["BLOCKS", "Notes", "find_notes"]

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
"""Elements that stand on lines of their own."""

NOTE_BLOCKS = BLOCKS - {"body", "html"}

# 1   12   *   **   †   a   [3]   (3)   3)
MARKER = re.compile(r"\s*[\[(]?(?P<marker>\d{1,3}|[*†‡§]{1,4}|[a-z])[\])]?\.?\s*$")
BRACKETED = re.compile(r"\s*[\[(].*[\])]\s*$")
NOTE_NAMES = re.compile(r"note|\bfn|ftn|cite", re.IGNORECASE)
ARROWS = re.compile(r"[\s↩↑⇑↵^\ufe0e\ufe0f⤴←]*$")
MOST_STEPS = 20
"""Elements before the superscript at the head of a note."""


@dataclass(slots=True)
class Notes:
    """The notes of one page, by the elements of its tree."""

    calls: dict[etree._Element, str] = field(default_factory=dict)
    """Links and superscripts that print the marker of a note."""
    blocks: dict[etree._Element, str] = field(default_factory=dict)
    """Blocks that are a note, with its marker."""
    ways_back: set[etree._Element] = field(default_factory=set)
    """Arrows from a note back to its call: not part of the words."""


def find_notes(root: etree._Element) -> Notes:
    """The notes of a page: what links in a note's form point to, and what begins with a superscript called above."""
    notes = Notes()
    order = {element: place for place, element in enumerate(root.iter())}
    places: dict[str, etree._Element] = {}
    for element in order:
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                places.setdefault(name, element)
    for link in root.iter("a"):
        if not (link.get("href") or "").startswith("#"):
            continue
        words, target = _words_of(link), places.get((link.get("href") or "").removeprefix("#"))
        if ARROWS.match(words) and words.strip():
            notes.ways_back.add(link)
        elif target is not None and order[target] > order[link]:
            _add_link(notes, link, target, words)
    _add_superscripts(notes, root)
    return notes


def _words_of(element: etree._Element) -> str:
    return "".join(str(words) for words in element.itertext())


def _add_link(notes: Notes, link: etree._Element, target: etree._Element, words: str) -> None:
    found = MARKER.match(words)
    if found is None or not (_is_raised(link) or BRACKETED.match(words) or _is_named(link)):
        return
    block = _block_of(target)
    if block is not None and block not in notes.blocks and not _holds(block, link):
        notes.blocks[block] = found["marker"]
    if block in notes.blocks:
        notes.calls[link] = found["marker"]


def _add_superscripts(notes: Notes, root: etree._Element) -> None:
    """`Council<sup>1</sup>` calls the note in a later block that begins with `<sup>1</sup>`."""
    waiting: dict[str, list[etree._Element]] = {}
    for raised in root.iter("sup"):
        found = MARKER.match(_words_of(raised))
        if found is None or any(element in notes.calls for element in (*raised.iter("a"), *raised.iterancestors("a"))):
            continue
        block = _block_of(raised)
        if block is None or any(ancestor in notes.blocks for ancestor in (block, *block.iterancestors())):
            continue
        marker = found["marker"]
        if not _begins(block, raised):
            waiting.setdefault(marker, []).append(raised)
        elif marker in waiting:
            notes.blocks[block] = marker
            notes.calls.update(dict.fromkeys(waiting.pop(marker), marker))


def _is_raised(link: etree._Element) -> bool:
    return next(link.iter("sup"), None) is not None or next(link.iterancestors("sup"), None) is not None


def _is_named(link: etree._Element) -> bool:
    names = (
        link.get(name) or "" for name in ("class", "role", "rel", "{http://www.idpf.org/2007/ops}type", "epub:type")
    )
    return any(NOTE_NAMES.search(name) for name in names)


def _block_of(element: etree._Element) -> etree._Element | None:
    return next((block for block in (element, *element.iterancestors()) if block.tag in NOTE_BLOCKS), None)


def _holds(block: etree._Element, link: etree._Element) -> bool:
    return any(ancestor is block for ancestor in link.iterancestors())


def _begins(block: etree._Element, raised: etree._Element) -> bool:
    """Whether nothing but an opening bracket is printed in the block before the superscript."""
    before = ""
    for steps, (event, element) in enumerate(etree.iterwalk(block, events=("start", "end"))):
        if element is raised:
            return True
        before += (element.text if event == "start" else element.tail) or ""
        if steps > MOST_STEPS or before.strip("[( \t\r\n\u00a0"):
            return False
    return False
