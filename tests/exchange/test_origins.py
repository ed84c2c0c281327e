import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date

from lxml import etree

from operative.domain.papers import Origin, Sentence, lines_of
from operative.exchange.papers import render_paper
from operative.exchange.papers.origins import properties_of

from .test_papers import W, a_paper

ORIGIN = Origin(9, "ab" * 32, style='"harbour" & <more>')


def member(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def test_a_docx_says_of_what_it_was_made():
    paper = replace(a_paper(), origin=ORIGIN)
    told = {
        one.get("name"): "".join(one.itertext()) for one in member(render_paper(paper, "docx"), "docProps/custom.xml")
    }

    assert told == {name: value for name, value in properties_of(paper).items() if value}
    assert told["OperativePaper"] == hashlib.sha256(render_paper(paper, "json")).hexdigest()
    assert (told["OperativeDossier"], told["OperativeVersion"], told["OperativeAsOf"]) == ("wells", "9", "2030-05-01")
    assert told["OperativeStyle"] == ORIGIN.style


def test_the_digest_is_of_what_the_paper_says_and_of_nothing_else():
    paper = a_paper()
    later, other = replace(paper, origin=ORIGIN), replace(paper, on=date(2030, 5, 2))

    assert properties_of(later)["OperativePaper"] == properties_of(paper)["OperativePaper"]
    assert properties_of(other)["OperativePaper"] != properties_of(paper)["OperativePaper"]


def test_each_line_has_a_bookmark_with_its_key():
    paper = a_paper()
    body = member(render_paper(paper, "docx"), "word/document.xml")
    names = [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")]

    assert [one for one in names if one.startswith("op_")] == [f"op_{one.key}" for one in lines_of(paper)]
    assert len(set(names)) == len(names)
    assert {"op_title", "op_front1", "op_b2", "op_b4c", "op_b4h2", "op_b4r1c2", "op_b5"} <= set(names)


def test_a_line_knows_its_sentences_and_a_redline_its_later_words():
    lines = {one.key: one for one in lines_of(a_paper())}

    assert lines["b2"].words == "Two rounds were held. None since."
    assert lines["b5"].words == "OP1 Requests some"
    assert lines["front1"].sentences == (Sentence("As of: 1 May 2030"),)
