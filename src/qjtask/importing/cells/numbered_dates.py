"""Deadlines that bear the numbers of the measures beside them: 1.4月底前；2.6月底前 beside 1.……；2.……."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Milestone
from qjtask.core.text.patterns import compiled
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.importing.words.numbering import inner_numbers, inner_parts

_FEWEST = 2
_BEGINS_ANOTHER = r"(?<=[^\W\d_])(?=\d{1,2}[.．、]\s*(?:\d{1,4}[年月.]|[^\W\d_])|[①-⑳]|[（(]\d{1,2}[)）])"
_ENDS = "；;。，, \n"
_OPEN = (DeadlineClass.ONGOING, DeadlineClass.IMMEDIATE, DeadlineClass.ON_SCHEDULE)


class NumberedDates(NamedTuple):
    """The last of the dates as printed, with what goes on after it, and the measures due by each of them."""

    last: str
    milestones: tuple[Milestone, ...]


def numbered_dates(printed: str, work: str, *, year: int, issued: date | None) -> NumberedDates | None:
    """The dates of a cell one to one with the measures of the work; None for any other cell.

    A measure without a day (长期坚持, 立行立改) has none; where one goes on, so does the work.
    """
    parts, deeds = _numbered(printed), _numbered(work)
    if not parts or len(parts) != len(deeds):
        return None
    read = [read_deadline(part, year=year, issued=issued) for part in parts]
    dated = [one for one in read if one.kind is DeadlineClass.DATE and one.date]
    if not dated or any(one.kind not in {DeadlineClass.DATE, *_OPEN} or one.doubt for one in read):
        return None
    last = max(dated, key=_day)
    going_on = next((part for part, one in zip(parts, read, strict=True) if one.kind is _OPEN[0]), "")
    steps = tuple(
        Milestone(one.date, deed)
        for one, deed in zip(read, deeds, strict=True)
        if one.date and (going_on or one.date < _day(last))
    )
    return NumberedDates("，".join(filter(None, (last.text, going_on))), steps)


def _numbered(text: str) -> Sequence[str]:
    """The parts of a text numbered from one on, two at least; nothing for any other text."""
    lines = compiled(_BEGINS_ANOTHER).sub("\n", text)
    numbers = inner_numbers(lines)
    if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)):
        return ()
    return [part.strip(_ENDS) for part in inner_parts(lines)]


def _day(deadline: Deadline) -> date:
    assert deadline.date is not None  # noqa: S101 - for the type checker: only dated ones are compared
    return deadline.date
