"""Source -> reading: the order of the stages, and the only place that knows it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from operative.clauses.acts import find_checked_acts
from operative.clauses.references import find_references
from operative.domain.acts import Act, Quote, Timing
from operative.domain.claims import Claim, settle
from operative.domain.findings import Finding, Severity
from operative.domain.passages import Passage, make_passages
from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading, Structure
from operative.domain.references import Reference
from operative.domain.sources import Source
from operative.domain.spans import Span
from operative.domain.texts import Text
from operative.errors import WrongCall
from operative.mandates.derivation import derive_duties
from operative.structure.resolution import split_structure
from operative.text.languages import find_language
from operative.text.media import find_media_type
from operative.vocabulary.bodies import organ_of
from operative.vocabulary.loader import LANGUAGES, known_language

__all__ = [
    "CHANGES",
    "READERS",
    "Read",
    "ReadText",
    "find_deeds",
    "find_links",
    "read_here",
    "read_source",
    "read_structure",
    "understand",
]

ReadText = Callable[[str, bytes, str], Text]
"""Reads bytes of a media type, with tracked changes `accepted` or `original`: the port to the readers of formats."""

CHANGES = ("accepted", "original")
DEFAULT_LANGUAGE = "en"
READERS = {
    "text/plain": "operative.text.plain:read_plain",
    "text/html": "operative.text.html:read_html",
    "application/akn+xml": "operative.text.akn:read_akn",
    "application/pdf": "operative.text.pdf:read_pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "operative.text.docx:read_docx",
}
"""Where the reader of each media type is; loaded on first use, since each brings a library along."""


def read_here(media_type: str, data: bytes, changes: str) -> Text:
    """The text of the bytes, read in this process."""
    module, _, name = READERS[media_type].partition(":")
    reader = getattr(import_module(module), name)
    options = {"changes": changes} if "wordprocessingml" in media_type else {}
    text: Text = reader(data, **options)
    return text


@dataclass(frozen=True, slots=True)
class Read:
    """A source with its text and its structure: all that stages 1 and 2 give."""

    source: Source
    text: Text
    structure: Structure
    findings: tuple[Finding, ...]

    def reading(self, references: tuple[Reference, ...] = ()) -> Reading:
        """The structure and its references as one value, without what stages 3 and 4 find."""
        structure = self.structure
        return Reading(
            source=self.source,
            text=self.text,
            documents=structure.documents,
            provisions=structure.provisions,
            notes=structure.notes,
            acts=(),
            references=references,
            findings=self.findings,
            extents=structure.extents,
        )


def read_structure(
    data: bytes, name: str, language: str | None = None, changes: str = "accepted", read_text: ReadText = read_here
) -> Read:
    """What stages 1 and 2 read out of the bytes.

    Raises `UnreadableSource` where no text can be had, `UnknownLanguage` and `WrongCall` for options that make no
    sense.
    """
    if changes not in CHANGES:
        raise WrongCall(f"no way to read tracked changes is called {changes!r}; there are: {', '.join(CHANGES)}")
    if language is not None:
        known_language(language)
    media_type = find_media_type(data, name)
    text = read_text(media_type, data, changes)
    found = language or text.language or find_language(text.content)
    doubts: list[Finding] = []
    style = found if found in LANGUAGES else DEFAULT_LANGUAGE
    if found not in LANGUAGES:
        message = f"the language is not known ({found}); read as {DEFAULT_LANGUAGE}; --language says it"
        doubts.append(Finding("language-unknown", Severity.WARNING, message))
    structure = split_structure(text, style)
    source = Source(name, media_type, hashlib.sha256(data).hexdigest(), text.pages, found)
    return Read(source, text, structure, (*text.findings, *doubts, *structure.findings))


def read_source(
    data: bytes, name: str, language: str | None = None, changes: str = "accepted", read_text: ReadText = read_here
) -> Reading:
    """Everything that can be read out of the bytes; raises as `read_structure` does."""
    return understand(read_structure(data, name, language, changes, read_text))


def find_links(read: Read) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """The references of all provisions, spans in the source, and a finding for each that leads nowhere."""
    language = _language_of(read)
    organ = _organ_of(read)
    known = frozenset(provision.id for provision in read.structure.provisions)
    out: list[Reference] = []
    findings: list[Finding] = []
    for provision in read.structure.provisions:
        for reference in find_references(provision.text, language, body=organ):
            placed = _placed(reference, provision, known)
            out.append(placed)
            if not placed.target:
                findings.append(
                    Finding("reference-unresolved", Severity.INFO, f"no target for “{placed.quote}”", placed.span)
                )
    return tuple(out), tuple(findings)


def _placed(reference: Reference, provision: Provision, known: frozenset[str]) -> Reference:
    """The reference with its place in the source; an inner target is an id of this text, or "" where there is none."""
    target = reference.target
    if target.startswith("#") and target != "#self":
        target = _inner_target(target, provision, known)
    span = provision.source_of(reference.span.start, reference.span.end)
    return replace(reference, target=target, span=span, provision=provision.id)


def _inner_target(target: str, provision: Provision, known: frozenset[str]) -> str:
    """ "#op5" as printed; "#.a" below the paragraph that says so; in an annex or a later document, under its prefix."""
    bare = target.removeprefix("#")
    own = provision.id.partition(".")[0]
    for candidate in (
        bare,
        f"{own}{bare}" if bare.startswith(".") else f"{own}.{bare}",
        f"{own}.{bare.removeprefix('op')}",
    ):
        if candidate in known:
            return f"#{candidate}"
    return ""


def find_deeds(read: Read) -> tuple[list[tuple[Passage, tuple[Act, ...]]], tuple[Finding, ...]]:
    """Each passage with its acts, whose spans count characters of the passage, and what a person should look at."""
    language, adopted = _language_of(read), read.structure.documents[0].adopted
    deeds: list[tuple[Passage, tuple[Act, ...]]] = []
    findings: list[Finding] = []
    for passage in make_passages(read.structure.provisions):
        acts, doubts = find_checked_acts(passage.text, language, adopted=adopted)
        deeds.append((passage, tuple(_named(act, passage, number) for number, act in enumerate(acts, 1))))
        if passage.head.kind is Kind.OPERATIVE:
            findings += [_in_source(doubt, passage) for doubt in doubts]
    return deeds, tuple(findings)


def understand(read: Read, claims: Sequence[Claim] = ()) -> Reading:
    """The reading with stages 3 and 4 done: acts as the claims of persons leave them, and what follows from them."""
    references, unresolved = find_links(read)
    deeds, doubts = find_deeds(read)
    if claims:
        deeds = [(p, tuple(settle(act, p.text, claims, Span) for act in acts)) for p, acts in deeds]
    passages, found = [passage for passage, _ in deeds], [acts for _, acts in deeds]
    derived = derive_duties(passages, found, read.structure.provisions, _language_of(read)).in_source(passages)
    return replace(
        read.reading(references),
        acts=tuple(_act_in_source(act, passage) for passage, acts in deeds for act in acts),
        mandates=derived.mandates,
        conditions=derived.conditions,
        goals=derived.goals,
        findings=(*read.findings, *unresolved, *doubts),
    )


def _in_source(doubt: Finding, passage: Passage) -> Finding:
    return replace(doubt, span=passage.source_of(doubt.span) if doubt.span else None)


def _named(act: Act, passage: Passage, number: int) -> Act:
    return replace(act, id=f"{passage.head.id}-act{number}", provision=passage.provision_at(act.span.start).id)


def _language_of(read: Read) -> str:
    return read.source.language if read.source.language in LANGUAGES else DEFAULT_LANGUAGE


def _organ_of(read: Read) -> str:
    return organ_of(read.structure.documents[0].body)


def _act_in_source(act: Act, passage: Passage) -> Act:
    """The act with spans that count characters of the source."""

    def quotes(values: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(replace(value, span=passage.source_of(value.span)) for value in values)

    def timings(values: tuple[Timing, ...]) -> tuple[Timing, ...]:
        return tuple(replace(value, span=passage.source_of(value.span)) for value in values)

    return replace(
        act,
        span=passage.source_of(act.span),
        addressees=quotes(act.addressees),
        deliverables=quotes(act.deliverables),
        recipients=quotes(act.recipients),
        channels=quotes(act.channels),
        timings=timings(act.timings),
        conditions=quotes(act.conditions),
        resources=quotes(act.resources),
    )
