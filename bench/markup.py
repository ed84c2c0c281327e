"""Official mark-up read, and written again: nothing lost, and valid even where the official file is not."""

import sys
from pathlib import Path

from against_markup import members
from lxml import etree
from readings import read_into, score_folder, workshop
from rows import Row

KINDS = ("preambular", "operative", "subparagraph")


def measure(data: Path) -> list[Row]:
    """F1 of the written mark-up against the official one, and the share that the official schema accepts."""
    place = workshop(data, "markup")
    files = {f"{number:04d}.xml": path for number, path in enumerate(members(data, "akn_en_benchmark"))}
    read_into(files, place / "written", "akn")
    schema = etree.XMLSchema(etree.parse(str(data / "vocab" / "akomantoso30.xsd")))
    sys.path.insert(0, str(score_folder(data)))
    from gold_akn import items  # found only now: the folder is beside the data, not in the project
    from structure import align, same_number

    gold_all = read_all = hits = numbers = valid = invalid_before = unwritten = 0
    missed: list[str] = []
    invalid: list[str] = []
    for name, path in files.items():
        written = place / "written" / f"{Path(name).stem}.akn.xml"
        try:
            official = etree.parse(str(path))
            gold = [item for item in items(str(path)) if item["kind"] in KINDS]
        except SyntaxError:
            continue  # not well-formed: there is nothing to compare with
        invalid_before += not schema.validate(official)
        if not written.exists():
            unwritten += 1
            missed.append(path.stem)
            gold_all += len(gold)
            continue
        if schema.validate(etree.parse(str(written))):
            valid += 1
        else:
            invalid.append(path.stem)
        ours = [item for item in items(str(written)) if item["kind"] in KINDS]
        pairs = align(gold, ours)
        gold_all, read_all, hits = gold_all + len(gold), read_all + len(ours), hits + len(pairs)
        numbers += sum(same_number(gold[g]["number"], ours[p]["number"]) for g, p in pairs)
        if not len(pairs) == len(gold) == len(ours):
            missed.append(path.stem)
    total = valid + len(invalid)
    note = f"{total} written, {unwritten} not; official: {invalid_before} invalid"
    return [
        Row(
            "written mark-up F1",
            "akn_en_benchmark",
            2 * hits / max(1, gold_all + read_all),
            0.999,
            missed=tuple(missed),
        ),
        Row("written mark-up number", "akn_en_benchmark", numbers / max(1, hits), 0.999),
        Row("schema-valid", "akn_en_benchmark", valid / max(1, total), 1.0, missed=tuple(invalid), note=note),
    ]
