"""Real documents of other bodies than the UN organs, against what a reader counted in them."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from operative.domain.provisions import Kind
from operative.domain.readings import Structure
from operative.domain.texts import Text
from operative.structure.resolution import split_structure
from operative.text.pdf import read_pdf
from operative.text.plain import read_plain

pytestmark = pytest.mark.field
COUNTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
FILES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "field" / "other_bodies.toml").read_text("utf-8")
)["file"]
PACKS = {
    "unfccc": "other_bodies_dev",
    "unsc": "other_bodies_dev",
    "who": "other_bodies_dev",
    "ICPE": "argmining_zurich",
}
OPENING = re.compile(r"^[ \t]*(?P<number>\d{1,3})\.[ \t]+(?P<words>[A-Z][a-z]+)", re.MULTILINE)


@pytest.fixture
def find(field_data: Path, field_pack: Callable[[str], Path]) -> Callable[[str], Path]:
    """Where a file of the list stands: in a pack, or in a folder of its own."""

    def found(name: str) -> Path:
        pack = next((pack for head, pack in PACKS.items() if name.startswith(head)), None)
        return next((field_pack(pack) if pack else field_data).rglob(name))

    return found


def read(path: Path) -> Text:
    if path.suffix == ".pdf":
        return read_pdf(path.read_bytes())
    if path.suffix == ".json":
        paragraphs = json.loads(path.read_text("utf-8"))["body"]["paragraphs"]
        return read_plain("\n\n".join(" ".join(p["para"].split()) for p in paragraphs).encode())
    return read_plain(path.read_bytes())


def counts(structure: Structure) -> Iterator[list[int]]:
    """Preambular, operative and sub-paragraphs of each document."""
    starts = [document.first for document in structure.documents[1:]]
    found = [0, 0, 0]
    for provision in structure.provisions:
        if provision.id in starts:
            yield found
            found = [0, 0, 0]
        if provision.kind in COUNTED:
            found[COUNTED.index(provision.kind)] += 1
    yield found


@pytest.mark.parametrize("wanted", FILES, ids=[file["name"] for file in FILES])
def test_reads_what_a_reader_counted(wanted: dict[str, Any], find: Callable[[str], Path]) -> None:
    structure = split_structure(read(find(wanted["name"])), wanted.get("language", "en"))
    said = [
        {name: getattr(document, name) for name in expected if name != "counts"}
        for document, expected in zip(structure.documents, wanted["documents"], strict=True)
    ]

    assert said == [{n: v for n, v in expected.items() if n != "counts"} for expected in wanted["documents"]]
    assert list(counts(structure)) == [expected["counts"] for expected in wanted["documents"]]
    assert len(structure.notes) == wanted.get("notes", len(structure.notes))
    assert sum(p.kind is Kind.ARTICLE for p in structure.provisions) == wanted.get("articles", 0)


@pytest.mark.parametrize("series", ["unfccc", "unsc"])
def test_no_numbered_paragraph_is_lost(series: str, field_pack: Callable[[str], Path]) -> None:
    """Every line that begins with a number and a verb in the third person is a provision of its own."""
    lost: list[str] = []
    seen = 0
    for path in sorted(field_pack("other_bodies_dev").rglob(f"{series}*.txt")):
        text = read(path)
        begins = {p.span.start for p in split_structure(text, "en").provisions}
        for match in OPENING.finditer(text.content):
            if match["words"].endswith("s"):
                seen += 1
                if match.start("number") not in begins:
                    lost.append(f"{path.name} {match['number']} {match['words']}")

    assert seen > 1000
    assert len(lost) <= seen // 500, lost
