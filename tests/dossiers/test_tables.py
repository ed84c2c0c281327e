"""What columns of tables say, what cells say beyond doubt, and what a table enters that no earlier one has said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.days import PartialDate
from operative.domain.entries import Entry
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, EventNoted
from operative.domain.facts.estimates import InputStated
from operative.domain.facts.mandates import Due, MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.tables import ColumnUse, TableField, TableKind, TableRead
from operative.domain.intakes import RowFate
from operative.domain.mandates import Modality
from operative.domain.sheets import Sheet, SheetRow
from operative.dossiers.history import History
from operative.dossiers.tables.cells import read_amount, read_day, read_year
from operative.dossiers.tables.facts import plain_place
from operative.dossiers.tables.headings import find_headings, find_kind, find_unit, suggest_columns
from operative.dossiers.tables.intake import derive_intake
from operative.errors import Refused, WrongCall

from .told import END, OPENED, RECORDED, told


def sheet(*rows):
    return Sheet("Plan", tuple(SheetRow(n, tuple(cells)) for n, cells in enumerate(rows, 1) if any(cells)))


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("No.", "Action", "Owner", "Deadline", "Status"), "id label owner due status"),
        (("N°", "Mesure", "Responsable", "Échéance", "État d'avancement"), "id label owner due status"),
        (("Núm.", "Medida", "Entidad responsable", "Plazo", "Estado"), "id label owner due status"),
        (("actionNumber", "indicative_activity", "action_leads", "nextMilestone"), "id label owner milestone"),
        (("Ref", "Recommendation", "Lead entity", "Target date (final)"), "id label owner due"),
        (("OP", "Request", "Focal point"), "provision mandate owner"),
        (("Agreed action", "Colour"), "label -"),
        (("Action", "Lead unit", "Status as of May"), "label owner status"),
        (("Title", "Action"), "- label"),
        (("Action", "Title"), "label -"),
    ],
)  # fmt: skip
def test_columns_are_suggested_by_their_headings(headings, expected):
    taken = {one.heading: str(one.field) for one in suggest_columns(headings, TableKind.ACTIONS)}

    assert " ".join(taken.get(one, "-") for one in headings) == expected


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (("Action", "Owner", "Status"), TableKind.ACTIONS),
        (("Item", "Amount", "Currency", "Year"), TableKind.COSTS),
        (("Poste", "Montant", "Devise"), TableKind.COSTS),
        (("Entity", "Full document symbol", "Description", "Source"), TableKind.CITATIONS),
        (("Entité", "Cote", "Sous-programme"), TableKind.CITATIONS),
        (("Concepto", "Importe", "Moneda", "Año"), TableKind.COSTS),
    ],
)
def test_the_kind_of_a_table_follows_from_its_headings(headings, kind):
    assert find_kind(headings) is kind


def test_headings_that_say_nothing_are_a_wrong_call():
    with pytest.raises(WrongCall, match="Colour, Shape"):
        find_kind(("Colour", "", "Shape"))


@pytest.mark.parametrize(
    ("rows", "place", "names"),
    [
        ([("No", "Action"), ("1", "Dig wells")], (1, 1), ("No", "Action")),
        ([("Plan of the Lake Council",), (), ("No", "Action"), ("1", "Dig")], (3, 3), ("No", "Action")),
        ([("خطة",), ("رقم", "إجراء", ""), ("1", "حفر", "x")], (2, 2), ("رقم", "إجراء", "")),
        ([("No", "Status", "Status", ""), ("1", "a", "b", "c")], (1, 1), ("No", "Status", "Status (2)", "")),
        ([("", "", "Milestones", ""), ("No", "Action", "First", "Final"), ("1", "Dig", "a", "b")],
         (2, 2), ("No", "Action", "First", "Final")),
        ([("No", "Action", "Milestone", "", "Owner"), ("No", "Action", "next", "last", "Owner"), ("1", "Dig", "a")],
         (1, 2), ("No", "Action", "Milestone next", "Milestone last", "Owner")),
        ([("No", "Action", "Milestone", "", "Owner"), ("", "", "next", "last"), ("1", "Dig", "a", "b", "c")],
         (1, 2), ("No", "Action", "Milestone next", "Milestone last", "Owner")),
        ([("Made on", "1 May"), ("No", "Action", "Owner"), ("1", "Dig", "LRO")], (2, 2), ("No", "Action", "Owner")),
        ([("Work", "", "Time", ""), ("No", "Action", "Deadline", "Status"), ("1", "Dig", "2031", "open")],
         (1, 2), ("Work No", "Work Action", "Time Deadline", "Time Status")),
    ],
)  # fmt: skip
def test_headings_are_found_with_the_rows_that_group_and_part_them(rows, place, names):
    found = find_headings(sheet(*rows))

    assert ((found.first, found.last), found.names) == (place, names)


def test_a_row_of_headings_can_be_named():
    rows = sheet(("No", "Action"), ("Colour", "Shape"), ("red", "round"))

    assert find_headings(rows, 2).names == ("Colour", "Shape")
    with pytest.raises(WrongCall, match="no words in row 7"):
        find_headings(rows, 7)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031-03-14", "2031-03-14"), ("2031-03", "2031-03"), ("2031", "2031"), ("2031-03-14T12:00", "2031-03-14"),
        ("14/03/2031", "2031-03-14"), ("03/14/2031", "2031-03-14"), ("14.3.2031", "2031-03-14"),
        ("05/05/2031", "2031-05-05"), ("03/04/2031", None), ("31/02/2031", None), ("2031-13-01", None),
        ("14 March 2031", "2031-03-14"), ("March 2031", "2031-03"), ("14 mars 2031", "2031-03-14"),
        ("14 de marzo de 2031", "2031-03-14"), ("by March 2031", None), ("Q1 2031", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_is_read_only_where_it_is_beyond_doubt(words, expected):
    assert read_day(words) == (expected and PartialDate(expected))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("27694300", 27694300), ("27,694,300", 27694300), ("27 694 300,50", "27694300.5"), ("27’694’300", 27694300),
        ("1.5", "1.5"), ("-12", -12), ("1,234", 1234), ("12,5", "12.5"), ("1,23,456", None), ("1,234,5", None),
        ("12 million", None), ("USD 12", None), ("", None), ("1.2.3", None), ("0", 0), ("1e5", None), ("٣", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_only_where_it_is_a_number(words, expected):
    assert read_amount(words) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(("words", "year"), [("2031", 2031), ("2031-05-01", 2031), ("2031/32", None), ("12", None)])
def test_read_year(words, year):
    assert read_year(words) == year


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Amount (USD)", "USD"), ("Total [EUR thousand]", "EUR thousand"), ("Amount", ""), ("Amount (gross)", ""),
        ("Amount (in thousands)", ""), ("(USD) amount", ""),
    ],
)  # fmt: skip
def test_a_unit_may_stand_behind_the_heading_of_the_amounts(heading, unit):
    assert find_unit((ColumnUse("Low (CHF)", TableField.LOW), ColumnUse(heading, TableField.AMOUNT))) == unit


@pytest.mark.parametrize("words", ["OP 3", "op3", "3", "Op. 3"])
def test_a_paragraph_is_the_same_however_it_is_written(words):
    assert plain_place(words) == "op3"


COLUMNS = {
    "No": TableField.ID, "Action": TableField.LABEL, "Owner": TableField.OWNER, "Due": TableField.DUE,
    "Next": TableField.MILESTONE, "By": TableField.MILESTONE_DUE, "State": TableField.STATUS, "Note": TableField.REMARK,
    "Of": TableField.MANDATE, "Amount": TableField.AMOUNT, "Unit": TableField.UNIT, "Year": TableField.YEAR,
    "Who": TableField.ENTITY, "Symbol": TableField.SYMBOL, "Short": TableField.SHORT_SYMBOL, "Sort": TableField.SORT,
    "In": TableField.SOURCE, "About": TableField.LABEL,
}  # fmt: skip


class Dossier:
    """A ledger in memory that takes tables in."""

    def __init__(self, *further):
        self.entries = []
        self.add(*OPENED, *further)

    def add(self, *statements):
        for one in statements:
            self.entries.append(Entry("wells", len(self.entries) + 1, RECORDED, one, ""))

    def look(self, *rows, holds=TableKind.ACTIONS, on="2031-01-01", version="1", unit=""):
        names = rows[0]
        uses = tuple(ColumnUse(name, COLUMNS[name]) for name in names if name in COLUMNS)
        read = TableRead(f"plan-{version}", "plan", holds, "Plan", 1, names, uses, unit=unit)
        history = History(self.entries, END)
        entry_of = {one.number: one for one in self.entries}.get
        return derive_intake(history, read, sheet(*rows), 1, on=PartialDate(on), by="Ana", entry_of=entry_of)

    def take(self, *rows, on="2031-01-01", version="1", **further):
        intake = self.look(*rows, on=on, version=version, **further)
        head = DocumentNamed(f"plan-{version}", DocumentRole.EVIDENCE)
        self.add(told(head, on, evidence=()), told(intake.read, on, evidence=()))
        self.add(*(one for row in intake.rows for one in row.statements))
        return intake

    def facts(self, kind):
        return History(self.entries, END).facts(kind)


HEAD = ("No", "Action", "Owner", "Due", "Next", "By", "State")
ROW = ("7", "Dig wells", "Water Unit", "2031-12-31", "Choose places", "2031-03", "begun")


def fates(intake):
    return [str(row.fate) for row in intake.rows]


def test_a_row_becomes_a_mandate_with_owner_next_action_and_what_is_said_of_its_state():
    dossier = Dossier()
    intake = dossier.take(HEAD, ROW)

    assert fates(intake) == ["new"]
    assert [one.fact for one in intake.rows[0].statements] == [
        MandateStated("plan-7", "plan-1", "", "Dig wells", Modality.DIRECTIVE, "", "Dig wells",
                      due=Due("2031-12-31", latest=PartialDate("2031-12-31"))),
        MandateMoved("plan-7", Step.ASSIGN, "Water Unit"),
        NextActionSet("plan-7", "Choose places", "Water Unit", PartialDate("2031-03")),
        EventNoted("status: begun", ("plan-7",)),
    ]  # fmt: skip


def test_every_value_points_to_its_cell():
    stated, moved, *_ = Dossier().look(HEAD, ROW).rows[0].statements

    assert [(one.document, one.provision, one.quote) for one in (*stated.evidence, *moved.evidence)] == [
        ("plan-1", "Plan!B2", "Dig wells"), ("plan-1", "Plan!D2", "2031-12-31"), ("plan-1", "Plan!C2", "Water Unit"),
    ]  # fmt: skip


def test_the_same_table_again_enters_nothing_wherever_its_rows_stand():
    dossier = Dossier()
    other = ("8", "Line wells", "", "", "", "", "")
    dossier.take(HEAD, ROW, other)
    again = dossier.look(HEAD, other, ROW, on="2031-02-01", version="2")

    assert fates(again) == ["same", "same"]
    assert again.statements == ()


@pytest.mark.parametrize(
    ("column", "value", "change"),
    [
        ("Owner", "Lake Unit", "owner: Water Unit -> Lake Unit; next: Choose places, by 2031-03"),
        ("Due", "2032-06-30", "due: 2031-12-31 -> 2032-06-30"),
        ("Due", "", "due: 2031-12-31 -> nothing"),
        ("Action", "Dig deep wells", "action: Dig wells -> Dig deep wells"),
        ("Next", "Hire a digger", "next: Hire a digger, by 2031-03"),
        ("By", "2031-04", "next: Choose places, by 2031-04"),
        ("State", "half done", "status: begun -> half done"),
    ],
)
def test_a_later_version_enters_only_what_it_says_otherwise(column, value, change):
    dossier = Dossier()
    dossier.take(HEAD, ROW, ("8", "Line wells", *[""] * 5))
    changed = tuple(value if name == column else cell for name, cell in zip(HEAD, ROW, strict=True))
    later = dossier.take(HEAD, changed, ("8", "Line wells", *[""] * 5), on="2031-02-01", version="2")

    assert fates(later) == ["changed", "same"]
    assert "; ".join(later.rows[0].changes) == change
    assert fates(dossier.look(HEAD, changed, ("8", "Line wells", *[""] * 5), on="2031-03-01")) == ["same", "same"]


def test_what_a_person_corrected_stays_while_the_table_says_the_same_and_is_not_overwritten_when_it_does_not():
    dossier = Dossier()
    dossier.take(HEAD, ROW)
    entry = next(one for one in dossier.entries if isinstance(one.fact, MandateStated))
    better = MandateStated("plan-7", "plan-1", "", "Dig two wells", Modality.DIRECTIVE, "", "Dig two wells")
    dossier.add(told(better, "2031-01-01", "Ben", corrects=entry.number))

    assert fates(dossier.look(HEAD, ROW, on="2031-02-01", version="2")) == ["same"]
    otherwise = dossier.look(HEAD, ("7", "Dig three wells", *ROW[2:]), on="2031-02-01", version="2").rows[0]
    assert otherwise.fate is RowFate.REFUSED
    assert "by Ben corrected" in otherwise.reason


def test_a_row_that_is_gone_is_named_and_left():
    dossier = Dossier()
    dossier.take(HEAD, ROW, ("8", "Line wells", *[""] * 5))

    assert dossier.look(HEAD, ROW, on="2031-02-01", version="2").gone == ("plan-8",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "", "Water Unit", "2031", "", "", ""), "neither an id nor a label"),
        (("9", "", "Water Unit", "2031", "", "", ""), "no words that say what is to be done"),
    ],
)
def test_a_row_without_what_it_needs_is_refused_with_the_reason(row, reason):
    intake = Dossier().look(HEAD, ROW, row)

    assert fates(intake) == ["new", "refused"]
    assert reason in intake.rows[1].reason


def test_rows_that_cannot_be_told_apart_are_all_refused():
    intake = Dossier().look(HEAD, ROW, ("8", "Line wells", *[""] * 5), ("7", "Dig wells in the south", *[""] * 5))

    assert fates(intake) == ["refused", "new", "refused"]
    assert "row 4 has the same id 'plan-7'" in intake.rows[0].reason


def test_rows_without_an_id_are_known_by_their_words():
    dossier = Dossier()
    dossier.take(("Action", "State"), ("Dig wells", "begun"))

    assert [row.key for row in dossier.look(("Action", "State"), ("Dig wells", "done")).rows] == ["plan-dig-wells"]


def test_a_day_that_is_in_doubt_keeps_its_words_and_is_remarked():
    row = Dossier().look(HEAD, ("7", "Dig wells", "", "03/04/2031", "Choose", "Q1 2031", "")).rows[0]

    assert row.statements[0].fact.due == Due("03/04/2031")
    assert row.statements[1].fact.by is None
    assert [one.partition(":")[0] for one in row.remarks] == ["due", "milestone due"]


def test_a_very_long_cell_is_cut_and_said_so():
    row = Dossier().look(HEAD, ("7", "Dig " * 300_000, *[""] * 5)).rows[0]

    assert len(row.statements[0].fact.action) <= 2000
    assert row.statements[0].evidence[0].quote == row.statements[0].fact.action.removesuffix(" …")
    assert row.remarks == ("label: the words are cut, the whole is in the file",)


ASKED = MandateStated("m-op3-1", "rules", "op3", "dig", Modality.DIRECTIVE)


@pytest.mark.parametrize("named", ["m-op3-1", "OP3", "op 3", "3"])
def test_a_row_may_speak_of_a_mandate_of_the_dossier(named):
    dossier = Dossier(told(ASKED))
    intake = dossier.look(("Of", "Owner", "State"), (named, "Water Unit", "begun"))

    assert [one.fact for one in intake.rows[0].statements] == [
        MandateMoved("m-op3-1", Step.ASSIGN, "Water Unit"), EventNoted("status: begun", ("m-op3-1",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("named", "reason"), [("op4", "no mandate 'op4'"), ("3", "3 has several mandates in this dossier")]
)
def test_a_row_about_no_mandate_or_several_is_refused(named, reason):
    dossier = Dossier(told(ASKED), told(MandateStated("m-op3-2", "rules", "op3", "line", Modality.DIRECTIVE)))

    assert reason in dossier.look(("Of", "State"), (named, "begun")).rows[0].reason


def test_a_mandate_that_no_table_stated_is_not_taken_for_a_row():
    dossier = Dossier(told(MandateStated("plan-7", "rules", "op1", "other", Modality.DIRECTIVE)))

    assert "which no table stated" in dossier.look(HEAD, ROW).rows[0].reason


def test_a_version_from_before_the_last_one_is_refused():
    dossier = Dossier()
    dossier.take(HEAD, ROW, on="2031-02-01")

    with pytest.raises(Refused, match="plan was taken in as of 2031-02-01"):
        dossier.look(HEAD, ROW, on="2031-01-15", version="2")


COST = ("No", "Action", "Amount", "Unit", "Year")


def test_a_figure_becomes_an_input_and_another_year_another_one():
    intake = Dossier().look(COST, ("1", "Pumps", "12,500", "USD", "2031"), ("1", "Pumps", "13 000", "USD", "2032"),
                            holds=TableKind.COSTS)  # fmt: skip

    assert [row.statements[0].fact for row in intake.rows] == [
        InputStated("plan_1", "USD", Decimal(12500), label="Pumps", year=2031),
        InputStated("plan_1", "USD", Decimal(13000), label="Pumps", year=2032),
    ]


def test_figures_again_enter_nothing_and_a_changed_one_is_stated_anew():
    dossier = Dossier()
    rows = [("1", "Pumps", "12500", "USD", "2031"), ("1", "Pumps", "13000", "USD", "2032")]
    dossier.take(COST, *rows, holds=TableKind.COSTS)
    later = dossier.look(COST, rows[0], ("1", "Pumps", "14000", "USD", "2032"), holds=TableKind.COSTS, on="2031-02-01")

    assert fates(later) == ["same", "changed"]
    assert later.rows[1].changes == ("13000 USD -> 14000 USD in 2032",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("1", "Pumps", "a lot", "USD", "2031"), "amount: 'a lot' is no number"),
        (("1", "Pumps", "5", "", "2031"), "--unit"),
        (("1", "Pumps", "5", "USD", "2031/32"), "'2031/32' is no year"),
    ],
)
def test_a_figure_that_is_none_is_refused(row, reason):
    assert reason in Dossier().look(COST, row, holds=TableKind.COSTS).rows[0].reason


def test_a_figure_that_is_not_there_is_unknown():
    row = Dossier().look(COST, ("1", "Pumps", "", "USD", "2031"), holds=TableKind.COSTS).rows[0]

    assert (row.statements[0].fact.value, row.changes) == (None, ("unknown in 2031",))


def test_a_row_that_says_what_another_says_is_the_same():
    intake = Dossier().look(HEAD, ROW, ROW)

    assert (fates(intake), intake.rows[1].remarks) == (["new", "same"], ("says what row 2 says",))


CITED = ("Who", "Symbol", "Short", "Sort", "In", "About")


def cite(*rows, dossier=None):
    return (dossier or Dossier()).look(CITED, *rows, holds=TableKind.CITATIONS)


def test_a_citation_names_its_document_once_and_says_who_cites_it():
    intake = cite(
        ("LRO", "L/RES/4", "4", "Council resolutions", "Budget 2031", "Wells"),
        ("LPO", "L/RES/4", "4", "Council resolutions", "Budget 2031", "Wells"),
    )

    assert [one.fact for one in intake.head] == [DocumentNamed("l-res-4", DocumentRole.RESOLUTION, "L/RES/4")]
    assert [one.fact for row in intake.rows for one in row.statements] == [
        MandateCited("l-res-4", "LRO", "Budget 2031", label="Wells"),
        MandateCited("l-res-4", "LPO", "Budget 2031", label="Wells"),
    ]


@pytest.mark.parametrize(
    ("row", "key", "role"),
    [
        (("LRO", "L/RES/4", "4", "", "", ""), "l-res-4", DocumentRole.RESOLUTION),
        (("LRO", "L/DEC/4", "", "", "", ""), "l-dec-4", DocumentRole.DECISION),
        (("LRO", "", "4 (I)", "Décisions du Conseil", "", ""), "décisions-du-conseil-4-i", DocumentRole.DECISION),
        (("LRO", "", "Art. 3", "Charter of the Lakes", "", ""), "charter-of-the-lakes-art-3", DocumentRole.RULES),
        (("LRO", "L/44/5", "", "", "", ""), "l-44-5", DocumentRole.EVIDENCE),
    ],
)
def test_a_cited_document_has_its_role_from_its_sort_or_symbol(row, key, role):
    named = cite(row).head[0].fact

    assert (named.key, named.role) == (key, role)


def test_a_document_that_the_dossier_has_under_another_key_is_not_named_again():
    dossier = Dossier(told(DocumentNamed("wells", DocumentRole.RESOLUTION, "L/RES/4"), evidence=()))
    intake = cite(("LRO", "L/RES/4", "", "", "", ""), dossier=dossier)

    assert (intake.head, intake.rows[0].statements[0].fact.document) == ((), "wells")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("LRO", "", "", "", "Budget", ""), "names no document"),
        (("", "L/RES/4", "", "", "", ""), "neither who names L/RES/4 nor where"),
        (("LRO", "—", "", "", "", ""), "names no document"),
    ],
)
def test_a_citation_without_document_or_entity_is_refused(row, reason):
    assert reason in cite(row).rows[0].reason


def test_citations_again_enter_nothing_and_one_that_is_gone_is_named():
    dossier = Dossier()
    rows = [("LRO", "L/RES/4", "", "", "Budget", ""), ("LRO", "", "Art. 3", "Charter", "Budget", "")]
    first = dossier.take(CITED, *rows, holds=TableKind.CITATIONS)
    dossier.add(*first.head)
    again = dossier.look(CITED, rows[0], holds=TableKind.CITATIONS, on="2031-02-01")

    assert (fates(again), again.head) == (["same"], ())
    assert [one.rpartition(" / ")[0] for one in again.gone] == ["LRO / charter-art-3"]


def test_an_empty_cell_of_a_carried_column_says_what_the_one_above_says_and_points_there():
    dossier = Dossier()
    names = ("Owner", "Action")
    rows = sheet(names, ("Water Unit", "Dig"), ("", "Line"), ("Lake Unit", "Fish"))
    uses = tuple(ColumnUse(name, COLUMNS[name]) for name in names)
    read = TableRead("plan-1", "plan", TableKind.ACTIONS, "Plan", 1, names, uses, carried=("Owner",))
    history = History(dossier.entries, END)
    intake = derive_intake(history, read, rows, 1, on=PartialDate("2031"), by="Ana", entry_of=lambda number: None)

    owners = [row.statements[1] for row in intake.rows]
    assert [(one.fact.owner, one.evidence[0].provision) for one in owners] == [
        ("Water Unit", "Plan!A2"), ("Water Unit", "Plan!A2"), ("Lake Unit", "Plan!A4"),
    ]  # fmt: skip


WORDS = st.text("ab1 ü-/é", max_size=5)


@given(st.lists(st.tuples(*[WORDS] * len(HEAD)), min_size=1, max_size=6))
def test_whatever_the_rows_are_each_has_one_fate_and_what_was_taken_is_the_same_the_next_time(table):
    dossier = Dossier()
    rows = [row for row in table if any(row)]
    first = dossier.take(HEAD, *table)
    again = dossier.look(HEAD, *table, on="2031-02-01", version="2")

    assert len(first.rows) == len(rows) == sum(map(first.count, RowFate))
    assert [row.fate is RowFate.REFUSED for row in again.rows] == [row.fate is RowFate.REFUSED for row in first.rows]
    assert again.statements == ()
    assert again.gone == ()
