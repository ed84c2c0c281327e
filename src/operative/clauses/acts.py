"""What a body does in one operative paragraph: every finite opening verb with all that hangs on it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from operative.clauses.actions import Duty, negation_of
from operative.clauses.actors import kind_of
from operative.clauses.channels import find_channels
from operative.clauses.conditions import find_conditions
from operative.clauses.deliverables import find_deliverables
from operative.clauses.duties import find_duty, find_founded
from operative.clauses.handovers import find_handed, find_handovers
from operative.clauses.infinitive_leads import with_infinitives
from operative.clauses.leads import Lead, find_leads
from operative.clauses.lexicon import Lexicon, lexicon_of
from operative.clauses.mentions import first_named
from operative.clauses.parts import find_parts
from operative.clauses.phrases import Range, verb_at
from operative.clauses.recipients import find_recipients
from operative.clauses.reporting import is_reporting
from operative.clauses.resources import find_resources
from operative.clauses.terse import find_terse_duty, is_told_to_report
from operative.clauses.that_clauses import find_subject
from operative.clauses.timings import find_timings
from operative.clauses.words import Words, split_words
from operative.domain.acts import Act, Force, Quote, Timing, TimingKind
from operative.domain.findings import Finding, Severity
from operative.domain.spans import Span

__all__ = ["check_acts", "find_acts", "find_checked_acts"]

BINDING = frozenset({Force.DIRECTIVE, Force.EXHORTATION})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph ready to be read: its words, the vocabularies, its opening verbs and time expressions in order."""

    words: Words
    lexicon: Lexicon
    leads: tuple[Lead, ...]
    timings: tuple[Timing, ...]


def find_acts(text: str, language: str = "en", *, body: str = "", adopted: str = "") -> tuple[Act, ...]:
    """The acts of one operative paragraph with its sub-paragraphs, in order; spans count characters of `text`.

    `adopted` (ISO 8601) tells times that lie ahead from those that are over; `body` is taken for the sake of callers
    that know it, and changes nothing yet. Where no verb of the vocabulary opens the paragraph, a duty that "shall" puts
    on somebody is an act all the same.
    """
    return _acts(_paragraph(text, language, adopted))


def check_acts(text: str, language: str = "en") -> tuple[Finding, ...]:
    """A finding for a paragraph without any act, and for one that opens with a verb that no vocabulary knows."""
    return find_checked_acts(text, language)[1]


def find_checked_acts(
    text: str, language: str = "en", *, adopted: str = ""
) -> tuple[tuple[Act, ...], tuple[Finding, ...]]:
    """What `find_acts` and `check_acts` give, with one look at the words."""
    paragraph = _paragraph(text, language, adopted)
    acts = _acts(paragraph)
    return acts, _doubts(paragraph, acts, language)


def _paragraph(text: str, language: str, adopted: str) -> Paragraph:
    lexicon = lexicon_of(language)
    words = split_words(text, lexicon.joints)
    leads = with_infinitives(words, find_leads(words, lexicon.grammar, lexicon.verbs), lexicon)
    timed = not leads or any(lead.force is not Force.POSITION or lead.object == "own" for lead in leads)
    timings = find_timings(text, language, adopted=adopted) if timed and len(words) else ()
    return Paragraph(words, lexicon, leads, timings)


def _acts(paragraph: Paragraph) -> tuple[Act, ...]:
    words, leads, lexicon = paragraph.words, paragraph.leads, paragraph.lexicon
    if not leads:
        return _unled(paragraph)
    acts: list[Act] = []
    for number, lead in enumerate(leads):
        end = leads[number + 1].first if number + 1 < len(leads) else len(words)
        for begin, last in find_parts(words, lead, end, lexicon):
            part = lead if begin == lead.begin else replace(lead, first=begin, begin=begin)
            acts.append(_act(paragraph, part, last, words.quote(lead.first, lead.last)))
    return _shared(acts) if len(acts) == len(leads) else tuple(acts)


def _doubts(paragraph: Paragraph, acts: Sequence[Act], language: str) -> tuple[Finding, ...]:
    words, leads, grammar = paragraph.words, paragraph.leads, paragraph.lexicon.grammar
    if not len(words) or (acts and acts[0].span.start == 0):
        return ()
    first = words.opening
    while first < len(words) - 1 and (step := grammar.phrases["before"].length_at(words.low, first)):
        first += step
    word = words.low[first]
    finite = (
        word.endswith(grammar.endings["finite"])
        and word not in grammar.words["not_finite"]
        and words.capital(words.opening)
    )
    finite = finite and not grammar.opens_phrase(word) and word not in grammar.words["determiners"]
    if (leads and (leads[0].first == words.opening or not finite)) or (not leads and acts):
        return ()
    span, opening = words.span(words.opening, first + 1), words.quote(words.opening, first + 1)
    if finite:
        message = f"no {language} vocabulary knows the verb that opens this paragraph: {opening!r}"
        return (Finding("verb-unknown", Severity.WARNING, message, span),)
    return (
        Finding(
            "act-none", Severity.INFO, f"nothing is done in this paragraph, or by no known verb: {opening!r}", span
        ),
    )


def _unled(paragraph: Paragraph) -> tuple[Act, ...]:
    """The duty of a sentence without an opening verb: "The Director shall submit"."""
    words, lexicon = paragraph.words, paragraph.lexicon
    if not len(words):
        return ()
    duty = find_subject(words, words.opening, len(words), "own", lexicon)
    finite = duty.begin
    if not duty.actors or duty.action < 0 or duty.manner != "modal" or _only_is(words, duty, lexicon):
        return ()
    if words.low[finite] not in lexicon.grammar.words["duty_modals"] and finite != duty.action:
        return ()
    lead = Lead(words.opening, duty.action + 1, "", Force.DIRECTIVE, "duty", finite, "lead-shall", finite)
    return (_act(paragraph, lead, len(words), words.quote(finite, duty.action + 1), duty),)


def _shared(acts: list[Act]) -> tuple[Act, ...]:
    """The acts; one without a predicate takes that of the next: "Calls upon members, and invites others, to pay"."""
    for number in range(len(acts) - 2, -1, -1):
        act, following = acts[number], acts[number + 1]
        if act.addressees and not act.action and act.force in BINDING and following.action and following.addressees:
            acts[number] = replace(
                act,
                action=following.action,
                deliverables=following.deliverables,
                recipients=following.recipients,
                channels=following.channels,
                timings=act.timings + following.timings,
                conditions=act.conditions + following.conditions,
                resources=act.resources + following.resources,
                reporting_duty=following.reporting_duty,
            )
    return tuple(acts)


def _act(paragraph: Paragraph, lead: Lead, end: int, printed: str, duty: Duty | None = None) -> Act:
    """One act: the words from its lead to the next lead."""
    words, lexicon = paragraph.words, paragraph.lexicon
    end = _without_tail(words, lead.begin, end, lexicon)
    act = Act(printed, lead.force, words.span(lead.first, end), rule=lead.rule)
    if lead.force is Force.POSITION and lead.object != "own":
        return act
    act = replace(act, timings=_within(paragraph.timings, act.span))
    if lead.force is Force.POSITION:
        return act
    if lexicon.grammar.terse:
        return _terse(words, lead, end, act, lexicon)
    duty = duty or find_duty(words, lead.begin, end, lead.object, lexicon, lead.asks)
    if lead.told >= 0 and not duty.actors:
        duty = replace(duty, actors=(Range(lead.told, lead.told + 1),))
    if lead.force is Force.DECISION and duty.manner == "thing":
        duty = replace(duty, actors=())
    if duty.manner == "modal" and _only_is(words, duty, lexicon):
        duty = replace(duty, actors=())
    force = duty.force or _force_to(words, lead, duty, lexicon)
    if force is Force.DECISION and duty.manner == "modal" and duty.actors:
        force = Force.DIRECTIVE
    act = replace(
        act,
        force=force,
        addressees=_quotes(words, ((actor, f"addressee-{duty.manner}") for actor in duty.actors)),
        action=_action(words, lead, duty, lexicon),
        conditions=_quotes(words, find_conditions(words, lead.begin, end, lexicon)),
        resources=_quotes(words, find_resources(words, lead.begin, end, lexicon)),
        channels=_quotes(words, find_channels(words, lead.begin, end, lexicon)),
    )
    if force in BINDING:
        told = _handed_over(words, act, duty, end, lexicon)
        return replace(told, force=lead.force) if duty.force and _also_decides(words, lead, end, lexicon) else told
    return _founded(words, act, duty, end, lexicon) if lead.object == "own" else act


def _also_decides(words: Words, lead: Lead, end: int, lexicon: Lexicon) -> bool:
    """Whether one of the items is the body's own deed: "Decides: (a) To call upon ...; (b) To renew the mandate"."""
    for at in sorted(words.items):
        verb = verb_at(words, at, end, lexicon) if lead.begin <= at < end else -1
        base = lexicon.verbs.base(words.low[verb]) if verb >= 0 else None
        if verb >= 0 and (base is None or base.force not in BINDING):
            return True
    return False


def _only_is(words: Words, duty: Duty, lexicon: Lexicon) -> bool:
    """Whether a that-clause says how something is to be, and not what somebody is to do: "shall consist of"."""
    grammar = lexicon.grammar
    for at in range(max(duty.action, 0), min(duty.action + 2, len(words))):
        if words.low[at] in grammar.words["stative"]:
            return True
        if words.low[at] not in grammar.words["copulas"]:
            return False
    return False


def _terse(words: Words, lead: Lead, end: int, act: Act, lexicon: Lexicon) -> Act:
    """The act with what is known of a duty in a language whose phrases are not parsed."""
    duty = find_terse_duty(words, lead.begin, end, lexicon)
    force = Force.DIRECTIVE if lead.force is Force.DECISION and duty.manner == "modal" and duty.actors else lead.force
    if force not in BINDING:
        return replace(act, action=_action(words, lead, duty, lexicon))
    return replace(
        act,
        force=force,
        addressees=_quotes(words, ((actor, "addressee-known") for actor in duty.actors)),
        action=_action(words, lead, duty, lexicon),
        reporting_duty=is_told_to_report(words, duty.begin, end, lexicon),
    )


def _force_to(words: Words, lead: Lead, duty: Duty, lexicon: Lexicon) -> Force:
    """The force of a verb that binds some and only invites others: "Demande au greffier", "Demande aux États"."""
    if not lead.force_to or not duty.actors:
        return lead.force
    kind = kind_of(words, duty.actors[0], lexicon)
    return next((force for told, force in lead.force_to if told == kind), lead.force)


def _action(words: Words, lead: Lead, duty: Duty, lexicon: Lexicon) -> str:
    """What is to be done, as written; what is adopted or approved is done by the opening verb itself."""
    if lead.force is Force.DECISION and lead.object == "thing":
        return words.quote(lead.verb, lead.verb + 1)
    if duty.action < 0 or duty.action >= len(words):
        return ""
    last = duty.action + (lexicon.verbs.action_phrases.length_at(words.low, duty.action) or 1)
    while last < len(words) and words.joined(last):  # "promover|lo" is printed as one
        last += 1
    verb = words.quote(duty.action, last)
    return f"{negation_of(words, duty.action, lexicon)} {verb}".lstrip()


def _founded(words: Words, act: Act, duty: Duty, end: int, lexicon: Lexicon) -> Act:
    """The act with the body that it founds as addressee, where that body is told to report."""
    founded = find_founded(words, duty, end, lexicon)
    if founded is None:
        return act
    told = _handed_over(words, act, founded, end, lexicon)
    return (
        replace(told, addressees=_quotes(words, ((founded.actors[0], "addressee-founded"),)))
        if told.reporting_duty
        else act
    )


def _within(timings: tuple[Timing, ...], span: Span) -> tuple[Timing, ...]:
    """The time expressions that stand in the range of an act, each once."""
    first = bisect_left(timings, span.start, key=lambda timing: timing.span.start)
    last = bisect_left(timings, span.end, key=lambda timing: timing.span.start)
    found = [timing for timing in timings[first:last] if timing.span.end <= span.end]
    return tuple({(timing.quote.casefold(), timing.value): timing for timing in reversed(found)}.values())[::-1]


def _handed_over(words: Words, act: Act, duty: Duty, end: int, lexicon: Lexicon) -> Act:
    """The act with what is to be produced, for whom, and whether that is reporting."""
    handovers = find_handovers(words, duty.begin, end, lexicon)
    passive = find_handed(words, duty, end, lexicon)
    if passive:
        handovers = (passive, *handovers)
    times = tuple(Range(words.index_at(t.span.start), words.index_at(t.span.end - 1) + 1) for t in act.timings)
    things = find_deliverables(words, duty.begin, end, handovers, times, lexicon)
    recipients = find_recipients(words, duty.begin, end, handovers, things, lexicon)
    if not any(rule == "recipient-purpose" for _, rule in recipients):
        things = tuple(entry for entry in things if entry[1] is None or entry[1].verb not in lexicon.handing.weak)
    named_once = first_named(words, things, lexicon)
    rules = ((item, f"deliverable-{verb.verb if verb else 'vehicle'}") for item, verb in named_once)
    named = [
        words.span(item.first, item.last)
        for item, _ in things
        if words.low[item.first] in lexicon.grammar.words["possessives"]
    ]
    return replace(
        act,
        timings=tuple(
            t for t in act.timings if not (t.kind is TimingKind.CADENCE and any(s.covers(t.span) for s in named))
        ),
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
