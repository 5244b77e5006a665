"""How long a unit has been silent about its own part of an open, undated work."""

from __future__ import annotations

from datetime import date

from qjtask.core.plan.plan import Plan
from qjtask.core.standing.row import Row


def silent_days_of(plan: Plan, row: Row, unit: str, today: date) -> int | None:
    """Days since a unit reported, or somebody did for nobody in particular, whatever other units said.

    They run from the latest day on which something happened, whenever it was written; without a report,
    from the notice's day. None for work that is dated or closed. What names no unit is silent as a whole.
    """
    if row.silent_days is None or unit not in row.units:
        return row.silent_days
    last = row.state.last_by(unit)
    since = last.on if last else plan.issued or date(plan.year, 1, 1)
    return max((today - since).days, 0)


def too_silent(plan: Plan, row: Row, unit: str, today: date) -> int | None:
    """The days of silence of a unit that should have reported by now; None where it need not."""
    days = silent_days_of(plan, row, unit, today)
    allowed = (today - plan.rules.review.before(today)).days
    return days if days is not None and days > allowed else None
