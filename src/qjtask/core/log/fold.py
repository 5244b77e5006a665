"""The state of an item: a fold over its entries, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.measurements import measurements
from qjtask.core.log.order import happened
from qjtask.core.log.periods import periods_told
from qjtask.core.log.settling import Owners, accepted, done, reopened, returned, turned
from qjtask.core.log.state import CLOSED, EMPTY, Extension, State, Status
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Item

__all__ = ["CLOSED", "EMPTY", "State", "Status", "fold"]

_IN_CLOSED = frozenset((Do.NOTE, Do.REOPEN, Do.RETURN))
_STILL = {
    Status.DONE: _IN_CLOSED,
    Status.DROPPED: _IN_CLOSED,
    Status.REPORTED: _IN_CLOSED | {Do.ACCEPT, Do.DROP},
}
"""What still changes an item that is done or dropped, and one that is claimed to be done."""


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
    told = list(_told_of(item, entries))
    kept = [entry for entry, _ in told]
    state = EMPTY
    if item.deadline.recurrence:
        state = EMPTY._replace(periods=periods_told(item.deadline.recurrence, year, issued, kept))
    owners = Owners(units, accept=accept)
    extensions: list[Extension] = []
    returns: list[Entry] = []
    own: list[Entry] = []
    for entry, number in told:
        before = state
        state = _of_item(state, entry, owners) if number is None else _of_milestone(state, entry, number)
        if entry.do is Do.EXTEND and entry.to and state is not before:
            extensions.append(_extension(entry, entry.to, _date_of(item, before, number)))
        elif entry.do is Do.RETURN and state is not before:
            returns.append(entry)
        elif entry.do is Do.ACCEPT and state is before and state.status is Status.REPORTED:
            own.append(entry)
    last_of = _last_of(kept)
    return state._replace(
        extensions=tuple(extensions),
        returns=tuple(returns),
        own_acceptances=tuple(own),
        values=measurements(item.targets, kept),
        last=max(last_of.values(), key=happened, default=None),
        last_of=last_of,
    )


def _told_of(item: Item, entries: Iterable[Entry]) -> Iterator[tuple[Entry, int | None]]:
    """The entries that count, each with the number of the milestone that it is about."""
    known = {None, *range(1, len(item.all_milestones) + 1)}
    for entry in entries:
        if entry.do is Do.CHASE:
            continue  # the office's letter is no progress
        number = milestone_number(entry.item)
        if number in known:
            yield entry, number


def _of_item(state: State, entry: Entry, owners: Owners) -> State:
    still = _STILL.get(state.status)
    if still and entry.do not in still:
        return state
    match entry.do:
        case Do.NOTE:
            noted = _with_percent(state, entry, owners)
            return turned(noted, Status.DOING, entry.on) if state.status is Status.TODO else noted
        case Do.START | Do.HOLD | Do.DROP:
            return turned(state, _TURNS[entry.do], entry.on)
        case Do.EXTEND if entry.to:
            return state._replace(extended_to=entry.to)
    settle = _SETTLING.get(entry.do)
    return settle(state, entry, owners) if settle else state


_TURNS = {Do.START: Status.DOING, Do.HOLD: Status.HELD, Do.DROP: Status.DROPPED}
_SETTLING = {Do.DONE: done, Do.REOPEN: reopened, Do.ACCEPT: accepted, Do.RETURN: returned}


def _of_milestone(state: State, entry: Entry, number: int) -> State:
    if state.status is Status.TODO and entry.do in (Do.START, Do.NOTE, Do.DONE):
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
