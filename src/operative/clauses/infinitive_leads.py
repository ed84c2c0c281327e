"""Numbered paragraphs that open with an infinitive: "Resolves: 1. To note the list. 2. To urge towns to pay"."""

from operative.clauses.leads import Lead
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import verb_of
from operative.clauses.verb_phrases import reach_of
from operative.clauses.words import Words
from operative.domain.acts import Force

__all__ = ["with_infinitives"]

RULE = "lead-infinitive"


def with_infinitives(words: Words, leads: tuple[Lead, ...], lexicon: Lexicon) -> tuple[Lead, ...]:
    """The leads with those that open paragraphs as infinitives; the verb whose list they are is then no lead."""
    if not len(words) or lexicon.grammar.unmarked:
        return leads
    opener = leads[0] if leads else None
    if opener is None:
        alone = _lead_at(words, words.opening, lexicon)
        return (alone,) if alone else leads
    numbered = _numbered(words, opener)
    if not numbered:
        return leads
    opened = [_lead_at(words, at, lexicon) or _own(words, at, lexicon) for at in numbered]
    if not all(opened):
        return leads
    found = [lead for lead in opened if lead]
    others = [
        lead for lead in leads[1:] if all(lead.first >= known.last for known in found if known.first <= lead.first)
    ]
    return tuple(sorted([*found, *others], key=lambda lead: lead.first))


def _numbered(words: Words, opener: Lead) -> list[int]:
    """Where the numbered paragraphs open of a verb that has nothing but a colon behind it: "Decides: 1."."""
    begin = opener.begin
    if opener.object != "own" or begin >= len(words) or words.low[begin] != ":":
        return []
    items = [at for at in sorted(words.items) if at > begin and words.low[at - 2].isdigit()]
    return items if items and items[0] - begin <= 3 else []


def _lead_at(words: Words, at: int, lexicon: Lexicon) -> Lead | None:
    """The lead of a paragraph that opens at `at`: "To further request", "To take note"."""
    grammar, verbs = lexicon.grammar, lexicon.verbs
    if words.low[at] not in grammar.words["infinitives"] or not words.capital(at):
        return None
    verb = at + 1
    while verb < len(words) - 1 and (grammar.is_adverb(words.low[verb]) or words.low[verb] in grammar.words["passed"]):
        verb += 1
    if verb >= len(words):
        return None
    for form in verbs.forms.get(words.low[verb], ()):
        reach = reach_of(words, verb, form, grammar, verbs) if form.tense == "base" else None
        if reach is None:
            continue
        says, force_to = form.verb.says, () if reach.carried else form.verb.force_to
        lead = Lead(at, reach.last, says, reach.force, reach.object, reach.begin, RULE, verb, reach.asks, force_to)
        if lead.force is not Force.POSITION or not _is_task(words, lead, lexicon):
            return lead
    return None


def _is_task(words: Words, lead: Lead, lexicon: Lexicon) -> bool:
    """Whether a view of one word can as well be a task in a list of functions: "To promote the trade"."""
    return lead.last == lead.verb + 1 and words.low[lead.verb] in lexicon.verbs.actions


def _own(words: Words, at: int, lexicon: Lexicon) -> Lead | None:
    """What the body decides to do by itself: "To hold a meeting"."""
    if words.low[at] not in lexicon.grammar.words["infinitives"]:
        return None
    verb = verb_of(words, at + 1, len(words), lexicon)
    return Lead(at, verb + 1, words.low[verb], Force.DECISION, "own", at, RULE, verb) if verb >= 0 else None
