"""Who is to act."""

import pytest

from operative.clauses.acts import find_acts

ADDRESSEES = [
    ("Decides that trade needs better locks, and that the Board shall meet;", ["the Board"]),
    ("3. To request the Registrar and the Court to open the archive.", ["the Registrar", "the Court"]),
    (
        "Requests all bodies in the field of economic, social and civil law and the Bank to help;",
        ["all bodies in the field of economic, social and civil law", "the Bank"],
    ),
    ("Requests the Economic, Social and Coastal Board to help;", ["the Economic, Social and Coastal Board"]),
    (
        "Requests the Upper Lakes Economic, Social and Coastal Board and the Bank to help;",
        ["the Upper Lakes Economic, Social and Coastal Board", "the Bank"],
    ),
    (
        "Invites all members, in particular the Delta ports, other towns and the clubs, to help;",
        ["all members", "other towns", "the clubs"],
    ),
    (
        "Invites the bodies of the Union, including the Fund and the Bank, among others, as well as the Court, to act;",
        ["the bodies of the Union", "the Court"],
    ),
    (
        "Calls upon towns, public and private companies and other partners to help;",
        ["towns", "public and private companies", "other partners"],
    ),
    ("Encourages partnerships between the Union and the Bank;", ["the Union", "the Bank"]),
    (
        "Encourages other bodies under the Charter and the Delta Agreement to help;",
        ["other bodies under the Charter and the Delta Agreement"],
    ),
    ("Urges the removal of the tolls, as they are contrary to the rules among States;", []),
    (
        "Requests the Panel on Economic, Social and Coastal Rights and the Bank to help;",
        ["the Panel on Economic, Social and Coastal Rights", "the Bank"],
    ),
    ("Requests the Registrar, member towns and the Court to help;", ["the Registrar", "member towns", "the Court"]),
    (
        "Requests the Chair of the Bank, A. B. Ruskin, and the Registrar, Ms. C. Wold, to help;",
        ["the Chair of the Bank", "the Registrar"],
    ),
    ("Approves the draft Charter on the Relationship between the Union and the Bank;", []),
    ("Demands that the Voltan régime should refrain from raids;", ["the Voltan régime"]),
    ("Calls upon all towns neither to buy nor to store the timber;", ["all towns"]),
    ("Requests the Registrar to open the archive;", ["the Registrar"]),
    (
        "Requests the Registrar, in consultation with the Bureau and in the light of rule 4, to open the archive;",
        ["the Registrar"],
    ),
    ("Requests the Registrar in consultation with members to open the archive;", ["the Registrar"]),
    (
        "Urges Member States, the Union and other relevant agencies to share data;",
        ["Member States", "the Union", "other relevant agencies"],
    ),
    (
        "Urges States and regional timber management organizations and arrangements to share data;",
        ["States", "regional timber management organizations and arrangements"],
    ),
    (
        "Calls on national, regional, and international partners to share data;",
        ["national, regional, and international partners"],
    ),
    ("Encourages donors and partners of the island to help;", ["donors", "partners of the island"]),
    (
        "Invites all relevant stakeholders, including the private sector, banks and academia, to help;",
        ["all relevant stakeholders"],
    ),
    (
        "Invites all bodies of the Union, including the Court, and all members to help;",
        ["all bodies of the Union", "all members"],
    ),
    ("Calls upon members, as appropriate, and observers to help;", ["members", "observers"]),
    (
        "Calls upon all players in the port and shipping sector, including towns, to help;",
        ["all players in the port and shipping sector"],
    ),
    (
        "Urges members, within their means and mandates, the Union and the Court to help;",
        ["members", "the Union", "the Court"],
    ),
    (
        "Urges all towns and interested regional and other funds to help;",
        ["all towns", "interested regional and other funds"],
    ),
    ("Encourages the public and private banks to help;", ["the public and private banks"]),
    ("Appeals to Member States for gifts to the fund;", ["Member States"]),
    (
        "Requests, as appropriate, and in line with rule 4, members and the Board to help;",
        ["members", "the Board"],
    ),
    ("Recommends to the Board the adoption of the draft below:", ["the Board"]),
    ("Encourages support for the towns by using the fund and other means;", []),
    ("Encourages the scaling-up of loans, in order to help the towns;", []),
    (
        "Requests the Registrar, taking into account the views of towns, including ports, and other bodies, to help;",
        ["the Registrar"],
    ),
    ("Requests the Office on Drugs and Crime to help;", ["the Office on Drugs and Crime"]),
    ("Requests the Food and Timber Organization to help;", ["the Food and Timber Organization"]),
    ("Requests the Chair of the Economic and Social Board to help;", ["the Chair of the Economic and Social Board"]),
    (
        "Requests the Commission for Upper Lakes and the Delta to help;",
        ["the Commission for Upper Lakes and the Delta"],
    ),
    ("Calls upon Iceland, the hosting Power, not to close the port;", ["Iceland"]),
    ("Urges Iceland and South Sudan urgently to reopen the port;", ["Iceland", "South Sudan"]),
    ("Calls upon States that have not yet done so to sign;", ["States that have not yet done so"]),
    ("Invites members in a position to do so to contribute;", ["members in a position to do so"]),
    ("Calls upon members, and invites observers, to pay;", ["members", "observers"]),
    ("Appeals to donors to give;", ["donors"]),
    ("Reiterates its request, made in resolution 5/1, to the Registrar to act;", ["the Registrar"]),
    ("Reiterates its request to the Registrar that he report to the Board;", ["the Registrar"]),
    # without an infinitive
    ("Encourages renewed efforts to end the dispute;", []),
    ("Encourages the exchange of data among towns and regions;", ["towns", "regions"]),
    ("Demands an immediate halt to the felling by all companies;", ["all companies"]),
    ("Encourages exploring new ways to pay;", []),
    # that-clauses
    ("Requests that the Director General report back;", ["the Director General"]),
    ("Demands that all parties allow, without delay, the passage of grain;", ["all parties"]),
    ("Also requests that, in light of the talks, the Director develop proposals;", ["the Director"]),
    ("Requests that the work plans of the Commission include tides;", ["the Commission"]),
    ("Requests that a report be submitted by the Registrar;", ["the Registrar"]),
    ("Decides that all members shall keep a register;", ["all members"]),
    ("Decides that the Chairs, together with the Registrar, shall keep a register;", ["the Chairs", "the Registrar"]),
    ("Decides that, in counting votes under rule 4, paragraph 2, members shall use ballots;", ["members"]),
    ("Decides the two Boards will meet jointly;", ["the two Boards"]),
    ("Decides that the fee shall be paid in May;", []),
    ("Decides that the Panel should be mandated to draft a code;", ["the Panel"]),
    ("Decides to consider the matter in May;", []),
    ("Decides to request the Registrar to draft a note;", ["the Registrar"]),
    ("Authorizes the Registrar to sign;", ["the Registrar"]),
    ("Each member shall keep a register.", ["Each member"]),
    (
        "Decides to establish, under rule 9, a Committee of the Board, which will report to the Board;",
        ["a Committee of the Board"],
    ),
    ("Requests the Expert, supported by law experts, to draft a code;", ["the Expert"]),
    (
        "Encourages the special procedures of the Council, in their talks with members, to help;",
        ["the special procedures of the Council"],
    ),
    ("Calls upon graduating and recently graduated towns to pay;", ["graduating and recently graduated towns"]),
    # lists
    ("Decides on these steps: (a) To request the Panel to meet; (b) To invite members to pay;", ["the Panel"]),
    ("Requests the Registrar:\n(a) To open the archive;\n(b) To report on it to the Board;", ["the Registrar"]),
    (
        "Requests:\n(a) The Registrar to open the archive;\n(b) The Chair, within his mandate, to visit it;",
        ["The Registrar", "The Chair"],
    ),
    ("Requests the Board to draft the rules, and the Council to adopt them;", ["the Board", "the Council"]),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSEES)
def test_names_each_addressee_as_written(text: str, expected: list[str]) -> None:
    found = [quote.words for act in find_acts(text) for quote in act.addressees]

    assert found == expected


FORCES = [
    ("Decides that members shall keep a register;", "directive"),
    ("Decides that the fee shall be paid in May;", "decision"),
    ("Decides that the Board may meet in May;", "decision"),
    ("Decides to request the Registrar to draft a note;", "directive"),
    ("Decides to invite the Registrar to speak;", "exhortation"),
    ("Invites the Registrar to report to the Board;", "exhortation"),
    ("Decides that the Panel shall consist of nine members;", "decision"),
    ("Decides that the Conference shall be open to all members;", "decision"),
]


@pytest.mark.parametrize(("text", "force"), FORCES)
def test_duties_on_others_are_directives(text: str, force: str) -> None:
    (act,) = find_acts(text)

    assert act.force.value == force


ACTIONS = [
    ("Decides that the Registrar shall not lend any barge before the Board has set the fee;", "not lend"),
    ("Requests the Registrar not to sell the barge;", "not sell"),
    ("Decides not to continue to rent the quay;", "not rent"),
    ("Decides that the toll shall not be raised;", "not raised"),
    ("Calls upon all towns neither to buy nor to store the timber;", "neither buy"),
    ("Requests the Registrar not only to print but also to sell the map;", "print"),
    ("Requests the Registrar to continue to assist the towns;", "assist"),
    ("Requests the Registrar to continue including tides in the tables;", "including"),
    ("Requests the Registrar to continue the survey;", "continue"),
    ("Urges members, at all times, to fully and promptly take into account the tides;", "take into account"),
    ("Decides to extend the mandate;", "extend"),
    ("Decides that the fee shall be paid in May;", "paid"),
    ("Endorses the findings;", "Endorses"),
    ("Demands an immediate halt;", "halt"),
    ("Welcomes the findings;", ""),
    ("Calls upon members, and invites observers, to pay;", "pay"),
]


@pytest.mark.parametrize(("text", "action"), ACTIONS)
def test_action_is_the_head_verb_of_what_is_to_be_done(text: str, action: str) -> None:
    assert find_acts(text)[0].action == action


OTHERS = [
    ("ru", "Просит Генерального секретаря представить доклад о портах;", ["Генерального секретаря"], True),
    ("ru", "Призывает государства-члены и доноров помочь городам;", ["государства-члены", "доноров"], False),
    ("ru", "Просит прибрежные города принять карту;", [], False),
    ("ar", "تطلب إلى الأمين العام أن يقدم تقريرا عن الموانئ؛", ["الأمين العام"], True),
    ("ar", "تشجع الدول الأعضاء على حماية الموانئ؛", ["الدول الأعضاء"], False),
    ("zh", "请秘书长向理事会提交一份关于港口的报告；", ["秘书长"], True),
    ("zh", "敦促会员国保护港口；", ["会员国"], False),
]


@pytest.mark.parametrize(("language", "text", "expected", "duty"), OTHERS)
def test_known_names_are_read_in_languages_whose_phrases_are_not_parsed(
    language: str, text: str, expected: list[str], duty: bool
) -> None:
    (act,) = find_acts(text, language)
    assert ([quote.words for quote in act.addressees], act.reporting_duty) == (expected, duty)
