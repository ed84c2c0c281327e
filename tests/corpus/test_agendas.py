"""Which reports are due when, and which of them are the same."""

import pytest

from operative.corpus.agendas import find_due

from .adopted import corpus_of


@pytest.mark.parametrize(
    ("one", "other", "reports"),
    [
        ("on the wells", "on the wells", 1),
        ("on the wells", "on the locks", 2),
        ("on the implementation of the present resolution", "on the implementation of the present resolution", 2),
    ],
)
def test_the_same_words_are_one_report_unless_they_are_about_their_own_text(tmp_path, one, other, reports):
    asked = "Requests the Secretary-General to report to the Council by 3 May 2032 {}"
    corpus = corpus_of(
        tmp_path / "memory",
        ("3001 (2031)", "6 March 2031", asked.format(one)),
        ("3002 (2031)", "6 March 2031", asked.format(other)),
    )
    found = find_due(corpus)

    assert [len(due.places) for due in found] == [2 // reports] * reports
    assert found[0].action == f"report to the Council by 3 May 2032 {one}"
