"""What a body does in a provision by one finite verb, and what it asks of whom."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.spans import Span

__all__ = ["Act", "Force", "Quote", "Timing", "TimingKind"]


class Force(StrEnum):
    """How an act binds: it changes something, orders, appeals, or states a view."""

    DECISION = "decision"
    DIRECTIVE = "directive"
    EXHORTATION = "exhortation"
    POSITION = "position"


class TimingKind(StrEnum):
    """The classes of time expressions (annotation guide, field `timings`)."""

    DATE = "date"
    SESSION = "session"
    WITHIN = "within"
    PERIOD = "period"
    CADENCE = "cadence"
    CONTINUOUS = "continuous"
    OPEN = "open"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text that carry a value, where they stand, and the rule that took them."""

    words: str
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """When, how often, how long: `value` is ISO 8601, `session:81`, `regular`, `continuous`, `open` or the words."""

    quote: str
    kind: TimingKind
    value: str
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One finite opening verb of a provision with all that hangs on it. Spans count characters of the passage read."""

    lead: str
    force: Force
    span: Span
    addressees: tuple[Quote, ...] = ()
    action: str = ""
    deliverables: tuple[Quote, ...] = ()
    recipients: tuple[Quote, ...] = ()
    channels: tuple[Quote, ...] = ()
    timings: tuple[Timing, ...] = ()
    conditions: tuple[Quote, ...] = ()
    resources: tuple[Quote, ...] = ()
    reporting_duty: bool = False
    provision: str = ""
    id: str = ""
    rule: str = ""
