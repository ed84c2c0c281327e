"""Opening verbs: where they stand, how far their phrase goes, and what force they have."""

import pytest

from operative.clauses.acts import find_acts

LEADS = [
    ("Notes the view that growth, and with it trade, requires better locks;", [("Notes", "position")]),
    (
        "Notes the view that growth is slow, requires the Board to meet;",
        [("Notes", "position"), ("requires", "directive")],
    ),
    # paragraphs that open with an infinitive
    (
        "Resolves:\n1. To take note of the map.\n2. To approve the fee.\n3. To further request the Board to meet.\n"
        "4. To urge towns to pay.\n5. To hold a fair in May 2031.",
        [
            ("To take note", "position"),
            ("To approve", "decision"),
            ("To further request", "directive"),
            ("To urge", "exhortation"),
            ("To hold", "decision"),
        ],
    ),
    ("3. To request the Registrar to open the archive.", [("To request", "directive")]),
    ("1. To promote the trade in wool.", []),
    (
        "Decides that the review should deepen the view of:\n(a) Challenges and chances of ports;\n(b) Tides;",
        [("Decides", "decision")],
    ),
    ("Decides:\n(a) To hold a fair;\n(b) To print the map;", [("Decides", "decision")]),
    # one verb, with adverbs and feelings
    ("1. Requests the Registrar to open the archive;", [("Requests", "directive")]),
    ("Also strongly urges members to pay in full;", [("Also strongly urges", "exhortation")]),
    ("Decides further to close the list of speakers;", [("Decides further", "decision")]),
    ("Encourages further talks on the use of the canal;", [("Encourages", "exhortation")]),
    ("Notes with deep concern and regret the loss of the ferry;", [("Notes with deep concern and regret", "position")]),
    ("Takes note with appreciation of the letter;", [("Takes note with appreciation", "position")]),
    ("Takes note, in this regard, of the letter;", [("Takes note", "position")]),
    ("Calls once again upon all members to return the maps;", [("Calls once again upon", "exhortation")]),
    ("Calls for the return of the maps;", [("Calls for", "exhortation")]),
    ("Condemns in the strongest possible terms the raid;", [("Condemns in the strongest possible terms", "position")]),
    ("Looks forward to the opening of the bridge;", [("Looks forward", "position")]),
    ("Continues to encourage the use of local wood;", [("Continues to encourage", "exhortation")]),
    ("Remains deeply concerned about the delay;", [("Remains deeply concerned", "position")]),
    ("Unequivocally condemns the raid;", [("Unequivocally condemns", "position")]),
    # what is said again, and what is held
    ("Reiterates its request to the Board to publish its rules;", [("Reiterates its request", "directive")]),
    ("Renews its urgent call upon donors to help;", [("Renews its urgent call upon", "exhortation")]),
    (
        "Reiterates in the strongest terms its demand that the port be opened;",
        [("Reiterates in the strongest terms its demand", "directive")],
    ),
    (
        "Expresses its strong and continued support for the talks;",
        [("Expresses its strong and continued support", "position")],
    ),
    ("Expresses its intention to review the matter;", [("Expresses its intention", "position")]),
    ("Reaffirms its decision to meet in May;", [("Reaffirms", "position")]),
    ("Recalls its request to the Board to publish its rules;", [("Recalls", "position")]),
    ("Renews the mandate of the mission for one year;", [("Renews", "decision")]),
    # several in one paragraph
    (
        "Welcomes the new charter, and requests the Bureau to print it;",
        [("Welcomes", "position"), ("requests", "directive")],
    ),
    (
        "Takes note of the plan and calls upon members to join it, further decides to fund it; and also invites "
        "donors to contribute;",
        [
            ("Takes note", "position"),
            ("calls upon", "exhortation"),
            ("further decides", "decision"),
            ("also invites", "exhortation"),
        ],
    ),
    (
        "Recognizes that the river rose, and, in line with rule 4, on floods, calls upon the towns to build dykes;",
        [("Recognizes", "position"), ("calls upon", "exhortation")],
    ),
    (
        "Welcomes the offer and in this regard invites the hosts to set a date;",
        [("Welcomes", "position"), ("invites", "exhortation")],
    ),
    ("Supports and encourages the work of the choir;", [("Supports", "position"), ("encourages", "exhortation")]),
    # what is no act
    ("Notes the report, which requests more staff and recommends a pause;", [("Notes", "position")]),
    ("Welcomes the offers and requests received from members;", [("Welcomes", "position")]),
    ("Adopts the text entitled “Decides nothing, and requests nobody”;", [("Adopts", "decision")]),
    ("Notes that the Board welcomed the plan and encouraged its use;", [("Notes", "position")]),
    ("Decides to meet the demands and needs of the islands;", [("Decides", "decision")]),
    # other styles
    (
        "1. URGES Member States: (1) to test their pumps; 2. REQUESTS the Director-General: (1) to report in 2031;",
        [("URGES", "exhortation"), ("REQUESTS", "directive")],
    ),
    (
        "“The Council requests the Registrar to act. It further urges members to pay.”",
        [("requests", "directive"), ("further urges", "exhortation")],
    ),
    (
        "At its 4th meeting, on 3 May 2031, the Board, on the proposal of its Chair, took note of the plan and decided "
        "to close the item.",
        [("took note", "position"), ("decided", "decision")],
    ),
    (
        "We reaffirm our commitment to clean water and call upon donors to give.",
        [("reaffirm our commitment", "position"), ("call upon", "exhortation")],
    ),
    ("4. Request the secretariat to print the rules;", [("Request", "directive")]),
    ("The Director shall publish the rules.", [("shall publish", "directive")]),
    (
        "Decides as follows:\n(a) Requests the Board to meet;\n(b) Decides to pay its costs;",
        [("Decides", "decision"), ("Requests", "directive"), ("Decides", "decision")],
    ),
    ("(b) Decided that the fee shall be paid in May;", [("Decided", "decision")]),
    ("Reiterates the request to the Board to meet;", [("Reiterates the request", "directive")]),
    ("Recalls the request to the Board to meet;", [("Recalls", "position")]),
    ("(c) Adopted texts of earlier years;", []),
    ("At its 9th meeting, on 3 May, the Council re-elected the Chair.", [("re-elected", "decision")]),
    (
        "Recalls that, in its resolution 4/1, the Council requested the Registrar to draft a note;",
        [("Recalls", "position")],
    ),
    (
        "We are concerned about the flood. We commit to clean ports.",
        [("are concerned", "position"), ("commit", "position")],
    ),
    (
        "Declares that the organs shall act in line with their roles and mandates, to keep peace;",
        [("Declares", "directive")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_finds_leads_with_their_force(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(act.lead, act.force.value) for act in find_acts(text)]

    assert found == expected


@pytest.mark.parametrize("text", ["", "12.", "((((", "The list is not closed.", "Recalling its rule 4,", "to report"])
def test_finds_no_act_where_nothing_is_done(text: str) -> None:
    assert find_acts(text) == ()


OTHERS = [
    ("fr", "Note du Registraire appelant l’attention sur la carte", []),
    ("fr", "Prends note du rapport et se félicite de la carte ;", ["position", "position"]),
    ("fr", "Sait que le port est fermé, engage par conséquent le Conseil à l’ouvrir ;", ["position", "exhortation"]),
    ("fr", "Décide que la mission comprendra neuf membres ;", ["decision"]),
    ("fr", "b) a invité le Bureau à ouvrir le port ;", ["exhortation"]),
    ("fr", "Demande de nouveau aux ports de payer ;", ["exhortation"]),
    ("fr", "Demande d’aide du port", []),
    ("es", "c) Decidió abrir el puerto;", ["decision"]),
    ("ru", "обращается к донорам с призывом помочь портам;", ["exhortation"]),
    ("ru", "постановляет, что комитет будет собираться ежегодно;", ["directive"]),
    ("ar", "تحيط علما بالتقرير، كما تدعو الدول إلى حماية الموانئ؛", ["position", "exhortation"]),
    ("ar", "ترحب بعمل اللجنة، وتشجعها على مواصلته؛", ["position", "exhortation"]),
    ("ar", "ترجو من الأمين العام أن ينشر القائمة؛", ["directive"]),
    ("zh", "促请各国并鼓励银行保护港口；", ["exhortation", "exhortation"]),
    ("zh", "欢迎该报告，同时注意到港口的作用；", ["position"]),
    ("zh", "根据委员会的建议，决定关闭港口；", ["decision"]),
    ("zh", "决定工作组应每年开会；", ["directive"]),
]


@pytest.mark.parametrize(("language", "text", "forces"), OTHERS)
def test_forces_of_other_languages(language: str, text: str, forces: list[str]) -> None:
    assert [act.force.value for act in find_acts(text, language)] == forces
