"""The duties of a reading as rows for a person: who, when, where, in which words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from operative.cli.wording import clean
from operative.domain.acts import Act, Force, Quote, Timing
from operative.domain.mandates import Mandate, Modality
from operative.domain.provisions import Kind, Provision

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["Asked", "duties_of", "full_numbers", "label_of", "located_numbers", "places_of"]

NUMBERED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PREAMBULAR, Kind.BODY)
MISSES = 20
"""So many addressees that do not stand behind the verb, and the others are not looked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One duty as a row: who, when, where, the verb, the words, and what hangs on it."""

    addressees: tuple[str, ...]
    timings: tuple[Timing, ...]
    number: str
    lead: str
    words: str
    facts: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    provision: str = ""
    own: bool = False
    """Whether the body decided it for itself."""


def duties_of(reading: "Reading", numbers: Mapping[str, str]) -> Iterator[Asked]:
    """Every mandate, and every act that asks something and became no mandate."""
    acts = {act.id: act for act in reading.acts}
    conditions = {
        condition.id: f"that of {numbers.get(condition.provision, condition.provision)}, below"
        if condition.elements
        else clean(condition.quote.words)
        for condition in reading.conditions
    }
    done = set()
    for mandate in reading.mandates:
        done.add(name := f"{mandate.paragraph}-act{mandate.act}")
        yield of_mandate(mandate, acts.get(name), conditions, numbers)
    texts = {provision.id: provision.text for provision in reading.provisions}
    after = {act.id: other for act, other in zip(reading.acts, reading.acts[1:], strict=False)}
    for act in reading.acts:
        if act.force is not Force.POSITION and act.id not in done:
            yield of_act(act, after.get(act.id), clean(texts.get(act.provision, "")), numbers)


def of_mandate(mandate: Mandate, act: Act | None, conditions: Mapping[str, str], numbers: Mapping[str, str]) -> Asked:
    """The row of a mandate."""
    lead = "may" if mandate.modality is Modality.PERMISSION else act.lead if act else ""
    return Asked(
        addressees=words_of(mandate.addressees),
        timings=mandate.timings,
        number=numbers.get(mandate.provision, mandate.provision),
        lead=clean(lead),
        words=clean(mandate.duty.words),
        facts=facts_of(mandate, mandate.scope if mandate.reporting_duty else ()),
        conditions=tuple(conditions[id] for id in mandate.conditions if id in conditions),
        provision=mandate.provision,
        own=mandate.modality is Modality.DECISION,
    )


def of_act(act: Act, after: Act | None, text: str, numbers: Mapping[str, str]) -> Asked:
    """The row of an act: its words are those behind its addressees, up to the next act of the same provision."""
    begun = text.find(clean(act.lead)) + len(clean(act.lead))
    end = len(text)
    if after is not None and after.provision == act.provision:
        found = text.find(clean(after.lead), begun)
        end = found if found > 0 else end
    missed = 0
    for name in words_of(act.addressees):
        found = text.find(name, begun, end)
        begun = found + len(name) if found >= 0 else begun
        missed += found < 0
        if missed > MISSES:
            break
    return Asked(
        addressees=words_of(act.addressees),
        timings=act.timings,
        number=numbers.get(act.provision, act.provision),
        lead=clean(act.lead),
        words=text[begun:end].strip(" ,;").removesuffix(" and").strip(" ,;:.") or clean(act.action),
        facts=facts_of(act, ()),
        conditions=words_of(act.conditions),
        provision=act.provision,
        own=act.force is Force.DECISION,
    )


def words_of(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The words of some values, fit for a terminal."""
    return tuple(clean(quote.words) for quote in quotes)


def facts_of(source: Act | Mandate, scope: Iterable[Quote]) -> tuple[str, ...]:
    """What hangs on a duty: to whom, through whom, on what, with which money."""
    facts = ["report"] if source.reporting_duty else []
    facts += [f"to {words}" for words in words_of(source.recipients)]
    facts += [f"through {words}" for words in words_of(source.channels)]
    facts += [f"on {words}" for words in words_of(scope)]
    return (*facts, *(f"money: {words}" for words in words_of(source.resources)))


def label_of(provision: Provision) -> str:
    """What stands in the margin: the printed number, or the identifier of an unnumbered paragraph."""
    if provision.number:
        return clean(provision.number)
    return "" if provision.kind in (Kind.ENACTING, Kind.HEADING, Kind.CLOSING, Kind.TITLE) else provision.id


def full_numbers(provisions: Iterable[Provision]) -> dict[str, str]:
    """The number of every provision with those of its parents: "3 (a)"; the identifier where there is none."""
    numbers: dict[str, str] = {}
    for provision in provisions:
        if provision.kind in NUMBERED:
            above = numbers.get(provision.parent or "", "") if provision.parent in numbers else ""
            numbers[provision.id] = f"{above} {label_of(provision).removesuffix('.')}".strip()
    return numbers


def places_of(reading: "Reading") -> dict[str, int]:
    """In which of the documents of a file each provision stands."""
    firsts = {document.first: place for place, document in enumerate(reading.documents) if document.first}
    several, here = len(reading.documents) > 1, 0
    places: dict[str, int] = {}
    for provision in reading.provisions:
        here = firsts.get(provision.id, here) if several else 0
        places[provision.id] = here
    return places


def located_numbers(reading: "Reading") -> dict[str, str]:
    """The full numbers, behind the number of the document where a file holds several: "Decision 4, 3 (a)"."""
    numbers = full_numbers(reading.provisions)
    if len(reading.documents) < 2:
        return numbers
    places = places_of(reading)
    names = [document.number or document.symbol or f"text {at}" for at, document in enumerate(reading.documents, 1)]
    return {id: f"{clean(names[places[id]])}, {number}" for id, number in numbers.items()}
