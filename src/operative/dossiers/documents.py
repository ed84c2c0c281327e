"""The documents of a dossier, and the words behind its evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from operative.domain.entries import Statement
from operative.domain.evidence import Evidence, digest_of
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed
from operative.domain.findings import Finding, Severity
from operative.domain.proofs import DocumentView
from operative.domain.readings import Reading
from operative.dossiers.admission import Check, need
from operative.dossiers.history import History, once
from operative.dossiers.places import find_place, words_at
from operative.dossiers.saying import say_day
from operative.errors import Refused

__all__ = ["CHECKS", "check_evidence", "find_documents", "find_unsaid", "resolve_evidence"]

Readings = Mapping[str, Reading]
"""What was read of the attached documents, by their keys."""


@once
def find_documents(history: History) -> tuple[DocumentView, ...]:
    """The documents that were named by the day, in order."""
    attached = {fact.document: fact for fact in history.facts(DocumentAttached)}
    cited: dict[str, list[int]] = {}
    for number, documents in history.cited():
        for document in documents:
            cited.setdefault(document, []).append(number)
    found: dict[str, DocumentView] = {}
    for entry, named in history.of(DocumentNamed):
        if named.key in found:
            continue
        text = attached.get(named.key)
        found[named.key] = DocumentView(
            named.key,
            named.role,
            named.symbol,
            named.title,
            named.body,
            named.dated,
            named.url,
            text.sha256 if text else "",
            text.name if text else "",
            text.language if text else "",
            tuple(cited.get(named.key, ())),
            entry.number,
            _summary(named, text),
        )
    return tuple(found.values())


def resolve_evidence(evidence: Evidence, readings: Readings) -> Evidence:
    """The evidence with the words of its place, where it has none yet and the text is at hand; else as it is.

    Words that were recorded are never replaced: whether they still stand in the text is for `check_evidence` to say.
    """
    reading = readings.get(evidence.document)
    if reading is None or evidence.quote or not evidence.provision:
        return evidence
    place = find_place(reading, evidence.provision)
    words = words_at(reading, place) if place else ""
    if not words or (evidence.digest and evidence.digest != digest_of(words)):
        return evidence
    return Evidence(evidence.document, evidence.provision, words, digest_of(words), evidence.url)


def check_evidence(history: History, readings: Readings) -> tuple[Finding, ...]:
    """A finding for each piece of evidence whose words are not those of its document, or whose place is not in it.

    Only documents are looked into whose readings are given.
    """
    looked: dict[Evidence, tuple[str, Severity, str] | None] = {}
    plain = {key: _said(reading) for key, reading in readings.items()}
    findings = []
    for entry in history.entries:
        for one in entry.statement.evidence:
            if one not in looked:
                looked[one] = _fault(one, readings.get(one.document), plain.get(one.document, ()))
            fault = looked[one]
            if fault:
                code, severity, what = fault
                where = f"entry {entry.number}, {one.document} {one.provision}".rstrip()
                findings.append(Finding(code, severity, f"{where}: {what}"))
    return tuple(dict.fromkeys(findings))


def _fault(one: Evidence, reading: Reading | None, said: Sequence[str]) -> tuple[str, Severity, str] | None:
    """What is wrong with a piece of evidence: a code, how much it matters, and words; None where nothing is."""
    if one.digest and one.quote and one.digest != digest_of(one.quote):
        return "evidence-changed", Severity.ERROR, "the quoted words are not those that were recorded"
    if reading is None:
        return None
    quote = _plain(one.quote)
    if not any(quote in text for text in said):
        return "evidence-not-found", Severity.WARNING, f"the document does not say {_short(one.quote)!r}"
    if one.provision and not find_place(reading, one.provision):
        return "place-unknown", Severity.WARNING, "the document has no such place"
    if one.digest and not one.quote and not _says(reading, one):
        return "evidence-changed", Severity.ERROR, "the words there are not those that were recorded"
    return None


def find_unsaid(evidence: Evidence, reading: Reading) -> str:
    """What the text of a document does not have of the evidence that names it, in words; "" where it has all."""
    quote = _plain(evidence.quote)
    if not any(quote in one for one in _said(reading)):
        return f"{evidence.document} does not say {_short(evidence.quote)!r}"
    if evidence.provision and not find_place(reading, evidence.provision):
        return f"{evidence.document} has no place {evidence.provision!r}"
    return ""


def _said(reading: Reading) -> tuple[str, str]:
    """What a document says, as printed and provision by provision: page furniture stands between the lines of one."""
    return _plain(reading.text.content), _plain(" ".join(one.text for one in reading.provisions))


def _says(reading: Reading, evidence: Evidence) -> bool:
    """Whether the words of the place have the digest that was recorded."""
    return digest_of(words_at(reading, find_place(reading, evidence.provision))) == evidence.digest


def _plain(words: str) -> str:
    """The letters and figures alone: line ends, hyphens and quotation marks differ from print to print."""
    return "".join(char for char in words.casefold() if char.isalnum())


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 60 else f"{plain[:57]}..."


def _summary(named: DocumentNamed, text: DocumentAttached | None) -> str:
    """ "report C/44/5 of 12 May 2030, text not at hand"."""
    said = " ".join(part for part in (str(named.role), named.symbol or named.title) if part)
    if named.dated:
        said += f" of {say_day(named.dated)}"
    return said if text else f"{said}, text not at hand"


def _check_named(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, DocumentNamed)
    if not fact.key.strip():
        raise Refused("a document needs a key by which entries cite it")
    for entry, _ in history.about(DocumentNamed, "key", fact.key):
        if entry.number != statement.corrects:
            raise Refused(f"there is a document {fact.key!r} already, in entry {entry.number}")


def _check_attached(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, DocumentAttached)
    need(history, DocumentNamed, "key", fact.document, "document")
    if len(fact.sha256) != 64 or not set(fact.sha256) <= set("0123456789abcdef"):
        raise Refused(f"{fact.sha256!r} is no SHA-256 in hex")


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    DocumentNamed: (_check_named,),
    DocumentAttached: (_check_attached,),
}
"""What must be so before a document is named, or its text attached."""
