"""What a body does in one operative paragraph: every finite opening verb with all that hangs on it."""

from dataclasses import dataclass, replace

from operative.clauses.duties import Duty, find_duty
from operative.clauses.leads import Lead, find_leads
from operative.clauses.lexicon import Lexicon, lexicon_of
from operative.clauses.phrases import Range
from operative.clauses.words import Words, split_words
from operative.domain.acts import Act, Force, Quote, Timing
from operative.domain.spans import Span

__all__ = ["find_acts"]


def find_acts(text: str, language: str = "en", *, body: str = "") -> tuple[Act, ...]:
    """The acts of one operative paragraph with its sub-paragraphs, in order; spans count characters of `text`."""
    lexicon = lexicon_of(language)
    words = split_words(text)
    leads = find_leads(words, lexicon.grammar, lexicon.verbs)
    acts = []
    for number, lead in enumerate(leads):
        end = leads[number + 1].first if number + 1 < len(leads) else len(words)
        acts.append(_act(words, lead, end, lexicon))
    return tuple(acts)


def _act(words: Words, lead: Lead, end: int, lexicon: Lexicon) -> Act:
    span = words.span(lead.first, _without_tail(words, lead.last, end, lexicon))
    quote = words.quote(lead.first, lead.last)
    if lead.force is Force.POSITION and lead.object != "own":
        return Act(quote, lead.force, span, rule=lead.rule)
    duty = find_duty(words, lead.begin, end, lead.object, lexicon)
    force = lead.force
    if force is Force.DECISION and duty.manner == "modal" and duty.actors:
        force = Force.DIRECTIVE
    addressees = tuple(Quote(words.quote(a.first, a.last), words.span(a.first, a.last), f"addressee-{duty.manner}") for a in duty.actors)
    action = words.quote(duty.action, duty.action + 1) if duty.action >= 0 else ""
    return Act(quote, force, span, addressees, action, rule=lead.rule)


def _without_tail(words: Words, last: int, end: int, lexicon: Lexicon) -> int:
    """The end of an act without the mark and the "and" that lead to the next."""
    while end > last and (words.low[end - 1] in ",;.:" or words.low[end - 1] in lexicon.grammar.words["conjunctions"]):
        end -= 1
    return end
