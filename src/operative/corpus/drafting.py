"""A draft -> what its drafter may wish to look at, with words, place and a suggestion."""

from collections.abc import Iterator

from operative.corpus.drafting_conditions import check_conditions
from operative.corpus.drafting_costs import check_costs, check_ends
from operative.corpus.drafting_duties import check_actors, check_reports
from operative.corpus.drafting_form import check_findings, check_mood, check_pointers, check_preamble, check_twice
from operative.domain.findings import Severity
from operative.domain.overlaps import DraftOverlap
from operative.domain.provisions import Kind
from operative.domain.readings import Reading
from operative.domain.redlines import Change
from operative.domain.remarks import Remark
from operative.vocabulary.drafting import drafting_words

__all__ = ["check_draft", "check_language"]

FEWEST = 12
"""Words from which on it is worth a remark that a paragraph stands elsewhere: shorter ones repeat by custom."""


def check_draft(reading: Reading) -> tuple[Remark, ...]:
    """The remarks on a draft in the order of its text, those on the text as such last.

    Where the language has no vocabulary for drafting, only numbers, repetitions and conditions are looked at.
    """
    remarks = [*check_findings(reading), *check_twice(reading)]
    remarks += check_conditions(reading)
    words = drafting_words(reading.source.language)
    if words is not None:
        remarks += check_pointers(reading, words)
        remarks += check_preamble(reading, words)
        remarks += check_mood(reading, words)
        remarks += check_actors(reading, words)
        remarks += check_reports(reading, words)
        remarks += check_ends(reading, words)
        remarks += check_costs(reading, words)
    order = {provision.id: place for place, provision in enumerate(reading.provisions)}
    return tuple(sorted(remarks, key=lambda one: order.get(one.provision, len(order))))


def check_language(reading: Reading, overlap: DraftOverlap, called: dict[str, str]) -> Iterator[Remark]:
    """Operative paragraphs whose words stand in a corpus already; `called` names its documents by key."""
    kinds = {one.id: one for one in reading.provisions}
    for echo in overlap.echoes:
        provision = kinds.get(echo.provision)
        if provision is None or provision.kind is not Kind.OPERATIVE or echo.words < FEWEST or not echo.places:
            continue
        where = echo.places[-1]
        name = f"{called.get(where.document, where.document)} {where.provision}"
        how = "word for word" if echo.change is Change.SAME else f"nearly ({echo.likeness:.2f})"
        yield Remark(
            "draft-repeats-corpus",
            Severity.INFO,
            provision.id,
            provision.text,
            f"stands {how} in {name}",
            f"Cite {name}, or say what changes.",
            provision.span,
        )
