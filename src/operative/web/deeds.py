"""What a text does, provision by provision: acts with their values, conditions, goals and references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.clauses.windows import derive_window
from operative.domain.acts import Act, Timing
from operative.domain.claims import LISTS
from operative.domain.conditions import Condition
from operative.domain.days import PartialDate
from operative.domain.elements import Element
from operative.domain.goals import Goal
from operative.domain.mandates import Mandate
from operative.domain.readings import Reading
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.domain.windows import Precision, SessionCalendar, Window
from operative.errors import WrongCall
from operative.exchange.addresses import address_of
from operative.vocabulary.bodies import organ_of
from operative.vocabulary.sessions import calendar_of

__all__ = ["NAMES", "Deed", "Does", "Value", "deeds_of", "name_of", "tags_of", "values_in", "values_of"]

NAMES = {
    "addressees": gettext_lazy("Who"),
    "action": gettext_lazy("Action"),
    "deliverables": gettext_lazy("To deliver"),
    "recipients": gettext_lazy("To whom"),
    "channels": gettext_lazy("Through"),
    "timings": gettext_lazy("When"),
    "conditions": gettext_lazy("On condition"),
    "resources": gettext_lazy("Resources"),
    "scope": gettext_lazy("To be answered"),
    "dependencies": gettext_lazy("Hangs on"),
    "force": gettext_lazy("Force"),
    "reporting_duty": gettext_lazy("Reporting duty"),
    "element": gettext_lazy("Must be kept"),
    "condition": gettext_lazy("Condition"),
    "goal": gettext_lazy("Goal"),
    "lead": gettext_lazy("Act"),
}
ORDER = {name: place for place, name in enumerate(NAMES)}
PLAIN = frozenset(("regular", "continuous", "open"))
"""Values that say no more than their words."""
WIDTH = {Precision.MONTH: 7, Precision.YEAR: 4}


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its words in the source; `said` is what they mean where that is more than the words."""

    field: str
    words: str
    span: Span
    said: str = ""
    rule: str = ""

    @property
    def by(self) -> str:
        """The person who said so; "" where a rule did."""
        author, _, name = self.rule.partition(":")
        return name if author == "person" else ""

    @property
    def rule_name(self) -> str:
        """The name of the rule that took the value, without its pattern."""
        return self.rule.partition(":")[0]

    @property
    def place(self) -> str:
        """The place of the words, as an address says it."""
        return f"{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Deed:
    """One act with its values; `under` are the ids of the conditions that its duty stands under."""

    act: Act
    lead: Value
    values: tuple[Value, ...]
    under: tuple[str, ...] = ()


@dataclass(slots=True)
class Does:
    """All that one provision does."""

    deeds: list[Deed] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    elements: list[tuple[Element, str]] = field(default_factory=list)
    """Elements that stand in the provision, each with the id of its condition."""
    goals: list[Goal] = field(default_factory=list)
    references: list[tuple[Reference, str]] = field(default_factory=list)


def name_of(name: str) -> str:
    """The name of a field for readers."""
    return str(NAMES.get(name, name))


def deeds_of(reading: Reading) -> Mapping[str, Does]:
    """What each provision does that does something, by its id."""
    found: dict[str, Does] = {}
    calendar, adopted = _calendar(reading), _adopted(reading)
    duties: dict[str, list[Mandate]] = {}
    for mandate in reading.mandates:
        duties.setdefault(f"{mandate.paragraph}-act{mandate.act}", []).append(mandate)
    for act in reading.acts:
        deed = _deed(reading, act, duties.get(act.id, ()), adopted, calendar)
        found.setdefault(act.provision, Does()).deeds.append(deed)
    for condition in reading.conditions:
        found.setdefault(condition.provision, Does()).conditions.append(condition)
        for element in condition.elements:
            found.setdefault(element.provision, Does()).elements.append((element, condition.id))
    for goal in reading.goals:
        found.setdefault(goal.provision, Does()).goals.append(goal)
    names = {one.id: one.id for one in reading.provisions}
    for reference in reading.references:
        if reference.target not in ("", "#self"):
            address = address_of(reference.target, names, reading.source.language or "en")
            known = address if address.startswith(("#", "https://", "http://")) else ""
            found.setdefault(reference.provision, Does()).references.append((reference, known))
    return found


def tags_of(found: Mapping[str, Does], chosen: Span | None = None) -> Iterator[tuple[Span, str, str]]:
    """The mark-up around the words that carry values, and around those that the reader asked for."""
    for does in found.values():
        for value, act in values_in(does):
            label = f"{name_of(value.field)}: {value.said or value.words}"
            yield value.span, _opening(value, act, label), "</span>"
    if chosen is not None:
        yield chosen, '<mark id="words">', "</mark>"


def values_in(does: Does) -> Iterator[tuple[Value, str]]:
    """Every value that has its words, with the act, condition or goal that it belongs to."""
    for deed in does.deeds:
        yield deed.lead, deed.act.id
        yield from ((value, deed.act.id) for value in deed.values if value.span.start < value.span.end)
    for condition in does.conditions:
        quote = condition.quote
        yield Value("condition", quote.words, quote.span), condition.id
    for element, key in does.elements:
        yield Value("element", element.quote.words, element.quote.span, element.label), key
    for goal in does.goals:
        yield Value("goal", goal.name.words, goal.name.span), goal.id


def _opening(value: Value, act: str, label: str) -> str:
    said = label.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'<span class="w" data-words="{value.place}" data-act="{act}" title="{said}">'


def _deed(
    reading: Reading, act: Act, duties: Sequence[Mandate], adopted: date | None, calendar: SessionCalendar
) -> Deed:
    values = list(_values(act, adopted, calendar))
    for mandate in duties:
        values += [Value("scope", one.words, one.span) for one in mandate.scope]
        values += [Value("dependencies", one.quote.words, one.quote.span) for one in mandate.dependencies]
    once = tuple(sorted({(one.field, one.span): one for one in values}.values(), key=lambda one: ORDER[one.field]))
    under = tuple(dict.fromkeys(key for mandate in duties for key in mandate.conditions))
    return Deed(act, _lead(reading, act), once, under)


def values_of(reading: Reading, act: Act) -> tuple[Value, ...]:
    """The values of the lists of an act, in the order of the fields."""
    return tuple(_values(act, _adopted(reading), _calendar(reading)))


def _values(act: Act, adopted: date | None, calendar: SessionCalendar) -> Iterator[Value]:
    for name in LISTS:
        for one in getattr(act, name):
            if isinstance(one, Timing):
                yield Value(name, one.quote, one.span, _said(one, adopted, calendar), one.rule)
            else:
                yield Value(name, one.words, one.span, rule=one.rule)


def _lead(reading: Reading, act: Act) -> Value:
    """The opening verb where it is printed; lines may break inside it."""
    printed = act.span.of(reading.text.content)
    length = at = 0
    for letter in act.lead:
        if letter.isspace():
            continue
        while at < len(printed) and printed[at].casefold() != letter.casefold():
            at += 1
        at += 1
        length = min(at, len(printed))
    plain = length if length <= 2 * len(act.lead) else len(act.lead)
    return Value("lead", act.lead, Span(act.span.start, act.span.start + plain), f"{act.lead}, {act.force}")


def _said(timing: Timing, adopted: date | None, calendar: SessionCalendar) -> str:
    if timing.value in PLAIN:
        return ""
    value = _value(timing)
    if adopted is None:
        return value
    window = derive_window(timing, adopted, calendar)
    days = _days(window)
    return days if value in days else f"{value}; {days}" if days else value


def _value(timing: Timing) -> str:
    if timing.value.startswith("session:"):
        return _("session %(number)s") % {"number": timing.value.removeprefix("session:").replace(",", ", ")}
    try:
        return _day(PartialDate(timing.value))
    except WrongCall:
        return timing.value if timing.value != timing.quote else str(timing.kind)


def _days(window: Window) -> str:
    if window.precision is Precision.UNDATED:
        return ""
    width = WIDTH.get(window.precision, 10)
    first, last = (PartialDate(day.isoformat()[:width]) if day else None for day in (window.earliest, window.latest))
    if last is None:
        return _("from %(day)s on") % {"day": _day(first)} if first else ""
    if window.rule.startswith(("at ", "on ", "in ", "from day", "series by session")) and first and first != last:
        return _("%(first)s to %(last)s") % {"first": _day(first), "last": _day(last)}
    return _("due by %(day)s") % {"day": _day(last)}


def _day(day: PartialDate) -> str:
    return date_format(day.first, {4: "Y", 7: "F Y", 10: "j F Y"}[len(day.iso)])


def _adopted(reading: Reading) -> date | None:
    try:
        return PartialDate(reading.document.adopted).last
    except WrongCall:
        return None


def _calendar(reading: Reading) -> SessionCalendar:
    return calendar_of(organ_of(reading.document.body))
