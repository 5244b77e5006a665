"""The lock of a ledger in a database: whoever frees it frees it for good."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres import database_lock, statements
from qjtask.storage.postgres.connection import TimedOut
from qjtask.storage.postgres.database_lock import LockKind, free_lock, take_lock
from tests.database_office import DatabaseOffice
from tests.storage.ledger_contract import nobody, patiently


def test_a_lock_that_was_granted_as_its_wait_ran_out_is_not_held_twice(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server then has it granted, and denies it; a lock of a session survives the error."""
    first, second, third = (office.connection() for _ in range(3))
    take_lock(first, LockKind.LEDGER, 1, "p", nobody)
    asked: list[str] = []
    real = second.rows

    def rows(statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        if statement != statements.LOCK:
            return real(statement, values)
        asked.append(statement)
        if len(asked) == 1:
            free_lock(first)
        granted = real(statement, values)
        if len(asked) == 1:
            raise TimedOut([])
        return granted

    monkeypatch.setattr(second, "rows", rows)
    take_lock(second, LockKind.LEDGER, 1, "p", patiently)
    assert len(asked) == 2
    free_lock(second)
    take_lock(third, LockKind.LEDGER, 1, "p", nobody)


def test_two_kinds_and_two_plans_are_free_of_each_other(office: DatabaseOffice) -> None:
    held = [(kind, plan) for kind in LockKind for plan in (1, 2)]
    connections = [office.connection() for _ in held]
    for connection, (kind, plan) in zip(connections, held, strict=True):
        take_lock(connection, kind, plan, "p", nobody)


def test_patience_ends(office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_lock, "PATIENCE", 0.02)
    first, second = office.connection(), office.connection()
    take_lock(first, LockKind.LEDGER, 1, "p", nobody)
    with pytest.raises(Refused, match=r"另一个 qjtask 占用记录超过 0\.02 秒，什么也没有写入"):
        take_lock(second, LockKind.LEDGER, 1, "p", patiently)
