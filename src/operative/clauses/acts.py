"""What a body does in one operative paragraph: every finite opening verb with all that hangs on it."""

from collections.abc import Iterable
from dataclasses import replace

from operative.clauses.channels import find_channels
from operative.clauses.conditions import find_conditions
from operative.clauses.deliverables import find_deliverables
from operative.clauses.duties import Duty, find_duty, find_founded
from operative.clauses.handovers import find_handovers
from operative.clauses.leads import Lead, find_leads
from operative.clauses.lexicon import Lexicon, lexicon_of
from operative.clauses.phrases import Range
from operative.clauses.recipients import find_recipients
from operative.clauses.reporting import is_reporting
from operative.clauses.resources import find_resources
from operative.clauses.timings import find_timings
from operative.clauses.words import Words, split_words
from operative.domain.acts import Act, Force, Quote, Timing, TimingKind

__all__ = ["find_acts"]

BINDING = frozenset({Force.DIRECTIVE, Force.EXHORTATION})


def find_acts(text: str, language: str = "en", *, body: str = "", adopted: str = "") -> tuple[Act, ...]:
    """The acts of one operative paragraph with its sub-paragraphs, in order; spans count characters of `text`.

    `adopted` (ISO 8601) tells times that lie ahead from those that are over.
    """
    lexicon = lexicon_of(language)
    words = split_words(text)
    leads = find_leads(words, lexicon.grammar, lexicon.verbs)
    acts = []
    for number, lead in enumerate(leads):
        end = leads[number + 1].first if number + 1 < len(leads) else len(words)
        acts.append(_act(words, lead, end, lexicon, adopted))
    return tuple(acts)


def _act(words: Words, lead: Lead, end: int, lexicon: Lexicon, adopted: str) -> Act:
    """One act: the words from its lead to the next lead."""
    end = _without_tail(words, lead.last, end, lexicon)
    act = Act(words.quote(lead.first, lead.last), lead.force, words.span(lead.first, end), rule=lead.rule)
    if lead.force is Force.POSITION and lead.object != "own":
        return act
    duty = find_duty(words, lead.begin, end, lead.object, lexicon)
    if lead.force is Force.POSITION:
        return replace(act, timings=_timings(words, lead.last, end, lexicon, adopted))
    force = lead.force
    if force is Force.DECISION and duty.manner == "modal" and duty.actors:
        force = Force.DIRECTIVE
    act = replace(
        act,
        force=force,
        addressees=_quotes(words, ((actor, f"addressee-{duty.manner}") for actor in duty.actors)),
        action=words.quote(duty.action, duty.action + 1) if duty.action >= 0 else "",
        timings=_timings(words, lead.last, end, lexicon, adopted),
        conditions=_quotes(words, find_conditions(words, lead.last, end, lexicon)),
        resources=_quotes(words, find_resources(words, lead.last, end, lexicon)),
        channels=_quotes(words, find_channels(words, lead.last, end, lexicon)),
    )
    if force in BINDING:
        begin = duty.action if duty.action >= 0 else duty.begin
        return _handed_over(words, act, begin, end, lexicon)
    return _founded(words, act, duty, end, lexicon) if lead.object == "own" else act


def _founded(words: Words, act: Act, duty: Duty, end: int, lexicon: Lexicon) -> Act:
    """The act with the body that it founds as addressee, where that body is told to report."""
    founded = find_founded(words, duty, end, lexicon)
    if founded is None:
        return act
    told = _handed_over(words, act, founded.begin, end, lexicon)
    return replace(told, addressees=_quotes(words, ((founded.actors[0], "addressee-founded"),))) if told.reporting_duty else act


def _timings(words: Words, begin: int, end: int, lexicon: Lexicon, adopted: str) -> tuple[Timing, ...]:
    """The time expressions that stand in the range of an act, each once."""
    if end <= begin:
        return ()
    span = words.span(begin, end)
    language = lexicon.grammar.language
    found = find_timings(words.text, language, start=span.start, end=span.end, adopted=adopted)
    return tuple({(timing.quote.casefold(), timing.value): timing for timing in reversed(found)}.values())[::-1]


def _handed_over(words: Words, act: Act, begin: int, end: int, lexicon: Lexicon) -> Act:
    """The act with what is to be produced, for whom, and whether that is reporting."""
    handovers = find_handovers(words, begin, end, lexicon)
    things = find_deliverables(words, begin, end, handovers, lexicon)
    recipients = find_recipients(words, begin, end, handovers, things, lexicon)
    rules = ((item, f"deliverable-{verb.verb if verb else 'vehicle'}") for item, verb in things)
    named = [words.span(item.first, item.last) for item, _ in things if words.low[item.first] in lexicon.grammar.words["possessives"]]
    return replace(
        act,
        timings=tuple(t for t in act.timings if not (t.kind is TimingKind.CADENCE and any(s.covers(t.span) for s in named))),
        deliverables=_quotes(words, rules),
        recipients=_quotes(words, recipients),
        reporting_duty=is_reporting(words, handovers, things, recipients, lexicon),
    )


def _quotes(words: Words, items: Iterable[tuple[Range, str]]) -> tuple[Quote, ...]:
    return tuple(Quote(words.quote(i.first, i.last), words.span(i.first, i.last), rule) for i, rule in items)


def _without_tail(words: Words, last: int, end: int, lexicon: Lexicon) -> int:
    """The end of an act without the mark and the "and" that lead to the next."""
    while end > last and (words.low[end - 1] in ",;.:" or words.low[end - 1] in lexicon.grammar.words["conjunctions"]):
        end -= 1
    return end
