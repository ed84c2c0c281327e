"""What an Akoma Ntoso document that Operative wrote says was found in it."""

import json
from typing import Any

from lxml import etree

from operative.text.akn.parsing import local, parse_akn
from operative.text.bounded import ask_bounded
from operative.vocabulary.loader import load

__all__ = ["pack_analysis", "read_analysis"]


def read_analysis(data: bytes) -> dict[str, Any]:
    """The acts, references, mandates, conditions and goals that the document says were found, as JSON has them.

    Places in a source are not among them; {} where the document says nothing. It is read in a child process with
    limits; raises `UnreadableSource` or one of its kinds.
    """
    found: dict[str, Any] = json.loads(ask_bounded("read", "operative.text.akn.analysis:pack_analysis", data))
    return found


def pack_analysis(data: bytes) -> bytes:
    """What `read_analysis` gives, as bytes: the work of the child process."""
    root, _ = parse_akn(data)
    found = next(root.iter(f"{{{load('akn')['analysis']['namespace']}}}analysis"), None)
    values = {} if found is None else {local(one): _value(one) for one in found}
    return json.dumps(values).encode()


def _value(element: etree._Element) -> Any:
    match element.get("type"):
        case "table":
            return {local(one): _value(one) for one in element}
        case "list":
            return [_value(one) for one in element]
        case "flag":
            return element.text == "true"
        case "none":
            return None
        case "number":
            return json.loads(element.text or "0")
    return element.text or ""
