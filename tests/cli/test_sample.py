"""The bundled sample reads the same from text, Word and PDF, as a person reads it."""

from pathlib import Path

import pytest

import operative

ENDINGS = ("txt", "docx", "pdf")
OUTLINE = [
    ("preambular", None, "Recalling Resolution No. 187"),
    ("preambular", None, "Having examined document C/43/6"),
    ("preambular", None, "Mindful that governments"),
    ("preambular", None, "Noting that the Memorandum"),
    ("operative", "1.", "Welcomes the findings"),
    ("operative", "2.", "Invites Member States"),
    ("operative", "3.", "Instructs the Director General"),
    ("subparagraph", "(a)", "LRO is the leading"),
    ("subparagraph", "(b)", "LRO is indispensable"),
    ("subparagraph", "(c)", "So that the Organization"),
    ("operative", "4.", "Further instructs the Director General"),
    ("operative", "5.", "Requests the Director General"),
    ("operative", "6.", "Also requests the Committee"),
    ("operative", "7.", "Decides to remain seized"),
]
LEADS = ["Recalling", "Having examined", "Mindful", "Noting", "Welcomes", "Invites", "Instructs", None, None, None]
LEADS += ["Further instructs", "Requests", "Also requests", "Decides"]


@pytest.fixture(params=ENDINGS)
def reading(request: pytest.FixtureRequest, sample_folder: Path) -> operative.Reading:
    return operative.read(sample_folder / f"resolution-208.{request.param}")


def paragraphs(reading: operative.Reading) -> list:
    return [provision for provision in reading.provisions if provision.kind not in ("title", "enacting")]


def test_outline(reading):
    found = [(str(p.kind), p.number, p.text) for p in paragraphs(reading)]

    assert [(kind, number) for kind, number, _ in found] == [(kind, number) for kind, number, _ in OUTLINE]
    assert all(text.startswith(start) for (_, _, text), (_, _, start) in zip(found, OUTLINE, strict=True))


def test_leads(reading):
    assert [provision.lead for provision in paragraphs(reading)] == LEADS


def test_title_block(reading):
    document = reading.document

    assert (document.kind, document.number, document.session, document.adopted) == (
        "resolution",
        "208",
        "43",
        "2024-06-06",
    )
    assert document.title == "RELATIONS WITH THE CONCERT OF REGIONAL INSTITUTIONS"
    assert document.body_name.endswith("Council")


def test_note(reading):
    assert [note.text for note in reading.notes] == [
        "Report of the Open-ended Group on External Relations, document C/43/6, annex II."
    ]
    assert [note.provision for note in reading.notes] == ["pp2"]
    assert not any("1" in provision.text for provision in paragraphs(reading) if provision.id == "pp2")


def test_every_format_has_the_same_words(sample_folder):
    words = [
        [provision.text for provision in paragraphs(operative.read(sample_folder / f"resolution-208.{ending}"))]
        for ending in ENDINGS
    ]
    text = [words.replace("nonprofit", "non-profit").replace("InterInst", "Inter-Inst") for words in words[0]]

    assert words[1] == text
    assert words[2] == text


def test_what_is_asked_of_whom(reading):
    asked = [
        (act.provision, [quote.words for quote in act.addressees]) for act in reading.acts if act.force != "position"
    ]

    assert asked == [
        ("op2", ["Member States"]),
        ("op3", ["the Director General"]),
        ("op4", ["the Director General"]),
        ("op5", ["the Director General"]),
        ("op6", ["the Committee on Budget and Planning"]),
        ("op7", []),
    ]


@pytest.mark.parametrize("draft", ["agreement-draft-1", "agreement-draft-2"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_articles_of_a_draft_are_found(sample_folder, draft, ending):
    reading = operative.read(sample_folder / f"{draft}.{ending}")

    articles = [(p.id, p.number or p.text) for p in reading.provisions if p.kind == "article"]
    assert articles == [(f"art{number}", f"Article {number}") for number in range(1, 7)]
    assert [p.number for p in reading.provisions if p.parent == "art1" and p.number] == ["1.", "2."]


def test_when(reading):
    due = {act.provision: [(str(timing.kind), timing.value) for timing in act.timings] for act in reading.acts}

    assert due["op2"] == [("date", "2025-01-31")]
    assert due["op3"] == []
    assert due["op4"] == [("open", "open")]
    assert due["op5"] == [("continuous", "continuous")]
    assert due["op6"] == [("session", "session:45")]
    assert due["op7"] == [("continuous", "continuous")]


def test_on_what_condition_and_with_what_money(reading):
    conditions = {act.provision: [quote.words for quote in act.conditions] for act in reading.acts if act.conditions}
    resources = {act.provision: [quote.words for quote in act.resources] for act in reading.acts if act.resources}

    assert list(conditions) == ["op3"]
    assert conditions["op3"][0].startswith("on the explicit condition that the essential elements")
    assert resources["op6"] == ["within existing resources"]
