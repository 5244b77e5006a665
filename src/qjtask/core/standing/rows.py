"""From plan and log to rows: what each item is, when it is next due, and which light it shows.

The meaning of every word here is the design's; the light's rule lives in this file and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import CLOSED, EMPTY, State, fold
from qjtask.core.log.history import History, history
from qjtask.core.plan.plan import Group, Item, Plan
from qjtask.core.plan.unit_names import UnitNames, lead_names, unit_names
from qjtask.core.standing.row import Due, Light, Row


def rows(plan: Plan, entries: Iterable[Entry], today: date) -> list[Row]:
    """Every item of the plan as it stands on `today`, in the table's order."""
    return rows_of(plan, history(entries, today), today)


def rows_of(plan: Plan, past: History, today: date) -> list[Row]:
    """`rows`, for a log already put in order."""
    clock = _Clock(plan, today)
    responsible, leading = unit_names(plan), lead_names(plan)
    entries = {item_id: _under_shown_names(found, responsible) for item_id, found in past.by_item.items()}
    return [
        _row(group, item, (leading, responsible), entries.get(item.id), clock)
        for group in plan.groups
        for item in group.items
    ]


def _under_shown_names(entries: Iterable[Entry], names: UnitNames) -> list[Entry]:
    """Entries written while an office went by another of its names count for it under today's."""
    return [
        entry if entry.unit is None else entry._replace(unit=names.canonical((entry.unit,))[0])
        for entry in entries
    ]


class _Clock:
    """The days that a plan's rules make of today, worked out once for all rows."""

    def __init__(self, plan: Plan, today: date) -> None:
        self.today = today
        self.year = plan.year
        self.issued = plan.issued
        self.rules = plan.rules
        self.warn_until = plan.rules.warn.after(today)
        self.silent_before = plan.rules.review.before(today)
        self.counted_from = plan.issued or date(plan.year, 1, 1)

    def light(self, by: date) -> Light:
        """The light of something open that is wanted by a day."""
        if by < self.today:
            return Light.RED
        return Light.YELLOW if by <= self.warn_until else Light.GREEN


def _row(
    group: Group,
    item: Item,
    names: tuple[UnitNames, UnitNames],
    entries: Sequence[Entry] | None,
    clock: _Clock,
) -> Row:
    lead, units = names[0].canonical(item.lead), names[1].canonical(item.units)
    is_told = entries or item.deadline.recurrence
    state = fold(item, units, entries or (), year=clock.year, issued=clock.issued) if is_told else EMPTY
    deadline = _deadline(item, state)
    is_open = state.status not in CLOSED
    dues = _dues(item, state, deadline, clock) if is_open else ()
    light, why, silent = _light(state, dues, clock) if is_open else (None, "", None)
    return Row(
        item=item,
        group=group,
        lead=lead,
        units=units,
        state=state,
        dues=dues,
        deadline=deadline,
        extended_from=item.deadline.date if state.extended_to and not item.deadline.milestone else None,
        light=light,
        why=why,
        days_left=(dues[0].by - clock.today).days if dues else None,
        silent_days=silent,
        finished_late=bool(deadline and state.done_on and state.done_on > deadline),
    )


def _deadline(item: Item, state: State) -> date | None:
    """The item's own date: of a recurring one the next, or the last when all are done; extended; printed."""
    if item.deadline.recurrence:
        return state.next_period or max(state.periods, default=None)
    if state.extended_to:
        return state.extended_to
    return None if item.deadline.milestone else item.deadline.date


def _dues(item: Item, state: State, deadline: date | None, clock: _Clock) -> tuple[Due, ...]:
    whole = [Due(item.id, deadline, item.work, clock.light(deadline))] if deadline else []
    if not item.milestones and not item.deadline.milestone:
        return tuple(whole)
    dues = [
        Due(f"{item.id}.{number}", by, milestone.work, clock.light(by))
        for number, milestone in enumerate(item.all_milestones, 1)
        if number not in state.met
        for by in (state.moved.get(number, milestone.by),)
    ]
    return tuple(sorted([*dues, *whole], key=lambda due: due.by))


def _light(state: State, dues: tuple[Due, ...], clock: _Clock) -> tuple[Light, str, int | None]:
    """The light, the reason for it in Chinese, and for an undated item the days of silence."""
    if dues:
        _, by, _, light = dues[0]
        days = (by - clock.today).days
        if days < 0:
            return light, f"期限{by}，已逾期{-days}天", None
        return light, "今天到期" if days == 0 else f"还有{days}天到期（{by}）", None
    since = state.last.on if state.last else clock.counted_from
    silent = max((clock.today - since).days, 0)
    told = "没有期限，" + (f"最近一次记录在{since}" if state.last else f"{since}以来没有记录")
    if since < clock.silent_before:
        return Light.YELLOW, f"{told}，已{silent}天，超过{clock.rules.review}", silent
    return Light.GREEN, told, silent
