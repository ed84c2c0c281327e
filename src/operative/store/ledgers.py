"""Ledgers in SQLite or PostgreSQL, through Django."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from operator import attrgetter
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import IntegrityError, OperationalError, connections, transaction
from django.db.models.functions import Coalesce

from operative.domain.checkpoints import Checkpoint
from operative.domain.claims import Claim
from operative.domain.entries import Entry, Statement
from operative.dossiers.citations import listed
from operative.dossiers.ledger import START, seal_all
from operative.dossiers.ports import Citing, Head, Held, Row
from operative.dossiers.records import as_plain, canonical, from_plain
from operative.errors import StaleVersion, UnreachableStore
from operative.store import models

__all__ = ["DatabaseLedgers"]

FIELDS = Row._fields
BATCH = 1000
AS_ROW = partial(tuple.__new__, Row)
"""What the database gives as a row, in a fifth of the time of `Row._make`, which counts the fields."""

AS_CITING = partial(tuple.__new__, Citing)
NONE = "[]"
"""What is kept beside an entry that gives no evidence."""


class DatabaseLedgers:
    """Ledgers in the database that Django knows by this name; each thread has its own connection."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def close(self) -> None:
        """Gives back the connection of this thread."""
        connections[self.alias].close()

    def keys(self) -> tuple[str, ...]:
        """The keys of all dossiers, in the order of their code points."""
        # Sorted here: databases order by the language they were set up with.
        return tuple(sorted(models.Dossier.objects.using(self.alias).values_list("key", flat=True)))

    def head(self, dossier: str) -> Head:
        """The last entry of the ledger."""
        found = self._of(dossier).order_by("-number").values_list("number", "digest").first()
        return Head(*found) if found else START

    def append(
        self,
        dossier: str,
        statements: Sequence[Statement],
        *,
        expected: int,
        recorded: datetime,
        sources: Sequence[Held] = (),
    ) -> tuple[Entry, ...]:
        """The statements as entries, with the bytes that they speak of: all or nothing, for good when this returns."""
        try:
            with transaction.atomic(using=self.alias):
                head = self.head(dossier)
                if head.number != expected:
                    raise StaleVersion(f"{dossier} is at entry {head.number}, not {expected}: look again, then write")
                entries, rows = seal_all(dossier, statements, head, recorded)
                for one in sources:
                    self.keep(*one)
                if rows:
                    self._insert(dossier, rows, statements)
        except IntegrityError as exc:
            # Another writer took the number between our look and our writing.
            raise StaleVersion(f"somebody else wrote to {dossier} after entry {expected}: look again") from exc
        except OperationalError as exc:
            raise UnreachableStore(f"nothing was written: {str(exc).strip()}") from exc
        return entries

    def _insert(self, dossier: str, rows: Sequence[Row], statements: Sequence[Statement]) -> None:
        owner = self._owner(dossier)
        columns = ", ".join(("dossier_id", *FIELDS, "cites"))
        places = ", ".join(["%s"] * (len(FIELDS) + 2))
        with connections[self.alias].cursor() as cursor:
            table = models.Entry._meta.db_table
            kept = [(owner, *row, listed(one)) for row, one in zip(rows, statements, strict=True)]
            for start in range(0, len(kept), BATCH):
                batch = kept[start : start + BATCH]
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", batch)

    def _owner(self, dossier: str) -> Any:
        found, _ = models.Dossier.objects.using(self.alias).get_or_create(key=dossier)
        return found.pk

    def rows(
        self, dossier: str, *, after: int = 0, upto: int | None = None, kinds: Iterable[str] | None = None
    ) -> list[Row]:
        """The entries as they are kept, in the order of their numbers."""
        found = self._of(dossier)
        if after:
            found = found.filter(number__gt=after)
        if upto is not None:
            found = found.filter(number__lte=upto)
        if kinds is not None:
            found = found.filter(kind__in=tuple(kinds))
        return list(map(AS_ROW, self._fetch(found.order_by("number").values_list(*FIELDS))))

    def tail(self, dossier: str, most: int, *, upto: int, until: str, recorded: str | None = None) -> list[Row]:
        """The last entries in the order of their days, at most so many."""
        found = self._of(dossier).filter(number__lte=upto, last__lte=until)
        if recorded is not None:
            found = found.filter(recorded__lte=recorded)
        rows = self._fetch(found.order_by("-last", "-number").values_list(*FIELDS)[:most])
        return list(map(AS_ROW, reversed(rows)))

    def citings(self, dossier: str, *, upto: int) -> list[Citing]:
        """The entries with evidence, in the order of their days."""
        found = self._of(dossier).filter(number__lte=upto).exclude(cites=NONE).annotate(told=Coalesce("cites", "body"))
        # Sorted here: the database would carry its whole texts along.
        rows = self._fetch(found.order_by("number").values_list(*Citing._fields))
        return sorted(map(AS_CITING, rows), key=attrgetter("last", "number"))

    def corrections(self, dossier: str) -> list[tuple[int, str, int]]:
        """Of each entry that corrects another: its number, when it was recorded, and the number that it corrects."""
        found = self._of(dossier).filter(corrects__isnull=False).order_by("number")
        return self._fetch(found.values_list("number", "recorded", "corrects"))

    def keep(self, data: bytes, name: str, media_type: str = "") -> str:
        """The SHA-256, in hex, by which the bytes are kept."""
        sha256 = hashlib.sha256(data).hexdigest()
        sources = models.Source.objects.using(self.alias)
        if not sources.filter(sha256=sha256).exists():
            try:
                with transaction.atomic(using=self.alias):
                    sources.create(sha256=sha256, data=data, name=name, media_type=media_type)
            except IntegrityError:
                # Another process kept the same bytes in this moment; that is as good.
                if not sources.filter(sha256=sha256).exists():
                    raise
        return sha256

    def source(self, sha256: str) -> bytes | None:
        """The bytes with this digest; None where none are kept."""
        found = models.Source.objects.using(self.alias).filter(sha256=sha256).values_list("data", flat=True).first()
        return None if found is None else bytes(found)

    def checkpoints(self, dossier: str) -> tuple[Checkpoint, ...]:
        """The signed marks of the ledger."""
        found = models.Checkpoint.objects.using(self.alias).filter(dossier__key=dossier)
        told = found.values_list("number", "digest", "made", "key", "signature")
        marks = (Checkpoint(dossier, a, b, datetime.fromisoformat(c), d, e) for a, b, c, d, e in told)
        return tuple(sorted(marks, key=lambda one: (one.number, one.made)))

    def add_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keeps a signed mark."""
        with transaction.atomic(using=self.alias):
            models.Checkpoint.objects.using(self.alias).create(
                dossier_id=self._owner(checkpoint.dossier),
                number=checkpoint.number,
                digest=checkpoint.digest,
                made=checkpoint.made.isoformat(),
                key=checkpoint.key,
                signature=checkpoint.signature,
            )

    def reading(self, sha256: str, logic: str) -> str | None:
        """What this version of the program read out of a source."""
        found = models.SourceReading.objects.using(self.alias).filter(source=sha256, logic=logic)
        text: str | None = found.values_list("text", flat=True).first()
        return text

    def keep_reading(self, sha256: str, logic: str, text: str) -> None:
        """Keeps what was read; what an older version had read goes."""
        readings = models.SourceReading.objects.using(self.alias)
        readings.update_or_create(source_id=sha256, defaults={"logic": logic, "text": text})

    def claims(self, sha256: str, scope: str) -> tuple[Claim, ...]:
        """What was said, in one scope, of the values that were read out of a source."""
        found = models.SourceClaim.objects.using(self.alias).filter(source=sha256, scope=scope).order_by("id")
        return tuple(from_plain(Claim, json.loads(body)) for body in found.values_list("body", flat=True))

    def add_claims(self, sha256: str, scope: str, claims: Sequence[Claim]) -> None:
        """Keeps what is said of values of a source."""
        with transaction.atomic(using=self.alias):
            for claim in claims:
                body = canonical(as_plain(claim)).decode()
                models.SourceClaim.objects.using(self.alias).create(source_id=sha256, scope=scope, body=body)

    def _of(self, dossier: str) -> Any:
        return models.Entry.objects.using(self.alias).filter(dossier__key=dossier)

    def _fetch(self, query: Any) -> list[Any]:
        """The rows of a query as the database gives them: texts and numbers need nothing of Django."""
        try:
            sql, values = query.query.get_compiler(using=self.alias).as_sql()
        except EmptyResultSet:  # no kind was asked for
            return []
        with connections[self.alias].cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall())
