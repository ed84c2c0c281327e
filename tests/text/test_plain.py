"""Plain text in any encoding: its printed lines, pages, and what could not be read."""

import time

import pytest

from operative.errors import EmptySource, SourceTooCostly
from operative.text.plain import read_plain

RUSSIAN = "Совет,\nссылаясь на доклад Генерального директора,\n1. постановляет продолжить рассмотрение вопроса."
FRENCH = "Résolution adoptée à la première séance.\nLe Conseil,\n1. Décide de continuer — « sans délai » — l’examen."
SPANISH = (
    "Resolución aprobada en la primera sesión.\nEl Consejo,\n1. Pide que se presente un informe según lo señalado."
)
ARABIC = "القرار المعتمد في الجلسة الأولى.\nإن المجلس،\n1 - يطلب إلى المدير العام أن يقدم تقريرا."
CHINESE = "第一次会议通过的决议。\n理事会，\n1. 请总干事提交报告，并决定继续处理此案。"

ENCODINGS = [
    *(
        (RUSSIAN, name)
        for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r")
    ),
    *((FRENCH, name) for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252")),
    *((SPANISH, name) for name in ("utf-8", "latin-1", "cp1252", "utf-16-be")),
    *((ARABIC, name) for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1256")),
    *((CHINESE, name) for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk")),
]


@pytest.mark.parametrize(("words", "encoding"), ENCODINGS, ids=[f"{words[:9]} {name}" for words, name in ENCODINGS])
def test_any_encoding_gives_the_same_text(words: str, encoding: str) -> None:
    text = read_plain(words.encode(encoding))
    declared = encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32")

    assert text.content == words
    assert [finding.code for finding in text.findings] == ([] if declared else ["encoding-guessed"])


MIXED = [
    ("Latin lines amid UTF-8", FRENCH.encode() + b"\n" + FRENCH.encode("cp1252"), FRENCH + "\n" + FRENCH),
    ("Russian lines amid UTF-8", FRENCH.encode() + b"\n" + RUSSIAN.encode("cp1251"), FRENCH + "\n" + RUSSIAN),
    ("one word in a line", "Le Conseil général a ".encode() + b"d\xe9cid\xe9", "Le Conseil général a décidé"),
    ("UTF-16 amid UTF-8", b"The Council " + "decides to ".encode("utf-16-le") + b"meet", "The Council decides to meet"),
    (
        "the other way round",
        b"The Council " + "decides to ".encode("utf-16-be") + b"meet",
        "The Council decides to meet",
    ),
]


@pytest.mark.parametrize(("data", "expected"), [row[1:] for row in MIXED], ids=[row[0] for row in MIXED])
def test_mixed_encodings_are_read_and_reported(data: bytes, expected: str) -> None:
    text = read_plain(data)

    assert text.content == expected
    assert [finding.code for finding in text.findings] == ["encoding-mixed"]


REPLACED = [
    ("zero byte", b"The\0Council", [(3, 4)]),
    ("two places", b"The\0Council\x01\x02meets", [(3, 4), (11, 13)]),
    ("cut off in its last character", "décidé".encode()[:-1], [(5, 6)]),
    ("the sign of loss itself", "a\ufffdb".encode(), [(1, 2)]),
]


@pytest.mark.parametrize(("data", "places"), [row[1:] for row in REPLACED], ids=[row[0] for row in REPLACED])
def test_lost_characters_have_a_place(data: bytes, places: list[tuple[int, int]]) -> None:
    text = read_plain(data)

    assert {finding.code for finding in text.findings} == {"characters-replaced"}
    assert [(found.span.start, found.span.end) for found in text.findings if found.span] == places
    assert all(set(found.span.of(text.content)) == {"\ufffd"} for found in text.findings if found.span)


def test_many_lost_places_are_summed_up() -> None:
    text = read_plain(b"ab\0" * 100 + b"words without anything else" * 20)

    assert len(text.findings) == 21
    assert "80 more" in text.findings[-1].message


LINES = [
    ("newline", "one\ntwo", [(0, 3, 1), (4, 7, 1)]),
    ("carriage return and newline", "one\r\ntwo\r\n", [(0, 3, 1), (5, 8, 1)]),
    ("carriage return", "one\rtwo", [(0, 3, 1), (4, 7, 1)]),
    ("blank lines have no line", "\n\none\n \n\ntwo\n\n", [(2, 5, 1), (9, 12, 1)]),
    ("outer white space is part of it", "  one \ntwo", [(0, 6, 1), (7, 10, 1)]),
    ("form feed", "one\n\ftwo", [(0, 3, 1), (5, 8, 2)]),
    ("form feed ends a line", "one\ftwo\f\fthree", [(0, 3, 1), (4, 7, 2), (9, 14, 4)]),
    ("other separators", "one\u2028two\x85three", [(0, 3, 1), (4, 7, 1), (8, 13, 1)]),
    ("direction marks stay", "\u200fنعم\u200e\nلا", [(0, 5, 1), (6, 8, 1)]),
]


@pytest.mark.parametrize(("words", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_one_line_for_each_printed_line(words: str, expected: list[tuple[int, int, int]]) -> None:
    text = read_plain(words.encode())

    assert text.content == words
    assert [(line.start, line.end, line.page) for line in text.lines] == expected
    assert all(line.opens is None for line in text.lines)


@pytest.mark.parametrize(("words", "pages"), [("one", 0), ("one\ftwo", 2), ("one\ftwo\f", 2), ("\fone", 2)])
def test_pages_are_known_only_from_form_feeds(words: str, pages: int) -> None:
    assert read_plain(words.encode()).pages == pages


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t\f ",
        b"\0\0\0",
        b"\xef\xbb\xbf",
        "\u200f\u00a0\u2028".encode(),
        b"\xff\xfe",
        b" " * 10_000_000,
        bytes(10_000_000),
    ],
    ids=[
        "nothing",
        "white space",
        "zero bytes",
        "a mark",
        "direction marks",
        "a mark of UTF-16",
        "10 MB of spaces",
        "10 MB of zeros",
    ],
)
def test_nothing_printed_is_an_empty_source_at_once(data: bytes) -> None:
    began = time.perf_counter()
    with pytest.raises(EmptySource):
        read_plain(data)

    assert time.perf_counter() - began < 1


def test_too_many_lines_are_too_costly() -> None:
    with pytest.raises(SourceTooCostly, match="1200000 printed lines"):
        read_plain(b"a\n" * 1_200_000)


def test_reading_takes_time_in_proportion() -> None:
    page = ("Requests the Keeper of Wells to report to the Assembly at its next session;\n" * 40 + "\f").encode()

    def seconds(times: int) -> float:
        return min(_timed(page * times) for _ in range(3))

    small, large = seconds(100), seconds(1600)

    assert large < small * 16 * 3


def _timed(data: bytes) -> float:
    began = time.perf_counter()
    read_plain(data)
    return time.perf_counter() - began
