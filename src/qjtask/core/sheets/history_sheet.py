"""The sheet of log: who reported what, when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.history import History
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Item
from qjtask.core.standing.words import joined

_HISTORY = (
    Column("日期"),
    Column("编号"),
    Column("事项"),
    Column("内容", weight=3),
    Column("登记人"),
    Column("登记时间", on_screen=False),
)


def history_sheet(
    entries: Iterable[Entry], past: History, items: Iterable[Item] = (), *, with_numbers: bool = False
) -> Sheet:
    """Entries, oldest first, under the numbers of the `items`; those taken back are dimmed and say so.

    On a terminal their record numbers are seen only `with_numbers`: `undo` takes them.
    """
    known = {item.id: item for item in items}
    lines = tuple(_history_cells(entry, past, known) for entry in entries)
    columns = (*_HISTORY, Column("记录号", on_screen=with_numbers))
    return Sheet("", columns, lines, (f"共{len(lines)}条记录" if lines else "没有记录",))


def _history_cells(entry: Entry, past: History, known: Mapping[str, Item]) -> tuple[Cell, ...]:
    undone = entry.id in past.undone
    tone = Tone.DIM if undone else Tone.PLAIN
    word = DO_WORDS[entry.do] + ("（已撤销）" if undone else "")
    item = known.get(item_id_of(entry.item))  # an entry may name what the plan has no more
    return (
        Cell(entry.on, tone),
        Cell(shown_id(entry.item, item) if item else entry.item, tone),
        Cell(word, tone),
        Cell(entry_words(entry), tone),
        Cell(entry.by, tone),
        Cell(entry.at.isoformat(timespec="seconds"), tone),
        Cell(entry.id, tone),
    )


def entry_words(entry: Entry) -> str:
    """What an entry reports, in one line."""
    parts = [
        entry.unit and f"单位：{entry.unit}",
        _until(entry),
        None if entry.percent is None else f"进度{entry.percent}%",
        entry.text,
        "，".join(f"{name}：{value}" for name, value in entry.values.items()),
        entry.period and f"{entry.period} 一期",
        entry.grade and f"等次：{entry.grade}",
        entry.approved_by and f"同意：{entry.approved_by}",
        entry.doc and f"文件：{entry.doc}",
        entry.evidence and f"佐证：{joined(entry.evidence)}",
        entry.do is Do.UNDO and f"撤销记录 {entry.undoes}",
    ]
    return "；".join(part for part in parts if part)


def _until(entry: Entry) -> str | None:
    """The day that an extension or a chase names."""
    if entry.to is None:
        return None
    return f"请于{entry.to}前答复" if entry.do is Do.CHASE else f"延至{entry.to}"
