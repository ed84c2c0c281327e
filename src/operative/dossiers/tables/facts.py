"""What a row says, as facts: those of them that no earlier table has said so already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts import Fact
from operative.domain.facts.tables import TableField, TableRead
from operative.dossiers.labels import slug
from operative.dossiers.tables.cells import Cells
from operative.dossiers.tables.standing import Standing
from operative.errors import Refused

__all__ = ["Reader", "Said", "key_of", "plain_place"]

LONGEST_KEY = 60
"""Characters of an id that is made of words."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How the rows of one table are read: as what, on which day, by whom, and after what."""

    read: TableRead
    on: PartialDate
    by: str
    standing: Standing
    names: dict[str, str]
    """Mandates of the dossier by id, and by the place in the text that asks for them, as `plain_place` has them."""
    several: frozenset[str] = frozenset()
    """Places that have more than one mandate."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """The keys of the documents of the dossier, by these, and by their symbols as `slug` has them."""


@dataclass(slots=True)
class Said:
    """What one row says: its key, and what is to be entered for it, with words for each."""

    reader: Reader
    cells: Cells
    key: str
    label: str = ""
    statements: list[Statement] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def state(
        self, fact: Fact, change: str, *where: TableField, since: PartialDate | None = None, corrects: int | None = None
    ) -> None:
        """Enter a fact with the cells that say it; it holds from the reader's day on where no other is given."""
        note = self.cells.words(TableField.REMARK) if not self.statements else ""
        evidence = self.cells.evidence(*where)
        reader = self.reader
        self.statements.append(Statement(fact, since or reader.on, reader.by, evidence, note, corrects=corrects))
        self.changes.append(change)
        self.remarks += [
            f"{one}: the words are cut, the whole is in the file" for one in where if self.cells.is_cut(one)
        ]


def key_of(cells: Cells) -> str:
    """What tells a row from the others of its table: its id and part, else its label; raises `Refused` for neither."""
    named = slug(f"{cells.words(TableField.ID)} {cells.words(TableField.PART)}" if cells.words(TableField.ID) else "")
    made = named or slug(cells.words(TableField.LABEL))
    if not made:
        raise Refused("the row has neither an id nor a label")
    return made if len(made) <= LONGEST_KEY else made[:LONGEST_KEY].rpartition("-")[0] or made[:LONGEST_KEY]


def plain_place(words: str) -> str:
    """An id or a place in a text, however people write it: "OP 3", "op3" and "3" are the same paragraph."""
    plain = slug(words).replace("-", "")
    return f"op{plain}" if plain.isdecimal() else plain
