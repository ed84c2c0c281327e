"""What a document says of itself: the meta block."""

import re
from functools import cache

from operative.domain.documents import Document
from operative.exchange.akn.iris import authority_of, work_iri
from operative.exchange.characters import as_attribute
from operative.vocabulary.loader import load

__all__ = ["document_name", "head", "language_code"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LIMITED = re.compile(r"/L\.\d")
"""The series of the United Nations in which drafts are circulated."""
CONCEPTS = (
    ("Concept", "symbol", "/akn/ontology/reference/un/symbol", "Symbol"),
    ("Concept", "adoptionDate", "/akn/ontology/concept/un/dateOfAdoption", "Date of adoption"),
    ("Concept", "dateOfIssuance", "/akn/ontology/concept/un/dateOfIssuance", "Date of issuance"),
    ("Role", "publisher", "/akn/ontology/role/un/publisher", "Publisher"),
    ("Role", "issuingBody", "/akn/ontology/role/un/issuingBody", "Issuing body"),
    ("Role", "subsidiaryBody", "/akn/ontology/role/un/subsidiaryBody", "Subsidiary body"),
    ("Role", "author", "/akn/ontology/role/un/author", "Author"),
    ("Role", "editor", "/akn/ontology/role/un/editor", "Editor"),
    ("Term", "resolutionTitle", "/akn/ontology/reference/un/resolutionTitle", "Title"),
    ("Term", "preamble", "/akn/ontology/concept/un/preamble", "Preamble"),
)


def head(document: Document, language: str, part: str = "main", *, found: str = "", names: str | None = "") -> str:
    """The meta block of a document, or of one of its annexes (`part`), with what was `found` in it.

    `names` are references beside those that every document has; None leaves all of them to the document around it.
    """
    work = (document.iri or work_iri(document)).rstrip("/")
    final = "/" if (document.iri or work_iri(document)).endswith("/") else ""
    code = language_code(language)
    day = _day(document)
    date = f'{day}<FRBRauthor href="#body" as="#author"/>'
    expression, name = f"{work}/{code}@", document.body_name or document.body or "unknown"
    authority = authority_of(document)
    body = f"/akn/ontology/organization/{authority.code}/{authority.path}"
    return (
        '<meta><identification source="#operative">'
        f"<FRBRWork>{_frbr(f'{work}/!{part}{final}', f'{work}{final}')}{date}"
        f'<FRBRcountry value="{as_attribute(authority.code.partition("-")[0])}"/></FRBRWork>'
        f"<FRBRExpression>{_frbr(f'{expression}!{part}{final}', f'{expression}{final}')}{date}"
        f'<FRBRlanguage language="{code}"/></FRBRExpression>'
        f"<FRBRManifestation>{_frbr(f'{expression}/!{part}.xml', f'{expression}.xml')}"
        f'{day}<FRBRauthor href="#operative" as="#editor"/></FRBRManifestation>'
        f"</identification>{found}{'' if names is None else _references(body, name, names)}</meta>"
    )


def _day(document: Document) -> str:
    """The day of adoption; the schema asks for a date, so the agreed sign stands under a name that claims nothing."""
    if DAY.fullmatch(document.adopted):
        return f'<FRBRdate date="{document.adopted}" name="adoption"/>'
    return f'<FRBRdate date="{load("iris")["unknown"]["date"]}" name="unknown"/>'


def _references(body: str, name: str, more: str) -> str:
    return (
        '<references source="#operative">'
        '<TLCOrganization eId="operative" href="/akn/ontology/organization/operative" showAs="Operative"/>'
        f'<TLCOrganization eId="body" href="{as_attribute(body)}" showAs="{as_attribute(name)}"/>'
        f"{_concepts()}{more}</references>"
    )


def _frbr(this: str, uri: str) -> str:
    return f'<FRBRthis value="{as_attribute(this)}"/><FRBRuri value="{as_attribute(uri)}"/>'


@cache
def _concepts() -> str:
    return "".join(f'<TLC{kind} eId="{name}" href="{href}" showAs="{words}"/>' for kind, name, href, words in CONCEPTS)


@cache
def language_code(language: str) -> str:
    """The language as ISO 639-2: eng, fra; "und" where it is not known."""
    codes: dict[str, str] = load("akn")["languages"]
    return next((code for code, short in codes.items() if short == language), "und")


@cache
def document_name(kind: str, symbol: str = "") -> str:
    """The name that the mark-up gives to a kind of document: presidentialStatement for a statement.

    >>> document_name("resolution", "A/C.9/91/L.7")
    'draftResolution'
    """
    names: dict[str, str] = load("akn")["kinds"]
    if kind == "resolution" and LIMITED.search(symbol):
        return "draftResolution"
    unlisted = "document"
    if kind.casefold().startswith("draft"):
        unlisted = "draftResolution" if "resolution" in kind.casefold() else "draft"
    return next((name for name, meaning in names.items() if meaning == kind), unlisted)
