"""Citations: both directions with verb and place, circles, and what leads nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.corpus.citations import CitationGraph, plain, strong_components
from operative.domain.citations import CitationCircle, CitationState
from operative.domain.holdings import HeldProvision, HeldReference, Holding

from .rows import record

RECORDS = [
    record(1, ["Notes the wells"], adopted="2020-05-01", cites=[("op1", "A/RES/9", ""), ("op1", "#op1", "")]),
    record(
        2,
        ["Recalls the first", "Decides to amend it"],
        adopted="2021",
        cites=[("op1", "a/res/ 1", "paragraph 3"), ("op2", "A/RES/3", ""), ("op2", "A/RES/2", "")],
    ),
    record(3, ["Recalls the second"], adopted="2022-01", cites=[("op1", "A/RES/2", ""), ("op1", "", "")]),
]


def graph(records=RECORDS):
    return CitationGraph(
        {one.key: one for record in records for one in record.holdings},
        [one for record in records for one in record.provisions],
        [one for record in records for one in record.references],
    )


def test_what_a_document_cites_has_place_verb_and_state():
    shown = [(one.place.provision, one.verb, one.symbol, one.pinpoint, one.state) for one in graph().cites(f"{2:016}")]

    assert shown == [
        ("op1", "Recalls", "a/res/ 1", "paragraph 3", CitationState.HELD),
        ("op2", "Decides", "A/RES/3", "", CitationState.HELD),
    ]


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [("A/RES/1", ["2.op1"]), ("A/RES/2", ["3.op1"]), ("a/res/9", ["1.op1"]), ("A/RES/7", []), ("", [])],
)
def test_what_cites_a_document(symbol, expected):
    found = graph().cited_by(symbol)

    assert [f"{int(one.place.document)}.{one.place.provision}" for one in found] == expected


def test_circles_and_states_and_what_is_later():
    whole = graph()

    assert whole.circles() == (CitationCircle((f"{2:016}", f"{3:016}")),)
    assert whole.states() == {CitationState.HELD: 4, CitationState.ABSENT: 1, CitationState.UNRESOLVED: 1}
    assert [(int(one.place.document), one.symbol) for one in whole.citations if one.later] == [(2, "A/RES/3")]
    assert whole.most_cited(2) == [("a/res/ 1", 1), ("A/RES/2", 1)]


def test_a_part_without_a_verb_has_that_above_it():
    holdings = {"a": Holding("a", "a.txt")}
    provisions = [
        HeldProvision("a", "op1", "operative", "Requests:", lead="Requests"),
        HeldProvision("a", "op1.a", "subparagraph", "to read A/RES/1", parent="op1"),
        HeldProvision("a", "annex1", "annex", "A/RES/1"),
    ]
    references = [HeldReference("a", place, "A/RES/1", "A/RES/1") for place in ("op1.a", "annex1")]

    assert [one.verb for one in CitationGraph(holdings, provisions, references).citations] == ["Requests", ""]


NODES = st.sampled_from("abcdef")


@given(st.lists(st.tuples(NODES, NODES), max_size=14))
def test_components_are_the_nodes_that_reach_each_other(edges):
    targets = {node: sorted({end for start, end in edges if start == node}) for node in "abcdef"}
    reach = {node: {node} for node in targets}
    for _ in targets:
        for node in targets:
            reach[node] |= {far for near in reach[node] for far in targets[near]}
    wanted = {frozenset(one for one in reach[node] if node in reach[one]) for node in targets}

    assert {frozenset(group) for group in strong_components(targets)} == wanted


def test_a_long_chain_needs_no_recursion():
    names = [f"{number:05}" for number in range(20_000)]
    targets = {one: [other] for one, other in pairwise(names)} | {names[-1]: [names[0]]}

    assert len(strong_components(targets)) == 1


def test_a_symbol_is_the_same_with_every_kind_of_hyphen():
    assert plain("Non\u2011Proliferation Treaty") == plain("non-proliferation  treaty")
