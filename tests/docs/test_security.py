"""The threat model names tests, and they exist."""

import ast
import re

from .public_names import ROOT, page

NAMED = re.compile(r"(?P<file>tests/[\w/]+\.py)::(?P<name>\w+)")


def rows() -> list[list[str]]:
    """The cells of the table of attacks, without its head."""
    table = page("explanation/security.md").partition("## What stops them")[2].partition("\n## ")[0]
    lines = [line.strip("| ") for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.split(" | ")] for line in lines[2:]]


def test_each_attack_has_what_stops_it_and_a_test_that_exists():
    """A test of the name stands in the file that the row gives."""
    wanting = []
    for attack, stop, test in rows():
        named = NAMED.fullmatch(test)
        tree = ast.parse((ROOT / named["file"]).read_text("utf-8")) if named else ast.Module([], [])
        defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        if not (attack and stop and named and named["name"] in defined):
            wanting.append((attack, test))

    assert len(rows()) > 30
    assert wanting == []


def test_who_finds_a_weakness_knows_whom_to_tell():
    told = (ROOT / "SECURITY.md").read_text("utf-8")

    assert "## Report a weakness" in told
    assert "## Which versions are mended" in told
