"""Of what a paper was made, as properties of a document of a word processor, which keeps them when it saves."""

import hashlib
from collections.abc import Mapping

from operative.domain.papers import Paper
from operative.exchange.characters import as_attribute, as_text, without_controls
from operative.exchange.papers.json import render_json

__all__ = ["digest_of", "properties_of", "properties_xml"]

KIND = "http://schemas.openxmlformats.org/officeDocument/2006"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that people and programs add, by its fixed name."""
FIRST = 2
"""The first number that such a property can have (ISO/IEC 29500-1, 22.3)."""


def digest_of(paper: Paper) -> str:
    """SHA-256, in hex, of all that the paper says."""
    return hashlib.sha256(render_json(paper)).hexdigest()


def properties_of(paper: Paper) -> Mapping[str, str]:
    """What says of a file which paper it was: dossier, kind, day, language, entries, and what was asked for."""
    origin = paper.origin
    return {
        "OperativeDossier": paper.dossier,
        "OperativeKind": str(paper.kind),
        "OperativeAsOf": paper.on.isoformat(),
        "OperativeLanguage": paper.language,
        "OperativeVersion": str(origin.version),
        "OperativeLedger": origin.digest,
        "OperativeStyle": origin.style,
        "OperativeOld": origin.old,
        "OperativeNew": origin.new,
        "OperativePaper": digest_of(paper),
    }


def properties_xml(paper: Paper) -> bytes:
    """The part with the properties."""
    lines = "".join(
        f'<property fmtid="{FORMAT}" pid="{number}" name="{as_attribute(name)}">'
        f"<vt:lpwstr>{as_text(without_controls(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties_of(paper).items(), FIRST)
        if value
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{KIND}/custom-properties" xmlns:vt="{KIND}/docPropsVTypes">{lines}</Properties>'
    ).encode()
