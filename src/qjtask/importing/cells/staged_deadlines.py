"""A deadline cell with several times, 3月开工，12月完工: the last is the deadline, the others are steps."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from qjtask.core.plan.plan import Milestone
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline

_BETWEEN = r"\s*[，,；;\n]\s*"
_MOST = 6  # stages of one work
_A_YEAR = r"(?<![0-9])((?:19|20)[0-9]{2})年"


class StagedDeadline(NamedTuple):
    """The last stage as the deadline, and the earlier ones."""

    deadline: Deadline
    milestones: tuple[Milestone, ...]


def read_staged(text: str, *, year: int, issued: date | None) -> StagedDeadline | None:
    """Read several times in one cell, each a stage later than the one before it; None for any other cell.

    A stage without a year is in that of the stage before it. Every stage but the last says what is done
    by then: 6月底、12月底 may as well be two deadlines.
    """
    parts = re.split(_BETWEEN, text.strip().rstrip("。；;"))
    if not 1 < len(parts) <= _MOST:
        return None
    stages = [read_deadline(part, year=year, issued=issued) for part in _with_years(parts)]
    days = [stage.date for stage in stages if stage.kind is DeadlineClass.DATE and stage.date]
    if len(days) < len(stages) or any(one >= other for one, other in pairwise(days)):
        return None
    *earlier, last = stages
    steps = [stage.milestone for stage in earlier]
    if not all(steps):
        return None
    made = (Milestone(day, step) for day, step in zip(days, steps, strict=False) if step)
    return StagedDeadline(last, tuple(made))


def _with_years(parts: Sequence[str]) -> Iterator[str]:
    """The stages, each with the year that was named last."""
    year = ""
    for part in parts:
        named = re.search(_A_YEAR, part)
        year = named[0] if named else year
        yield part if named else f"{year}{part}"
