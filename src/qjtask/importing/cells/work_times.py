"""Where a work can say when, what its table prints of times, and what was read of both."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Milestone
from qjtask.core.time.deadline import Deadline


class Tell(Protocol):
    """Adds a doubt about the item.

    What was read, what was assumed, how to change it; then the key of the plan, the value in it, and the
    other reading, as `Doubt` has them.
    """

    def __call__(
        self, read: str, assumed: str, fix: str, /, field: str = "", about: str = "", other: str = ""
    ) -> None:
        """Tell it."""


class PrintedTimes(NamedTuple):
    """Where a work can say when.

    Its column, the brackets behind its text, among its offices, its note, its text, its quarters, its goals.
    """

    printed: str
    term: str
    among_offices: tuple[str, ...]
    note: str
    work: str
    steps: str
    goals: str = ""


class WorkTimes(NamedTuple):
    """The deadline, the milestones, and what is left of the note."""

    deadline: Deadline
    milestones: tuple[Milestone, ...]
    note: str


class TimeFrame(NamedTuple):
    """The plan's year and issue, and how its table prints deadlines.

    `blank` is what to say of a work without one; `is_usual` where no work of the table prints it: that
    is told once for all. `later` are the months that belong to the year after: 1月 of a school's first term.
    Where works are `dated_inside` by their heading, a plain time in them is the deadline without a doubt.
    `has_one_period` says that the table gives the steps of one period of the year, which ends no work.
    """

    year: int
    issued: date | None
    blank: str
    is_usual: bool
    later: frozenset[int] = frozenset()
    dated_inside: bool = False
    has_one_period: bool = False
