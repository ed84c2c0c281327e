"""Casebooks: a dossier as one YAML file that people read, review and write; what goes out comes in the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from operative.domain.casebooks import Casebook, Seal
from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Statement
from operative.domain.evidence import Evidence, digest_of
from operative.domain.facts import KINDS
from operative.domain.facts.dossiers import DossierOpened
from operative.dossiers.ledger import statement_from_plain
from operative.errors import MalformedRecord
from operative.exchange.casebook_values import Problems, as_record, as_value, by_name, nearest
from operative.exchange.yaml_lines import render_field, render_fields
from operative.exchange.yaml_nodes import Listing, Node, Table, Words, read_nodes

__all__ = ["FORMAT", "read_casebook", "render_casebook"]

FORMAT = "operative/casebook@1"
HEADER = {"format": str, "key": str, "title": str, "by": str, "entries": list}
FRAME = {"day": PartialDate, "by": str, "note": str, "basis": Basis, "corrects": int}
"""What an entry may have beside its fact, its evidence and its seal."""
ENTRY = dict.fromkeys((*FRAME, "evidence", "sealed", *KINDS))
AT = " @ "
# "12 2026-11-23T20:00:00.000000+00:00 9f86d0..."
SEALED = re.compile(r"(?P<number>[1-9]\d*) (?P<recorded>\S+) (?P<digest>[0-9a-f]{64})\Z", re.ASCII)
SHOWN = 40
"""So many problems are told one by one."""


def render_casebook(casebook: Casebook) -> str:
    """The casebook as text; with the seals of its entries where it has them."""
    return "\n".join(_lines(casebook)) + "\n"


def read_casebook(text: str) -> Casebook:
    """The casebook that a text holds; raises `MalformedRecord`, which tells all that is wrong, line by line."""
    problems = Problems()
    root = read_nodes(text)
    casebook = _casebook(root, problems)
    if problems.found or casebook is None:
        raise MalformedRecord(_told(problems))
    return casebook


def _lines(casebook: Casebook) -> Iterator[str]:
    names = Counter(one.by for one in casebook.statements).most_common(1)
    by = names[0][0] if names and names[0][1] > 1 else ""
    yield f"format: {FORMAT}"
    for name, words in (("key", casebook.key), ("title", casebook.title), ("by", by)):
        if words:
            yield from render_field(name, words, 0)
    yield "entries:" if casebook.statements else "entries: []"
    seals: Sequence[Seal | None] = casebook.seals or [None] * len(casebook.statements)
    for statement, seal in zip(casebook.statements, seals, strict=True):
        yield ""
        first, *rest = _entry_lines(statement, seal, by)
        yield f"- {first.lstrip()}"
        yield from rest


def _entry_lines(statement: Statement, seal: Seal | None, by: str) -> Iterator[str]:
    yield from render_field("day", statement.effective, 2)
    if statement.by != by or not by:
        yield from render_field("by", statement.by, 2)
    yield f"  {statement.fact.kind}:"
    yield from render_fields(statement.fact, 4)
    evidence = [_compact(one) for one in statement.evidence]
    if evidence:
        yield from render_field("evidence", evidence[0] if len(evidence) == 1 else evidence, 2)
    for name in ("note", "basis", "corrects"):
        value = getattr(statement, name)
        if value != Statement.__dataclass_fields__[name].default:
            yield from render_field(name, value, 2)
    if seal is not None:
        yield f"  sealed: {seal.number} {seal.recorded.isoformat(timespec='microseconds')} {seal.digest}"


@dataclass(frozen=True, slots=True)
class _Cited:
    """Evidence for the lines; a digest that follows from the quote is left out, and one that lacks is written."""

    document: str
    provision: str = ""
    quote: str = ""
    digest: str | None = None
    url: str = ""


def _compact(evidence: Evidence) -> str | _Cited:
    """ "resolution-208 @ op3" where that is all there is."""
    words = f"{evidence.document}{AT}{evidence.provision}" if evidence.provision else evidence.document
    if _parted(words) == evidence:
        return words
    expected = digest_of(evidence.quote) if evidence.quote else ""
    digest = None if evidence.digest == expected else evidence.digest
    return _Cited(evidence.document, evidence.provision, evidence.quote, digest, evidence.url)


def _parted(words: str) -> Evidence:
    document, _, provision = words.partition(AT)
    return Evidence(document, provision)


def _casebook(root: Node, problems: Problems) -> Casebook | None:
    if not isinstance(root, Table):
        problems.add(root.line, f"a casebook begins with format: {FORMAT}")
        return None
    fields = by_name(root, problems)
    header = {}
    for name, (line, node) in fields.items():
        if name not in HEADER:
            problems.add(line, f"a casebook has no field {name!r}{nearest(name, HEADER)}")
        elif name != "entries":
            header[name] = as_value(node, str, name, problems)
    if header.get("format") != FORMAT:
        problems.add(root.line, f"a casebook says its format: {FORMAT}")
    if not header.get("key"):
        problems.add(root.line, "a casebook needs a key, by which its dossier is called")
    statements, seals = _entries(fields.get("entries"), header.get("by") or "", root, problems)
    title = header.get("title") or ""
    opened = [one.fact.title for one in statements if isinstance(one.fact, DossierOpened)]
    if title and opened and title not in opened:
        problems.add(fields["title"][0], f"the title is not that of dossier.opened: {opened[-1]!r}")
    return Casebook(header.get("key") or "", statements, title, seals)


def _entries(
    found: tuple[int, Node] | None, by: str, root: Table, problems: Problems
) -> tuple[tuple[Statement, ...], tuple[Seal, ...]]:
    if found is None or not isinstance(found[1], Listing):
        problems.add(found[0] if found else root.line, "a casebook needs a list of entries")
        return (), ()
    statements, seals = [], []
    for node in found[1].items:
        statement, seal = _entry(node, by, problems)
        if statement is not None:
            statements.append(statement)
        if seal is not None:
            seals.append(seal)
        elif seals:
            problems.add(node.line, "this entry is not sealed, and others are: all of them are, or none")
    if len(seals) < len(statements) and seals:
        problems.add(found[0], f"{len(seals)} of {len(statements)} entries are sealed: all of them are, or none")
    return tuple(statements), tuple(seals)


def _entry(node: Node, by: str, problems: Problems) -> tuple[Statement | None, Seal | None]:
    if not isinstance(node, Table):
        problems.add(node.line, "an entry is a table: day, by, a fact, evidence")
        return None, None
    before = len(problems.found)
    fields = by_name(node, problems)
    plain: dict[str, Any] = {"by": by} if by else {}
    seal = None
    for name, (line, one) in fields.items():
        if name in FRAME:
            plain["effective" if name == "day" else name] = as_value(one, FRAME[name], name, problems)
        elif name == "evidence":
            plain["evidence"] = [_evidence(each, problems) for each in _items(one)]
        elif name == "sealed":
            seal = _seal(one, problems)
        elif name not in KINDS:
            problems.add(line, f"an entry has no field {name!r}{nearest(name, ENTRY)}")
    kinds = [name for name in fields if name in KINDS]
    if len(kinds) != 1:
        told = f"has {' and '.join(kinds)}" if kinds else "has none"
        problems.add(node.line, f"an entry states one fact, such as event.noted; this one {told}")
    else:
        plain |= {"kind": kinds[0], "fact": as_record(fields[kinds[0]][1], KINDS[kinds[0]], kinds[0], problems)}
    if "day" not in fields:
        problems.add(node.line, "an entry needs day: the day from which it holds")
    if "by" not in plain:
        problems.add(node.line, "an entry needs by: who says so; or the casebook does, for all that have none")
    return (_statement(plain, node.line, problems) if len(problems.found) == before else None), seal


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Listing) else [node]


def _evidence(node: Node, problems: Problems) -> dict[str, Any]:
    if isinstance(node, Words):
        parted = _parted(node.text)
        return {"document": parted.document, "provision": parted.provision}
    plain = as_record(node, Evidence, "evidence", problems)
    if plain.get("quote") and "digest" not in plain:
        plain["digest"] = digest_of(plain["quote"])
    return plain


def _seal(node: Node, problems: Problems) -> Seal | None:
    found = SEALED.match(node.text) if isinstance(node, Words) else None
    try:
        if found is not None and (recorded := datetime.fromisoformat(found["recorded"])).tzinfo is not None:
            return Seal(int(found["number"]), recorded, found["digest"])
    except ValueError:
        pass
    problems.add(node.line, "sealed: expected number, moment with time zone, and digest (64 signs 0-9 a-f)")
    return None


def _statement(plain: dict[str, Any], line: int, problems: Problems) -> Statement | None:
    try:
        return statement_from_plain(plain)
    except MalformedRecord as exc:
        problems.add(line, str(exc))
        return None


def _told(problems: Problems) -> str:
    found = sorted(problems.found)
    told = [f"line {line}: {message}" for line, message in found[:SHOWN]]
    if len(found) > SHOWN:
        told.append(f"and {len(found) - SHOWN} more")
    return told[0] if len(told) == 1 else f"{len(found)} problems in the casebook\n  " + "\n  ".join(told)
