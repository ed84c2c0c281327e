"""The pages of a corpus, on texts of our own."""

import re
from html import unescape

import pytest
from django.apps import apps
from django.test import override_settings

from operative.bootstrap.corpora import CorpusAtHand
from operative.corpus.corpora import Corpus
from operative.errors import WrongCall
from tests.corpus.rows import record

MEND = "Requests the Secretariat to mend the wells of the valley and to report to the Council at its {} session"
NOTES = "Takes note of the report of the <Secretariat>"
DIG = "Decides to dig more wells in the hills"
TITLE = "Wells of the valley"


def key(number):
    return f"{number:016}"


@pytest.fixture
def folder(tmp_path):
    made = Corpus.open_or_make(tmp_path / "memory")
    cites = [("op2", "A/RES/1", "paragraph 1"), ("op2", "A/RES/99", "")]
    made.add(
        [
            record(1, [MEND.format("tenth"), NOTES], adopted="2020-12-01", title=TITLE),
            record(2, [MEND.format("eleventh"), NOTES, DIG], adopted="2021-12-01", title=TITLE, cites=cites),
            *(record(n, [f"Urges town {n} to keep its bridges"], adopted="2019-05-05") for n in range(10, 35)),
        ]
    )
    return tmp_path / "memory"


@pytest.fixture
def client(site, client_of, folder):
    with override_settings(CORPUS_FOLDER=str(folder)):
        apps.get_app_config("web").__dict__.pop("corpus", None)
        yield client_of("R. Reader")


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_without_a_corpus_the_page_says_how_to_make_one(site, client_of):
    apps.get_app_config("web").__dict__.pop("corpus", None)
    assert "operative serve --corpus memory" in page(client_of("R. Reader"), "/corpus/")


def test_who_is_not_signed_in_sees_nothing(client):
    client.logout()
    assert client.get("/corpus/?q=wells").status_code == 302


def test_the_front_says_what_is_held_and_leads_to_it(client):
    shown = page(client, "/corpus/")
    assert "27 texts with 30 provisions, adopted from 2019 to 2021" in " ".join(shown.split())
    assert f'href="/corpus/documents/{key(2)}/#series"' in shown
    assert "/corpus/cited/?symbol=A%2FRES%2F99" in shown


def test_a_hit_is_marked_and_escaped_and_leads_to_its_place(client):
    shown = page(client, "/corpus/?q=note")
    assert "Takes <mark>note</mark> of the report of the &lt;Secretariat" in shown
    assert f'href="/corpus/documents/{key(1)}/#op2"' in shown


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("q=wells", "3 provisions"),
        ("q=wells&year=2021", "2 provisions"),
        ("q=wells&year=2021&verb=decides", "1 provision"),
        ("verb=takes", "2 provisions"),
        ("verb=take", "No provision has all of this"),
        ("q=zebra", "No provision has all of this"),
    ],
)
def test_filters_narrow_exactly(client, asked, shown):
    text = page(client, f"/corpus/?{asked}")
    assert f'<h2 class="count">{shown}' in text


def test_every_count_of_a_facet_is_what_its_link_shows(client):
    choice = r'<li><a href="([^"]+)">[^<]+</a> <span class="quiet">(\d+)</span>'
    links = re.findall(choice, page(client, "/corpus/?q=wells"))
    assert len(links) == 4
    for address, count in links:
        assert f'<h2 class="count">{count} provision' in page(client, unescape(address)), address


def test_a_filter_can_be_taken_away(client):
    assert 'href="/corpus/?q=wells"' in page(client, "/corpus/?q=wells&year=2021")


def test_pages_have_every_hit_once(client):
    pages = [page(client, f"/corpus/?q=bridges&from={offset}") for offset in (0, 20)]
    first, second = (re.findall(r'hit-head"><a href="([^"]+)"', shown) for shown in pages)
    assert (len(first), len(second), len({*first, *second})) == (20, 5, 25)
    assert 'href="/corpus/?q=bridges&amp;from=20"' in pages[0]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("q=year:soon", "year:soon is no year"),
        ("q=force:maybe", "force:maybe cannot be"),
        ("q=%3F", "nothing to look for"),
        ("q=wells&year=soon", "is no year"),
        ("q=wells&from=99999999", "there are pages"),
    ],
)
def test_what_cannot_be_asked_is_said_and_what_was_typed_stays(client, asked, words):
    shown = page(client, f"/corpus/?{asked}", 400)
    assert words in shown
    assert 'name="q" value=' in shown


def test_the_list_is_narrowed_by_words_of_the_title_and_year(client):
    assert "27 texts" in page(client, "/corpus/documents/")
    shown = page(client, "/corpus/documents/?title=valley+WELLS&year=2021")
    assert "1 text</p>" in shown
    assert f'href="/corpus/documents/{key(2)}/"' in shown


def test_citations_lead_both_ways(client):
    citing = page(client, f"/corpus/documents/{key(2)}/")
    assert f'href="/corpus/documents/{key(1)}/"' in citing
    assert "/corpus/cited/?symbol=A%2FRES%2F99" in citing
    assert "paragraph 1" in citing
    cited = page(client, f"/corpus/documents/{key(1)}/")
    assert f'href="/corpus/documents/{key(2)}/#op2"' in cited
    assert "<svg" in cited
    absent = page(client, "/corpus/cited/?symbol=A/RES/99")
    assert "does not hold this text" in absent
    assert f'href="/corpus/documents/{key(2)}/"' in absent


def test_a_text_says_in_which_series_it_stands(client):
    shown = page(client, f"/corpus/documents/{key(1)}/")
    _, _, table = shown.partition('id="series"')
    assert "It comes every year." in table
    assert f'<a href="/corpus/documents/{key(2)}/">A/RES/2</a>' in table
    assert "this text" in table


def test_a_lineage_shows_what_changed_by_word(client):
    shown = page(client, f"/corpus/documents/{key(2)}/op1/")
    assert "<del> tenth</del>" in shown
    assert "<ins> eleventh</ins>" in shown
    assert "The same words as before." in page(client, f"/corpus/documents/{key(1)}/op2/")


@pytest.mark.parametrize(
    "path",
    ["/corpus/documents/none/", f"/corpus/documents/{key(1)}/op9/", "/corpus/cited/?symbol=none", "/corpus/cited/"],
)
def test_what_is_not_there_is_a_page(client, path):
    page(client, path, 404)


def test_a_long_provision_is_cut_with_dots(client, folder):
    Corpus.open(folder).add([record(78, ["Stresses that " + "the ferry waits " * 40 + "and sails"], adopted="2022")])
    assert re.search(r"…</p>", page(client, "/corpus/?q=ferry"))


def test_nothing_of_the_pages_is_inline(client):
    for path in ("/corpus/", "/corpus/?q=wells", f"/corpus/documents/{key(1)}/", f"/corpus/documents/{key(1)}/op1/"):
        shown = page(client, path)
        assert 'style="' not in shown
        assert "<script>" not in shown


def test_what_is_added_shows_at_the_next_request(client, folder):
    assert "No provision" in page(client, "/corpus/?q=mill")
    Corpus.open(folder).add([record(77, ["Requests the mill to stop"], adopted="2022")])
    assert "1 provision" in page(client, "/corpus/?q=mill")


def test_a_corpus_is_opened_once_until_it_grows(folder):
    at_hand = CorpusAtHand(folder)
    first = at_hand.now()
    assert at_hand.now() is first
    Corpus.open(folder).add([record(77, ["Requests the mill to stop"])])
    assert at_hand.now() is not first


def test_a_folder_without_a_corpus_is_refused(tmp_path):
    with pytest.raises(WrongCall, match="holds no corpus"):
        CorpusAtHand(tmp_path).now()
