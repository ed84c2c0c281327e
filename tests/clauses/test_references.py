"""Citations of documents, treaties and places in the same text."""

import pytest

from operative.clauses.references import find_references
from operative.vocabulary.loader import LANGUAGES, load
from operative.vocabulary.symbols import fits_session, is_numbered, symbol_for

ENGLISH = [
    (
        "Recalling General Assembly resolutions 61/16 of 20 November 2006, 68/1 of 20 September 2013 and 72/305",
        "GA",
        ["A/RES/61/16", "A/RES/68/1", "A/RES/72/305"],
    ),
    ("in its resolution 2783 (2025)", "SC", ["S/RES/2783 (2025)"]),
    ("the number 2783 (2020) of the call", "SC", []),
    ("the call made in 2462 (2019)", "SC", ["S/RES/2462 (2019)"]),
    ("the plan for resolution 2250 on youth", "HRC", [""]),
    ("the plan of the Security Council for resolution 2250 on youth", "HRC", ["S/RES/2250 (2015)"]),
    ("the plan of resolutions 2250 and 1325 (2000)", "GA", ["S/RES/2250 (2015)", "S/RES/1325 (2000)"]),
    ("the plan of resolutions 2250 and 1325 (2000)", "IOM", ["", "S/RES/1325 (2000)"]),
    ("resolution 2250 of the Economic and Social Council", "GA", [""]),
    ("resolution 2250 of the World Well Union", "SC", [""]),
    ("resolution 12/3 of 6 May 2015 of the World Well Union", "HRC", [""]),
    ("resolution 12/3 of the Council of the Well Union", "HRC", [""]),
    ("resolution 12/3 of WWU", "HRC", [""]),
    ("resolution 12 (1995) of the World Well Union", "GA", [""]),
    ("resolution 4/7 on wells", "", [""]),
    ("resolution 4/7 on wells", "GA", [""]),
    ("resolution 4/7 on wells", "HRC", ["A/HRC/RES/4/7"]),
    ("resolution 4/7 on wells", "UNEA", ["UNEP/EA.4/Res.7"]),
    ("pursuant to resolutions 1325 and 2250", "SC", ["S/RES/1325 (2000)", "S/RES/2250 (2015)"]),
    ("resolution 1514 (XV) of 14 December 1960", "GA", ["A/RES/1514 (XV)"]),
    ("Economic and Social Council resolution 1996 (LX)", "GA", ["E/RES/1996 (LX)"]),
    ("Council resolution 2007/8 of 25 July 2007", "ECOSOC", ["E/RES/2007/8"]),
    ("resolutions 2019/19 and 2019/20 of 23 July 2019", "ECOSOC", ["E/RES/2019/19", "E/RES/2019/20"]),
    ("for the period 2019/20, as the plan says in resolution 2018/3", "ECOSOC", ["E/RES/2018/3"]),
    ("its resolution 70/299 A", "GA", ["A/RES/70/299 A"]),
    ("resolution ES-10/19 and its resolution S-30/1 of 19 April 2016", "GA", ["A/RES/ES-10/19", "A/RES/S-30/1"]),
    ("resolution S-29/1 of 12 February 2021", "GA", ["A/HRC/RES/S-29/1"]),
    ("its resolution 16/21 of 25 March 2011", "HRC", ["A/HRC/RES/16/21"]),
    ("Human Rights Council resolution 53/22 of 13 July 2023", "GA", ["A/HRC/RES/53/22"]),
    ("established by the Human Rights Council in its resolution 39/2", "GA", ["A/HRC/RES/39/2"]),
    ("resolution 60/251 of 15 March 2006", "HRC", ["A/RES/60/251"]),
    ("its decision 74/560 of 11 May 2020", "GA", ["A/DEC/74/560"]),
    ("decision 1/CP.21", "UNFCCC", ["1/CP.21"]),
    ("Commission on Narcotic Drugs resolution 53/2", "GA", [""]),
    (
        "Resolution No. 1309 of 24 November 2015",
        "IOM",
        ["Resolution No. 1309 (Council of the International Organization for Migration)"],
    ),
    (
        "International Organization for Migration Council Resolution No. 77",
        "GA",
        ["Resolution No. 77 (Council of the International Organization for Migration)"],
    ),
    (
        "resolution No. 77 of 30 June 2016 of the Council of the International Organization for Migration",
        "GA",
        ["Resolution No. 77 (Council of the International Organization for Migration)"],
    ),
    ("Council Resolution No. 1309", "GA", [""]),
    ("Executive Committee Resolution No. 8", "IOM", [""]),
    ("resolution 38 C/9 of UNESCO and 38 C/Resolution 7", "GA", ["38 C/9", "38 C/Resolution 7"]),
    ("A38-7, WHA61.3, A61/9 and 41 COM 7B.2", "", ["A38-7", "WHA61.3", "A61/9", "41 COM 7B.2"]),
    ("resolution 9 (Cg-17) and GB.340/INS/3.", "", ["Resolution 9 (Cg-17)", "GB.340/INS/3"]),
    ("document S/17/14 and A/RES/61/16", "IOM", ["S/17/14", "A/RES/61/16"]),
    ("(A/69/162-S/2014/542)", "SC", ["A/69/162", "S/2014/542"]),
    ("S/RES/1373(2001), S/PRST/2019/2 and A/C.3/78/L.5.", "SC", ["S/RES/1373 (2001)", "S/PRST/2019/2", "A/C.3/78/L.5"]),
    ("men and/or women with HIV/AIDS, 24/7, on 2/3 of the days", "GA", []),
    ("of the present resolution and the draft resolution", "GA", ["#self"]),
    ("resolution 61/16 and paragraph 3 of that resolution", "GA", ["A/RES/61/16", "A/RES/61/16"]),
    ("the measures in paragraphs 3 (a), 5 and 7 above", "SC", ["#op3.a", "#op5", "#op7"]),
    ("as contained in subparagraphs (a) to (c) below", "IOM", ["#.a", "#.b", "#.c"]),
    ("paragraphs 3 to 6 above", "GA", ["#op3", "#op4", "#op5", "#op6"]),
    ("paragraphs 3 (b)–(d) and 7 above", "GA", ["#op3.b", "#op3.c", "#op3.d", "#op7"]),
    ("paragraph 3 (a) (i) to (iii) above", "GA", ["#op3.a.i", "#op3.a.ii", "#op3.a.iii"]),
    ("subparagraphs (c) and (e) below", "GA", ["#.c", "#.e"]),
    ("in paragraph 12 of the report of the Board", "GA", []),
    ("article 20, paragraph 2, of the Statute", "GA", [""]),
    ("under Article 12 of the Constitution", "IOM", [""]),
    ("under Article 12 of the Charter", "GA", ["Charter of the United Nations"]),
    ("under Article 12 of the Charter", "IOM", [""]),
    ("the Charter of the United Nations and United Nations practice", "GA", ["Charter of the United Nations"]),
    (
        "the Treaty on Wells and Springs, of 3 May 1931, and the Paris Agreement",
        "GA",
        ["Treaty on Wells and Springs (1931-05-03)", "Paris Agreement"],
    ),
    (
        "Recalling the Well Agreement between the Board and the Union, dated 3 May 1931",
        "IOM",
        [
            "Well Agreement between the Board and the Union (1931-05-03)",
        ],
    ),
    ("under the Convention", "GA", []),
    ("", "GA", []),
]

PINPOINTS = [
    ("paragraph 3 (a) of resolution 1591 (2005)", "paragraph 3 (a)"),
    ("resolution 62/208, paragraph 5", "paragraph 5"),
    ("the annex to its resolution 46/182", "annex"),
    ("section III of the annex to its resolution 57/270 B", "section III of the annex"),
    ("decision 1/CP.16, annex II", "annex II"),
    ("resolution 61/16", ""),
]


@pytest.mark.parametrize(("text", "body", "targets"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_targets(text: str, body: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text, body=body)] == targets


@pytest.mark.parametrize(("text", "pinpoint"), PINPOINTS)
def test_pinpoints(text: str, pinpoint: str) -> None:
    cited = [r for r in find_references(text) if r.rule.startswith("number")]

    assert [reference.pinpoint for reference in cited] == [pinpoint]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Rappelant sa résolution 61/16 du 20 novembre 2006", ["A/RES/61/16"]),
        ("fr", "la résolution 53/22 du Conseil des droits de l’homme, en date du 13 juillet 2023", ["A/HRC/RES/53/22"]),
        ("fr", "au paragraphe 5 ci-dessus et aux alinéas a) à c) ci-dessous", ["#op5", "#.a", "#.b", "#.c"]),
        ("fr", "l’application de la présente résolution", ["#self"]),
        ("es", "su resolución 61/16, de 20 de noviembre de 2006", ["A/RES/61/16"]),
        ("es", "la resolución 53/22 del Consejo de Derechos Humanos, de 13 de julio de 2023", ["A/HRC/RES/53/22"]),
        ("es", "en el párrafo 5 supra", ["#op5"]),
        ("ru", "резолюцию 61/16 Генеральной Ассамблеи от 20 ноября 2006 года", ["A/RES/61/16"]),
        ("ru", "в пункте 5 выше", ["#op5"]),
        ("ar", "إلى قرارها 61/16 المؤرخ 20 تشرين الثاني/نوفمبر 2006", ["A/RES/61/16"]),
        ("ar", "القرار 22/53 المؤرخ 13 تموز/يوليه 2023", ["A/HRC/RES/53/22"]),
        ("ar", "القرار 1514 (د-15)", ["A/RES/1514 (XV)"]),
        ("zh", "回顾大会2006年11月20日第61/16号决议", ["A/RES/61/16"]),
        ("zh", "第2783(2025)号决议和上文第5段", ["S/RES/2783 (2025)", "#op5"]),
        ("zh", "《水井公约》", ["水井公约"]),
    ],
)
def test_targets_of_other_languages(language: str, text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text, language, body="GA")] == targets


def test_the_middle_of_a_range_is_quoted_by_the_words_of_the_range() -> None:
    found = find_references("the goods listed in subparagraphs (a) to (d) below", body="GA")

    assert [r.quote for r in found] == ["subparagraphs (a)", "to", "to", "(d)"]
    assert all(r.quote == r.quote.strip() for r in found)


def test_spans_show_the_number_as_printed() -> None:
    text = "Recalling resolutions 61/16 and 57/270 B of 23 June 2003"

    assert [r.span.of(text) for r in find_references(text)] == ["61/16", "57/270 B"]
    assert all(r.quote == r.span.of(text) for r in find_references(text))


@pytest.mark.parametrize("entry", load("citations")["citation"], ids=lambda e: e["example"])
def test_every_way_to_number_reads_as_its_example_says(entry: dict[str, str]) -> None:
    found = find_references(entry["example"], body=entry["body"])

    assert [reference.target for reference in found] == [entry["reads"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_head_finds_its_number(language: str) -> None:
    table = load("citations", language)

    for head in table["resolution"]:
        text = f"第61/16{head.removeprefix('号')}" if table.get("head_follows") else f"{head} 61/16"
        assert [r.target for r in find_references(text, language, body="GA")] == ["A/RES/61/16"], text


def test_the_rules_of_numbering() -> None:
    assert fits_session("GA", 61, 2006)
    assert not fits_session("GA", 61, 2011)
    assert fits_session("HRC", 53, 2023)
    assert is_numbered(1325, 2000)
    assert not is_numbered(1325, 2001)
    assert symbol_for("HRC", "annual", "resolution", {"session": "2001", "number": "1", "letter": ""}) == ""
