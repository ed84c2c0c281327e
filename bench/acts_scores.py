"""Acts against the paragraphs that readers annotated."""

import json
import re
import subprocess
import sys
from pathlib import Path

from readings import OPERATIVE, score_folder, workshop
from rows import Row

FLOORS = {
    "act": 0.97, "addressees": 0.95, "recipients": 0.90, "timings": 0.92, "deliverables": 0.82, "conditions": 0.70,
    "force": 0.97, "reporting": 0.96, "timing value": 0.90,
}  # fmt: skip
FIELD = re.compile(r"^(?P<field>\w+)\s+gold\s+\d+ read\s+\d+ .*F1 (?P<figure>[\d.]+)$")
RIGHT = re.compile(r"^(?P<field>force|reporting|timing value)\s+right on \d+/\d+ = (?P<figure>[\d.]+)$")


def measure(data: Path) -> list[Row]:
    """F1 of each field over the annotated paragraphs."""
    gold = score_folder(data) / "acts_dev.json"
    paragraphs = json.loads(gold.read_text("utf-8"))
    asked = "".join(
        json.dumps({key: item.get(key, "") for key in ("id", "text", "body", "adopted")}) + "\n" for item in paragraphs
    )
    done = subprocess.run([OPERATIVE, "acts"], input=asked, capture_output=True, text=True, check=True)
    answer = workshop(data, "acts") / "acts.jsonl"
    answer.write_text(done.stdout, "utf-8")
    call = [sys.executable, str(score_folder(data) / "acts.py"), str(gold), str(answer)]
    report = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    rows: list[Row] = []
    for line in report.splitlines():
        if match := FIELD.match(line) or RIGHT.match(line):
            measure_ = "right" if match["field"] in ("force", "reporting", "timing value") else "F1"
            floor = FLOORS.get(match["field"])
            rows.append(Row(f"acts: {match['field']} {measure_}", "acts_dev", float(match["figure"]), floor))
    return rows
