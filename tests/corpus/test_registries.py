"""Lists of blocks that another program took apart."""

import json

import pytest

from operative.corpus.registries import is_registry, read_registry
from operative.errors import DamagedSource

BLOCKS = [
    {"text": "Seventy-seventh session", "type": "frontmatter"},
    {"text": "Wells of\nthe valley", "type": "title"},
    {"text": "Recalling its resolution 76/4,", "type": "paragraph", "paragraph_type": "preambular"},
    {"text": "I", "type": "heading"},
    {
        "text": "Requests the Secretariat to mend the wells;",
        "type": "paragraph",
        "paragraph_type": "operative",
        "prefix": "1.",
        "action_verb": "Requests",
    },
    {"text": " ", "type": "paragraph", "paragraph_type": None},
    {"text": "A word more", "type": "paragraph", "paragraph_type": None},
    {"text": "12 December 2022", "type": "backmatter"},
]


def record():
    return read_registry(json.dumps(BLOCKS).encode(), "A_RES_77_9.json")


def test_blocks_become_provisions_numbered_by_kind():
    rows = [(p.provision, p.kind, p.number, p.lead, p.text) for p in record().provisions]

    assert rows == [
        ("title1", "title", "", "", "Wells of the valley"),
        ("pp1", "preambular", "", "", "Recalling its resolution 76/4,"),
        ("heading1", "heading", "", "", "I"),
        ("op1", "operative", "1.", "Requests", "Requests the Secretariat to mend the wells;"),
        ("body1", "body", "", "", "A word more"),
        ("closing1", "closing", "", "", "12 December 2022"),
    ]


def test_the_document_is_told_from_its_name_and_its_blocks():
    (holding,) = record().holdings

    assert (holding.symbol, holding.body, holding.number, holding.session) == ("A/RES/77/9", "unga", "77/9", "77")
    assert (holding.title, holding.adopted, holding.year) == ("Wells of the valley", "2022-12-12", 2022)


def test_citations_are_found():
    assert [(one.provision, one.target) for one in record().references] == [("pp1", "A/RES/76/4")]


@pytest.mark.parametrize(
    "data", [b"[", b'{"text": "a", "type": "b"}', b'["text", "type"]', b'[{"type": "title"}, {"text": 3, "type": "b"}]']
)
def test_other_json_is_refused(data):
    with pytest.raises(DamagedSource):
        read_registry(data, "a.json")


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b' [{"text": "a", "type": "b"}]', True), (b"[1, 2]", False), (b"<xml/>", False), (b'{"text": "type"}', False)],
)
def test_a_registry_is_told_from_other_bytes(data, expected):
    assert is_registry(data) is expected


def test_an_unknown_name_leaves_the_symbol_open():
    (holding,) = read_registry(json.dumps(BLOCKS).encode(), "blocks.json").holdings

    assert (holding.symbol, holding.body, holding.kind) == ("", "", "document")
