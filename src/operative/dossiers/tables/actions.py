"""Rows of actions: what is to be done, by whom, by when, what comes next, and what their table says of their state."""

from collections.abc import Iterator
from dataclasses import replace

from operative.domain.facts.dossiers import EventNoted
from operative.domain.facts.mandates import Due, MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.tables import TableField
from operative.dossiers.labels import short_label
from operative.dossiers.tables.cells import Cells, read_day
from operative.dossiers.tables.facts import Reader, Said, key_of, plain_place
from operative.errors import Refused

__all__ = ["read_action"]

STATED = (
    TableField.LABEL,
    TableField.PROVISION,
    TableField.ADDRESSEE,
    TableField.DELIVERABLE,
    TableField.DUE,
)
"""The columns that make a mandate."""


def read_action(cells: Cells, reader: Reader) -> Said:
    """What a row of actions says that no table has said before; raises `Refused`, with the reason.

    A state that a table gives moves nothing: it is noted as said.
    """
    named = cells.words(TableField.MANDATE)
    if named:
        id = _known(named, reader)
        said = Said(reader, cells, id, short_label(cells.words(TableField.LABEL), "") or id)
    else:
        id = f"{reader.read.table}-{key_of(cells)}"
        said = Said(reader, cells, id)
        _state_mandate(said, cells, reader)
    _assign(said, cells, reader)
    _set_next(said, cells, reader)
    for field in (TableField.STATUS, TableField.UPDATE):
        words, before = cells.words(field), reader.standing.events.get((id, str(field)))
        if words and words != before:
            what = f"{field}: {words}" if before is None else f"{field}: {before} -> {words}"
            said.state(EventNoted(f"{field}: {words}", (id,)), what, field)
    return said


def _known(named: str, reader: Reader) -> str:
    """The mandate of the dossier that a cell names, by its id or by its place in the text."""
    word = plain_place(named)
    if word in reader.several:
        raise Refused(f"{named} has several mandates in this dossier; name one by its id")
    if word not in reader.names:
        raise Refused(f"there is no mandate {named!r} in this dossier")
    return reader.names[word]


def _state_mandate(said: Said, cells: Cells, reader: Reader) -> None:
    label = cells.words(TableField.LABEL)
    said.label = short_label(label, "")
    if not label:
        raise Refused("the row has no words that say what is to be done")
    deliverable = cells.words(TableField.DELIVERABLE)
    fact = MandateStated(
        said.key,
        reader.read.document,
        cells.words(TableField.PROVISION),
        said.label,
        reader.read.modality,
        cells.words(TableField.ADDRESSEE),
        label,
        (deliverable,) if deliverable else (),
        due=_due(said, cells),
    )
    before, now = reader.standing.stated.get(said.key), reader.standing.mandates.get(said.key)
    if before is None or now is None:
        if now is not None:
            raise Refused(f"there is a mandate {said.key!r} already, in entry {now.number}, which no table stated")
        said.state(fact, f"to do: {said.label}", *STATED)
        return
    stated = before.fact
    assert isinstance(stated, MandateStated)
    fact = replace(fact, document=stated.document)
    changed = tuple(_differences(stated, fact))
    if not changed:
        return
    if now.number != before.number:
        who = f"entry {now.number} by {now.statement.by} corrected what an earlier table said"
        raise Refused(f"{who}, and this one says otherwise ({'; '.join(changed)}): correct that entry by hand")
    said.state(fact, "; ".join(changed), *STATED, since=now.effective, corrects=now.number)


def _differences(before: MandateStated, now: MandateStated) -> Iterator[str]:
    """What a later version of a table says otherwise of a mandate, in words."""
    for name in ("action", "provision", "addressee", "deliverables", "due", "modality"):
        old, new = getattr(before, name), getattr(now, name)
        if old != new:
            yield f"{name}: {_say(old)} -> {_say(new)}"


def _say(value: object) -> str:
    words = (
        value.words if isinstance(value, Due) else "; ".join(value) if isinstance(value, tuple) else str(value or "")
    )
    return short_label(words, "") or "nothing"


def _due(said: Said, cells: Cells) -> Due | None:
    words = cells.words(TableField.DUE)
    day = read_day(words) if words else None
    if words and day is None:
        said.remarks.append(f"due: {words!r} names no day beyond doubt; its words are kept")
    return Due(words, latest=day) if words else None


def _assign(said: Said, cells: Cells, reader: Reader) -> None:
    owner, before = cells.words(TableField.OWNER), reader.standing.owners.get(said.key)
    if owner and owner != before:
        what = f"owner: {owner}" if before is None else f"owner: {before} -> {owner}"
        said.state(MandateMoved(said.key, Step.ASSIGN, owner), what, TableField.OWNER)


def _set_next(said: Said, cells: Cells, reader: Reader) -> None:
    action, words = cells.words(TableField.MILESTONE), cells.words(TableField.MILESTONE_DUE)
    before = reader.standing.following.get(said.key)
    if not action:
        if words:
            said.remarks.append(f"milestone due: {words!r} stands without a milestone, and is not taken")
        elif before:
            said.remarks.append("milestone: the cell is empty now; what an earlier table said stays")
        return
    day = read_day(words) if words else None
    if words and day is None:
        said.remarks.append(f"milestone due: {words!r} names no day beyond doubt, and is not taken")
    fact = NextActionSet(said.key, action, cells.words(TableField.OWNER), day)
    if fact != before:
        by = f", by {day}" if day else ""
        said.state(fact, f"next: {short_label(action, '')}{by}", TableField.MILESTONE, TableField.MILESTONE_DUE)
