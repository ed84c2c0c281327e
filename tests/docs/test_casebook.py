"""The page on the casebook knows every field of every kind of fact, and its example can be read."""

import re
import runpy

import pytest

from operative.domain.facts import KINDS
from operative.errors import MalformedRecord
from operative.exchange.casebooks import ENTRY, HEADER, read_casebook

from .public_names import ROOT, page, sections

TOOL = runpy.run_path(str(ROOT / "tools" / "casebook_reference.py"))
PAGE = page("reference/casebook.md")


def test_the_fields_are_those_of_the_types() -> None:
    # Where this fails: python tools/casebook_reference.py
    assert PAGE.partition(TOOL["MARKER"])[2] == TOOL["render"]()


@pytest.mark.parametrize(("heading", "names"), [("The file", HEADER), ("An entry", [*ENTRY][: -len(KINDS)])])
def test_every_field_of_the_frame_is_documented(heading: str, names: list[str]) -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", sections(PAGE)[heading], re.MULTILINE)) == set(names)


def test_the_example_is_a_casebook() -> None:
    example = re.search(r"^```yaml\n(?P<text>.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert example is not None

    assert [one.fact.kind for one in read_casebook(example["text"]).statements] == [
        "dossier.opened",
        "document.named",
        "mandate.stated",
        "event.noted",
    ]


def test_the_message_on_the_page_is_the_one_that_comes() -> None:
    wrong = "format: operative/casebook@1\nkey: a\nentries:\n- day: 2030\n  by: A\n  mandate.stated: {lable: b}\n"
    with pytest.raises(MalformedRecord, match=r"mandate\.stated has no field 'lable'; did you mean"):
        read_casebook(wrong)
