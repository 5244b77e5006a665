"""What is wanted by a day: an item, a milestone of one, or one period of recurring work."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

from qjtask.core.log.fold import CLOSED, State, Status
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
    own = tuple(_own(item, state, at))
    if not item.milestones and not item.deadline.milestone:  # as most have none
        return own
    return (*own, *_milestones(item, state, at))


def own_date(dues: Sequence[Due]) -> date | None:
    """The item's own date after extensions; of recurring work the next period's, or the last's."""
    own = [due for due in dues if due.kind is not DueKind.MILESTONE]
    return next((due.by for due in own if due.done_on is None), own[-1].by if own else None)


def still_open(dues: Sequence[Due]) -> tuple[Due, ...]:
    """The open ones, nearest first; of recurring work the earliest open period and no later one."""
    found = [due for due in dues if due.is_open]
    if len(found) > 1:
        period = next((due for due in found if due.kind is DueKind.PERIOD), None)
        kept = (due for due in found if due.kind is not DueKind.PERIOD or due is period)
        found = sorted(kept, key=lambda due: due.by)
    return tuple(found)


def _own(item: Item, state: State, at: Clock) -> Iterator[Due]:
    """The item itself where it has a day; of recurring work each of its periods."""
    deadline = item.deadline
    if deadline.recurrence:
        for by in state.periods:
            done_on = state.closed_on.get(by)
            yield Due(item.id, DueKind.PERIOD, by, by, item.work, done_on, *_stands(by, done_on, state, at))
        return
    printed = None if deadline.milestone else deadline.date
    held_to = state.extended_to or printed
    if held_to:
        stands = _stands(held_to, state.done_on, state, at)
        yield Due(item.id, DueKind.ITEM, held_to, printed, item.work, state.done_on, *stands)


def _milestones(item: Item, state: State, at: Clock) -> Iterator[Due]:
    for number, milestone in enumerate(item.all_milestones, 1):
        by, met = state.moved.get(number, milestone.by), state.met.get(number)
        marked, stands = f"{item.id}.{number}", _stands(by, met, state, at)
        yield Due(marked, DueKind.MILESTONE, by, milestone.by, milestone.work, met, *stands)


def _stands(by: date, done_on: date | None, state: State, at: Clock) -> tuple[DueState, Light | None]:
    """How something stands that is wanted by a day, and its light."""
    if done_on or state.status is Status.DONE:
        return DueState.DONE, None
    if state.status is Status.REPORTED:
        return DueState.REPORTED, None
    if state.status in CLOSED:
        return DueState.DROPPED, None
    light = at.light(by)
    return DueState.OVERDUE if light is Light.RED else DueState.OPEN, light
