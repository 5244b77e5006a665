"""Days that cannot be meant in a report, or can hardly be: most often a mistyped year."""

from __future__ import annotations

from datetime import date

from qjtask.core.log.entry import Do
from qjtask.core.plan.plan import Plan

_YEARS_OF_WORK = 5
"""How many years after the plan's own a date may be put off to: as long as a five-year plan."""


def impossible_days(plan: Plan, do: Do, on: date, to: date | None) -> str | None:
    """Why a report of that day, or an extension to `to`, is not taken; None where it is."""
    if on.year < plan.year - 1:
        return f"{on} 早于计划的{plan.year}年一年以上"
    if do is not Do.EXTEND or to is None:
        return None
    if to.year > plan.year + _YEARS_OF_WORK:
        return f"{to} 晚于计划的{plan.year}年{_YEARS_OF_WORK}年以上"
    begun = _begun(plan)
    return f"{to} 早于{'发文日期' if plan.in_force_since else '计划的年份'} {begun}" if to < begun else None


def odd_days(plan: Plan, do: Do, on: date, to: date | None) -> str | None:
    """What is odd about the days of a report that counts; None where nothing is."""
    told = impossible_days(plan, do, on, to)
    if told:
        return told
    if on.year < plan.year:
        return f"{on} 早于计划的{plan.year}年"
    if do is Do.EXTEND and to and to.year > plan.year + 1:
        return f"延到 {to}，晚于计划的{plan.year}年"
    return None


def _begun(plan: Plan) -> date:
    return plan.in_force_since or date(plan.year, 1, 1)
