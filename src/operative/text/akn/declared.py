"""What the meta block of a document declares and no page prints."""

from lxml import etree

from operative.text.akn.parsing import local
from operative.vocabulary.loader import load

__all__ = ["declared_of", "language_of"]


def declared_of(document: etree._Element) -> tuple[tuple[str, str], ...]:
    """(name, value) pairs of one document, `document` (its kind) first."""
    name = document.get("name", "")
    kinds: dict[str, str] = load("akn")["kinds"]
    values = [("document", kinds.get(name, "document"))]
    work = _first(document, "meta/identification/FRBRWork")
    if work is not None:
        values.append(("iri", _value(work, "FRBRuri")))
        values.append(("organ", _organ_of(_value(work, "FRBRuri"))))
        values.append(("adopted", _date(work, "adoption")))
        author = _first(work, "FRBRauthor")
        values.append(("author", author.get("href", "") if author is not None else ""))
    expression = _first(document, "meta/identification/FRBRExpression")
    if expression is not None:
        values.append(("issued", _date(expression, "publication")))
    values.append(("language", language_of(document)))
    cover = _first(document, "coverPage")
    if cover is not None:
        for node in cover.iter():
            if local(node) == "session" and node.get("value"):
                values.append(("session", node.get("value", "")))
            elif local(node) == "inline" and node.get("name") == "agenda item" and node.get("title"):
                values.append(("agenda_item", node.get("title", "")))
    return tuple((key, value) for key, value in values if value)


def language_of(document: etree._Element) -> str:
    """The language that a document declares, as ISO 639-1; "" where it declares none or one without a vocabulary."""
    node = _first(document, "meta/identification/FRBRExpression/FRBRlanguage")
    code = node.get("language", "") if node is not None else ""
    languages: dict[str, str] = load("akn")["languages"]
    return languages.get(code, code if code in languages.values() else "")


def _organ_of(iri: str) -> str:
    """The key of the body whose documents have identifiers like this one."""
    _, _, authority, *rest = [*iri.split("/"), "", "", ""]
    bodies: dict[str, dict[str, str]] = load("iris")["bodies"]
    known = (key for key, row in bodies.items() if row["authority"] == authority and row["path"] == rest[2])
    return next(known, "")


def _first(element: etree._Element, path: str) -> etree._Element | None:
    """The first element at a path of local names, whatever draft of the standard its namespace names."""
    current: etree._Element | None = element
    for name in path.split("/"):
        current = next((child for child in current if local(child) == name), None) if current is not None else None
    return current


def _value(element: etree._Element, name: str) -> str:
    node = _first(element, name)
    return node.get("value", "") if node is not None else ""


def _date(element: etree._Element, name: str) -> str:
    """The date with this name; the year 1 stands for an unknown one."""
    for node in element:
        if local(node) == "FRBRdate" and node.get("name", name) == name:
            date = node.get("date", "")
            return "" if date.startswith("0001") else date
    return ""
