"""Things to be produced or handed over, to whom, and whether that is reporting."""

import pytest

from operative.clauses.acts import find_acts

HANDED = [
    # text, deliverables, recipients, reporting duty
    (
        "Requests the Registrar to submit to the Board, in May, a plan, and to the Court, at its next session, a list;",
        ["a plan", "a list"],
        ["the Board", "the Court"],
        True,
    ),
    (
        "Requests the Registrar to submit to the Board at its ninth session, within means, a report on tides;",
        ["a report on tides"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to submit a report on progress made to the Board no later than its ninth session;",
        ["a report on progress made"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to provide a short, clear and complete account to the Board of the flood;",
        ["a short, clear and complete account"],
        ["the Board"],
        True,
    ),
    ("Requests the Registrar to report to the Board at its ninth session on tides;", [], ["the Board"], True),
    ("Requests the Registrar to report on the use of the harbour to the Board;", [], ["the Board"], True),
    (
        "Requests the Registrar to seek the views of members and to submit a report thereon to the Board;",
        ["a report"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to inform the Board of the outcome, including an evaluation of the year;",
        ["an evaluation of the year"],
        ["the Board"],
        True,
    ),
    ("Requests the Registrar to keep the Board fully informed;", [], ["the Board"], True),
    (
        "Requests the Registrar to keep it informed in his reports to the Board;",
        ["his reports"],
        ["it", "the Board"],
        True,
    ),
    (
        "Requests the Registrar to include in his next report fresh proposals on tides;",
        ["his next report", "fresh proposals on tides"],
        [],
        True,
    ),
    (
        "Requests the Registrar to include his findings on tides in his annual report to the Board;",
        ["his findings on tides", "his annual report"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to explore options for a new quay, for consideration by the Board;",
        ["options for a new quay"],
        ["the Board"],
        True,
    ),
    ("Requests the Registrar to explore options for a new quay;", [], [], False),
    (
        "Requests the Registrar to prepare a summary of the debate for transmission to all members;",
        ["a summary of the debate"],
        ["all members"],
        True,
    ),
    ("Requests the Registrar to prepare a draft and to present it to the Board;", ["a draft"], ["the Board"], True),
    (
        "Requests the Registrar to provide the Board with an update on tides;",
        ["an update on tides"],
        ["the Board"],
        True,
    ),
    ("Requests that a report be submitted to the Board;", ["a report"], ["the Board"], True),
    (
        "Encourages the Board to share its papers with the Government in good time;",
        ["its papers"],
        ["the Government"],
        True,
    ),
    (
        "Invites members to report any change to the channel to the Board;",
        ["any change to the channel"],
        ["the Board"],
        True,
    ),
    (
        "Urges the Institute to work with towns to develop a plan to dredge the port;",
        ["a plan to dredge the port"],
        [],
        False,
    ),
    (
        "Encourages members to hold talks, in particular through the organization of informal briefings;",
        ["informal briefings"],
        [],
        False,
    ),
    (
        "Requests the Panel to provide a first report by 1 May 2031, and, after a visit, a final report to the Board;",
        ["a first report", "a final report"],
        ["the Board"],
        True,
    ),
    ("Decides to establish a committee of nine members, which will report to the Board;", [], ["the Board"], True),
    (
        "The Director shall submit to the Board an annual report on the work of the Institute.",
        ["an annual report on the work of the Institute"],
        ["the Board"],
        True,
    ),
    # what a thing is about may be a list, but another thing ends it
    (
        "Requests the Registrar to submit to the Board a study on gates, locks and tides, in May 2031;",
        ["a study on gates, locks and tides"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to provide information on the use of the quay, the state of the locks, and staff;",
        ["information on the use of the quay, the state of the locks, and staff"],
        [],
        True,
    ),
    (
        "Requests the Registrar to submit a report on the tides, a plan for the locks and a list of quays;",
        ["a report on the tides", "a plan for the locks", "a list of quays"],
        [],
        True,
    ),
    (
        "Requests the Registrar to submit a report on the tides, taking into account gates, locks and quays;",
        ["a report on the tides"],
        [],
        True,
    ),
    (
        "Requests the Registrar to provide proposals on a scheme for the port in the spring;",
        ["proposals on a scheme for the port in the spring"],
        [],
        False,
    ),
    ("Requests the Registrar to submit a report on a regular basis to the Board;", ["a report"], ["the Board"], True),
    ("Requests the Registrar to submit reports in this regard to the Board;", ["reports"], ["the Board"], True),
    (
        "Requests the Registrar to submit views on the points to be taken up in drafting the rules;",
        ["views on the points to be taken up in drafting the rules"],
        [],
        True,
    ),
    ("Requests the Registrar to update the report listing, by port, the locks;", ["the report listing"], [], False),
    (
        "Requests the Registrar to submit proposals on ways to deepen and mark the channel to the Board in May, and "
        "to the Court in June;",
        ["proposals on ways to deepen and mark the channel"],
        ["the Board", "the Court"],
        True,
    ),
    (
        "Requests the Registrar to prepare a report on the talks held at the port, and an easy version thereof;",
        ["a report on the talks held at the port", "an easy version thereof"],
        [],
        True,
    ),
    (
        "Invites the towns to forward outputs, including charts, and results of the survey to the Board;",
        ["outputs", "results of the survey"],
        ["the Board"],
        True,
    ),
    (
        "Invites the Registrar to include in his report an analysis of the help provided to towns;",
        ["his report", "an analysis of the help provided to towns"],
        [],
        True,
    ),
    # verbs that do nothing but hand over
    ("Requests the Registrar to submit such material to the Board;", ["such material"], ["the Board"], True),
    (
        "Requests the Panel to meet and recommend to the Board ways to deepen the channel;",
        ["ways to deepen the channel"],
        ["the Board"],
        True,
    ),
    ("Requests the Registrar to submit no measures;", [], [], False),
    # what carries it
    (
        "Encourages members to provide updates on tides as part of ongoing reporting to the Board;",
        ["updates on tides", "ongoing reporting"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to include data on tides in his report on the ports of the coast, and the islands in "
        "the old delta to the Economic and Harbour Council at its ninth session;",
        ["data on tides", "his report on the ports of the coast"],
        ["the Economic and Harbour Council"],
        True,
    ),
    ("Requests the Board to consider the tides in the context of the periodic review;", [], [], False),
    # told by a noun
    (
        "Requests the Registrar to keep the Board informed, including through the provision of monthly reports;",
        ["monthly reports"],
        ["the Board"],
        True,
    ),
    ("Encourages members to assist the towns in the preparation of their national reports;", [], [], False),
    (
        "Encourages members to supply data, which would help in the preparation of reports of the Panel to the Board;",
        ["data"],
        [],
        False,
    ),
    ("Encourages the towns to consider the options provided to them by the Panel;", [], [], False),
    (
        "Requests the Registrar to open the archive, including through the development of a portal;",
        ["a portal"],
        [],
        False,
    ),
    (
        "Urges members to provide to the Board regular written updates on their handling of the claims;",
        ["regular written updates on their handling of the claims"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Chair to prepare a full report on how to dredge the bay and to present the report to the Board;",
        ["a full report on how to dredge the bay"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Chair to draw up a list of divers and to submit the proposed list to members;",
        ["a list of divers"],
        ["members"],
        True,
    ),
    (
        "Requests the Registrar to submit a draft report and to circulate the final report to members;",
        ["a draft report", "the final report"],
        ["members"],
        True,
    ),
    (
        "Requests the Chair to present to the Board a results framework with indicators;",
        ["a results framework with indicators"],
        ["the Board"],
        True,
    ),
    (
        "Calls upon members to develop tools and guidelines for pilots;",
        ["tools and guidelines for pilots"],
        [],
        False,
    ),
    (
        "Calls upon members to develop and enhance maps and methodologies for surveys, as well as for the collection,"
        " analysis and dissemination of figures;",
        ["maps and methodologies for surveys"],
        [],
        False,
    ),
    (
        "Requests the Chair to prepare, in consultation with members, including towns, international and regional"
        " organizations, the bodies of the Council and the clubs, a full report on tides;",
        ["a full report on tides"],
        [],
        True,
    ),
    (
        "Invites the Fund to provide to their governing bodies relevant information on tides;",
        ["relevant information on tides"],
        ["their governing bodies"],
        True,
    ),
    (
        "Calls upon members to provide the Registrar with any data in their possession concerning the delta;",
        ["any data in their possession concerning the delta"],
        ["the Registrar"],
        True,
    ),
    ("Urges the Chair to hold a meeting so that members can engage and share their views on tides;", [], [], False),
    (
        "Requests the Registrar to report, in 2031, to the Board on progress in implementing the action plan;",
        [],
        ["the Board"],
        True,
    ),
    (
        "Invites members to provide the Board with the necessary data and, where possible, reports;",
        ["the necessary data", "reports"],
        ["the Board"],
        True,
    ),
    (
        "Requests the Registrar to publish the full series of reports of the divers;",
        ["the full series of reports of the divers"],
        [],
        False,
    ),
    (
        "Requests the Chair to act, including by preparing a compilation of good practices;",
        ["a compilation of good practices"],
        [],
        True,
    ),
    (
        "Requests the Chair to prepare a paper based on the rules of the port as input to the debate;",
        ["a paper based on the rules of the port"],
        [],
        True,
    ),
    (
        "Invites members to share information on their work related to integrating tides in the plan;",
        ["information on their work related to integrating tides in the plan"],
        [],
        True,
    ),
    (
        "Encourages members to communicate their undertakings in dredging;",
        ["their undertakings in dredging"],
        [],
        False,
    ),
    (
        "Requests the Registrar to report on progress in dredging in order to improve the response to floods;",
        [],
        [],
        True,
    ),
    (
        "Encourages members to collect and disseminate data on tides, as appropriate, to mend the wharves, and to"
        " strengthen practices and plans;",
        ["data on tides"],
        [],
        False,
    ),
    (
        "Requests the Chair to compile and print data received pursuant to paragraph 4 and send those data to members;",
        ["data received pursuant to paragraph 4"],
        ["members"],
        True,
    ),
    (
        "Requests the Registrar to inform the secretariat of the contribution that the town intends;",
        [],
        ["the secretariat"],
        True,
    ),
    # what is not handed over
    ("Urges members to respect the right to seek, receive and share views on tides;", [], [], False),
    ("Requests the Registrar to submit no further reports on the matter;", [], [], False),
    ("Decides that the Registrar shall submit no report on the matter to the Board;", [], [], False),
    ("Requests the Registrar no longer to report to the Board on tides;", [], [], False),
    ("Encourages the clubs to act through means such as advocacy, monitoring, reporting, and trade;", [], [], False),
    ("Requests the Registrar not to report to the Board on tides;", [], [], False),
    ("Decides that the Registrar shall not submit a report to the Board;", [], [], False),
    ("Urges members not to meet, and to report to the Board;", [], ["the Board"], True),
    ("Requests the Registrar to convene a meeting to share information on tides;", [], [], False),
    ("Requests the Registrar to take into account the views expressed in his report;", [], [], False),
    ("Encourages members to adopt laws and policies;", [], [], False),
    ("Requests the Registrar to assist developing countries in reporting, and to train staff;", [], [], False),
    ("Requests the Registrar to provide assistance to the towns;", [], [], False),
    ("Takes note of the report of the Registrar to the Board;", [], [], False),
    ("Decides to consider the report at its ninth session;", [], [], False),
    ("Calls upon members to disseminate clear information to travellers;", ["clear information"], [], False),
    (
        "Calls upon members to make available regularly and publicly full, accurate and relevant data on tides;",
        ["full, accurate and relevant data on tides"],
        [],
        False,
    ),
    ("Decides that members shall submit a form for reporting units;", ["a form for reporting units"], [], True),
    (
        "Decides that members shall report tables of tides to the secretariat;",
        ["tables of tides"],
        ["the secretariat"],
        True,
    ),
    (
        "Requests the Panel to include in its report to the Board, having met the ports, advice for members on tides;",
        ["its report", "advice for members on tides"],
        ["the Board"],
        True,
    ),
    (
        "Decides on the following steps: (a) To request the Panel to meet; (b) To invite members to submit their "
        "views on tides to the Registrar;",
        ["their views on tides"],
        ["the Registrar"],
        True,
    ),
    (
        "Encourages members to share data relating to best practices in towns;",
        ["data relating to best practices in towns"],
        [],
        False,
    ),
    (
        "Requests the Registrar to submit to the Assembly at its ninth session, under the sub-item entitled "
        "“Strengthening of the work of the ports and of the coordination of efforts to study, mend and light the locks "
        "of the Upper Lakes and of the Lower Delta” of the item entitled “Promotion of the coordination of trade and "
        "travel assistance of the Union, including special assistance to the towns of the Lower Delta on both banks "
        "of the river”, a report "
        "on tides;",
        ["a report on tides"],
        ["the Assembly"],
        True,
    ),
    (
        "Decides that the Panel shall be requested to submit to the Board a note on: (a) Tides; (b) Locks;",
        ["a note"],
        ["the Board"],
        True,
    ),
    ("Decides that the dues shall be used to report to the Board;", [], [], False),
    ("Requests the Office to provide guidance to the towns on tides;", ["guidance"], ["the towns"], False),
    ("Invites the Bureau to continue to propose open dialogues, such as fairs;", [], [], False),
    ("Requests the Registrar to inform members and to note that fees are due;", [], ["members"], True),
    (
        "Requests the Registrar to establish and maintain, through her office, an online repository of charts;",
        ["an online repository of charts"],
        [],
        False,
    ),
    ("Requests the Board to carry out a technical review of the fund;", ["a technical review of the fund"], [], False),
    ("Calls upon the town to remove wrecks that block ships, and present a serious hazard;", [], [], False),
]


@pytest.mark.parametrize(("text", "deliverables", "recipients", "duty"), HANDED)
def test_what_is_handed_over_to_whom(text: str, deliverables: list[str], recipients: list[str], duty: bool) -> None:
    acts = find_acts(text)
    found = (
        [quote.words for act in acts for quote in act.deliverables],
        [quote.words for act in acts for quote in act.recipients],
        any(act.reporting_duty for act in acts),
    )

    assert found == (deliverables, recipients, duty)
