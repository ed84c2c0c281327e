"""The brief: five questions on one page, in three languages, each statement with its mark."""

import re

import pytest

from operative.bootstrap.dossiers import Dossiers
from operative.domain.people import Role

from .conftest import ClientOf

KEYS = ("lro-concert-2024", "iom-un-2015")
TWO_MINUTES = 400
"""Words that are read at 200 a minute."""
TAGS = re.compile(r"<details.*?</details>|<[^>]+>", re.DOTALL)


def main_of(page: str) -> str:
    return page.split("<main", 1)[1].split("</main>")[0]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_five_questions_read_in_two_minutes(client_of: ClientOf, key: str, language: str):
    answer = client_of("Bo", Role.READER, key).get(f"/dossiers/{key}/brief/?lang={language}")
    page = answer.content.decode()

    assert f'<html lang="{language}">' in page
    assert main_of(page).count("<h2") == 5
    plain = TAGS.sub(" ", main_of(page).split(">", 1)[1])
    words = [word for word in plain.split() if any(map(str.isalnum, word))]
    assert len(words) <= TWO_MINUTES


@pytest.mark.parametrize("key", KEYS)
def test_every_statement_has_its_mark(client_of: ClientOf, key: str):
    page = main_of(client_of("Bo", Role.READER, key).get(f"/dossiers/{key}/brief/").content.decode())

    lines = [
        line for line in re.findall(r"<li>(.*?)</li>", page, re.DOTALL) if "<a href" not in line.split("<details")[0]
    ]
    assert lines
    assert all('class="mark"' in line for line in lines)


def test_unknown_costs_are_said_and_labels_are_marked_in_their_language(client_of: ClientOf):
    page = main_of(client_of("Bo", Role.READER, KEYS[1]).get(f"/dossiers/{KEYS[1]}/brief/?lang=fr").content.decode())

    costs = page.split('id="brief-costs"')[1].split("</section>")[0]
    assert 'lang="en"' in costs
    assert '<span lang="en">the Director General</span>' in page


def test_the_day_goes_along(client_of: ClientOf):
    client = client_of("Bo", Role.READER, KEYS[0])
    before = client.get(f"/dossiers/{KEYS[0]}/brief/?as_of=2024-06-07").content.decode()

    assert (
        "Nothing is recorded as done" in before or "2024" in before.split('id="brief-done"')[1].split("</section>")[0]
    )
    assert "2026" not in main_of(before).split('id="brief-done"')[1].split("</section>")[0]
    assert "as_of=2024-06-07" in before


def test_an_empty_dossier_says_that_nothing_is_known(client_of: ClientOf, site: Dossiers, wells: str):
    page = client_of("Bo", Role.READER, wells).get(f"/dossiers/{wells}/brief/").content.decode()

    assert "No estimate was made: what it costs is unknown." in page
