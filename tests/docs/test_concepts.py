"""The examples on the pages of the concepts come out as printed.

A table whose first column is called "sentence" is run: the sentence stands in backticks, what comes out in the second
column, and "nothing" where nothing does. The page of the provisions has a whole text, and a table of what it becomes.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

import operative
from operative.clauses.acts import find_acts
from operative.clauses.references import find_references
from operative.clauses.timings import find_timings
from operative.clauses.windows import derive_window
from operative.comparison.verdicts import suggest_verdicts
from operative.domain.claims import Author, Claim, Stand, anchor_of, settle
from operative.domain.spans import Span
from operative.domain.verdicts import Verdict
from operative.vocabulary.sessions import calendar_of
from tests.comparison.verdict_gold import pair_of

from .public_names import page

ADOPTED = date(2030, 12, 15)
FRAME = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
{sentence}.
"""


def read(sentence: str) -> operative.Reading:
    """A resolution whose one operative paragraph is this sentence."""
    return operative.read(FRAME.format(sentence=sentence).encode(), name="wells.txt", language="en")


def acts(sentence: str, _: str) -> list[str]:
    """Lead, force, addressees and action of each act."""
    shown = []
    for act in find_acts(sentence):
        whom = ", ".join(one.words for one in act.addressees)
        duty = f": {act.action}" if act.action else ""
        shown.append(f"{act.lead} ({act.force.value}) {whom}".strip() + duty)
    return shown


def timings(sentence: str, _: str) -> list[str]:
    """Kind, value and words of each timing."""
    return [f"{one.kind.value} `{one.value}`: {one.quote}" for one in find_timings(sentence, adopted=str(ADOPTED))]


def windows(sentence: str, _: str) -> list[str]:
    """First and last day, and precision, of each timing in a text of the General Assembly."""
    shown = []
    for timing in find_timings(sentence, adopted=str(ADOPTED)):
        window = derive_window(timing, ADOPTED, calendar_of("GA"))
        shown.append(f"{window.earliest or 'open'} to {window.latest or 'open'}, {window.precision.value}")
    return shown


def references(sentence: str, body: str) -> list[str]:
    """Words, target and pinpoint of each reference, said by the body of the third column."""
    found = find_references(sentence, body=body)
    return [f"{one.quote} → {one.target or 'unresolved'}" + f", {one.pinpoint}" * bool(one.pinpoint) for one in found]


def mandates(sentence: str, _: str) -> list[str]:
    """Modality, addressees and duty of each mandate."""
    shown = []
    for mandate in read(sentence).mandates:
        whom = ", ".join(one.words for one in mandate.addressees) or "the body"
        shown.append(f"{mandate.modality.value}, {whom}: {mandate.duty.words}")
    return shown


def conditions(sentence: str, _: str) -> list[str]:
    """Kind and words of each condition."""
    return [f"{one.kind.value}: {one.quote.words}" for one in read(sentence).conditions]


def goals(sentence: str, _: str) -> list[str]:
    """Verb, relation, strength and mechanism of each goal."""
    return [f"{g.verb.value} {g.relation.value}, {g.strength.value}: {g.name.words}" for g in read(sentence).goals]


def verdicts(sentence: str, _: str) -> list[str]:
    """Label and verdict of each element of the page's resolution that an agreement with this sentence treats."""
    texts = pair_of(" ".join(fenced("concepts/verdicts.md").split()), sentence)
    treated = (one for one in suggest_verdicts(*texts) if one.element and one.verdict is not Verdict.SILENT)
    return [f"{one.label}: {one.verdict}" for one in treated]


def rows(text: str, first: str) -> list[list[str]]:
    """The rows of all tables of a page whose first column has this heading."""
    found: list[list[str]] = []
    wanted = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            wanted = False
        elif cells[0] == first:
            wanted = True
        elif wanted and not cells[0].startswith("---"):
            found.append(cells)
    return found


Shown = Callable[[str, str], list[str]]
PAGES: dict[str, Shown] = {
    "acts": acts,
    "timings": timings,
    "due-windows": windows,
    "references": references,
    "mandates": mandates,
    "conditions-and-elements": conditions,
    "goals": goals,
    "verdicts": verdicts,
}
EXAMPLES = [
    (show, row[0].strip("`"), row[1], row[2] if name == "references" else "")
    for name, show in PAGES.items()
    for row in rows(page(f"concepts/{name}.md"), "sentence")
]


@pytest.mark.parametrize(("show", "sentence", "shown", "body"), EXAMPLES, ids=[row[1] for row in EXAMPLES])
def test_an_example_comes_out_as_printed(show: Shown, sentence: str, shown: str, body: str) -> None:
    assert ("; ".join(show(sentence, body.strip("`"))) or "nothing") == shown


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_examples(name: str) -> None:
    examples = rows(page(f"concepts/{name}.md"), "sentence")

    assert len(examples) >= 8
    assert all(len(row) > 1 and row[0].startswith("`") for row in examples)


def fenced(name: str) -> str:
    """The first text block of a page."""
    block = re.search(r"^```text\n(?P<text>.*?)^```$", page(name), re.MULTILINE | re.DOTALL)
    assert block is not None
    return block["text"]


def test_the_text_on_provisions_is_split_as_printed() -> None:
    reading = operative.read(fenced("concepts/provisions.md").encode(), name="wells.txt", language="en")
    split = [[f"`{p.id}`", p.kind.value, p.number or "", p.lead or "", p.text] for p in reading.provisions]

    assert rows(page("concepts/provisions.md"), "id") == split


def test_the_elements_are_those_of_the_text() -> None:
    reading = operative.read(fenced("concepts/conditions-and-elements.md").encode(), name="wells.txt", language="en")
    found = [
        [f"`{one.id}`", one.kind.value, one.strength.value, one.label, one.subject]
        for condition in reading.conditions
        for one in condition.elements
    ]

    assert rows(page("concepts/conditions-and-elements.md"), "element") == found


ASKED = "Requests the Director General to report to the Council"
CLAIM = re.compile(r"(?P<author>\w+) (?P<stand>adds|rejects) `(?P<value>[^`]+)`")
CLAIMS = rows(page("concepts/claims.md"), "claims")


@pytest.mark.parametrize(("claimed", "shown"), CLAIMS, ids=[row[0] for row in CLAIMS])
def test_claims_come_out_as_printed(claimed: str, shown: str) -> None:
    act = find_acts(ASKED)[0]
    claims = [
        Claim(
            anchor_of(act, ASKED),
            "addressees",
            said["value"],
            Stand.ADDED if said["stand"] == "adds" else Stand.REJECTED,
            Author(said["author"]),
            "A. Clerk",
            datetime(2031, 1, day, tzinfo=UTC),
        )
        for day, said in enumerate(CLAIM.finditer(claimed), 1)
    ]
    settled = settle(act, ASKED, claims, Span)

    assert len(claims) == (0 if claimed == "none" else claimed.count(";") + 1)
    assert (", ".join(one.words for one in settled.addressees) or "nothing") == shown
