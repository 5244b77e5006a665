"""The works of many whose outlooks say one thing: a day that is gone, or some statuses."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from qjtask.core.log.fold import Status
from qjtask.core.standing.what_to_read import BY_OWNER, STATUSES, Outlooks


def gone_by(days: Collection[int], today: date) -> set[int]:
    """The works whose day is gone."""
    now = today.toordinal()
    return {place for place, day in enumerate(days) if 0 < day < now}


def of_status(statuses: Collection[Status], found: Outlooks) -> set[int]:
    """The works of some statuses."""
    numbers = {STATUSES.index(status) for status in statuses}
    return {place for place, standing in enumerate(found.standing) if standing % BY_OWNER in numbers}
