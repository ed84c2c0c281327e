"""Hostile formats are read in a child process that outlives no limit."""

import os
import time
import zlib
from collections.abc import Iterator
from dataclasses import fields

import pytest

from operative.domain.findings import Finding, Severity
from operative.domain.spans import Span
from operative.domain.texts import Box, Line, Mark, MarkKind, Role, Text
from operative.errors import EmptySource, NoTextLayer, SourceTooCostly, UnreadableSource
from operative.text import packing
from operative.text.bounded import Limits, Worker, read_bounded
from operative.text.pdf import read_pdf

from .pdf_files import Page, file_of, pdf_of, stream

PDF = "operative.text.pdf:read_pdf"
HERE = "tests.text.bounded_readers"
GOOD = pdf_of(Page().text(72, 700, "The Council of the Harbour Union met."))
SMALL = Limits(seconds=1.0)


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def test_text_comes_back_as_it_was_read() -> None:
    assert read_bounded(PDF, GOOD) == read_pdf(GOOD)


def test_all_that_a_text_can_hold_survives_the_way() -> None:
    text = Text(
        "1 Requests",
        (Line(0, 10, 2, Role.NOTE, None, Box(1.5, 2.0, 3.0, 4.0), "operative", 2), Line(10, 10, opens=True)),
        "text/html",
        3,
        (Mark(MarkKind.LINK, Span(0, 1), "A/1"), Mark(MarkKind.BOLD, Span(2, 3))),
        "fr",
        (Finding("ocr", Severity.WARNING, "read", Span(0, 2)), Finding("x", Severity.ERROR, "y")),
        (("document", "resolution"),),
    )
    full = {field.name for field in fields(text) if getattr(text, field.name)}

    assert packing.unpack_text(packing.pack_text(text)) == text
    assert full == {field.name for field in fields(Text)}, (
        "a field that this test does not fill may get lost on the way"
    )


def test_errors_of_the_reader_come_back_with_their_words(worker: Worker) -> None:
    with pytest.raises(EmptySource, match="no content"):
        worker.read(PDF, b"", Limits(), {})
    with pytest.raises(NoTextLayer, match="pictures only"):
        worker.read(f"{HERE}:read_nothing", b"x", Limits(), {})


def test_options_reach_the_readers_that_take_them(worker: Worker) -> None:
    assert worker.read(f"{HERE}:read_changes", b"x", Limits(), {"changes": "original"}).content == "original"
    assert worker.read(PDF, GOOD, Limits(), {"changes": "original"}).pages == 1


def test_one_child_serves_many_sources(worker: Worker) -> None:
    children = {worker.read(f"{HERE}:read_process", b"x", Limits(), {}).content for _ in range(3)}

    assert len(children) == 1
    assert children != {str(os.getpid())}


def test_child_imports_no_library_that_its_reader_does_not_need(worker: Worker) -> None:
    loaded = worker.read(f"{HERE}:read_modules", b"x", Limits(), {}).content.split()

    heavy = {"lxml", "pypdfium2_raw", "click", "rich", "operative.bootstrap.reading", "operative.reading"}

    assert not heavy & set(loaded)


FAILING = [
    ("takes too long", "read_slowly", SourceTooCostly, "more time"),
    ("takes too much memory", "read_greedily", SourceTooCostly, "more memory"),
    ("is nested too deeply", "read_deeply", SourceTooCostly, "nested"),
    ("crashes", "read_crashing", SourceTooCostly, "did not survive"),
    ("meets a bug", "read_wrongly", UnreadableSource, "KeyError: 'spring'"),
    ("prints", "read_printing", None, ""),
]


@pytest.mark.parametrize(("reader", "error", "words"), [row[1:] for row in FAILING], ids=[row[0] for row in FAILING])
def test_reader_that_fails_does_no_harm(
    worker: Worker, reader: str, error: type[UnreadableSource] | None, words: str
) -> None:
    started = time.monotonic()
    if error is None:
        assert worker.read(f"{HERE}:{reader}", b"x", SMALL, {}).content == "printed"
    else:
        with pytest.raises(error, match=words):
            worker.read(f"{HERE}:{reader}", b"x", SMALL, {})

    assert time.monotonic() - started < 20
    assert worker.read(PDF, GOOD, Limits(), {}).pages == 1


def test_progress_buys_time_in_proportion_to_the_size(worker: Worker) -> None:
    honest = b"x" * 100_000
    assert worker.read(f"{HERE}:read_page_by_page", honest, SMALL, {}).content == "done"
    with pytest.raises(SourceTooCostly):
        worker.read(f"{HERE}:read_page_by_page", b"x", SMALL, {})


def test_child_that_grew_large_is_replaced(worker: Worker) -> None:
    children = {worker.read(f"{HERE}:read_and_grow", b"x", Limits(), {}).content for _ in range(3)}

    assert len(children) == 3


def flate_bomb(size: int) -> bytes:
    """A page whose content unfolds to `size` bytes of blanks, packed twice."""
    content = zlib.compress(zlib.compress(b"BT /F 9 Tf (Hello) Tj ET" + b" " * size, 9), 9)
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
            stream(content, "/Filter[/FlateDecode/FlateDecode]"),
        ]
    )


def nested_forms(depth: int) -> bytes:
    """A page that draws ten times what draws ten times what ... draws a word."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do " * 10),
    ]
    form = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X {} 0 R>>>>"
    objects += [stream(b"/X Do " * 10, form.format(6 + number)) for number in range(depth)]
    return file_of([*objects, stream(b"BT (Hello) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 612 792]")])


BOMBS = [("one that unfolds to a gigabyte", flate_bomb(2**30)), ("forms in forms", nested_forms(12))]


@pytest.mark.parametrize("bomb", [row[1] for row in BOMBS], ids=[row[0] for row in BOMBS])
def test_bombs_are_refused_in_time(worker: Worker, bomb: bytes) -> None:
    assert len(bomb) < 5_000
    worker.read(PDF, GOOD, Limits(), {})
    started = time.monotonic()

    with pytest.raises(SourceTooCostly):
        worker.read(PDF, bomb, Limits(), {})

    assert time.monotonic() - started < 8


def test_long_document_is_read_within_the_limits(worker: Worker) -> None:
    pages = [Page() for _ in range(500)]
    for number, page in enumerate(pages):
        page.lines(72, 700, *(f"{number}.{line} The Council of the Harbour Union met" for line in range(40)))

    assert worker.read(PDF, pdf_of(*pages), Limits(memory=400 * 2**20), {}).pages == 500
