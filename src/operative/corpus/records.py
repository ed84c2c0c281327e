"""A reading -> the rows that a corpus keeps of it."""

from bisect import bisect_right
from collections.abc import Sequence

from operative.domain.acts import Act, Quote
from operative.domain.documents import Document
from operative.domain.holdings import HeldAct, HeldProvision, HeldReference, Holding, Intake, IntakeRecord
from operative.domain.provisions import Provision
from operative.domain.references import Reference
from operative.domain.sources import Source

__all__ = ["KEY_DIGITS", "key_of", "make_record"]

KEY_DIGITS = 16


def key_of(sha256: str, number: int = 0) -> str:
    """The key of a document: the first digits of the digest of its source, and "-2" from the second document on."""
    return sha256[:KEY_DIGITS] + (f"-{number + 1}" if number else "")


def make_record(
    source: Source,
    documents: Sequence[Document],
    provisions: Sequence[Provision],
    acts: Sequence[Act],
    references: Sequence[Reference],
) -> IntakeRecord:
    """The rows of one source. The identifiers of provisions are those of the reading, which holds all documents."""
    keys = [key_of(source.sha256, number) for number in range(len(documents))]
    of = places_of(documents, provisions, keys)
    return IntakeRecord(
        Intake(source.sha256, source.name, source.media_type, source.language),
        tuple(held(document, key, source) for document, key in zip(documents, keys, strict=True)),
        tuple(
            HeldProvision(of[p.id], p.id, p.kind.value, p.text, p.number or "", p.parent or "", p.lead or "")
            for p in provisions
        ),
        tuple(held_act(act, of.get(act.provision, keys[0])) for act in acts),
        tuple(
            HeldReference(of.get(one.provision, keys[0]), one.provision, one.quote, one.target, one.pinpoint)
            for one in references
        ),
    )


def places_of(documents: Sequence[Document], provisions: Sequence[Provision], keys: Sequence[str]) -> dict[str, str]:
    """The key of the document of each provision."""
    at = {provision.id: place for place, provision in enumerate(provisions)}
    firsts = [at.get(document.first, 0) for document in documents]
    firsts[0] = 0
    return {provision.id: keys[bisect_right(firsts, place) - 1] for place, provision in enumerate(provisions)}


def held(document: Document, key: str, source: Source) -> Holding:
    """The row of a document."""
    return Holding(
        key=key,
        name=source.name,
        language=source.language,
        kind=document.kind,
        symbol=document.symbol,
        number=document.number,
        title=document.title,
        body=document.body,
        body_name=document.body_name,
        session=document.session,
        adopted=document.adopted,
        iri=document.iri,
    )


def held_act(act: Act, document: str) -> HeldAct:
    """The row of an act."""

    def words(quotes: Sequence[Quote]) -> tuple[str, ...]:
        return tuple(quote.words for quote in quotes)

    return HeldAct(
        document,
        act.provision,
        act.id,
        act.lead,
        act.force.value,
        act.action,
        words(act.addressees),
        words(act.deliverables),
        words(act.recipients),
        tuple(timing.kind.value for timing in act.timings),
        tuple(timing.value for timing in act.timings),
        tuple(timing.quote for timing in act.timings),
        words(act.conditions),
        act.reporting_duty,
    )
