"""What taking in a table would do, or did: row by row, with the reason for each that is refused."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.entries import Statement
from operative.domain.facts.tables import TableRead

__all__ = ["Intake", "RowFate", "RowIntake"]


class RowFate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowIntake:
    """A row of a table: its number in the sheet, what becomes of it, and what would be entered for it.

    `key` is the id of what the row is about, "" where it has none; `changes` say in words what is entered, `reason`
    why nothing is; `remarks` name what was not read as what its column says.
    """

    number: int
    fate: RowFate
    key: str = ""
    label: str = ""
    changes: tuple[str, ...] = ()
    reason: str = ""
    remarks: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """A whole table: how it was read, and each of its rows below the heading, in order.

    `head` names the document and how it was read, before all rows. `remembered` is the dossier whose reading of such
    a table was taken, "" where columns were guessed or given;
    `left` are headings whose columns were not taken, `gone` the ids that an earlier version had and this one lacks.
    """

    read: TableRead
    rows: tuple[RowIntake, ...]
    head: tuple[Statement, ...] = ()
    remembered: str = ""
    left: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that would be entered, in order; nothing where no row says anything new."""
        rows = tuple(statement for row in self.rows for statement in row.statements)
        return (*self.head, *rows) if rows else ()

    @property
    def news(self) -> tuple[RowIntake, ...]:
        """The rows that say something new or have a remark; what is refused comes first: it waits for somebody."""
        rows = (row for row in self.rows if row.fate is not RowFate.SAME or row.remarks)
        return tuple(sorted(rows, key=lambda row: row.fate is not RowFate.REFUSED))

    def count(self, fate: RowFate) -> int:
        """How many rows have this fate."""
        return sum(row.fate is fate for row in self.rows)
