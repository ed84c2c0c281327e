"""Title blocks: of texts that are adopted, and of drafts that are not."""

from dataclasses import replace

import pytest

from operative.structure.organs import name_in
from operative.structure.titles import read_cover
from operative.vocabulary.bodies import body_of_symbol
from operative.vocabulary.styles import style_of

GA = "The General Assembly,"


@pytest.mark.parametrize(
    ("language", "lines", "expected"),
    [
        (
            "en",
            ["A/C.9/79/L.3", "Ruritania and Sylvania: draft resolution", "Care of wells"],
            ("draft", "A/C.9/79/L.3", "Care of wells"),
        ),
        ("en", ["S/2031/77", "Ruritania and Sylvania: draft resolution"], ("draft", "S/2031/77", "")),
        ("en", ["A/79/L.3", "Care of wells"], ("draft", "A/79/L.3", "Care of wells")),
        ("en", ["Draft resolution on the care of wells"], ("draft", "", "Draft resolution on the care of wells")),
        ("fr", ["S/2031/77", "Projet de résolution"], ("draft", "S/2031/77", "")),
        ("es", ["S/2031/77", "Ruritania: proyecto de resolución"], ("draft", "S/2031/77", "")),
        ("ru", ["S/2031/77", "Руритания: проект резолюции"], ("draft", "S/2031/77", "")),
        ("zh", ["S/2031/77", "卢里坦尼亚：决议草案"], ("draft", "S/2031/77", "")),
        ("en", ["A/RES/79/3", "79/3. Care of wells"], ("resolution", "A/RES/79/3", "Care of wells")),
        ("en", ["44/COM 7A.12 Wells of the Valley"], ("resolution", "", "Wells of the Valley")),
    ],
)
def test_kind_symbol_and_title(language, lines, expected):
    document, _ = read_cover(lines, GA, style_of(language), "")

    assert (document.kind, document.symbol, document.title) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"fr": ("Ligue",), "en": ("League",)}, "Ligue"),
        ({"en": ("League",)}, "League"),
        ({"es": ("Liga",)}, "Liga"),
        ({}, ""),
    ],
)
def test_a_body_without_a_name_in_the_language_has_that_of_another(names, expected):
    found = body_of_symbol("A/RES/79/3")

    assert found is not None
    assert name_in(replace(found[0], names=names), style_of("fr")) == expected
