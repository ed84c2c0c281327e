"""Casebooks in and out of a place where dossiers are kept, and the two that come along."""

from collections.abc import Container, Iterator
from datetime import date
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from operative.bootstrap.dossiers import KEY, Dossier, Dossiers
from operative.domain.casebooks import Casebook
from operative.domain.entries import Entry
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DossierOpened
from operative.dossiers.admission import admit
from operative.dossiers.checks import CHECKS
from operative.dossiers.history import History
from operative.dossiers.labels import slug
from operative.dossiers.ledger import check_chain
from operative.errors import BrokenLedger, MalformedRecord, NotEntitled, Refused, UnreadableSource
from operative.exchange.casebooks import read_casebook, render_casebook

__all__ = [
    "DEMO",
    "attach_folder",
    "export_casebook",
    "export_ledger",
    "import_casebook",
    "open_demo",
    "shipped_casebook",
]

DEMO = ("iom-un-2015", "lro-concert-2024")
"""The keys of the casebooks that come along."""
SAMPLES = ("resolution-208.txt", "agreement-draft-1.txt", "agreement-draft-2.txt", "report-2025.txt")
"""The texts that come along with them."""


def import_casebook(
    dossiers: Dossiers, text: str, *, key: str | None = None, readable: Container[str] | None = None
) -> Dossier:
    """The dossier that a casebook describes, entered here; `key` calls it otherwise.

    What a person wrote is entered as of now, every statement checked. What was exported from a ledger comes in with
    its numbers, moments and digests, under its own key only; where an earlier import of it broke off, it goes on there.
    Of `readable`, where it is given, are the digests of the texts that it may attach: who knows the digest of a text
    has no right to its bytes, nor to those that somebody brings later.

    Raises `NotEntitled` for any other text, `MalformedRecord` with all that is wrong in it, `BrokenLedger` for
    a ledger that was changed, and `Refused` for a statement that may not be entered, or where another dossier has the
    key.
    """
    casebook = read_casebook(text)
    called = key or casebook.key
    if not KEY.match(called):
        raise MalformedRecord(f"{called!r} is no key; write small letters, digits, dots and dashes, at most 100")
    if not casebook.statements:
        raise MalformedRecord("a casebook without entries makes no dossier; the first is dossier.opened")
    if readable is not None:
        _check_texts(casebook, readable)
    if casebook.seals:
        return _restore(dossiers, casebook, called)
    if dossiers.ledgers.head(called).number:
        raise Refused(f"there is a dossier {called!r} already; give the casebook another key")
    dossier = Dossier(dossiers, called)
    dossier.enter(casebook.statements, expected=0)
    return dossier


def export_casebook(dossier: Dossier) -> str:
    """The whole ledger of a dossier as a casebook, with the number, moment and digest of each entry.

    The bytes of documents are not in it; where they are attached again, they must have the same SHA-256 to be the same.
    """
    entries = tuple(dossier.entries())
    titles = [one.fact.title for one in entries if isinstance(one.fact, DossierOpened)]
    return render_casebook(Casebook.of(dossier.key, entries, titles[-1] if titles else ""))


def export_ledger(dossier: Dossier) -> str:
    """The ledger of a dossier as JSON lines, for others to verify."""
    return "".join(dossier.export())


def attach_folder(dossier: Dossier, folder: Path, *, by: str = "") -> Iterator[str]:
    """Attaches each file in a folder, and in the folders below it, whose name is the key of a document; says what
    became of each, line by line.

    `A_RES_70_296.txt` is the text of the document `a-res-70-296`. A text that is there already is left as it is.
    Without `by` it is done in the name of whoever opened the dossier.
    """
    history = dossier.history(date.max)
    documents = {slug(one.key): one.key for one in history.facts(DocumentNamed)}
    attached = {one.document: one.sha256 for one in history.facts(DocumentAttached)}
    name = by or next(entry.statement.by for entry, _ in history.of(DossierOpened))
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        document = documents.get(slug(file.stem))
        yield f"{file.name}: {_attached(dossier, document, file, attached.get(document or ''), name)}"


def _attached(dossier: Dossier, document: str | None, file: Path, known: str | None, by: str) -> str:
    if document is None:
        return "no document of the dossier has this name"
    try:
        data = file.read_bytes()
        if known == sha256(data).hexdigest() and dossier.source(document) is not None:
            return f"{document} has this text already"
        dossier.attach(document, data, name=file.name, by=by)
    except (OSError, UnreadableSource) as exc:
        return f"not attached to {document}: {exc}"
    return f"attached to {document}"


def open_demo(dossiers: Dossiers) -> tuple[Dossier, ...]:
    """The two dossiers that come along, with the texts that do; those that are there already stay as they are."""
    there = set(dossiers.keys())
    for name in SAMPLES:
        dossiers.ledgers.keep((files("operative") / "samples" / name).read_bytes(), name, "text/plain")
    return tuple(
        dossiers.open(key) if key in there else import_casebook(dossiers, shipped_casebook(key)) for key in DEMO
    )


def shipped_casebook(key: str) -> str:
    """The text of a casebook that comes along."""
    return (files("operative") / "cases" / f"{key}.yaml").read_text("utf-8")


def _check_texts(casebook: Casebook, readable: Container[str]) -> None:
    """The words are the same whether or not such bytes are kept."""
    attached = [one.fact for one in casebook.statements if isinstance(one.fact, DocumentAttached)]
    foreign = dict.fromkeys(f"{one.document} ({one.sha256})" for one in attached if one.sha256 not in readable)
    if foreign:
        raise NotEntitled(f"bring the texts of these documents first, then the casebook: {', '.join(foreign)}")


def _restore(dossiers: Dossiers, casebook: Casebook, called: str) -> Dossier:
    """A ledger as it was elsewhere; the digests bind each entry to its dossier's key, so it keeps that."""
    if called != casebook.key:
        raise Refused(f"the entries are sealed for {casebook.key!r}; without sealed: lines they go anywhere")
    entries = casebook.entries
    findings = check_chain(entries)
    if findings:
        told = "; ".join(one.message for one in findings[:3])
        raise BrokenLedger(f"the casebook is not what was exported: {told}")
    dossier = Dossier(dossiers, called)
    there = tuple(dossier.entries())
    if there != entries[: len(there)]:
        raise Refused(f"there is a dossier {called!r} already, with other entries")
    _check_all(entries)
    for recorded, group in groupby(entries[len(there) :], lambda one: one.recorded):
        statements = [one.statement for one in group]
        dossiers.ledgers.append(called, statements, expected=dossier.version, recorded=recorded)
    return dossier


def _check_all(entries: tuple[Entry, ...]) -> None:
    """Refuses before anything is written what would have been refused when it was entered."""
    history = History((), date.max)
    for entry in entries:
        admit(history, entry.statement, CHECKS, day=entry.recorded.date())
        history.grow(entry)
