"""The catalogues: complete, in step with what is compiled, and in use on every page."""

import ast
import gettext
import re
from pathlib import Path

import pytest

from operative.domain.people import Role

from .conftest import ClientOf

LOCALE = Path(__file__).resolve().parents[2] / "src" / "operative" / "web" / "locale"
KEY = "lro-concert-2024"
VALUES = re.compile(r"%\(\w+\)\w|\{\w+\}")
LANGUAGES = ("fr", "es")
PAGES = {
    "": ("Vue d’ensemble", "Panorama"),
    "requests/": ("Ce qui a été demandé", "Lo que se pidió"),
    "conditions/": ("Ce qui doit être préservé", "Lo que debe conservarse"),
    "redline/": ("Ce qui a changé", "Qué cambió"),
    "mechanisms/": ("Mécanismes", "Mecanismos"),
    "costs/": ("Ce que cela coûte", "Lo que cuesta"),
    "reports/": ("Compte rendu", "Rendición de informes"),
    "session/": ("Devant l’organe", "Ante el órgano"),
    "brief/": ("Ce qui a été fait", "Lo que se hizo"),
    "ledger/": ("Registre", "Registro"),
    "enter/event/": ("Noter un événement", "Anotar un hecho"),
    "enter/move/": ("Faire avancer une demande", "Hacer avanzar una petición"),
}


def messages(language: str) -> list[dict[str, str]]:
    """The messages of a catalogue as they are written: msgctxt, msgid, msgid_plural, msgstr, msgstr[n]."""
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text("utf-8")
    found = []
    for block in text.split("\n\n"):
        said: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            word, _space, rest = line.partition(" ")
            if line.startswith('"'):
                said[name] += ast.literal_eval(line)
            else:
                name = word
                said[name] = ast.literal_eval(rest)
        if said.get("msgid"):
            found.append(said)
    return found


def translations(said: dict[str, str]) -> list[str]:
    """What a message is in the other language, each form."""
    return [words for name, words in said.items() if name.startswith("msgstr")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_unsure(language: str):
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text("utf-8")

    assert "fuzzy" not in text
    assert len(messages(language)) > 500
    assert [said["msgid"] for said in messages(language) if not all(translations(said))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_values_of_their_source(language: str):
    for said in messages(language):
        wanted = set(VALUES.findall(said["msgid"] + said.get("msgid_plural", "")))
        for words in translations(said):
            assert set(VALUES.findall(words)) <= wanted, said["msgid"]
        assert set(VALUES.findall(translations(said)[-1])) == wanted, said["msgid"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str):
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for said in messages(language):
        context = said.get("msgctxt")
        if "msgid_plural" in said:
            assert compiled.ngettext(said["msgid"], said["msgid_plural"], 2) == said["msgstr[1]"]
        elif context:
            assert compiled.pgettext(context, said["msgid"]) == said["msgstr"]
        else:
            assert compiled.gettext(said["msgid"]) == said["msgstr"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_the_language_of_the_reader(client_of: ClientOf, page: str):
    client = client_of("Ana", Role.ADMINISTRATOR, KEY)

    for language, words in zip(LANGUAGES, PAGES[page], strict=True):
        client.post("/account/", {"language": language})
        answer = client.get(f"/dossiers/{KEY}/{page}").content.decode()
        assert f'<html lang="{language}">' in answer
        assert words in answer.replace("&#x27;", "'")
