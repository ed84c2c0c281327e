"""A redline written out, and the shifts of two drafts."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from operative.comparison.redline import compare_provisions
from operative.comparison.shifts import find_shifts
from operative.domain.acts import Quote
from operative.domain.provisions import Kind
from operative.domain.redlines import Change, Piece
from operative.domain.spans import Span
from operative.domain.verdicts import Suggestion, Verdict
from operative.exchange.redline_page import render_redline_html
from operative.exchange.redlines import (
    name_places,
    render_redline_json,
    render_redline_markdown,
    say_change,
    split_strokes,
    sum_up,
)
from operative.exchange.shifts import render_shifts_json
from operative.exchange.verdicts import verdicts_as_dicts
from tests.comparison.provisions import new_text, old_text
from tests.exchange.readings import Made

PUMPS = "Decides to mend the pumps & <wells> of *all* villages in the valley;"
KEEPER = "Requests the Keeper to report on them to the Assembly at its next session;"


def made(*paragraphs: str, language: str = "en", name: str = "made.txt"):
    text = Made(language)
    for number, words in enumerate(paragraphs, 1):
        text.add(Kind.OPERATIVE, words, f"op{number}", number=f"{number}.")
    reading = text.reading()
    return replace(reading, source=replace(reading.source, name=name))


OLD = made(PUMPS, KEEPER, "Decides to meet again.")
NEW = made(KEEPER, PUMPS.replace("mend", "renew"), "Thanks the valley.", name="<new>.txt")
ROWS = compare_provisions(OLD.provisions, NEW.provisions)


def test_the_sum_of_a_redline():
    assert sum_up(ROWS) == "1 changed, 1 added, 1 removed, 1 moved, 1 the same"
    assert sum_up(()) == "nothing to compare"


def test_what_became_of_a_provision_is_said_in_words():
    names = name_places(OLD.provisions)

    assert [say_change(row, names) for row in ROWS] == ["", "removed", "moved from 1, changed", "added"]


@pytest.mark.parametrize(
    ("kind", "number", "parent", "expected"),
    [
        (Kind.BODY, "1.", "art2", "Article 2, 1"),
        (Kind.SUBPARAGRAPH, "(a)", "op3", "3 (a)"),
        (Kind.PREAMBULAR, None, None, "it"),
        (Kind.CLOSING, None, None, ""),
        (Kind.BODY, None, "art2", "Article 2"),
        (Kind.BODY, "1.", "lost", "1"),
    ],
)
def test_places_are_named_with_what_stands_above(kind, number, parent, expected):
    text = Made().add(Kind.ARTICLE, "Aims", "art2", number="Article 2").add(Kind.OPERATIVE, "Asks:", "op3", number="3.")
    text.add(kind, "Words", "it", number=number, parent=parent)

    assert name_places(text.provisions)["it"] == expected


def test_blanks_stand_outside_of_a_stroke():
    strokes = list(split_strokes([Piece(Change.REMOVED, " to mend "), Piece(Change.ADDED, "  ")]))

    assert [(stroke.before, stroke.words, stroke.after) for stroke in strokes] == [
        (" ", "to mend", " "),
        ("  ", "", ""),
    ]


def test_json_gives_back_both_texts():
    rows = json.loads(render_redline_json(ROWS, OLD, NEW))
    pieces = [tuple(Piece(Change(p["change"]), p["words"], p.get("was", "")) for p in row["pieces"]) for row in rows]

    assert {row["old"]: old_text(said) for row, said in zip(rows, pieces, strict=True) if row["old"]} == {
        provision.id: provision.text for provision in OLD.provisions
    }
    assert [new_text(said) for row, said in zip(rows, pieces, strict=True) if row["new"]] == [
        provision.text for provision in NEW.provisions
    ]
    assert [(row["old_number"], row["new_number"]) for row in rows] == [
        ("2.", "1."),
        ("3.", None),
        ("1.", "2."),
        (None, "3."),
    ]


def test_the_old_print_of_words_is_in_json():
    old, new = made("a non-profit body"), made("a non‑profit body")
    (row,) = json.loads(render_redline_json(compare_provisions(old.provisions, new.provisions), old, new))

    assert row["pieces"] == [{"change": "same", "words": "a non‑profit body", "was": "a non-profit body"}]


def test_markdown_escapes_what_would_be_mark_up():
    assert render_redline_markdown(ROWS, OLD, NEW).split("\n\n")[1:] == [
        f"**1.** {KEEPER}",
        "**3.** ~~Decides to meet again.~~ *(removed)*",
        "**2.** Decides to ~~mend~~ <ins>renew</ins> the pumps &amp; \\<wells\\> of \\*all\\* villages in the valley; "
        "*(moved from 1, changed)*",
        "**3.** <ins>Thanks the valley.</ins> *(added)*\n",
    ]


class Page(HTMLParser):
    """The tags that are open at the end, and what the page says."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def test_the_page_says_what_changed_in_words_and_is_well_formed():
    page = render_redline_html(ROWS, OLD, NEW)
    parser = Page()
    parser.feed(page)

    assert parser.open == []
    assert "<del>mend</del> <ins>renew</ins> the pumps &amp; &lt;wells&gt;" in page
    assert '<span class="number"><del>1.</del> <ins>2.</ins></span>' in page
    assert "<span>&lt;new&gt;.txt</span>" in page
    assert "moved from 1, changed" in parser.words
    assert "http" not in page


def test_the_page_goes_from_right_to_left_in_arabic():
    text = made("يقرر إصلاح الآبار", language="ar")

    assert '<html lang="ar" dir="rtl">' in render_redline_html(compare_provisions((), text.provisions), made(), text)


def a_suggestion(verdict: str, element: str = "e1") -> Suggestion:
    return Suggestion(element, "own statute", "op1.a", Verdict(verdict), "why", "r@1", "art2", Quote("its", Span(0, 3)))


def test_suggestions_as_tables_have_the_elements_first():
    suggested = [a_suggestion("added", ""), a_suggestion("explicit")]
    shown = verdicts_as_dicts(suggested, {"e1": "narrowed"})

    assert [(one["element"], one["suggested"], one["signed"], one["quote"]) for one in shown] == [
        ("e1", "explicit", "narrowed", "its"),
        (None, "added", None, "its"),
    ]


def test_shifts_as_json():
    (shown,) = json.loads(render_shifts_json(find_shifts([a_suggestion("silent")], [a_suggestion("explicit")])))

    assert (shown["turn"], shown["element"], shown["old"]["suggested"], shown["new"]["suggested"]) == (
        "appeared", "e1", "silent", "explicit",
    )  # fmt: skip
    assert json.loads(render_shifts_json(())) == []
