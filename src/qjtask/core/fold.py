"""The state of an item: a fold over its entries, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from qjtask.core.deadline import Recurrence
from qjtask.core.entry import Do, Entry
from qjtask.core.ids import milestone_number
from qjtask.core.plan import Item


class Status(StrEnum):
    """Where an item stands."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    HELD = "held"
    DROPPED = "dropped"


class State(NamedTuple):
    """What the entries of one item add up to.

    `since` is the day the status began; `shares` the units whose share is done, and when;
    `met` the milestones met, by number; `moved` the milestones' new dates; `extended_to` the
    item's; `closed` how many periods of a recurring item are done; `values` the latest
    measurement by target; `last` the latest entry.
    """

    status: Status = Status.TODO
    since: date | None = None
    done_on: date | None = None
    percent: int | None = None
    shares: Mapping[str, date] = {}  # noqa: RUF012 - never changed in place
    met: Mapping[int, date] = {}  # noqa: RUF012
    moved: Mapping[int, date] = {}  # noqa: RUF012
    extended_to: date | None = None
    extensions: tuple[Entry, ...] = ()
    closed: int = 0
    values: Mapping[str, str] = {}  # noqa: RUF012
    last: Entry | None = None


EMPTY = State()


def fold(
    item: Item,
    units: tuple[str, ...],
    entries: Iterable[Entry],
    *,
    year: int,
    issued: date | None = None,
) -> State:
    """The state that `entries` (standing ones, oldest first) leave the item in.

    `units` are the responsible units' names to show: the item is done when each one's share is.
    `year` and `issued` bound the periods of a recurring item.
    """
    periods = occurrences(item.deadline.recurrence, year, issued)
    state = EMPTY
    for entry in entries:
        number = milestone_number(entry.item)
        if number is None:
            state = _of_item(state, entry, units, periods)
        else:
            state = _of_milestone(state, entry, number)
        state = state._replace(last=entry, values={**state.values, **entry.values})
    return state


@lru_cache(maxsize=1024)
def occurrences(recurrence: Recurrence | None, year: int, issued: date | None) -> tuple[date, ...]:
    """The due dates of a recurring item: those of the plan's year, from the notice's date on."""
    if recurrence is None:
        return ()
    return tuple(day for day in recurrence.dates(year) if issued is None or day >= issued)


def next_period(periods: tuple[date, ...], closed: int) -> date | None:
    """The due date of the earliest period that is still open."""
    return periods[closed] if closed < len(periods) else None


def period_has_begun(periods: tuple[date, ...], closed: int, on: date) -> bool:
    """Whether the open period can be closed on that day: it begins after the previous due date."""
    return closed < len(periods) and (closed == 0 or periods[closed - 1] < on)


def _of_item(state: State, entry: Entry, units: tuple[str, ...], periods: tuple[date, ...]) -> State:
    match entry.do:
        case Do.START:
            return _turn(state, Status.DOING, entry.on)
        case Do.NOTE:
            noted = state._replace(percent=state.percent if entry.percent is None else entry.percent)
            return _turn(noted, Status.DOING, entry.on) if state.status is Status.TODO else noted
        case Do.DONE:
            return _done(state, entry, units, periods)
        case Do.HOLD:
            return _turn(state, Status.HELD, entry.on)
        case Do.DROP:
            return _turn(state, Status.DROPPED, entry.on)
        case Do.REOPEN:
            return _reopened(state, entry, bool(periods))
        case Do.EXTEND:
            return state._replace(extended_to=entry.to, extensions=(*state.extensions, entry))
        case Do.UNDO:
            return state


def _of_milestone(state: State, entry: Entry, number: int) -> State:
    if state.status is Status.TODO:
        state = _turn(state, Status.DOING, entry.on)
    match entry.do:
        case Do.DONE:
            return state._replace(met={**state.met, number: entry.on})
        case Do.REOPEN:
            return state._replace(met={n: on for n, on in state.met.items() if n != number})
        case Do.EXTEND if entry.to:
            moved = {**state.moved, number: entry.to}
            return state._replace(moved=moved, extensions=(*state.extensions, entry))
        case _:
            return state


def _done(state: State, entry: Entry, units: tuple[str, ...], periods: tuple[date, ...]) -> State:
    if entry.unit is not None:
        shares = {**state.shares, entry.unit: entry.on}
        state = _turn(state._replace(shares=shares), Status.DOING, entry.on)
        if not set(units) <= set(shares):
            return state
    finished = max(entry.on, *state.shares.values()) if entry.unit and state.shares else entry.on
    if not periods:
        return _turn(state, Status.DONE, finished)._replace(done_on=finished)
    if not period_has_begun(periods, state.closed, entry.on):
        return state
    state = _turn(state, Status.DOING, entry.on)._replace(closed=state.closed + 1, shares={}, percent=None)
    if state.closed == len(periods):
        return _turn(state, Status.DONE, entry.on)._replace(done_on=entry.on)
    return state


def _reopened(state: State, entry: Entry, recurring: bool) -> State:  # noqa: FBT001 - private, said once
    was_done = state.status is Status.DONE
    state = _turn(state, Status.DOING, entry.on)._replace(done_on=None)
    if entry.unit is not None:
        return state._replace(shares={unit: on for unit, on in state.shares.items() if unit != entry.unit})
    if recurring:
        return state._replace(closed=max(state.closed - 1, 0)) if was_done else state
    return state._replace(shares={}, percent=None) if was_done else state


def _turn(state: State, status: Status, on: date) -> State:
    return state if state.status is status else state._replace(status=status, since=on)
