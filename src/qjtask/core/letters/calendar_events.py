"""The year as events of a calendar: one a deadline, a milestone and a recurrence, each telling its state."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from qjtask.core.log.fold import Status
from qjtask.core.log.history import History
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import are_shares_done
from qjtask.core.standing.words import STATUS_WORDS, heading, joined, status_words
from qjtask.core.text.width import shorten

_NAMESPACE = UUID("6f9b2d1e-4c55-4a0b-9c1f-0e6f3d7a8b21")
"""Never to change: with another one, a calendar would hold every event twice."""

_SUMMARY = 80
"""Cells of a work text in a summary: a calendar shows no more, and the description has the whole."""

_DONE, _DONE_LATE = "已完成", "逾期完成"
_LATE = ("已逾期", "暂停，已逾期")
_DAY = timedelta(days=1)

_Told = tuple[int, datetime]
"""How many entries an item has, and when the last one was written."""


class Event(NamedTuple):
    """A thing wanted on a day, as a calendar holds it.

    `uid` is made of the plan and the thing's id, never of its date: an extension moves the event.
    `sequence` counts the entries about the item and never falls; `changed` is when the event last
    began to read otherwise, in UTC. `alarm` is in days before, None where nobody need be warned.
    `rule` (RFC 5545, 3.3.10) repeats the event up to `until`; an event that is `one_of_series`
    shares its uid with that series, and tells of its one day what the rest does not.
    """

    uid: str
    day: date
    summary: str
    description: tuple[str, ...]
    category: str
    sequence: int
    changed: datetime
    alarm: int | None = None
    is_cancelled: bool = False
    rule: str = ""
    until: date | None = None
    one_of_series: bool = False


class Agenda(NamedTuple):
    """A calendar: its name, its events in the table's order, and how many items have no date to show."""

    name: str
    events: tuple[Event, ...]
    undated: int


def agenda(plan: Plan, rows: Sequence[Row], past: History, today: date, only: Collection[str] = ()) -> Agenda:
    """The calendar of all rows; of those of the responsible units in `only`, if any are named.

    For these a thing is done as soon as the share of every one of them is.
    """
    told = _told(past)
    issued = plan.issued or date(plan.year, 1, 1)
    found = [
        tuple(_Item(plan, row, told.get(row.item.id, (0, _start_of(issued))), today, only).events())
        for row in rows
        if not only or any(unit in only for unit in row.units)
    ]
    name = f"{plan.title}（{joined(sorted(only))}）" if only else plan.title
    return Agenda(name, tuple(event for events in found for event in events), found.count(()))


def _told(past: History) -> Mapping[str, _Told]:
    """The entries of each item counted: those taken back and the undoing ones too, so that none is unsaid."""
    counted: dict[str, _Told] = {}
    for entry in past.ordered:
        item_id = item_id_of(entry.item)
        before = counted[item_id][0] if item_id in counted else 0
        counted[item_id] = (before + 1, _utc(entry.at))
    return counted


class _Wanted(NamedTuple):
    """The whole of an item (9.2), a milestone of it (9.4.1) or one of its periods, wanted by a day.

    `done` is how people are told that it is; empty when it is not.
    """

    id: str
    by: date
    work: str
    done: str = ""


class _Item:
    """The events of one item, and what they share."""

    def __init__(self, plan: Plan, row: Row, told: _Told, today: date, only: Collection[str]) -> None:
        self._plan = plan
        self._row = row
        self._told = told
        self._today = today
        is_share_done = are_shares_done(row, only)
        self._done = _DONE if row.status is Status.DONE else "本单位已完成" if is_share_done else ""

    def events(self) -> Iterator[Event]:
        """The item's own date or its periods, then its milestones."""
        row = self._row
        if row.item.deadline.recurrence:
            yield from self._series(row.item.deadline.recurrence.rule)
        elif row.deadline:
            done = _DONE_LATE if row.finished_late else self._done
            yield self._event(_Wanted(row.item.id, row.deadline, row.item.work, done))
        for milestone_id, by, work, met in row.milestones:
            done = (_DONE_LATE if met > by else _DONE) if met else self._done
            yield self._event(_Wanted(milestone_id, by, work, done))

    def _series(self, rule: str) -> Iterator[Event]:
        """The series, which reads as its coming periods do, and by themselves those that are done or late."""
        row = self._row
        periods = row.state.periods
        if not periods:
            return
        is_done = row.status is Status.DONE
        coming = _Wanted(row.item.id, periods[0], row.item.work, _DONE if is_done else "")
        yield self._event(coming, is_series=True)._replace(rule=rule, until=periods[-1])
        for by in periods:
            done = _DONE if by in row.state.closed_on else self._done if by == row.state.next_period else ""
            if done or (row.is_open and by < self._today):
                yield self._event(coming._replace(by=by, done=done))._replace(one_of_series=True)

    def _event(self, wanted: _Wanted, *, is_series: bool = False) -> Event:
        row, (count, changed) = self._row, self._told
        is_dropped = row.status is Status.DROPPED and not wanted.done
        is_asked = not (wanted.done or is_dropped)
        is_late = is_asked and not is_series and wanted.by < self._today
        words = STATUS_WORDS[row.status] if is_series else status_words(row)  # a percentage is of one period
        mark = wanted.done or (_LATE[row.status is Status.HELD] if is_late else words)
        return Event(
            uid=_uid(self._plan, wanted.id),
            day=wanted.by,
            summary=f"〔{mark}〕{wanted.id} {shorten(wanted.work, _SUMMARY, 1)[0]}",
            description=tuple(_description(self._plan, row, wanted, mark)),
            category=heading(row.group),
            sequence=count,
            changed=max(changed, _start_of(wanted.by + _DAY)) if is_late else changed,
            alarm=(wanted.by - self._plan.rules.warn.before(wanted.by)).days if is_asked else None,
            is_cancelled=is_dropped,
        )


def _description(plan: Plan, row: Row, wanted: _Wanted, mark: str) -> Iterator[str]:
    """What the summary has no room for, a line each."""
    yield wanted.work
    if wanted.work != row.item.work:
        yield f"所属工作：{row.item.id} {row.item.work}"
    yield f"状态：{mark}"
    yield f"完成时限：{row.item.deadline.text.strip() or '（未写）'}"
    for entry in row.state.extensions:
        if entry.item == wanted.id:
            yield f"延期：{entry.on} 延至 {entry.to}" + (f"，原因：{entry.text}" if entry.text else "")
    if row.units:
        yield f"责任单位：{joined(row.units)}"
    if row.lead:
        yield f"牵头单位：{joined(row.lead)}"
    yield f"依据：{plan.title}{f'（{plan.document}）' if plan.document else ''}"


def _uid(plan: Plan, wanted: str) -> str:
    """The same whenever the plan is exported; of a plan without a document number its title and year."""
    document = "".join(plan.document.split()) or f"{plan.title} {plan.year}"
    return f"{uuid5(_NAMESPACE, f'{document}/{wanted}')}@qjtask"


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # at the calendar's two ends
        return moment.replace(tzinfo=UTC)
