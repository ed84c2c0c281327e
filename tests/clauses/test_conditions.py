"""Conditions, resources and channels of acts."""

import pytest

from operative.clauses.acts import find_acts

CONDITIONS = [
    (
        "Requests the Registrar not to sell the barge without the prior consent of the Board;",
        ["without the prior consent of the Board"],
    ),
    ("Decides that members may fish, provided that they count their catch;", ["provided that they count their catch"]),
    (
        "Decides that this shall be the last such loan unless the towns repay the first;",
        ["unless the towns repay the first"],
    ),
    ("Requests the Board, subject to the availability of funds, to meet;", ["subject to the availability of funds"]),
    (
        "Decides to pay the crew, subject to a decision of the Court to extend the lease of the barge;",
        ["subject to a decision of the Court to extend the lease of the barge"],
    ),
    (
        "Approves the plan, subject to rule 4 and without prejudice to rule 5;",
        ["subject to rule 4", "without prejudice to rule 5"],
    ),
    (
        "Demands without prejudice to the freedom of trade an end to the felling;",
        ["without prejudice to the freedom of trade"],
    ),
    (
        "Requests the Board to open the archive, in consultation with the hosts and with their consent;",
        ["with their consent"],
    ),
    ("Requests the Board to meet with the agreement of the hosts, and to vote;", ["with the agreement of the hosts"]),
    ("Encourages members to share pumps on mutually agreed terms;", ["on mutually agreed terms"]),
    (
        "Requests the Director to approach the Union, under the explicit condition that the charter be preserved;",
        ["under the explicit condition that the charter be preserved"],
    ),
    ("Decides that, if no offer is received, the Chair shall draw lots;", ["if no offer is received"]),
    ("Requests the Panel to close the lock early if the Board finds a leak;", ["if the Board finds a leak"]),
    (
        "Requests the Panel to print the costs if they are known and if the Board agrees;",
        ["if they are known", "if the Board agrees"],
    ),
    (
        "Decides to extend the lease, subject to the consent of the host State, until 2031;",
        ["subject to the consent of the host State"],
    ),
    (
        "Calls upon members, without prejudice to their efforts to find lost ships, to mend locks;",
        ["without prejudice to their efforts to find lost ships"],
    ),
    # what is none
    ("Requests the Panel to see if the lock leaks;", []),
    ("Requests the Board to meet, as appropriate, and to vote, if necessary;", []),
    ("Requests the Board to protect persons subject to its rule;", []),
    ("Requests the Board to use the data provided by members;", []),
    ("Requests the Board to list the steps that should be taken to mend the lock;", []),
]


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_quotes_each_condition(text: str, expected: list[str]) -> None:
    found = [quote.words for act in find_acts(text) for quote in act.conditions]

    assert found == expected


RESOURCES = [
    ("Requests the Board, within existing resources, to meet;", ["within existing resources"]),
    ("Requests the Board, subject to the availability of funds, to meet;", ["subject to the availability of funds"]),
    ("Invites members to provide voluntary contributions to the fund;", ["voluntary contributions"]),
    ("Decides to appropriate the amount of 1,250,000 dollars;", ["the amount of 1,250,000 dollars"]),
    (
        "Decides to apportion the amount of 1,250,000 dollars for the period from 1 May to 30 June 2031;",
        ["the amount of 1,250,000 dollars"],
    ),
    ("Decides that the amount of such tolls is to be made known;", []),
    ("Requests the Registrar to provide technical and financial resources;", ["technical and financial resources"]),
    ("Invites members to make contributions to the debate on tides;", []),
    ("Invites members to make contributions to the Harbour Fund;", ["contributions"]),
]


@pytest.mark.parametrize(("text", "expected"), RESOURCES)
def test_quotes_clauses_on_money(text: str, expected: list[str]) -> None:
    found = [quote.words for act in find_acts(text) for quote in act.resources]

    assert found == expected


CHANNELS = [
    (
        "Requests the Director to report to members through the Working Group on Reform;",
        ["the Working Group on Reform"],
    ),
    (
        "Decides to include in its agenda, under the item entitled “Tides”, a sub-item on ports;",
        ["the item entitled “Tides”"],
    ),
    ("Requests the Director to grow through trade;", []),
]


@pytest.mark.parametrize(("text", "expected"), CHANNELS)
def test_quotes_channels(text: str, expected: list[str]) -> None:
    found = [quote.words for act in find_acts(text) for quote in act.channels]

    assert found == expected
