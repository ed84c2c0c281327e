"""How much memory a PDF of 500 pages takes."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import typst
from readings import OPERATIVE, workshop
from rows import Row

PAGES = 500
BOOK = """
#set page(width: 595pt, height: 842pt)
#set text(size: 11pt)
#set par(justify: true)
#for page in range(PAGES) [
  #for place in range(1, 6) [
    #let number = page * 5 + place
    #number. _Requests_ the Secretariat to look after the wells of village number #number, to mend what is broken,
    and to report on it to the Council at its next session; #lorem(60)

  ]
  #pagebreak(weak: true)
]
"""


WATCH = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Run by a small process: Linux counts the memory of a process into its children at their start."""


def measure(data: Path) -> list[Row]:
    """The largest process that the reading needs, in MB."""
    place = workshop(data, "memory")
    (place / "book.typ").write_text(BOOK.replace("PAGES", str(PAGES)), "utf-8")
    typst.compile(str(place / "book.typ"), output=str(place / "book.pdf"))
    pages = len(pypdfium2.PdfDocument(place / "book.pdf"))
    call = [sys.executable, "-c", WATCH, OPERATIVE, "read", str(place / "book.pdf"), "--out", str(place / "out")]
    code, peak = subprocess.run(call, capture_output=True, text=True, check=True).stdout.split()
    note = f"{pages} pages" + (f", exit {code}" if code != "0" else "")
    return [Row("memory for a long PDF", f"made, {PAGES} pages", int(peak) / 1024, 400, "lower", "MB", note=note)]
