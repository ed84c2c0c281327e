"""What a text asks, as statements: the first entries of a dossier, each with its words."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from operative.clauses.windows import derive_window
from operative.domain.acts import Quote, Timing, TimingKind
from operative.domain.conditions import Condition
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.mandates import Bound, Due, MandateStated
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed
from operative.domain.goals import Goal
from operative.domain.mandates import Mandate
from operative.domain.readings import Reading
from operative.domain.windows import Precision, SessionCalendar, Window
from operative.dossiers.labels import scope_labels, short_label
from operative.errors import WrongCall

__all__ = ["due_of", "state_reading"]

NOT_LETTERS = re.compile(r"[\W_]+")
NO_SESSIONS = SessionCalendar("")
"""Sessions stay sessions: their days come from what the dossier learns of them."""
WIDTH = {Precision.MONTH: 7, Precision.YEAR: 4}


def state_reading(
    reading: Reading, document: str, by: str, *, adopted: PartialDate | None = None, prefix: str = ""
) -> tuple[Statement, ...]:
    """What a text asks, as statements that hold from its day of adoption: conditions, elements, mechanisms, goals,
    mandates.

    `document` is its key in the dossier. `adopted` is the day where the text does not say it; where neither does,
    `WrongCall` is raised. `prefix` stands before every id, where a dossier follows several texts.
    """
    day = _adopted(reading, adopted)
    return tuple(
        Statement(fact, day, by, tuple(Evidence.quoting(document, provision, one) for one in words))
        for fact, provision, *words in _facts(reading, document, day, prefix)
    )


def due_of(timings: Sequence[Timing], adopted: PartialDate) -> Due | None:
    """When a mandate with these timings is due, for a text adopted on a day; None where nothing says when.

    A rhythm goes before a day, a day or session before what has none; what counts from the day of adoption is only
    counted where that is known to the day.
    """
    lasting = [one for one in timings if one.kind is TimingKind.CADENCE and one.value.startswith("P")]
    if lasting:
        return _rhythm(lasting[0], timings, adopted)
    dated = [due for one in timings if (due := _dated(one, adopted)) is not None]
    if dated:
        return dated[0]
    if not timings:
        return None
    continuous = next((one for one in timings if one.kind in (TimingKind.CONTINUOUS, TimingKind.CADENCE)), None)
    return Due((continuous or timings[0]).quote, continuous=continuous is not None)


def _adopted(reading: Reading, given: PartialDate | None) -> PartialDate:
    try:
        return PartialDate(reading.document.adopted)
    except WrongCall as exc:
        if given is None:
            raise WrongCall("the text does not say when it was adopted; say it: adopted") from exc
        return given


def _facts(
    reading: Reading, document: str, day: PartialDate, prefix: str
) -> Iterator[tuple[Fact, str, *tuple[str, ...]]]:
    """Each fact with its provision and its words; what others hang on comes first."""
    language = reading.source.language
    for condition in reading.conditions:
        yield _condition(condition, document, prefix, language), condition.provision, condition.quote.words
        for one in condition.elements:
            label, owner = " ".join(one.label.split()), prefix + condition.id
            key, strength = prefix + one.id, one.strength
            element = ElementStated(key, owner, one.provision, label, one.kind, strength, one.subject)
            yield element, one.provision, one.quote.words
    keys: dict[str, str] = {}
    for goal in reading.goals:
        key = _key(goal.mechanism.key, goal.mechanism.name)
        if key not in keys.values():
            yield _mechanism(goal, key, keys), goal.provision, goal.name.words
        keys.update({goal.mechanism.name: key, goal.name.words: key})
        fact = GoalStated(prefix + goal.id, document, goal.provision, key, goal.verb, goal.relation, goal.open_list)
        yield fact, goal.provision, goal.phrase.words, goal.name.words
    for mandate in reading.mandates:
        yield _mandate(mandate, document, day, prefix, language), mandate.provision, mandate.duty.words


def _condition(condition: Condition, document: str, prefix: str, language: str) -> ConditionStated:
    label = short_label(condition.quote.words, language)
    sort, binds, towards = condition.kind, condition.binds, condition.towards
    return ConditionStated(prefix + condition.id, document, condition.provision, sort, label, binds, towards)


def _mechanism(goal: Goal, key: str, keys: dict[str, str]) -> MechanismDescribed:
    found = goal.mechanism
    return MechanismDescribed(key, found.name, found.abbreviation, found.level, keys.get(goal.parent, ""))


def _mandate(mandate: Mandate, document: str, day: PartialDate, prefix: str, language: str) -> MandateStated:
    return MandateStated(
        prefix + mandate.id,
        document,
        mandate.provision,
        short_label(mandate.duty.words, language),
        mandate.modality,
        ", ".join(_words(mandate.addressees)),
        mandate.action,
        _words(mandate.deliverables),
        _words(mandate.recipients),
        _words(mandate.channels),
        due_of(mandate.timings, day),
        scope_labels(_words(mandate.scope), language),
        tuple(prefix + one for one in mandate.conditions),
        mandate.reporting_duty,
    )


def _words(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(one.words.split()) for one in quotes))


def _key(key: str, name: str) -> str:
    """The key of the vocabulary, or one made from the name: "Basin Teams" is "basin-teams"."""
    return key or NOT_LETTERS.sub("-", name.casefold()).strip("-")


def _rhythm(cadence: Timing, timings: Sequence[Timing], adopted: PartialDate) -> Due:
    start = next((due for one in timings if one is not cadence and (due := _dated(one, adopted))), None)
    words = cadence.quote
    if start is None:
        return Due(words, every=cadence.value)
    if start.session:
        return Due(words, session=start.session, every=cadence.value, bound=Bound.FROM)
    return Due(words, earliest=start.earliest, every=cadence.value)


def _dated(timing: Timing, adopted: PartialDate) -> Due | None:
    """A timing that names a day or a session; None for any other."""
    words = " ".join(timing.quote.split())
    if timing.kind is TimingKind.SESSION and not re.fullmatch(r"session:(?:19|20)\d\d", timing.value):
        bound = timing.rule.partition(":")[0].partition("-")[2]
        named = Bound(bound) if bound in set(Bound) else Bound.AT
        return Due(words, session=timing.value.removeprefix("session:"), bound=named)
    counted = timing.kind in (TimingKind.WITHIN, TimingKind.PERIOD)
    if counted and adopted.precision is not Precision.DAY:
        return None
    window = derive_window(timing, adopted.last, NO_SESSIONS)
    if window.precision is Precision.UNDATED:
        return None
    earliest = _partial(window.earliest, window)
    if window.earliest == adopted.last:
        earliest = None
    return Due(words, earliest, _partial(window.latest, window))


def _partial(day: date | None, window: Window) -> PartialDate | None:
    """A day of a window, no more precise than the text is."""
    return PartialDate(day.isoformat()[: WIDTH.get(window.precision, 10)]) if day else None
