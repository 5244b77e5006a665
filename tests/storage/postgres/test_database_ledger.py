"""A ledger in PostgreSQL: it keeps every promise of a ledger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qjtask.storage.postgres import database_lock
from tests.storage.ledger_contract import LedgerContract


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(database_lock, "PATIENCE", 0.01)


class TestDatabaseLedger(LedgerContract):
    """The promises of every ledger."""
