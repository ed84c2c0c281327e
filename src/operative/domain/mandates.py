"""Duties that an act puts on somebody."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from operative.domain.acts import Quote, Timing
from operative.domain.spans import Span

__all__ = ["Dependency", "Mandate", "Modality"]


class Modality(StrEnum):
    """How a mandate binds: by order, by appeal, as what the body has decided to do itself, or as what it may do."""

    DIRECTIVE = "directive"
    EXHORTATION = "exhortation"
    DECISION = "decision"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True)
class Dependency:
    """Words by which a mandate hangs on something else: ids of mandates, else of provisions, else only the words."""

    quote: Quote
    on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mandate:
    """One duty. All spans count characters of the passage that opens with `paragraph`.

    `act` is the place of the act in its paragraph, from 1; `duty` the words of what is to be done; `scope` what a
    report must answer; `conditions` the ids of the conditions that it stands under.
    """

    id: str
    provision: str
    paragraph: str
    act: int
    modality: Modality
    action: str
    duty: Quote
    addressees: tuple[Quote, ...] = ()
    deliverables: tuple[Quote, ...] = ()
    recipients: tuple[Quote, ...] = ()
    channels: tuple[Quote, ...] = ()
    timings: tuple[Timing, ...] = ()
    resources: tuple[Quote, ...] = ()
    conditions: tuple[str, ...] = ()
    scope: tuple[Quote, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    reporting_duty: bool = False

    def moved(self, to: Callable[[Span], Span]) -> "Mandate":
        """The same mandate with its places counted otherwise."""

        def quotes(values: tuple[Quote, ...]) -> tuple[Quote, ...]:
            return tuple(replace(value, span=to(value.span)) for value in values)

        return replace(
            self,
            duty=replace(self.duty, span=to(self.duty.span)),
            addressees=quotes(self.addressees),
            deliverables=quotes(self.deliverables),
            recipients=quotes(self.recipients),
            channels=quotes(self.channels),
            timings=tuple(replace(timing, span=to(timing.span)) for timing in self.timings),
            resources=quotes(self.resources),
            scope=quotes(self.scope),
            dependencies=tuple(
                replace(one, quote=replace(one.quote, span=to(one.quote.span))) for one in self.dependencies
            ),
        )
