"""References to texts: as BibTeX and CSL-JSON that other programs read, with nothing that the text does not say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from operative.domain.documents import Document
from operative.exchange.citing import render_bibtex, render_csl

FULL = Document("resolution", "LC/45/7", "7", "Wells & their 100% keepers", "", "Lake Council", "45", "2031-05-12")


def fields(text):
    (entry,) = parse_string(text, "bibtex").entries.values()
    return dict(entry.fields) | {"author": " ".join(map(str, entry.persons.get("author", [])))}


def test_all_that_is_stated():
    assert render_bibtex(FULL, "en", "op2.c", "https://example.org/7?a={1}&b=2") == (
        "@misc{lc-45-7,\n"
        "  title = {{Wells \\& their 100\\% keepers}},\n"
        "  author = {{Lake Council}},\n"
        "  number = {LC/45/7},\n"
        "  date = {2031-05-12},\n"
        "  eventtitle = {session 45},\n"
        "  langid = {english},\n"
        "  note = {para. 2 (c)},\n"
        "  url = {https://example.org/7?a=%7B1%7D&b=2}\n"
        "}\n"
    )
    assert json.loads(render_csl(FULL, "en", "op2.c", "https://example.org/7")) == [
        {
            "id": "lc-45-7", "type": "legislation", "title": "Wells & their 100% keepers", "authority": "Lake Council",
            "number": "LC/45/7", "issued": {"date-parts": [[2031, 5, 12]]}, "event-title": "session 45",
            "section": "para. 2 (c)", "language": "en", "URL": "https://example.org/7",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("adopted", "bibtex", "csl"),
    [
        ("2031", "2031", [[2031]]),
        ("2031-05", "2031-05", [[2031, 5]]),
        ("", None, None),
        ("May 2031", None, None),
    ],
)
def test_no_day_is_invented(adopted, bibtex, csl):
    document = Document("decision", number="7", adopted=adopted)
    (item,) = json.loads(render_csl(document))

    assert fields(render_bibtex(document)).get("date") == bibtex
    assert item.get("issued", {}).get("date-parts") == csl
    assert "1970" not in render_bibtex(document)


@pytest.mark.parametrize(
    ("provision", "said"),
    [
        ("op2", "para. 2"),
        ("op2.c", "para. 2 (c)"),
        ("op2.c.ii", "para. 2 (c) (ii)"),
        ("pp4", "preambular para. 4"),
        ("annex1.art3.2", "art. 3 (2)"),
        ("art12", "art. 12"),
        ("annex1.h2", "annex1.h2"),
        ("", None),
    ],
)
def test_a_place_is_cited_as_people_do(provision, said):
    assert json.loads(render_csl(FULL, provision=provision))[0].get("section") == said


@pytest.mark.parametrize(
    "title",
    [
        'Puits & "pompes" à 100 %: l\'eau_#1 {sic}',
        "Решение о колодцах",
        "قرار بشأن الآبار",
        "关于水井的决议",
        "back\\slash ~ ^ $ \x00 line\nbreak @misc{x,",
        "}, note = {smuggled",
    ],
)
def test_any_title_stays_within_its_field(title):
    document = Document("resolution", "LC/7", title=title)
    found = fields(render_bibtex(document, "fr"))
    (item,) = json.loads(render_csl(document, "fr"))

    assert "note" not in found
    assert found["number"] == "LC/7"
    assert item["title"] == " ".join(title.replace("\x00", "\ufffd").split())


@pytest.mark.parametrize(
    ("document", "key"),
    [
        (Document("resolution", number="12", body_name="Conseil du Lac"), "conseil-du-lac-12"),
        (Document("resolution", title="Élan"), "elan"),
        (Document("resolution", title="关于"), "text"),
        (Document(), "document"),
    ],
)
def test_every_text_has_a_name_that_programs_take(document, key):
    assert render_bibtex(document).startswith(f"@misc{{{key},")
    assert json.loads(render_csl(document))[0]["id"] == key


# Of the data schema of CSL 1.0.2, as far as a text of a body can need it.
CSL_TYPES = {"legislation", "treaty", "document", "regulation", "report"}
CSL_WORDS = {"authority", "title", "number", "event-title", "section", "language", "URL"}
CSL_DATES = {"issued"}


def faults_of(item):
    """What the schema of CSL-JSON does not allow in an item."""
    faults = [] if isinstance(item.get("id"), str) and item["id"] else ["id"]
    faults += [] if item.get("type") in CSL_TYPES else ["type"]
    for name, value in item.items():
        if name in CSL_DATES:
            parts = value.get("date-parts", [])
            whole = [one for part in parts for one in part if type(one) is int]
            if set(value) != {"date-parts"} or len(parts) != 1 or not 1 <= len(parts[0]) <= 3 or whole != parts[0]:
                faults.append(name)
        elif name in CSL_WORDS:
            faults += [] if isinstance(value, str) and value else [name]
        elif name not in ("id", "type"):
            faults.append(name)
    return faults


WORDS = st.text(max_size=30)
DOCUMENTS = st.builds(
    Document,
    kind=st.sampled_from(("resolution", "decision", "statement", "agreement", "draft", "document", "Beschluss")),
    symbol=WORDS,
    number=WORDS,
    title=WORDS,
    body=WORDS,
    body_name=WORDS,
    session=WORDS,
    adopted=st.one_of(WORDS, st.dates().map(str), st.dates().map(lambda day: str(day)[:7])),
)


@given(DOCUMENTS, WORDS, WORDS)
def test_any_text_is_an_item_of_csl(document, provision, address):
    (item,) = json.loads(render_csl(document, "en", provision, address))

    assert faults_of(item) == []


@pytest.mark.parametrize(
    "item",
    [
        {"id": "a", "type": "resolution"},
        {"id": "", "type": "treaty"},
        {"id": "a", "type": "treaty", "issued": {"date-parts": [["2031"]]}},
        {"id": "a", "type": "treaty", "session": "45"},
    ],
)
def test_the_check_sees_what_is_wrong(item):
    assert faults_of(item) != []
