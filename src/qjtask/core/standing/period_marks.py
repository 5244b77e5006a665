"""Which period a completion of recurring work is for: the one that is named, else the earliest open one."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from qjtask.core.log.periods import has_begun
from qjtask.core.log.state import State
from qjtask.core.problem import Objection
from qjtask.core.time.dates import read_date


class Already(Exception):  # noqa: N818 - an answer
    """The mark stands already; the message says since when."""


_MONTH = r"(?:[0-9]{4}[-/.年])?[0-9一二三四五六七八九十]{1,3}月?份?"
"""A month without a day, which `read_date` takes for its last one."""


def period_to_settle(state: State, on: date, unit: str | None, named: str | None, year: int) -> date:
    """The due date of the period that a report of the day `on` settles, or the `unit`'s share of it.

    `named` is what a person typed: a period's due date, or its month. Without it the earliest open period
    is meant, but not the one after a period that is settled while less than half of it has gone: the
    same report may have been entered twice. Raises Already or Objection.
    """
    if named is not None:
        period = _named(state, named, year)
        _not_settled(state, unit, period)
        return period
    period = next((by for by in state.periods if not _settled_on(state, unit, by)), state.periods[-1])
    _not_settled(state, unit, period)
    before = state.periods[: state.periods.index(period)][-1:]
    if before and (not has_begun(state.periods, period, on) or _is_early(before[0], period, on)):
        raise Already(
            f"到 {before[0]} 的一期已经完成，下一期 {period}，没有重复登记；提前完成的请加 --period {period}"
        )
    return period


def _is_early(before: date, period: date, on: date) -> bool:
    return 2 * (on - before).days < (period - before).days


def _settled_on(state: State, unit: str | None, period: date) -> date | None:
    """The day on which a period, or the unit's share of it, was settled."""
    shares = state.period_shares.get(period, {})
    return state.closed_on.get(period) or (shares.get(unit) if unit else None)


def _not_settled(state: State, unit: str | None, period: date) -> None:
    day = _settled_on(state, unit, period)
    if day:
        part = f" {unit} 的部分" if unit else ""
        raise Already(f"{period} 一期{part}已于 {day} 完成，没有重复登记")


def _named(state: State, named: str, year: int) -> date:
    """The period whose due date, or the month of it, was typed."""
    day = read_date(named, year=year)
    if day in state.periods and not re.fullmatch(_MONTH, normalize("NFKC", named).strip()):
        return day
    meant = [by for by in state.periods if day and (by.year, by.month) == (day.year, day.month)]
    if len(meant) == 1:
        return meant[0]
    known = "、".join(map(str, meant or state.periods))
    told = f"“{named}”可以是几期" if meant else f"没有“{named}”这一期"
    raise Objection(told, f"请写到期的那一天：{known}")
