"""A timeline as JSON: every mark of the year, by line."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.standing.time_axis import LinesBy, timeline
from qjtask.render.json_axis import timeline_object
from tests.core.plans import day, entry, item, milestone, plan, standing


def test_lines_with_their_marks_and_what_stands_on_no_day() -> None:
    year = plan(
        item("1.1", no="27", deadline="2021年6月30日", milestones=(milestone("05-01", "初稿"),)),
        item("1.2", deadline="持续推进"),
        item("2.1"),
    )
    rows = standing(year, [entry("1.1.1"), entry("2.1", Do.DROP)])
    assert timeline_object(timeline(year, rows, day("06-10"), LinesBy.GROUP)) == {
        "year": 2021,
        "by": "group",
        "lines": [
            {
                "name": "（一）第1项重点任务",
                "undated": 1,
                "marks": [
                    {"id": "1.1.1", "by": "2021-05-01", "what": "初稿", "standing": "done", "no": "27"},
                    {"id": "1.1", "by": "2021-06-30", "what": "做好1.1", "standing": "open", "no": "27"},
                ],
            },
            {"name": "（二）第2项重点任务", "undated": 0, "marks": []},
        ],
        "total": 2,
        "undated": 1,
        "dropped": 1,
    }
