"""A ledger in a database locked, read, and written: each line once, whatever becomes of the connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property

from qjtask.core.log.bounds import check_bounds
from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Entry
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import refuse
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.logs.log_file import Log, parse_log
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.addition import Addition, lines_of, tries
from qjtask.storage.postgres.change import Change, change_of_part, change_of_whole
from qjtask.storage.postgres.connection import Connection, Lost
from qjtask.storage.postgres.database_content import LedgerContent
from qjtask.storage.postgres.database_lock import LockKind
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.held_lock import HeldLock
from qjtask.storage.postgres.kept_bytes import FetchedRows
from qjtask.storage.postgres.kept_index import KeptIndex, kept_index
from qjtask.storage.postgres.plan_part import DatabasePart, plan_part
from qjtask.storage.texts.source import decode


class DatabaseBook:
    """A locked ledger in a database, as it was when the lock was taken.

    With `in_part` all of it is fetched only once it is asked for.

    The lock ends with the connection. A writer whose connection broke takes it anew, and sends the same ids
    and bytes again: the database does not write them twice. If others have written meanwhile, what was
    decided still holds unless the plan changed or they reported on the same work; then nothing is written.
    """

    def __init__(self, source: DatabasePlan, on_wait: Callable[[], None], *, in_part: bool = False) -> None:
        self._source = source
        self._content: LedgerContent | None = None
        self._part: DatabasePart | None = None
        self._is_closed = False
        self._lock: HeldLock[LedgerContent] | HeldLock[KeptIndex]
        if in_part:
            lock = HeldLock(source, LockKind.LEDGER, source.shown, on_wait, self._kept)
            self._lock = lock
            with suppress(Lost):
                self._part = plan_part(lock.found, lock.plan(), lambda *asked: lock.connection().rows(*asked))
        else:
            whole = HeldLock(source, LockKind.LEDGER, source.shown, on_wait, source.content)
            self._lock, self._content = whole, whole.found

    def read(self) -> None:
        """Read all of it now. Refused when it cannot be read."""
        _ = self.plan, self.log

    def is_as(self, found: IndexedPlan) -> bool:
        """Whether the ledger still is what was looked at."""
        part = self._part
        if part is None:
            return False
        return part.places == found.log.size and part.found.plan.content == found.plan.content

    @cached_property
    def plan(self) -> Plan:
        """The plan."""
        return self._source.parsed_plan(self._whole().text)

    @cached_property
    def plan_text(self) -> str:
        """The plan's YAML, as a person wrote it."""
        return decode(self._whole().text, self._source.shown)

    @cached_property
    def log(self) -> Log:
        """The log."""
        return self._source.parsed_log(self._whole().log)

    def append(self, entries: Sequence[Entry]) -> None:
        """Append the entries, all or none: they last once this returns. Refused otherwise."""
        check_bounds(entries)
        self._write(Addition(lines_of(entries), items=frozenset(item_id_of(one.item) for one in entries)))

    def append_lines(self, lines: Sequence[LogLine]) -> None:
        """Append lines as they stand in another copy of the log, all or none."""
        self._write(Addition([(line.id, line.text + b"\n") for line in lines]))

    def replace_plan(self, text: str, entries: Sequence[Entry] = ()) -> None:
        """Put another plan in its place, and append the entries that go with it: both or neither."""
        check_bounds(entries)
        self._write(Addition(lines_of(entries), text.encode()))

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
        for _ in tries():
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
        change = self._change(connection, addition)
        ids, lines = [one for one, _ in addition.lines], [line for _, line in addition.lines]
        seen = change.after.version - 1
        values = (self._lock.plan(), seen, ids, lines, change.end, addition.text, *change.made.values())
        ((version,),) = connection.rows(statements.APPEND, values)
        if connection.was_warned:
            return False
        if version is None:
            self._hold(self._still_holds(connection, addition))
            return False
        if version == change.after.version:  # nobody but us has written
            self._hold(change.after)
            if isinstance(change.after, LedgerContent):
                self._source.saw(connection, change.after)
            else:
                self._source.saw_glimpse(change.after.now)
        elif now := self._source.content(connection):
            self._hold(now)
        return True

    def _change(self, connection: Connection, addition: Addition) -> Change:
        """What comes of an addition."""
        if self._part is not None:
            with suppress(Unfit):
                return change_of_part(self._part, addition)
            self._hold(self._still_holds(connection, addition))
        return change_of_whole(self._source, self._whole(), addition)

    def _still_holds(self, connection: Connection, addition: Addition) -> LedgerContent:
        """All as it is now, where what others wrote leaves alone what was decided upon. Else Refused."""
        seen, now = self._part or self._whole(), self._source.content(connection)
        if now is None:
            raise Lost
        rows = FetchedRows(connection.rows, statements.LINE_PIECES, now.places, self._lock.plan())
        (tail,) = rows.pieces([(seen.places, now.places)])
        touched = {item_id_of(entry.item) for entry in parse_log(tail, self._source.log_shown).entries}
        is_as_decided = now.text_version == seen.text_version and not touched & addition.items
        if not is_as_decided or (addition.text is not None and now.version != seen.version):
            told = "断线的时候别人改了计划，或登记了同一项工作，什么也没有写入"
            raise refuse(self._source.shown, told, "请再运行一次")
        return now

    # What is known of it ------------------------------------------------------------------------------

    def _hold(self, now: LedgerContent | DatabasePart) -> None:
        self._content = now if isinstance(now, LedgerContent) else None
        self._part = now if isinstance(now, DatabasePart) else None

    def _kept(self, connection: Connection) -> KeptIndex | None:
        return kept_index(self._source, connection)

    def _whole(self) -> LedgerContent:
        """All of the ledger. Refused where the connection breaks."""
        if self._content is None:
            with suppress(Lost):
                self._content = self._source.content(self._lock.connection())
        if self._content is None:
            raise refuse(self._source.shown, "和数据库的连接断了，什么也没有写入", "请再运行一次")
        return self._content
