"""Whether a dossier is as it was recorded: the chain of its entries, its signed marks, and the bytes of its sources."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence

from operative.domain.checkpoints import Checkpoint
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.findings import Finding, Severity
from operative.dossiers.ledger import check_rows
from operative.dossiers.ports import Ledgers, Row

__all__ = ["check_checkpoints", "check_dossier", "check_sources"]

IsSigned = Callable[[Checkpoint], bool]


def check_dossier(
    ledgers: Ledgers, dossier: str, is_signed: IsSigned, trusted: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """A finding for each change, loss or reorder; none where all is as it was recorded.

    `trusted` are the public keys, in hex, whose signatures count; where none are named, any does.
    """
    rows = ledgers.rows(dossier)
    marks = ledgers.checkpoints(dossier)
    return (
        *check_rows(dossier, rows),
        *check_checkpoints(rows, marks, is_signed, trusted),
        *check_sources(rows, ledgers.source),
    )


def check_checkpoints(
    rows: Sequence[Row], checkpoints: Iterable[Checkpoint], is_signed: IsSigned, trusted: Sequence[str] = ()
) -> list[Finding]:
    """A finding for each signed mark that the entries do not keep."""
    digests = {row.number: row.digest for row in rows}
    last = max(digests, default=0)
    findings = []
    for mark in checkpoints:
        when = f"the checkpoint of {mark.made.isoformat(timespec='minutes')} at entry {mark.number}"
        if not is_signed(mark):
            findings.append(Finding("checkpoint-forged", Severity.ERROR, f"{when} does not bear its signature"))
        elif trusted and mark.key not in trusted:
            message = f"{when} is signed with a key that is not trusted here: {mark.key}"
            findings.append(Finding("checkpoint-foreign", Severity.WARNING, message))
        if mark.number > last:
            message = f"{when} is beyond the last entry, {last}: the end of the ledger was lost"
            findings.append(Finding("ledger-truncated", Severity.ERROR, message))
        elif mark.number and digests.get(mark.number) != mark.digest:
            message = f"{when} was made over other entries than those that stand here now"
            findings.append(Finding("checkpoint-broken", Severity.ERROR, message))
    return findings


def check_sources(rows: Iterable[Row], source: Callable[[str], bytes | None]) -> list[Finding]:
    """A finding for each document whose bytes are not those that were attached."""
    findings = []
    for row in rows:
        if row.kind != DocumentAttached.kind:
            continue
        try:
            fact = json.loads(row.body)["fact"]
            sha256, name = fact["sha256"], fact["name"]
        except (ValueError, KeyError, TypeError):  # the check of the chain has said so
            continue
        data = source(sha256)
        if data is None:
            message = f"the bytes of {name!r}, attached by entry {row.number}, are not there"
            findings.append(Finding("source-lost", Severity.ERROR, message))
        elif hashlib.sha256(data).hexdigest() != sha256:
            message = f"the bytes of {name!r}, attached by entry {row.number}, are not those that were attached"
            findings.append(Finding("source-changed", Severity.ERROR, message))
    return findings
