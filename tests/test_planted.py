"""The list of planted bugs: each can still be planted, and the list is broad. `make planted` plants them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
BUGS: list[dict[str, Any]] = tomllib.loads((ROOT / "tests" / "planted.toml").read_text("utf-8"))["bug"]
PARTS = ("text", "structure", "clauses", "mandates", "exchange", "domain")


@pytest.mark.parametrize("bug", BUGS, ids=[bug["name"] for bug in BUGS])
def test_each_bug_has_its_place_and_its_tests(bug: dict[str, Any]) -> None:
    assert (ROOT / bug["file"]).read_text("utf-8").count(bug["find"]) == 1
    assert bug["find"] != bug["replace"]
    assert bug["must_fail"]
    for test in bug["must_fail"]:
        file, _, name = test.partition("::")

        assert f"def {name}(" in (ROOT / file).read_text("utf-8")


def test_every_part_has_bugs() -> None:
    files = [bug["file"] for bug in BUGS]

    assert len(BUGS) >= 14
    assert len({bug["name"] for bug in BUGS}) == len(BUGS)
    assert all(any(file.startswith(f"src/operative/{part}/") for file in files) for part in PARTS)
