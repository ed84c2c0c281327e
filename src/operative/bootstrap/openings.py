"""Dossiers opened on a resolution, and documents brought into them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.reading import bytes_of, read
from operative.bootstrap.texts import UNNAMED, Text, text_of
from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.conditions import DraftRegistered
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DocumentRole, DossierOpened
from operative.domain.readings import Reading
from operative.dossiers.labels import slug
from operative.dossiers.opening import state_reading
from operative.errors import Refused, WrongCall

__all__ = ["Grounds", "Naming", "attach_document", "open_on_resolution", "register_draft", "slug_of"]


@dataclass(frozen=True, slots=True)
class Naming:
    """How a document that the dossier does not know yet is named in it."""

    role: DocumentRole
    symbol: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what the entry of a text rests, and which entry it corrects."""

    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    basis: Basis = Basis.SEEN
    corrects: int | None = None

    def state(self, fact: Fact, on: PartialDate, by: str) -> Statement:
        """The fact on these grounds."""
        return Statement(fact, on, by, self.evidence, self.note, self.basis, self.corrects)


NO_GROUNDS = Grounds()


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
    text = Text(data, called, reading=whole)
    day = adopted or _adopted(whole)
    document = _key_of(whole)
    head = whole.document
    opened = DossierOpened(title or head.title or called, head.body_name, participant, counterpart, confidential)
    named = DocumentNamed(
        document, DocumentRole.RESOLUTION, head.symbol or head.number, head.title, head.body_name, day
    )
    further = (
        Statement(named, day, by),
        Statement(text.attached(document), PartialDate.of(today), by),
        *state_reading(whole, document, by, adopted=day),
    )
    return dossiers.create(key, opened, by=by, effective=day, further=further, texts=[text])


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
    grounds: Grounds = NO_GROUNDS,
    expected: int | None = None,
) -> tuple[Entry, ...]:
    """The entries by which a file becomes the text of a document; named first, where the dossier does not know it.

    All of them or none. `known` is what was read of the file already; `expected` the version that the writer has seen.
    """
    statements, text = _brought(dossier, document, file, name, naming, known, on, by)
    attached = grounds.state(text.attached(document), on, by)
    return dossier.enter([*statements, attached], expected=expected, texts=[text])


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
    grounds: Grounds = NO_GROUNDS,
    expected: int | None = None,
) -> tuple[Entry, ...]:
    """The entries by which a file becomes a draft of the dossier; all of them or none.

    Raises `Refused` also where the label makes the key of a document that has a text: that text stays what it is.
    """
    document = slug_of(label)
    history = dossier.history(date.max)
    for entry, _ in history.about(DraftRegistered, "label", label):
        raise Refused(f"there is a draft {label!r} already, in entry {entry.number}")
    for entry, attached in history.about(DocumentAttached, "document", document):
        where = f"{attached.name} in entry {entry.number}"
        raise Refused(f"document {document!r} has a text already, {where}; give the draft another label")
    naming = Naming(DocumentRole.DRAFT, title=label)
    statements, text = _brought(dossier, document, file, name, naming, known, on, by)
    registered = grounds.state(DraftRegistered(label, document, brought_by, follows), on, by)
    entered = [*statements, Statement(text.attached(document), on, by), registered]
    return dossier.enter(entered, expected=expected, texts=[text])


def _brought(
    dossier: Dossier,
    document: str,
    file: Path | bytes,
    name: str,
    naming: Naming | None,
    known: Reading | None,
    on: PartialDate,
    by: str,
) -> tuple[list[Statement], Text]:
    """A file as a text, after the statement that names its document where the dossier does not know it."""
    if naming is None or dossier.history(date.max).about(DocumentNamed, "key", document):
        return [], text_of(file, name, known=known)
    data, called = bytes_of(file, name, UNNAMED)
    whole = known or read(data, name=called).whole
    head = whole.document
    named = DocumentNamed(
        document, naming.role, naming.symbol or head.symbol, naming.title or head.title, head.body_name
    )
    return [Statement(named, on, by)], Text(data, called, reading=whole)


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
    return slug(words) or UNNAMED
