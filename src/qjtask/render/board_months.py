"""The board's bars, one per month: all of the timeline on a narrow screen, under the lanes on a wide one."""

from __future__ import annotations

from collections.abc import Iterator

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.sheets.axis_sheet import count_words
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.time_axis import Timeline


class Segment(NamedTuple):
    """A part of a month's bar."""

    at: float
    size: float
    state: DueState


class Month(NamedTuple):
    """A month's bar (upwards on the wide drawing, across on the narrow one), and what it says."""

    number: int
    total: int
    overdue: int
    segments: tuple[Segment, ...]
    words: str

    @property
    def height(self) -> float:
        """The whole bar."""
        return sum(part.size for part in self.segments)


def months_of(chart: Timeline, room: int) -> tuple[Month, ...]:
    """The months' bars, the longest of them `room` long."""
    return tuple(_months(chart, room))


def _months(chart: Timeline, room: int) -> Iterator[Month]:
    counts = [(month, chart.whole.counts(month)) for month in chart.months]
    most = max((count.total() for _, count in counts), default=0) or 1
    for month, count in counts:
        segments, at = [], 0.0
        for state in (DueState.DONE, DueState.REPORTED, DueState.OVERDUE, DueState.OPEN):
            size = round(room * count[state] / most, 1)
            if size:
                segments.append(Segment(round(at, 1), size, state))
                at += size
        yield Month(
            month.first.month,
            count.total(),
            count[DueState.OVERDUE],
            tuple(segments),
            count_words(count) or "没有",
        )
