"""What drafts make of each element, drawn from suggestions made by hand."""

from types import SimpleNamespace

import pytest

from operative.cli.orders import Order
from operative.cli.verdict_table import render_shifts, render_verdicts
from operative.comparison.shifts import find_shifts
from operative.domain.acts import Quote
from operative.domain.provisions import Kind, Provision
from operative.domain.spans import Span
from operative.domain.verdicts import Suggestion, Verdict

NOWHERE = Span(0, 0)


def a_reading(name: str, *provisions: Provision) -> SimpleNamespace:
    return SimpleNamespace(source=SimpleNamespace(name=name), provisions=provisions)


RESOLUTION = a_reading(
    "res.txt",
    Provision("op3", Kind.OPERATIVE, "Asks:", NOWHERE, number="3."),
    Provision("op3.a", Kind.SUBPARAGRAPH, "own statute", NOWHERE, number="(a)", parent="op3"),
)
DRAFT = a_reading(
    "draft-1.txt",
    Provision("art2", Kind.ARTICLE, "Recognition", NOWHERE, number="Article 2"),
    Provision("art2.1", Kind.BODY, "Words.", NOWHERE, number="1.", parent="art2"),
)
LATER = a_reading("draft-2.txt", *DRAFT.provisions)


def a_suggestion(verdict: str, element: str = "e1", words: str = "", **more: object) -> Suggestion:
    quote = Quote(words, NOWHERE) if words else None
    place = "art2.1" if words else ""
    return Suggestion(element, "own statute", "op3.a", Verdict(verdict), "A reason.", "r@1", place, quote, **more)


SAID = a_suggestion("narrowed", words="It may keep a \x1b[31mstatute.", missing=("own",))
DUTY = a_suggestion("added", "", "It shall pay for the pumps.")


def test_an_element_has_its_place_its_verdict_and_the_words_of_the_draft():
    drawn = render_verdicts([SAID, a_suggestion("silent", "e2"), DUTY], RESOLUTION, DRAFT, Order(width=100))

    lines = [" ".join(line.split()) for line in drawn.splitlines()]
    assert lines[0].startswith("draft-1.txt, held against res.txt ")
    assert lines[1:3] == [
        "1 narrowed, 1 silent, 1 added",
        "These are suggestions made from the words; nobody has signed them.",
    ]
    assert lines[4:10] == [
        "What must be kept",
        "3 (a) narrowed own statute",
        "Article 2, 1: “It may keep a [31mstatute.”",
        "missing: own",
        "A reason.",
        "3 (a) silent own statute",
    ]
    assert lines[11:14] == [
        "What the draft adds that no element asks for",
        "Article 2, 1 “It shall pay for the pumps.”",
        "A reason.",
    ]
    assert "\x1b" not in drawn


def test_colour_never_stands_alone():
    drawn = render_verdicts([SAID], RESOLUTION, DRAFT, Order(width=100, colour=True))

    assert "\x1b[33mnarrowed" in drawn
    assert "[31mstatute" in drawn.replace("\x1b[31m", "")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([SAID], [a_suggestion("explicit", words="Its own statute.")], ["Stronger (1)", "now explicit, Article 2, 1:"]),
        ([a_suggestion("silent")], [SAID], ["Appeared (1)", "was silent"]),
        ([SAID], [a_suggestion("silent")], ["Vanished (1)", "now silent"]),
        ([SAID], [a_suggestion("contradicted", words="No statute.")], ["Weaker (1)", "was narrowed"]),
        ([SAID], [SAID], ["Unchanged (1)", "3 (a) narrowed own statute"]),
        ([DUTY], [DUTY], ["What both drafts add", "“It shall pay"]),
        ([], [DUTY], ["What the new draft adds that no element asks for", "1 appeared"]),
        ([DUTY], [], ["What only the old draft added", "1 vanished"]),
    ],
)
def test_what_became_of_each_from_draft_to_draft(old, new, expected):
    drawn = render_shifts(find_shifts(old, new), RESOLUTION, (DRAFT, LATER), Order(width=100))
    words = " ".join(drawn.split())

    assert "draft-1.txt → draft-2.txt, held against res.txt" in words
    for said in expected:
        assert said in words


def test_all_words_are_shown_where_they_are_wanted():
    long = a_suggestion("explicit", words="word " * 200)
    short = render_verdicts([long, a_suggestion("silent", "e2")], RESOLUTION, DRAFT, Order(width=100))
    full = render_verdicts([long, a_suggestion("silent", "e2")], RESOLUTION, DRAFT, Order(width=100, full=True))

    assert short.count("word ") < full.count("word ")
    assert (short.count("A reason."), full.count("A reason.")) == (1, 2)
