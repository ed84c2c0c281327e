"""Tables as people bring them: XLSX as openpyxl writes it, CSV in any dress, JSON; and those that mean harm."""

import csv
import io
import json
import re
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as Written

from operative.domain.sheets import CSV, JSON, XLSX, cell_name
from operative.errors import DamagedSource, EmptySource, EncryptedSource, HostileSource, NoReader, SourceTooCostly
from operative.text.sheets.delimited import read_delimited
from operative.text.sheets.reader import read_workbook
from operative.text.sheets.serials import is_day_format, plain_number, say_serial

SHEET = "xl/worksheets/sheet1.xml"


def xlsx(*rows, merge=(), **sheets):
    """A workbook with these rows in its first sheet, and more sheets by name."""
    book = Written()
    for row in rows:
        book.active.append(list(row))
    for ref in merge:
        book.active.merge_cells(ref)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "xl/_rels/workbook.xml.rels"
STRINGS = (
    b'<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
    b' Target="strings.xml" Id="strings"/></Relationships>'
)


def shared(strings, cells):
    """A workbook whose strings stand in a part of their own, as most programs write it; `cells` are XML of rows."""
    book = with_part(xlsx(), RELATIONS, lambda xml: xml.replace(b"</Relationships>", STRINGS))
    empty = rb"<sheetData ?/>|<sheetData></sheetData>"
    book = with_part(book, SHEET, lambda xml: re.sub(empty, b"<sheetData>%b</sheetData>" % cells, xml))
    items = b"".join(b"<si>%b</si>" % one for one in strings)
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/strings.xml", b'<sst xmlns="%b">%b</sst>' % (NAMESPACE, items))
    return out.getvalue()


def with_part(data, name, change):
    """The archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return out.getvalue()


def zipped(**parts):
    """An archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def rows(data, name="", sheet=0):
    return [(row.number, row.cells) for row in read_workbook(data, name).sheets[sheet].rows]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("No,Action\r\n1,Dig wells\r\n", [("No", "Action"), ("1", "Dig wells")]),
        ("No;Action;Cost\n1;Dig, line, cover;1,5\n", [("No", "Action", "Cost"), ("1", "Dig, line, cover", "1,5")]),
        ("No\tAction\n1\tDig\n", [("No", "Action"), ("1", "Dig")]),
        ("No|Action\n1|Dig\n", [("No", "Action"), ("1", "Dig")]),
        ("sep=;\nNo;Action\n1;a,b,c\n", [("No", "Action"), ("1", "a,b,c")]),
        ('No,Action\n1,"Dig,\nthen line"\n', [("No", "Action"), ("1", "Dig,\nthen line")]),
        ("رقم,إجراء\n1,حفر الآبار\n", [("رقم", "إجراء"), ("1", "حفر الآبار")]),
        ("Action\nDig\n", [("Action",), ("Dig",)]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separated_values_are_read_by_their_separator_in_any_encoding(content, expected, encoding):
    assert [cells for _, cells in rows(content.encode(encoding))] == expected


def test_rows_keep_the_numbers_that_a_program_for_tables_shows():
    assert rows(b"a,b\n\n1,2\n") == [(1, ("a", "b")), (3, ("1", "2"))]
    assert rows(b"sep=;\na;b\n1;2\n") == [(2, ("a", "b")), (3, ("1", "2"))]
    assert rows(xlsx(["a"], [], ["b"])) == [(1, ("a",)), (3, ("b",))]


def test_fifty_thousand_rows_are_read():
    lines = "".join(f"{n},Dig well number {n}\n" for n in range(50_000))
    cells = b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n) for n in range(1, 50_001))

    assert len(rows(lines.encode())) == 50_000
    assert rows(shared([], cells))[-1] == (50_000, ("50000",))


def test_a_sample_that_ends_within_quotation_marks_tells_the_separator_all_the_same():
    long = "well, " * 20_000

    assert rows(f'No;Action\n1;Dig\n2;"{long}"\n'.encode())[2][1] == ("2", long.strip())


def test_a_cell_of_a_megabyte_is_read_whole():
    long = "well " * 210_000
    assert rows(f"No,Action\n1,{long}\n".encode())[1][1][1] == long.strip()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Dig wells", "Dig wells"),
        (14, "14"),
        (2.5, "2.5"),
        (0.1 + 0.2, "0.3"),
        (27694300, "27694300"),
        (1.5e15, "1500000000000000"),
        (True, "true"),
        (date(2031, 3, 14), "2031-03-14"),
        (datetime(2031, 3, 14, 15, 30), "2031-03-14T15:30"),
        ("=1+1", ""),
        ("=HYPERLINK(\"http://x\")", ""),
        ("#REF!", "#REF!"),
        ("حفر الآبار", "حفر الآبار"),
        ("  two\nlines ", "two\nlines"),
    ],
)  # fmt: skip
def test_values_are_taken_as_they_were_saved(value, expected):
    read = rows(xlsx(["No", "Value"], [1, value]))

    assert read[1][1] == (("1", expected) if expected else ("1",))


def test_a_formula_gives_the_result_that_was_saved_with_it_and_says_so():
    book = xlsx(["a"], ["=6*7"], ["=6*9"])
    saved = with_part(book, SHEET, lambda xml: re.sub(rb"<f>6\*7</f><v ?(/>|></v>)", b"<f>6*7</f><v>42</v>", xml))
    read = read_workbook(saved)

    assert [row.cells for row in read.sheets[0].rows] == [("a",), ("42",)]
    assert [(one.code, one.message[-2:]) for one in read.findings] == [
        ("cells-computed", " 1"), ("cells-uncomputed", " 1")
    ]  # fmt: skip


def test_cells_merged_downwards_count_for_every_row_and_sideways_for_the_first_column():
    read = rows(
        xlsx(["Package", "Action"], ["Water", "Dig"], [None, "Line"], ["Notes", None], merge=("A2:A3", "A4:B4"))
    )

    assert [cells for _, cells in read] == [("Package", "Action"), ("Water", "Dig"), ("Water", "Line"), ("Notes",)]


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        (b"<t>Dig</t>", "Dig"),
        (b"<r><t>Dig </t></r><r><rPr/><t>wells</t></r>", "Dig wells"),
        ("<t>\u5c71</t><rPh><t>yama</t></rPh>".encode(), "\u5c71"),
        (b"<t>Dig_x000D_wells _x005F_</t>", "Dig\rwells _"),
        (b"<t/>", ""),
    ],
)
def test_strings_are_taken_from_where_they_are_shared(string, expected):
    cells = b'<row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>0</v></c><c r="D3" t="s"><v>9</v></c></row>'

    assert rows(shared([b"<t>first</t>", string], cells)) == [(3, ("", expected, "first"))]


def test_half_a_character_is_shown_as_lost():
    cells = b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'

    assert rows(b'[{"no": "a\\ud800b"}]', "a.json")[1][1] == ("a\ufffdb",)
    assert rows(shared([b"<t>a_xDFFF_\xc3\xa9</t>"], cells)) == [(1, ("a\ufffdé",))]


def test_sheets_keep_their_order_and_empty_ones_are_empty():
    read = read_workbook(xlsx(["a"], Empty=[], Last=[["b"]]))

    assert [(one.name, len(one.rows)) for one in read.sheets] == [("Sheet", 1), ("Empty", 0), ("Last", 1)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"no": 1, "what": "Dig"}, {"no": 2, "who": None}], [("no", "what", "who"), ("1", "Dig", ""), ("2", "", "")]),
        ([{"who": ["Ana", "Ben"], "due": {"day": "2031"}}], [("who", "due.day"), ("Ana; Ben", "2031")]),
        ({"actions": [{"no": 1.50, "big": True}], "made": "2031"}, [("no", "big"), ("1.5", "true")]),
    ],
)
def test_json_is_a_row_for_each_object(value, expected):
    assert [cells for _, cells in rows(json.dumps(value).encode(), "a.json")] == expected


def test_json_may_have_one_object_a_line():
    assert [cells for _, cells in rows(b'{"no": 1}\n{"no": 2}\n', "a.jsonl")] == [("no",), ("1",), ("2",)]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(xlsx(["a"]), XLSX), (b"a,b", CSV), (b"[1] first, second\n1,2", CSV), (b'[{"a": 1}]', JSON)],
)
def test_what_a_table_is_follows_from_its_bytes(data, media_type):
    assert read_workbook(data).media_type == media_type


@pytest.mark.parametrize(
    ("data", "name", "error", "said"),
    [
        (b"  \n", "", EmptySource, "nothing in it"),
        (b",,\n,,\n", "", EmptySource, "no cell with words"),
        (xlsx(), "", EmptySource, "no cell with words"),
        (b'No,Action\n1,"Dig\n2,Line\n', "", DamagedSource, "line 3"),
        (b'No,Action\n1,"Dig" well\n', "", DamagedSource, "line 2"),
        (b"%PDF-1.7", "", NoReader, "XLSX, CSV, JSON"),
        (b'{"a": 1', "a.json", DamagedSource, "no JSON"),
        (b'{"a": 1, "b": [2]}', "a.json", NoReader, "no list"),
        (b"\xef\xbb\xbf\n<TABLE><tr><td>1", "a.xls", NoReader, "no table"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "", NoReader, "save the table as XLSX"),
        (
            with_part(xlsx(["a"]), "xl/workbook.xml", lambda xml: xml.replace(b"workbook", b"document")),
            "",
            NoReader,
            "no workbook",
        ),
        (b"PK\x03\x04 not a zip", "", DamagedSource, "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "", EncryptedSource, "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", NoReader, "save it as .xlsx"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(data, name, error, said):
    with pytest.raises(error, match=said):
        read_workbook(data, name)


def test_a_workbook_with_a_document_type_is_hostile():
    bomb = with_part(xlsx(["a"]), SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml)

    with pytest.raises(HostileSource, match="document type"):
        read_workbook(bomb)


def test_a_part_that_unpacks_to_much_more_than_it_is_is_hostile():
    bomb = with_part(xlsx(["a"]), SHEET, lambda xml: xml + b" " * 50_000_000)

    with pytest.raises(HostileSource, match="unpacks"):
        read_workbook(bomb)


def test_one_long_string_in_very_many_cells_costs_too_much():
    row = b"<row>%b</row>" % (b'<c t="s"><v>0</v></c>' * 200)
    bomb = shared([b"<t>%b</t>" % (b"x" * 30_000)], row * 20)

    with pytest.raises(SourceTooCostly, match="characters"):
        read_workbook(bomb)


def test_merged_cells_over_and_over_cost_too_much():
    cells = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 7001))
    merged = b"<mergeCells>%b</mergeCells>" % (b'<mergeCell ref="A1:A1048576"/>' * 1000)
    bomb = with_part(shared([], cells), SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merged))

    with pytest.raises(SourceTooCostly, match="merged"):
        read_workbook(bomb)


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffe\uffff"), max_size=12)


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_what_a_program_writes_as_separated_values_comes_back(table, delimiter, encoding):
    out = io.StringIO(newline="")
    head = ("No", "Action", "Owner")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([head, *table])
    sheets, _ = read_delimited(out.getvalue().encode(encoding))

    expected = [tuple(cell.strip() for cell in row) for row in table]
    assert [row.cells for row in sheets[0].rows] == [head, *(row for row in expected if any(row))]


def test_a_word_in_the_last_column_of_many_rows_costs_too_much():
    far = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(2, 500))
    bomb = with_part(xlsx(["a"]), SHEET, lambda xml: xml.replace(b"</sheetData>", far + b"</sheetData>"))

    with pytest.raises(SourceTooCostly, match="cells"):
        read_workbook(bomb)


@pytest.mark.parametrize(
    ("serial", "since_1904", "expected"),
    [
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("61", False, "1900-03-01"),
        ("47921", False, "2031-03-14"),
        ("46459", True, "2031-03-14"),
        ("47921.5", False, "2031-03-14T12:00"),
        ("-1", False, "-1"),
        ("9999999", False, "9999999"),
        ("soon", False, "soon"),
    ],
)
def test_say_serial(serial, since_1904, expected):
    assert say_serial(serial, since_1904) == expected


@pytest.mark.parametrize(
    ("number", "code", "expected"),
    [
        (14, "", True), (22, "", True), (0, "", False), (164, "0.00", False), (164, "dd/mm/yyyy", True),
        (164, '"day" 0', False), (164, "[Red]0", False), (164, "mmm yy", True), (164, "#,##0 \\d", False),
        (164, "_d0", False), (164, '0;"yy"', False),
    ],
)  # fmt: skip
def test_is_day_format(number, code, expected):
    assert is_day_format(number, code) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("14", "14"), ("14.0", "14"), ("1.5E+6", "1500000"), ("0.30000000000000004", "0.3"), ("1E+400", "1E+400"),
     ("x", "x"), ("100", "100"), ("-0.50", "-0.5")],
)  # fmt: skip
def test_plain_number(words, expected):
    assert plain_number(words) == expected


@pytest.mark.parametrize(("column", "name"), [(0, "S!A7"), (25, "S!Z7"), (26, "S!AA7"), (16383, "S!XFD7")])
def test_cell_name(column, name):
    assert cell_name("S", 7, column) == name
