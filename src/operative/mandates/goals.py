"""Goals: a standing in a body that is to be sought, taken up, kept or given up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from operative.domain.acts import Act, Force
from operative.domain.elements import Strength
from operative.domain.goals import Goal, GoalVerb, Relation
from operative.domain.mechanisms import Level, Mechanism
from operative.domain.passages import Passage
from operative.mandates.listings import Listing, read_listing
from operative.mandates.lists import Item, trimmed
from operative.mandates.mechanisms import Named
from operative.mandates.words import Words, words_of_passage
from operative.vocabulary.duties import UNDERSTOOD
from operative.vocabulary.mechanisms import naming
from operative.vocabulary.memberships import Form, Memberships, memberships
from operative.vocabulary.predicates import Predicates, predicates
from operative.vocabulary.tokens import lower_of

__all__ = ["derive_goals"]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form of words that asks for a standing, from word `first` to word `last`."""

    form: Form
    first: int
    last: int


def derive_goals(
    passages: Sequence[Passage],
    acts: Sequence[Sequence[Act]] = (),
    language: str = "en",
    *,
    abbreviations: Mapping[str, str] | None = None,
) -> tuple[Goal, ...]:
    """The goals of a text in order, one for each body; spans count characters of the passage.

    `acts` are those of each passage: what only states a view sets no goal. `abbreviations` say what the text elsewhere
    calls a body in full.
    """
    if language not in UNDERSTOOD:
        return ()
    vocabulary = memberships(language)
    goals: list[Goal] = []
    for number, passage in enumerate(passages):
        if not vocabulary.hint.search(lower_of(passage.text)):
            continue
        own = acts[number] if number < len(acts) else ()
        goals += _goals(passage, own, vocabulary, language, abbreviations or {})
    return _numbered(goals)


def _numbered(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals with their ids: counted within each provision."""
    counts: dict[str, int] = {}
    found = []
    for goal in goals:
        counts[goal.provision] = counts.get(goal.provision, 0) + 1
        found.append(replace(goal, id=f"g-{goal.provision}-{counts[goal.provision]}"))
    return tuple(found)


def _goals(
    passage: Passage, acts: Sequence[Act], vocabulary: Memberships, language: str, abbreviations: Mapping[str, str]
) -> Iterator[Goal]:
    words, grammar = words_of_passage(passage), predicates(language)
    hits = list(_hits(words, passage, acts, vocabulary))
    said = _Said("", "", Strength.UNSTATED)
    for number, hit in enumerate(hits):
        end = _end(words, passage, hit, acts)
        if number + 1 < len(hits):
            end = min(end, hits[number + 1].first)
        verb, stop = _before_participle(words, hit, end, grammar)
        if stop < 0:
            continue
        listing = _listing(words, Item(hit.last, stop), language, vocabulary, hit.form)
        if not listing.names and stop < end:
            listing = _listing(words, Item(stop + 1, end), language, vocabulary, hit.form)
        names = [named for named in listing.names if named.mechanism.key or _is_certain(words, named, hit.form)]
        if not names and (hit.form.relation is Relation.PARTICIPATION or verb is GoalVerb.END):
            continue
        said = _said(words, hit, grammar, vocabulary, said, passage.provision_at(words.starts[hit.first]).id)
        asked = said.subject or _asked(hit, _act_at(words.starts[hit.first], acts))
        relation = _relation(words, hit, end, vocabulary)
        phrase = words.quote(hit.first, hit.last, f"goal-{verb.value}-{relation.value}")
        for named in listing.names:
            rule = "mechanism-known" if named.mechanism.key else "mechanism-form"
            name, mechanism = words.quote(named.item.first, named.item.last, rule), _expanded(named, abbreviations)
            subject, place, head = listing.whose or asked, said.provision, passage.head.id
            values = (verb, relation, said.strength, phrase, name, mechanism, subject, named.parent)
            yield Goal("", place, head, *values, listing.open)


def _relation(words: Words, hit: _Hit, end: int, vocabulary: Memberships) -> Relation:
    """What standing is asked for; who joins "as an observer" asks for no membership."""
    if hit.form.relation is not Relation.MEMBERSHIP or hit.last >= end:
        return hit.form.relation
    behind = lower_of(words.quote(hit.last, end, "").words)
    return Relation.OBSERVER if vocabulary.observer.search(behind) else Relation.MEMBERSHIP


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence of a provision says of who is to have a standing, and how strongly."""

    provision: str
    subject: str
    strength: Strength


def _said(
    words: Words, hit: _Hit, grammar: Predicates, vocabulary: Memberships, before: _Said, provision: str
) -> _Said:
    """The same for a form; what it leaves unsaid, or says by a pronoun, stands before it in the provision."""
    if before.provision != provision:
        before = _Said(provision, "", Strength.UNSTATED)
    subject, strength = _subject(words, hit, grammar, vocabulary)
    if not subject or subject.casefold() in grammar.words["pronouns"]:
        subject = before.subject or subject
    return _Said(provision, subject, before.strength if strength is Strength.UNSTATED else strength)


def _listing(words: Words, item: Item, language: str, vocabulary: Memberships, form: Form) -> Listing:
    """The bodies behind a form; only where a standing is sought or kept are they looked for by capitals alone."""
    loose = form.verb in (GoalVerb.SEEK, GoalVerb.CONTINUE) and form.relation is not Relation.PARTICIPATION
    names = naming(language)
    into, whose = vocabulary.into, vocabulary.whose
    return read_listing(words, item, names, predicates(language), language, into, whose, loose=loose)


def _is_certain(words: Words, named: Named, form: Form) -> bool:
    """Whether words surely name a body; one leaves countries too, so an abbreviation alone does not tell there."""
    lone = len(named.item) == 1
    capital = any(words.capital(at) for at in range(named.item.first, named.item.last))
    return (capital and not (lone and form.verb is GoalVerb.END)) or named.mechanism.level is not Level.UNSTATED


def _expanded(named: Named, abbreviations: Mapping[str, str]) -> Mechanism:
    """The mechanism, by its name in full where the text gives only what it explains elsewhere."""
    mechanism = named.mechanism
    if mechanism.key or mechanism.name not in abbreviations:
        return mechanism
    return replace(mechanism, name=abbreviations[mechanism.name], abbreviation=mechanism.name)


def _hits(words: Words, passage: Passage, acts: Sequence[Act], vocabulary: Memberships) -> Iterator[_Hit]:
    """The forms in order, without those that are somebody's wish, that are denied, or that a view only mentions."""
    for match in vocabulary.finder.finditer(lower_of(passage.text)):
        form = vocabulary.forms[int((match.lastgroup or "g0")[1:])]
        first, last = words.index_at(match.start()), words.index_at(match.end() - 1) + 1
        act = _act_at(match.start(), acts)
        if act is not None and act.force is Force.POSITION:
            continue
        if first and vocabulary.never_before.length_before(words.low, first):
            continue
        yield _Hit(form, first, last)


def _act_at(at: int, acts: Sequence[Act]) -> Act | None:
    return next((act for act in reversed(acts) if act.span.start <= at), None)


def _end(words: Words, passage: Passage, hit: _Hit, acts: Sequence[Act]) -> int:
    """Where the list behind a form ends: with its sentence, its act or its provision; a colon opens those below."""
    limit = next((act.span.start for act in acts if act.span.start > words.starts[hit.first]), None)
    end = words.index_at(limit) if limit is not None else len(words)
    below: set[str] = set()
    own = passage.provision_at(words.starts[hit.first]).id
    for at in range(hit.last, end):
        if words.ends_sentence(at) and at + 1 not in words.breaks:
            return at
        if at in words.breaks and words.low[at - 1] == ":":
            below = _below(passage, own)
        if at in words.breaks and passage.provision_at(words.starts[at]).id not in below:
            return at
    return end


def _below(passage: Passage, id: str) -> set[str]:
    found = {id}
    for provision in passage.provisions:
        if provision.parent in found:
            found.add(provision.id)
    return found - {id}


def _before_participle(words: Words, hit: _Hit, end: int, grammar: Predicates) -> tuple[GoalVerb, int]:
    """What is to be done, and where the names end: before "should be sought" where the form asks for it, else -1."""
    if not hit.form.then:
        return hit.form.verb, end
    for at in range(hit.last, end):
        strength, length = grammar.strength_at(words.low, at)
        if not length or strength is Strength.IS:
            continue
        for near in words.low[at + length : at + length + 4]:
            if near in hit.form.then:
                return hit.form.then[near], at
        return hit.form.verb, -1
    heads = hit.form.opens and not words.breaks.isdisjoint((hit.first, hit.first - 1))
    return hit.form.verb, end if heads else -1


def _asked(hit: _Hit, act: Act | None) -> str:
    """The one whom the act asks, where the form itself asks for something to be done."""
    return act.addressees[0].words if act is not None and act.addressees and not hit.form.then else ""


def _subject(words: Words, hit: _Hit, grammar: Predicates, vocabulary: Memberships) -> tuple[str, Strength]:
    """Who is to have the standing, and how strongly that is said, where a modal verb stands before the form."""
    for at in range(hit.first - 1, max(-1, hit.first - 12), -1):
        if words.low[at] in {";", ":"} or words.ends_sentence(at) or at + 1 in words.breaks:
            break
        strength, length = grammar.strength_at(words.low, at)
        if length and words.low[at] in vocabulary.modals:
            first = at
            while first > 0 and words.is_word(first - 1) and first not in words.breaks:
                if words.low[first - 1] in vocabulary.relatives | grammar.words["conjunctions"]:
                    break
                first -= 1
            item = trimmed(words, Item(first, at), grammar)
            return words.words(item.first, item.last), strength
    return "", Strength.UNSTATED
