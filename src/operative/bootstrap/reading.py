"""Wires the parts together: what the command line, other programs and `operative.read` call."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from operative import reading as pipeline
from operative.bootstrap.analyses import analysis_of, check_analysis
from operative.bootstrap.configuration import value_of
from operative.clauses.acts import find_acts
from operative.domain.acts import Act
from operative.domain.claims import Author, Claim, Stand, anchor_of
from operative.domain.conditions import Condition
from operative.domain.documents import Document
from operative.domain.findings import Finding
from operative.domain.goals import Goal
from operative.domain.mandates import Mandate
from operative.domain.passages import make_passages
from operative.domain.provisions import Note, Provision
from operative.domain.readings import Extent
from operative.domain.readings import Reading as Read
from operative.domain.references import Reference
from operative.domain.sources import Source
from operative.domain.texts import Text
from operative.errors import UnreadableSource, WrongCall
from operative.exchange.akn import render_akn
from operative.exchange.akn.iris import find_iri
from operative.exchange.claims import read_claims, render_claims
from operative.exchange.found import act_as_dict
from operative.exchange.html import render_html
from operative.exchange.json import render_json
from operative.exchange.markdown import render_markdown
from operative.exchange.model import Endpoint, suggest_claims
from operative.text.bounded import read_bounded
from operative.text.languages import find_language
from operative.vocabulary.loader import LANGUAGES

__all__ = [
    "Reading",
    "bytes_of",
    "claims_of",
    "configured_model",
    "read",
    "read_acts",
    "read_text",
    "record_correction",
]

TRUSTED = frozenset({"text/plain"})
"""Media types whose reader runs in this process: they have no parser that a hostile file could turn against us."""


class Reading:
    """What was read out of one source; acts and references are found when they are first asked for."""

    def __init__(
        self,
        read: pipeline.Read,
        claims: Sequence[Claim] = (),
        model: Endpoint | None = None,
        said: Mapping[str, Any] | None = None,
    ) -> None:
        self._claims, self._model, self._said = tuple(claims), model, said or {}
        documents = tuple(replace(d, iri=d.iri or find_iri(d)) for d in read.structure.documents)
        self._read = replace(read, structure=replace(read.structure, documents=documents))

    @cached_property
    def whole(self) -> Read:
        """The reading as one frozen value."""
        whole = pipeline.understand(self._read, self._claims)
        whole = replace(whole, findings=(*whole.findings, *check_analysis(whole, self._said)))
        return whole if self._model is None else self._suggested(whole, self._model)

    def _suggested(self, whole: Read, model: Endpoint) -> Read:
        """The reading with what a model adds where rules and persons say nothing."""
        words = {
            provision.id: passage.text
            for passage in make_passages(whole.provisions)
            for provision in passage.provisions
        }
        claims: list[Claim] = list(self._claims)
        doubts: list[Finding] = []
        for act in whole.acts:
            found, findings = suggest_claims(model, act, words[act.provision], datetime.now(UTC))
            claims += found
            doubts += findings
        settled = pipeline.understand(self._read, claims)
        return replace(settled, findings=(*settled.findings, *doubts))

    @cached_property
    def _linked(self) -> Read:
        """The reading without acts: all that a mark-up of the text needs."""
        references, _ = pipeline.find_links(self._read)
        return self._read.reading(references)

    @property
    def source(self) -> Source:
        """The bytes that came in."""
        return self._read.source

    @property
    def text(self) -> Text:
        """The source text with its geometry."""
        return self._read.text

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the source, at least one."""
        return self._read.structure.documents

    @property
    def document(self) -> Document:
        """The first, and mostly the only, document of the source."""
        return self.documents[0]

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions in the order of the text."""
        return self._read.structure.provisions

    @property
    def notes(self) -> tuple[Note, ...]:
        """All footnotes in order."""
        return self._read.structure.notes

    @property
    def extents(self) -> tuple[Extent, ...]:
        """Where every visible character of the source went."""
        return self._read.structure.extents

    @property
    def acts(self) -> tuple[Act, ...]:
        """What the body does, provision by provision."""
        return self.whole.acts

    @property
    def references(self) -> tuple[Reference, ...]:
        """Citations of documents and of places in the text."""
        return self.whole.references

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """The duties that the acts put on somebody."""
        return self.whole.mandates

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Explicit conditions with what they bind and the elements that they protect."""
        return self.whole.conditions

    @property
    def goals(self) -> tuple[Goal, ...]:
        """Standings that are to be reached or kept."""
        return self.whole.goals

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at."""
        return self.whole.findings

    def to_json(self) -> str:
        """The reading in the form `operative/reading@1`."""
        return render_json(self.whole)

    def to_akn(self, *, analysed: bool = True) -> bytes:
        """The reading as Akoma Ntoso 1.0, with what was found in the text.

        Not `analysed`, it is the mark-up alone, in a fraction of the time: only what the text cites is looked for.
        """
        return render_akn(self.whole if analysed else self._linked, analysed=analysed)

    def to_markdown(self) -> str:
        """The text as Markdown."""
        return render_markdown(self.whole)

    def to_html(self) -> str:
        """The text as one page that needs nothing else."""
        return render_html(self.whole)


def bytes_of(source: str | Path | bytes, name: str | None = None, unnamed: str = "source") -> tuple[bytes, str]:
    """The bytes of a file, or those given, with the name that they are called by; bytes without one are `unnamed`.

    Raises `UnreadableSource` where the file cannot be opened.
    """
    if isinstance(source, bytes):
        return source, name or unnamed
    path = Path(source)
    try:
        return path.read_bytes(), name or path.name
    except OSError as exc:
        raise UnreadableSource(f"{path}: {exc.strerror or exc}") from exc


def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    language: str | None = None,
    changes: str = "accepted",
    claims: Sequence[Claim] = (),
    model: Endpoint | None = None,
) -> Reading:
    """What is in a file or in bytes.

    `name` is how the source is called where bytes come without one; `language` one of ar, en, es, fr, ru, zh, found
    where None;
    `changes` says how tracked changes are read, accepted or original; `claims` are what persons said of its
    values. Raises `UnreadableSource` where no text can be
    had.
    """
    data, known = bytes_of(source, name)
    structure = pipeline.read_structure(data, known, language, changes, read_text)
    return Reading(structure, claims, model, analysis_of(structure.source.media_type, data))


def read_text(media_type: str, data: bytes, changes: str) -> Text:
    """Hostile formats are read in a bounded child process."""
    if media_type in TRUSTED:
        return pipeline.read_here(media_type, data, changes)
    return read_bounded(pipeline.READERS[media_type], data, changes=changes)


def read_acts(text: str, *, body: str = "", adopted: str = "", language: str | None = None) -> list[dict[str, Any]]:
    """The acts of one operative paragraph in the form of the annotation guide."""
    found = language or find_language(text)
    return [
        act_as_dict(act) for act in find_acts(text, found if found in LANGUAGES else "en", body=body, adopted=adopted)
    ]


def configured_model() -> Endpoint | None:
    """The model that is set (`model.url`, `model.name`, `model.key`); None where no address is."""
    url = value_of("model.url")
    return Endpoint(url, value_of("model.name") or "default", value_of("model.key")) if url else None


def claims_of(file: Path) -> tuple[Claim, ...]:
    """The claims of a file; raises `DamagedSource` for a line that is none, `UnreadableSource` where it cannot be
    read.
    """
    try:
        return read_claims(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as exc:
        raise UnreadableSource(f"{file}: {exc}") from exc


def record_correction(
    source: Path,
    *,
    act: str,
    field: str,
    by: str,
    at: datetime,
    file: Path,
    added: str | None = None,
    rejected: str | None = None,
    kind: str = "",
    value: str = "",
    language: str | None = None,
) -> int:
    """The number of claims in the file after a person's word on a value of an act was added to it.

    Raises `WrongCall` for an act that the source does not have.
    """
    whole = read(source, language=language).whole
    words = {p.id: passage.text for passage in make_passages(whole.provisions) for p in passage.provisions}
    found = next((one for one in whole.acts if one.id == act), None)
    if found is None:
        known = ", ".join(one.id for one in whole.acts[:8])
        raise WrongCall(f"{source} has no act {act!r}; there are: {known}{' ...' if len(whole.acts) > 8 else ''}")
    anchor = anchor_of(found, words[found.provision])
    made = [
        Claim(anchor, field, words_said, stand, Author.PERSON, by, at, kind if stand is Stand.ADDED else "", value)
        for words_said, stand in ((rejected, Stand.REJECTED), (added, Stand.ADDED))
        if words_said
    ]
    claims = (*(claims_of(file) if file.exists() else ()), *made)
    file.write_text(render_claims(claims), "utf-8")
    return len(claims)
