"""How long a unit has been silent about its own part of an open, undated work."""

from __future__ import annotations

from datetime import date

from qjtask.core.plan.plan import Plan
from qjtask.core.standing.row import Row


def too_silent(plan: Plan, row: Row, unit: str, today: date) -> int | None:
    """The days of silence of a unit; None where it has reported within the review rhythm, or need not.

    What names no unit is silent as a whole.

    They run from the latest day on which it reported, or somebody did for nobody in particular, whatever
    other units said meanwhile; without a report, from the notice's day.
    """
    if row.silent_days is None or unit not in row.units:
        return row.silent_days if row.is_silent else None
    last = row.state.last_by(unit)
    since = last.on if last else plan.issued or date(plan.year, 1, 1)
    return (today - since).days if since < plan.rules.review.before(today) else None
