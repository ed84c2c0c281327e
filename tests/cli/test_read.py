"""`operative read`: exit codes, forms, names of files, batches that survive anything."""

import json
import os
import time

import pytest

TABLE = """\
well.txt ─────────────────────────────────────────────────────────────────────────────────
Resolution 12
CARE OF WELLS
The Assembly · 41st session · adopted 2 May 2031 · English · 1 page

        The Assembly,
pp1     Noting that wells run dry,
1.      Requests the Keeper to report at the next session:
  (a)   on the depth of the wells [and their age];
2.      Invites villages to mend their wells by 31 March 2032;
3.      Decides to meet again."""


def test_table_shows_title_numbers_and_words(operative, texts):
    texts(well_txt="a text")

    done = operative("read", "well.txt")

    assert done.returncode == 0
    assert done.stdout.startswith(TABLE)
    assert done.stderr == ""


def test_table_groups_what_is_asked_by_addressee_and_due_date(operative, texts):
    texts(well_txt="a text")

    shown = operative("read", "well.txt").stdout

    asked = shown[shown.index("What is asked") :].splitlines()
    heads = [line for line in asked if line and not line.startswith(" ")]
    assert heads[1:4] == ["Villages", "The Keeper", "The Assembly (the body itself)"]
    assert "  by 31 March 2032" in asked[2]
    assert "Invites: to mend their wells by 31 March 2032" in asked[2]
    assert "report · to the Assembly" in "".join(asked)
    assert "on the depth of the wells" in "".join(asked)
    assert any("condition: provided that it rains" in line for line in asked)
    assert any("condition: that of 1, below" in line for line in asked)
    assert any("no date" in line for line in asked)


def test_table_shows_what_must_be_kept_and_which_standings_to_reach(operative, texts):
    texts(well_txt="a text")

    shown = operative("read", "well.txt").stdout

    kept = shown[shown.index("What must be kept") : shown.index("Standings")].splitlines()
    assert kept[1] == "1: on condition that (a) is kept (1 (a), in carrying out 2)"
    assert kept[2] == "  1 (a)  attribute, must  old age"
    standings = shown[shown.index("Standings") :].splitlines()
    assert standings[1:4] == [
        "  2  seek membership  Water Board",
        "                        Pump Committee",
        "                      and others: the list is open",
    ]


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("90", 90), ("300", 120)])
def test_table_keeps_to_the_width(operative, texts, columns, widest):
    texts(well_txt="a text")

    lines = operative("read", "well.txt", COLUMNS=columns).stdout.splitlines()

    assert max(map(len, lines)) <= widest


def test_table_shortens_words_unless_all_are_wanted(operative, texts):
    texts(well_txt="a text")

    assert operative("read", "well.txt").stdout.count("Water") < 20
    assert operative("read", "well.txt", "--full").stdout.split("What is asked")[0].count("Water") == 40


def test_a_text_cannot_steer_the_terminal(operative, texts):
    texts(well_txt="lost")

    done = operative("read", "well.txt")

    assert "were [31mnot read" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["read", "well.txt"], 0, ""),
        (["read", "gap.txt"], 0, ""),
        (["read", "lost.txt"], 1, ""),
        (["read", "locked.txt"], 1, "operative: locked.txt: encrypted-source: a password is needed"),
        (["read"], 2, "Name a FILE or DIR to read"),
        (["read", "absent.txt"], 2, "operative: absent.txt: wrong-call: no such file or folder"),
        (["read", "absent.txt", "well.txt"], 2, "absent.txt"),
        (["read", "well.txt", "--language", "xx"], 2, "there are: en, fr, es, ru, ar, zh"),
        (["read", "well.txt", "--to", "cake"], 2, "--to"),
        (["read", "well.txt", "--jobs", "0"], 2, "--jobs"),
        (["read", "well.txt", "--to", "table", "--out", "x"], 2, "--out needs --to json, akn, md, html"),
        (["read", "well.txt", "--out", "gap.txt"], 2, "gap.txt is a file"),
        (["read", "well.txt", "--out", "gap.txt/x"], 2, "wrong-call: --out gap.txt/x cannot be made"),
        (["read", "well.txt", "--to", "json", "--explain", "op1"], 2, "--explain prints for a person"),
        (["read", "well.txt", "--explain", "op9"], 2, "there are: title1, enacting, pp1, op1, op1.a, op2, op3"),
        (["read", "-", "-"], 2, "only once"),
        (["read", "well.txt", "gap.txt", "--to", "akn"], 2, "--out"),
        (["read", "empty"], 2, "nothing to read in empty"),
        (["reed", "well.txt"], 2, "No such command"),
    ],
)
def test_exit_code_and_what_would_be_right(operative, texts, args, code, said):
    texts(well_txt="a text", gap_txt="gap", lost_txt="lost", locked_txt="locked", empty__notes_xyz="")

    done = operative(*args)

    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_missing_file_does_not_stop_the_others(operative, texts):
    texts(well_txt="a text")

    assert "CARE OF WELLS" in operative("read", "absent.txt", "well.txt").stdout


@pytest.mark.parametrize(
    ("form", "ending", "start"),
    [
        ("json", ".json", '{"format"'),
        ("akn", ".akn.xml", "<akomaNtoso"),
        ("md", ".md", "# CARE"),
        ("html", ".html", "<h1>"),
    ],
)
def test_each_form_goes_to_the_screen_and_to_a_folder(operative, texts, form, ending, start):
    folder = texts(well_txt="a text")

    assert operative("read", "well.txt", "--to", form).stdout.startswith(start)
    assert operative("read", "well.txt", "--to", form, "--out", "new/readings").returncode == 0
    assert (folder / "new" / "readings" / f"well{ending}").read_text().startswith(start)


def test_a_file_that_cannot_be_written_is_reported_and_the_others_are_written(operative, texts):
    folder = texts(well_txt="a text", gap_txt="gap", out__well_json__x="in the way")

    done = operative("read", "well.txt", "gap.txt", "--out", "out")

    assert done.returncode == 1
    assert "operative: well.txt: unwritable-output: out/well.json cannot be written" in done.stderr
    assert "Not written: 1\n  well.txt: unwritable-output" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["gap.json", "well.json"]


def test_out_without_a_form_writes_json(operative, texts):
    folder = texts(well_txt="a text")

    operative("read", "well.txt", "--out", "out")

    assert json.loads((folder / "out" / "well.json").read_text())["source"]["name"] == "well.txt"


def test_standard_input_is_read(operative):
    assert json.loads(operative("read", "-", "--to", "json", given="a text").stdout)["source"]["name"] == "stdin"


def test_one_bad_file_never_stops_the_others(operative, texts):
    folder = texts(
        in__a_txt="a text",
        in__b_txt="crash",
        in__c_txt="locked",
        in__d_txt="quit",
        in__e_txt="gap",
        in__f_xyz="skipped",
    )

    done = operative("read", "in", "--out", "out", "--jobs", "2")

    assert done.returncode == 1
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.json", "e.json"]
    assert "in/b.txt: reader-crashed: the reader was ended by SIGSEGV" in done.stderr
    assert "in/d.txt: reader-crashed: the reader ended with code 3" in done.stderr
    assert "in/c.txt: encrypted-source" in done.stderr
    assert "Read 2 of 5 files, 14 provisions, into out" in done.stderr
    assert "Passed over 1 file of other kinds" in done.stderr
    assert "warning number-gap" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_output_comes_in_the_order_of_the_files(operative, texts, jobs):
    names = [f"t{number}.txt" for number in range(9, 0, -1)]
    texts(**{name.replace(".", "_"): "a text" for name in names})

    lines = operative("read", *names, "--to", "json", "--jobs", jobs).stdout.splitlines()

    assert [json.loads(line)["source"]["name"] for line in lines] == names


def test_a_pool_ends_at_once(operative, texts):
    texts(**{f"t{number}_txt": "a text" for number in range(6)})

    begun = time.monotonic()
    operative("read", ".", "--out", "out", "--jobs", "6")

    assert time.monotonic() - begun < 20


def test_two_files_never_share_a_name(operative, texts):
    folder = texts(x__a_txt="a text", y__a_txt="gap", y__A_html="a text")

    done = operative("read", "x", "y", "--to", "md", "--out", "out")

    assert sorted(path.name for path in (folder / "out").iterdir()) == ["A-2.md", "a-3.md", "a.md"]
    assert "y/a.txt goes to out/a-3.md" in done.stderr


def test_a_source_is_never_written_over(operative, texts):
    folder = texts(a_md="a text")

    operative("read", "a.md", "--to", "md", "--out", ".")

    assert (folder / "a.md").read_text() == "a text"
    assert (folder / "a-2.md").exists()


def test_reading_a_folder_again_leaves_out_its_own_readings(operative, texts):
    texts(a_txt="a text")

    operative("read", ".", "--to", "md", "--out", "out")

    assert "Read 1 of 1 file" in operative("read", ".", "--to", "md", "--out", "out").stderr


def test_a_pipe_in_a_folder_is_passed_over(operative, texts):
    folder = texts(in__a_txt="a text")
    os.mkfifo(folder / "in" / "b.txt")

    done = operative("read", "in", "--to", "json")

    assert (done.returncode, done.stdout.count("operative/reading@1")) == (0, 1)


def test_explain_names_the_rule_of_each_value(operative, texts):
    texts(well_txt="a text")

    shown = operative("read", "well.txt", "--explain", "OP1").stdout

    assert "addressees    the Keeper" in shown
    assert "rule by-name" in shown
    assert "at the next session = session session:next" in shown
    assert "Invites" not in shown


def test_explain_of_a_provision_without_acts_shows_its_references(operative, texts):
    texts(well_txt="a text")

    assert "resolution 9 = 9" in operative("read", "well.txt", "--explain", "pp1").stdout
