"""Dossiers opened on a resolution, and documents brought into them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.reading import bytes_of, read
from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.facts.conditions import DraftRegistered
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DocumentRole, DossierOpened
from operative.domain.readings import Reading
from operative.dossiers.admission import need
from operative.dossiers.opening import state_reading
from operative.errors import Refused, WrongCall

__all__ = ["Naming", "attach_document", "joined", "open_on_resolution", "register_draft", "slug_of"]

UNNAMED = "document"


@dataclass(frozen=True, slots=True)
class Naming:
    """How a document that the dossier does not know yet is named in it."""

    role: DocumentRole
    symbol: str = ""
    title: str = ""


def open_on_resolution(
    dossiers: Dossiers,
    key: str,
    resolution: Path | bytes,
    *,
    by: str,
    today: date,
    name: str = "",
    title: str = "",
    participant: str = "",
    counterpart: str = "",
    adopted: PartialDate | None = None,
    confidential: bool = False,
    known: Reading | None = None,
) -> Dossier:
    """A new dossier with the text attached, and what it asks entered as proposed requests, each with its words.

    Raises `UnreadableSource` where the text cannot be had, `Refused` where the key is taken, `WrongCall` where nobody
    says when the text was adopted. `known` is what was read of the text already, as persons corrected it.
    """
    data, called = bytes_of(resolution, name, UNNAMED)
    whole = known or read(data, name=called).whole
    day = adopted or _adopted(whole)
    document = _key_of(whole)
    head = whole.document
    opened = DossierOpened(title or head.title or called, head.body_name, participant, counterpart, confidential)
    named = DocumentNamed(
        document, DocumentRole.RESOLUTION, head.symbol or head.number, head.title, head.body_name, day
    )
    stated = state_reading(whole, document, by, adopted=day)
    dossier = dossiers.create(key, opened, by=by, effective=day)
    dossier.enter([Statement(named, day, by)])
    dossier.attach(document, data, name=called, by=by, effective=PartialDate.of(today), known=whole)
    dossier.enter(stated)
    return dossier


def attach_document(
    dossier: Dossier,
    document: str,
    file: Path | bytes,
    *,
    by: str,
    on: PartialDate,
    name: str = "",
    naming: Naming | None = None,
    known: Reading | None = None,
) -> tuple[Entry, ...]:
    """The entries by which a file becomes the text of a document; named first, where the dossier does not know it.

    `known` is what was read of the file already.
    """
    data, called = bytes_of(file, name, UNNAMED)
    entries: tuple[Entry, ...] = ()
    if naming is not None and document not in {one.key for one in dossier.history().facts(DocumentNamed)}:
        known = known or read(data, name=called).whole
        head = known.document
        named = DocumentNamed(
            document, naming.role, naming.symbol or head.symbol, naming.title or head.title, head.body_name
        )
        entries = dossier.enter([Statement(named, on, by)])
    return (*entries, *dossier.attach(document, data, name=called, by=by, effective=on, known=known))


def register_draft(
    dossier: Dossier,
    label: str,
    file: Path | bytes,
    *,
    by: str,
    on: PartialDate,
    name: str = "",
    brought_by: str = "",
    follows: str = "",
    known: Reading | None = None,
) -> tuple[Entry, ...]:
    """The entries by which a file becomes a draft of the dossier; all of them or none.

    Raises `Refused` also where the label makes the key of a document that has a text: that text stays what it is.
    """
    document = slug_of(label)
    history = dossier.history(date.max)
    if not label.strip():
        raise Refused("a draft needs a label")
    for entry, _ in history.about(DraftRegistered, "label", label):
        raise Refused(f"there is a draft {label!r} already, in entry {entry.number}")
    for entry, attached_text in history.about(DocumentAttached, "document", document):
        where = f"{attached_text.name} in entry {entry.number}"
        raise Refused(f"document {document!r} has a text already, {where}; give the draft another label")
    if follows:
        need(history, DraftRegistered, "label", follows, "draft")
    attached = attach_document(
        dossier, document, file, by=by, on=on, name=name, naming=Naming(DocumentRole.DRAFT, title=label), known=known
    )
    registered = DraftRegistered(label, document, brought_by, follows)
    return (*attached, *dossier.enter([Statement(registered, on, by)]))


def _adopted(whole: Reading) -> PartialDate:
    try:
        return PartialDate(whole.document.adopted)
    except WrongCall as exc:
        raise WrongCall("the text does not say when it was adopted; say it with --on DATE") from exc


def _key_of(whole: Reading) -> str:
    head = whole.document
    return slug_of(head.symbol or (f"{head.kind} {head.number}" if head.number else head.kind))


def slug_of(words: str) -> str:
    """A symbol or label as a key: "A/RES/70/263" as "a-res-70-263"."""
    return joined(words) or UNNAMED


def joined(words: str) -> str:
    """The letters and figures of a name, small, joined by dashes; "" where it has none."""
    return "-".join("".join(char if char.isalnum() else " " for char in words.casefold()).split())
