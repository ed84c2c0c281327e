"""Tables taken into a dossier: looked at, entered, taken again, changed, and proven from the bytes that are kept."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from operative.bootstrap.dossiers import open_dossiers
from operative.bootstrap.proofs import check_proofs
from operative.bootstrap.tables import Choices, enter_table, look_at_table
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import DocumentAttached, DossierOpened
from operative.domain.facts.estimates import InputStated
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.tables import TableField, TableRead
from operative.domain.intakes import RowFate
from operative.domain.sheets import CSV
from operative.errors import NotEntitled, WrongCall

PLAN = b"No;Action;Lead unit;Deadline;Colour\n1;Dig wells;Water Unit;2031-12-31;red\n2;Line wells;;;\n;;Lake Unit;;\n"
DAY = PartialDate("2031-01-01")


@pytest.fixture
def dossiers():
    return open_dossiers("memory:", now=lambda: datetime(2031, 6, 1, tzinfo=UTC))


@pytest.fixture
def wells(dossiers):
    return dossiers.create("wells", DossierOpened("Wells", "Lake Council"), by="Ana", effective=DAY)


def look(dossiers, dossier, data=PLAN, name="plan.csv", by="Ana", on="2031-02-01", **choices):
    return look_at_table(dossiers, dossier, data, name, by=by, on=PartialDate(on), choices=Choices(**choices))


def enter(dossiers, dossier, data=PLAN, name="plan.csv", by="Ana", on="2031-02-01", **choices):
    return enter_table(dossiers, dossier, data, name, by=by, on=PartialDate(on), choices=Choices(**choices))


def test_looking_enters_nothing_and_counts_every_row(dossiers, wells):
    intake = look(dossiers, wells)

    assert wells.version == 1
    assert [intake.count(fate) for fate in RowFate] == [2, 0, 0, 1]
    assert intake.left == ("Colour",)


def test_entering_enters_what_was_shown_with_the_bytes(dossiers, wells):
    shown = look(dossiers, wells)
    intake, entries = enter(dossiers, wells)

    assert intake == shown
    assert [one.statement for one in entries] == list(shown.statements)
    attached = next(one.fact for one in entries if isinstance(one.fact, DocumentAttached))
    assert (wells.source(attached.document), attached.media_type) == (PLAN, CSV)
    assert wells.reading(attached.document) is None


def test_the_same_words_in_another_file_enter_nothing(dossiers, wells):
    enter(dossiers, wells)
    again, entries = enter(dossiers, wells, PLAN.replace(b";", b","), on="2031-03-01")

    assert (again.count(RowFate.SAME), entries) == (2, ())


def test_a_changed_table_enters_the_difference_as_a_correction(dossiers, wells):
    enter(dossiers, wells)
    before = wells.version
    enter(dossiers, wells, PLAN.replace(b"Dig wells", b"Dig deep wells"), on="2031-03-01")
    entries = list(wells.entries(after=before))

    assert [one.fact.kind for one in entries] == ["document.named", "document.attached", "table.read", "mandate.stated"]
    assert entries[-1].statement.corrects == 5
    assert {one.label for one in wells.history().facts(MandateStated)} == {"Dig deep wells", "Line wells"}


def test_columns_are_as_a_person_says_and_are_remembered_for_the_next_version(dossiers, wells):
    said = {"Lead unit": TableField.ADDRESSEE, "Deadline": None}
    enter(dossiers, wells, columns=said, table="Wells 2031")
    later = look(dossiers, wells, PLAN.replace(b"red", b"blue"), "other name.csv")

    assert later.remembered == "wells"
    assert later.read.table == "wells-2031"
    assert {one.heading: str(one.field) for one in later.read.columns} == {
        "No": "id", "Action": "label", "Lead unit": "addressee"
    }  # fmt: skip
    assert later.count(RowFate.SAME) == 2


@pytest.mark.parametrize(
    ("body", "remembered"),
    [("Lake Council", "wells"), ("River Council", ""), ("", "")],
)
def test_columns_are_remembered_for_other_dossiers_of_the_same_body(dossiers, wells, body, remembered):
    enter(dossiers, wells, columns={"Colour": TableField.STATUS})
    other = dossiers.create("dams", DossierOpened("Dams", body), by="Ben", effective=DAY)

    intake = look(dossiers, other, name="dams.csv")
    assert (intake.remembered, intake.read.table) == (remembered, "dams")


def test_a_confidential_dossier_tells_nothing_to_others(dossiers):
    secret = dossiers.create(
        "secret", DossierOpened("Secret", "Lake Council", confidential=True), by="Ana", effective=DAY
    )
    enter(dossiers, secret)
    other = dossiers.create("dams", DossierOpened("Dams", "Lake Council"), by="Ben", effective=DAY)

    assert look(dossiers, other).remembered == ""


def test_what_the_ledger_would_refuse_is_refused_beforehand_row_by_row(dossiers, wells):
    intake, _ = enter(dossiers, wells, PLAN.replace(b"2031-12-31", b"0999-12-31"))

    assert [row.fate for row in intake.rows] == [RowFate.REFUSED, RowFate.NEW, RowFate.REFUSED]
    assert intake.rows[0].reason == "latest: 0999-12-31 is not between the years 1000 and 2999"
    assert [one.id for one in wells.history().facts(MandateStated)] == ["plan-2"]


def test_who_may_not_write_sees_why(dossiers, wells):
    with pytest.raises(NotEntitled):
        look(dossiers, type(wells)(dossiers, "wells", guest=None), by="Stranger")


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"columns": {"Shape": TableField.OWNER}}, "no heading 'Shape'; there are: No, Action"),
        ({"columns": {"No": TableField.ID, "Colour": TableField.ID}}, "cannot both be id: No, Colour"),
        ({"carried": ("Shape",)}, "no heading 'Shape'"),
        ({"sheet": "Plan"}, "no sheet 'Plan'"),
        ({"heading": 9}, "no words in row 9"),
    ],
)
def test_a_choice_that_is_not_there_is_a_wrong_call(dossiers, wells, choices, said):
    with pytest.raises(WrongCall, match=said):
        look(dossiers, wells, **choices)


@pytest.mark.parametrize(("said", "units"), [("", {"CHF"}), ("USD", {"USD"})])
def test_figures_have_the_unit_of_their_heading_where_nobody_says_another(dossiers, wells, said, units):
    enter(dossiers, wells, b'Item,Amount (CHF)\nPumps,"12,500"\nPipes,300\n', unit=said)

    assert {one.unit for one in wells.history().facts(InputStated)} == units


def test_the_cells_are_looked_at_when_a_dossier_is_verified(dossiers, wells):
    enter(dossiers, wells)
    assert check_proofs(wells) == ()

    attached = next(fact for fact in wells.history().facts(DocumentAttached))
    other = PLAN.replace(b"Dig wells", b"Fill in wells").replace(b"2031-12-31", b"")
    dossiers.ledgers.keep(other, "plan.csv")
    changed = DocumentAttached(attached.document, sha256(other).hexdigest(), "plan.csv", CSV)
    wells.enter([Statement(changed, PartialDate("2031-03-01"), "Ana")])

    assert [(one.code, one.message.partition(": ")[0]) for one in check_proofs(wells)] == [
        ("evidence-not-found", f"entry 5, {attached.document} rows!B2"),
        ("place-unknown", f"entry 5, {attached.document} rows!D2"),
    ]


def test_a_table_is_part_of_what_is_kept_of_a_dossier(dossiers, wells):
    enter(dossiers, wells)

    assert [one.table for one in wells.history(date.max).facts(TableRead)] == ["plan"]
    assert wells.verify() == ()


TRACKING = "eosg/"
FIELD = (
    ("un80-actions/public/data/actions.json", "actions", 90, 0),
    ("mandates/public/data/pbi_dashboard.json", "costs", 515, 0),
    ("mandates-history/data/processed/ppb2027/all_mandates.csv", "citations", 3568, 0),
    ("mandates-history/data/processed/ppb2027/all_mandates.xlsx", "citations", 3568, 0),
    ("mandates-history/data/references/plan_outline_citations.csv", "citations", 205, 0),
)


@pytest.mark.field
@pytest.mark.parametrize(("path", "holds", "rows", "refused"), FIELD)
def test_a_published_table_comes_in_whole_stands_in_its_cells_and_comes_in_once(
    path, holds, rows, refused, dossiers, wells, field_pack
):
    data = (field_pack("tracking") / TRACKING / path).read_bytes()
    intake, entries = enter(dossiers, wells, data, path, unit="USD", table="published")

    assert (str(intake.read.holds), len(intake.rows), intake.count(RowFate.REFUSED)) == (holds, rows, refused)
    assert sum(map(intake.count, RowFate)) == rows
    assert entries
    assert check_proofs(wells) == ()
    again, none = enter(dossiers, wells, data, path, unit="USD", on="2031-03-01")
    assert (again.count(RowFate.SAME), none) == (rows, ())
