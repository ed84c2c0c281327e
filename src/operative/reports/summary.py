"""The part that comes first: how much was asked and is open, what is signed, which standings are reached."""

from collections.abc import Iterator

from operative.domain.papers import Block, Heading, Paragraph, Sentence
from operative.domain.progress import ENDED
from operative.dossiers.goals import find_goals
from operative.dossiers.mandates import find_mandates
from operative.reports.holdings import standing_counts
from operative.reports.material import Material
from operative.reports.requests import is_open, stated_in

__all__ = ["summary"]


def summary(material: Material) -> Iterator[Block]:
    """One paragraph, every count with the entries that it is of; nothing where nothing was asked."""
    sentences = (*_requests(material), *_elements(material), *_standings(material))
    if sentences:
        yield Heading(material.words.head("summary"))
        yield Paragraph(sentences)


def _requests(material: Material) -> Iterator[Sentence]:
    """How many requests are open, and which; what somebody only may do counts when it was done."""
    words, views = material.words, find_mandates(material.history)
    waiting = [one for one in views if is_open(one)]
    ended = [one for one in views if one.state in ENDED]
    if not (waiting or ended):
        return
    told = words.say("request_counts", total=len(waiting) + len(ended), ended=len(ended), open=len(waiting))
    numbers = [number for one in (*ended, *waiting) for number in (*stated_in(material, one.id), *one.entries)]
    yield Sentence(told, (material.ledger(*numbers),))
    if waiting:
        listed = words.listed([one.label for one in waiting])
        stated = [number for one in waiting for number in stated_in(material, one.id)]
        yield Sentence(words.say("open_names", names=listed), (material.ledger(*stated),))


def _elements(material: Material) -> Iterator[Sentence]:
    """How many verdicts are signed under each draft that stands."""
    for draft in material.drafts:
        if draft.followed_by or not draft.conditions:
            continue
        elements = [one for condition in draft.conditions for one in condition.elements]
        signed = [one.signature.entry for one in elements if one.signature]
        told = material.words.say("element_counts", draft=draft.label, total=len(elements), signed=len(signed))
        yield Sentence(told, (material.ledger(draft.entry, *(one.entry for one in elements), *signed),))


def _standings(material: Material) -> Iterator[Sentence]:
    if views := find_goals(material.history):
        told, entries = standing_counts(material, views)
        yield Sentence(told, (material.ledger(*entries),))
