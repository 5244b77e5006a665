"""The object of `timeline`: every mark of the year, by line."""

from __future__ import annotations

from typing import Any

from qjtask.core.standing.dues import Due
from qjtask.core.standing.time_axis import AxisLine, Timeline
from qjtask.render.json_text import iso


def timeline_object(chart: Timeline) -> dict[str, Any]:
    """The lines with their marks, and what stands on no day."""
    return {
        "year": chart.year,
        "by": chart.by.value,
        "lines": [_line_object(chart, line) for line in chart.lines],
        "total": len(chart.whole.marks),
        "undated": chart.whole.undated,
        "dropped": chart.dropped,
    }


def _line_object(chart: Timeline, line: AxisLine) -> dict[str, Any]:
    marks = [{**_mark_object(mark), "no": chart.item(mark).no or None} for mark in line.marks]
    return {"name": line.name, "undated": line.undated, "marks": marks}


def _mark_object(mark: Due) -> dict[str, Any]:
    return {"id": mark.id, "by": iso(mark.by), "what": mark.what, "standing": mark.state.value}
