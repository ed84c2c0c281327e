"""What the words of a corpus do to its texts: replace, end, merge, change, renew, or limit them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from operative.clauses.windows import derive_window
from operative.corpus.citations import keys_by_symbol, plain
from operative.corpus.corpora import Corpus
from operative.corpus.series import find_series
from operative.domain.acts import Force, Timing, TimingKind
from operative.domain.days import PartialDate
from operative.domain.holdings import HeldAct, HeldProvision, HeldReference, Holding
from operative.domain.overlaps import Place
from operative.domain.spans import Span
from operative.domain.validity import Effect, Validity
from operative.vocabulary.bodies import organ_of
from operative.vocabulary.sessions import calendar_of
from operative.vocabulary.validity import ValidityRule, ValidityWords, validity_words

__all__ = ["SERIES", "TAKEN_OVER", "Decided", "Said", "decided_in", "find_effects", "is_lasting"]

TERM, SERIES = "its own term", "the newer text of a series"
"""Rules that need no citation."""

TAKEN_OVER = 0.4
"""From this share of its provisions on that come again in the next text of its series, a text is replaced by it."""

BINDING = frozenset({Force.DECISION, Force.DIRECTIVE})

REACH = 240
"""Characters between a verb and the text that it is about."""


@dataclass(frozen=True, slots=True)
class Said:
    """One act in the words of its provision: from its verb up to the next act or the end of the clause."""

    act: HeldAct
    text: str
    start: int
    end: int
    verb_end: int

    @property
    def words(self) -> str:
        """From the lead to the end of the clause."""
        return self.text[self.start : self.end].strip(" ,;.")


Decided: TypeAlias = tuple[Holding, list[Said]]
"""A text with its binding acts."""


def find_effects(corpus: Corpus, decided: Iterable[Decided]) -> tuple[Effect, ...]:
    """All effects, by day. Only what a text decides counts, and only on texts of the corpus that are older."""
    found = [*said_effects(corpus, decided), *series_effects(corpus)]
    return tuple(sorted(found, key=lambda one: (one.day, one.place, one.document, one.rule)))


def said_effects(corpus: Corpus, decided_by: Iterable[Decided]) -> Iterator[Effect]:
    """What the acts say of other texts, and of their own."""
    keys = keys_by_symbol(corpus.holdings)
    cited: defaultdict[Place, list[HeldReference]] = defaultdict(list)
    for one in corpus.references:
        cited[Place(one.document, one.provision)].append(one)
    for holding, decided in decided_by:
        words = validity_words(holding.language)
        adopted = holding.day
        if words is None or adopted is None:
            continue
        for said in decided:
            if said.act.force != Force.DECISION:
                continue
            place = Place(holding.key, said.act.provision)
            older = [one for one in cited[place] if is_older(one, keys, corpus.holdings, holding)]
            until = end_of(said.act, adopted, holding.body, words)
            for rule in words.rules:
                if rule.verbs.fullmatch(said.act.action):
                    yield from by_rule(rule, said, older, keys, place, adopted, until)
            if until and words.verbs.fullmatch(said.act.action):
                yield Effect(holding.key, Validity.EXPIRED, holding.adopted, TERM, place, said.words, until)


def decided_in(corpus: Corpus) -> Iterator[Decided]:
    """What each text decides or orders, act by act, in the words of its provisions."""
    texts = {one.place: one for one in corpus.provisions}
    acts: defaultdict[str, list[HeldAct]] = defaultdict(list)
    for act in corpus.acts:
        acts[act.document].append(act)
    for key, rows in acts.items():
        holding = corpus.holdings[key]
        words = validity_words(holding.language)
        by_provision: defaultdict[str, list[HeldAct]] = defaultdict(list)
        for act in rows:
            by_provision[act.provision].append(act)
        said: list[Said] = []
        for provision, some in by_provision.items():
            said += said_in(texts.get(Place(key, provision)), some, words)
        yield holding, [one for one in said if one.act.force in BINDING]


def said_in(
    provision: HeldProvision | None, acts: Sequence[HeldAct], words: ValidityWords | None
) -> Iterator[Said]:
    """The acts of a provision in its words; one whose words are not found there in order is left out."""
    if provision is None:
        return
    text, at, starts = provision.text, 0, []
    for act in acts:
        start = text.find(act.lead, at) if act.lead else at
        start = at if start < 0 else start
        verb = text.find(act.action, start + (len(act.lead) if act.action != act.lead else 0)) if act.action else -1
        if verb >= 0:
            starts.append((act, start, verb))
            at = verb
    for number, (act, start, verb) in enumerate(starts):
        later = [following for _, following, _ in starts[number + 1 :] if following > verb]
        stops = [text.find(";", verb)]
        if words is not None and (found := words.stops.search(text, verb)):
            stops.append(found.start())
        ends = [*later[:1], *(stop for stop in stops if stop > 0), len(text)]
        yield Said(act, text, start, min(ends), verb + len(act.action))


def is_older(one: HeldReference, keys: Mapping[str, str], holdings: Mapping[str, Holding], citing: Holding) -> bool:
    """Whether a citation leads to a text of the corpus that was adopted before the one that cites it."""
    key = keys.get(plain(one.target), "") if one.target and not one.target.startswith("#") else ""
    return bool(key) and "" < holdings[key].adopted < citing.adopted


def by_rule(
    rule: ValidityRule,
    said: Said,
    older: Sequence[HeldReference],
    keys: Mapping[str, str],
    place: Place,
    adopted: date,
    until: str,
) -> Iterator[Effect]:
    """What a rule says of the texts that an act is about: the nearest citation, and those listed with it."""
    for one in about(rule, said, older):
        state = rule.outcome
        if one.pinpoint and not state.holds:
            state = Validity.ADAPTED  # only a part of it ends
        day = effective(said.act, adopted) if state is not Validity.RENEWED else adopted
        ends = until if state is Validity.RENEWED else ""
        yield Effect(keys[plain(one.target)], state, str(day), rule.key, place, said.words, ends, one.pinpoint)


def about(rule: ValidityRule, said: Said, older: Sequence[HeldReference]) -> list[HeldReference]:
    """The citations that the verb of an act is about."""
    if rule.behind:
        at = said.verb_end
        for one in older:
            place = said.text.find(one.quote, at, min(said.end, at + REACH))
            if place >= 0 and rule.objects.search(said.text, at, place):
                return [one]
    if rule.before:
        start = said.verb_end - len(said.act.action)
        for one in reversed(older):
            place = said.text.rfind(one.quote, said.start, start)
            if place >= 0 and rule.objects.search(said.text, said.start, start):
                return [one]
    return []


def end_of(act: HeldAct, adopted: date, body: str, words: ValidityWords) -> str:
    """The last day of what an act decides for a time; "" where it has no end."""
    calendar = calendar_of(organ_of(body))
    days = []
    for kind, value, said in zip(act.timing_kinds, act.timing_values, act.timings, strict=True):
        if words.ends.match(said):
            window = derive_window(Timing(said, TimingKind(kind), value, Span(0, 0)), adopted, calendar)
            if window.latest is not None and window.latest > adopted:
                days.append(window.latest)
    return str(max(days)) if days else ""


def effective(act: HeldAct, adopted: date) -> date:
    """The day on which an act takes effect: a later one that it names, else that of adoption."""
    values = zip(act.timing_kinds, act.timing_values, strict=True)
    named = [PartialDate(one).first for kind, value in values if kind == "date" for one in value.split(",")]
    return max([adopted, *named])


def is_lasting(decided: Sequence[Said], language: str) -> bool:
    """Whether a text decides something without an end, also beside what it decides for a time."""
    words = validity_words(language)
    return words is not None and any(
        not any(words.ends.match(timing) for timing in said.act.timings) and words.lasting.search(said.words)
        for said in decided
    )


def series_effects(corpus: Corpus) -> Iterator[Effect]:
    """Texts of which the next one of the same series says most again."""
    for series in find_series(corpus):
        for older, newer in pairwise(series.steps):
            again = newer.same + newer.changed
            if older.provisions and again >= TAKEN_OVER * older.provisions and newer.adopted > older.adopted:
                said = f"{again} of its {older.provisions} provisions come again under the same title"
                place = Place(newer.document, "")
                yield Effect(older.document, Validity.REPLACED, newer.adopted, SERIES, place, said)
