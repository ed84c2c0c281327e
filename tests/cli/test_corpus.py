"""The commands on a corpus, from the shell's point of view."""

import json

import pytest
from click.testing import CliRunner
from tests.bootstrap.repository import Repository

from operative.cli.main import cli
from operative.errors import WrongCall

TEXT = """RESOLUTION No. {number}
(Adopted by the Council at its 43rd Session, on 6 June {year})

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Secretariat to mend the wells of the valley and of the hills, and to report to the Council every year.
2.
Decides to examine well {number} {year}.
"""


@pytest.fixture
def memory(tmp_path):
    for number, year in ((1, 2022), (2, 2024)):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number=number, year=year))
    done = run("corpus", "read", tmp_path, "--into", tmp_path / "memory", "--jobs", "1")
    assert (done[0], done[1][:14]) == (0, "Read 2 sources")
    return tmp_path / "memory"


def run(*args):
    """The exit code of a call and what it printed."""
    done = CliRunner().invoke(cli, [str(arg) for arg in args], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value, done.output.strip()


def test_search_shows_where_and_what(memory):
    code, printed = run("corpus", "search", memory, "report:yes", "wells", "-bridges", "--limit", "1")

    assert code == 0
    assert printed.splitlines()[0].strip().startswith("1  Council")
    assert "Requests the Secretariat to mend the wells" in printed
    assert printed.splitlines()[-1] == "2 provisions, 1 to 1 shown"


def test_search_as_json_has_marks_and_facets(memory):
    code, printed = run("corpus", "search", memory, "secretariat", "--facets", "year", "--to", "json")
    page = json.loads(printed)

    assert (code, page["total"]) == (0, 2)
    assert {tuple(hit["text"][slice(*mark)] for mark in hit["marks"]) for hit in page["hits"]} == {("Secretariat",)}
    assert page["facets"] == [
        {"field": "year", "value": "2022", "count": 1},
        {"field": "year", "value": "2024", "count": 1},
    ]


def test_nothing_found_is_exit_code_1(memory):
    assert run("corpus", "search", memory, "nowhere") == (1, "0 provisions")


def test_overlap_shows_what_repeats(memory):
    code, printed = run("corpus", "overlap", memory)

    assert code == 0
    assert "2  Requests the Secretariat to mend the wells" in printed


def test_overlap_of_a_draft_says_what_is_new(memory, tmp_path):
    draft = TEXT.format(number=3, year=2025).replace("every year", "every second year")
    (tmp_path / "draft.txt").write_text(draft)
    code, printed = run("corpus", "overlap", memory, "--draft", tmp_path / "draft.txt", "--likeness", "0.7")

    assert code == 0
    assert "every {+second+} year" in printed
    assert printed.splitlines()[-1].startswith("3 provisions: 1 the same, 1 nearly, 1 new; ")


def test_overlap_as_json_is_one_object_a_line(memory):
    _, printed = run("corpus", "overlap", memory, "--to", "json")
    rows = [json.loads(line) for line in printed.splitlines()]

    assert [(row["change"], len(row["places"])) for row in rows] == [("same", 2)]


def test_cites_shows_both_directions_and_the_whole(memory, tmp_path):
    text = TEXT.format(number=5, year=2025).replace("Mindful of", "Recalling General Assembly resolution 61/16 and")
    (tmp_path / "5.txt").write_text(text)
    run("corpus", "read", tmp_path / "5.txt", "--into", memory)

    assert "Recalling: A/RES/61/16  (not in this corpus)" in run("corpus", "cites", memory, "Council 5")[1]
    assert "Council 5 pp1  Recalling" in run("corpus", "cites", memory, "A/RES/61/16")[1]
    assert "1 citation: 0 of documents of this corpus, 1 of others" in run("corpus", "cites", memory)[1]
    (row,) = map(json.loads, run("corpus", "cites", memory, "A/RES/61/16", "--to", "json")[1].splitlines())
    assert (row["direction"], row["state"], row["verb"]) == ("cited by", "absent", "Recalling")


def test_lineage_follows_a_provision(memory):
    code, printed = run("corpus", "lineage", memory, "Council 2", "op1")

    assert code == 0
    assert [line.split()[-3:] for line in printed.splitlines() if "same" in line] == [["Council", "2", "op1"]]
    _, printed = run("corpus", "lineage", memory, "2.txt", "op2", "--to", "json")
    assert json.loads(printed.splitlines()[-1])["adopted"] == "2024-06-06"


def test_a_title_of_one_word_is_no_series(memory):
    assert run("corpus", "lineage", memory) == (1, "0 series")


def test_an_unknown_document_is_refused(memory):
    with pytest.raises(WrongCall, match="no document of this corpus"):
        run("corpus", "lineage", memory, "Council 77", "op1")


def test_a_draft_is_checked_against_the_corpus(memory, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT.format(number=9, year=2025))
    code, printed = run("check", draft, "--corpus", memory, "--to", "json")

    assert code == 0
    assert [(one["code"], one["provision"]) for one in json.loads(printed)] == [("draft-repeats-corpus", "op1")]
    assert run("check", draft) == (0, "0 remarks")


def test_reports_that_are_due_in_a_year(memory):
    code, printed = run("corpus", "due", memory, "--year", "2025", "--to", "json")
    rows = [json.loads(line) for line in printed.splitlines()]

    assert (code, [(one["latest"], len(one["places"])) for one in rows]) == (0, [("2025-06-06", 2)])
    assert rows[0]["action"].endswith("and to report to the Council every year")
    _, printed = run("corpus", "due", memory, "--year", "2025")
    assert "series by day" in printed
    assert "the Secretariat: mend the wells of the valley and of the hills" in printed
    assert run("corpus", "due", memory, "--year", "1999") == (1, "0 reports")


def test_what_is_in_force_and_what_a_person_says_of_it(memory):
    code, printed = run("corpus", "in-force", memory, "--as-of", "2025-01-01")

    assert code == 0
    assert printed.splitlines()[-1] == "2 texts as of 2025-01-01: 2 in-force"
    said = ("--by", "A. Person", "--from", "2024-12-01", "--reason", "the wells are mended")
    assert run("corpus", "confirm", memory, "Council 2", "retired", *said)[0] == 0
    _, printed = run("corpus", "in-force", memory, "--as-of", "2025-01-01", "--state", "retired")
    assert "A. Person says so, 2024-12-01: the wells are mended; suggested: in-force" in printed
    _, printed = run("corpus", "in-force", memory, "--as-of", "2025-01-01", "--state", "retired", "--to", "json")
    (row,) = map(json.loads, printed.splitlines())
    assert (row["state"], row["suggested"], row["confirmed"]["by"]) == ("retired", "in-force", "A. Person")
    assert run("corpus", "in-force", memory, "--body", "GA")[0] == 1


def test_a_checked_draft_as_a_document_with_comments(tmp_path):
    draft, out = tmp_path / "draft.txt", tmp_path / "checked.docx"
    said = TEXT.format(number=3, year=2024).replace("Decides to examine", "Decides to convene a conference on")
    draft.write_text(said)

    assert run("check", draft, "--to", "docx", "--out", out) == (1, f"1 comment in {out}")
    assert out.read_bytes()[:2] == b"PK"
    for wrong in (("--to", "docx"), ("--out", out), ("--to", "docx", "--out", tmp_path / "none" / "checked.docx")):
        with pytest.raises(WrongCall):
            run("check", draft, *wrong)


def test_a_harvest_is_read_into_a_corpus(tmp_path):
    with Repository({}) as repository:
        rows = [{"id": f"{n}", "text": TEXT.format(number=n, year=2024)} for n in (1, 2)]
        repository.lines = "\n".join(map(json.dumps, [*rows, 7])).encode()
        code, printed = run("corpus", "harvest", f"{repository.home}/all.jsonl", tmp_path / "texts")

    assert (code, printed.splitlines()[0]) == (1, f"Harvested 2 records into {tmp_path / 'texts'}: 2 texts")
    assert "line 3: not a record" in printed
    _, printed = run("corpus", "read", tmp_path / "texts", "--into", tmp_path / "memory", "--jobs", "1")
    assert printed.startswith("Read 2 sources")


def test_counts_as_table_file_and_picture(memory, tmp_path):
    code, printed = run("corpus", "count", memory, "--what", "requests", "--by", "addressee")

    assert (code, printed.splitlines()) == (0, ["2  Secretariat", "1 value in 2 documents"])
    run("corpus", "count", memory, "--by", "year,force", "--out", tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text().splitlines()[0] == "year,force,acts"
    assert run("corpus", "plot", memory, "--by", "year", "--out", tmp_path / "x.svg")[0] == 0
    assert "Source: corpus memory; Operative" in (tmp_path / "x.svg").read_text("utf-8")
    assert run("corpus", "plot", memory, "--by", "year", "--body", "GA", "--out", tmp_path / "y.svg")[0] == 1
    with pytest.raises(WrongCall, match="there are: body, year"):
        run("corpus", "count", memory, "--by", "colour")
    for command, out in (("count", "x.xls"), ("plot", "x.gif")):
        with pytest.raises(WrongCall):
            run("corpus", command, memory, "--by", "year", "--out", out)
