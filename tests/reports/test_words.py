import re

import pytest

from operative.domain.days import PartialDate
from operative.domain.papers import sentences_of
from operative.errors import UnknownLanguage
from operative.reports.words import LANGUAGES, words_of

from .papers import paper


def shape(table):
    """The names of all words, each with what is filled in."""
    found = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= {f"{name}.{inner}": told for inner, told in shape(value).items()}
        else:
            found[name] = sorted(re.findall(r"\{(\w+)\}", value)) if isinstance(value, str) else len(value)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_of_it(language):
    assert shape(words_of(language).table) == shape(words_of("en").table)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("en", "2016-05-01", "1 May 2016"),
        ("fr", "2016-05-01", "1 mai 2016"),
        ("es", "2016-05-01", "1 de mayo de 2016"),
        ("es", "2016-05", "mayo de 2016"),
        ("fr", "2016", "2016"),
    ],
)
def test_a_day_is_no_more_precise_than_it_is(language, day, said):
    assert words_of(language).day(PartialDate(day)) == said


def test_a_language_without_words_is_named():
    with pytest.raises(UnknownLanguage, match="there are: en, fr, es"):
        words_of("de")


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Personne n’a signé d’avis"), ("es", "Nadie ha firmado un dictamen")]
)
def test_the_fixed_words_are_those_of_the_language(place, language, said):
    made = paper(place, "working-group", "iom-un-2015", language=language)

    assert made.language == language
    assert any(said in one.words for one in sentences_of(made.blocks))
