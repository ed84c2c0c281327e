"""What the meta block says beside names: steps, events, what was found in the text, and bodies and persons in it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from operative.domain.documents import Document
from operative.domain.readings import Reading
from operative.exchange.addresses import address_of
from operative.exchange.akn.head import document_name
from operative.exchange.akn.iris import slug, work_iri
from operative.exchange.characters import as_attribute, as_text, as_uri
from operative.exchange.found import analysis_as_dict
from operative.vocabulary.loader import load

__all__ = ["analysis", "events", "named"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
SOURCE = 'source="#operative"'


def events(document: Document) -> str:
    """The lifecycle and the workflow of a text, as far as it says its day: a draft is proposed, others adopted."""
    if not DAY.match(document.adopted):
        return ""
    draft = document_name(document.kind, document.symbol).startswith("draft")
    outcome = "proposed" if draft else "adopted"
    day = document.adopted
    return (
        f'<lifecycle {SOURCE}><eventRef eId="event_1" date="{day}" source="#original" refersTo="#{outcome}"'
        f' type="generation"/></lifecycle><workflow {SOURCE}><step date="{day}" by="#body" as="#issuingBody"'
        f' outcome="#{outcome}"/></workflow>'
    )


def analysis(reading: Reading, names: Mapping[str, str]) -> str:
    """What was found in the text: acts, references, mandates, conditions and goals, each value an element of ours.

    `names` are the identifiers of elements by those of provisions. Places in the source are left out: an element says
    with `href` where its words stand here.
    """
    found = analysis_as_dict(reading)
    if not any(found.values()):
        return ""
    written = "".join(_element(name, value, names) for name, value in found.items())
    ours = f'<op:analysis xmlns:op="{load("akn")["analysis"]["namespace"]}">{written}</op:analysis>'
    return f"<analysis {SOURCE}><otherAnalysis {SOURCE}>{ours}</otherAnalysis></analysis>"


def named(reading: Reading) -> str:
    """References to the text itself, the documents that it cites, who is asked, mechanisms, and the kinds of events."""
    document = reading.document
    written = [f'<original eId="original" href="{as_attribute(work_iri(document))}" showAs="{_shown(document)}"/>']
    written += _distinct("activeRef", "cited", _cited(reading))
    mechanisms = {one.mechanism.key or one.mechanism.name: one.mechanism.name for one in reading.goals}
    written += _distinct("TLCOrganization", "mechanism", _placed("organization", mechanisms))
    asked = {quote.words: quote.words for act in reading.acts for quote in act.addressees}
    written += _distinct("TLCRole", "addressee", _placed("role", asked))
    if DAY.match(document.adopted):
        for name, words in (("adopted", "Adopted"), ("proposed", "Proposed")):
            written.append(f'<TLCConcept eId="{name}" href="/akn/ontology/concept/operative/{name}" showAs="{words}"/>')
        written.append('<TLCEvent eId="adoption" href="/akn/ontology/event/operative/adoption" showAs="Adoption"/>')
    return "".join(written)


def _shown(document: Document) -> str:
    return as_attribute(document.symbol or document.number or document.title[:80] or document.kind)


def _cited(reading: Reading) -> Iterator[tuple[str, str]]:
    """The addresses of other documents that the text cites, with what it calls them."""
    for one in reading.references:
        if one.target and not one.target.startswith("#"):
            address = address_of(one.target, {}, reading.source.language or "en")
            yield address or f"/akn/ontology/reference/{one.target.replace(' ', '_')}", one.target


def _placed(sort: str, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """An address in the ontology for each name."""
    for key, words in found.items():
        yield f"/akn/ontology/{sort}/operative/{slug(key) or 'unnamed'}", words


def _distinct(element: str, name: str, found: Iterator[tuple[str, str]]) -> list[str]:
    """One element for each address, numbered."""
    once: dict[str, str] = {}
    for address, words in found:
        once.setdefault(address, words)
    return [
        f'<{element} eId="{name}_{place}" href="{as_uri(address)}" showAs="{as_attribute(words)}"/>'
        for place, (address, words) in enumerate(once.items(), 1)
    ]


def _element(name: str, value: Any, names: Mapping[str, str]) -> str:
    """A value of JSON as an element with its type; words have none."""
    match value:
        case dict():
            here = names.get(value.get("provision") or "")
            link = f' href="#{here}"' if here else ""
            inner = "".join(_element(key, one, names) for key, one in value.items())
            return f'<op:{name} type="table"{link}>{inner}</op:{name}>'
        case list():
            inner = "".join(_element("item", one, names) for one in value)
            return f'<op:{name} type="list">{inner}</op:{name}>'
        case bool():
            return f'<op:{name} type="flag">{"true" if value else "false"}</op:{name}>'
        case None:
            return f'<op:{name} type="none"/>'
        case int() | float():
            return f'<op:{name} type="number">{value}</op:{name}>'
    return f"<op:{name}>{as_text(value)}</op:{name}>"
