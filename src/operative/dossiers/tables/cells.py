"""What cells say: days, amounts and words, as far as they say it beyond doubt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence
from operative.domain.facts.tables import TableField
from operative.domain.sheets import SheetRow, cell_name
from operative.errors import WrongCall
from operative.vocabulary.calendar import find_dates

__all__ = ["Cells", "read_amount", "read_day", "read_year"]

LANGUAGES = ("en", "fr", "es")
LONGEST = 2_000
"""Characters of a cell that an entry holds; the whole is in the document."""
ISO = re.compile(r"(?P<day>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:\d\d(?::\d\d)?)?\Z", re.ASCII)
FIGURES = re.compile(r"(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>\d{4})\Z", re.ASCII)
AMOUNT = re.compile(
    r"(?P<minus>-?)(?:(?P<plain>\d+)|(?P<groups>\d{1,3}(?:(?P<mark>[,   '’])\d{3})(?:(?P=mark)\d{3})*))"
    r"(?:[.](?P<point>\d+)|,(?P<comma>\d{1,2}))?\Z",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row by what they say, each with its place in the document."""

    document: str
    sheet: str
    row: SheetRow
    columns: dict[TableField, int]
    above: Mapping[int, SheetRow] = field(default_factory=dict)
    """For columns whose empty cells say what the cell above says: the row of that one."""

    def words(self, what: TableField) -> str:
        """The words of a cell in one line, cut where they are very long; "" where there are none."""
        whole = self._whole(what)
        return whole if len(whole) <= LONGEST else whole[: LONGEST - 2].rpartition(" ")[0][: LONGEST - 2] + " …"

    def is_cut(self, what: TableField) -> bool:
        """Whether `words` leaves some out."""
        return len(self._whole(what)) > LONGEST

    def evidence(self, *whats: TableField) -> tuple[Evidence, ...]:
        """The cells that say this, as evidence; empty ones say nothing."""
        return tuple(
            Evidence.quoting(
                self.document,
                cell_name(self.sheet, self._row(self.columns[what]).number, self.columns[what]),
                words.removesuffix(" …") if self.is_cut(what) else words,
            )
            for what in whats
            if (words := self.words(what))
        )

    def _whole(self, what: TableField) -> str:
        column = self.columns.get(what)
        return "" if column is None else " ".join(self._row(column).cell(column).split())

    def _row(self, column: int) -> SheetRow:
        """Where the words of a column stand."""
        return self.row if self.row.cell(column) else self.above.get(column, self.row)


def read_day(words: str) -> PartialDate | None:
    """The day, month or year that words name, in figures or in English, French or Spanish; None where they do not, or
    where day and month could be meant either way round (03/04/2026).
    """
    if iso := ISO.match(words):
        return _day(iso["day"])
    if figures := FIGURES.match(words):
        one, other = int(figures["first"]), int(figures["second"])
        if one <= 12 and other <= 12 and one != other:
            return None
        day, month = max(one, other), min(one, other)
        return _day(f"{figures['year']}-{month:02}-{day:02}")
    for language in LANGUAGES:
        found = [value for span, value in find_dates(words, language) if span.end - span.start == len(words)]
        if found:
            return _day(found[0])
    return None


def _day(iso: str) -> PartialDate | None:
    try:
        return PartialDate(iso)
    except WrongCall:
        return None


def read_amount(words: str) -> Decimal | None:
    """The number that words are: groups of three parted by commas, blanks or apostrophes, decimals behind a point, or
    behind a comma where there are one or two; None for anything else.
    """
    found = AMOUNT.match(words)
    if found is None or (found["mark"] == "," and found["comma"]):
        return None
    whole = found["plain"] or re.sub(r"\D", "", found["groups"])
    return Decimal(f"{found['minus']}{whole}.{found['point'] or found['comma'] or '0'}").normalize() + 0


def read_year(words: str) -> int | None:
    """The year that words are, or that of the day that they name; None for anything else."""
    day = read_day(words)
    return day.first.year if day and day.first > date(1000, 1, 1) else None
