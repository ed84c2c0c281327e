"""The parts of papers on what was asked: by whom, of whom, and what is not answered yet."""

import re
from collections.abc import Iterator, Sequence

from operative.domain.evidence import Evidence
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.decisions import SessionAnnounced
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated
from operative.domain.mandates import Modality
from operative.domain.papers import Block, Heading, Paragraph, Sentence
from operative.domain.progress import ENDED, MandateView
from operative.dossiers.mandates import find_mandates
from operative.dossiers.reports import find_calendar
from operative.dossiers.titles import names_of
from operative.reports.material import Material, place_of

__all__ = ["asked_of", "background", "is_open", "labelled", "stated_in", "unanswered", "upper"]


def background(material: Material) -> Iterator[Block]:
    """What was asked: each request with its provision, the conditions, and the standings to seek or keep."""
    words, history = material.words, material.history
    yield Heading(words.head("background"))
    views = find_mandates(history)
    if not views:
        yield Paragraph((material.said(words.say("nothing_asked")),))
    for document in dict.fromkeys(one.document for one in views):
        yield Paragraph((_resolution(material, document),))
        for view in views:
            if view.document == document:
                state = words.say("state", summary=labelled(material, view.summary))
                yield Paragraph((asked_of(material, view), material.said(state, *view.entries)), depth=1)
    for entry, stated in history.of(ConditionStated):
        elements = [one.number for one, fact in history.of(ElementStated) if fact.condition == stated.id]
        told = words.say("condition", label=stated.label, place=place_of(stated.provision), count=len(elements))
        yield Paragraph((material.said(told, entry.number, *elements),))
    goals = list(history.of(GoalStated))
    if goals:
        names = names_of(history)
        listed = words.listed(list(dict.fromkeys(names.get(one.mechanism, one.mechanism) for _, one in goals)))
        told = words.say("goals", count=len({one.mechanism for _, one in goals}), names=listed)
        yield Paragraph((material.said(told, *(entry.number for entry, _ in goals)),))


def _resolution(material: Material, key: str) -> Sentence:
    """Which text asked, with its title and body where they are known."""
    named = next(((entry, one) for entry, one in material.history.of(DocumentNamed) if one.key == key), None)
    if named is None:
        return material.said(material.words.say("resolution_untitled", symbol=key))
    entry, one = named
    symbol = material.called(key) + (f" ({material.words.day(one.dated)})" if one.dated else "")
    form = "resolution" if one.title and one.body else "resolution_untitled"
    told = material.words.say(form, symbol=symbol, title=one.title, body=one.body)
    return material.said(told, entry.number, evidence=(Evidence(key),))


def asked_of(material: Material, view: MandateView) -> Sentence:
    """One request as a sentence, with the provision and the words that ask."""
    form = "may" if view.modality is Modality.PERMISSION else "asks"
    who = view.addressee or material.words.say("the_body")
    told = material.words.say(form, addressee=upper(who), label=view.label, place=place_of(view.provision))
    return material.said(told, *stated_in(material, view.id))


def stated_in(material: Material, mandate: str) -> tuple[int, ...]:
    """The entries that state a mandate."""
    return tuple(entry.number for entry, _ in material.history.about(MandateStated, "id", mandate))


def is_open(view: MandateView) -> bool:
    """Whether something is still waited for."""
    return view.state not in ENDED and view.modality is not Modality.PERMISSION


def unanswered(material: Material) -> Iterator[Block]:
    """What was asked and is not answered yet: open requests, duties to report, and the parts that no report covers."""
    words, history = material.words, material.history
    yield Heading(words.head("unanswered"))
    views: Sequence[MandateView] = [one for one in find_mandates(history) if is_open(one)]
    duties = {one.mandate: one for one in find_calendar(history)}
    for view in views:
        place, duty = place_of(view.provision), duties.get(view.id)
        form, summary = ("duty", duty.summary) if duty else ("open_request", view.summary)
        entries = dict.fromkeys((*stated_in(material, view.id), *view.entries))
        told = words.say(form, label=upper(view.label), place=place, summary=labelled(material, summary))
        sentences = [Sentence(told, (material.nothing(*entries) if duty else material.note(*entries),))]
        open_scopes = duty.unanswered if duty else ()
        for days in dict.fromkeys(one.days for one in open_scopes):
            scopes = words.listed([one.scope for one in open_scopes if one.days == days])
            said = words.say("unanswered_scope", label=view.label, place=place, scope=scopes, days=days)
            sentences.append(Sentence(said, (material.nothing(*entries),)))
        yield Paragraph(tuple(sentences))
    if not views:
        ended = [number for one in find_mandates(history) for number in one.entries]
        yield Paragraph((material.said(words.say("all_answered"), *ended),))


def labelled(material: Material, summary: str) -> str:
    """A summary with the labels of sessions in place of their keys."""
    for one in material.history.facts(SessionAnnounced):
        summary = re.sub(rf"(?<![\w-]){re.escape(one.key)}(?![\w-])", one.label.replace("\\", ""), summary)
    return summary


def upper(words: str) -> str:
    """The words with a capital letter in front."""
    return words[:1].upper() + words[1:]
