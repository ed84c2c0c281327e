"""Akoma Ntoso identifiers of documents, as their organizations publish them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from operative.domain.documents import Document
from operative.vocabulary.loader import load

__all__ = ["Authority", "authority_of", "find_iri", "slug", "work_iri"]

ORGAN = re.compile(r"(?:A|S|E|C|HRC|RES|DEC|PRST)/|WHA")
"""The parts of a symbol that the path of the identifier says already."""
DATE = re.compile(r"\d{4}(?:-\d{2}-\d{2})?")


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a body stands in identifiers: the code of its organization, the subtype of its texts, its path."""

    code: str
    subtype: str
    path: str


@cache
def _authorities() -> dict[str, Authority]:
    rows = load("iris")["bodies"]
    return {key: Authority(row["authority"], row.get("subtype", ""), row["path"]) for key, row in rows.items()}


def authority_of(document: Document) -> Authority:
    """The authority of the body that the document names; one that no vocabulary knows keeps its printed name."""
    known = _authorities().get(document.body)
    if known is not None:
        return known
    return Authority(load("iris")["unknown"]["authority"], "", slug(document.body_name or document.body) or "body")


def find_iri(document: Document) -> str:
    """The identifier of the work, or "" where the text does not say body, day or year, and number.

    >>> find_iri(Document(kind="resolution", symbol="A/RES/77/188", body="unga", adopted="2022-12-15"))
    '/akn/un/statement/deliberation/unga/2022-12-15/77-188/'
    """
    if not (document.body or document.body_name) or not DATE.match(document.adopted) or not _number(document):
        return ""
    return work_iri(document)


def work_iri(document: Document) -> str:
    """The identifier of the work, with agreed signs for what the text does not say: year 1, number nn."""
    unknown = load("iris")["unknown"]
    authority = authority_of(document)
    date = document.adopted if DATE.fullmatch(document.adopted) else document.adopted[:4] or unknown["date"]
    number = _number(document) or unknown["number"]
    subtype = authority.subtype or document.kind or "document"
    iri = f"/akn/{authority.code}/statement/{subtype}/{authority.path}/{date}/{number}"
    return f"{iri}/" if authority.code == "un" else iri


def _number(document: Document) -> str:
    """77-188, 2707-2023, ES-11-1, 74-232B: the number as it stands in the symbol, else as the text gives it."""
    known = document.body in _authorities() and authority_of(document).code == "un"
    printed = document.symbol if known and document.symbol else document.number or document.symbol
    tail = printed
    while match := ORGAN.match(tail):
        tail = tail[match.end() :]
    if known and printed == document.number and document.session and "/" not in tail and document.body != "unsc":
        tail = f"{document.session}/{tail}"
    letters = re.sub(r"(?<=\d)\s+(?=[A-Z](?:\s*-\s*[A-Z])?$)", "", tail.strip().rstrip("."))
    parts = re.sub(r"/(?:CP|CMP|CMA)[.]", "/", letters)
    return re.sub(r"[^\w]+", "-", parts).strip("-")


def slug(name: str) -> str:
    """The letters and figures of a name in any script, small and without accents, joined by dashes."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^\w]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
