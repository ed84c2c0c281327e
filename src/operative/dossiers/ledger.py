"""The chain of entries: how one is sealed to the one before it, and how a break is found."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import KINDS
from operative.domain.findings import Finding, Severity
from operative.dossiers.ports import Head, Row
from operative.dossiers.records import Plain, as_plain, canonical, from_plain, restore
from operative.errors import MalformedRecord, WrongCall

__all__ = [
    "GENESIS",
    "START",
    "check_chain",
    "check_rows",
    "digest_after",
    "entry_as_plain",
    "entry_from_plain",
    "entry_of",
    "rows_of",
    "seal",
    "seal_all",
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
START = Head(0, GENESIS)
"""Where a ledger begins."""
DECODE = json.JSONDecoder().raw_decode
"""A quarter faster than `json.loads`, which looks for blanks around that a canonical text does not have."""


def digest_after(previous: str, body: bytes) -> str:
    """SHA-256, in hex, of the digest before and the canonical entry (DESIGN section 5)."""
    return hashlib.sha256(previous.encode() + body).hexdigest()


def seal(dossier: str, number: int, recorded: datetime, statement: Statement, previous: str) -> Entry:
    """The statement as an entry of the ledger, bound to the digest before it; raises `WrongCall` for a moment without
    a time zone.
    """
    entries, _ = seal_all(dossier, [statement], Head(number - 1, previous), recorded)
    return entries[0]


def seal_all(
    dossier: str, statements: Sequence[Statement], head: Head, recorded: datetime
) -> tuple[tuple[Entry, ...], list[Row]]:
    """The statements as entries that follow the head of a ledger, and the same as they are kept."""
    if recorded.tzinfo is None:
        raise WrongCall(f"{recorded.isoformat()} has no time zone; a moment of recording needs one")
    when = recorded.astimezone(UTC)
    entries, rows = [], []
    number, previous = head
    for statement in statements:
        number += 1
        body = _body(dossier, number, when, statement)
        text = canonical(body)
        previous = digest_after(previous, text)
        entry = Entry(dossier, number, when, statement, previous)
        entries.append(entry)
        rows.append(_row(entry, body["recorded"], text))
    return tuple(entries), rows


def rows_of(entries: Iterable[Entry]) -> list[Row]:
    """Entries as they are kept."""
    bodies = ((entry, _body_of(entry)) for entry in entries)
    return [_row(entry, body["recorded"], canonical(body)) for entry, body in bodies]


def _row(entry: Entry, recorded: str, text: bytes) -> Row:
    last, corrects = entry.effective.last.isoformat(), entry.statement.corrects
    return Row(entry.number, recorded, entry.fact.kind, last, corrects, text.decode(), entry.digest)


def entry_of(row: Row) -> Entry:
    """The entry that is kept; raises `MalformedRecord` for a text that is none."""
    plain = _parsed(row)
    try:
        kind, fact = KINDS[plain.pop("kind")], plain.pop("fact", {})
        dossier, recorded = plain.pop("dossier"), _moment(plain.pop("recorded"))
        number = plain.pop("number")
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedRecord(f"entry {row.number} lacks its frame, or its kind is not known: {exc!r}") from exc
    statement = restore(Statement, plain, _Frame, fact=restore(kind, fact))
    return Entry(dossier, number, recorded, statement, row.digest)


@lru_cache(maxsize=4096)
def _moment(recorded: str) -> datetime:
    """Entries that were entered together share their moment."""
    return datetime.fromisoformat(recorded)


def _parsed(row: Row) -> Plain:
    try:
        plain, end = DECODE(row.body)
    except ValueError as exc:
        raise MalformedRecord(f"the text of entry {row.number} is no JSON: {exc}") from exc
    if end != len(row.body) or not isinstance(plain, dict):
        raise MalformedRecord(f"the text of entry {row.number} is no table of fields")
    return plain


def check_chain(entries: Iterable[Entry], previous: str = GENESIS, last: int = 0) -> tuple[Finding, ...]:
    """A finding for each place where entries were changed, lost or put in another order; `previous` and `last` say
    where the run of entries begins.
    """
    entries = tuple(entries)
    dossier = entries[0].dossier if entries else ""
    return check_rows(dossier, rows_of(entries), Head(last, previous))


def check_rows(dossier: str, rows: Iterable[Row], head: Head = START) -> tuple[Finding, ...]:
    """A finding for each place where a ledger is not as it was recorded; `head` is what the first row follows.

    The digests are those of the stored texts; what is kept beside a text must say the same as the text.
    """
    findings = []
    last, previous = head
    clock = ""
    for row in rows:
        if row.number != last + 1:
            message = f"entry {last + 1} is missing or out of order: entry {row.number} stands in its place"
            findings.append(Finding("ledger-gap", Severity.ERROR, message))
        if row.digest != digest_after(previous, row.body.encode()):
            message = f"entry {row.number} is not what was recorded: its digest does not fit"
            findings.append(Finding("ledger-changed", Severity.ERROR, message))
        else:
            findings += _check_row(dossier, row)
        if row.recorded < clock:
            message = f"entry {row.number} was recorded before the entry that it follows"
            findings.append(Finding("ledger-clock", Severity.WARNING, message))
        last, previous, clock = row.number, row.digest, row.recorded
    return tuple(findings)


def _check_row(dossier: str, row: Row) -> list[Finding]:
    """What is kept beside the text of an entry finds and orders it: a change there would hide it."""
    body = _parsed(row)
    told = (body["dossier"], body["number"], body["recorded"], body["kind"], body.get("corrects"))
    kept = (dossier, row.number, row.recorded, row.kind, row.corrects)
    if told == kept and PartialDate(body["effective"]).last.isoformat() == row.last:
        return []
    message = f"entry {row.number} is filed otherwise than its text says"
    return [Finding("ledger-misfiled", Severity.ERROR, message)]


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
