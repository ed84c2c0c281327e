"""What people say of the values that were read out of sources, held as it was written."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models.deletion import PROTECT

TABLE = "operative_sourceclaim"


def sqlite() -> Iterator[str]:
    """The triggers in the words of SQLite."""
    abort = f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
    yield f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} {abort}"
    yield f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} {abort}"
    yield (
        f"CREATE TRIGGER {TABLE}_no_replace BEFORE INSERT ON {TABLE} "
        f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id) {abort}"
    )


def postgresql() -> Iterator[str]:
    """The triggers in the words of PostgreSQL; the function is that of the ledgers."""
    call = "EXECUTE FUNCTION operative_append_only()"
    yield f"CREATE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW {call}"
    yield f"CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT {call}"


WORDS = {"sqlite": sqlite, "postgresql": postgresql}


def set_triggers(apps: Any, editor: Any) -> None:
    """Sets the triggers; what Django calls."""
    for statement in WORDS[editor.connection.vendor]():
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """There is no way back: what was protected stays protected."""

    dependencies: ClassVar = [("operative", "0002_append_only")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="SourceClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("scope", models.TextField()),
                ("body", models.TextField()),
                ("source", models.ForeignKey(db_index=False, on_delete=PROTECT, to="operative.source")),
            ],
            options={"indexes": [models.Index(fields=["source", "scope"], name="operative_claims_of")]},
        ),
        migrations.RunPython(set_triggers),
    ]
