"""`operative acts`: JSON lines in, JSON lines out, bad lines reported."""

import json

import pytest

LINE = json.dumps({"id": "a", "text": "Requests a report.", "body": "GA", "adopted": "2031-05-02"})


def test_lines_in_lines_out(operative):
    done = operative("acts", given=LINE + "\n\n" + LINE.replace('"a"', "7") + "\n")

    assert done.returncode == 0
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", 7]
    assert json.loads(done.stdout.splitlines()[0])["acts"][0]["lead"] == "Requests"


def test_from_a_file(operative, texts):
    texts(lines_jsonl=LINE)

    assert operative("acts", "lines.jsonl").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{", "line 1: damaged-source: not JSON"),
        ("[]", 'right would be {"id": "...", "text": "..."}'),
        ('{"id": 1}', "line 1: damaged-source: not a paragraph"),
        ('{"id": 1, "text": 5}', "not a paragraph"),
    ],
)
def test_a_bad_line_is_reported_and_the_others_are_read(operative, bad, said):
    done = operative("acts", given=f"{bad}\n{LINE}\n")

    assert done.returncode == 1
    assert said in done.stderr
    assert done.stdout.count("\n") == 1


def test_a_missing_file_is_a_wrong_call(operative):
    assert operative("acts", "absent.jsonl").returncode == 2
