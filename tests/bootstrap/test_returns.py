import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.reports import make_report
from operative.bootstrap.returns import answer_changes, read_back
from operative.domain.days import PartialDate
from operative.domain.edits import Answered, EditKind
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EventNoted
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.mandates import MandateStated
from operative.domain.mandates import Modality
from operative.domain.papers import PaperKind
from operative.errors import DamagedSource, Refused, WrongCall
from operative.store.memory import MemoryLedgers
from tests.exchange.edited import edited, run, tracked

START, TODAY, ON = datetime(2030, 1, 1, tzinfo=UTC), date(2030, 8, 1), date(2030, 6, 1)
LETTER = Statement(EventNoted("letter to the mayor"), PartialDate("2030-03-10"), "A. Clerk")
ROUND = Statement(
    EngagementHeld("e1", Form.ROUND, "the City", "First round", outcome="Two wells are promised"),
    PartialDate("2030-04-02"),
    "A. Clerk",
)


def a_place(folder):
    moments = count()
    return Dossiers(MemoryLedgers(), lambda: START + timedelta(seconds=next(moments)), folder / "key")


@pytest.fixture
def dossier(tmp_path):
    opened = DossierOpened("Wells", body="Lake Council")
    made = a_place(tmp_path).create("wells", opened, by="A. Clerk", effective=PartialDate("2030-01-01"))
    made.enter([LETTER, ROUND])
    return made


def report(dossier, kind=PaperKind.WORKING_GROUP, **options):
    return make_report(dossier, dossier.history(ON), kind, "docx", **options)


def changed(dossier, *changes, **options):
    return edited(report(dossier, **options), *changes)


TITLE = ("letter to the mayor", "letter to the deputy mayor")
OUTCOME = ("Two wells are promised", "Three wells are promised")


def offers(dossier, data):
    return read_back(dossier, data).offers


@pytest.mark.parametrize("kind", [one for one in PaperKind if one is not PaperKind.REDLINE])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_report_that_nobody_edited_has_no_change(dossier, kind, language):
    returned = read_back(dossier, report(dossier, kind, language=language, style="harbour"))

    assert (returned.offers, returned.findings) == ((), ())
    assert (returned.kind, returned.as_of, returned.version) == (kind, "2030-06-01", 3)


def test_each_change_says_what_it_rests_on_and_what_accepting_enters(dossier):
    data = changed(dossier, TITLE, OUTCOME)
    letter, outcome = offers(dossier, data)

    assert (letter.edit.kind, letter.edit.entries, letter.statement.corrects) == (EditKind.CHANGED, (2,), 2)
    assert (outcome.edit.entries, outcome.statement.fact.outcome) == ((3,), "Three wells are promised")
    assert {one.answer for one in (letter, outcome)} == {Answered.OPEN}


def test_tracked_changes_are_understood_before_anybody_accepts_them(dossier):
    words = "10 March 2030: letter to the mayor."
    both = tracked(words, added=False) + tracked("11 March 2030: letter to the mayor.", added=True)
    (found,) = offers(dossier, changed(dossier, (run(words), both)))

    assert (found.edit.author, found.edit.tracked, found.edit.moment) == ("B. Editor", True, "2030-05-03T10:00:00Z")
    assert found.statement.effective == PartialDate("2030-03-11")


def test_what_a_person_accepts_corrects_the_entry_with_the_file_as_its_evidence(dossier):
    data = changed(dossier, TITLE, OUTCOME)
    letter, outcome = offers(dossier, data)
    answer_changes(
        dossier, data, by="C. Chair", today=TODAY, accepted=[letter.edit.id], declined=[outcome.edit.id], name="r.docx"
    )

    history = dossier.history(ON)
    (entry, event), *_ = history.of(EventNoted)
    assert event == EventNoted("letter to the deputy mayor")
    assert (entry.statement.by, entry.statement.corrects, entry.effective) == ("C. Chair", 2, PartialDate("2030-03-10"))
    (proof,) = entry.statement.evidence
    assert proof.quote == "10 March 2030: letter to the deputy mayor."
    assert dossier.source(proof.document) == data
    assert history.facts(EngagementHeld) == (ROUND.fact,)
    assert dossier.verify() == ()


def test_what_was_answered_is_said_and_is_not_answered_again(dossier):
    data = changed(dossier, TITLE, OUTCOME)
    letter, outcome = (one.edit.id for one in offers(dossier, data))
    answer_changes(dossier, data, by="C. Chair", today=TODAY, accepted=[letter])
    answer_changes(dossier, data, by="A. Clerk", today=TODAY, declined=[outcome])

    told = [(one.answer, one.by) for one in offers(dossier, data)]
    assert told == [(Answered.ACCEPTED, "C. Chair"), (Answered.DECLINED, "A. Clerk")]
    version = dossier.version
    with pytest.raises(Refused, match=r"was declined by A\. Clerk"):
        answer_changes(dossier, data, by="C. Chair", today=TODAY, accepted=[outcome])
    assert dossier.version == version


def test_a_report_is_held_against_the_ledger_as_it_was_and_says_what_came_since(dossier):
    data = changed(dossier, TITLE)
    dossier.enter([Statement(EventNoted("a storm"), PartialDate("2030-05-05"), "A. Clerk")])
    dossier.enter([Statement(EventNoted("a note to the mayor"), PartialDate("2030-03-10"), "A. Clerk", corrects=2)])
    returned = read_back(dossier, data)

    assert [one.edit.now for one in returned.offers] == ["10 March 2030: letter to the deputy mayor."]
    assert returned.offers[0].reason == "corrected or withdrawn since the report was made: entry 2"
    assert [one.code for one in returned.findings] == ["report-older"]
    with pytest.raises(Refused, match="cannot be accepted"):
        answer_changes(dossier, data, by="C. Chair", today=TODAY, accepted=[returned.offers[0].edit.id])


def test_new_words_become_an_event_and_struck_ones_take_an_entry_back(dossier):
    words = "10 March 2030: letter to the mayor."
    data = changed(dossier, (run(words), run(words) + run(" 5 May 2030: a well was opened.")))
    (found,) = offers(dossier, data)
    answer_changes(dossier, data, by="C. Chair", today=TODAY, accepted=[found.edit.id])
    struck = changed(dossier, (run(words), tracked(words, added=False)))
    (gone,) = offers(dossier, struck)
    answer_changes(dossier, struck, by="C. Chair", today=TODAY, accepted=[gone.edit.id])

    assert dossier.history(ON).facts(EventNoted) == (EventNoted("a well was opened"),)


FOREIGN = [
    ('name="OperativeDossier"', 'name="Other"', "no report that Operative made"),
    ("wells</vt:lpwstr>", "springs</vt:lpwstr>", "a report of the dossier 'springs', not of 'wells'"),
    ("2030-06-01</vt:lpwstr>", "soon</vt:lpwstr>", "do not say which report"),
    ("working-group</vt:lpwstr>", "poem</vt:lpwstr>", "do not say which report"),
    ("3</vt:lpwstr>", "2</vt:lpwstr>", "another ledger: entry 2"),
    ("3</vt:lpwstr>", "99</vt:lpwstr>", "another ledger: entry 99"),
    ("2030-06-01</vt:lpwstr>", "2030-02-01</vt:lpwstr>", "cannot be made again as it was"),
]


@pytest.mark.parametrize(("before", "after", "reason"), FOREIGN)
def test_a_file_that_is_not_the_report_is_refused(dossier, before, after, reason):
    with pytest.raises(Refused, match=reason):
        read_back(dossier, edited(report(dossier), (before, after), part="docProps/custom.xml"))


def test_a_report_of_another_ledger_with_the_same_name_is_refused(dossier, tmp_path):
    other = a_place(tmp_path).create(
        "wells", DossierOpened("Wells"), by="B. Other", effective=PartialDate("2030-01-01")
    )
    other.enter([LETTER, ROUND])

    with pytest.raises(Refused, match="another ledger: entry 3"):
        read_back(dossier, report(other))


def test_what_is_no_document_is_refused(dossier):
    with pytest.raises(DamagedSource):
        read_back(dossier, b"no archive")


@pytest.mark.parametrize(
    ("accepted", "declined", "reason"),
    [((), (), "say which"), (("00000000",), (), "no change '00000000'"), (("x",), ("x",), "answered twice")],
)
def test_answers_name_changes_once(dossier, accepted, declined, reason):
    data = changed(dossier, TITLE)
    (found,) = offers(dossier, data)
    with pytest.raises(WrongCall, match=reason):
        answer_changes(
            dossier,
            data,
            by="C. Chair",
            today=TODAY,
            accepted=[one.replace("x", found.edit.id) for one in accepted],
            declined=[one.replace("x", found.edit.id) for one in declined],
        )


def test_a_value_that_several_lines_print_is_corrected_once_and_never_two_ways(dossier):
    asked = MandateStated("m1", "res-1", "op1", "dig wells", Modality.DIRECTIVE, "the Mayor")
    proof, day = (Evidence("res-1", "op1"),), PartialDate("2030-02-01")
    named = Statement(DocumentNamed("res-1", DocumentRole.RESOLUTION), day, "A. Clerk")
    dossier.enter([named, Statement(asked, day, "A. Clerk", proof)])
    same = changed(dossier, ("dig wells", "dig deep wells"), ("dig wells", "dig deep wells"))
    other = changed(dossier, ("dig wells", "dig deep wells"), ("dig wells", "dig many wells"))
    two, ways = ([one.edit.id for one in offers(dossier, data)] for data in (same, other))

    with pytest.raises(Refused, match="differently"):
        answer_changes(dossier, other, by="C. Chair", today=TODAY, accepted=ways)
    entries = answer_changes(dossier, same, by="C. Chair", today=TODAY, accepted=two)
    assert len(two) == 2
    assert [one.fact.label for one in entries if isinstance(one.fact, MandateStated)] == ["dig deep wells"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saves_says_the_same_changes(dossier, tmp_path):
    words = "10 March 2030: letter to the mayor."
    both = tracked(words, added=False) + tracked("11 March 2030: letter to the mayor.", added=True)
    data = changed(dossier, (run(words), both), OUTCOME)
    (tmp_path / "report.docx").write_bytes(data)
    home, out = f"-env:UserInstallation=file://{tmp_path}/home", tmp_path / "saved"
    call = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out)]
    subprocess.run([*call, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=120)

    saved = (out / "report.docx").read_bytes()
    assert saved != data
    assert offers(dossier, saved) == offers(dossier, data)
