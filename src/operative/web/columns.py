"""The words of tables that people bring, for readers: what their rows are, what columns say, what becomes of a row."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from operative.domain.facts.tables import TableField, TableKind
from operative.domain.intakes import RowFate

__all__ = ["FATES", "FIELDS", "KINDS"]

KINDS: Mapping[TableKind, Any] = {
    TableKind.ACTIONS: gettext_lazy("actions that somebody tracks"),
    TableKind.COSTS: gettext_lazy("figures of costs"),
    TableKind.CITATIONS: gettext_lazy("documents that entities name among their mandates"),
}
FATES: Mapping[RowFate, Any] = {
    RowFate.NEW: pgettext_lazy("row", "new"),
    RowFate.CHANGED: pgettext_lazy("row", "changed"),
    RowFate.SAME: pgettext_lazy("row", "the same"),
    RowFate.REFUSED: pgettext_lazy("row", "refused"),
}
FIELDS: Mapping[TableField, Any] = {
    TableField.ID: gettext_lazy("number or code of the row"),
    TableField.PART: gettext_lazy("part, where several rows have one number"),
    TableField.MANDATE: gettext_lazy("request of this dossier"),
    TableField.LABEL: gettext_lazy("what it is about"),
    TableField.PROVISION: gettext_lazy("paragraph"),
    TableField.ADDRESSEE: gettext_lazy("who is asked"),
    TableField.OWNER: gettext_lazy("who is responsible"),
    TableField.DELIVERABLE: gettext_lazy("what is to be delivered"),
    TableField.DUE: gettext_lazy("when it is due"),
    TableField.MILESTONE: gettext_lazy("next step"),
    TableField.MILESTONE_DUE: gettext_lazy("when the next step is due"),
    TableField.STATUS: gettext_lazy("state, as the table says"),
    TableField.UPDATE: gettext_lazy("what was done, as the table says"),
    TableField.REMARK: gettext_lazy("remark"),
    TableField.AMOUNT: gettext_lazy("amount"),
    TableField.LOW: gettext_lazy("lowest amount"),
    TableField.HIGH: gettext_lazy("highest amount"),
    TableField.UNIT: gettext_lazy("unit or currency"),
    TableField.YEAR: gettext_lazy("year"),
    TableField.SOURCE: gettext_lazy("who or what says so"),
    TableField.ENTITY: gettext_lazy("entity"),
    TableField.SYMBOL: gettext_lazy("whole symbol"),
    TableField.SHORT_SYMBOL: gettext_lazy("short symbol"),
    TableField.SORT: gettext_lazy("sort of document"),
    TableField.URL: gettext_lazy("address on the web"),
}
