"""`operative compare`, with the real readers: what is compared are texts of our own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

OLD = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Keeper to report on the wells to the Assembly at its next session;
2.
Invites each village to name two persons to the team that measures the water table;
3.
Decides to set up a fund for villages whose wells have run dry in the last ten years;
4.
Decides to remain seized of the matter.
"""
NEW = """RESOLUTION No. 9
(Adopted by the Council at its 44th Session, on 5 June 2025)

WELLS

The Council,
Mindful of the state of the wells,
1.
Invites each village to name two persons to the team that measures the water table;
2.
Decides to set up a fund for villages whose pumps have run dry in the last ten years;
3.
Requests the Keeper to report on the wells to the Assembly at its next session;
4.
Thanks the <script> and the people of the valley;
5.
Decides to remain seized of the matter.
"""
Call = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def compare(tmp_path: Path) -> Call:
    """The command in a folder with both texts."""
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)

    def call(*args: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", "from operative.cli.main import main; main()", "compare", *args],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "COLUMNS": "90"},
        )

    return call


def test_a_redline_marks_words_in_brackets_where_there_is_no_terminal(compare):
    done = compare("old.txt", "new.txt", "--redline")

    assert (done.returncode, done.stderr) == (0, "")
    assert "1 changed, 1 added, 1 moved, 5 the same" in done.stdout
    assert "villages whose [-wells-] {+pumps+} have run dry" in " ".join(done.stdout.split())
    assert "moved from 1" in done.stdout
    assert "changed, was 3" in " ".join(
        line[:32] for line in done.stdout.splitlines() if "whose" in line or "was" in line
    )
    assert "\x1b" not in done.stdout
    assert "Mindful" not in done.stdout


def test_a_full_redline_has_all_words(compare):
    done = compare("old.txt", "new.txt", "--redline", "--full")

    assert "Mindful of the state of the wells," in done.stdout


def test_a_redline_as_json(compare):
    rows = json.loads(compare("old.txt", "new.txt", "--redline", "--to", "json").stdout)

    assert [(row["change"], row["old"], row["new"], row["moved"]) for row in rows if row["kind"] == "operative"] == [
        ("same", "op2", "op1", False),
        ("changed", "op3", "op2", False),
        ("same", "op1", "op3", True),
        ("added", None, "op4", False),
        ("same", "op4", "op5", False),
    ]
    changed = next(row for row in rows if row["old"] == "op3")
    assert (changed["old_number"], changed["new_number"]) == ("3.", "2.")
    assert [piece["change"] for piece in changed["pieces"]] == ["same", "removed", "added", "same"]


def test_a_redline_as_page_strikes_and_underlines(compare):
    page = compare("old.txt", "new.txt", "--redline", "--to", "html").stdout

    assert "villages whose <del>wells</del> <ins>pumps</ins> have run dry" in page
    assert "<script>" not in page
    assert "moved from 1" in page


def test_a_redline_as_markdown(compare):
    page = compare("old.txt", "new.txt", "--redline", "--to", "md").stdout

    assert "villages whose ~~wells~~ <ins>pumps</ins> have run dry" in page
    assert "**4.** <ins>Thanks the \\<script\\>" in page


def test_the_sample_needs_no_files(compare):
    done = compare("--redline", "--sample")

    assert done.returncode == 0
    assert "Article 3, 3" in done.stdout


def test_one_text_may_come_from_standard_input(compare):
    done = compare("old.txt", "-", "--redline", given=OLD)

    assert "7 the same" in done.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("old.txt", "--redline"), "--redline compares two texts"),
        (("old.txt", "old.txt", "new.txt", "--redline"), "--redline compares two texts"),
        (("old.txt",), "Name a RESOLUTION"),
        (("old.txt", "new.txt", "--to", "html"), "--to html goes with --redline"),
        (("--sample", "old.txt"), "brings its own texts"),
        (("-", "-", "--redline"), "only once"),
        (("old.txt", "new.txt", "--redline", "--language", "xx"), "unknown-language"),
    ],
)
def test_wrong_calls(compare, args, said):
    done = compare(*args)

    assert done.returncode == 2
    assert said in done.stderr


def test_a_text_that_cannot_be_read_is_named(compare):
    done = compare("old.txt", "none.txt", "--redline")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("operative: none.txt: unreadable-source: ")


def test_texts_in_different_languages_are_reported(compare):
    french = "RÉSOLUTION 7\n\nLe Conseil,\n1.\nPrie le Directeur général de présenter un rapport sur les puits;\n"
    done = compare("old.txt", "-", "--redline", given=french)

    assert done.returncode == 0
    assert "the texts are in different languages: old.txt (en), stdin (fr)" in done.stderr


def test_verdicts_as_json_are_documented_lists(compare):
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "json.md").read_text("utf-8")
    samples = Path(__file__).resolve().parents[2] / "src" / "operative" / "samples"
    texts = [str(samples / name) for name in ("resolution-208.txt", "agreement-draft-1.txt", "agreement-draft-2.txt")]

    verdicts = json.loads(compare(*texts[:2], "--to", "json").stdout)
    shifts = json.loads(compare(*texts, "--to", "json").stdout)

    for one in (*verdicts, *shifts):
        assert all(f"`{key}`" in page for key in one)
    assert all(one["element"] and one["signed"] is None for one in verdicts[:14])
    assert {one["suggested"] for one in verdicts if one["element"] is None} == {"added"}
    assert [one["element"] for one in shifts[:14]] == [one["element"] for one in verdicts[:14]]


def test_a_resolution_that_asks_to_keep_nothing_is_said_so(compare):
    done = compare("old.txt", "new.txt")

    assert done.returncode == 0
    assert "old.txt names no element that must be kept" in done.stderr
