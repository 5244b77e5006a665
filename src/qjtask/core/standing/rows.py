"""From plan and log to rows: what each item is, what it wants by when, and which light it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import CLOSED, EMPTY, Status, fold
from qjtask.core.log.history import History, history
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Group, Item, Plan, Rules
from qjtask.core.plan.unit_names import CanonicalNames, unit_names
from qjtask.core.standing.dues import open_dues_of, own_date
from qjtask.core.standing.light import Clock, Facts, clock, verdict
from qjtask.core.standing.pace import pace_of, part_done
from qjtask.core.standing.row import Row
from qjtask.core.text.signs import is_blank
from qjtask.core.time.deadline import DeadlineClass

_DONE = frozenset((Status.DONE, Status.REPORTED))
"""Where its owners have nothing left to do."""


def rows(plan: Plan, entries: Iterable[Entry], today: date) -> list[Row]:
    """Every item of the plan as it stands on `today`, in the table's order."""
    return rows_of(plan, history(entries, today), today)


def rows_of(plan: Plan, past: History, today: date, names: CanonicalNames | None = None) -> list[Row]:
    """`rows`, for a log already put in order; `names` are those of the plan, where they are known."""
    at = clock(plan, today)
    names = names or unit_names(plan)
    entries = past.by_item
    return [
        _row(group, item, (names, plan.rules), entries.get(item.id, ()), at)
        for group in plan.groups
        for item in group.items
    ]


def _under_shown_names(entries: Iterable[Entry], names: CanonicalNames) -> list[Entry]:
    """Entries written while an office went by another of its names count for it under today's.

    One that names several offices by their collective name counts for each of them, its values once.
    """
    found: list[Entry] = []
    for entry in entries:
        offices = None if entry.unit is None else names.each((entry.unit,))
        if offices is None or offices == (entry.unit,):  # as most are: nothing of it is another
            found.append(entry)
            continue
        for place, office in enumerate(offices):
            found.append(entry._replace(unit=office, values={} if place else entry.values))
    return found


def _row(
    group: Group,
    item: Item,
    known: tuple[CanonicalNames, Rules],
    entries: Sequence[Entry],
    at: Clock,
) -> Row:
    names, rules = known
    owner, owing = owned(item, rules)
    owners = names.each(owing)
    state = EMPTY
    if entries or item.deadline.recurrence:
        told = _under_shown_names(entries, names)
        state = fold(item, owners, told, year=at.year, issued=at.issued, accept=rules.accept)
    open_dues = open_dues_of(item, state, at)
    next_due = open_dues[0].by if open_dues else None
    deadline = own_date(item, state)
    part = part_done(item, state, owners)
    pace = pace_of(item, part, deadline, at.counted_from, at.today)
    is_done = state.status in _DONE
    reported = state.last.on if state.last else None
    facts = Facts(item, next_due, reported, pace, deadline is None and is_unread(item), state.claimed_on)
    found = None if state.status in CLOSED else verdict(facts, at)
    light, reasons, silent_days = found or (None, (), None)
    days_left = (next_due - at.today).days if next_due else None
    canonical = names.canonical
    return Row(  # by place: by name costs three times as much
        at,
        item,
        group,
        canonical(item.lead),
        canonical(item.units),
        canonical(item.support),
        names.members,
        owner,
        owners,
        state,
        open_dues,
        light,
        reasons,
        facts,
        days_left,
        silent_days,
        100 if is_done else part,
        None if is_done or found is None else pace,
    )


def is_unread(item: Item) -> bool:
    """Whether the deadline says something that nobody has understood."""
    return item.deadline.kind is DeadlineClass.UNKNOWN and not is_blank(item.deadline.text)
