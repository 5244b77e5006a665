"""The board's timeline on a wide screen: where its signs stand, in units of the SVG's own view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.dues import Due, DueKind, DueState
from qjtask.core.standing.time_axis import AxisLine, Timeline
from qjtask.core.standing.words import DUE_WORDS
from qjtask.core.text.width import shorten
from qjtask.render.board_months import Month, months_of
from qjtask.render.one_line import one_line

WIDTH = 1120
_NAMES = 282  # where the months begin
_RIGHT = 1108
_TOP = 48
_LANE = 26
_NAME_CELLS = 40
_BARS = 86  # the height of the fullest month
_APART = 2  # two signs of a line
_MOST_DAYS = 24
"""A line with more different days than these has its signs put together by month."""

_MOST_TOLD = 8


class Sign(NamedTuple):
    """A sign at x, y, for a number of marks that stand alike.

    `r` is its radius, `label` is written in it, `told` are the lines it says when pointed at.
    """

    x: float
    y: float
    r: float
    state: DueState
    is_milestone: bool
    number: int
    label: str
    told: tuple[str, ...]

    @property
    def triangle(self) -> str:
        """The points of a triangle around the place; of a gable wide enough for its number."""
        side = self.r * 1.2
        if self.number > 1:
            low, eaves = self.y + 7, self.y - 4
            return _points(
                (self.x, self.y - 10),
                (self.x + self.r, eaves),
                (self.x + self.r, low),
                (self.x - self.r, low),
                (self.x - self.r, eaves),
            )
        return _points(
            (self.x, self.y - side),
            (self.x + side, self.y + 0.85 * side),
            (self.x - side, self.y + 0.85 * side),
        )

    @property
    def diamond(self) -> str:
        """The points of a diamond around the place."""
        side = self.r * 1.25
        return _points(
            (self.x, self.y - side), (self.x + side, self.y), (self.x, self.y + side), (self.x - side, self.y)
        )


def _points(*points: tuple[float, float]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


class Lane(NamedTuple):
    """A line of the timeline: its name, shortened and whole, its signs, and how many items have no date."""

    y: float
    short: str
    name: str
    signs: tuple[Sign, ...]
    undated: int


class ChartColumn(NamedTuple):
    """A month's place among the others."""

    month: Month
    x: float
    width: float


class Chart(NamedTuple):
    """The drawing: lanes over the months, bars beneath; `today` is None in another year."""

    width: int
    height: int
    names: int
    top: int
    floor: float
    base: float
    lanes: tuple[Lane, ...]
    columns: tuple[ChartColumn, ...]
    today: float | None
    by_month: bool


def chart_of(chart: Timeline) -> Chart:
    """The places of everything."""
    by_month = any(len({mark.by for mark in line.marks}) > _MOST_DAYS for line in chart.lines)
    floor = _TOP + _LANE * len(chart.lines)
    base = floor + _BARS + 30
    lanes = tuple(
        Lane(
            y := _TOP + _LANE * (number + 0.5),
            shorten(one_line(line.name), _NAME_CELLS, 1)[0],
            one_line(line.name),
            tuple(_signs(chart, line, y, by_month=by_month)),
            line.undated,
        )
        for number, line in enumerate(chart.lines)
    )
    return Chart(
        WIDTH,
        base + 18,
        _NAMES,
        _TOP,
        floor,
        base,
        lanes,
        tuple(_columns(chart)),
        _x(chart, chart.today) if chart.today.year == chart.year else None,
        by_month,
    )


def _days(chart: Timeline) -> int:
    return (date(chart.year + 1, 1, 1) - date(chart.year, 1, 1)).days


def _x(chart: Timeline, day: date, part: float = 0) -> float:
    """The place of a day: its morning, or so great a part of it later."""
    past = (day - date(chart.year, 1, 1)).days + part
    return round(_NAMES + (_RIGHT - _NAMES) * past / _days(chart), 1)


def _signs(chart: Timeline, line: AxisLine, y: float, *, by_month: bool) -> Iterator[Sign]:
    """The line's signs from left to right; those that would hide one another are moved apart."""
    reached = float("-inf")
    marks = [mark for mark in line.marks if mark.by.year == chart.year]
    for middle, found in _places(chart, marks, by_month=by_month):
        together = [
            _sign(chart, y, state, same)
            for state in DUE_WORDS
            if (same := [mark for mark in found if mark.state is state])
        ]
        left = max(middle - sum(sign.r + _APART / 2 for sign in together), reached)
        for sign in together:
            yield sign._replace(x=round(left + sign.r + _APART / 2, 1))
            left += 2 * sign.r + _APART
        reached = left


def _places(chart: Timeline, marks: Sequence[Due], *, by_month: bool) -> Iterator[tuple[float, list[Due]]]:
    if by_month:
        for slot in chart.slots:
            if found := [mark for mark in marks if slot.first <= mark.by <= slot.last]:
                yield (_x(chart, slot.first) + _x(chart, slot.last, 1)) / 2, found
        return
    for day, found_on in groupby(marks, key=lambda mark: mark.by):
        yield _x(chart, day, 0.5), list(found_on)


def _sign(chart: Timeline, y: float, state: DueState, marks: Sequence[Due]) -> Sign:
    count = len(marks)
    label = str(count) if count > 1 else {DueState.OVERDUE: "!", DueState.DONE: "✓"}.get(state, "")
    told = [
        f"{one_line(chart.shown(mark))} {one_line(mark.what)}（{mark.by}）" for mark in marks[:_MOST_TOLD]
    ]
    if count > _MOST_TOLD:
        told.append(f"……共{count}个")
    return Sign(
        0,
        y,
        min(5.5 + 2.5 * len(label), 11.5) if count > 1 else 7,
        state,
        all(mark.kind is DueKind.MILESTONE for mark in marks),
        count,
        label,
        (f"{DUE_WORDS[state]}{count}个", *told),
    )


def _columns(chart: Timeline) -> Iterator[ChartColumn]:
    for slot, month in zip(chart.months, months_of(chart, _BARS), strict=True):
        left, right = _x(chart, slot.first), _x(chart, slot.last, 1)
        yield ChartColumn(month, left, round(right - left, 1))
