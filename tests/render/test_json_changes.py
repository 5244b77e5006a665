"""The objects of what changed since a day."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.standing.changes import row_changes, rows_then
from qjtask.core.standing.counts import StatsBy, tallies, tally
from qjtask.render.json_changes import changes_object, lines_object
from tests.core.plans import day, entry, item, milestone, plan, standing

PLAN = plan(item("1.1", no="27", milestones=(milestone("06-01"),)))
LOG = [entry("1.1", Do.EXTEND, "05-22", to="09-30"), entry("1.1", on="05-23")]


def test_a_work_is_told_as_it_was_and_as_it_is() -> None:
    then, now = rows_then(PLAN, LOG, day("05-20")), standing(PLAN, LOG, "05-25")
    assert changes_object(row_changes(then, now), day("05-20")) == {
        "since": "2021-05-20",
        "changes": [
            {
                "id": "1.1",
                "no": "27",
                "group": "1",
                "work": "做好1.1",
                "owners": ["审批科"],
                "changed": ["status", "date", "light"],
                "then": {
                    "status": "todo",
                    "date": "2021-06-30",
                    "next_due": "2021-06-01",
                    "light": "yellow",
                    "percent": None,
                    "milestones": [{"id": "1.1.1", "by": "2021-06-01"}],
                },
                "now": {
                    "status": "done",
                    "date": "2021-09-30",
                    "next_due": None,
                    "light": None,
                    "percent": 100,
                    "milestones": [{"id": "1.1.1", "by": "2021-06-01"}],
                },
            }
        ],
    }


def test_what_was_not_there_is_null() -> None:
    (change,) = changes_object(row_changes([], standing(PLAN)), day("03-01"))["changes"]
    assert (change["changed"], change["then"]) == (["appeared"], None)


def test_lines_have_a_change_only_where_they_are_compared() -> None:
    now, then = standing(PLAN, LOG, "05-25"), standing(PLAN, LOG, "05-20")
    assert "change" not in lines_object([tally("合计", now)], None)[0]
    lines = lines_object(tallies(now, StatsBy.MONTH), tallies(then, StatsBy.MONTH))
    told = {line["name"]: (line["total"], line["change"]["total"], line["change"]["done"]) for line in lines}
    assert told == {"2021-09": (1, 1, 1), "2021-06": (0, -1, 0)}
