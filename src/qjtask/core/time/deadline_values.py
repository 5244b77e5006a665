"""A deadline as it is printed and as it is understood."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.time.recurrence import Recurrence


class DeadlineClass(StrEnum):
    """The kinds of deadline a table prints."""

    DATE = "date"
    ONGOING = "ongoing"
    ON_SCHEDULE = "on_schedule"
    RECURRING = "recurring"
    IMMEDIATE = "immediate"
    DATE_THEN_ONGOING = "date_then_ongoing"
    UNKNOWN = "unknown"


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


def unknown(text: str, doubt: str) -> Deadline:
    """A deadline of which nobody can say the day."""
    return Deadline(text, DeadlineClass.UNKNOWN, doubt=doubt)
