"""The examples on the pages about many texts come out as printed."""

from datetime import date

import pytest

from operative.corpus.codified import Codified
from operative.corpus.overlap import find_overlap
from tests.corpus.adopted import corpus_of

from .public_names import page
from .test_concepts import rows

OVERLAPS = rows(page("concepts/overlap.md"), "one")
EFFECTS = rows(page("concepts/in-force.md"), "sentence")


@pytest.mark.parametrize(("one", "other", "shown"), OVERLAPS, ids=[row[2] for row in OVERLAPS])
def test_an_overlap_comes_out_as_printed(one, other, shown):
    overlap = find_overlap([one.strip("`"), other.strip("`")])
    found = ["same" for _ in overlap.repetitions] + [f"{pair.likeness:.2f}" for pair in overlap.near]

    assert ("; ".join(found) or "nothing") == shown


def test_the_page_has_examples():
    assert len(OVERLAPS) >= 8


@pytest.mark.parametrize(("sentence", "state", "rule"), EFFECTS, ids=[row[0] for row in EFFECTS])
def test_what_a_later_text_does_comes_out_as_printed(tmp_path, sentence, state, rule):
    base = ("3001 (2030)", "6 March 2030", "Decides that all States shall register the wells")
    corpus = corpus_of(tmp_path / "memory", base, ("3002 (2031)", "1 March 2031", sentence.strip("`")))
    key = next(key for key, holding in corpus.holdings.items() if holding.number == "3001 (2030)")
    found = Codified.of(corpus).text(key, date(2031, 6, 1))

    assert (found.state.value, found.effects[0].rule) == (state, rule.partition(":")[0])


def test_the_page_on_what_is_in_force_has_examples():
    assert len(EFFECTS) >= 7
