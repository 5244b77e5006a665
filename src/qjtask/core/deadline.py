"""What a 完成时限 cell means."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class DeadlineClass(StrEnum):
    """The kinds of deadline a table prints."""

    DATE = "date"
    ONGOING = "ongoing"
    ON_SCHEDULE = "on_schedule"
    RECURRING = "recurring"
    IMMEDIATE = "immediate"
    DATE_THEN_ONGOING = "date_then_ongoing"
    UNKNOWN = "unknown"


class Recurrence(NamedTuple):
    """A repeating due date, as an RFC 5545 recurrence rule (`FREQ=MONTHLY;BYMONTHDAY=25`)."""

    rule: str

    def dates(self, year: int) -> tuple[date, ...]:
        """The occurrences in `year`, earliest first."""
        raise NotImplementedError


class Deadline(NamedTuple):
    """A deadline as printed and as understood.

    `date` is set for DATE and DATE_THEN_ONGOING, `recurrence` for RECURRING. `milestone` is what
    the date asks for when that is less than completion (5月底前动工: 动工). `doubt` is one Chinese
    sentence where the words could be read in another way, or could not be read.
    """

    text: str
    kind: DeadlineClass
    date: date | None = None
    recurrence: Recurrence | None = None
    milestone: str | None = None
    doubt: str | None = None


def read_deadline(text: str, *, year: int, issued: date | None = None) -> Deadline:
    """Read a 完成时限 cell; never raises.

    `year` is the plan's, for words that do not say one; `issued` the notice's date, from which
    印发后30日内 counts.
    """
    raise NotImplementedError
