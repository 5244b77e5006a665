"""The lock that a writer holds in a database; it is free when its connection ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum
from time import monotonic

from qjtask.core.problem import refuse
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection, Lost, TimedOut

PATIENCE = 30.0
"""Seconds that a writer waits for another before it gives up."""

_SLICE = 1.0
"""Seconds of one wait: Ctrl-C is heard between two."""


class LockKind(IntEnum):
    """What is locked of a plan: two numbers that no other program's locks are likely to have."""

    LEDGER = 0x716A0001
    DELIVERIES = 0x716A0002


def take_lock(
    connection: Connection, kind: LockKind, plan: int, shown: str, on_wait: Callable[[], None]
) -> None:
    """Hold a lock. `on_wait` is called once when another has it; Refused when that one does not end."""
    ((is_free,),) = connection.rows(statements.TRY_LOCK, (int(kind), plan))
    if is_free:
        return
    on_wait()
    until = monotonic() + PATIENCE
    connection.rows(statements.WAIT_AT_MOST, (f"{min(PATIENCE, _SLICE) * 1000:.0f}ms",))
    while True:
        try:
            connection.rows(statements.LOCK, (int(kind), plan))
            break
        except TimedOut as error:
            if monotonic() > until:
                told = f"另一个 qjtask 占用记录超过 {PATIENCE:g} 秒，什么也没有写入"
                raise refuse(shown, told, "请稍后再试，或关闭占用它的程序") from error


def free_lock(connection: Connection) -> None:
    """Let others have it.

    A lock that is granted in the moment in which its wait runs out is held, though the answer denies it; had
    once more it would count twice. So all are freed: a connection holds no other.
    """
    with suppress(Lost):  # it is free then
        connection.rows(statements.UNLOCK)
