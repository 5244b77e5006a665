"""One line of the progress log: something somebody reported about one item."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple


class Do(StrEnum):
    """What an entry does. Others may come: an unknown one is kept in the log and passed over."""

    START = "start"
    NOTE = "note"
    DONE = "done"
    HOLD = "hold"
    DROP = "drop"
    REOPEN = "reopen"
    EXTEND = "extend"
    ACCEPT = "accept"
    RETURN = "return"
    UNDO = "undo"
    CHASE = "chase"


DO_WORDS = {
    Do.START: "启动",
    Do.NOTE: "进展",
    Do.DONE: "完成",
    Do.HOLD: "暂停",
    Do.DROP: "取消",
    Do.REOPEN: "重开",
    Do.EXTEND: "延期",
    Do.ACCEPT: "销号",
    Do.RETURN: "退回",
    Do.UNDO: "撤销",
    Do.CHASE: "催办",
}


class Entry(NamedTuple):
    """A report. `item` may name a milestone (9.4.1); `on` is the day it happened, `at` when it was written.

    `percent` is 0 to 100, of the unit's own part where a `unit` is named; `to` the new date of an
    extension, or the day by which a chase wants its answer; `undoes` the id of the entry taken back;
    `values` what was measured, by target name, as decimal text.

    Entries that one command wrote share a `batch`. `period` is the due date that a completion of
    recurring work settles; lines older than this key lack it. `sha256` holds the digest (hexadecimal)
    that a file of `evidence` had when it was reported, by its path. `grade` is that of an acceptance;
    `approved_by` and `doc` say who agreed to an extension, and in which document; of a work dropped or opened
    again by `import --update`, `doc` is the notice that did it. `line` is the
    entry's place in the log.
    """

    id: str
    item: str
    do: Do
    on: date
    at: datetime
    by: str | None = None
    unit: str | None = None
    text: str = ""
    evidence: tuple[str, ...] = ()
    percent: int | None = None
    to: date | None = None
    undoes: str | None = None
    values: Mapping[str, str] = {}
    batch: str | None = None
    period: date | None = None
    sha256: Mapping[str, str] = {}
    grade: str | None = None
    approved_by: str | None = None
    doc: str | None = None
    line: int = 0
