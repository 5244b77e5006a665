"""What is wrong or doubtful in a log whose lines can be read."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.likely_days import odd_days
from qjtask.core.log.periods import period_of
from qjtask.core.plan.ids import item_id_of, milestone_number
from qjtask.core.plan.owners import OWNER_WORDS, owned
from qjtask.core.plan.plan import Item, Plan, Rules
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Problem

_Told = tuple[str, str, bool]
"""What it is, what to do, and whether the entry counts all the same."""

_MOST_LINES = 10


def log_doubts(
    plan: Plan, entries: Iterable[Entry], shown: str, today: date, names: UnitNames | None = None
) -> list[Problem]:
    """An error for each entry that counts for nothing; a doubt for what counts but is odd.

    What was taken back is not meant to count, and is passed over. What is dated after `today` is told in
    one line for all of it: whoever looks back at an earlier day has much of it. `names` are those of the
    plan's offices, where they are known.
    """
    entries = list(entries)
    undone = {entry.undoes for entry in entries if entry.do is Do.UNDO}
    meant = [entry for entry in entries if entry.id not in undone or entry.do is Do.UNDO]
    items = {item.id: item for item in plan.items()}
    known = {entry.id for entry in entries} if undone else set()
    found = list(_told_of_each(plan, names or unit_names(plan), items, meant, known))
    if to_come := _dated_after(today, meant, items):
        found.append((to_come[-1], _to_come_told(to_come)))
    return [
        Problem(f"{shown}:{entry.line}:1", what, fix, is_warning=counts)
        for entry, (what, fix, counts) in found
    ]


def _told_of_each(
    plan: Plan,
    names: UnitNames,
    items: Mapping[str, Item],
    entries: Iterable[Entry],
    known: Collection[str],
) -> Iterator[tuple[Entry, _Told]]:
    """What is told of entries one by one; `known` are the ids of all, those taken back included."""
    letters: dict[str, list[tuple[date, str | None]]] = {}
    for entry in entries:
        if entry.do is Do.UNDO:
            yield from ((entry, told) for told in _undo_faults(entry, known))
        else:
            item = items.get(item_id_of(entry.item))
            yield from ((entry, told) for told in _faults(entry, item, plan, names))
            yield from ((entry, told) for told in _letter_doubts(entry, letters))


def _undo_faults(entry: Entry, known: Collection[str]) -> Iterator[_Told]:
    if entry.undoes not in known:
        yield f"要撤销的记录 {entry.undoes} 不在这份记录里", "可能还有一份副本没有并入（qjtask merge）", False


def _faults(entry: Entry, item: Item | None, plan: Plan, names: UnitNames) -> Iterator[_Told]:
    number = milestone_number(entry.item)
    if item is None or (number is not None and not 1 <= number <= len(item.all_milestones)):
        told = f"计划里没有 {entry.item or '（空编号）'}，这条记录没有计入"
        yield told, "编号改过的话，请在记录里改成新编号", False
        return
    if entry.unit is not None:
        yield from _unit_doubts(entry, entry.unit, item, plan.rules, names)
    if entry.period:
        yield from _period_doubts(entry, item, plan.year)
    odd = odd_days(plan, entry.do, entry.on, entry.to)
    if odd:
        yield odd, "请核对年份", True


def _dated_after(today: date, entries: Iterable[Entry], items: Container[str]) -> list[Entry]:
    """The entries on these items that were written by `today` and dated after it."""
    return [
        entry
        for entry in entries
        if entry.at.date() <= today < entry.on and entry.do is not Do.UNDO and item_id_of(entry.item) in items
    ]


def _to_come_told(entries: Sequence[Entry]) -> _Told:
    """That entries are dated after today; those written later themselves are no slips, and not among them."""
    *_, last = entries
    what, where = f"日期 {last.on} ", ""
    if len(entries) > 1:
        lines = [str(entry.line) for entry in entries if entry.line]
        more = "等" if len(lines) > _MOST_LINES else ""
        what, where = f"{len(entries)}条记录的日期", f"（第{'、'.join(lines[:_MOST_LINES])}行{more}）"
    return f"{what}在今天之后，到那天才计入{where}", "请核对日期", True


def _unit_doubts(entry: Entry, unit: str, item: Item, rules: Rules, names: UnitNames) -> Iterator[_Told]:
    """An office that does not owe the item: it has no share to finish. It may tell how the work goes."""
    offices = names.each((unit,))
    if not set(offices).isdisjoint(names.each(owned(item, rules).names)):
        return
    counts = entry.do not in (Do.DONE, Do.REOPEN)
    if (
        counts
        and entry.percent is None
        and not set(offices).isdisjoint(names.each((*item.lead, *item.units, *item.support)))
    ):
        return
    owners = OWNER_WORDS[owned(item, rules).owner]
    told = f"“{unit}”不是 {item.id} 的{owners}"
    yield told if counts else f"{told}，这条记录没有计入", "请改成计划里的单位名称", counts


def _period_doubts(entry: Entry, item: Item, year: int) -> Iterator[_Told]:
    if item.deadline.recurrence is None:
        yield f"{item.id} 不是周期性工作，{entry.period} 一期的完成只计为进展", "请核对计划里的完成时限", True
    elif entry.period and period_of(item.deadline.recurrence.dates(year), entry.period) is None:
        yield f"{item.id} 没有 {entry.period} 这一期，这条记录没有计入", "请核对计划里的完成时限", False


def _letter_doubts(entry: Entry, letters: dict[str, list[tuple[date, str | None]]]) -> Iterator[_Told]:
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
        yield told, "请撤销其中一份，重新生成", True
