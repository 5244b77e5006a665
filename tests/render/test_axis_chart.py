"""A timeline drawn on a terminal; how it looks is held by the golden files of tests/cli/test_timeline."""

from __future__ import annotations

import io

from qjtask.core.standing.time_axis import LinesBy, timeline
from qjtask.core.text.width import width
from qjtask.render.axis_chart import draw_timeline
from tests.core.plans import day, entry, item, plan, standing


def test_a_unit_s_great_count_has_its_room() -> None:
    """A hundred shares done of items that the other unit has left overdue: the total has fewer done."""
    year = plan(
        *(item(f"1.{number}", units=("甲科", "乙科"), deadline="2021年5月1日") for number in range(1, 101)),
        item("2.1", units=("甲科",), deadline="持续推进"),
    )
    log = [
        entry(f"1.{number}", unit=unit, on="04-01")
        for number in range(1, 101)
        for unit in (("甲科", "乙科") if number < 50 else ("甲科",))
    ]
    chart = timeline(year, standing(year, log), day("06-10"), LinesBy.UNIT)
    wide, narrow = io.StringIO(), io.StringIO()
    draw_timeline(chart, wide, screen=70)
    draw_timeline(chart, narrow, screen=60)
    _, heading, _, line, *_ = wide.getvalue().splitlines()
    assert "●100" in line
    assert width(heading.partition("▼")[0]) == width(line.partition("│")[0])
    assert "5月：已完成100" in narrow.getvalue()  # a list, since no column is wide enough


def test_a_year_without_dates_is_drawn_too() -> None:
    year = plan(item(deadline="持续推进"))
    out = io.StringIO()
    draw_timeline(timeline(year, standing(year), day("06-10"), LinesBy.GROUP), out, screen=80)
    _, heading, rule, *_ = out.getvalue().splitlines()
    assert heading.endswith("12")
    assert width(heading) == width(rule)
