"""One line of the progress log: something somebody reported about one item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.plan.ids import item_id_of


class Do(StrEnum):
    """What an entry does. Others may come: an unknown one is kept in the log and passed over."""

    START = "start"
    NOTE = "note"
    DONE = "done"
    HOLD = "hold"
    DROP = "drop"
    REOPEN = "reopen"
    EXTEND = "extend"
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
    Do.UNDO: "撤销",
    Do.CHASE: "催办",
}


class Entry(NamedTuple):
    """A report. `item` may name a milestone (9.4.1); `on` is the day it happened, `at` when it was written.

    `percent` is 0 to 100; `to` the new date of an extension, or the day by which a chase wants its
    answer; `undoes` the id of the entry taken
    back; `values` what was measured, by target name, as decimal text. `line` is its place in the log.
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
    line: int = 0


class History(NamedTuple):
    """The log as of a day: the entries that count by item, and those that were taken back."""

    by_item: Mapping[str, tuple[Entry, ...]]
    undone: frozenset[str]
    ordered: tuple[Entry, ...]

    @property
    def standing(self) -> list[Entry]:
        """The entries that count, oldest first."""
        return [entry for entry in self.ordered if entry.do is not Do.UNDO and entry.id not in self.undone]


def history(entries: Iterable[Entry], today: date) -> History:
    """What the log says on `today`: entries dated later are not seen.

    The order is that of writing (`at`, then the file's), so a merge of two branches folds the same
    way on both sides; an entry that a merge brought twice counts once, and of two that share an id
    but not their content always the same one.
    """
    unique: dict[str, Entry] = {}
    for entry in entries:
        twin = unique.get(entry.id)
        if entry.on <= today and (twin is None or repr(entry[1:-1]) < repr(twin[1:-1])):
            unique[entry.id] = entry
    ordered = tuple(sorted(unique.values(), key=lambda entry: entry.at))
    undone = frozenset(entry.undoes for entry in ordered if entry.undoes)
    by_item: dict[str, list[Entry]] = {}
    for entry in ordered:
        if entry.do is not Do.UNDO and entry.id not in undone:
            by_item.setdefault(item_id_of(entry.item), []).append(entry)
    return History({item: tuple(found) for item, found in by_item.items()}, undone, ordered)
