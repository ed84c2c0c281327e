"""What waits for a person follows from the day and from their role."""

from datetime import date

import pytest

from operative.bootstrap.casebooks import import_casebook, shipped_casebook
from operative.bootstrap.dossiers import Dossier, open_dossiers
from operative.bootstrap.drafts import draft_views
from operative.domain.needs import Need, Urgency
from operative.domain.people import Role
from operative.dossiers.needs import find_needs


@pytest.fixture(scope="module")
def concert() -> Dossier:
    return import_casebook(open_dossiers("memory:"), shipped_casebook("lro-concert-2024"))


def needs(dossier: Dossier, on: str, role: Role | None) -> list[Need]:
    history = dossier.history(date.fromisoformat(on))
    return list(find_needs(history, draft_views(history, dossier), role))


def verbs(found: list[Need]) -> set[str]:
    return {one.verb for one in found}


def test_nothing_waits_before_anything_was_asked(concert: Dossier):
    assert needs(concert, "2020-01-01", Role.ADMINISTRATOR) == []


def test_only_who_may_sign_is_asked_to(concert: Dossier):
    day = "2030-01-01"

    assert "Sign" in verbs(needs(concert, day, Role.LEGAL_ADVISER))
    for role in (None, Role.READER, Role.CONTRIBUTOR, Role.OFFICER):
        assert "Sign" not in verbs(needs(concert, day, role))


def test_only_who_may_accept_is_asked_to(concert: Dossier):
    day = "2030-01-01"

    assert "Accept or reject" in verbs(needs(concert, day, Role.OFFICER))
    assert "Accept or reject" not in verbs(needs(concert, day, Role.CONTRIBUTOR))


def test_the_most_urgent_comes_first_and_names_its_entries(concert: Dossier):
    known = {entry.number for entry in concert.entries()}
    for month in range(1, 13):
        found = needs(concert, f"2025-{month:02}-15", Role.ADMINISTRATOR)
        order = [(one.urgency, one.day or one.since or date.max) for one in found]

        assert order == sorted(order)
        assert all(one.entries and set(one.entries) <= known for one in found)


def test_a_session_ahead_is_told_with_the_first_day_that_counts(concert: Dossier):
    told = [one for day in ("2025-05-11", "2027-01-01") for one in needs(concert, day, None) if one.page == "session"]

    assert told
    assert all(one.day is not None and one.urgency in (Urgency.DUE, Urgency.NEWS) for one in told)


def test_a_day_that_has_passed_makes_a_planned_step_late(concert: Dossier):
    planned = "by September 2024"

    told = {
        day: [one.urgency for one in needs(concert, day, None) if planned in one.words]
        for day in ("2024-09-30", "2024-10-01")
    }

    assert told == {"2024-09-30": [Urgency.DUE], "2024-10-01": [Urgency.LATE]}


def test_what_is_late_is_told_once(concert: Dossier):
    late = [one.subject for one in needs(concert, "2025-05-11", Role.OFFICER) if one.page == "reports"]

    assert len(late) == len(set(late))


COMMENTS = [
    ("2024-10-02", []),
    ("2024-10-03", [(Urgency.DUE, "a report is due by 31 January 2025")]),
    ("2025-01-31", [(Urgency.DUE, "a report is due by 31 January 2025")]),
    ("2025-02-01", [(Urgency.LATE, "no report yet, overdue since 1 February 2025")]),
]


@pytest.mark.parametrize(("on", "told"), COMMENTS)
def test_a_report_due_by_a_day_waits_for_nobody_before_it_is_near(concert: Dossier, on: str, told: list[object]):
    found = [one for one in needs(concert, on, None) if one.words.startswith("send their comments")]

    assert [(one.urgency, one.words.rpartition(": ")[2]) for one in found] == told


SIGNATURES = [
    ("2025-04-15", ["First draft: 9 of 14 elements without a signature"]),
    ("2025-03-15", []),
    ("2025-10-01", ["Second draft: 14 of 14 elements without a signature"]),
    ("2025-10-15", ["Second draft: 4 of 14 elements without a signature"]),
]


@pytest.mark.parametrize(("on", "told"), SIGNATURES)
def test_only_elements_of_the_draft_that_stands_wait_for_a_signature(concert: Dossier, on: str, told: list[str]):
    found = [str(one.words) for one in needs(concert, on, Role.LEGAL_ADVISER) if one.verb == "Sign"]

    assert found == told


UNANSWERED = [
    ("2016-03-01", Urgency.WAITING, "unanswered for 3 months"),
    ("2017-11-23", Urgency.WAITING, "unanswered for 2 years"),
    ("2026-11-24", Urgency.OPEN_LONG, "unanswered for 11 years"),
]


@pytest.mark.parametrize(("on", "urgency", "words"), UNANSWERED)
def test_a_duty_without_a_day_stands_out_after_years(on: str, urgency: Urgency, words: str):
    dossier = import_casebook(open_dossiers("memory:"), shipped_casebook("iom-un-2015"))
    found = next(one for one in needs(dossier, on, None) if "unanswered" in one.words)

    assert (found.urgency, found.since) == (urgency, date(2015, 11, 24))
    assert found.words.endswith(words)
