"""The office's working days, for the commands that keep to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from qjtask.cli.faults import tell
from qjtask.core.letters.reminder import Letter, unknown_years
from qjtask.core.problem import Problem
from qjtask.core.time.workdays import Calendar
from qjtask.storage.ledger import SideKind

if TYPE_CHECKING:
    from qjtask.cli.session import Session


def office_calendar(session: Session) -> Calendar:
    """The national calendar with the days of the holidays.yaml beside the plan."""
    from qjtask.storage.office.holidays import load_holidays

    return load_holidays(session.ledger.side(SideKind.HOLIDAYS))


def is_day_off(today: date, calendar: Calendar) -> bool:
    """Whether nothing is to be done today, which is told."""
    if calendar.is_workday(today):
        return False
    told = f"{today} 不是工作日，不出提醒函"
    tell([Problem("", told, f"下一个工作日是 {calendar.first_after(today)}")])
    return True


def tell_guesses(session: Session, letter: Letter, calendar: Calendar) -> None:
    """Tell for which years the working days of a letter are a guess."""
    tell_unknown(session, unknown_years(letter, calendar))


def tell_unknown(session: Session, years: Iterable[int]) -> None:
    """Tell of years that their days off are not announced, so that working days are a guess."""
    shown = session.ledger.side(SideKind.HOLIDAYS).shown
    tell(
        Problem(
            "",
            f"{year}年的放假安排还不知道，暂按周一至周五算工作日",
            f"公布后请写进 {shown}",
            is_warning=True,
        )
        for year in sorted(set(years))
    )
