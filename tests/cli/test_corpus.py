"""The commands on a corpus, from the shell's point of view."""

import json

import pytest
from click.testing import CliRunner

from operative.cli.main import cli

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
