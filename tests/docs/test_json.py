"""The page on JSON knows every key that a reading has, under the heading of its list."""

import json
import re

import pytest

import operative

from .public_names import SOURCE, page, sections

READING = json.loads(operative.read(SOURCE / "samples" / "resolution-208.txt").to_json())
HEADINGS = {name: text for heading, text in sections(page("reference/json.md")).items() for name in heading.split(", ")}


def keys_of(value: object) -> set[str]:
    """All keys of a value and what is in it."""
    if isinstance(value, dict):
        return set(value) | {key for name, inner in value.items() if name != "evidence" for key in keys_of(inner)}
    if isinstance(value, list):
        return {key for inner in value for key in keys_of(inner)}
    return set()


@pytest.mark.parametrize("part", [name for name in READING if name != "format"])
def test_every_key_is_documented(part):
    documented = set(re.findall(r"`(\w+)`", HEADINGS[part]))

    assert keys_of(READING[part]) <= documented


@pytest.mark.parametrize("part", ["source", "provisions", "notes", "acts", "references"])
def test_every_documented_key_exists(part):
    documented = set(re.findall(r"^\| `(\w+)` \|", HEADINGS[part], re.MULTILINE))

    assert documented <= keys_of(READING[part])
