"""What a completion changes, and what its acceptance, its return or its reopening does."""

from collections.abc import Mapping
from datetime import date

from qjtask.core.log.entry import Entry
from qjtask.core.log.periods import has_begun, next_period, period_of
from qjtask.core.log.state import State, Status
from qjtask.core.named_tuple import NamedTuple

# Read once: on Python 3.11 each costs as much as a function's call.
_TODO, _DOING, _REPORTED, _DONE = Status.TODO, Status.DOING, Status.REPORTED, Status.DONE


class Owners(NamedTuple):
    """The units whose shares make an item done; with `accept`, another person says that it is."""

    units: tuple[str, ...]
    accept: bool = False


def turned(state: State, status: Status, on: date) -> State:
    """The state with another status from that day on; with the same one, as it is."""
    return state if state.status is status else state._replace(status=status, since=on)


def done(state: State, entry: Entry, owners: Owners) -> State:
    """A completion: of the whole, of one unit's share, or of one period; with `accept`, a claim."""
    after = _done(state, entry, owners)
    if after is state or not owners.accept:
        return after
    return after._replace(claimants=after.claimants | {entry.by})


def _done(state: State, entry: Entry, owners: Owners) -> State:
    if entry.unit is not None and entry.unit not in owners.units:
        return state
    if state.periods:
        return _period_done(state, entry, owners)
    if entry.period:  # of work that recurred until its wording was changed: a period is not the whole
        return turned(state, _DOING, entry.on) if state.status is _TODO else state
    if entry.unit is not None:
        shares = {entry.unit: entry.on, **state.shares}
        state = turned(state._replace(shares=shares), _DOING, entry.on)
        if not shares.keys() >= set(owners.units):
            return state
        return _finished(state, max(shares.values()), owners)
    return _finished(state, entry.on, owners)


def _period_done(state: State, entry: Entry, owners: Owners) -> State:
    period = _period_meant(state, entry)
    if period is None or period in state.closed_on:
        return state
    finished = entry.on
    if entry.unit is not None:
        shares = {entry.unit: entry.on, **state.period_shares.get(period, {})}
        state = _with_period_shares(turned(state, _DOING, entry.on), period, shares)
        if not shares.keys() >= set(owners.units):
            return state
        finished = max(shares.values())
    closed = {**state.closed_on, period: finished}
    following = next_period(state.periods, closed)
    is_under_way = state.status is _DOING
    state = state._replace(
        status=_DOING,
        since=state.since if is_under_way else entry.on,
        closed_on=closed,
        percents={} if state.percents and period == state.next_period else state.percents,
        shares=state.period_shares.get(following, {}) if following else {},
    )
    return state if following else _finished(state, max(closed.values()), owners)


def _period_meant(state: State, entry: Entry) -> date | None:
    """The period that a completion names; one older than this key settles the earliest open one."""
    if entry.period:
        return period_of(state.periods, entry.period)
    earliest = state.next_period
    return earliest if earliest and has_begun(state.periods, earliest, entry.on) else None


def _finished(state: State, on: date, owners: Owners) -> State:
    if owners.accept:
        return turned(state, _REPORTED, on)._replace(claimed_on=on)
    return turned(state, _DONE, on)._replace(done_on=on)


def accepted(state: State, entry: Entry, _: Owners) -> State:
    """Another person finishes what was claimed to be done; it was done on the day of the claim.

    Nobody accepts a claim of his own: where two copies of a log say so together, it changes nothing.
    """
    is_own = entry.by is not None and entry.by in state.claimants
    if state.status is not _REPORTED or is_own:
        return state
    return turned(state, _DONE, entry.on)._replace(done_on=state.claimed_on, claimed_on=None, accepted=entry)


def returned(state: State, entry: Entry, owners: Owners) -> State:
    """What was done, or claimed to be, is sent back: the whole, or one unit's share.

    Of several units that are sent their shares back at once, the first has opened the item already.
    """
    if state.status not in (_REPORTED, _DONE) and entry.unit not in state.shares:
        return state
    return reopened(state, entry, owners)


def reopened(state: State, entry: Entry, owners: Owners) -> State:
    """Open the item again, or one unit's share and no other; of a recurring item, the last period."""
    if entry.unit is not None and entry.unit not in owners.units:
        return state
    day = state.done_on or state.claimed_on
    if day:
        state = _taken_up(state, day, owners.units if entry.unit else ())
    if entry.unit is None and not state.periods:  # of what is still done, those who told of it are claimants
        state = state._replace(claimants=frozenset())
    shares = {unit: on for unit, on in state.shares.items() if unit != entry.unit}
    state = turned(state, _DOING, entry.on)._replace(shares=shares)
    return _with_period_shares(state, state.next_period, shares) if state.next_period else state


def _taken_up(state: State, day: date, units: tuple[str, ...]) -> State:
    """A finished item unfinished; the shares of `units` are done, on `day` where no other is known."""
    known = state.shares
    if state.periods:
        last = state.periods[-1]
        day = state.closed_on[last]
        known = state.period_shares.get(last, {})
        state = state._replace(closed_on={by: on for by, on in state.closed_on.items() if by != last})
    shares = {unit: known.get(unit, day) for unit in units}
    return state._replace(shares=shares, percents={}, done_on=None, claimed_on=None, accepted=None)


def _with_period_shares(state: State, period: date, shares: Mapping[str, date]) -> State:
    state = state._replace(period_shares={**state.period_shares, period: shares})
    return state._replace(shares=_open_shares(state))


def _open_shares(state: State) -> Mapping[str, date]:
    """The shares of the earliest open period."""
    period = state.next_period
    return state.period_shares.get(period, {}) if period else {}
