"""Drafting styles: how the texts of different bodies are cut into provisions, and what their title blocks say."""

import pytest

from operative.domain.documents import Document
from operative.domain.readings import Structure
from operative.structure.resolution import split_structure
from operative.text.plain import read_plain


def split(text: str, language: str = "en") -> Structure:
    return split_structure(read_plain(text.encode()), language)


def outline(structure: Structure) -> list[str]:
    """Ids with the first letters of their kinds: `op1 op`, `annex1.2 bo`."""
    return [f"{p.id} {p.kind[:2]}" for p in structure.provisions]


CLIMATE = (
    "\tCouncil of the Ferries\n\tReport of the Conference of the Parties on its ninth session\n\tContents\n"
    "\tDecision\t\tPage\n\t1/CP.9\tLamps of the night ferries\t\t2\n\t2/CP.9\tWages of the crews and rest of the\n"
    "harbour pilots\t\t4\n"
    "Decision 1/CP.9\n\tLamps of the night ferries\n\tThe Conference of the Parties,\n\tRecalling decision 4/CP.7,\n"
    "\tI.\tLamps\n\t1.\tWelcomes the report on lamps;\n\t2.\tRequests the secretariat to buy lamps;\n"
    "\tAnnex\n\tRules for lamps\n\t1.\tRequests for lamps are made in writing.\n\t2.\tLamps are green.\n"
    "\t5th plenary meeting\n\t7 May 2032\n"
    "Decision 2/CP.9\n\tWages of the crews and rest of the harbour pilots\n\tThe Conference of the Parties,\n"
    "\tDecides to raise the wages of the crews by one per cent.\n\t6th plenary meeting\n\t8 May 2032\n"
    "Resolution 1/CP.9\n\tThanks to the people of Port Anselm\n\tResolution submitted by the island of Lund\n"
    "\tThe Conference of the Parties and the Conference of the Parties serving as the meeting of the Parties to the "
    "Harbour Protocol, meeting together for the first time in the hall of the pilots of Port Anselm,\n"
    "\tHaving met in Port Anselm,\n\t1.\tExpress their gratitude to the people of Port Anselm.\n"
)


def test_a_collection_of_decisions_is_one_document_each() -> None:
    structure = split(CLIMATE)

    assert [(d.kind, d.number, d.title, d.adopted, d.meeting, d.session) for d in structure.documents] == [
        ("decision", "1/CP.9", "Lamps of the night ferries", "2032-05-07", "5", "9"),
        ("decision", "2/CP.9", "Wages of the crews and rest of the harbour pilots", "2032-05-08", "6", "9"),
        ("resolution", "1/CP.9", "Thanks to the people of Port Anselm", "", "", "9"),
    ]
    assert outline(structure) == [
        "title ti",
        "enacting en",
        "pp1 pr",
        "h1 he",
        "op1 op",
        "op2 op",
        "annex1 an",
        "annex1.h1 he",
        "annex1.1 bo",
        "annex1.2 bo",
        "closing cl",
        "closing-2 cl",
        "r2.title ti",
        "r2.enacting en",
        "r2.op1 op",
        "r2.closing cl",
        "r2.closing-2 cl",
        "r3.title ti",
        "r3.enacting en",
        "r3.pp1 pr",
        "r3.op1 op",
    ]
    assert structure.provisions[-1].lead == "Express their gratitude"


OLD_COUNCIL = (
    "Resolution 91 (1977)\nof 4 May 1977\n\nThe Security Council,\nHaving heard the statement, 12\n"
    "Grieved at the loss of the ferry Aurora and of the whole of her crew in the night of the storm,\n\n"
    "Reaffirming its resolutions 4 (1970) and 9 (1971), and\nthe right of the island of Lund to a ferry, 13\n\n"
    "1. Condemns the attack on the\nferry;\n\n2, Calls upon the parties to let the ferry sail;\n\n"
    "3. Requests the Secretary-General to report on it;\n\n4 Demands that the pilots be set free;\n\n"
    "S. Decides to remain seized of the matter.\n\n"
    "Adopted at the 2011th meet-\ning by 13 votes\nto none, with 2 abstentions (Lund, Ost).\n\n"
    "12 Official Records, Ninth Year, 2010th meeting.\n13 Ibid., annex.\n"
)


def test_an_old_text_of_the_security_council() -> None:
    structure = split(OLD_COUNCIL)
    document = structure.documents[0]

    assert outline(structure) == [
        "enacting en",
        "pp1 pr",
        "pp2 pr",
        "pp3 pr",
        "op1 op",
        "op2 op",
        "op3 op",
        "op4 op",
        "opS op",
        "closing cl",
    ]
    assert (document.number, document.title, document.body) == ("91 (1977)", "", "unsc")
    assert (document.adopted, document.meeting) == ("1977-05-04", "2011")
    assert document.vote.startswith("Adopted at the 2011th meeting by 13 votes to none")
    assert [(note.marker, note.provision) for note in structure.notes] == [("12", "pp1"), ("13", "pp3")]
    assert structure.provisions[1].text == "Having heard the statement,"


def test_verbs_in_capitals_with_points_in_brackets() -> None:
    structure = split(
        "SIXTEENTH HEALTH ASSEMBLY OF THE LAKES\n\nLHA16.3 Clean wells\n\nThe Sixteenth Lakes Health Assembly,\n\n"
        "Having considered the report on wells;\n\n1. URGES Member States:\n\n(1) to test all wells;\n\n"
        "(2) to publish the results;\n\n2. REQUESTS the Director-General to report.\n"
    )

    assert outline(structure) == ["title ti", "enacting en", "pp1 pr", "op1 op", "op1.1 su", "op1.2 su", "op2 op"]
    assert [p.lead for p in structure.provisions[3:]] == ["URGES", None, None, "REQUESTS"]
    assert (structure.documents[0].number, structure.documents[0].title) == ("LHA16.3", "Clean wells")


RECOMMENDATION = (
    "La Conférence des écoles des îles, convoquée à Port-Anselme par l'Union des îles, s'étant réunie le 4 mai 1951 "
    "en sa troisième session, adopte le 9 mai 1951 la recommandation suivante : La Conférence,\n\n"
    "Considérant que les enfants des îles vont à l'école en bateau,\n\nQue les bateaux manquent de lampes;\n\n"
    "Soumet aux ministères des îles la recommandation suivante :\n\n"
    "LES BATEAUX 1. Il importe que chaque bateau ait deux lampes.\n\n2. Les pilotes devraient être formés.\n\n"
    "LES ÉCOLES 3. Les écoles devraient ouvrir après l'arrivée du bateau.\n"
)


def test_a_recommendation_in_full_sentences() -> None:
    assert outline(split(RECOMMENDATION, "fr")) == [
        "enacting en",
        "pp1 pr",
        "pp2 pr",
        "enacting-2 en",
        "h1 he",
        "op1 op",
        "op2 op",
        "h2 he",
        "op3 op",
    ]


DECLARATION = (
    "Lights at sea\n\nGathered in Port Anselm, we, the keepers of lighthouses, have spoken of our work.\n\n"
    "1. Many lamps are old.\n\n2. Few keepers are trained.\n\n3. Fog is frequent in the north of the sound.\n\n"
    "4. Storms have grown stronger over the years.\n\n5. Every lamp must be renewed by the owners of harbours.\n\n"
    "6. Keepers should be trained before they serve.\n"
)


def test_reasons_end_where_demands_begin() -> None:
    assert outline(split(DECLARATION))[1:] == [
        "pp1 pr",
        "pp2 pr",
        "pp3 pr",
        "pp4 pr",
        "pp5 pr",
        "op5 op",
        "op6 op",
    ]


def test_demands_among_the_reasons_leave_a_text_as_it_is() -> None:
    mixed = DECLARATION.replace("are old.", "must be renewed.").replace("is frequent", "must be measured")

    assert "pp1 pr" not in outline(split(mixed))


def test_what_stands_before_a_colon_and_its_list_explains() -> None:
    structure = split(
        "Lamps\n\n3.1 The lamps of the sound are old and few, and fog is frequent.\n\n"
        "3.2 In this light, the following measures are proposed:\n\n3.2.1 to buy lamps;\n\n3.2.2 to train keepers.\n"
    )

    assert outline(structure)[1:] == ["pp1 pr", "op3.2 op", "op3.2.1 su", "op3.2.2 su"]


TREATY = (
    "Agreement on the Night Ferries\n\nThe States Parties to this Agreement,\n\nRecalling the rules of the sea,\n\n"
    "Have agreed as follows:\n\nCHAPTER I\n\nGENERAL\n\nArticle 1\n\nPurpose\n\n"
    "This Agreement governs night ferries.\n\nArticle 2: Lamps\n\n1. Each ferry carries:\n\n(a) two lamps;\n\n"
    "(b) one bell.\n\n2. Lamps are green.\n\nCHAPTER II\n\nArticle 3\n\nThe Council meets once a year.\n"
)


def test_an_agreement_is_articles_with_titles_and_chapters_around_them() -> None:
    structure = split(TREATY)
    articles = [(p.number, p.text) for p in structure.provisions if p.kind == "article"]

    assert structure.documents[0].kind == "agreement"
    assert outline(structure)[1:] == [
        "enacting en",
        "pp1 pr",
        "pp2 pr",
        "h1 he",
        "h2 he",
        "art1 ar",
        "art1.b1 bo",
        "art2 ar",
        "art2.1 bo",
        "art2.1.a bo",
        "art2.1.b bo",
        "art2.2 bo",
        "h3 he",
        "art3 ar",
        "art3.b1 bo",
    ]
    assert articles == [("Article 1", "Purpose"), ("Article 2", "Lamps"), ("Article 3", "")]


def test_an_annexed_agreement_is_never_operative() -> None:
    structure = split(
        "RESOLUTION No. 7\n\nFERRIES\n\nThe Council,\n\n1. Approves the agreement in the annex.\n\n"
        "12th meeting\n\n4 May 2031\n\nAnnex\n\n" + TREATY
    )

    assert [p.id for p in structure.provisions if p.kind == "operative"] == ["op1"]
    assert "annex1.art2.1.a" in [p.id for p in structure.provisions]


def test_a_text_quoted_for_another_body_belongs_to_its_paragraph() -> None:
    structure = split(
        "Resolution 12\n\nRules of the sea\n\nThe Council,\n\n"
        "Recommends to the Assembly the adoption of the following draft resolution:\n\nThe Assembly,\n\n"
        "Recalling its rules,\n\n1. Requests the Director to report;\n\n2. Thanks the crews.\n\n"
        "5th plenary meeting\n\n4 May 2031\n"
    )

    assert outline(structure) == [
        "title ti",
        "enacting en",
        "op1 op",
        "b1 bo",
        "b2 bo",
        "b3 bo",
        "b4 bo",
        "closing cl",
        "closing-2 cl",
    ]
    assert {p.parent for p in structure.provisions if p.kind == "body"} == {"op1"}


CHAPEAUX = [
    (
        "Resolves that:\n\n1. Every ferry shall carry lamps;\n\n2. Lamps are green.\n",
        ["enacting-2 en", "op1 op", "op2 op"],
    ),
    ("Resolves:\n\n1. To buy lamps;\n\n2. To paint them green.\n", ["enacting-2 en", "op1 op", "op2 op"]),
    ("Requests the Director:\n\n1. to buy lamps;\n\n2. to paint them.\n", ["op1 op", "op1.1 su", "op1.2 su"]),
    ("Requests the Director:\n\n(a) to buy lamps;\n\n(b) to paint them.\n", ["op1 op", "op1.a su", "op1.b su"]),
]


@pytest.mark.parametrize(("body", "wanted"), CHAPEAUX)
def test_whole_sentences_below_a_colon_are_the_paragraphs(body: str, wanted: list[str]) -> None:
    structure = split("RESOLUTION No. 5\n\nLAMPS\n\nThe Council,\n\nNoting the fog,\n\n" + body)

    assert outline(structure)[3:] == wanted


CLOSINGS = [
    ("en", "Adopted unanimously at the 12th meeting.", ("12", "", "Adopted unanimously at the 12th meeting.")),
    ("en", "12th (resumed) plenary meeting\n\n4 May 2031", ("12", "2031-05-04", "")),
    ("en", "[Adopted without a vote.]", ("", "", "Adopted without a vote.")),
    ("fr", "12e séance plénière\n\n4 mai 2031", ("12", "2031-05-04", "")),
    ("es", "12ª sesión plenaria\n\n4 de mayo de 2031", ("12", "2031-05-04", "")),
    ("ru", "12-е пленарное заседание\n\n4 мая 2031 года", ("12", "2031-05-04", "")),
    ("ar", "الجلسة العامة 12\n\n4 أيار/مايو 2031", ("12", "2031-05-04", "")),
    ("zh", "第12次全体会议\n\n2031年5月4日", ("12", "2031-05-04", "")),
]
BODIES = {
    "en": "The General Assembly,\n\n1. Thanks the crews.",
    "fr": "L’Assemblée générale,\n\n1. Remercie les équipages.",
    "es": "La Asamblea General,\n\n1. Agradece a las tripulaciones.",
    "ru": "Генеральная Ассамблея,\n\n1. благодарит экипажи.",
    "ar": "إن الجمعية العامة،\n\n1 - تشكر الأطقم.",
    "zh": "大会，\n\n1. 感谢船员。",
}


@pytest.mark.parametrize(("language", "lines", "wanted"), CLOSINGS)
def test_closing_lines_say_meeting_day_and_vote(language: str, lines: str, wanted: tuple[str, str, str]) -> None:
    structure = split(f"{BODIES[language]}\n\n{lines}\n", language)
    document = structure.documents[0]

    assert (document.meeting, document.adopted, document.vote) == wanted
    assert [p.kind for p in structure.provisions if p.id == "op1"] == ["operative"]
    assert structure.provisions[-1].kind == "closing"


COVERS = [
    (
        "RESOLUTION No. 1309\n(Adopted on 24 November 2015 by the Council at its 106th Session)\n\nFERRIES",
        Document("resolution", "", "1309", "FERRIES", "", "Council", "106", "2015-11-24"),
    ),
    (
        "78/102. Ferries of the\nnorthern sound",
        Document("resolution", "", "78/102", "Ferries of the northern sound", "", "Council", "78"),
    ),
    (
        "RESOLUTION 214 (2032)\n\nAdopted by the Council at its 9001st (closed) meeting,\n\non 6 October 2032",
        Document("resolution", "", "214 (2032)", "", "", "Council", "", "2032-10-06", meeting="9001"),
    ),
    (
        "Decision 12\n\nFerries of the sound and of the\n\nOuter Islands\n\n"
        "Draft decision submitted by the island of Lund",
        Document("decision", "", "12", "Ferries of the sound and of the Outer Islands", "", "Council"),
    ),
]


@pytest.mark.parametrize(("cover", "wanted"), COVERS)
def test_title_blocks(cover: str, wanted: Document) -> None:
    document = split(f"{cover}\n\nThe Council,\n\nNoting the fog,\n\n1. Thanks the crews.\n").documents[0]
    said = ("kind", "symbol", "number", "title", "body", "body_name", "session", "adopted", "meeting")

    assert [getattr(document, name) for name in said] == [getattr(wanted, name) for name in said]
