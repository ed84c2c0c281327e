import pytest

from operative.domain.edits import TrackedChange
from operative.domain.papers import lines_of
from operative.errors import DamagedSource, HostileSource
from operative.exchange.papers import render_paper
from operative.text.docx.edited import read_edited
from tests.exchange.edited import edited, run, tracked
from tests.exchange.test_papers import NOTE, OTHER, a_paper

B2 = '<w:bookmarkStart w:id="1000003" w:name="op_b2"/>'
SECOND = run("Two rounds were held.")
END = '<w:bookmarkEnd w:id="1000003"/>'


@pytest.fixture(scope="module")
def made():
    return render_paper(a_paper(), "docx")


def test_what_nobody_edited_comes_back_as_it_was(made):
    back = read_edited(made)

    assert [(one.key, one.words) for one in back.lines] == [(one.key, one.words) for one in lines_of(a_paper())]
    assert [(one.key, one.words) for one in back.notes] == [("note1", NOTE.words), ("note2", OTHER.words)]
    assert (back.properties["OperativeDossier"], back.saved_by, back.saved_at) == (
        "wells",
        "Operative",
        "2030-05-01T00:00:00Z",
    )


def line(made, *changes, key="b2"):
    """The line with a key after the changes, and those without one."""
    back = read_edited(edited(made, *changes))
    return next((one for one in back.lines if one.key == key), None), [one for one in back.lines if not one.key]


SAYS = "Two rounds were held. None since."
CASES = {
    "words typed over": ((SECOND, run("Three rounds.")), "Three rounds. None since."),
    "a run parted in two": ((SECOND, run("Two rounds ") + run("were held.")), SAYS),
    "words added and tracked": (
        (SECOND, SECOND + tracked(" In May.", added=True)),
        "Two rounds were held. In May. None since.",
    ),
    "words struck and tracked": ((SECOND, tracked("Two rounds were held.", added=False)), "None since."),
    "words behind the bookmark": ((f"{END}</w:p>", f"{END}{run(' Later.')}</w:p>"), f"{SAYS} Later."),
    "words before the bookmark": ((B2, run("Note: ") + B2), f"Note: {SAYS}"),
    "a paragraph parted in two": ((SECOND, f"{run('Two rounds')}</w:p><w:p>{run('were held.')}"), SAYS),
    "a tabulator and a line end": (
        (SECOND, run("Two rounds") + "<w:r><w:tab/><w:br/></w:r>" + run("were held.")),
        SAYS,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_line_is_known_by_its_bookmark(made, case):
    change, words = CASES[case]
    found, others = line(made, change)

    assert found.words == words
    assert others == []


def test_tracked_changes_say_who_and_when(made):
    old, new = "Two rounds", "Three rounds"
    change = (SECOND, tracked(old, added=False) + tracked(new, added=True, author="C. Chair") + run(" were held."))
    found, _ = line(made, change)

    assert found.words == "Three rounds were held. None since."
    assert found.changes == (
        TrackedChange(old, False, "B. Editor", "2030-05-03T10:00:00Z"),
        TrackedChange(new, True, "C. Chair", "2030-05-03T10:00:00Z"),
    )


def test_what_was_added_and_then_struck_is_not_said(made):
    both = tracked("", added=True).replace(run(""), tracked("Never said.", added=False, author="C. Chair"))
    found, _ = line(made, (SECOND, SECOND + both))

    assert found.words == SAYS
    assert [(one.added, one.author) for one in found.changes] == [(False, "C. Chair")]


def test_a_paragraph_without_a_bookmark_is_a_line_of_its_own(made):
    found, others = line(made, (f"{END}</w:p>", f"{END}</w:p><w:p>{run('A third round.')}</w:p><w:p/>"))

    assert found.words == SAYS
    assert [one.words for one in others] == ["A third round."]


def test_a_new_row_is_one_line_and_a_struck_row_is_said_to_be_struck(made):
    cells = "".join(f"<w:tc><w:p>{run(one)}</w:p></w:tc>" for one in ("own seat", "kept"))
    mark = '<w:del w:id="9" w:author="C. Chair" w:date="2030-05-04T00:00:00Z"/>'
    row = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    found, others = line(
        made,
        (row, row.replace("<w:cantSplit/>", mark)),
        ("</w:tbl>", f"<w:tr>{cells}</w:tr></w:tbl>"),
        key="b4r1c1",
    )

    assert (found.words, [one.author for one in found.changes]) == ("", ["C. Chair"])
    assert [one.words for one in others] == ["own seat | kept"]


def test_an_edited_note_comes_back_with_its_number(made):
    back = read_edited(edited(made, ("Ledger, entry 6.", "Ledger, entry 7."), part="word/footnotes.xml"))

    assert [(one.key, one.words) for one in back.notes] == [("note1", NOTE.words), ("note2", "Ledger, entry 7.")]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"plain words", DamagedSource),
        (b"PK\x05\x06" + bytes(18), DamagedSource),
    ],
)
def test_what_is_no_word_file_is_refused(data, error):
    with pytest.raises(error):
        read_edited(data)


def test_a_file_made_to_do_harm_is_refused(made):
    with pytest.raises(HostileSource):
        read_edited(edited(made, ("<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document')))


def test_a_file_nested_beyond_all_measure_is_refused(made):
    deep = "<w:sdt><w:sdtContent>" * 70 + SECOND + "</w:sdtContent></w:sdt>" * 70
    with pytest.raises(Exception, match="nested"):
        read_edited(edited(made, (SECOND, deep)))
