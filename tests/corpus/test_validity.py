"""What the words of later texts, and its own, make of a text as of a day."""

from datetime import date

import pytest

from operative.corpus.codified import Codified, codified_texts
from operative.corpus.corpora import Corpus
from operative.corpus.judgements import FILE, add_judgement, read_judgements
from operative.domain.validity import Judgement, Validity
from operative.errors import WrongCall
from operative.vocabulary.validity import TOLD, validity_words

from .adopted import corpus_of
from .rows import record

BASE = ("3001 (2030)", "6 March 2030", "Decides that all States shall register the wells of the valley")
PANEL = (
    "3001 (2030)",
    "6 March 2030",
    "Decides to establish, for a period of one year, a panel of engineers on wells",
)


def states(corpus, as_of):
    """The state of each text by number, and its last day."""
    found = codified_texts(Codified.of(corpus), date.fromisoformat(as_of))
    return {corpus.holdings[one.document].number[:4]: (one.state.value, one.until) for one in found}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Decides that the present resolution shall replace resolution 3001 (2030)", "replaced"),
        ("Decides that resolution 3001 (2030) shall be superseded by the present resolution", "replaced"),
        ("Decides to rescind resolution 3001 (2030)", "retired"),
        ("Decides that resolution 3001 (2030) shall be repealed", "retired"),
        ("Decides to terminate the measures imposed by paragraph 1 of resolution 3001 (2030)", "adapted"),
        ("Decides to amend paragraph 1 of resolution 3001 (2030)", "adapted"),
        ("Decides to consolidate the provisions of resolution 3001 (2030) in the present text", "merged"),
        ("Decides to renew the measures set out in resolution 3001 (2030)", "renewed"),
        ("Recalls that resolution 2999 (2029) rescinded resolution 3001 (2030)", "in-force"),
        ("Requests the Board to consider whether to repeal resolution 3001 (2030)", "in-force"),
        ("Decides to close the wells named in resolution 3001 (2030)", "in-force"),
        ("Decides to extend the mandate of the Board, and recalls resolution 3001 (2030)", "in-force"),
    ],
)
def test_what_a_later_text_says(tmp_path, said, state):
    corpus = corpus_of(tmp_path / "memory", BASE, ("3002 (2031)", "1 March 2031", said))

    assert states(corpus, "2031-06-01")["3001"] == (state, "")
    assert states(corpus, "2031-02-28")["3001"] == ("in-force", "")


def test_a_text_ends_with_its_own_term(tmp_path):
    corpus = corpus_of(tmp_path / "memory", PANEL)

    assert states(corpus, "2031-03-06")["3001"] == ("in-force", "2031-03-06")
    assert states(corpus, "2031-03-07")["3001"] == ("expired", "2031-03-06")


def test_a_term_beside_duties_without_an_end_does_not_end_the_text(tmp_path):
    corpus = corpus_of(tmp_path / "memory", (*PANEL, BASE[2]))

    assert states(corpus, "2031-06-01")["3001"] == ("in-force", "")


def test_a_renewal_carries_on_with_what_renews_it(tmp_path):
    renewal = "Decides to extend until 31 March 2032 the mandate of the Panel set out in resolution 3001 (2030)"
    further = "Decides to extend until 31 March 2033 the mandate of the Panel set out in resolution 3002 (2031)"
    corpus = corpus_of(
        tmp_path / "memory",
        PANEL,
        ("3002 (2031)", "1 March 2031", renewal),
        ("3003 (2032)", "1 March 2032", further),
    )

    assert states(corpus, "2031-06-01")["3001"] == ("renewed", "2032-03-31")
    assert states(corpus, "2032-06-01")["3001"] == ("renewed", "2033-03-31")
    assert states(corpus, "2033-06-01")["3001"] == ("expired", "2033-03-31")


def test_every_effect_has_its_words_and_its_place(tmp_path):
    said = "Decides to rescind resolution 3001 (2030) with effect from 1 May 2031"
    corpus = corpus_of(tmp_path / "memory", BASE, ("3002 (2031)", "1 March 2031", said))
    (effect,) = Codified.of(corpus).effects

    assert (effect.words, effect.place.provision, effect.rule, effect.day) == (said, "op1", "ends", "2031-05-01")
    assert corpus.holdings[effect.place.document].number == "3002 (2031)"


def test_a_draft_ends_nothing(tmp_path):
    draft = ("3002 (2031)", "no day", "Decides to rescind resolution 3001 (2030)")
    corpus = corpus_of(tmp_path / "memory", BASE, draft)

    assert Codified.of(corpus).effects == ()


def test_what_lasts_without_end_or_review_is_said(tmp_path):
    lasting = "Decides to establish a commission on wells"
    corpus = corpus_of(
        tmp_path / "memory",
        ("3001 (2030)", "6 March 2030", lasting),
        ("3002 (2030)", "7 March 2030", lasting, "Decides to review the work of the commission every two years"),
    )

    found = codified_texts(Codified.of(corpus), date(2031, 1, 1))
    assert {corpus.holdings[one.document].number: one.review_missing for one in found} == {
        "3001 (2030)": True,
        "3002 (2030)": False,
    }


@pytest.mark.parametrize(("kept", "state"), [(4, "replaced"), (1, "in-force")])
def test_the_newer_text_of_a_series_takes_the_place_of_the_older(tmp_path, kept, state):
    old = [f"Decides to look after the wells of valley number {place} with care and every year" for place in "abcd"]
    new = [*old[:kept], *("Welcomes the state of something that is altogether different" for _ in old[kept:])]
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.add([record(1, old, adopted="2030-01-01", title="Wells of the valley")])
    corpus.add([record(2, new, adopted="2031-01-01", title="Wells of the valley")])

    assert Codified.of(corpus).text(f"{1:016}", date(2031, 6, 1)).state.value == state


def test_a_person_outranks_the_rules_from_a_day_on(tmp_path):
    corpus = corpus_of(tmp_path / "memory", BASE)
    (key,) = corpus.holdings
    add_judgement(corpus, Judgement(key, Validity.RETIRED, "A. Person", "2031-05-01", "spent"))
    codified = Codified.of(corpus)

    assert codified.text(key, date(2031, 4, 30)).state is Validity.IN_FORCE
    later = codified.text(key, date(2031, 5, 1))
    assert (later.state, later.suggested) == (Validity.RETIRED, Validity.IN_FORCE)
    add_judgement(corpus, Judgement(key, Validity.IN_FORCE, "B. Person", "2031-05-02"))
    assert Codified.of(corpus).text(key, date(2031, 6, 1)).state is Validity.IN_FORCE
    assert [one.by for one in read_judgements(corpus)] == ["A. Person", "B. Person"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"by": " "}, "needs the name"),
        ({"document": "nowhere"}, "holds no document"),
        ({"day": "2031"}, "is no day"),
        ({"until": "31 May"}, "is no date"),
    ],
)
def test_what_is_no_judgement_is_refused(tmp_path, values, why):
    corpus = corpus_of(tmp_path / "memory", BASE)
    (key,) = corpus.holdings
    given = {"document": key, "state": Validity.RETIRED, "by": "A. Person", "day": "2031-05-01"} | values

    with pytest.raises(WrongCall, match=why):
        add_judgement(corpus, Judgement(**given))
    assert read_judgements(corpus) == ()


def test_a_broken_line_is_named(tmp_path):
    corpus = corpus_of(tmp_path / "memory", BASE)
    (corpus.folder / FILE).write_text("{}\n")

    with pytest.raises(WrongCall, match="line 1: not a judgement"):
        read_judgements(corpus)


@pytest.mark.parametrize("language", TOLD)
def test_every_rule_of_a_language_knows_its_example(language):
    from operative.vocabulary.loader import load

    words = validity_words(language)
    for rule, row in zip(words.rules, load("validity", language)["rule"], strict=True):
        assert rule.verbs.search(row["example"]), row["key"]
        assert rule.objects.search(row["example"]), row["key"]
    assert words.ends.search(load("validity", language)["term"]["example"])
