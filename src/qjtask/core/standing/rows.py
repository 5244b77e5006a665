"""From plan and log to rows: what each item is, what it wants by when, and which light it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import CLOSED, EMPTY, Status, fold
from qjtask.core.log.history import History, history
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Group, Item, Plan, Rules
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.standing.dues import dues_of, own_date, still_open
from qjtask.core.standing.light import Clock, Facts, clock, verdict
from qjtask.core.standing.pace import pace_of, part_done
from qjtask.core.standing.row import Row
from qjtask.core.text.signs import is_blank
from qjtask.core.time.deadline import DeadlineClass


def rows(plan: Plan, entries: Iterable[Entry], today: date) -> list[Row]:
    """Every item of the plan as it stands on `today`, in the table's order."""
    return rows_of(plan, history(entries, today), today)


def rows_of(plan: Plan, past: History, today: date, names: UnitNames | None = None) -> list[Row]:
    """`rows`, for a log already put in order; `names` are those of the plan, where they are known."""
    at = clock(plan, today)
    names = names or unit_names(plan)
    entries = {item_id: list(_under_shown_names(found, names)) for item_id, found in past.by_item.items()}
    return [
        _row(group, item, (names, plan.rules), entries.get(item.id), at)
        for group in plan.groups
        for item in group.items
    ]


def _under_shown_names(entries: Iterable[Entry], names: UnitNames) -> Iterator[Entry]:
    """Entries written while an office went by another of its names count for it under today's.

    One that names several offices by their collective name counts for each of them, its values once.
    """
    for entry in entries:
        offices = (None,) if entry.unit is None else names.each((entry.unit,))
        if offices == (entry.unit,):  # as most are: nothing of it is another
            yield entry
            continue
        for place, office in enumerate(offices):
            yield entry._replace(unit=office, values={} if place else entry.values)


def _row(
    group: Group,
    item: Item,
    known: tuple[UnitNames, Rules],
    entries: Sequence[Entry] | None,
    at: Clock,
) -> Row:
    names, rules = known
    owner, owing = owned(item, rules)
    owners = names.each(owing)
    state = EMPTY
    if entries or item.deadline.recurrence:
        state = fold(item, owners, entries or (), year=at.year, issued=at.issued, accept=rules.accept)
    dues = dues_of(item, state, at)
    open_dues = still_open(dues)
    next_due = open_dues[0].by if open_dues else None
    deadline = own_date(dues)
    part = part_done(item, state, owners)
    pace = pace_of(item, part, deadline, at.counted_from, at.today)
    is_done = state.status in (Status.DONE, Status.REPORTED)
    reported = state.last.on if state.last else None
    facts = Facts(item, next_due, reported, pace, deadline is None and is_unread(item), state.claimed_on)
    found = None if state.status in CLOSED else verdict(facts, at)
    light, reasons, silent_days = found or (None, (), None)
    return Row(
        at=at,
        item=item,
        group=group,
        lead=names.canonical(item.lead),
        units=names.canonical(item.units),
        support=names.canonical(item.support),
        members=names.members,
        owner=owner,
        owners=owners,
        state=state,
        dues=dues,
        open_dues=open_dues,
        light=light,
        reasons=reasons,
        facts=facts,
        days_left=(next_due - at.today).days if next_due else None,
        silent_days=silent_days,
        percent=100 if is_done else part,
        pace=None if is_done or found is None else pace,
    )


def is_unread(item: Item) -> bool:
    """Whether the deadline says something that nobody has understood."""
    return item.deadline.kind is DeadlineClass.UNKNOWN and not is_blank(item.deadline.text)
