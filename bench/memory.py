"""How much memory a PDF of 500 pages takes."""

import resource
import subprocess
from pathlib import Path

import typst
from readings import OPERATIVE, workshop
from rows import Row

BOOK = """
#set page(width: 595pt, height: 842pt)
#set text(size: 11pt)
#set par(justify: true)
RESOLUTION No. 1 \\
The Council,
#for number in range(1, 3001) [
  #number. _Requests_ the Secretariat to look after the wells of village number #number, to mend what is broken,
  and to report on it to the Council at its next session; #lorem(70)

]
"""


def measure(data: Path) -> list[Row]:
    """The largest process that the reading needs, in MB."""
    place = workshop(data, "memory")
    (place / "book.typ").write_text(BOOK, "utf-8")
    typst.compile(str(place / "book.typ"), output=str(place / "book.pdf"))
    pages = (place / "book.pdf").read_bytes().count(b"/Type /Page\n") or (place / "book.pdf").stat().st_size
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = subprocess.run(
        [OPERATIVE, "read", str(place / "book.pdf"), "--out", str(place / "out")], capture_output=True
    )
    peak = max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 0) / 1024
    note = f"{pages} pages" + ("" if done.returncode == 0 else f", exit {done.returncode}")
    if before / 1024 >= peak:
        note += "; an earlier measure took as much, so this is an upper bound"
    return [Row("memory for a long PDF", "made, 500 pages", peak, 400, "lower", "MB", note=note)]
