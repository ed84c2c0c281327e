"""Every entry of the verbs, and of the phrases around acts, does what its file says."""

import pytest

from operative.clauses.acts import find_acts
from operative.clauses.addressees import first_actors
from operative.clauses.lexicon import lexicon_of
from operative.clauses.words import split_words
from operative.errors import UnknownLanguage
from operative.vocabulary.loader import load
from operative.vocabulary.verbs import OBJECTS, verbs

VERBS = load("verbs", "en")["verb"]
SAID = load("verbs", "en")["said"]
IDIOMS = load("idioms", "en")
ACTORS = load("actors", "en")["actor"]


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row["says"])
def test_each_verb_reads_its_own_example(row: dict[str, str]) -> None:
    act = find_acts(row["example"])[0]

    assert act.force.value == row["force"]
    assert act.lead.casefold().startswith(row["says"].split()[0])
    assert row["object"] in OBJECTS


@pytest.mark.parametrize("row", SAID, ids=lambda row: row["noun"])
def test_what_is_said_again_keeps_its_force(row: dict[str, str]) -> None:
    act = find_acts(row["example"])[0]

    assert act.force.value == row["force"]
    assert row["noun"] in act.lead


@pytest.mark.parametrize("tense", ["base", "past"])
def test_no_verb_shares_its_forms_with_another_force(tense: str) -> None:
    forces: dict[str, set[str]] = {}
    for row in VERBS:
        forces.setdefault(row[tense], set()).add(row["force"])

    assert [form for form, found in forces.items() if len(found) > 1] == []


@pytest.mark.parametrize("kind", ["clause", "phrase", "brief"])
def test_every_condition_is_found(kind: str) -> None:
    missed = []
    for phrase in IDIOMS["conditions"][kind]:
        acts = find_acts(f"Requests the Board to meet, {phrase} the hosts;")
        if not any(quote.words.startswith(phrase) for act in acts for quote in act.conditions):
            missed.append(phrase)

    assert missed == []


def test_every_clause_on_money_is_found() -> None:
    missed = []
    for phrase in IDIOMS["resources"]["phrase"]:
        acts = find_acts(f"Requests the Board to meet, {phrase} the fund;")
        if not any(quote.words.startswith(phrase) for act in acts for quote in act.resources):
            missed.append(phrase)

    assert missed == []


@pytest.mark.parametrize("row", ACTORS, ids=lambda row: row["kind"])
def test_the_example_of_each_kind_of_actor_is_one(row: dict[str, str]) -> None:
    words = split_words(row["example"])

    assert first_actors(words, 0, len(words), lexicon_of("en"))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        verbs("xx")
