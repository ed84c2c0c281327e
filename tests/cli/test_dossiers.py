"""Commands on dossiers with input that cannot be right: one line with a code, and nothing entered."""

import json

import pytest
from tests.commands import call

from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.decisions import RuleStated, SessionAnnounced, Topic
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened
from operative.domain.facts.mandates import MandateMoved, MandateStated, Step
from operative.domain.mandates import Modality

TEXT = "RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells.\n"
NOW = ("--by", "Ana", "--on", "2030-02-01")


@pytest.fixture
def url(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'wells.db'}"
    monkeypatch.setenv("OPERATIVE_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT)
    open_dossiers(url).create("wells", DossierOpened("Wells"), by="Ana", effective=PartialDate("2030-01-01"))
    return url


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("entry", "add", "wells", "event.noted", *NOW, "--data", "[" * 100_000), 2, "wrong-call: --data is not JSON"),
        (("dossier", "show", "wells", "--known-at", "0001-01-01T00:00+14:00"), 2, "wrong-call: '0001-01-01T00:00+14"),
        (("dossier", "show", "wells", "--known-at", "9999-12-31T23:59-14:00"), 2, "wrong-call: '9999-12-31T23:59-14"),
        (("dossier", "grant", "wells", "Bo", "legal adviser", "--by", "Bo"), 1, "not-entitled: Bo has no role"),
        (("entry", "add", "wells", "role.granted", "--set", "person=Bo", "--set", "role=officer", "--by", "Bo"), 1,
         "not-entitled: Bo has no role in this dossier"),
        (("draft", "add", "wells", "d2", "text.txt", "--follows", "d1", *NOW), 1, "unknown-subject: there is no draft"),
        (("entry", "add", "wells", "event.noted", *NOW, "--set", "title="), 1, "refused: event.noted needs 'title'"),
        (("entry", "add", "wells", "event.noted", *NOW, "--set", "title=a\x1bb"), 1,
         "refused: title: 'a\\x1bb' holds the control"),
        (("entry", "add", "wells", "event.noted", *NOW, "--data", '{"title": "a", "title": "b"}'), 2,
         "wrong-call: --data gives 'title' twice"),
        (("entry", "add", "wells", "event.noted", *NOW, "--set", "title=a", "--evidence", ""), 2,
         "wrong-call: --evidence '': it is empty"),
        (("entry", "add", "wells", "event.noted", "--by", "Ana", "--on", "99999999", "--set", "title=a"), 2,
         "wrong-call: '99999999' is no date"),
        (("dossier", "show", "wells", "--as-of", "9999"), 2, "wrong-call: dossiers are looked at on a day between"),
        (("draft", "add", "wells", " ", "text.txt", *NOW), 1, "refused: a draft needs a label"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_line_and_enters_nothing(args, code, said, url, capsys):
    assert call(*args) == code

    err = capsys.readouterr().err
    assert err.startswith(f"operative: {said}")
    assert err.count("\n") == 1
    assert open_dossiers(url).open("wells").version == 1


def test_a_draft_never_replaces_the_text_of_another_document(url, capsys):
    assert call("draft", "add", "wells", "Draft 1", "text.txt", *NOW) == 0
    version = open_dossiers(url).open("wells").version

    assert call("draft", "add", "wells", "draft-1", "text.txt", *NOW) == 1
    assert "document 'draft-1' has a text already" in capsys.readouterr().err
    assert open_dossiers(url).open("wells").version == version


@pytest.mark.parametrize(
    "args",
    [
        ("withdraw", "wells", "2", "--reason", "no"),
        ("add", "wells", "entry.withdrawn", "--corrects", "2", "--set", "reason=no"),
    ],
)
def test_only_an_administrator_takes_a_role_back(args, url, capsys):
    assert call("dossier", "grant", "wells", "Bo", "legal adviser", *NOW) == 0

    assert call("entry", *args, "--by", "Cy") == 1
    assert "not-entitled: Cy has no role in this dossier, and may not take back role.granted" in capsys.readouterr().err
    assert call("entry", *args, "--by", "Ana") == 0


@pytest.mark.parametrize(
    ("evidence", "code", "said"),
    [
        ("report op1 'the wells are closed'", 1, "missing-evidence: report does not say 'the wells are closed'"),
        ("report op9", 1, "missing-evidence: report has no place 'op9'"),
        ("report op1 'to dig wells'", 0, ""),
        ("report op1", 0, ""),
        ("letter p9 'anything: its text is not at hand'", 0, ""),
    ],
)
def test_nothing_is_fulfilled_by_words_that_the_text_does_not_have(evidence, code, said, url, capsys):
    dossier = open_dossiers(url).open("wells")
    stated = MandateStated("m1", "res", "op1", "dig wells", Modality.DIRECTIVE)
    named = [DocumentNamed(key, DocumentRole.EVIDENCE) for key in ("res", "report", "letter")]
    accepted = MandateMoved("m1", Step.ACCEPT)
    dossier.enter([Statement(fact, PartialDate("2030-01-01"), "Ana") for fact in (*named, stated, accepted)])
    dossier.attach("report", TEXT.encode(), by="Ana")

    assert call("entry", "move", "wells", "m1", "fulfil", *NOW, "--evidence", evidence) == code
    assert said in capsys.readouterr().err


@pytest.fixture
def followed(url):
    dossier = open_dossiers(url).open("wells")
    facts = (
        DocumentNamed("res", DocumentRole.RESOLUTION),
        LinkClaimed("res", "SDG 6.1"),
        RuleStated("docs", "Council", Topic.DOCUMENTS, "Documents in time", days=14),
        SessionAnnounced("s1", "Council", "first session", PartialDate("2030-06-10")),
    )
    for fact in facts:
        proof = () if isinstance(fact, DocumentNamed) else (Evidence("res", "op1"),)
        dossier.enter([Statement(fact, PartialDate("2030-01-01"), "Ana", evidence=proof)])
    return url


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("dossier", "links", "wells", "--as-of", "2030-05-01"), ["res", "SDG 6.1", "claimed by Ana", "res op1"]),
        (
            ("decision", "days", "wells", "--as-of", "2030-05-01"),
            ["Council", "10 June 2030", "27 May 2030", "rule docs"],
        ),
        (("decision", "days", "wells", "--as-of", "2030-06-01"), ["not at first session"]),
        (("decision", "days", "wells", "--body", "Board", "--as-of", "2030-05-01"), ["Board", "no rule calls one"]),
        (("dossier", "timeline", "wells", "--last", "1", "--as-of", "2030-05-01"), ["first session"]),
    ],
)
def test_views_are_shown_with_their_grounds(args, said, followed, capsys):
    assert call(*args) == 0

    shown = " ".join(capsys.readouterr().out.split())
    assert [words for words in said if words not in shown] == []


def test_the_last_lines_of_a_timeline_leave_out_the_earlier_ones(followed, capsys):
    assert call("dossier", "timeline", "wells", "--last", "2", "--as-of", "2030-05-01", "--to", "json") == 0

    assert [line["number"] for line in json.loads(capsys.readouterr().out)] == [4, 5]
