"""Readings of PDF and of plain text against the official mark-up of the same documents."""

import csv
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from readings import read_into, score_folder, workshop
from rows import Row

SAMPLE = 400
LANGUAGES = {"eng": "en", "fra": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh"}
PDF_FLOORS = {
    "preambular F1": 0.99, "operative F1": 0.99, "subparagraph F1": 0.97, "lead": 0.99, "number": 0.995,
    "parent": 0.98, "exact documents": 0.85,
}  # fmt: skip
KIND = re.compile(
    r"^(?P<kind>preambular|operative|subparagraph)\s+gold\s+(?P<gold>\d+).*?F1 (?P<f1>[\d.]+)"
    r"\s+lead (?P<lead>[\d.]+)\s+number (?P<number>[\d.]+)(?:\s+parent (?P<parent>[\d.]+))?"
)
EXACT = re.compile(r"without a reading (?P<lost>\d+)\s+exact (?P<exact>[\d.]+)")
UNCLEAN = re.compile(r"^(?P<name>\S.*): gold \d+ read \d+ matched \d+$")


def measure(data: Path) -> list[Row]:
    """PDF, English rendered text, and rendered text in six languages."""
    rows: list[Row] = []
    for pack in ("pdf_dev", "pdf_benchmark"):
        rows += pdf_rows(data, pack)
    for pack in ("akn_en_dev", "akn_en_benchmark"):
        files = members(data, pack)
        step = max(1, len(files) // SAMPLE) if pack == "akn_en_dev" else 1
        floors = {f"{kind} F1": 0.985 for kind in ("preambular", "operative")}
        rows += text_rows(data, files[::step], f"text of {pack}", floors)
    for pack in ("akn_six_dev", "akn_six_benchmark"):
        for ending, code in LANGUAGES.items():
            floor = {"eng": 0.985, "fra": 0.97, "spa": 0.97, "rus": 0.97}.get(ending, 0.95)
            floors = {f"{kind} F1": floor for kind in ("preambular", "operative")}
            rows += text_rows(data, sorted((data / pack).glob(f"*.{ending}.xml")), f"text of {pack} {code}", floors)
    return rows


def members(data: Path, pack: str) -> list[Path]:
    """The documents of a pack, as its list of contents names them."""
    return sorted(
        data / name for name in (data / f"{pack}.list").read_text("utf-8").splitlines() if name.endswith(".xml")
    )


def pdf_rows(data: Path, pack: str) -> list[Row]:
    """The score of all PDFs of a pack."""
    place = workshop(data, pack)
    with (data / pack / "pairs.csv").open(encoding="utf-8") as table:
        pairs = list(csv.DictReader(table))
    read_into({Path(pair["pdf"]).name: data / pair["pdf"] for pair in pairs}, place / "readings")
    return score(data, data / pack / "pairs.csv", data, place / "readings", pack, PDF_FLOORS)


def text_rows(data: Path, files: Iterable[Path], label: str, floors: Mapping[str, float]) -> list[Row]:
    """The score of documents rendered as the plain text that an extractor would give."""
    place = workshop(data, re.sub(r"\W+", "_", label))
    (place / "texts").mkdir()
    render = renderer(data)
    pairs: list[tuple[str, str, str]] = []
    unparsed = 0
    texts: dict[str, Path] = {}
    for number, path in enumerate(files):
        name = f"{number:04d}-{re.sub(r'[^A-Za-z0-9]+', '_', path.stem)}"
        try:
            text = render(path)
        except (ValueError, SyntaxError):  # some official files are not well-formed, on purpose
            unparsed += 1
            continue
        texts[f"{name}.txt"] = place / "texts" / f"{name}.txt"
        texts[f"{name}.txt"].write_text(text, "utf-8")
        pairs.append((path.stem, f"{name}.txt", str(path.relative_to(data))))
    with (place / "pairs.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([("symbol", "pdf", "akn_xml"), *pairs])
    read_into(texts, place / "readings")
    note = f"{len(pairs)} documents" + (f", {unparsed} not well-formed" if unparsed else "")
    return score(data, place / "pairs.csv", data, place / "readings", label, floors, note)


def renderer(data: Path):  # type: ignore[no-untyped-def]
    """The function of the scoring programs that renders mark-up as text."""
    sys.path.insert(0, str(score_folder(data)))
    from render import render  # found only now: the folder is beside the data, not in the project

    return render


def score(
    data: Path, pairs: Path, akn: Path, readings: Path, label: str, floors: Mapping[str, float], note: str = ""
) -> list[Row]:
    """The rows that structure.py's report makes."""
    call = [
        sys.executable,
        "structure.py",
        pairs.resolve(),
        "--akn",
        akn.resolve(),
        "--readings",
        readings.resolve(),
        "--each",
    ]
    done = subprocess.run(
        [str(word) for word in call], cwd=score_folder(data), capture_output=True, text=True, check=True
    )
    figures: dict[str, float] = {}
    weights: dict[str, list[tuple[float, float]]] = {"lead": [], "number": [], "parent": []}
    missed: list[str] = []
    for line in done.stdout.splitlines():
        if match := KIND.match(line):
            figures[f"{match['kind']} F1"] = float(match["f1"])
            for part in weights:
                if match[part] and (part != "lead" or match["kind"] != "subparagraph"):
                    weights[part].append((float(match[part]), float(match["gold"])))
        elif match := EXACT.search(line):
            figures["exact documents"] = float(match["exact"])
            if int(match["lost"]):
                note = f"{match['lost']} not read" + (f"; {note}" if note else "")
        elif match := UNCLEAN.match(line):
            missed.append(match["name"])
    for part, values in weights.items():
        if total := sum(weight for _, weight in values):
            figures[part] = sum(value * weight for value, weight in values) / total
    if not floors.keys() >= {"lead"}:  # what matters for text is whether paragraphs are found
        figures = {what: figure for what, figure in figures.items() if what not in weights}
    return [
        Row(what, label, figure, floors.get(what), note=note, missed=tuple(missed) if what == "exact documents" else ())
        for what, figure in figures.items()
    ]
