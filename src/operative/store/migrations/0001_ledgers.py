"""Dossiers, entries, checkpoints, sources and what was read out of them."""

from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models.deletion import CASCADE, PROTECT


def number() -> Any:
    """The number by which the database knows a row."""
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    """From nothing."""

    initial = True
    dependencies: ClassVar = []
    operations: ClassVar = [
        migrations.CreateModel(
            name="Dossier",
            fields=[("id", number()), ("key", models.TextField(unique=True))],
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("media_type", models.TextField()),
                ("data", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("id", number()),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("made", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=64)),
                ("signature", models.CharField(max_length=128)),
                ("dossier", models.ForeignKey(on_delete=PROTECT, to="operative.dossier")),
            ],
        ),
        migrations.CreateModel(
            name="SourceReading",
            fields=[
                (
                    "source",
                    models.OneToOneField(on_delete=CASCADE, primary_key=True, serialize=False, to="operative.source"),
                ),
                ("logic", models.CharField(max_length=100)),
                ("text", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", number()),
                ("number", models.PositiveIntegerField()),
                ("recorded", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=60)),
                ("last", models.CharField(max_length=10)),
                ("corrects", models.PositiveBigIntegerField(null=True)),
                ("body", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("dossier", models.ForeignKey(db_index=False, on_delete=PROTECT, to="operative.dossier")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier", "kind", "number"], name="operative_by_kind"),
                    models.Index(
                        fields=["dossier", "number"],
                        name="operative_corrections",
                        condition=models.Q(("corrects__isnull", False)),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "number"), name="operative_one_per_number"),
                ],
            },
        ),
    ]
