"""How often something comes in a corpus, by one or two of its properties."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Count", "Counted", "Property", "Tally"]


class Counted(StrEnum):
    """What is counted; `requests` are acts that direct somebody, `reports` those that ask for a report."""

    DOCUMENTS = "documents"
    PROVISIONS = "provisions"
    ACTS = "acts"
    REQUESTS = "requests"
    REPORTS = "reports"


class Property(StrEnum):
    """By what it is counted; the last five are of acts only."""

    BODY = "body"
    YEAR = "year"
    KIND = "kind"
    LANGUAGE = "language"
    VERB = "verb"
    FORCE = "force"
    ADDRESSEE = "addressee"
    RECIPIENT = "recipient"
    TIMING = "timing"

    @property
    def is_of_acts(self) -> bool:
        """Whether only acts have it."""
        return self in (Property.VERB, Property.FORCE, Property.ADDRESSEE, Property.RECIPIENT, Property.TIMING)


@dataclass(frozen=True, slots=True)
class Count:
    """How often a value comes; where two properties are asked for, with this value of the second."""

    value: str
    times: int
    second: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one kind of thing; `documents` is how many documents were looked at.

    Years come in their order, all else the most frequent first. What has several values, such as two addressees, counts
    for each of them; what has none is left out, and counted in `without`.
    """

    counted: Counted
    by: tuple[Property, ...]
    counts: tuple[Count, ...]
    documents: int
    without: int = 0
