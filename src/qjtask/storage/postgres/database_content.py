"""What a ledger in a database holds, read in one moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Refused, refuse
from qjtask.storage.index.index_form import INDEX_KIND
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.address import DatabaseAddress
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.seen_log import LogGlimpse, row_head

FORM = 2
"""The form of the tables that this program knows."""

_MOST_NAMED = 20


class PlanPlace(NamedTuple):
    """A plan in the database: its number, its path in the folder that it came from, and whose it is.

    `ledger` is the own name of the ledger that it is in, which no other has; `size` the bytes of its plan and
    log, about.
    """

    id: int
    file: str
    office: str
    ledger: str
    size: int


class LedgerContent(NamedTuple):
    """Plan and log, byte for byte, and their version: it grows with every writing.

    `text_version` is the one in which the plan got this text, `places` how many rows the log is made of.
    `seen` is how the row begins that was seen last, where it was asked for, and `last` how the last does.
    `indexed` is how many rows the index knows that this login trusts, None where there is none.
    """

    version: int
    text_version: int
    text: bytes
    places: int = 0
    log: bytes = b""
    seen: bytes | None = None
    last: bytes | None = None
    indexed: int | None = None

    @property
    def glimpse(self) -> LogGlimpse:
        """What it says of the log beside all of it."""
        return LogGlimpse(self.version, self.places, self.seen, self.last)

    def after(self, version: int, rows: Sequence[bytes], text: bytes | None) -> LedgerContent:
        """The same once these rows were appended, and another text may have taken the plan's place."""
        log = self.log + b"".join(rows)
        kept = (self.text_version, self.text) if text is None else (version, text)
        last = row_head(rows[-1]) if rows else self.last
        return LedgerContent(version, *kept, self.places + len(rows), log, None, last, self.indexed)


_NOTHING = LedgerContent(0, 0, b"")


def find_plan(connection: Connection, address: DatabaseAddress) -> PlanPlace:
    """The plan that an address means: the one it names, or the only one that this login may see.

    Refused where there is none, or are several, and where another version of the program made the tables.
    """
    ledger = check_form(connection, address.shown)
    name = address.plan
    if name:
        files = [name, f"{name}.yaml", f"{name}/tasks.yaml"]
        found = connection.rows(statements.PLANS_NAMED, (files,))
    else:
        found = connection.rows(statements.PLANS)
    if len(found) == 1:
        ((plan, file, office, size),) = found
        return PlanPlace(plan, file, office, ledger, size)
    if not found:
        what = f"没有名叫“{name}”的计划" if name else "没有一份计划"
        raise refuse(address.shown, f"{what}，或登录名 {connection.login} 看不到它", "请核对，或请管理员授权")
    raise _several(address, [file for _, file, *_ in found])


def visible_plans(connection: Connection, shown: str) -> list[PlanPlace]:
    """Every plan that this login may see, by their paths."""
    ledger = check_form(connection, shown)
    rows = connection.rows(statements.VISIBLE_PLANS)
    return [PlanPlace(plan, file, office, ledger, size) for plan, file, office, size in rows]


def check_form(connection: Connection, shown: str) -> str:
    """The ledger's own name. Refused where another version of the program made the tables."""
    ((form, ledger),) = connection.rows(statements.ABOUT)
    if form > FORM:
        raise refuse(shown, "台账是由更新的 qjtask 建的", "请先更新 qjtask")
    if form < FORM:
        raise refuse(shown, "台账是由旧的 qjtask 建的", "请管理员用现在的 qjtask 运行 qjtask db init")
    return str(ledger)


def read_content(
    connection: Connection, plan: int, shown: str, known: LedgerContent | None = None, seen: int = 0
) -> LedgerContent:
    """Plan and log of one moment; of what is `known` of this server only what came since is fetched.

    `seen` is the number of the row that was seen last. Refused when the plan is gone, or this login may not
    see it any more.
    """
    known = known or _NOTHING
    found = connection.rows(statements.CONTENT, (seen, INDEX_KIND, known.text_version, known.places, plan))
    if not found:
        raise _unseen(connection, shown)
    ((version, places, seen_row, last, indexed, text_version, text, tail),) = found
    text = known.text if text is None else bytes(text)
    log = known.log + bytes(tail or b"")
    rows = as_bytes(seen_row), as_bytes(last)
    return LedgerContent(version, text_version, text, places, log, *rows, indexed)


def read_text(
    connection: Connection, plan: int, shown: str, seen: int = 0
) -> tuple[LedgerContent, LogGlimpse]:
    """The plan alone, as if the log were empty, and what is said of the log. Refused as above."""
    found = connection.rows(statements.TEXT, (seen, plan))
    if not found:
        raise _unseen(connection, shown)
    ((version, places, *rows, text_version, text),) = found
    glimpse = LogGlimpse(version, places, *map(as_bytes, rows))
    return LedgerContent(version, text_version, bytes(text)), glimpse


def as_bytes(found: Any) -> bytes | None:
    """What a server gave as bytes, or None for null."""
    return None if found is None else bytes(found)


def _unseen(connection: Connection, shown: str) -> Refused:
    told = f"登录名 {connection.login} 看不到这份计划了"
    return refuse(shown, told, "请管理员运行 qjtask db grant")


def _several(address: DatabaseAddress, files: list[str]) -> Refused:
    named = "、".join(files[:_MOST_NAMED]) + ("……" if len(files) > _MOST_NAMED else "")
    told = f"有几份计划，不知道是哪一份：{named}"
    return refuse(address.shown, told, f"请写明，如 {address.shown_with(files[0])}")
