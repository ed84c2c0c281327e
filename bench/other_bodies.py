"""Other bodies: is a numbered paragraph lost?"""

import json
import re
from pathlib import Path

from readings import read_into, workshop
from rows import Row

OPENING = re.compile(r"^[ \t]{0,12}(?P<number>\d{1,3})\.[ \t]+(?P<words>[A-Z][a-z]+(?: [a-z]+){2,6})", re.MULTILINE)
"""A numbered paragraph as such texts print it: number, stop, a capital verb and some words."""


def measure(data: Path) -> list[Row]:
    """The share of numbered paragraphs of the texts whose first words open a provision of the reading."""
    place = workshop(data, "other_bodies")
    files = {path.name: path for path in sorted((data / "other_bodies_dev").glob("*.txt"))}
    read_into(files, place / "readings")
    rows: list[Row] = []
    for series in ("unfccc", "unsc"):
        found = all_ = 0
        missed: list[str] = []
        for name, path in files.items():
            if not name.startswith(series):
                continue
            reading = place / "readings" / f"{Path(name).stem}.json"
            provisions = json.loads(reading.read_text("utf-8"))["provisions"] if reading.exists() else []
            heads = {re.sub(r"\W+", " ", provision["text"])[:24].lower() for provision in provisions}
            for match in OPENING.finditer(path.read_text("utf-8", "replace")):
                head = re.sub(r"\W+", " ", match["words"])[:24].lower()
                all_ += 1
                if any(other.startswith(head) for other in heads):
                    found += 1
                else:
                    missed.append(f"{name} {match['number']}")
        note = f"{all_} paragraphs"
        rows.append(
            Row(
                "numbered paragraphs kept",
                f"{series} texts",
                found / max(1, all_),
                0.99,
                missed=tuple(missed),
                note=note,
            )
        )
    return rows
