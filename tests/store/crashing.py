"""Writers that are killed while they write: what they were told is kept must be there, and the ledger must verify."""

import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DossierOpened
from operative.dossiers.ledger import entry_of

WRITER = """
import sys
from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import EventNoted

dossier = open_dossiers(sys.argv[1]).open("wells")
print("ready", flush=True)
for number in range(1_000_000):
    told = [Statement(EventNoted(f"{sys.argv[2]} {number} {part}"), PartialDate("2016"), "Ana") for part in range(3)]
    entries = dossier.enter(told)
    print(entries[-1].number, entries[-1].digest, flush=True)
"""
LONGEST = 0.25
"""Seconds after its first entry in which a writer is killed."""


@dataclass(frozen=True, slots=True)
class Crashes:
    """What came of killed writers."""

    rounds: int
    told: int
    """Entries that writers were told are kept."""
    lost: int
    """Of these, the ones that are not there, or not as they were."""
    torn: int
    """Batches of which only a part is there."""
    findings: int


def crash(url: str, rounds: int, seed: int = 7) -> Crashes:
    """Kills so many writers of one dossier, one after the other, each at a moment of chance."""
    chance = random.Random(seed)
    dossier = open_dossiers(url).create("wells", DossierOpened("W"), by="Ana", effective=PartialDate("2016"))
    told: dict[int, str] = {}
    findings = 0
    for number in range(rounds):
        told |= _killed(url, f"r{number}", chance.uniform(0, LONGEST))
        findings += len(dossier.verify())
    entries = list(dossier.entries())
    kept = {entry.number: entry.digest for entry in entries}
    lost = sum(kept.get(at) != digest for at, digest in told.items())
    batches: dict[str, int] = {}
    for entry in map(entry_of, dossier._ledgers.rows("wells", after=1)):
        batch = entry.fact.title.rpartition(" ")[0]
        batches[batch] = batches.get(batch, 0) + 1
    return Crashes(rounds, len(told), lost, sum(size != 3 for size in batches.values()), findings)


def _killed(url: str, name: str, after: float) -> dict[int, str]:
    """The number and digest of the last entry of each batch that a writer was told of before it was killed."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, url, name], stdout=subprocess.PIPE, text=True)
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.extend(writer.stdout))
    assert writer.stdout.readline() == "ready\n"
    reader.start()
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    reader.join()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {int(number): digest for number, digest in whole}
