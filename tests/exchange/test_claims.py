"""Claims go out and come back without loss, and a line that is none is named."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.acts import TimingKind
from operative.domain.claims import FIELDS, Anchor, Author, Claim, Stand
from operative.errors import DamagedSource
from operative.exchange.claims import read_claims, render_claims

words = st.text(min_size=1, max_size=30)
claims = st.builds(
    Claim,
    st.builds(Anchor, words, words, words),
    st.sampled_from([field for field in FIELDS if field != "force"]),
    st.text(max_size=40),
    st.sampled_from(Stand),
    st.sampled_from(Author),
    words.filter(str.strip),
    st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["", *TimingKind]),
    words,
)


@given(st.lists(claims, max_size=5))
def test_what_goes_out_comes_back(made: list[Claim]) -> None:
    assert read_claims(render_claims(made)) == tuple(made)


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"provision": "op1"}', '{"format": "operative/claims@1"}\n{"field": 3}']
)
def test_a_line_that_is_no_claim_is_named(line: str) -> None:
    with pytest.raises(DamagedSource, match=r"line [12]"):
        read_claims(line)
