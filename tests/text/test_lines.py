"""What is true of any text that a reader gives, and of any bytes that it is given."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from operative.domain.texts import Text
from operative.errors import OperativeError
from operative.text.docx import read_docx
from operative.text.html import read_html
from operative.text.media import READERS as MEDIA
from operative.text.media import find_media_type
from operative.text.plain import read_plain

from .word_files import a_level, a_numbering, a_paragraph, a_row, a_run, a_table, a_word_file, in_list

READERS: dict[str, Callable[[bytes], Text]] = {"plain": read_plain, "html": read_html, "docx": read_docx}
VISIBLE = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def check(text: Text) -> None:
    """Lines are in order, apart, printed, and cover all that is; marks are in order and inside."""
    assert text.lines
    end, page = 0, 0
    for line in text.lines:
        assert end <= line.start < line.end <= len(text.content)
        assert not VISIBLE.search(text.content, end, line.start)
        assert text.content[line.start : line.end].strip()
        assert page <= line.page or line.role != "body"
        assert len(text.content[line.start : line.end].splitlines()) == 1
        end, page = line.end, line.page if line.role == "body" else page
    assert not VISIBLE.search(text.content, end)
    assert [mark.span.start for mark in text.marks] == sorted(mark.span.start for mark in text.marks)
    assert all(0 <= mark.span.start < mark.span.end <= len(text.content) for mark in text.marks)
    for finding in text.findings:
        assert finding.span is None or 0 <= finding.span.start < finding.span.end <= len(text.content)


WORDS = st.text(alphabet=st.sampled_from("abcĐéя字ب 1.(),;\t\u00a0\u200f\u2011-"), min_size=1, max_size=12)
PLAIN = st.lists(st.one_of(WORDS, st.sampled_from(["\n", "\r\n", "\f", "\n\n", "\u2028", "\x85", "\x1c"])), max_size=30)


@given(PLAIN.map("".join))
def test_plain_text_is_all_there(words: str) -> None:
    try:
        text = read_plain(words.encode())
    except OperativeError:
        assert not VISIBLE.search(words)
        return

    check(text)
    assert text.content == words


def escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


LEAVES = st.one_of(WORDS.map(escape), st.just("<br>"), st.just("<hr>"), st.just("<sup>1</sup>"))
TAGS = st.sampled_from(
    [
        "p",
        "i",
        "b",
        "ol",
        "ul",
        "li",
        "div",
        "table",
        "tr",
        "td",
        "pre",
        "h2",
        "sup",
        "ins",
        "nav",
        "a href=#x",
        "p id=x",
        "li id=x",
    ]
)
PAGES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, parts, closed: f"<{tag}>{''.join(parts)}" + (f"</{tag.split()[0]}>" if closed else ""),
        TAGS,
        st.lists(inner, max_size=4),
        st.booleans(),
    ),
    max_leaves=25,
)


def letters_of(words: str) -> str:
    return "".join(sorted(character for character in words if character.isalpha()))


@given(PAGES)
@settings(deadline=None)
@example("<table><tr><td>a<tr><td></table><li>b</li>")
@example("<td>a<tr><td>b")
def test_pages_are_all_there(page: str) -> None:
    printed = re.sub(r"<[^>]*>", "", page)
    try:
        text = read_html(page.encode())
    except OperativeError:
        assert not VISIBLE.search(printed.replace("\u00ad", ""))
        return

    check(text)
    # Generated numbers ("(a)") add to the letters of the page; nothing is taken away.
    assert not [letter for letter in set(letters_of(printed)) if text.content.count(letter) < printed.count(letter)]


RUNS = st.one_of(
    WORDS.map(escape),
    WORDS.map(lambda words: a_run(escape(words), "i")),
    WORDS.map(lambda words: f'<w:ins w:id="1">{a_run(escape(words), "b")}</w:ins>'),
    WORDS.map(lambda words: f'<w:del w:id="1"><w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>'),
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            "<w:r><w:br/></w:r>",
            "<w:r><w:lastRenderedPageBreak/></w:r>",
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ]
    ),
)
PROPERTIES = st.sampled_from(
    ["", in_list(1), in_list(1, 1), '<w:rPr><w:del w:id="1"/></w:rPr>', '<w:rPr><w:ins w:id="1"/></w:rPr>']
)
PARAGRAPHS = st.builds(lambda runs, own: a_paragraph(*runs, properties=own), st.lists(RUNS, max_size=4), PROPERTIES)
BODIES = st.lists(
    st.one_of(
        PARAGRAPHS,
        st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3).map(lambda cells: a_row(*cells)), max_size=3).map(
            lambda rows: a_table(*rows)
        ),
    ),
    max_size=6,
).map("".join)
NUMBERING = a_numbering(a_level(0, "decimal", "%1."), a_level(1, "lowerLetter", "(%2)"))
FOOTNOTE = f'<w:footnote w:id="1">{a_paragraph("a note")}</w:footnote>'


@given(BODIES, st.sampled_from(["accepted", "original"]))
@settings(deadline=None)
def test_word_documents_are_all_there(body: str, changes: str) -> None:
    try:
        text = read_docx(a_word_file(body, numbering=NUMBERING, footnotes=FOOTNOTE), changes=changes)
    except OperativeError:
        return

    check(text)
    gone = r"<w:del w:id=\"1\">.*?</w:del>" if changes == "accepted" else r"<w:ins w:id=\"1\">.*?</w:ins>"
    if "fldChar" not in body:
        kept = re.sub(r"<[^>]*>", "", re.sub(gone, "", body))
        assert not [letter for letter in set(letters_of(kept)) if text.content.count(letter) < kept.count(letter)]


@pytest.mark.parametrize("name", READERS)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda words: words.encode("utf-16", "replace"))))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused_by_name(name: str, data: bytes) -> None:
    try:
        text = READERS[name](data)
    except OperativeError:
        return

    check(text)


SOUND = a_word_file(
    a_paragraph("Words", '<w:r><w:footnoteReference w:id="1"/></w:r>', properties=in_list(1)),
    numbering=NUMBERING,
    footnotes=FOOTNOTE,
)


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=5))
@settings(deadline=None, max_examples=300)
def test_a_damaged_word_file_is_read_or_refused_by_name(damages: list[tuple[int, bytes]]) -> None:
    data = bytearray(SOUND)
    for at, new in damages:
        data[at : at + len(new)] = new
    try:
        find_media_type(bytes(data), "a.docx")
        text = read_docx(bytes(data))
    except OperativeError:
        return

    check(text)


@given(st.binary(max_size=300), st.sampled_from(["", "a.txt", "a.docx", "a.html", "a.xml", "a.pdf"]))
def test_any_bytes_have_a_media_type_or_are_refused_by_name(data: bytes, name: str) -> None:
    with suppress(OperativeError):
        assert find_media_type(data, name) in MEDIA
