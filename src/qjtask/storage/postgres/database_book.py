"""A ledger in a database locked, read, and written: each line once, whatever becomes of the connection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import monotonic, sleep
from typing import NamedTuple

from qjtask.core.log.bounds import check_bounds
from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Entry
from qjtask.core.plan.ids import item_id_of
from qjtask.core.problem import refuse
from qjtask.storage.entry_line import format_entry
from qjtask.storage.line_append import last_entry_of, line_end
from qjtask.storage.log_file import ends_whole, parse_log
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection, Lost
from qjtask.storage.postgres.database_content import LedgerContent
from qjtask.storage.postgres.database_index import kept_indexes
from qjtask.storage.postgres.database_lock import LockKind
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.held_lock import HeldLock
from qjtask.storage.postgres.projecting import projection
from qjtask.storage.source import decode

PERSISTENCE = 60.0
"""Seconds for which a writer that heard no answer asks again, before it says that it does not know."""

_LONGEST_PAUSE = 1.0


class Addition(NamedTuple):
    """What is to be written: the lines with their ids, the plan's new text, and what was decided upon."""

    lines: Sequence[tuple[str, bytes]]
    text: bytes | None = None
    items: frozenset[str] = frozenset()


class DatabaseBook:
    """A locked ledger in a database, as it was when the lock was taken.

    The lock ends with the connection. A writer whose connection broke takes it anew, and sends the same ids
    and bytes again: the database does not write them twice. If others have written meanwhile, what was
    decided still holds unless the plan changed or they reported on the same work; then nothing is written.
    """

    def __init__(self, source: DatabasePlan, on_wait: Callable[[], None]) -> None:
        self._source = source
        self._lock = HeldLock(source, LockKind.LEDGER, source.shown, on_wait)
        self._content = self._lock.content
        self._is_closed = False
        try:
            self.plan = source.parsed_plan(self._content.text)
            self.plan_text = decode(self._content.text, source.shown)
            self.log = source.parsed_log(self._content.log)
        except BaseException:
            self.close()
            raise

    def append(self, entries: Sequence[Entry]) -> None:
        """Append the entries, all or none: they last once this returns. Refused otherwise."""
        check_bounds(entries)
        self._write(Addition(_lines_of(entries), items=frozenset(item_id_of(one.item) for one in entries)))

    def append_lines(self, lines: Sequence[LogLine]) -> None:
        """Append lines as they stand in another copy of the log, all or none."""
        self._write(Addition([(line.id, line.text + b"\n") for line in lines]))

    def replace_plan(self, text: str, entries: Sequence[Entry] = ()) -> None:
        """Put another plan in its place, and append the entries that go with it: both or neither."""
        check_bounds(entries)
        self._write(Addition(_lines_of(entries), text.encode()))

    def close(self) -> None:
        """Nothing is written from here on."""
        self._is_closed = True
        self._lock.free()

    # Writing ------------------------------------------------------------------------------------------

    def _write(self, addition: Addition) -> None:
        """Send it until it is answered."""
        if self._is_closed:
            raise RuntimeError("the ledger is no longer locked")
        if not addition.lines and addition.text is None:
            return
        cause: Lost | None = None
        for _ in _tries():
            try:
                if self._is_written(addition):
                    return
            except Lost as lost:
                cause = lost
        told = "和数据库的连接断了，不知道这一次记下了没有"
        raise refuse(self._source.shown, told, "请稍后运行 qjtask log 核对，没有记下的再登记") from cause

    def _is_written(self, addition: Addition) -> bool:
        """Whether it is written for good. Lost where nobody knows, Refused where it may not be any more.

        A server that gives up waiting for its standby says so in a notice beside its answer: such lines can
        be lost with that server. Asked again, it waits again.
        """
        connection = self._lock.connection()
        seen = self._content
        end = line_end(last_entry_of(seen.log), ends_whole)
        ids, lines = [one for one, _ in addition.lines], [line for _, line in addition.lines]
        after = seen.after(seen.version + 1, [end, *lines] if lines and end else lines, addition.text)
        plan = self._lock.plan()
        made = projection(plan, after, kept_indexes(connection, [plan])[plan].packed)
        values = (plan, seen.version, ids, lines, end, addition.text, *made.values())
        ((version,),) = connection.rows(statements.APPEND, values)
        if connection.was_warned:
            return False
        if version is None:
            self._content = self._still_holds(connection, addition)
            return False
        if version == seen.version + 1:  # nobody but us has written
            self._content = after
            self._source.saw(connection, self._content)
        else:
            self._content = self._source.content(connection) or seen
        return True

    def _still_holds(self, connection: Connection, addition: Addition) -> LedgerContent:
        """What others have written meanwhile, where it leaves alone what was decided upon. Else Refused."""
        seen, now = self._content, self._source.content(connection)
        if now is None:
            raise Lost
        others = parse_log(now.log[len(seen.log) :], self._source.log_shown).entries
        touched = {item_id_of(entry.item) for entry in others}
        if addition.text is not None or now.text != seen.text or touched & addition.items:
            told = "断线的时候别人改了计划，或登记了同一项工作，什么也没有写入"
            raise refuse(self._source.shown, told, "请再运行一次")
        return now


def _lines_of(entries: Sequence[Entry]) -> list[tuple[str, bytes]]:
    return [(entry.id, f"{format_entry(entry)}\n".encode()) for entry in entries]


def _tries() -> Iterator[None]:
    """Once now, and then again and again with growing pauses, for as long as a writer persists."""
    until = monotonic() + PERSISTENCE
    pause = 0.05
    yield
    while monotonic() < until:
        sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
        yield
