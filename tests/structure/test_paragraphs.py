"""Paragraphs that are hard to tell: alone, bis, bracketed, broken by a page, badly numbered, and in six languages."""

import pytest

from operative.domain.readings import Structure
from operative.structure.resolution import split_structure
from operative.text.plain import read_plain

HEAD = "RESOLUTION No. 41\n\nNIGHT FERRIES\n\nThe Council,\n\nRecalling its resolution No. 12 on the ferries,\n\n"


def split(text: str, language: str = "en") -> Structure:
    return split_structure(read_plain(text.encode()), language)


def below(structure: Structure) -> list[tuple[str, str | None]]:
    """Ids and printed numbers of what stands below the preamble."""
    return [(p.id, p.number) for p in structure.provisions if p.id.startswith("op")]


PRINTED = [
    ("one alone", "Requests the Director to publish the timetable.\n", [("op1", None)]),
    ("a verb that nobody knows", "Refloats the ferry that went down in the sound.\n", [("op1", None)]),
    (
        "bis and ter",
        "1. Requests a report;\n\n1 bis. Invites comments;\n\n1 ter. Thanks the crews;\n\n"
        "2. Decides to return to it.\n",
        [("op1", "1."), ("op1bis", "1 bis."), ("op1ter", "1 ter."), ("op2", "2.")],
    ),
    (
        "points with bis",
        "1. Requests the Director:\n\n(a) to row;\n\n(a bis) to sail;\n\n(b) to rest.\n",
        [("op1", "1."), ("op1.a", "(a)"), ("op1.abis", "(a bis)"), ("op1.b", "(b)")],
    ),
    (
        "brackets around numbers and words",
        "[1.] Requests a report [every year];\n\n[2. Invites [all] Members to comment;]\n\n"
        "[2 bis. Thanks the crews;]\n\n3. [Decides] to return to the matter:\n\n[(a) in May;\n\n(b) in June.]\n",
        [("op1", "[1.]"), ("op2", "[2."), ("op2bis", "[2 bis."), ("op3", "3."), ("op3.a", "[(a)"), ("op3.b", "(b)")],
    ),
    (
        "letters that a machine read for figures",
        "l. Requests a report;\n\nZ. Invites comments;\n\n3. Thanks the crews.\n",
        [("opl", "l."), ("opZ", "Z."), ("op3", "3.")],
    ),
    (
        "a comma that a machine read for a stop",
        "1, Requests a report;\n\n2, Invites comments;\n\n3. Thanks the crews.\n",
        [("op1", "1,"), ("op2", "2,"), ("op3", "3.")],
    ),
    (
        "degrees",
        "1° Requests a report;\n\n2° Invites comments.\n",
        [("op1", "1°"), ("op2", "2°")],
    ),
    (
        "figures with a bracket",
        "1) Requests a report;\n\n2) Invites comments:\n\n(a) by post;\n\n3) Thanks the crews.\n",
        [("op1", "1)"), ("op2", "2)"), ("op2.a", "(a)"), ("op3", "3)")],
    ),
    (
        "Roman numbers",
        "I. Requests a report;\n\nII. Invites comments;\n\nIII. Thanks the crews.\n",
        [("opI", "I."), ("opII", "II."), ("opIII", "III.")],
    ),
    (
        "decimals below a paragraph",
        "1. Requests the Director:\n\n1.1 to row;\n\n1.2 to sail;\n\n2. Thanks the crews.\n",
        [("op1", "1."), ("op1.1", "1.1"), ("op1.2", "1.2"), ("op2", "2.")],
    ),
    (
        "headings between paragraphs",
        "Lamps\n\n1. Requests a report;\n\nB. Crews\n\n2. Thanks the crews.\n",
        [("op1", "1."), ("op2", "2.")],
    ),
    (
        "a preamble in each part",
        "A\n\nNoting the fog,\n\n1. Requests a report;\n\nB\n\nNoting the storms,\n\n2. Thanks the crews.\n",
        [("op1", "1."), ("op2", "2.")],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), [row[1:] for row in PRINTED], ids=[row[0] for row in PRINTED])
def test_what_is_a_paragraph_and_its_number(body: str, wanted: list[tuple[str, str | None]]) -> None:
    assert below(split(HEAD + body)) == wanted


def test_brackets_of_a_draft_stay_in_the_words() -> None:
    structure = split(HEAD + "[Noting the fog,]\n\n1. [Requests] a report.\n")
    leads = [(p.kind, p.lead) for p in structure.provisions if p.kind in ("preambular", "operative")]

    assert leads == [("preambular", "Recalling"), ("preambular", "Noting"), ("operative", "Requests")]
    assert [p.text for p in structure.provisions[-2:]] == ["[Noting the fog,]", "[Requests] a report."]


BROKEN_BY_A_PAGE = [
    "1. Requests the Director to see that every ferry that sails after\n\n3/12\n\n\fsunset carries two lamps;\n\n",
    "1. Requests the Director to see that every ferry that sails af-\n\n\n24-00017\t3/12\n\f\n"
    "ter sunset carries two lamps;\n\n",
]


@pytest.mark.parametrize("body", BROKEN_BY_A_PAGE)
def test_a_page_breaks_no_paragraph(body: str) -> None:
    structure = split(HEAD + body + "2. Thanks the crews, who sail after sunset.\n")
    words = [p.text for p in structure.provisions if p.kind == "operative"]

    assert words == [
        "Requests the Director to see that every ferry that sails after sunset carries two lamps;",
        "Thanks the crews, who sail after sunset.",
    ]


TORN = [
    "Noting the report of the committee of pilots on the ferries of the\n\nNorthern Sound and their crews,\n\n",
    "Noting the report of the committee of pilots on the ferries in the years\n\n2012 and 2013,\n\n",
]


@pytest.mark.parametrize("recital", TORN)
def test_blank_space_in_a_sentence_of_the_preamble_parts_nothing(recital: str) -> None:
    structure = split(HEAD + recital + "1. Thanks the crews.\n")

    assert [p.text for p in structure.provisions if p.id == "pp2"] == [" ".join(recital.split())]
    assert [p.id for p in structure.provisions if p.kind in ("preambular", "heading")] == ["pp1", "pp2"]


FINDINGS = [
    (
        "1. Requests a report;\n\n2. Invites comments;\n\n2. Thanks the crews.\n",
        ["number-duplicate"],
        ["op1", "op2", "op2-2"],
    ),
    (
        "1. Requests a report;\n\n2. Invites comments;\n\n4. Thanks the crews.\n",
        ["number-missing"],
        ["op1", "op2", "op4"],
    ),
    ("3. Requests a report;\n\n4. Invites comments.\n", ["number-missing"], ["op3", "op4"]),
    (
        "1. Requests a report;\n\n2. Invites comments;\n\n4. Thanks the crews;\n\n3. Decides to return to it.\n",
        ["number-missing", "number-out-of-order"],
        ["op1", "op2", "op4", "op3"],
    ),
    ("1. Ferries are green.\n\n2. Lamps are lit.\n\n4. Crews are paid.\n", ["number-missing"], ["op1", "op2", "op4"]),
]


@pytest.mark.parametrize(("body", "codes", "ids"), FINDINGS)
def test_numbers_that_do_not_follow_are_kept_and_reported(body: str, codes: list[str], ids: list[str]) -> None:
    structure = split(HEAD + body)

    assert [id for id, _ in below(structure)] == ids
    assert [f.code for f in structure.findings] == codes


WITHOUT_DECISION = [
    "MINUTES OF THE HARBOUR MASTERS\n\nThe weather was calm.\n",
    "The Council,\n\nRecalling its resolution No. 12,\n\nNoting the fog,\n",
]


@pytest.mark.parametrize("text", WITHOUT_DECISION)
def test_a_text_without_an_operative_paragraph_says_so(text: str) -> None:
    structure = split(text)

    assert "operative" not in [p.kind for p in structure.provisions]
    assert [f.code for f in structure.findings] == ["no-operative"]


def test_several_resolutions_in_one_file() -> None:
    one = "Resolution 41\n\nNight ferries\n\nThe Council,\n\nRecalling its rules,\n\n1. Requests a report.\n\n"
    two = "Resolution 42\n\nDay ferries\n\nThe Council,\n\n1. Thanks the crews;\n\n2. Invites comments.\n\n"
    three = "Resolution 43\n\nThe Council decides to meet at night.\n"

    structure = split(one + two + three)

    assert [(d.number, d.title, d.first) for d in structure.documents] == [
        ("41", "Night ferries", "title"),
        ("42", "Day ferries", "r2.title"),
        ("43", "", "r3.op1"),
    ]
    assert [p.id for p in structure.provisions if p.kind == "operative"] == ["op1", "r2.op1", "r2.op2", "r3.op1"]


LANGUAGES = [
    (
        "fr",
        "RÉSOLUTION N° 41\n\nBACS DE NUIT\n\nLe Conseil,\n\nRappelant sa résolution N° 12,\n\nNotant le brouillard,\n\n"
        "1. Prie le Directeur :\n\na) de publier l’horaire ;\n\n"
        "b) de nommer :\n\ni) un pilote ;\n\nii) un gardien ;\n\n"
        "1 bis. Invite les Membres à faire part de leurs vues ;\n\n[2. Remercie les équipages.]\n",
        ["pp1", "pp2", "op1", "op1.a", "op1.b", "op1.b.i", "op1.b.ii", "op1bis", "op2"],
    ),
    (
        "es",
        "RESOLUCIÓN N.º 41\n\nTRANSBORDADORES\n\nEl Consejo,\n\nRecordando su resolución N.º 12,\n\n"
        "1. Pide al Director:\n\na) que publique el horario;\n\nb) que informe;\n\n"
        "2. Invita a los Miembros a formular observaciones;\n\n2 bis. Agradece a las tripulaciones.\n",
        ["pp1", "op1", "op1.a", "op1.b", "op2", "op2bis"],
    ),
    (
        "ru",
        "Резолюция 41\n\nНочные паромы\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 12,\n\n"
        "отмечая туман,\n\n1. просит директора:\n\na) опубликовать расписание;\n\nb) представить доклад;\n\n"
        "2. благодарит экипажи.\n",
        ["pp1", "pp2", "op1", "op1.a", "op1.b", "op2"],
    ),
    (
        "ar",
        "القرار 41\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 12،\n\n1 - تطلب إلى المدير:\n\n(أ) أن ينشر الجدول؛\n\n"
        "(ب) أن يعين:\n\n’1‘ ربانا؛\n\n’2‘ حارسا؛\n\n(ت) أن يقدم تقريرا؛\n\n2 - تشكر الأطقم.\n",
        ["pp1", "op1", "op1.أ", "op1.ب", "op1.ب.1", "op1.ب.2", "op1.ت", "op2"],
    ),
    (
        "ar",
        "إن المجلس،\n\nإذ يشير إلى قراره السابق،\n\n١ - يطلب إلى المدير أن ينشر الجدول؛\n\n٢ - يشكر الأطقم.\n",
        ["pp1", "op1", "op2"],
    ),
    (
        "zh",
        "第41号决议\n\n大会，\n\n回顾其第12号决议，\n\n注意到大雾，\n\n1. 请主任：\n\n(a) 公布时刻表；\n\n"
        "(b) 任命：\n\n㈠ 一名领航员；\n\n"
        "㈡ 一名看守人；\n\n2. 感谢船员。\n",
        ["pp1", "pp2", "op1", "op1.a", "op1.b", "op1.b.一", "op1.b.二", "op2"],
    ),
]


@pytest.mark.parametrize(("language", "text", "ids"), LANGUAGES, ids=[row[0] for row in LANGUAGES])
def test_lists_of_each_language(language: str, text: str, ids: list[str]) -> None:
    structure = split(text, language)

    assert [p.id for p in structure.provisions if p.id.startswith(("pp", "op"))] == ids
    assert not structure.findings


ONE_ALONE = [
    ("fr", "Le Conseil,\n\nNotant le brouillard,\n\nDécide de publier l’horaire des bacs.\n"),
    ("es", "El Consejo,\n\nTomando nota de la niebla,\n\nDecide publicar el horario.\n"),
    ("ru", "Генеральная Ассамблея,\n\nотмечая туман,\n\nпостановляет опубликовать расписание.\n"),
    ("ar", "إن الجمعية العامة،\n\nإذ تلاحظ الضباب،\n\nتقرر نشر الجدول.\n"),
    ("zh", "大会，\n\n注意到大雾，\n\n决定公布时刻表。\n"),
]


@pytest.mark.parametrize(("language", "text"), ONE_ALONE, ids=[row[0] for row in ONE_ALONE])
def test_a_single_paragraph_without_a_number_in_each_language(language: str, text: str) -> None:
    assert [p.kind for p in split(text, language).provisions] == ["enacting", "preambular", "operative"]
