"""Facts about tables that people brought: which was read, and what its columns were taken for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from operative.domain.mandates import Modality

__all__ = ["ColumnUse", "TableField", "TableKind", "TableRead"]


class TableKind(StrEnum):
    """What the rows of a table are: actions that somebody tracks, figures of what something costs, or documents that
    entities name among their mandates.
    """

    ACTIONS = "actions"
    COSTS = "costs"
    CITATIONS = "citations"


class TableField(StrEnum):
    """What a column says of its row. `part` tells rows apart that have one `id`; `mandate` names one of the dossier."""

    ID = "id"
    PART = "part"
    MANDATE = "mandate"
    LABEL = "label"
    PROVISION = "provision"
    ADDRESSEE = "addressee"
    OWNER = "owner"
    DELIVERABLE = "deliverable"
    DUE = "due"
    MILESTONE = "milestone"
    MILESTONE_DUE = "milestone due"
    STATUS = "status"
    UPDATE = "update"
    REMARK = "remark"
    AMOUNT = "amount"
    LOW = "low"
    HIGH = "high"
    UNIT = "unit"
    YEAR = "year"
    SOURCE = "source"
    ENTITY = "entity"
    SYMBOL = "symbol"
    SHORT_SYMBOL = "short symbol"
    SORT = "sort"
    URL = "url"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What the column with this heading is taken for."""

    heading: str
    field: TableField


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table was taken in: which document it is, and how its columns were read; the next of its name is read so too.

    `table` is the name by which its rows are known again in a later version; `sheet` and `heading`, a row, say where it
    stands in the document. `headings` are those of all columns, `columns` those that were taken; an empty cell below a
    `carried` heading says what the cell above it says.
    """

    kind: ClassVar[str] = "table.read"
    document: str
    table: str
    holds: TableKind
    sheet: str
    heading: int
    headings: tuple[str, ...]
    columns: tuple[ColumnUse, ...]
    modality: Modality = Modality.DIRECTIVE
    unit: str = ""
    carried: tuple[str, ...] = ()
