"""Tables that people keep, looked at and entered into a dossier."""

import json
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile

from operative.api.access import caller_of, dossiers_of, open_to_write
from operative.api.problems import too_large
from operative.api.shapes import MOST, PROBLEMS, Problem
from operative.bootstrap.tables import Choices, enter_table, look_at_table
from operative.domain.days import PartialDate
from operative.domain.facts.tables import TableField, TableKind
from operative.dossiers.records import as_plain
from operative.errors import WrongCall

__all__ = ["router"]

router = Router(tags=["dossiers"])


class Tabled(Schema):
    """What a table enters, row by row, and how many entries it made: none where it was only looked at."""

    intake: dict[str, Any]
    entries: int
    version: int


class Chosen(Schema):
    """How a table is to be read; what is left out is remembered, or found from the headings."""

    table: str = Field("", max_length=100)
    sheet: str = Field("", max_length=100)
    heading: int | None = Field(None, ge=1, le=MOST)
    holds: Literal["", "actions", "costs", "citations"] = ""
    columns: str = Field("{}", max_length=20_000, description="An object in JSON: fields by headings, null for none.")
    unit: str = Field("", max_length=60)
    on: str = Field("", max_length=10)
    enter: bool = False
    expected: int | None = Field(None, ge=0, le=MOST)

    def choices(self) -> Choices:
        """The same as a person chooses; raises `WrongCall` for columns that say nothing."""
        holds = TableKind(self.holds) if self.holds else None
        return Choices(self.table, self.sheet, self.heading, holds, _columns(self.columns), unit=self.unit)


@router.post("/{key}/tables", response={200: Tabled, PROBLEMS: Problem}, summary="Look at a table, or enter it")
def take_table(request: HttpRequest, key: str, file: File[UploadedFile], chosen: Annotated[Chosen, Form()]) -> Any:
    """What a table of XLSX, CSV or JSON would enter, row by row; with `enter`, it is entered in the caller's name."""
    dossier = open_to_write(request, key, ())
    if refused := too_large(file):
        return refused
    on = PartialDate(chosen.on) if chosen.on else PartialDate.of(dossiers_of().now().date())
    data, name, by = file.read(), (file.name or "table")[-200:], caller_of(request).name
    asked: dict[str, Any] = {"by": by, "on": on, "choices": chosen.choices()}
    made = 0
    if chosen.enter:
        intake, entries = enter_table(dossiers_of(), dossier, data, name, expected=chosen.expected, **asked)
        made = len(entries)
    else:
        intake = look_at_table(dossiers_of(), dossier, data, name, **asked)
    return Tabled(intake=as_plain(intake, whole=True), entries=made, version=dossier.version)


def _columns(said: str) -> dict[str, TableField | None]:
    try:
        plain = json.loads(said)
        return {str(heading): None if field is None else TableField(field) for heading, field in plain.items()}
    except (ValueError, AttributeError, RecursionError) as exc:
        there = ", ".join(TableField)
        raise WrongCall(f"columns are an object in JSON, fields by headings; fields are: {there}") from exc
