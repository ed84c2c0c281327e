"""Under which names duties stand in the table."""

import pytest

from operative.cli.groups import group_duties
from operative.cli.rows import Asked
from operative.domain.documents import Document


def heads(names, language="en", body="Council"):
    """The headings of duties with these addressees; "" is a duty of nobody, "own" one of the body."""
    duties = [
        Asked((name,) if name not in ("", "own") else (), (), "1", "", "", (), own=name == "own") for name in names
    ]
    return list(group_duties(duties, Document(body_name=body), language))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["the Keeper", "Keeper", "The Keeper"], ["the Keeper"]),
        (["the Keeper General", "the Keeper-General"], ["the Keeper General"]),
        (["the Keeper", "the Keeper of WLO"], ["the Keeper of WLO"]),
        (["the Keeper of the League of Wells", "the Keeper"], ["the Keeper of the League of Wells"]),
        (
            ["the Keeper", "the Keeper of WLO", "the Keeper of PLO"],
            ["the Keeper", "the Keeper of WLO", "the Keeper of PLO"],
        ),
        (["the Keeper", "the Keeper of old wells"], ["the Keeper", "the Keeper of old wells"]),
        (["the Keepers", "the Keepers of WLO"], ["the Keepers", "the Keepers of WLO"]),
        (["Keeper", "Keeper of WLO"], ["Keeper", "Keeper of WLO"]),
        (["Them", "it"], ["Nobody by name (“them”)", "Nobody by name (“it”)"]),
        (["own", "", "the Keeper"], ["the Keeper", "the Council (the body itself)", "Nobody by name"]),
    ],
)
def test_group_duties(names, expected):
    assert heads(names) == expected


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("fr", "Conseil des puits", ["Conseil des puits (the body itself)", "Nobody by name"]),
        ("ru", "Совет", ["Совет (the body itself)", "Addressee not read"]),
        ("en", "", ["The body itself", "Nobody by name"]),
    ],
)
def test_what_names_nobody_is_said_by_language(language, body, expected):
    assert heads(["own", ""], language, body) == expected


def test_an_office_of_another_language():
    assert heads(["le Gardien", "le Gardien de la Ligue"], "fr") == ["le Gardien de la Ligue"]
