"""Suggested verdicts against readers' verdicts, on our own gold and on the founding pair, and the time they take.

    python bench/verdicts.py DATA

The part of the gold that is called held was written before the rules, blind2 after them and before they were run on it;
both are only counted. The time is for 50 elements on a draft of 20 pages made of our own words by a seeded chance.
"""

import random
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from rows import Row  # noqa: E402  the folder of the benchmark is no package
from tests.comparison.verdict_gold import AGREEMENT, GOLD, RESOLUTION, Judged, judged, whole  # noqa: E402

from operative.comparison.verdicts import suggest_verdicts  # noqa: E402
from operative.domain.verdicts import Suggestion, Verdict  # noqa: E402

HALVES = ("dev", "seen", "held", "blind2")
VERDICT, PASSAGE = 0.85, 0.95
MOST = 1.0
"""Seconds for 50 elements on 20 pages."""
ELEMENTS, SENTENCES, ROUNDS = 50, 400, 3
# fmt: off
NOUNS = [
    "survey", "harbour", "pilot", "rescue", "chart", "coast", "tide", "signal", "vessel", "lamp", "anchor",
    "buoy", "cable", "reef", "dune", "ferry", "lagoon", "marsh", "mast", "oar", "pier", "quay", "rudder",
    "sail", "shoal", "sluice", "storm", "strait", "tiller", "wharf",
]
# fmt: on
SIDES = ("Institute", "Alliance")
VERBS = ("supports", "examines", "shall publish", "may review", "agrees to maintain", "shall not limit", "recognizes")


def measure(data: Path) -> list[Row]:
    """Right verdicts, right passages and unsafe ones for each set, and seconds."""
    rows = [row for half in HALVES for row in _scored(f"own gold, {half}", list(judged(half)))]
    place = _founding(data)
    if place is not None:
        rows += _scored("founding pair", list(_founding_pairs(place)))
    return [*rows, *_speed()]


def _scored(name: str, pairs: Sequence[Judged]) -> Iterator[Row]:
    wrong = [str(pair) for pair in pairs if not pair.right]
    told = [pair for pair in pairs if pair.verdict is not Verdict.SILENT]
    lost = [str(pair) for pair in told if pair.suggested.passage != pair.passage]
    unsafe = [str(pair) for pair in pairs if pair.unsafe]
    note = f"{len(pairs)} pairs of element and draft"
    yield Row("verdicts: right", name, 1 - len(wrong) / len(pairs), VERDICT, missed=tuple(wrong), note=note)
    yield Row("verdicts: right passage", name, 1 - len(lost) / len(told), PASSAGE, missed=tuple(lost))
    yield Row("verdicts: lost, but suggested as kept", name, len(unsafe), 0, "lower", "pairs", tuple(unsafe))


def _founding(data: Path) -> Path | None:
    """The folder with the founding case, beside the packs where they were unpacked from."""
    origin = data / ".origin"
    places: Iterable[Path] = (data, Path(origin.read_text("utf-8").strip())) if origin.exists() else (data,)
    return next((place for place in places if (place / "case").is_dir() and (place / "seed").is_dir()), None)


def _founding_pairs(place: Path) -> Iterator[Judged]:
    resolution = whole((place / "seed" / "resolution-1309.txt").read_bytes())
    text = (place / "case" / "A_RES_70_296.txt").read_text("utf-8").replace("\xa0", " ")
    table = tomllib.loads((GOLD / "founding.toml").read_text("utf-8"))
    for row in ({"why": "as it is", "swap": [], "verdicts": table["verdicts"]}, *table["altered"]):
        altered = text
        for old, new in row["swap"]:
            altered = altered.replace(old, new)
        found: dict[str, Suggestion] = {one.element: one for one in suggest_verdicts(resolution, whole(altered))}
        for element, (verdict, passage) in row["verdicts"].items():
            yield Judged(f"{row['why']}: {element}", Verdict(verdict), passage, found[element])


def _speed() -> Iterator[Row]:
    chance = random.Random(7)
    topics = [f"in the {one} of {other}s" for one in NOUNS for other in NOUNS if one != other]
    says = "The Institute is an essential partner " + ", ".join(chance.sample(topics, ELEMENTS - 1))
    sentences = [
        f"{number}. The {chance.choice(SIDES)} {chance.choice(VERBS)} the {chance.choice(NOUNS)} of "
        + " and ".join(f"{chance.choice(NOUNS)}s {chance.choice(topics)}" for _ in range(3))
        for number in range(1, SENTENCES + 1)
    ]
    resolution = whole(RESOLUTION.format(says=f"{says} and {topics[0]}"))
    body = ".\n".join(sentences) + "."
    begun = time.perf_counter()
    draft = whole(AGREEMENT.format(preamble="Recalling their friendship,", body=body))
    read = time.perf_counter() - begun
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        found = suggest_verdicts(resolution, draft)
        times.append(time.perf_counter() - begun)
    elements = sum(1 for one in found if one.element)
    note = f"{elements} elements, {len(body.split())} words; {min(times) / read:.2f} of the time to read the draft"
    yield Row("verdicts: time", "50 elements, 20 pages", min(times), MOST, "lower", "s", note=note)


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1])):
        print(row.what, row.data, row.figure, row.unit, row.note, *row.missed, sep=" | ")
