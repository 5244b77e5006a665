"""Deadlines that bear the numbers of the measures beside them: 1.4月底前；2.6月底前 beside 1.……；2.……."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Milestone
from qjtask.core.text.patterns import compiled
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.importing.words.numbering import inner_numbers, inner_parts

_FEWEST = 2
_BEGINS_ANOTHER = r"(?<=[^\W\d_])(?=\d{1,2}[.．、]\s*(?:\d{1,4}[年月.]|[^\W\d_])|[①-⑳]|[（(]\d{1,2}[)）])"
_ENDS = "；;。，, \n"
_GOES_ON = DeadlineClass.ONGOING
_OPEN = (_GOES_ON, DeadlineClass.IMMEDIATE, DeadlineClass.ON_SCHEDULE)


class NumberedDates(NamedTuple):
    """The last of the dates as printed, with what goes on after it, and the measures due by each of them."""

    last: str
    milestones: tuple[Milestone, ...]


def numbered_dates(printed: str, work: str, *, year: int, issued: date | None) -> NumberedDates | None:
    """The dates of a cell one to one with the measures of the work; None for any other cell.

    A measure without a day (长期坚持, 立行立改) has none; where one goes on, so does the work.
    """
    parts, deeds = _numbered(printed), _numbered(work)
    if len(parts) != len(deeds):
        return None
    read = [read_deadline(part, year=year, issued=issued) for part in parts]
    days = [(one.date, one.text) for one in read if one.date] if all(map(_is_sure, read)) else []
    if not days:
        return None
    end, last = max(days, key=itemgetter(0))
    going_on = next((part for part, one in zip(parts, read, strict=True) if one.kind is _GOES_ON), "")
    steps = _steps(read, deeds, before=date.max if going_on else end)
    return NumberedDates("，".join(filter(None, (last, going_on))), tuple(steps))


def _steps(read: Sequence[Deadline], deeds: Sequence[str], *, before: date) -> Iterator[Milestone]:
    """The measures that are due on a day before another one."""
    for one, deed in zip(read, deeds, strict=True):
        if one.date is not None and one.date < before:
            yield Milestone(one.date, deed)


def _is_sure(deadline: Deadline) -> bool:
    """Whether a time is a day, or none at all, and nothing is to be asked of it."""
    return deadline.kind in {DeadlineClass.DATE, *_OPEN} and not deadline.doubt


def _numbered(text: str) -> Sequence[str]:
    """The parts of a text numbered from one on, two at least; nothing for any other text."""
    lines = compiled(_BEGINS_ANOTHER).sub("\n", text)
    numbers = inner_numbers(lines)
    if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)):
        return ()
    return [part.strip(_ENDS) for part in inner_parts(lines)]
