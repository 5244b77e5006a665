"""What is doubtful in a log whose lines can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.ids import item_id_of, milestone_number
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Problem


def log_doubts(plan: Plan, entries: Iterable[Entry], shown: str, today: date) -> list[Problem]:
    """Entries that count for nothing, and numbers that two letters have.

    An entry does not count when its item is gone, its unit not responsible, or its day to come.
    """
    items = {item.id: item for item in plan.items()}
    names = unit_names(plan)
    entries = list(entries)
    undone = {entry.undoes for entry in entries}
    letters: dict[str, list[tuple[date, str | None]]] = {}
    return [
        Problem(f"{shown}:{entry.line}:1", *told, is_warning=True)
        for entry in entries
        if entry.id not in undone and entry.do is not Do.UNDO  # taken back: it is not meant to count
        for told in (
            *_entry_doubts(entry, items.get(item_id_of(entry.item)), names, today),
            *_letter_doubts(entry, letters),
        )
    ]


def _entry_doubts(
    entry: Entry, item: Item | None, names: UnitNames, today: date
) -> Iterator[tuple[str, str]]:
    number = milestone_number(entry.item)
    if item is None or (number is not None and not 1 <= number <= len(item.all_milestones)):
        yield (
            f"计划里没有 {entry.item or '（空编号）'}，这条记录没有计入",
            "编号改过的话，请在记录里改成新编号",
        )
        return
    if entry.unit is not None and names.canonical((entry.unit,))[0] not in names.canonical(item.units):
        yield f"“{entry.unit}”不是 {item.id} 的责任单位", "请改成计划里的单位名称"
    if entry.on > max(today, entry.at.date()):  # on the day of an old report, later entries are no slips
        yield f"日期 {entry.on} 在今天之后，到那天才计入", "请核对日期"


def _letter_doubts(
    entry: Entry, letters: dict[str, list[tuple[date, str | None]]]
) -> Iterator[tuple[str, str]]:
    """Two letters of one number: two clerks chased, each in a copy of the log, before these were merged."""
    if entry.do is not Do.CHASE or not entry.text:
        return
    known, letter = letters.setdefault(entry.text, []), (entry.on, entry.unit)
    if letter in known:
        return
    known.append(letter)
    if len(known) > 1:
        on, unit = known[0]
        told = f"“{entry.text}”已是 {on} 发给{unit or '（未写单位）'}的那一份的编号"
        yield told, "请撤销其中一份，重新生成"
