"""Months that run on into the year after: 9月, 12月, 1月 one under the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.outline import FoundWork, Outline

_MONTH = (
    r"(?P<month>[0-9]{1,2})月(?:份|底|初|中|末|[上中下]旬|[0-9]{1,2}[日号])?"
    r"(?:[-—–~～至到]{1,2}(?:[0-9]{1,2}月)?[0-9]{1,2}[日号])?(?:[之以]?前|完成)*"
)
_FEWEST = 3  # works, of which fewer show no order
_LONG = 4  # works before the turn, after which any first month will do
_AUTUMN, _WINTER, _SPRING = 9, 10, 4  # of the first of a few works, right before the turn, and after it


def with_turned_year(outline: Outline, year: int) -> Outline:
    """The months behind the one at which a running order goes back read in the year after, told once.

    Only where each deadline is a month or a day without a year, and they go back once, from the end of a
    year to the beginning of another.
    """
    rows = [row for row in outline.rows if row.deadline_text.strip()]
    months = _months(rows)
    at = _turn(months) if months else 0
    if not at:
        return outline
    places = tuple(row.place for row in rows[at:])
    later = set(places)
    sections = tuple(
        section._replace(rows=tuple(_in_year(row, year + 1, later) for row in section.rows))
        for section in outline.sections
    )
    read = f"月份从{months[at - 1]}月回到{months[at]}月，没有写年份"
    doubt = Doubt(places[0], read, f"后面的当作{year + 1}年", "不对请改 deadline", rows=places)
    return outline._replace(sections=sections, doubts=(*outline.doubts, doubt))


def _months(rows: Sequence[FoundWork]) -> list[int]:
    """The months of works of which each is due in one, or on a day without a year; none for others."""
    if not all("月" in row.deadline_text for row in rows):
        return []
    found = [compiled(_MONTH).fullmatch("".join(row.deadline_text.split())) for row in rows]
    return [int(one["month"]) for one in found if one] if all(found) else []


def _turn(months: Sequence[int]) -> int:
    """How many works stand before the one place where a running order of months begins a year; 0 for none."""
    turns = [at for at, (one, other) in enumerate(pairwise(months), 1) if other < one]
    if len(months) < _FEWEST or len(turns) != 1:
        return 0
    (at,) = turns
    begins_late = at >= _LONG or (at > 1 and months[0] >= _AUTUMN)
    is_new_year = months[at - 1] >= _WINTER and months[-1] <= min(_SPRING, months[0] - 1)
    return at if begins_late and is_new_year else 0


def _in_year(row: FoundWork, year: int, places: Collection[str]) -> FoundWork:
    return row._replace(deadline_text=f"{year}年{row.deadline_text.strip()}") if row.place in places else row
