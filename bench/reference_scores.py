"""Citations against the links of official mark-up (references.py has the details)."""

import re
import subprocess
import sys
from pathlib import Path

from rows import Row

ORGAN = re.compile(
    r"^GA\s+links\s+(?P<links>\d+).*?P (?P<precision>[\d.]+) R (?P<recall>[\d.]+)"
    r"\s+R without strange links (?P<sound>[\d.]+) \((?P<strange>\d+)\)"
)


def measure(data: Path) -> list[Row]:
    """Precision and recall over pairs of paragraph and target, in the General Assembly's 79th session."""
    program = Path(__file__).with_name("references.py")
    call = [sys.executable, str(program), str(data / "unxml"), "--session", "79session", "--organ", "GA"]
    report = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    found = next(match for line in report.splitlines() if (match := ORGAN.match(line)))
    note = f"{found['links']} links; {found['strange']} share no number with their words: {found['sound']} without them"
    return [
        Row("references precision", "GA of akn_en_benchmark", float(found["precision"]), 0.98),
        Row("references recall", "GA of akn_en_benchmark", float(found["recall"]), 0.98, note=note),
    ]
