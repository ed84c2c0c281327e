"""YAML as nodes that know their lines: words stay as they are written, and nothing is ever executed or copied.

Anchors, aliases, tags and second documents are refused, depth and size are bounded, and no word is turned into a
number, a date or a truth value: that is for whoever knows what is expected there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from operative.errors import MalformedRecord

__all__ = ["Listing", "Node", "Table", "Words", "read_nodes"]

DEPTH = 16
SIZE = 128 * 2**20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Only its parser is used: events come out, and no object is made."""
CONTENT = (yaml.NodeEvent, yaml.CollectionEndEvent)


@dataclass(frozen=True, slots=True)
class Words:
    """A scalar as written; `bare` where it stood in no quotation marks and in no block."""

    text: str
    line: int
    bare: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of nodes."""

    items: "list[Node]"
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs of a key and a node; the same key may stand there twice, for the reader to refuse."""

    pairs: "list[tuple[Words, Node]]"
    line: int


Node = Words | Listing | Table


def read_nodes(text: str) -> Node:
    """The one document that a text holds; raises `MalformedRecord` with the line, for what is no plain YAML too."""
    if len(text) > SIZE:
        raise MalformedRecord(f"a text of {len(text):,} characters is more than is read: {SIZE:,}")
    try:
        text.encode()
        events = _plain_events(yaml.parse(text, Loader=LOADER))
        found = _node(next(events), events, 1)
        for _ in events:  # what stands behind the document is refused where it is met
            continue
        return found
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        place = f"line {mark.line + 1}: " if mark is not None else ""
        raise MalformedRecord(f"{place}this is no YAML: {exc.problem or exc.context}") from exc
    except (yaml.YAMLError, UnicodeEncodeError) as exc:
        raise MalformedRecord(f"this is no YAML: {' '.join(str(exc).split())}") from exc


def _plain_events(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events of the content; raises for all that a plain document does not have."""
    documents = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise MalformedRecord(
                f"line {_line(event)}: anchors and aliases (&, *) are not read; write it out, or in quotes"
            )
        if getattr(event, "tag", None):
            raise MalformedRecord(f"line {_line(event)}: tags (!) are not read; write the words alone, or in quotes")
        if isinstance(event, CONTENT):
            yield event
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise MalformedRecord(f"line {_line(event)}: a second document begins; one file holds one")
    if not documents:
        raise MalformedRecord("there is nothing in it")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    line = _line(event)
    if isinstance(event, yaml.ScalarEvent):
        return Words(event.value, line, event.style is None or event.style == "")
    if depth > DEPTH:
        raise MalformedRecord(f"line {line}: more than {DEPTH} lists and tables in each other")
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(one := next(events), yaml.SequenceEndEvent):
            items.append(_node(one, events, depth + 1))
        return Listing(items, line)
    pairs = []
    while not isinstance(one := next(events), yaml.MappingEndEvent):
        key = _node(one, events, depth + 1)
        if not isinstance(key, Words):
            raise MalformedRecord(f"line {key.line}: the name of a field is a word")
        pairs.append((key, _node(next(events), events, depth + 1)))
    return Table(pairs, line)
