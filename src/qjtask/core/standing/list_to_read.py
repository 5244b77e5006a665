"""Which works of many have to be read for a list."""

from __future__ import annotations

from datetime import date

from qjtask.core.log.fold import CLOSED
from qjtask.core.standing.light import Light
from qjtask.core.standing.outlook_search import gone_by, of_status
from qjtask.core.standing.query import Query
from qjtask.core.standing.what_to_read import STATUSES, UNREAD, Outlooks, concerned


def list_to_read(query: Query, found: Outlooks, today: date) -> list[int] | None:
    """The works among which all are that meet the query on that day; None where outlooks cannot tell.

    Its items, groups, kinds and texts are not looked at: no outlook knows of these.
    """
    sets: list[set[int]] = []
    if query.units or query.leads:
        sets.append(concerned(query.units, query.leads, found))
    if query.lights:
        sets.append(
            {*_changed_later(found, today)}.union(*(_shining(one, found, today) for one in query.lights))
        )
    if query.statuses:
        from qjtask.core.standing.conditions_to_read import meeting  # few ask for these words

        each = [meeting(one, found, today) for one in query.statuses]
        known = [one for one in each if one is not None]
        if len(known) == len(each):
            sets.append({*_changed_later(found, today)}.union(*known))
    return sorted(set.intersection(*sets)) if sets else None


def _changed_later(found: Outlooks, today: date) -> list[int]:
    """The works whose outlooks are of later days."""
    now = today.toordinal()
    return [place for place, day in enumerate(found.latest) if day > now]


def _shining(light: Light, found: Outlooks, today: date) -> set[int]:
    """The works that may show a light."""
    if light is Light.RED:
        return gone_by(found.next_due, today)
    if light is Light.GREY:
        return {place for place, kind in enumerate(found.kind) if kind & UNREAD}
    return of_status([status for status in STATUSES if status not in CLOSED], found)
