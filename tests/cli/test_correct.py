"""`operative correct` against the whole product: what a person said is read from then on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "RESOLUTION No. 7\n\nThe Council,\n\n1. Requests the Director to send the plan to the Assembly;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seven.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(folder: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from operative.cli.main import main; main()", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def correct(folder: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    return run(folder, "correct", "seven.txt", "--by", "A. Clerk", "--claims", "said.jsonl", *args)


def test_a_correction_is_recorded_and_read(folder: Path) -> None:
    first = correct(folder, "--act", "op1-act1", "--field", "addressees", "--reject", "the Director")
    second = correct(
        folder, "--act", "op1-act1", "--field", "timings", "--add", "the plan", "--kind", "date", "--value", "2027-06"
    )
    act = json.loads(run(folder, "read", "seven.txt", "--claims", "said.jsonl", "--to", "json").stdout)["acts"][0]

    assert (first.returncode, second.returncode) == (0, 0)
    assert "2 claims, the newest by A. Clerk" in second.stdout
    assert act["addressees"] == []
    assert [(t["quote"], t["kind"], t["value"]) for t in act["timings"]] == [("the plan", "date", "2027-06")]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--act", "op9-act1", "--field", "addressees", "--add", "x"), "there are: op1-act1"),
        (("--act", "op1-act1", "--field", "addressees"), "what to --add"),
        (("--act", "op1-act1", "--field", "mood", "--add", "x"), "mood"),
        (("--act", "op1-act1", "--field", "timings", "--add", "x", "--kind", "soon"), "soon"),
        (("--act", "op1-act1", "--field", "force", "--add", "gentle"), "gentle"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_and_not_recorded(
    folder: Path, args: tuple[str, ...], said: str
) -> None:
    result = correct(folder, *args)

    assert result.returncode == 2
    assert said in result.stderr
    assert not (folder / "said.jsonl").exists()
