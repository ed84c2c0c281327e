"""The chain of entries: how one is sealed to the one before it, and how a break is found."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import KINDS
from operative.domain.findings import Finding, Severity
from operative.dossiers.records import Plain, as_plain, canonical, from_plain
from operative.errors import MalformedRecord

__all__ = [
    "GENESIS",
    "check_chain",
    "digest_after",
    "entry_as_plain",
    "entry_from_plain",
    "seal",
    "statement_as_plain",
    "statement_from_plain",
]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A statement without its fact, whose type follows from the kind."""

    effective: PartialDate
    by: str
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    basis: Basis = Basis.SEEN
    corrects: int | None = None


GENESIS = "0" * 64
"""The digest before the first entry."""


def digest_after(previous: str, body: bytes) -> str:
    """SHA-256, in hex, of the digest before and the canonical entry (DESIGN section 5)."""
    return hashlib.sha256(previous.encode() + body).hexdigest()


def seal(dossier: str, number: int, recorded: datetime, statement: Statement, previous: str) -> Entry:
    """The statement as an entry of the ledger, bound to the digest before it."""
    when = recorded.astimezone(UTC)
    body = canonical(_body(dossier, number, when, statement))
    return Entry(dossier, number, when, statement, digest_after(previous, body))


def check_chain(entries: Iterable[Entry], previous: str = GENESIS, last: int = 0) -> tuple[Finding, ...]:
    """A finding for each place where entries were changed, lost or put in another order; `previous` and `last` say
    where the run of entries begins.
    """
    findings = []
    clock: datetime | None = None
    for entry in entries:
        if entry.number != last + 1:
            message = f"entry {last + 1} is missing or out of order: entry {entry.number} stands in its place"
            findings.append(Finding("ledger-gap", Severity.ERROR, message))
        expected = digest_after(previous, canonical(_body_of(entry)))
        if entry.digest != expected:
            message = f"entry {entry.number} is not what was recorded: its digest does not fit"
            findings.append(Finding("ledger-changed", Severity.ERROR, message))
        if clock is not None and entry.recorded < clock:
            message = f"entry {entry.number} was recorded before the entry that it follows"
            findings.append(Finding("ledger-clock", Severity.WARNING, message))
        previous, last, clock = entry.digest, entry.number, entry.recorded
    return tuple(findings)


def statement_as_plain(statement: Statement) -> Plain:
    """A statement as plain data, with the kind of its fact."""
    fact = statement.fact
    plain: Plain = as_plain(statement)
    return {"kind": fact.kind, **plain}


def entry_as_plain(entry: Entry) -> Plain:
    """An entry as plain data, with its digest."""
    return {**_body_of(entry), "digest": entry.digest}


def entry_from_plain(plain: Plain) -> Entry:
    """The entry that plain data describes; raises `MalformedRecord`."""
    rest = dict(plain)
    try:
        dossier, number = str(rest.pop("dossier")), int(rest.pop("number"))
        recorded, digest = datetime.fromisoformat(rest.pop("recorded")), str(rest.pop("digest"))
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedRecord(f"an entry needs dossier, number, recorded and digest: {exc}") from exc
    return Entry(dossier, number, recorded, statement_from_plain(rest), digest)


def statement_from_plain(plain: Plain) -> Statement:
    """The statement that plain data describes; raises `MalformedRecord` for a kind of fact that there is not."""
    rest = dict(plain)
    kind = rest.pop("kind", None)
    wanted = KINDS.get(kind) if isinstance(kind, str) else None
    if wanted is None:
        raise MalformedRecord(f"no fact is of the kind {kind!r}; there are: {', '.join(KINDS)}")
    fact = from_plain(wanted, rest.pop("fact", {}), kind or "")
    bare = from_plain(_Frame, rest, "entry")
    return Statement(fact, bare.effective, bare.by, bare.evidence, bare.note, bare.basis, bare.corrects)


def _body_of(entry: Entry) -> Plain:
    return _body(entry.dossier, entry.number, entry.recorded, entry.statement)


def _body(dossier: str, number: int, recorded: datetime, statement: Statement) -> Plain:
    when = recorded.isoformat(timespec="microseconds")
    return {"dossier": dossier, "number": number, "recorded": when, **statement_as_plain(statement)}
