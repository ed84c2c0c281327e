"""Markdown: readable as it stands."""

import pytest

from operative.domain.provisions import Kind, Note
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.exchange.markdown import render_markdown
from tests.text.akn_files import WHOLE, body

from .readings import Made, read


def test_a_whole_document() -> None:
    expected = """Harbour Union{br}
HC/RES/12/7{br}
Harbour Council{br}
Distr.: Limited{br}
Twelfth session{br}
Agenda item 4{br}
Resolution adopted by the Harbour Council on 3 May 2024

# 12/7. Dredging of shared channels

The Harbour Council,

*Recalling* its resolution [11/2](https://example.org/HC/RES/11/2) of 9 May 2023,[^1]

**1.** *Requests* the Pilot Master:

- (a) To sound every channel;
- (b) To mark those that are
  - (i) Shallow;

and to report to the Council;

### Money

**2.** *Decides* to meet the cost from the reserve.

5th meeting 3 May 2024

## Annex

### Rules for dredging

**1.** A dredger shall:

- (a) Show a light;

[^1]: See HC/11/R.3, annex.
"""

    assert render_markdown(read(WHOLE, "whole.xml")) == expected.replace("{br}", "  ")


ESCAPED = [
    ("stars", "A *b* _c_ `d`", r"A \*b\* \_c\_ \`d\`"),
    ("mark-up", "<b>A</b> & [x](y)", r"\<b\>A\</b\> &amp; \[x\](y)"),
    ("like a list", "1. A", r"1\. A"),
    ("like a heading", "# A", r"\# A"),
    ("like a bullet", "- A", r"\- A"),
    ("a year", "2024 was dry", "2024 was dry"),
    ("table", "a | b", r"a \| b"),
]


@pytest.mark.parametrize(("words", "expected"), [row[1:] for row in ESCAPED], ids=[row[0] for row in ESCAPED])
def test_words_mean_nothing_to_markdown(words: str, expected: str) -> None:
    assert render_markdown(Made().add(Kind.BODY, words, "b1").reading()) == f"{expected}\n"


def test_tables_are_tables() -> None:
    table = "<table><tr><td><p>Boat</p></td><td><p>Due</p></td></tr><tr><td><p>Barge</p></td></tr></table>"
    inner = f"<paragraph><num>1.</num><content><p>Sets:</p>{table}</content></paragraph>"

    assert render_markdown(read(body(inner), "t.xml")) == (
        "**1.** *Sets*:\n\n| Boat | Due |\n| --- | --- |\n| Barge |  |\n"
    )


def test_references_lead_to_addresses_only() -> None:
    made = Made().add(Kind.OPERATIVE, "Recalls A/RES/1514(XV) and the Canal Act.", "op1", number="1.")
    for quote in ("A/RES/1514(XV)", "Canal Act"):
        at = made.content.index(quote)
        made.references.append(Reference(quote, quote, Span(at, at + len(quote)), provision="op1"))

    assert render_markdown(made.reading()) == (
        "**1.** Recalls [A/RES/1514(XV)](https://undocs.org/en/A/RES/1514%28XV%29) and the Canal Act.\n"
    )


def test_notes_that_no_place_calls_are_kept() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides.", "op1", notes=("1",), calls=(7,))
    made.notes += [Note("1", "See *A*.", "op1", Span(0, 0)), Note("a", "Loose.", "", Span(0, 0))]

    assert render_markdown(made.reading()) == "Decides[^1].\n\n[^1]: See \\*A\\*.\n\na Loose.\n"
