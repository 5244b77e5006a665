"""What is wanted by a day: an item, a milestone of one, or one period of recurring work."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Self

from qjtask.core.log.fold import State, Status
from qjtask.core.log.periods import Periods
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item
from qjtask.core.standing.light import Clock, Light


class DueKind(StrEnum):
    """What it is that is wanted."""

    ITEM = "item"
    MILESTONE = "milestone"
    PERIOD = "period"


class DueState(StrEnum):
    """How it stands. Due today is not overdue; what a dropped item wanted is wanted no more.

    What is REPORTED belongs to an item that is claimed to be done and waits for its acceptance.
    """

    OVERDUE = "overdue"
    OPEN = "open"
    REPORTED = "reported"
    DONE = "done"
    DROPPED = "dropped"


_WITHOUT = {
    Status.DONE: DueState.DONE,
    Status.REPORTED: DueState.REPORTED,
    Status.DROPPED: DueState.DROPPED,
}
"""How what was not done by itself stands in an item of which nothing more is wanted."""

# Read once: on Python 3.11 each `DueKind.ITEM` costs as much as a function's call.
_ITEM, _MILESTONE, _PERIOD = DueKind.ITEM, DueKind.MILESTONE, DueKind.PERIOD
_OPEN, _OVERDUE, _RED = DueState.OPEN, DueState.OVERDUE, Light.RED


class Due(NamedTuple):
    """One thing wanted by one day: an item (9.2), a milestone (9.4.1), or a period, which has its item's id.

    `by` is the day it is held to, `printed` the one before any extension (None where none was printed).
    `done_on` is the day on which it was done by itself: a milestone can be DONE with the whole of its
    item, and has no such day. `light` is that of this day alone, None once nothing is wanted.
    """

    id: str
    kind: DueKind
    by: date
    printed: date | None
    what: str
    done_on: date | None
    state: DueState
    light: Light | None

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped, nor claimed to be done."""
        return self.light is not None

    def done_with(self) -> Self:
        """The same, done with the whole that it belongs to and not by itself."""
        return self._replace(state=DueState.DONE, light=None) if self.is_open else self


def dues_of(item: Item, state: State, at: Clock) -> tuple[Due, ...]:
    """All that an item wants by some day: itself or its periods in order, then its milestones."""
    own = _periods(item, state, at, state.periods) if item.deadline.recurrence else _itself(item, state, at)
    return (*own, *_milestones(item, state, at))


def open_dues_of(item: Item, state: State, at: Clock) -> tuple[Due, ...]:
    """Those that are open, nearest first; of recurring work the earliest open period and no later one."""
    if state.status in _WITHOUT:
        return ()
    if item.deadline.recurrence:
        own = _periods(item, state, at, (state.next_period,) if state.next_period else ())
    else:
        own = _itself(item, state, at)
    if item.milestones or item.deadline.milestone:  # as few have
        own = sorted((*own, *_milestones(item, state, at)), key=lambda due: due.by)
    return tuple([due for due in own if due.light])


def own_date(item: Item, state: State) -> date | None:
    """The item's own date after extensions; of recurring work the next period's, or the last's."""
    if item.deadline.recurrence:
        return state.next_period or max(state.periods, default=None)
    return state.extended_to or (None if item.deadline.milestone else item.deadline.date)


def _periods(item: Item, state: State, at: Clock, periods: Periods) -> list[Due]:
    """Some of the periods of recurring work."""
    found: list[Due] = []
    for by in periods:
        done_on = state.closed_on.get(by)
        stands, light = _stands(by, done_on, state, at)
        found.append(Due(item.id, _PERIOD, by, by, item.work, done_on, stands, light))
    return found


def _itself(item: Item, state: State, at: Clock) -> list[Due]:
    """The item, where it has a day."""
    by = own_date(item, state)
    if by is None:
        return []
    printed = None if item.deadline.milestone else item.deadline.date
    stands, light = _stands(by, state.done_on, state, at)
    return [Due(item.id, _ITEM, by, printed, item.work, state.done_on, stands, light)]


def _milestones(item: Item, state: State, at: Clock) -> Iterator[Due]:
    for number, milestone in enumerate(item.all_milestones, 1):
        by, met = state.moved.get(number, milestone.by), state.met.get(number)
        marked, stands = f"{item.id}.{number}", _stands(by, met, state, at)
        yield Due(marked, _MILESTONE, by, milestone.by, milestone.work, met, *stands)


def _stands(by: date, done_on: date | None, state: State, at: Clock) -> tuple[DueState, Light | None]:
    """How something stands that is wanted by a day, and its light."""
    if done_on:
        return DueState.DONE, None
    if without := _WITHOUT.get(state.status):
        return without, None
    light = at.light(by)
    return _OVERDUE if light is _RED else _OPEN, light
