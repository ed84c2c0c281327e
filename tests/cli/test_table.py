"""What the table makes of readings that are long, several, or only partly known."""

import time
from dataclasses import replace

import pytest

from operative.cli.orders import Order
from operative.cli.table import render_table
from operative.domain.acts import Act, Force, Quote
from operative.domain.documents import Document
from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind, Provision
from operative.domain.sources import Source
from operative.domain.spans import Span

from .standin import Reading

NOWHERE = Span(0, 0)
ONE = Document()


def a_reading(*paragraphs, addressees=("the Keeper",), lead="Requests", language="en", documents=(ONE,)):
    """A reading whose paragraphs each hold one act."""
    provisions, acts = [], []
    for place, words in enumerate(paragraphs, 1):
        id = f"op{place}"
        span = Span(place * 10, place * 10 + 9)
        provisions.append(Provision(id, Kind.OPERATIVE, words, span, number=f"{place}.", lead=lead))
        quotes = tuple(Quote(name, NOWHERE) for name in addressees)
        acts.append(Act(lead, Force.DIRECTIVE, NOWHERE, quotes, action="report", provision=id, id=f"{id}-act1"))
    return Reading(
        Source("a", "text/plain", "0" * 64, 1, language), (), documents, tuple(provisions), (), tuple(acts), (), (), ()
    )


def test_duties_of_several_documents_stand_under_each():
    documents = (
        Document("decision", number="4/X", title="WELLS", first="op1"),
        Document("decision", number="5/X", first="op2"),
    )
    reading = a_reading("Requests the Keeper to dig", "Requests the Keeper to rest", documents=documents)

    asked = render_table(reading, "a", Order()).split("What is asked")[1].splitlines()

    heads = [line for line in asked if line and not line.startswith(" ")]
    assert heads[1:5] == ["Decision 4/X WELLS", "The Keeper", "Decision 5/X", "The Keeper"]


def test_a_verb_that_begins_the_words_stands_once():
    reading = a_reading("просит представить доклад", addressees=(), lead="просит", language="ru")
    reading = replace(reading, acts=(replace(reading.acts[0], lead="просит", action="просит"),))

    shown = render_table(reading, "a", Order()).split("What is asked")[1]

    assert "просит: просит" not in shown
    assert "The verbs and actors of Russian are only partly known" in shown
    assert "Addressee not read" in shown


def test_a_language_without_vocabulary_is_shown_as_english():
    shown = render_table(a_reading("Requests a report", addressees=(), language="und"), "a", Order())

    assert "Nobody by name" in shown
    assert "partly known" not in shown


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("act-none", "In 2 paragraphs no act was found: 1, 3"),
        ("verb-unknown", "In 2 paragraphs the verb is not known: 1, 3"),
    ],
)
def test_paragraphs_without_an_act_are_named_in_one_line(code, line):
    findings = tuple(Finding(code, Severity.INFO, "nothing", Span(place, place + 5)) for place in (11, 32))
    reading = replace(a_reading("One", "Two", "Three"), findings=findings)

    shown = render_table(reading, "a", Order())

    assert line in shown
    assert "further finding" not in shown
    assert line not in render_table(reading, "a", Order(full=True))


def test_a_paragraph_of_a_megabyte_is_cut_and_its_rows_are_counted():
    names = [f"the Keeper of District {place}" for place in range(20_000)]
    reading = a_reading("Requests " + ", ".join(names) * 2 + " to report", addressees=names)

    begun = time.process_time()
    shown = render_table(reading, "a", Order())

    assert time.process_time() - begun < 5
    assert "and 19,800 more rows; --full shows all" in shown
    assert shown.count("\n") < 1000
