"""Ledgers in memory."""

import pytest

from operative.dossiers.ports import Ledgers
from operative.store.memory import MemoryLedgers

from .ledger_contract import LedgerContract


class TestMemory(LedgerContract):
    @pytest.fixture
    def ledgers(self) -> Ledgers:
        return MemoryLedgers()
