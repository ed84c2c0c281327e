"""Many sources into a corpus: what is there already is passed over, the rest is read by a pool of processes."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

from operative.bootstrap.cluster import work_off_on_ray
from operative.bootstrap.pool import Lost, work_off
from operative.bootstrap.reading import Reading, read_text
from operative.bootstrap.shelving import Shelf
from operative.bootstrap.supplies import Supply, supplies_of
from operative.corpus.corpora import Corpus
from operative.corpus.packing import PackedRecord, pack_record
from operative.corpus.records import make_record
from operative.corpus.registries import is_registry, read_registry
from operative.domain.holdings import Intake, IntakeRecord
from operative.errors import OperativeError
from operative.reading import find_deeds, find_links, read_structure

__all__ = ["ENGINES", "LOCAL", "BulkSummary", "read_into"]

LOCAL = "local"

Job = tuple[str, str, bytes]
"""Digest, name and bytes of a source."""


Engine: TypeAlias = Callable[
    [Iterable[Job], Callable[[Job], PackedRecord], type[PackedRecord], int], Iterator[tuple[Job, PackedRecord | Lost]]
]
ENGINES: dict[str, Engine] = {LOCAL: work_off, "ray": work_off_on_ray}
"""Who does the work, by the name that a person calls it."""


@dataclass(slots=True)
class BulkSummary:
    """What came of a bulk reading; `failed` has name, code and message of each source that was not read."""

    read: int = 0
    known: int = 0
    documents: int = 0
    provisions: int = 0
    acts: int = 0
    failed: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def codes(self) -> Counter[str]:
        """How often each error came."""
        return Counter(code for _, code, _ in self.failed)


def read_into(
    names: Sequence[Path],
    folder: Path,
    *,
    jobs: int,
    engine: str = LOCAL,
    quick: bool = False,
    retry: bool = False,
    watch: Callable[[BulkSummary], None] = lambda summary: None,
) -> BulkSummary:
    """Take all sources that the names mean into the corpus in a folder, and say what came of it.

    A source whose bytes the corpus knows is passed over, one that failed before too, unless `retry`. `quick` leaves out
    the acts. `engine` is a pool of processes here, or a cluster of Ray: the same corpus comes of both. `watch` is
    called after each source. The search index grows along. Stopped at any time, the next call goes on where this one
    stopped.
    """
    corpus = Corpus.open_or_make(folder)
    known = {intake.sha256 for intake in corpus.intakes if not (retry and intake.error)}
    summary = BulkSummary()
    work = partial(read_packed, quick=quick)
    with Shelf(folder) as shelf:
        for job, result in ENGINES[engine](unknown(names, known, summary), work, PackedRecord, jobs):
            record = result if isinstance(result, PackedRecord) else pack_record(lost(job, result))
            count(record, summary)
            shelf.put(record)
            watch(summary)
    return summary


def unknown(names: Sequence[Path], known: set[str], summary: BulkSummary) -> Iterator[Job]:
    """The sources that the corpus does not know yet; what cannot be loaded is counted."""
    for supply in supplies_of(names):
        try:
            if isinstance(supply, OperativeError):
                raise supply
            data = supply.read()
        except OperativeError as exc:
            summary.failed.append((supply.name if isinstance(supply, Supply) else "", exc.code, str(exc)))
            continue
        digest = hashlib.sha256(data).hexdigest()
        if digest in known:
            summary.known += 1
        else:
            known.add(digest)
            yield digest, supply.name, data


def read_packed(job: Job, quick: bool) -> PackedRecord:
    """`take_in`, ready for the way to another process."""
    return pack_record(take_in(job, quick))


def take_in(job: Job, quick: bool) -> IntakeRecord:
    """What the corpus keeps of one source; an error of Operative becomes part of it."""
    digest, name, data = job
    try:
        if is_registry(data):
            return read_registry(data, name)
        read = read_structure(data, name, read_text=read_text)
    except OperativeError as exc:
        return IntakeRecord(Intake(digest, name, error=exc.code, message=str(exc)))
    reading = Reading(read)
    references, _ = find_links(read)
    deeds = [] if quick else find_deeds(read)[0]
    acts = [act for _, acts in deeds for act in acts]
    return make_record(reading.source, reading.documents, reading.provisions, acts, references)


def lost(job: Job, result: Lost) -> IntakeRecord:
    """What the corpus keeps of a source that took its process with it."""
    digest, name, _ = job
    return IntakeRecord(Intake(digest, name, error=result.code, message=result.message))


def count(record: PackedRecord, summary: BulkSummary) -> None:
    """Add one source to the summary."""
    if record.intake.error:
        summary.failed.append((record.intake.name, record.intake.error, record.intake.message))
        return
    summary.read += 1
    summary.documents += record.documents
    summary.provisions += record.provisions
    summary.acts += record.acts
