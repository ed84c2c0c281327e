"""The examples on the pages about many texts come out as printed."""

import pytest

from operative.corpus.overlap import find_overlap

from .public_names import page
from .test_concepts import rows

OVERLAPS = rows(page("concepts/overlap.md"), "one")


@pytest.mark.parametrize(("one", "other", "shown"), OVERLAPS, ids=[row[2] for row in OVERLAPS])
def test_an_overlap_comes_out_as_printed(one, other, shown):
    overlap = find_overlap([one.strip("`"), other.strip("`")])
    found = ["same" for _ in overlap.repetitions] + [f"{pair.likeness:.2f}" for pair in overlap.near]

    assert ("; ".join(found) or "nothing") == shown


def test_the_page_has_examples():
    assert len(OVERLAPS) >= 8
