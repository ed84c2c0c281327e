"""The documents of a fictional dossier: their texts, the words behind evidence, and what does not fit them."""

import pytest

import operative
from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence, digest_of
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DocumentRole, EventNoted
from operative.dossiers.documents import CHECKS, check_evidence, find_documents, resolve_evidence
from operative.dossiers.places import find_place, words_at
from operative.errors import Refused, UnknownSubject

from .told import history_of, told, try_after

TEXT = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Approves the Agreement on Wells, as set out in the annex;
2.
Requests the Director General:
 (a) to open the wells of the north;
 (b) to keep the non-
profit nature of the Organization.

ANNEX

Article 1
Purpose

1. The Agreement governs the wells.
2. The parties share the costs of the wells:
 (a) in the north;
 (b) in the south.

Article 2
Expenses

Expenses are shared by halves.
"""
SHA = "ab" * 32


@pytest.fixture(scope="module")
def readings():
    return {"res": operative.read(TEXT.encode(), name="wells.txt", language="en").whole}


PLACES = [
    ("op1", "op1"), ("OP1", "op1"), ("OP 1", "op1"), ("para. 1", "op1"), ("paragraph 1", "op1"), ("p1", "op1"),
    ("op2.a", "op2.a"), ("OP2(a)", "op2.a"), ("paragraph 2 (a)", "op2.a"), ("2(a)", "op2.a"), ("§ 2 (b)", "op2.b"),
    ("pp1", "pp1"), ("PP 1", "pp1"), ("preambular paragraph 1", "pp1"),
    ("Art. 1", "annex1.art1"), ("Article 1(2)", "annex1.art1.2"), ("art1.2.a", "annex1.art1.2.a"),
    ("annex, article 1, paragraph 2", "annex1.art1.2"), ("Annex I, Art. 2", ""), ("Annex 1, Art. 2", "annex1.art2"),
    ("op9", ""), ("Art. 9", ""), ("", ""), ("the annex", ""), ("op1(c)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "place"), PLACES)
def test_places_are_found_as_people_cite_them(readings, cited, place):
    assert find_place(readings["res"], cited) == place


WORDS = [
    ("op1", "Approves the Agreement on Wells, as set out in the annex;"),
    ("op2", "Requests the Director General:"),
    ("annex1.art2", "Article 2 Expenses\nExpenses are shared by halves."),
    ("nowhere", ""),
]


@pytest.mark.parametrize(("place", "words"), WORDS)
def test_words_are_those_of_the_place(readings, place, words):
    assert words_at(readings["res"], place) == words


RESOLVED = [
    (Evidence("res", "OP1"), "Approves the Agreement on Wells, as set out in the annex;"),
    (Evidence("res", "Art. 2"), "Article 2 Expenses\nExpenses are shared by halves."),
    (Evidence("res", "OP9"), ""),
    (Evidence("res"), ""),
    (Evidence("other", "OP1"), ""),
    (Evidence("res", "OP1", "my own words"), "my own words"),
    (Evidence("res", "OP1", "", digest_of("other words")), ""),
]


@pytest.mark.parametrize(("evidence", "quote"), RESOLVED)
def test_evidence_gets_the_words_of_its_place(readings, evidence, quote):
    found = resolve_evidence(evidence, readings)

    assert found.quote == quote
    assert found.digest == (digest_of(quote) if quote and not evidence.quote else evidence.digest)


FINDINGS = [
    (Evidence.quoting("res", "op1", "Approves the  Agreement\non Wells"), []),
    (Evidence.quoting("res", "op2.b", "to keep the nonprofit nature"), []),
    (Evidence.quoting("res", "OP2(a)", "to open the wells of the north; (b) to keep"), []),
    (Evidence("res", "OP1"), []),
    (Evidence("res"), []),
    (Evidence.quoting("other", "op1", "whatever"), []),
    (Evidence.quoting("res", "op1", "Rejects the Agreement"), ["evidence-not-found"]),
    (Evidence.quoting("res", "op9", "Approves the Agreement"), ["place-unknown"]),
    (Evidence("res", "op9"), ["place-unknown"]),
    (Evidence("res", "op1", "Approves the Agreement", digest_of("Rejects it")), ["evidence-changed"]),
    (Evidence("other", "op1", "Approves", digest_of("Rejects it")), ["evidence-changed"]),
    (Evidence("res", "op1", "", digest_of("Rejects it")), ["evidence-changed"]),
]


@pytest.mark.parametrize(("evidence", "codes"), FINDINGS)
def test_evidence_that_does_not_fit_is_found(readings, evidence, codes):
    history = history_of(told(EventNoted("it happened"), evidence=(evidence,)))

    assert [one.code for one in check_evidence(history, readings)] == codes


def test_a_long_quote_is_shortened_in_the_message(readings):
    history = history_of(told(EventNoted("it happened"), evidence=(Evidence("res", "op1", "word " * 30),)))

    assert check_evidence(history, readings)[0].message.endswith("word wo...'")


REPORT = DocumentNamed("rep", DocumentRole.REPORT, "C/44/5", "The talks", "Council", PartialDate("2030-05-12"))


def test_documents_are_listed_with_what_cites_them_and_what_is_missing():
    attached = told(DocumentAttached("rep", SHA, "report.pdf", language="en"), "2030-06-01")
    cites = told(EventNoted("it happened"), evidence=(Evidence("rep", "p1"), Evidence("rep", "p2")))
    bare = told(DocumentNamed("law", DocumentRole.RULES), evidence=())
    before = find_documents(history_of(told(REPORT, evidence=()), bare, cites, attached, on="2030-05-31"))
    after = find_documents(history_of(told(REPORT, evidence=()), bare, cites, attached))

    assert [one.summary for one in before] == [
        "report C/44/5 of 12 May 2030, text not at hand",
        "rules, text not at hand",
    ]
    assert [one.at_hand for one in after] == [True, False]
    assert after[0].summary == "report C/44/5 of 12 May 2030"
    assert (after[0].cited_by, after[0].name, after[0].sha256) == ((3,), "report.pdf", SHA)


def test_a_document_that_is_named_twice_is_listed_once():
    assert len(find_documents(history_of(REPORT, REPORT))) == 1


REFUSED = [
    (DocumentNamed("rep", DocumentRole.REPORT), Refused, "'rep' already, in entry 3"),
    (DocumentNamed(" ", DocumentRole.REPORT), Refused, "needs a key"),
    (DocumentAttached("no", SHA, "x"), UnknownSubject, "no document 'no'"),
    (DocumentAttached("rep", "abc", "x"), Refused, "no SHA-256"),
]


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_names_nothing_is_refused(last, error, words):
    with pytest.raises(error, match=words):
        try_after([REPORT], last, CHECKS)


def test_a_text_may_be_attached_again():
    try_after([REPORT, DocumentAttached("rep", SHA, "x")], DocumentAttached("rep", "cd" * 32, "y"), CHECKS)
    try_after([REPORT], told(DocumentNamed("rep", DocumentRole.DECISION), corrects=3), CHECKS)
