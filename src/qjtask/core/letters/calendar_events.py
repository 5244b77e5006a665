"""The year as events of a calendar: one per deadline, milestone and recurrence, each telling its state."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from qjtask.core.log.fold import Status
from qjtask.core.log.history import History
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.dues import Due, DueKind, DueState
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, shares
from qjtask.core.standing.words import STATUS_WORDS, SUPPORT, heading, joined, printed_words, status_words
from qjtask.core.text.width import shorten

_NAMESPACE = UUID("6f9b2d1e-4c55-4a0b-9c1f-0e6f3d7a8b21")
"""Never to change: with another one, a calendar would hold every event twice."""

_SUMMARY = 80
"""Cells of a work text in a summary: a calendar shows no more, and the description has the whole."""

_DONE, _DONE_LATE, _SHARE_DONE = STATUS_WORDS[Status.DONE], "逾期完成", "本单位已完成"
_LATE = ("已逾期", "暂停，已逾期")
_DAY = timedelta(days=1)

_Told = tuple[int, datetime]
"""How many entries an item has, and when the last one was written."""


class Event(NamedTuple):
    """A thing wanted on a day, as a calendar holds it.

    `uid` is made of the plan and the thing's id, never of its date: an extension moves the event.
    `sequence` counts the entries about the item and never falls; `changed` is when the event last
    began to read otherwise, in UTC. `alarms` are in days before, none where nobody need be warned.
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
    alarms: tuple[int, ...] = ()
    is_cancelled: bool = False
    rule: str = ""
    until: date | None = None
    one_of_series: bool = False


class Agenda(NamedTuple):
    """A calendar: its name, its events in the table's order, and how many items have no date to show."""

    name: str
    events: tuple[Event, ...]
    undated: int


def agenda(plan: Plan, rows: Sequence[Row], past: History, only: Collection[str] = ()) -> Agenda:
    """The calendar of all rows; of those of the responsible units in `only`, if any are named.

    For these a thing is done as soon as the share of every one of them is.
    """
    told = _told(past)
    issued = plan.issued or date(plan.year, 1, 1)
    found = [
        tuple(_Item(plan, share, told.get(share.row.item.id, (0, _start_of(issued)))).events())
        for share in shares(rows, only)
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


class _Item:
    """The events of one item as it stands for some units, and what they share."""

    def __init__(self, plan: Plan, share: Share, told: _Told) -> None:
        self._plan = plan
        self._share = share
        self._row = share.row
        self._told = told

    def events(self) -> Iterator[Event]:
        """The item's own date or its periods, then its milestones."""
        dues = self._share.dues
        yield from self._series([due for due in dues if due.kind is DueKind.PERIOD])
        for due in dues:
            if due.kind is not DueKind.PERIOD:
                yield self._event(due)

    def _series(self, periods: Sequence[Due]) -> Iterator[Event]:
        """The series, which reads as its coming periods do, and by themselves those that are done or late."""
        recurrence = self._row.item.deadline.recurrence
        if not recurrence or not periods:
            return
        coming = self._row.periods[-1]._replace(by=periods[0].by, done_on=None)
        yield self._event(coming, is_series=True)._replace(rule=recurrence.rule, until=periods[-1].by)
        for period in periods:
            if period.state in (DueState.DONE, DueState.OVERDUE):
                yield self._event(period)._replace(one_of_series=True)

    def _alarms(self, by: date) -> tuple[int, ...]:
        """As early as the plan warns, and the day before; on the day itself where it warns no earlier."""
        warned = (by - self._plan.rules.warn.before(by)).days
        return (warned, 1) if warned > 1 else (warned,)

    def _event(self, wanted: Due, *, is_series: bool = False) -> Event:
        row, (count, changed) = self._row, self._told
        is_dropped = wanted.state is DueState.DROPPED
        is_asked = wanted.is_open
        is_late = wanted.state is DueState.OVERDUE and not is_series
        mark = self._mark(wanted, is_late=is_late, is_series=is_series)
        return Event(
            uid=_uid(self._plan, wanted.id),
            day=wanted.by,
            summary=f"〔{mark}〕{shown_id(wanted.id, row.item)} {shorten(wanted.what, _SUMMARY, 1)[0]}",
            description=tuple(_description(self._plan, row, wanted, mark)),
            category=heading(row.group),
            sequence=count,
            changed=max(changed, _start_of(wanted.by + _DAY)) if is_late else changed,
            alarms=self._alarms(wanted.by) if is_asked else (),
            is_cancelled=is_dropped,
        )

    def _mark(self, wanted: Due, *, is_late: bool, is_series: bool) -> str:
        """How the event stands, in a word."""
        if wanted.state is DueState.REPORTED:
            return STATUS_WORDS[Status.REPORTED]
        if wanted.state is DueState.DONE:
            if wanted.done_on:
                return _DONE_LATE if wanted.done_on > wanted.by else _DONE
            return _SHARE_DONE if self._share.is_ahead else _DONE
        if is_late:
            return _LATE[self._row.status is Status.HELD]
        # a percentage is that of the open period, and not of a series
        return STATUS_WORDS[self._row.status] if is_series else status_words(self._row)


def _description(plan: Plan, row: Row, wanted: Due, mark: str) -> Iterator[str]:
    """What the summary has no room for, line by line."""
    yield wanted.what
    if wanted.what != row.item.work:
        yield f"所属工作：{shown_id(row.item.id, row.item)} {row.item.work}"
    yield f"状态：{mark}"
    yield f"完成时限：{printed_words(row.item)}"
    for entry in row.state.extensions:
        if entry.item == wanted.id:
            yield f"延期：{entry.on} 延至 {entry.to}" + (f"，原因：{entry.text}" if entry.text else "")
    if row.units:
        yield f"责任单位：{joined(row.units)}"
    if row.lead:
        yield f"牵头单位：{joined(row.lead)}"
    if row.support:
        yield f"{SUPPORT}：{joined(row.support)}"
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
