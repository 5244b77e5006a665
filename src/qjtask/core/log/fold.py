"""The state of an item: a fold over its entries, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.periods import occurrences, period_has_begun
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Item


class Status(StrEnum):
    """Where an item stands."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    HELD = "held"
    DROPPED = "dropped"


CLOSED = frozenset({Status.DONE, Status.DROPPED})
"""Nothing more is wanted, until somebody reopens the item."""


class State(NamedTuple):
    """What the entries of one item add up to.

    `since` is the day the status began; `shares` the units whose share is done, and when;
    `met` the milestones met, by number; `moved` the milestones' new dates; `extended_to` the
    item's; `closed_on` the days on which a recurring item's periods were done, in order; `values` the latest
    measurement by target; `last` the latest entry.
    """

    status: Status = Status.TODO
    since: date | None = None
    done_on: date | None = None
    percent: int | None = None
    shares: Mapping[str, date] = {}
    met: Mapping[int, date] = {}
    moved: Mapping[int, date] = {}
    extended_to: date | None = None
    extensions: tuple[Entry, ...] = ()
    closed_on: tuple[date, ...] = ()
    values: Mapping[str, str] = {}
    last: Entry | None = None

    @property
    def closed(self) -> int:
        """How many periods of a recurring item are done."""
        return len(self.closed_on)


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

    Two branches of a log may say together what no command would let anyone say. Then what is done
    or dropped stays so until it is reopened, the first of two days stands, and the share of a unit
    that is not responsible, or a milestone that the plan does not have, changes nothing.
    """
    periods = occurrences(item.deadline.recurrence, year, issued)
    state = EMPTY
    for entry in entries:
        if entry.do is Do.CHASE:
            continue  # the office's own letter is no progress of the unit's
        number = milestone_number(entry.item)
        if number is None:
            state = _of_item(state, entry, units, periods)
        elif 1 <= number <= len(item.all_milestones):
            state = _of_milestone(state, entry, number)
        else:
            continue
        state = state._replace(last=entry, values={**state.values, **entry.values})
    return state


def _of_item(  # noqa: PLR0911 - one return a kind
    state: State, entry: Entry, units: tuple[str, ...], periods: tuple[date, ...]
) -> State:
    if state.status in CLOSED and entry.do not in (Do.NOTE, Do.REOPEN):
        return state
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
            return _reopened(state, entry, units)
        case Do.EXTEND if entry.to:
            return state._replace(extended_to=entry.to, extensions=(*state.extensions, entry))
        case _:
            return state


def _of_milestone(state: State, entry: Entry, number: int) -> State:
    if state.status is Status.TODO and entry.do in (Do.START, Do.NOTE, Do.DONE):
        state = _turn(state, Status.DOING, entry.on)
    match entry.do:
        case Do.DONE:
            return state._replace(met={number: entry.on, **state.met})
        case Do.REOPEN:
            return state._replace(met={n: on for n, on in state.met.items() if n != number})
        case Do.EXTEND if entry.to:
            moved = {**state.moved, number: entry.to}
            return state._replace(moved=moved, extensions=(*state.extensions, entry))
        case _:
            return state


def _done(state: State, entry: Entry, units: tuple[str, ...], periods: tuple[date, ...]) -> State:
    if periods and not period_has_begun(periods, state.closed, entry.on):
        return state
    finished = entry.on
    if entry.unit is not None:
        if entry.unit not in units:
            return state
        shares = {entry.unit: entry.on, **state.shares}
        state = _turn(state._replace(shares=shares), Status.DOING, entry.on)
        if not shares.keys() >= set(units):
            return state
        finished = max(shares.values())
    if not periods:
        return _turn(state, Status.DONE, finished)._replace(done_on=finished)
    state = _turn(state, Status.DOING, entry.on)._replace(
        closed_on=(*state.closed_on, entry.on), shares={}, percent=None
    )
    if state.closed == len(periods):
        return _turn(state, Status.DONE, entry.on)._replace(done_on=entry.on)
    return state


def _reopened(state: State, entry: Entry, units: tuple[str, ...]) -> State:
    """Open the item again, or one unit's share and no other; of a recurring item, the last period."""
    if entry.unit is not None and entry.unit not in units:
        return state
    if state.done_on:
        shares = {unit: state.shares.get(unit, state.done_on) for unit in units} if entry.unit else {}
        state = state._replace(done_on=None, percent=None, shares=shares, closed_on=state.closed_on[:-1])
    shares = {unit: on for unit, on in state.shares.items() if unit != entry.unit}
    return _turn(state, Status.DOING, entry.on)._replace(shares=shares)


def _turn(state: State, status: Status, on: date) -> State:
    return state if state.status is status else state._replace(status=status, since=on)
