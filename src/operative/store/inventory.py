"""What lies in the store beside the ledgers: texts that nothing points to, and readings of an earlier program."""

import json

from operative.domain.facts.dossiers import DocumentAttached
from operative.store.models import Entry, Source, SourceReading

__all__ = ["count_stale", "find_loose"]


def find_loose(alias: str, wanted: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The digest and name of each text that no dossier has attached, and that is not wanted elsewhere."""
    attached = Entry.objects.using(alias).filter(kind=DocumentAttached.kind).values_list("body", flat=True)
    held = {json.loads(body)["fact"]["sha256"] for body in attached.iterator()} | wanted
    there = Source.objects.using(alias).order_by("name", "sha256").values_list("sha256", "name")
    return tuple((digest, name) for digest, name in there if digest not in held)


def count_stale(alias: str, logic: str) -> int:
    """How many readings are kept that another version of the program made."""
    return SourceReading.objects.using(alias).exclude(logic=logic).count()
