"""The tables in which dossiers are kept; triggers hold entries, checkpoints, sources and claims as written."""

from typing import ClassVar

from django.db import models

__all__ = ["Checkpoint", "Dossier", "Entry", "Source", "SourceClaim", "SourceReading"]


class Dossier(models.Model):
    """The key of a dossier; all that is known of it stands in its entries."""

    key = models.TextField(unique=True)

    def __str__(self) -> str:
        return str(self.key)


class Entry(models.Model):
    """An entry as `operative.dossiers.ports.Row` describes it."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, db_index=False)
    number = models.PositiveIntegerField()
    # Moments and days stand as ISO 8601: the two databases then give back the same, to the microsecond.
    recorded = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    last = models.CharField(max_length=10)
    corrects = models.PositiveBigIntegerField(null=True)
    # Text, not the database's own JSON: digests are those of these very characters.
    body = models.TextField()
    digest = models.CharField(max_length=64)
    # The documents among the evidence, as a JSON list; NULL in entries of versions that looked into the text.
    cites = models.TextField(null=True)

    class Meta:
        """Two writers at once meet in the constraint."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "number"], name="operative_one_per_number")]
        indexes: ClassVar = [
            models.Index(fields=["dossier", "kind", "number"], name="operative_by_kind"),
            models.Index(fields=["dossier", "last", "number"], name="operative_by_day"),
            models.Index(
                fields=["dossier", "number"], name="operative_corrections", condition=models.Q(corrects__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier} {self.number}"


class Checkpoint(models.Model):
    """A signed mark of a ledger."""

    dossier = models.ForeignKey(Dossier, models.PROTECT)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    made = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)

    def __str__(self) -> str:
        return f"{self.dossier} {self.number}"


class Source(models.Model):
    """The bytes of a document, once."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    name = models.TextField()
    media_type = models.TextField()
    data = models.BinaryField()

    def __str__(self) -> str:
        return str(self.name)


class SourceReading(models.Model):
    """What a version of the program read out of a source: a cache, that may be dropped."""

    source = models.OneToOneField(Source, models.CASCADE, primary_key=True)
    logic = models.CharField(max_length=100)
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.source} {self.logic}"


class SourceClaim(models.Model):
    """What somebody says of a value that was read out of a source, in the order of the saying."""

    source = models.ForeignKey(Source, models.PROTECT, db_index=False)
    # A dossier, or whoever brought the source: what is said in one place is not heard in another.
    scope = models.TextField()
    body = models.TextField()

    class Meta:
        """Claims are asked for by source and scope."""

        indexes: ClassVar = [models.Index(fields=["source", "scope"], name="operative_claims_of")]

    def __str__(self) -> str:
        return f"{self.source} {self.scope}"
