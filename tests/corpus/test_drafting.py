"""A draft is checked: few remarks, each with its words."""

import pytest

import operative
from operative.corpus.drafting import check_draft
from operative.domain.findings import Severity
from operative.vocabulary.drafting import drafting_words

FRAME = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
{preamble},
1.
{sentence}.
"""


def remarks(sentence, preamble="Mindful of the state of the wells"):
    """The remarks on a draft with one operative paragraph, and its reading."""
    text = FRAME.format(sentence=sentence, preamble=preamble)
    reading = operative.read(text.encode(), name="wells.txt", language="en").whole
    return check_draft(reading), reading


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Requests the Director General to report to the Council at its 45th Session", []),
        ("Requests the Director General to report to the Council", ["draft-no-date"]),
        ("Requests the Director General to report at the 45th Session", ["draft-no-recipient"]),
        ("Requests the Director General to state the costs in his next report", []),
        ("Decides that the Board of Wells should publish its accounts", ["draft-weak-mood"]),
        ("Decides that the Board of Wells shall publish its accounts", []),
        ("Recommends that the Board of Wells should publish its accounts", []),
        ("Requests the BLW to mend the pumps", ["draft-actor-undefined"]),
        ("Requests the Board for Locks and Weirs (BLW) to mend the pumps", []),
        ("Requests the Panel to mend the pumps", ["draft-actor-undefined"]),
        ("Decides to establish a commission on wells", ["draft-no-end", "draft-costs"]),
        ("Decides to establish a commission on wells for a period of two years", ["draft-costs"]),
        ("Requests the Director General to convene a conference of ports", ["draft-costs"]),
        (
            "Requests the Director General to convene, within existing resources, a conference of ports",
            ["draft-costs-covered"],
        ),
        ("Encourages Member States to convene a conference of ports", []),
        ("Requests the Director General to mend the pumps named in paragraph 9", ["draft-place-missing"]),
        ("Requests the Director General to mend the pumps named in paragraph 9 of that report", []),
    ],
)
def test_what_a_paragraph_lacks(sentence, codes):
    assert [one.code for one in remarks(sentence)[0]] == codes


def test_a_preamble_that_asks():
    found, reading = remarks("Requests the Director General to mend the pumps", "Requesting all to help")

    assert [(one.code, one.provision) for one in found] == [("draft-duty-in-preamble", "pp1")]
    assert found[0].span.of(reading.text.content) == "Requesting"


def test_a_condition_on_a_place_that_is_missing_is_an_error():
    found, _ = remarks(
        "Instructs the Director General to open talks, on the condition that the features in subparagraph (f) are kept"
    )

    assert [(one.code, one.severity) for one in found] == [("draft-place-missing", Severity.ERROR)]


def test_a_paragraph_that_stands_twice():
    said = "Requests the Director General to mend the pumps of the valley and of the hills"
    found, _ = remarks(f"{said};\n2.\n{said}")

    assert [(one.code, one.provision) for one in found] == [("draft-repeats-itself", "op2")]


def test_the_place_of_a_duty_is_in_the_source():
    found, reading = remarks("Requests the Director General to report to the Council")

    assert found[0].span.of(reading.text.content) == found[0].words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Décide de convoquer une conférence des ports"),
        ("es", "Decide convocar una conferencia de puertos"),
    ],
)
def test_costs_in_other_languages(language, text):
    assert drafting_words(language).costly.search(text)
    assert drafting_words("zh") is None


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Decides that LRO shall give up its own statute", ["op7"]),
        ("Decides that LRO shall no longer be financed by voluntary contributions", ["op7"]),
        ("Welcomes the statute of LRO", []),
    ],
)
def test_a_paragraph_that_takes_back_what_a_condition_keeps(sample_folder, sentence, place):
    text = (sample_folder / "resolution-208.txt").read_text("utf-8")
    text = text.replace("Decides to remain seized of the matter", sentence)
    found = check_draft(operative.read(text.encode(), name="draft.txt", language="en").whole)
    against = [one for one in found if one.code == "draft-condition-contradicted"]

    assert [one.provision for one in against] == place
    assert all(one.severity is Severity.ERROR and sentence in one.words for one in against)
