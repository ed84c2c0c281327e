"""Ledgers in PostgreSQL."""

import pytest

from .database_contract import DatabaseContract


class TestPostgreSQL(DatabaseContract):
    changes = (
        "TRUNCATE operative_entry",
        "TRUNCATE operative_dossier CASCADE",
        "INSERT INTO operative_source VALUES "
        "('277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9', 'other', '', '') "
        "ON CONFLICT (sha256) DO UPDATE SET name = 'other'",
    )

    @pytest.fixture
    def url(self, postgresql_url: str) -> str:
        return postgresql_url
