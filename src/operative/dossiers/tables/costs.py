"""Rows of figures: what something costs, in which unit and year, and who says so."""

from decimal import Decimal

from operative.domain.facts.estimates import InputStated
from operative.domain.facts.tables import TableField
from operative.dossiers.labels import short_label
from operative.dossiers.tables.cells import Cells, read_amount, read_year
from operative.dossiers.tables.facts import Reader, Said, key_of
from operative.dossiers.tables.standing import in_year
from operative.errors import Refused

__all__ = ["read_cost"]


def read_cost(cells: Cells, reader: Reader) -> Said:
    """The figure of a row, where no table has said it so before; raises `Refused`, with the reason."""
    name = f"{reader.read.table}-{key_of(cells)}".replace("-", "_")
    label = cells.words(TableField.LABEL)
    year = _year(cells)
    said = Said(reader, cells, in_year(name, year), short_label(label, "") or name)
    fact = InputStated(
        name,
        cells.words(TableField.UNIT) or reader.read.unit,
        _figure(cells, TableField.AMOUNT),
        _figure(cells, TableField.LOW),
        _figure(cells, TableField.HIGH),
        said.label,
        cells.words(TableField.SOURCE),
        year,
    )
    if not fact.unit:
        raise Refused("the figure has no unit; name one for the table: --unit USD")
    before = reader.standing.inputs.get((name, year))
    if fact != before:
        what = f"{_say(fact)}{f' in {year}' if year else ''}"
        changed = what if before is None else f"{_say(before)} -> {what}"
        columns = (TableField.LABEL, TableField.AMOUNT, TableField.LOW, TableField.HIGH, TableField.YEAR)
        said.state(fact, changed, *columns)
    return said


def _say(fact: InputStated) -> str:
    """ "12500 USD", "unknown", or the bounds alone."""
    if fact.value is not None:
        return f"{fact.value:f} {fact.unit}"
    return "unknown" if fact.low is fact.high is None else f"{fact.low} to {fact.high} {fact.unit}"


def _figure(cells: Cells, field: TableField) -> Decimal | None:
    words = cells.words(field)
    figure = read_amount(words) if words else None
    if words and figure is None:
        raise Refused(f"{field}: {words!r} is no number")
    return figure


def _year(cells: Cells) -> int | None:
    words = cells.words(TableField.YEAR)
    year = read_year(words) if words else None
    if words and year is None:
        raise Refused(f"year: {words!r} is no year")
    return year
