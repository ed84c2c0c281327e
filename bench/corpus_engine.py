"""The distributed engine: two workers of Ray against one in the same run, and whether the corpus is the same."""

import random
import shutil
import time
from importlib.util import find_spec
from pathlib import Path

from readings import workshop
from rows import Row

from operative.bootstrap.bulk import read_into

SAMPLE = 400
FLOOR = 1.6


def measure(data: Path) -> list[Row]:
    """How much faster two workers are than one; the start of the cluster is not counted."""
    if find_spec("ray") is None:
        return [Row("corpus read on Ray, two workers : one", "akn_en_dev", None, FLOOR, note="Ray is not installed")]
    files = sorted((data / "unxml").rglob("*.xml"))
    random.Random(2).shuffle(files)
    place = workshop(data, "engine")
    listing = place / "sample.manifest"
    listing.write_text("\n".join(map(str, files[:SAMPLE])), "utf-8")
    shutil.rmtree(place / "local", ignore_errors=True)
    read_into([listing], place / "local", jobs=2)
    times = {workers: seconds(listing, place / f"ray{workers}", workers) for workers in (1, 2)}
    same = all(content(place / f"ray{workers}") == content(place / "local") for workers in (1, 2))
    data_name = f"{SAMPLE} documents"
    note = f"one worker {SAMPLE / times[1]:.0f}/s, two {SAMPLE / times[2]:.0f}/s"
    return [
        Row("corpus read on Ray, two workers : one", data_name, times[1] / times[2], FLOOR, unit="x", note=note),
        Row("corpus of Ray is that of the pool, byte by byte", data_name, float(same), 1.0),
    ]


def seconds(listing: Path, place: Path, workers: int) -> float:
    """The time of a reading with so many workers, which are warm."""
    import ray

    shutil.rmtree(place, ignore_errors=True)
    ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        read_into([listing], place.with_name("warm"), jobs=workers, engine="ray", quick=True)
        begun = time.perf_counter()
        read_into([listing], place, jobs=workers, engine="ray")
        return time.perf_counter() - begun
    finally:
        ray.shutdown()
        shutil.rmtree(place.with_name("warm"), ignore_errors=True)


def content(place: Path) -> dict[str, bytes]:
    """The parts of a corpus, file by file."""
    return {str(path.relative_to(place)): path.read_bytes() for path in (place / "parts").rglob("*.parquet")}


if __name__ == "__main__":
    import sys

    for row in measure(Path(sys.argv[1])):
        print(row)
