"""What stands inside a block: words with their marks, notes called, line breaks."""

from collections.abc import Callable

from lxml import etree

from operative.domain.texts import MarkKind
from operative.text.akn.parsing import local
from operative.text.akn.sheet import SPACES, Note, Sheet
from operative.vocabulary.loader import load

__all__ = ["BLOCKS", "own_words", "printed", "write_inline"]

BLOCKS = frozenset(
    (
        *("p", "num", "heading", "subheading", "crossHeading", "block", "formula", "container", "table", "ul", "ol"),
        *("content", "intro", "wrapUp", "paragraph", "point", "list", "sublist", "item", "blockList"),
        *("listIntroduction", "listWrapUp", "embeddedStructure", "quotedStructure"),
    )
)
"""Elements that begin a block of their own, also where the mark-up puts them inside another."""
LINKS = frozenset(("a", "ref", "rref", "mref"))
PLAIN = {"i": MarkKind.ITALIC, "b": MarkKind.BOLD, "ins": MarkKind.INSERTED, "del": MarkKind.DELETED}
SILENT = frozenset(("", "meta", "img", "documentRef", "componentRef", "eop"))
"""Nothing of these is printed."""
NO_WORDS = frozenset(("authorialNote", "num", "point", "sublist", "list", "embeddedStructure", "quotedStructure"))


def printed(element: etree._Element) -> str:
    """All words of an element, without its notes."""
    return own_words(element, frozenset(("authorialNote",)))


def own_words(element: etree._Element, skip: frozenset[str] = NO_WORDS) -> str:
    """The words of an element without notes, numbers and nested units; an introduction to a list counts."""
    out: list[str] = []

    def walk(node: etree._Element) -> None:
        out.append(node.text or "")
        for child in node:
            name = local(child)
            if name == "list" and "list" in skip:
                for part in child:
                    if local(part) == "intro":
                        walk(part)
            elif name and name not in skip:
                walk(child)
            out.append(child.tail or "")

    walk(element)
    return " ".join("".join(out).split())


def write_inline(
    element: etree._Element, sheet: Sheet, on_block: Callable[[etree._Element], None], named: bool = False
) -> None:
    """Write the words of `element`; what is a block inside goes to `on_block`. `named`: keep what the mark-up names."""
    sheet.write(element.text)
    for child in element:
        name = local(child)
        if name in BLOCKS:
            on_block(child)
        elif name in ("authorialNote", "noteRef"):
            _write_call(child, sheet)
        elif name == "eol":
            sheet.end()
        elif name not in SILENT:
            _write_marked(child, name, sheet, on_block, named)
        sheet.write(child.tail)


def _write_call(element: etree._Element, sheet: Sheet) -> None:
    marker = (element.get("marker") or "*").strip(SPACES + "()")
    before = element.getprevious()
    sheet.call(marker, before is not None and local(before) == "sup" and not (before.tail or "").strip())
    if local(element) == "authorialNote":
        sheet.notes.append(Note(marker, element))


def _write_marked(
    child: etree._Element, name: str, sheet: Sheet, on_block: Callable[[etree._Element], None], named: bool
) -> None:
    if name == "sup" and (child.text or "").strip() == ")" and not len(child):
        sheet.bracket()
        return
    marks: list[tuple[MarkKind, str]] = []
    if name in LINKS and child.get("href"):
        marks.append((MarkKind.LINK, child.get("href", "")))
    elif name in PLAIN:
        marks.append((PLAIN[name], ""))
    elif name == "span":
        classes = child.get("class", "").split()
        marks += [(kind, "") for kind in (MarkKind.ITALIC, MarkKind.BOLD) if kind.value in classes]
    elif named and (meaning := _meaning(child, name)):
        marks.append((MarkKind.META, meaning))
        if meaning == "number":
            marks.append((MarkKind.NUMBER, ""))
    for kind, value in marks:
        sheet.open(kind, value)
    write_inline(child, sheet, on_block, named)
    for _ in marks:
        sheet.close()


def _meaning(element: etree._Element, name: str) -> str:
    """What the mark-up says the words are: symbol, title, session and so on; "" for nothing that we use."""
    if name == "inline":
        return str(load("akn")["inline"].get(element.get("name", ""), ""))
    meanings = load("akn")["meanings"].get(name)
    if meanings is None:
        return ""
    place = next((local(a) for a in element.iterancestors() if local(a) in ("coverPage", "preface")), "")
    said = (element.get("refersTo") or "").removeprefix("#")
    if said == "issuingBody" and _has_subsidiary(element):
        return "organ"
    return str(meanings.get(said) or meanings.get(place) or meanings.get("else", ""))


def _has_subsidiary(element: etree._Element) -> bool:
    """Whether the cover names a subsidiary body below the organ that issues: then that one is the body."""
    cover = next((a for a in element.iterancestors() if local(a) == "coverPage"), None)
    return cover is not None and any(
        node.get("refersTo") == "#subsidiaryBody" for node in cover.iter() if local(node) == "docAuthority"
    )
