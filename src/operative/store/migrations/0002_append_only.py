"""Triggers that hold entries, checkpoints, sources and dossiers as they were written, on both databases."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import migrations

TABLES = ("operative_entry", "operative_checkpoint", "operative_source", "operative_dossier")
# What makes a row the same row: SQLite's REPLACE would remove the old one without asking a trigger on DELETE.
SAME = {
    "operative_entry": "id = NEW.id OR (dossier_id = NEW.dossier_id AND number = NEW.number)",
    "operative_checkpoint": "id = NEW.id",
    "operative_source": "sha256 = NEW.sha256",
    "operative_dossier": "id = NEW.id OR key = NEW.key",
}
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION operative_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def sqlite() -> Iterator[str]:
    """The triggers in the words of SQLite."""
    for table in TABLES:
        abort = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {abort}"
        yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {abort}"
        yield (
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {SAME[table]}) {abort}"
        )


def postgresql() -> Iterator[str]:
    """The triggers in the words of PostgreSQL."""
    yield POSTGRESQL_FUNCTION
    for table in TABLES:
        call = "EXECUTE FUNCTION operative_append_only()"
        yield f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {call}"
        yield f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {call}"


WORDS = {"sqlite": sqlite, "postgresql": postgresql}


def set_triggers(apps: Any, editor: Any) -> None:
    """Sets the triggers; what Django calls."""
    for statement in WORDS[editor.connection.vendor]():
        editor.execute(statement, params=None)  # or a % would ask for a value


class Migration(migrations.Migration):
    """There is no way back: what was protected stays protected."""

    dependencies: ClassVar = [("operative", "0001_ledgers")]
    operations: ClassVar = [migrations.RunPython(set_triggers)]
