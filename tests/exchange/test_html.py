"""One page that needs nothing else, with every word of the source escaped."""

import re
from html.parser import HTMLParser

import pytest

from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind, Note
from operative.domain.readings import Reading
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.domain.texts import Mark, MarkKind
from operative.exchange.html import render_html
from tests.text.akn_files import WHOLE, body

from .readings import Made, read, sample

VOID = frozenset(("meta", "br", "img", "link", "hr"))


class Page(HTMLParser):
    """A page as tags with their attributes, and as words; knows whether every element is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def ids(self) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get("id"))]

    def hrefs(self) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get("href"))]


def page(reading: Reading) -> Page:
    return Page(render_html(reading))


@pytest.mark.parametrize(
    "reading", [sample(), read(WHOLE, "whole.xml"), Made().reading()], ids=["text", "mark-up", "empty"]
)
def test_a_page_is_whole_and_needs_nothing(reading: Reading) -> None:
    html = render_html(reading)
    shown = Page(html)

    assert shown.open == []
    assert html.startswith("<!DOCTYPE html>\n<html lang=")
    assert not {tag for tag, _ in shown.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert not re.search(r"url\(|@import|@font-face|\bon\w+=", html)
    assert len(shown.ids()) == len(set(shown.ids()))
    assert all(href[1:] in shown.ids() for href in shown.hrefs() if href.startswith("#"))


def test_all_words_are_there_in_their_order() -> None:
    text = page(read(WHOLE, "whole.xml")).text
    expected = (
        *(
            "HC/RES/12/7",
            "Dredging of shared channels",
            "The Harbour Council ,",
            "Recalling",
            "See HC/11/R.3, annex.",
            "1.",
        ),
        *("(a)", "To sound every channel;", "(b)", "(i)", "Shallow;", "and to report to the Council;", "Money", "2."),
        *("5th meeting 3 May 2024", "Annex", "Rules for dredging", "A dredger shall:", "Show a light;"),
    )
    at = 0
    for words in expected:
        at = text.find(words.replace(" ,", ","), at)
        assert at >= 0, words


def test_leads_are_italic_and_numbers_lead_to_their_place() -> None:
    html = render_html(sample())

    assert "<p><i>Welcomes</i> the findings" in html
    assert '<a class="number" href="#op1">1.</a>' in html
    assert 'id="op3.a" style="--level: 1"' in html


def test_notes_stand_beside_the_provision_that_calls_them() -> None:
    html = render_html(sample())
    call = html.index('<a id="call-1" href="#note-1">1</a>')
    note = html.index('<div class="notes" role="note"><p id="note-1"><a href="#call-1">1</a> Report of')

    assert call < note < html.index("<i>Mindful</i>")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("zh", "ltr")])
def test_language_and_direction_are_set(language: str, direction: str) -> None:
    made = Made(language).add(Kind.OPERATIVE, "Decides.", "op1")

    assert f'<html lang="{language}" dir="{direction}">' in render_html(made.reading())


EVIL = '<script>alert("1")</script>&amp;\'"><img src=x onerror=alert(2)>'


def test_nothing_of_the_source_becomes_mark_up() -> None:
    made = Made().add(Kind.TITLE, EVIL, "title", number=EVIL)
    made.add(Kind.OPERATIVE, EVIL, EVIL, number=EVIL, lead="<script>", notes=(EVIL, "?"), calls=(3, 5))
    made.add(Kind.ANNEX, EVIL, "annex1").add(Kind.CLOSING, EVIL, "closing")
    made.notes += [Note(EVIL, EVIL, EVIL, Span(0, 0)), Note(EVIL, EVIL, "", Span(0, 0))]
    for use in ("title", "unread"):
        made.put(EVIL, use)
    at = made.provisions[1].segments[0].source
    made.marks.append(Mark(MarkKind.LINK, Span(at, at + 8), "javascript:alert(3)"))
    made.marks.append(Mark(MarkKind.LINK, Span(at + 9, at + 12), f"https://example.org/{EVIL}"))
    made.references.append(Reference("x", EVIL, Span(at + 13, at + 15), provision=EVIL))
    reading = made.reading()
    shown = page(
        Reading(
            **{name: getattr(reading, name) for name in Reading.__slots__ if name != "findings"},
            findings=(Finding("evil", Severity.ERROR, EVIL, made.provisions[1].span),),
        )
    )

    assert not {tag for tag, _ in shown.tags} & {"script", "img"}
    assert not any("javascript" in href for href in shown.hrefs())
    assert not any(name.startswith("on") for _, attributes in shown.tags for name in attributes)
    assert shown.text.count('alert("1")') >= 10


def test_tables_scroll_inside_themselves() -> None:
    table = "<table><tr><td><p>Boat</p></td><td><p>Due</p></td></tr></table>"
    html = render_html(
        read(body(f"<paragraph><num>1.</num><content><p>Sets:</p>{table}</content></paragraph>"), "t.xml")
    )

    assert '<div class="table" tabindex="0"><table>\n<tr><td>Boat</td><td>Due</td></tr>' in html


def test_what_a_person_should_look_at_is_said_and_the_rest_is_not() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides to dredge.", "op1", number="1.")
    reading = made.reading()
    found = (
        Finding("gap", Severity.WARNING, "number 2 is missing", Span(3, 10)),
        Finding("chat", Severity.INFO, "a remark"),
    )
    shown = page(Reading(**{n: getattr(reading, n) for n in Reading.__slots__ if n != "findings"}, findings=found))

    assert "Warning: number 2 is missing Decides" in shown.text
    assert "a remark" not in shown.text


def test_a_page_says_which_notes_no_place_calls() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides.", "op1")
    made.notes.append(Note("*", "Not yet in force.", "", Span(0, 0)))

    assert page(made.reading()).text.endswith("* Not yet in force.")
