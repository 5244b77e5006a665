"""How far an item is and what stands in its way, in the words of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import date_words
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.log.order import happened
from qjtask.core.plan.ids import milestone_number
from qjtask.core.standing.counts import Category, category
from qjtask.core.standing.dues import DueKind, DueState
from qjtask.core.standing.light import Reason
from qjtask.core.standing.row import Row
from qjtask.core.standing.target_marks import target_marks
from qjtask.core.standing.words import status_words
from qjtask.core.text.width import shorten

_REPORTS = (Do.START, Do.NOTE, Do.DONE)
_TURNS = {
    Do.HOLD: "暂停",
    Do.DROP: "取消",
    Do.REOPEN: "重新打开",
    Do.RETURN: "退回",
    Do.DONE: "完成",
    Do.START: "启动",
}
_OPENS = (Do.REOPEN, Do.RETURN)
_MILESTONE = 40
"""Cells of a milestone's text beside the item that it is taken from."""


def day_words(day: date, year: int) -> str:
    """6月3日; with its year where that is not the plan's."""
    return f"{day.month}月{day.day}日" if day.year == year else date_words(day)


def progress_words(row: Row, entries: Iterable[Entry], year: int) -> str:
    """What each unit reported last, and of each milestone, oldest first, as in 6月1日审批科：梳理过半.

    After these the sums of amounts, which no single report tells.
    """
    reports = (
        f"{day_words(entry.on, year)}{entry.unit or ''}{report_words(entry, row)}"
        for entry in latest_reports(row, entries)
    )
    return "；".join((*reports, *_sums(row)))


def latest_reports(row: Row, entries: Iterable[Entry]) -> list[Entry]:
    """The latest report of each unit, and of each milestone, that says something; oldest first."""
    found: dict[tuple[str, str | None], Entry] = {}
    for entry in entries:
        if entry.do in _OPENS:  # what was done before it is no longer
            found = {source: told for source, told in found.items() if not _undoes(entry, source)}
        source = (entry.item, entry.unit)
        known = found.get(source)
        is_newer = known is None or happened(known) < happened(entry)
        if is_newer and entry.do in _REPORTS and report_words(entry, row):
            found[source] = entry
    return sorted(found.values(), key=happened)


def _sums(row: Row) -> Iterator[str]:
    for mark in target_marks(row):
        if mark.target.cumulative and mark.value is not None:
            yield f"{mark.target.name}累计{mark.value}{mark.target.unit}"


def _undoes(reopening: Entry, source: tuple[str, str | None]) -> bool:
    item, unit = source
    return item == reopening.item and reopening.unit in (None, unit)


def report_words(entry: Entry, row: Row) -> str:
    """What one report says; nothing of one that only starts an item."""
    done = "完成" if entry.do is Do.DONE else ""
    number = milestone_number(entry.item)
    if done and number is not None and number <= len(row.milestones):
        done = f"完成时间节点“{shorten(row.milestones[number - 1].what, _MILESTONE, 1)[0]}”"
    units = {target.name: target.unit for target in row.item.targets}
    values = "，".join(f"{name}{value}{units.get(name, '')}" for name, value in entry.values.items())
    told = "，".join(part for part in (entry.text.strip().rstrip("。；"), values) if part)
    return f"{done}：{told}" if told else done


def state_words(row: Row) -> str:
    """What stands under 完成状态: first the category that the item is counted in, so that the two agree.

    已完成 has its day; 逾期 and 持续推进 say how far it is; a recurring item, how many periods are done.
    """
    counted = category(row)
    if counted is Category.DONE and row.state.done_on:
        return f"已完成（{date_words(row.state.done_on)}）"
    if row.is_claimed and row.state.claimed_on:
        return f"{counted}（{date_words(row.state.claimed_on)}报完成）"
    periods = f"，已完成{row.state.closed}期" if row.state.closed else ""
    if counted in (Category.OVERDUE, Category.ONGOING):
        return f"{counted}（{status_words(row)}{periods}）"
    return f"{status_words(row)}{periods}"


def problem_words(row: Row, entries: Sequence[Entry], today: date, year: int) -> str:
    """存在问题: what is late and by how many days, why it was put off, held or dropped, what falls short."""
    return "；".join(_problems(row, entries, today, year))


def _problems(row: Row, entries: Sequence[Entry], today: date, year: int) -> Iterator[str]:
    yield from _late(row, today)
    yield from _turned(row, entries)
    yield from _put_off(row, year)
    is_finished = row.status is Status.DONE or row.is_claimed
    for mark in target_marks(row):
        if mark.is_missed or (is_finished and not mark.met):
            yield mark.words
    if row.is_unread:
        yield "完成时限读不懂"
    if Reason.BEHIND in row.reasons and row.pace and not row.is_overdue:
        yield row.pace.words
    if row.is_silent:
        yield f"已{row.silent_days}天没有进展记录"


def _late(row: Row, today: date) -> Iterator[str]:
    """What is late, and by how many days; whether the item was finished late."""
    for due in row.open_dues:
        if due.state is DueState.OVERDUE:
            what = f"时间节点“{due.what}”" if due.kind is DueKind.MILESTONE else ""
            yield f"{what}逾期{(today - due.by).days}天"
    if row.finished_late and row.deadline and row.state.done_on:
        yield f"逾期{(row.state.done_on - row.deadline).days}天完成"
    if row.finished_by_extension:
        yield f"延期后按期完成（原定{date_words(row.extended_from)}）" if row.extended_from else ""


def _put_off(row: Row, year: int) -> Iterator[str]:
    """Each extension with the day before it, and whether that had gone by; its reason, who agreed."""
    for one in row.state.extensions:
        of = "" if milestone_number(one.item) is None else f"{one.item} "
        before = f"由{day_words(one.before, year)}" if one.before else ""
        late = "（逾期后延期）" if one.is_late and one.is_later else ""
        told = "，".join(filter(None, (one.text, one.approved_by and f"{one.approved_by}同意", one.doc)))
        yield f"{of}{before}{'延至' if one.is_later else '提前至'}{day_words(one.to, year)}{late}" + (
            f"：{told}" if told else ""
        )


def _turned(row: Row, entries: Sequence[Entry]) -> Iterator[str]:
    """Why the item was held or dropped, or opened again after it was done: its status goes by the writing."""
    last = next((entry for entry in reversed(entries) if entry.do in _TURNS), None)
    if last and (last.do in _OPENS or row.status in (Status.HELD, Status.DROPPED)):
        unit = last.unit or ""
        yield f"{unit}{_TURNS[last.do]}" + (f"：{last.text}" if last.text else "")
