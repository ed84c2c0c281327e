"""Which language a text is in."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from operative.text.languages import find_language
from operative.vocabulary.loader import LANGUAGES, load

TAG = re.compile(r"<meta>.*?</meta>|<[^>]*>", re.DOTALL)
HEADER = (
    "United Nations\nA/80/L.12\nGeneral Assembly\nDistr.: General\n12 December 2031\nOriginal: English\nAgenda item 9\n"
)

SENTENCES = [
    ("Decides to remain seized of the matter.", "en"),
    ("Further requests the Keeper to report thereon;", "en"),
    ("Décide de rester saisi de la question.", "fr"),
    ("Prie également le Gardien des puits de lui en rendre compte ;", "fr"),
    ("Decide seguir ocupándose de la cuestión.", "es"),
    ("Pide también al Guardián de los Pozos que la informe al respecto;", "es"),
    ("Постановляет продолжить рассмотрение этого вопроса.", "ru"),
    ("Просит также Хранителя колодцев представить об этом доклад;", "ru"),
    ("تقرر أن تبقي المسألة قيد النظر.", "ar"),
    ("تطلب أيضا إلى أمين الآبار أن يقدم تقريرا عن ذلك؛", "ar"),
    ("决定继续处理此案。", "zh"),
    ("又请水井看守人就此提出报告；", "zh"),
    ("DECIDES TO MEET AGAIN IN THE SPRING AND TO REPORT", "en"),
]


@pytest.mark.parametrize(("words", "expected"), SENTENCES)
def test_one_sentence_is_enough(words: str, expected: str) -> None:
    assert find_language(words) == expected


@pytest.mark.parametrize(("words", "expected"), SENTENCES[2:12])
def test_english_furniture_does_not_matter(words: str, expected: str) -> None:
    assert find_language(HEADER + words * 4) == expected


@pytest.mark.parametrize("words", ["", "12/34", "II.", "A/RES/80/1", "Kofi Annan", "12 December"])
def test_too_little_text_is_undetermined(words: str) -> None:
    assert find_language(words) == "und"


@pytest.mark.parametrize("code", load("languages"))
def test_the_example_of_each_language_is_told_from_its_neighbours(code: str) -> None:
    """Neighbours that no vocabulary reads are undetermined, and never taken for one that it does."""
    entry = load("languages")[code]

    assert find_language(entry["example"]) == (code if code in LANGUAGES else "und")


def test_the_beginning_decides() -> None:
    names = "Fundación para el Agua de los Pueblos, Association pour les puits et les sources, "

    assert (
        find_language("The Assembly decides to admit the following, in the order of their names: " * 20 + names * 60)
        == "en"
    )


def test_names_in_latin_letters_do_not_decide() -> None:
    assert (
        find_language(
            "تقرر الجمعية قبول المنظمات التالية أسماؤها في الجلسة: " * 6 + "Wells and Waters Association " * 20
        )
        == "ar"
    )


@pytest.mark.field
def test_documents_in_six_languages(field_pack: Callable[[str], Path]) -> None:
    codes = {"ara": "ar", "zho": "zh", "eng": "en", "fra": "fr", "rus": "ru", "spa": "es"}
    paths = sorted(field_pack("akn_six_dev").rglob("*.xml"))
    found = {path.name: find_language(" ".join(TAG.sub(" ", path.read_text("utf-8")).split())) for path in paths}
    wrong = [name for name, language in found.items() if language != codes[name.split(".")[-2]]]

    assert len(paths) > 1000
    assert wrong == []
