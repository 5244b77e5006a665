"""Which works of many may meet a word by which `list` asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from qjtask.core.log.fold import Status
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.conditions import Condition
from qjtask.core.standing.counts import Category
from qjtask.core.standing.outlook_search import gone_by, of_status
from qjtask.core.standing.what_to_read import OPEN, RHYTHM, UNREAD, Outlooks

_STATUSES: Mapping[Condition, tuple[Status, ...]] = {
    Category.DONE: (Status.DONE,),
    Category.DOING: (Status.DOING,),
    Category.TODO: (Status.TODO,),
    Category.ONGOING: (Status.DOING, Status.TODO),
    Category.REPORTED: (Status.REPORTED,),
    Category.HELD: (Status.HELD,),
    Category.DROPPED: (Status.DROPPED,),
    Aside.TARGETS_MISSED: (Status.DONE,),
    Aside.TARGETS_UNMEASURED: (Status.DONE,),
}
"""Of what is counted of works of certain statuses alone, which these are."""


def meeting(condition: Condition, found: Outlooks, today: date) -> set[int] | None:
    """The works that may meet a condition, by their outlooks; None where these cannot tell."""
    if isinstance(condition, Status):
        return of_status([condition], found)
    if condition in _STATUSES:
        return of_status(_STATUSES[condition], found)
    choose = _OTHERS.get(condition)
    return choose(found, today) if choose else None


def _silent(found: Outlooks, today: date) -> set[int]:
    before = [span.before(today).toordinal() for span in found.rhythms]
    return {
        place
        for place, (since, kind) in enumerate(zip(found.since, found.kind, strict=True))
        if kind & OPEN and since < before[kind // RHYTHM]
    }


_OTHERS: Mapping[Condition, Callable[[Outlooks, date], set[int]]] = {
    Category.OVERDUE: lambda found, today: gone_by(found.next_due, today),
    Aside.OVERDUE_AS_PRINTED: lambda found, today: (
        gone_by(found.next_due, today) | gone_by(found.printed, today)
    ),
    Aside.UNREAD: lambda found, _: {place for place, kind in enumerate(found.kind) if kind & UNREAD},
    Aside.SILENT: _silent,
}
