"""The state of an item: a fold over its entries, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.measurements import measurements
from qjtask.core.log.order import happened, latest
from qjtask.core.log.periods import periods_told
from qjtask.core.log.settling import Owners, accepted, done, reopened, returned, turned
from qjtask.core.log.state import CLOSED, EMPTY, Extension, State, Status
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Item

__all__ = ["CLOSED", "EMPTY", "State", "Status", "fold"]

# Read once: on Python 3.11 each `Do.CHASE` costs as much as a function's call.
_ACCEPT, _CHASE, _EXTEND, _RETURN = Do.ACCEPT, Do.CHASE, Do.EXTEND, Do.RETURN
_TODO, _DOING, _REPORTED = Status.TODO, Status.DOING, Status.REPORTED

_IN_CLOSED = frozenset((Do.NOTE, Do.REOPEN, Do.RETURN))
_STILL = {
    Status.DONE: _IN_CLOSED,
    Status.DROPPED: _IN_CLOSED,
    Status.REPORTED: _IN_CLOSED | {Do.ACCEPT, Do.DROP},
}
"""What still changes an item that is done or dropped, and one that is claimed to be done."""

_BEGINNING = frozenset((Do.START, Do.NOTE))
"""What begins an item that nobody had begun, and says nothing else of where it stands."""


def fold(
    item: Item,
    units: tuple[str, ...],
    entries: Iterable[Entry],
    *,
    year: int,
    issued: date | None = None,
    accept: bool = False,
) -> State:
    """The state that `entries` (standing ones, oldest first) leave the item in.

    `units` are the names to show of those whose shares count: the item is done when each one's share is.
    `year` and `issued`, the day of the notice's first issue, bound the periods of a recurring item. With
    `accept`, what is done waits for its acceptance.

    Two branches of a log may say together what no command would let anyone say. Then what is done
    or dropped stays so until it is reopened, the first of two days stands, and the share of a unit
    that is not responsible, or a milestone that the plan does not have, changes nothing.
    """
    told = _told_of(item, entries)
    state = _begun(item, told, year, issued)
    owners = Owners(units, accept)
    extensions: list[Extension] = []
    returns: list[Entry] = []
    own: list[Entry] = []
    for entry in told:
        before, number = state, _milestone_of(entry, item)
        state = _of_item(state, entry, owners) if number is None else _of_milestone(state, entry, number)
        if entry.do is _EXTEND and entry.to and state is not before:
            extensions.append(_extension(entry, entry.to, _date_of(item, before, number)))
        elif entry.do is _RETURN and state is not before:
            returns.append(entry)
        elif entry.do is _ACCEPT and state is before and state.status is _REPORTED:
            own.append(entry)
    if not (extensions or returns or own):  # as of most works
        return state
    return state._replace(extensions=tuple(extensions), returns=tuple(returns), own_acceptances=tuple(own))


def _told_of(item: Item, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that count: a letter of the office is no progress, and no milestone is made by a report."""
    known = len(item.all_milestones)
    return [
        entry
        for entry in entries
        if entry.do is not _CHASE and ((number := _milestone_of(entry, item)) is None or 0 < number <= known)
    ]


def _milestone_of(entry: Entry, item: Item) -> int | None:
    """The number of the milestone that an item's entry is about; None where it is about the whole."""
    return None if entry.item == item.id else milestone_number(entry.item)


def _begun(item: Item, told: Sequence[Entry], year: int, issued: date | None) -> State:
    """The state that the first entry finds, with what does not build on it; a report has begun the item."""
    last_of = _last_of(told)
    is_begun = bool(told) and told[0].do in _BEGINNING
    return State(  # by place: by name costs three times as much
        _DOING if is_begun else _TODO,
        told[0].on if is_begun else None,
        periods_told(item.deadline.recurrence, year, issued, told),
        measurements(item.targets, told),
        latest(last_of.values()),
        last_of,
    )


def _of_item(state: State, entry: Entry, owners: Owners) -> State:
    still = _STILL.get(state.status)
    if still and entry.do not in still:
        return state
    change = _CHANGES.get(entry.do)
    return change(state, entry, owners) if change else state


def _noted(state: State, entry: Entry, owners: Owners) -> State:
    noted = _with_percent(state, entry, owners)
    return turned(noted, _DOING, entry.on) if state.status is _TODO else noted


def _turned(state: State, entry: Entry, _: Owners) -> State:
    return turned(state, _TURNS[entry.do], entry.on)


def _extended(state: State, entry: Entry, _: Owners) -> State:
    return state._replace(extended_to=entry.to) if entry.to else state


_TURNS = {Do.START: Status.DOING, Do.HOLD: Status.HELD, Do.DROP: Status.DROPPED}
_CHANGES: Mapping[Do, Callable[[State, Entry, Owners], State]] = {
    Do.NOTE: _noted,
    Do.EXTEND: _extended,
    Do.DONE: done,
    Do.REOPEN: reopened,
    Do.ACCEPT: accepted,
    Do.RETURN: returned,
    **dict.fromkeys(_TURNS, _turned),
}


def _of_milestone(state: State, entry: Entry, number: int) -> State:
    if state.status is _TODO and entry.do in (Do.START, Do.NOTE, Do.DONE):
        state = turned(state, Status.DOING, entry.on)
    match entry.do:
        case Do.DONE:
            return state._replace(met={number: entry.on, **state.met})
        case Do.REOPEN:
            return state._replace(met={n: on for n, on in state.met.items() if n != number})
        case Do.EXTEND if entry.to:
            return state._replace(moved={**state.moved, number: entry.to})
        case _:
            return state


def _extension(entry: Entry, to: date, before: date | None) -> Extension:
    return Extension(entry.item, entry.on, before, to, entry.text, entry.by, entry.approved_by, entry.doc)


def _date_of(item: Item, state: State, number: int | None) -> date | None:
    """The date to which the item, or its milestone of that number, is held in a state."""
    if number is not None:
        return state.moved.get(number, item.all_milestones[number - 1].by)
    return state.extended_to or item.due or (None if item.deadline.milestone else item.deadline.date)


def _with_percent(state: State, entry: Entry, owners: Owners) -> State:
    """The latest of those reported: of the whole, or of one part of several; a stranger's is nobody's."""
    if entry.percent is None or entry.unit not in (None, *owners.units):
        return state
    of = entry.unit if len(owners.units) > 1 else None
    known = state.percents.get(of)
    if known and happened(known) > happened(entry):
        return state
    return state._replace(percents={**state.percents, of: entry})


def _last_of(kept: Iterable[Entry]) -> dict[str | None, Entry]:
    """What each unit reported last, by the day on which it happened, whenever it was written."""
    last_of: dict[str | None, Entry] = {}
    for entry in kept:
        known = last_of.get(entry.unit)
        if known is None or happened(known) < happened(entry):
            last_of[entry.unit] = entry
    return last_of
