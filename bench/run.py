"""The benchmark: python bench/run.py DATA [--only NAME...]

Unpacks the data once, runs every module of this folder that has `measure(data)`, prints one table, compares it with the
last one (what was gained, what was lost, item by item), and keeps it as bench/latest.json and bench/latest.md.
"""

import argparse
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOTE = 110
sys.path.insert(0, str(HERE))

from rows import Row  # noqa: E402  the folder of the benchmark is no package


def unpack(source: Path, place: Path) -> Path:
    """The folder with all packs unpacked, as the packs lay themselves out, and a list of the contents of each."""
    if not list(source.glob("*.tar*")):
        return source
    place.mkdir(parents=True, exist_ok=True)
    (place / ".origin").write_text(str(source.resolve()), "utf-8")
    for pack in sorted(source.glob("*.tar*")):
        contents = place / f"{pack.name.partition('.')[0]}.list"
        if contents.exists() and contents.stat().st_mtime >= pack.stat().st_mtime:
            continue
        print(f"unpacking {pack.name}", flush=True)
        done = subprocess.run(["tar", "-xvf", pack, "-C", place], check=True, capture_output=True, text=True)
        contents.write_text(done.stdout, "utf-8")
    return place


def measures(only: Sequence[str]) -> list[str]:
    """The names of the modules to run."""
    names = sorted(path.stem for path in HERE.glob("*.py") if "\ndef measure(" in path.read_text("utf-8"))
    return [name for name in names if not only or name in only]


def run(name: str, data: Path) -> list[Row]:
    """The rows of one module; a measure that fails is a row that says so."""
    begun = time.monotonic()
    try:
        rows = list(importlib.import_module(name).measure(data))
    except Exception as exc:  # noqa: BLE001  the outer edge: one broken measure must not hide the others
        rows = [Row(name, "-", None, 0.0, note=f"not measured: {type(exc).__name__}: {exc}"[:200])]
    print(f"  {name}: {time.monotonic() - begun:.0f} s", flush=True)
    return rows


def as_table(rows: Sequence[Row]) -> str:
    """The rows in Markdown, which reads well on a screen too."""
    head = ("what", "data", "figure", "floor", "ok", "note")
    lines = [head]
    for row in rows:
        figure = "-" if row.figure is None else f"{row.figure:.4g}" if row.unit else f"{row.figure:.4f}"
        floor = "" if row.floor is None else f"{'>=' if row.better == 'higher' else '<='} {row.floor:g}"
        verdict = {None: "", True: "yes", False: "NO"}[row.reached]
        lines.append((row.what, row.data, f"{figure} {row.unit}".strip(), floor, verdict, shown(row.note)))
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    drawn = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    drawn.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(drawn)


def shown(note: str) -> str:
    """A note that fits into a table."""
    note = note.replace("|", "/")
    return note if len(note) <= NOTE else note[: NOTE - 2] + " …"


def compare(rows: Sequence[Row], before: dict[str, dict[str, object]]) -> list[str]:
    """What was gained and lost since the stored table, by row and by item."""
    lines: list[str] = []
    for row in rows:
        old = before.get(row.key)
        if old is None or row.figure is None or not isinstance(old["figure"], (int, float)):
            continue
        change = row.figure - old["figure"]
        worse = (change < 0) == (row.better == "higher")
        noise = 0.15 * abs(old["figure"]) if row.unit else 0.00005
        if abs(change) > noise:
            lines.append(f"{'lost  ' if worse else 'gained'} {row.key}: {old['figure']:.4f} -> {row.figure:.4f}")
        had, has = set(old["missed"]), set(row.missed)  # type: ignore[call-overload]
        for word, items in (("gained", had - has), ("lost  ", has - had)):
            if items:
                shown = ", ".join(sorted(items)[:20]) + (f" and {len(items) - 20} more" if len(items) > 20 else "")
                lines.append(f"{word} in {row.key}: {shown}")
    return lines


def main() -> None:
    """Measure, print, compare, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of packs, or one with the packs unpacked")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help=f"of: {', '.join(measures([]))}")
    args = parser.parse_args()
    if not args.data.is_dir():
        parser.error(f"{args.data} is not there; name the folder of real documents: make bench DATA=...")
    data = unpack(args.data, HERE.parent / "build" / "bench").resolve()
    rows = [row for name in measures(args.only) for row in run(name, data)]
    table = as_table(rows)
    print(f"\n{table}\n")
    latest = HERE / "latest.json"
    before = json.loads(latest.read_text("utf-8")) if latest.exists() else {}
    print("\n".join(compare(rows, before) or ["No change since the stored table."]))
    before = {**(before if args.only else {}), **{row.key: asdict(row) for row in rows}}
    latest.write_text(json.dumps(before, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    kept = [Row(**{**stored, "missed": tuple(stored["missed"])}) for _, stored in sorted(before.items())]
    (HERE / "latest.md").write_text(f"# The last benchmark\n\n{as_table(kept)}\n", "utf-8")


if __name__ == "__main__":
    main()
