"""A reading as JSON for other programs: the contract `operative/reading@1`."""

import json
import re
from typing import Any

from operative.domain.documents import Document
from operative.domain.findings import Finding
from operative.domain.provisions import Note, Provision
from operative.domain.readings import Reading
from operative.exchange.akn.iris import find_iri
from operative.exchange.found import found_as_dict, span_of

__all__ = ["FORMAT", "reading_as_dict", "render_json"]

SURROGATE = re.compile("[\ud800-\udfff]")
FORMAT = "operative/reading@1"


def render_json(reading: Reading) -> str:
    """The reading as one JSON object, keys in the order of the contract, each provision and act on its own line."""
    parts = []
    for name, value in reading_as_dict(reading).items():
        if isinstance(value, list) and value:
            inner = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in value)
            parts.append(f' "{name}": [\n  {inner}]')
        else:
            parts.append(f' "{name}": {json.dumps(value, ensure_ascii=False)}')
    return _without_surrogates("{\n" + ",\n".join(parts) + "\n}\n")


def reading_as_dict(reading: Reading) -> dict[str, Any]:
    """The contract `operative/reading@1`; `documents` comes only where the source holds more than one."""
    out: dict[str, Any] = {"format": FORMAT, "source": _source(reading), "document": _document(reading.document)}
    if len(reading.documents) > 1:
        out["documents"] = [{**_document(document), "first": document.first or None} for document in reading.documents]
    out["provisions"] = [_provision(provision) for provision in reading.provisions]
    out["notes"] = [_note(note) for note in reading.notes]
    out |= found_as_dict(reading)
    out["findings"] = [_finding(finding) for finding in reading.findings]
    return out


def _source(reading: Reading) -> dict[str, Any]:
    source = reading.source
    return {
        "name": source.name,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "pages": source.pages,
        "language": source.language,
    }


def _document(document: Document) -> dict[str, Any]:
    """What the document says of itself; null is unstated."""
    values = {
        "kind": document.kind,
        "symbol": document.symbol,
        "number": document.number,
        "title": document.title,
        "body": document.body_name or document.body,
        "session": document.session,
        "adopted": document.adopted,
        "iri": document.iri or find_iri(document),
        "body_id": document.body,
        "agenda_item": document.agenda_item,
        "distribution": document.distribution,
        "meeting": document.meeting,
        "vote": document.vote,
    }
    return {name: value or None for name, value in values.items()}


def _provision(provision: Provision) -> dict[str, Any]:
    return {
        "id": provision.id,
        "kind": str(provision.kind),
        "number": provision.number,
        "parent": provision.parent,
        "lead": provision.lead,
        "text": provision.text,
        "page": provision.page,
        "span": span_of(provision.span),
        "notes": list(provision.notes),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "marker": note.marker,
        "text": note.text,
        "provision": note.provision or None,
        "span": span_of(note.span),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "span": span_of(finding.span),
    }


def _without_surrogates(words: str) -> str:
    """The words with a visible mark in place of half characters, which no encoding can hold."""
    return SURROGATE.sub("\ufffd", words)
