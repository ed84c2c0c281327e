"""A dossier as JSON-LD: its entries with their evidence, what they speak of, and back again without loss."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from operative.domain.days import PartialDate
from operative.domain.documents import Document
from operative.domain.entries import Entry
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DossierOpened
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed
from operative.domain.windows import Precision
from operative.dossiers.history import History
from operative.dossiers.ledger import entry_as_plain, entry_from_plain
from operative.dossiers.mandates import find_mandates
from operative.dossiers.titles import Names, names_of, title_of
from operative.errors import MalformedRecord
from operative.exchange.akn.iris import find_iri
from operative.exchange.linked.words import concept_of, schemes
from operative.vocabulary.bodies import body_of_name

__all__ = ["NOWHERE", "context", "read_linked", "render_linked"]

NOWHERE = "https://operative.invalid"
"""Where a dossier is said to be whose place nobody names: an address that can never be anybody's (RFC 2606)."""
TYPES = {Precision.DAY: "xsd:date", Precision.MONTH: "xsd:gYearMonth", Precision.YEAR: "xsd:gYear"}
Node = dict[str, Any]


@cache
def context() -> Node:
    """The context that comes along and stands in every file: nothing is fetched to read one."""
    found: Node = json.loads((files("operative.exchange.linked") / "context.jsonld").read_text("utf-8"))["@context"]
    return found


def render_linked(key: str, entries: Iterable[Entry], history: History, site: str = "") -> bytes:
    """The ledger of a dossier as JSON-LD; states are those of the day of the history.

    `site` is where its pages are served: its documents, passages and entries are then named by the addresses there.
    """
    graph = [*_Graph(key, site).nodes(tuple(entries), history), *schemes()]
    told = {"@context": context(), "graph": graph}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def read_linked(data: bytes) -> tuple[Entry, ...]:
    """The entries that a file holds, each as it was recorded, in order; raises `MalformedRecord`."""
    try:
        graph = json.loads(data)["graph"]
        records = [node["record"] for node in graph if "record" in node]
    except (ValueError, KeyError, TypeError) as exc:
        raise MalformedRecord(f"this is no dossier as JSON-LD: {exc}") from exc
    return tuple(sorted(map(entry_from_plain, records), key=lambda one: one.number))


class _Graph:
    """Makes the nodes of one dossier, each under one name."""

    def __init__(self, key: str, site: str) -> None:
        self._base = f"{site or NOWHERE}/dossiers/{quote(key)}/"

    def nodes(self, entries: tuple[Entry, ...], history: History) -> Iterator[Node]:
        """The dossier, then everything in it, in the order of the ledger."""
        names, seen = names_of(history), set[str]()
        opened = next((one.fact for one in entries if isinstance(one.fact, DossierOpened)), None)
        yield {"id": self._base, "type": ["op:Dossier", "prov:Bundle"], "title": opened.title if opened else ""}
        for entry in entries:
            for node in (*self._entry(entry, names), *self._stated(entry.fact)):
                # People, and passages that many entries cite, stand once.
                if node["id"] not in seen:
                    seen.add(node["id"])
                    yield node
        for view in find_mandates(history):
            yield {"id": self._thing(view.id), "state": concept_of(view.state)}

    def _entry(self, entry: Entry, names: Names) -> Iterator[Node]:
        said = entry.statement
        node = {
            "id": self._number(entry.number),
            "type": ["op:Entry", "prov:Entity"],
            "inDossier": self._base,
            "number": entry.number,
            "kind": entry.fact.kind,
            "label": title_of(entry.fact, names),
            "recorded": entry.recorded.isoformat(),
            "holdsFrom": _day(entry.effective),
            "by": self._person(said.by),
            "basis": concept_of(said.basis),
            "evidence": [self._passage(one) for one in said.evidence],
            "digest": entry.digest,
            "record": entry_as_plain(entry),
        }
        if said.corrects is not None:
            node["corrects"] = self._number(said.corrects)
        subject = _subject(entry.fact)
        if subject:
            node["states"] = self._thing(subject)
        yield node
        yield {"id": self._person(said.by), "type": ["prov:Agent", "prov:Person"], "name": said.by}
        for one in said.evidence:
            yield self._quoted(one)

    def _quoted(self, one: Evidence) -> Node:
        """A passage: a place in a document, with the words that are quoted of it."""
        kind = "eli:LegalResourceSubdivision" if one.provision else "eli:LegalResource"
        node: Node = {"id": self._passage(one), "type": ["prov:Entity", kind]}
        if one.provision:
            node |= {"partOf": self._document(one.document), "place": one.provision}
        node |= {"words": one.quote} if one.quote else {}
        return node | ({"url": one.url} if one.url else {})

    def _stated(self, fact: Fact) -> Iterator[Node]:
        """What a fact brings into the dossier: a document, a mandate, a condition, an element, a goal, a mechanism."""
        match fact:
            case DocumentNamed():
                yield self._named(fact)
            case DocumentAttached(document, sha256):
                yield {"id": f"{self._document(document)}#text", "type": "prov:Entity",
                       "partOf": self._document(document), "sha256": sha256}  # fmt: skip
            case MandateStated(id_, document, provision, label, modality):
                yield self._part(id_, "op:Mandate", document, provision) | {
                    "label": label,
                    "modality": concept_of(modality),
                    "condition": [self._thing(one) for one in fact.conditions],
                }
            case ConditionStated(id_, document, provision):
                yield self._part(id_, "op:Condition", document, provision) | {"label": fact.label}
            case ElementStated(id_, condition):
                yield {"id": self._thing(id_), "type": "op:Element", "label": fact.label,
                       "condition": [self._thing(condition)]}  # fmt: skip
            case GoalStated(id_, document, provision, mechanism):
                yield self._part(id_, "op:Goal", document, provision) | {"mechanism": self._thing(mechanism)}
            case MechanismDescribed(key, name, abbreviation):
                node: Node = {"id": self._thing(key), "type": ["op:Mechanism", "skos:Concept"], "notation": key,
                              "preferred": {"en": name}, "other": [abbreviation] if abbreviation else []}  # fmt: skip
                yield node | ({"broader": self._thing(fact.parent)} if fact.parent else {})

    def _named(self, fact: DocumentNamed) -> Node:
        """A document, with the identifier under which its organization publishes it, where that can be told."""
        kinds = ["eli:LegalResource", "prov:Entity"]
        node: Node = {"id": self._document(fact.key), "type": kinds, "title": fact.title or fact.symbol}
        node |= {"role": concept_of(fact.role), "inDossier": self._base}
        body = body_of_name(fact.body, "en")
        dated = fact.dated.iso if fact.dated else ""
        published = find_iri(
            Document(str(fact.role), fact.symbol, fact.symbol, body=body.key if body else "", body_name=fact.body,
                     adopted=dated)
        )  # fmt: skip
        told = {"symbol": fact.symbol, "passedBy": fact.body, "url": fact.url, "identifier": published}
        node |= {name: value for name, value in told.items() if value}
        return node | ({"dated": _day(fact.dated)} if fact.dated else {})

    def _part(self, id_: str, kind: str, document: str, provision: str) -> Node:
        return {"id": self._thing(id_), "type": kind, "askedIn": self._passage(Evidence(document, provision))}

    def _number(self, number: int) -> str:
        return f"{self._base}ledger/#entry-{number}"

    def _thing(self, id_: str) -> str:
        return f"{self._base}#{quote(id_, safe='')}"

    def _person(self, name: str) -> str:
        return f"{self._base}people/#{quote(name, safe='')}"

    def _document(self, key: str) -> str:
        return f"{self._base}documents/{quote(key, safe='')}/"

    def _passage(self, one: Evidence) -> str:
        """A place in a document; with words of its own it is a passage apart from the whole place."""
        place = f"#{quote(one.provision, safe='')}" if one.provision else ""
        words = f"{'&' if place else '#'}words-{one.digest[:16]}" if one.quote and one.digest else ""
        return f"{self._document(one.document)}{place}{words}"


def _subject(fact: Fact) -> str:
    """The id of what a fact is about: a mandate, an element, a mechanism; "" where it has no name of its own."""
    return next((str(value) for name in ("mandate", "element", "mechanism", "id", "key")
                 if (value := getattr(fact, name, ""))), "")  # fmt: skip


def _day(day: PartialDate) -> Node:
    """A day as precisely as it is known."""
    return {"@value": day.iso, "@type": TYPES[day.precision]}
