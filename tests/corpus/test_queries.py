"""What a person types: read as meant, refused with what would be right, never a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.corpus.queries import FIELDS, parse_query
from operative.domain.hits import SearchTerm
from operative.errors import WrongCall


def T(words, field="", **more):  # noqa: N802  a term, short
    return SearchTerm(words, field, **more)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("wells", [[T("wells")]]),
        ("wells bridges", [[T("wells")], [T("bridges")]]),
        ("wells AND bridges", [[T("wells")], [T("bridges")]]),
        ("wells OR bridges roads", [[T("wells"), T("bridges")], [T("roads")]]),
        ("wells or bridges", [[T("wells")], [T("or")], [T("bridges")]]),
        ("-wells", [[T("wells", excluded=True)]]),
        ("NOT wells", [[T("wells", excluded=True)]]),
        ('"deep wells"', [[T("deep wells")]]),
        ("“deep wells”", [[T("deep wells")]]),
        ('"deep wells', [[T("deep wells")]]),
        ('-"deep wells"', [[T("deep wells", excluded=True)]]),
        ("Secretary-General", [[T("Secretary-General")]]),
        ("wel*", [[T("wel", prefix=True)]]),
        ("(wells)", [[T("wells")]]),
        ("body:unga", [[T("unga", "body")]]),
        ("Body:unga", [[T("unga", "body")]]),
        ('addressee:"the Board"', [[T("the Board", "addressee")]]),
        ("-force:Decision", [[T("decision", "force", excluded=True)]]),
        ("year:2020", [[T("2020", "year", first=2020, last=2020)]]),
        ("year:2018-2022", [[T("2018-2022", "year", first=2018, last=2022)]]),
        ("year:2022-2018", [[T("2022-2018", "year", first=2018, last=2022)]]),
        ("year:>2019", [[T(">2019", "year", first=2020, last=9999)]]),
        ("year:>=2019", [[T(">=2019", "year", first=2019, last=9999)]]),
        ("year:<2000", [[T("<2000", "year", first=1, last=1999)]]),
        ("year:<=2000", [[T("<=2000", "year", first=1, last=2000)]]),
        ("at 12:30", [[T("at")], [T("12:30")]]),
        ("colour:red", [[T("colour:red")]]),
        ("wells: deep", [[T("wells:")], [T("deep")]]),
        ("OR wells", [[T("wells")]]),
        ("wells OR", [[T("wells")]]),
        ("wells + - ( ) ^ ~ [x TO y] {", [[T("wells")], [T("[x")], [T("TO")], [T("y]")]]),
        ("井", [[T("井")]]),
    ],
)
def test_what_is_typed_is_read(typed, groups):
    assert [list(group) for group in parse_query(typed).groups] == groups


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "nothing to look for"),
        ("   ***  ", "nothing to look for"),
        ("AND OR NOT", "nothing to look for"),
        ("year:soon", "right would be: year:2020"),
        ("force:strong", "force has: decision, directive"),
        ("report:maybe", "report has: yes, no"),
    ],
)
def test_what_cannot_be_is_refused(typed, said):
    with pytest.raises(WrongCall, match=said):
        parse_query(typed)


PIECES = st.sampled_from(["wells", '"', "-", ":", "*", "OR", "NOT", "year:", "2020", "(", ")", "body:", "井", " "])


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_anything_typed_is_read_or_refused(typed):
    try:
        query = parse_query(typed)
    except WrongCall:
        return
    assert all(term.words for group in query.groups for term in group)
    assert all(term.field in {"", *FIELDS} for group in query.groups for term in group)
