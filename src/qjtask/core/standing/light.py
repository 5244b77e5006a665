"""The light of an item, with the reason for it: this rule stands here and nowhere else."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.plan.plan import Plan
from qjtask.core.time.span import Span


class Light(StrEnum):
    """红 overdue, 黄 due soon or silent too long, 绿 otherwise open. Finished items have none."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


class Clock(NamedTuple):
    """The days that a plan's rules make of today, worked out once for all its rows."""

    today: date
    year: int
    issued: date | None
    review: Span
    warn_until: date
    silent_before: date
    counted_from: date

    def light(self, by: date) -> Light:
        """The light of something open that is wanted by a day."""
        if by < self.today:
            return Light.RED
        return Light.YELLOW if by <= self.warn_until else Light.GREEN


def clock(plan: Plan, today: date) -> Clock:
    """The clock of a plan on a day."""
    return Clock(
        today=today,
        year=plan.year,
        issued=plan.in_force_since,
        review=plan.rules.review,
        warn_until=plan.rules.warn.after(today),
        silent_before=plan.rules.review.before(today),
        counted_from=plan.issued or date(plan.year, 1, 1),
    )


class Verdict(NamedTuple):
    """An open item's light and the reason in Chinese; of an undated item also the days of silence."""

    light: Light
    why: str
    silent_days: int | None = None


def verdict(next_due: date | None, reported: date | None, at: Clock) -> Verdict:
    """How an open item stands whose nearest date is `next_due`, last `reported` on a day, if ever."""
    if next_due is not None:
        return Verdict(at.light(next_due), _by_date(next_due, (next_due - at.today).days))
    since = reported or at.counted_from
    silent = max((at.today - since).days, 0)
    told = "没有期限，" + (f"最近一次记录在{since}" if reported else f"{since}以来没有记录")
    if since < at.silent_before:
        return Verdict(Light.YELLOW, f"{told}，已{silent}天，超过{at.review}", silent)
    return Verdict(Light.GREEN, told, silent)


def _by_date(by: date, days: int) -> str:
    if days < 0:
        return f"期限{by}，已逾期{-days}天"
    return "今天到期" if days == 0 else f"还有{days}天到期（{by}）"
