"""Official mark-up into a corpus: documents a second with everything, and without the acts, and the second run."""

import random
import shutil
import time
from pathlib import Path

from readings import workshop
from rows import Row

from operative.bootstrap.bulk import read_into
from operative.corpus.corpora import Corpus
from operative.corpus.indexing import refresh_index

JOBS = 2
SAMPLE = 600
"""Documents that are read in full; the order is shuffled, since sessions differ in length."""


def measure(data: Path) -> list[Row]:
    """Rates with and without acts, and the share that a second run takes."""
    files = sorted((data / "unxml").rglob("*.xml"))
    random.Random(1).shuffle(files)
    place = workshop(data, "corpus")
    files = files[:SAMPLE]
    listing = place / "sample.manifest"
    listing.write_text("\n".join(map(str, files)), "utf-8")
    whole, again, provisions = rate(listing, place / "whole", quick=False)
    quick, _, _ = rate(listing, place / "quick", quick=True)
    name = f"{len(files)} documents, {provisions:,} provisions"
    note = f"{quick:.0f}/s without acts, so the acts take {1 - whole / quick:.0%} of the time"
    return [
        Row("corpus read, indexed", name, whole, 100, unit="/s", note=note),
        Row("corpus read, second run : first", name, again, 0.05, "lower", "x"),
    ]


def rate(listing: Path, place: Path, *, quick: bool) -> tuple[float, float, int]:
    """Documents a second, the time of a second run by that of the first, and how many provisions there are."""
    shutil.rmtree(place, ignore_errors=True)
    times = []
    for _ in range(2):
        begun = time.perf_counter()
        summary = read_into([listing], place, jobs=JOBS, quick=quick)
        refresh_index(Corpus.open(place))
        times.append(time.perf_counter() - begun)
        if len(times) == 1:
            first = summary
    return first.read / times[0], times[1] / times[0], first.provisions


if __name__ == "__main__":
    import sys

    for row in measure(Path(sys.argv[1])):
        print(row)
