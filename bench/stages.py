"""Processor time of each stage of a reading, by paragraph: official mark-up and plain text; and understanding beside
`bluebell-akn`, which gives the structure alone.

    python bench/stages.py DATA
"""

import hashlib
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from akn_speed import SIZES, bluebell_rate, repeated, sources
from rows import Row

from operative import reading as pipeline
from operative.corpus.parts import write_part
from operative.corpus.records import make_record
from operative.domain.holdings import IntakeRecord
from operative.domain.sources import Source
from operative.exchange.akn import render_akn
from operative.mandates.derivation import derive_duties
from operative.structure.resolution import split_structure
from operative.text.languages import find_language
from operative.text.media import find_media_type

SAMPLE = 200
"""Documents of official mark-up; the order is shuffled, since sessions differ in length."""
WARM = 10
"""Documents at the beginning that are read but not counted: they load the vocabularies."""
ROUNDS = 3
STAGES = ("text", "structure", "references", "acts", "mandates", "mark-up", "store")
UNDERSTOOD = ("text", "structure", "references", "acts", "mandates")

Made = TypeVar("Made")


class Clock:
    """Processor seconds by stage, and the paragraphs that they went to."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.paragraphs = 0

    def time(self, stage: str, work: Callable[[], Made]) -> Made:
        """What the work gives; its time is counted."""
        begun = time.process_time()
        made = work()
        self.spent[stage] += time.process_time() - begun  # type: ignore[assignment]
        return made

    def rate(self, stages: Iterable[str]) -> float:
        """Paragraphs a second through these stages, one after the other."""
        return self.paragraphs / sum(self.spent[stage] for stage in stages)


def measure(data: Path) -> list[Row]:
    """A row for each stage and kind of source, and the ratio of understanding to the structure of bluebell."""
    files = sorted((data / "unxml").rglob("*.xml"))
    random.Random(1).shuffle(files)
    rows = stage_rows("official mark-up", clocked([path.read_bytes() for path in files[: SAMPLE + WARM]], WARM))
    for name, texts in sources(data).items():
        text = repeated(texts, SIZES[0])
        rounds = [clocked([text.encode()]) for _ in range(ROUNDS)]
        best = max(rounds, key=lambda clock: clock.rate(UNDERSTOOD))
        rows += stage_rows(name, best)
        ours, theirs = best.rate(UNDERSTOOD), bluebell_rate(text)
        note = f"ours {ours:,.0f}/s for structure and understanding; bluebell {theirs:,.0f}/s for structure alone"
        rows.append(Row("understanding : bluebell", name, ours / theirs if theirs else None, 1.0, unit="x", note=note))
    return rows


def stage_rows(name: str, clock: Clock) -> list[Row]:
    """The time of each stage."""
    return [
        Row(f"stage: {stage}", name, clock.spent[stage] / clock.paragraphs * 1e6, better="lower", unit="µs a paragraph")
        for stage in STAGES
    ]


def clocked(sources: Iterable[bytes], warm: int = 0) -> Clock:
    """The time that each stage takes for these sources, without the first ones."""
    clock, records = Clock(), list[IntakeRecord]()
    for number, data in enumerate(sources):
        if number == warm:
            clock, records = Clock(), []
        records.append(read_by_stages(data, clock))
        clock.paragraphs += len(records[-1].provisions)
    with tempfile.TemporaryDirectory() as folder:
        clock.time("store", lambda: write_part(Path(folder), records))
    return clock


def read_by_stages(data: bytes, clock: Clock) -> IntakeRecord:
    """What a corpus keeps of a source that goes through all stages."""
    media_type = find_media_type(data, "source")
    text = clock.time("text", lambda: pipeline.read_here(media_type, data, "accepted"))
    language = text.language or find_language(text.content)
    structure = clock.time("structure", lambda: split_structure(text, language))
    source = Source("source", media_type, hashlib.sha256(data).hexdigest(), text.pages, language)
    read = pipeline.Read(source, text, structure, ())
    references, _ = clock.time("references", lambda: pipeline.find_links(read))
    deeds, _ = clock.time("acts", lambda: pipeline.find_deeds(read))
    passages, acts = [passage for passage, _ in deeds], [found for _, found in deeds]
    clock.time("mandates", lambda: derive_duties(passages, acts, structure.provisions, language).in_source(passages))
    clock.time("mark-up", lambda: render_akn(read.reading(references)))
    every = [act for found in acts for act in found]
    return make_record(source, structure.documents, structure.provisions, every, references)


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1])):
        print(f"{row.what:28}{row.data:18}{row.figure or 0:9.2f} {row.unit:16} {row.note}")
