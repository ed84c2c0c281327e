"""Days, as precisely as they are known: a day, a month or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from operative.domain.windows import Precision
from operative.errors import WrongCall

__all__ = ["PartialDate"]

# "2016", "2016-10", "2016-10-05"
ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?\Z", re.ASCII)
PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An ISO 8601 date that may lack its day, or its month and day; raises `WrongCall` where it is none.

    What is dated "2016-10" is certain to have happened only when October is over: `last` is the day from which it
    counts, `first` the day before which it cannot have been.
    """

    iso: str

    def __post_init__(self) -> None:
        found = ISO.match(self.iso)
        if found is None:
            raise WrongCall(f"{self.iso!r} is no date; write 2016, 2016-10 or 2016-10-05")
        try:
            date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
        except ValueError as exc:
            raise WrongCall(f"{self.iso!r} is no date: {exc}") from exc

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """A date known to the day."""
        return cls(day.isoformat())

    @property
    def precision(self) -> Precision:
        """Whether a day, a month or a year is known."""
        return PRECISIONS[len(self.iso)]

    @property
    def first(self) -> date:
        """The earliest day that it can be."""
        return date.fromisoformat(self.iso + "-01-01"[len(self.iso) - 4 :])

    @property
    def last(self) -> date:
        """The latest day that it can be."""
        return _last_of(self.iso)

    def __str__(self) -> str:
        return self.iso


@lru_cache(maxsize=4096)
def _last_of(iso: str) -> date:
    """Every view asks it of every entry; the entries of a dossier share their days."""
    if len(iso) == 10:
        return date.fromisoformat(iso)
    year = int(iso[:4])
    month = int(iso[5:7]) if len(iso) == 7 else 12
    return date(year, month, monthrange(year, month)[1])
