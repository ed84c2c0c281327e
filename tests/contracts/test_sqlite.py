"""Ledgers in SQLite."""

import pytest

from .database_contract import DatabaseContract


class TestSQLite(DatabaseContract):
    # REPLACE removes the row that is in its way, and asks no trigger on DELETE.
    changes = (
        "REPLACE INTO operative_entry SELECT id, number, recorded, kind, last, corrects, '{}', digest, "
        "dossier_id, cites FROM operative_entry WHERE number = 1",
        "INSERT OR REPLACE INTO operative_source VALUES "
        "('277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9', 'other', '', x'00')",
        "UPDATE OR REPLACE operative_entry SET number = 1 WHERE number = 2",
    )

    @pytest.fixture
    def url(self, sqlite_url: str) -> str:
        return sqlite_url
