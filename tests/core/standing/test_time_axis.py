"""The year's timeline: which marks there are, how they stand, and which line has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qjtask.core.log.entry import Do
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.axis_sheet import timeline_notes
from qjtask.core.standing.dues import DueKind, DueState
from qjtask.core.standing.time_axis import LinesBy, Timeline, timeline
from qjtask.core.standing.words import NOBODY, SHARES_NOTE
from tests.core.plans import (
    day,
    entry,
    item,
    milestone,
    plan,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qjtask.core.log.entry import Entry


def chart(
    on: Plan,
    entries: Iterable[Entry] = (),
    today: str = "06-10",
    by: LinesBy = LinesBy.GROUP,
    only: Collection[str] = (),
) -> Timeline:
    return timeline(on, standing(on, entries, today), day(today), by, only)


def marks(on: Timeline, line: int = 0) -> list[tuple[str, str, str]]:
    return [(mark.id, mark.by.isoformat()[5:], mark.state.value) for mark in on.lines[line].marks]


def test_an_item_stands_by_its_day_and_due_today_is_not_overdue() -> None:
    year = plan(
        item("1.1", deadline="2021年6月9日"),
        item("1.2", deadline="2021年6月10日"),
        item("1.3", deadline="2021年6月8日"),
    )
    assert marks(chart(year, [entry("1.3", on="06-01")])) == [
        ("1.3", "06-08", "done"),
        ("1.1", "06-09", "overdue"),
        ("1.2", "06-10", "open"),
    ]


def test_milestones_stand_for_themselves_and_are_met_with_their_item() -> None:
    year = plan(
        item("1.1", deadline="持续推进", milestones=(milestone("04-30"), milestone("05-31"))),
        item("2.1", deadline="2021年12月31日", milestones=(milestone("04-30"),)),
    )
    found = chart(year, [entry("1.1.1", on="04-20"), entry("2.1")])
    assert marks(found) == [("1.1.1", "04-30", "done"), ("1.1.2", "05-31", "overdue")]
    assert marks(found, 1) == [("2.1.1", "04-30", "done"), ("2.1", "12-31", "done")]
    assert [mark.kind for mark in found.lines[1].marks] == [DueKind.MILESTONE, DueKind.ITEM]


def test_every_occurrence_of_a_recurring_item_is_there() -> None:
    year = plan(item("1.1", deadline="每月25日前"))
    found = [standing for _, _, standing in marks(chart(year, [entry("1.1", on="04-01")]))]
    assert found == ["done", "overdue", *["open"] * 7]  # from April on: the notice is of 26 March


def test_an_extension_moves_the_mark() -> None:
    year = plan(item("1.1", deadline="2021年5月1日"))
    assert marks(chart(year, [entry("1.1", Do.EXTEND, to="07-01")])) == [("1.1", "07-01", "open")]


def test_a_unit_sees_its_own_share() -> None:
    year = plan(item("1.1", units=("甲科", "乙科"), deadline="2021年6月1日"))
    found = chart(year, [entry("1.1", unit="甲科", on="05-30")], by=LinesBy.UNIT)
    assert [line.name for line in found.lines] == ["甲科", "乙科"]
    assert [marks(found, 0), marks(found, 1)] == [
        [("1.1", "06-01", "done")],
        [("1.1", "06-01", "overdue")],
    ]
    assert [mark.state for mark in found.whole.marks] == [DueState.OVERDUE]
    assert SHARES_NOTE in timeline_notes(found)


def test_a_unit_s_share_of_a_period_closes_that_period_alone() -> None:
    year = plan(item("1.1", units=("甲科", "乙科"), deadline="每季度末"))
    found = chart(year, [entry("1.1", unit="甲科", on="06-30")], "07-10", by=LinesBy.UNIT)
    assert [standing for _, _, standing in marks(found)] == ["done", "open", "open"]
    assert [standing for _, _, standing in marks(found, 1)] == ["overdue", "open", "open"]


def test_only_the_units_asked_for() -> None:
    year = plan(
        item("1.1", units=("甲科", "乙科")), item("1.2", units=("乙科",)), item("2.1", units=("丙科",))
    )
    by_unit = chart(year, by=LinesBy.UNIT, only={"甲科"})
    assert [(line.name, len(line.marks)) for line in by_unit.lines] == [("甲科", 1)]
    assert len(chart(year, only={"乙科"}).lines) == 1
    assert len(chart(year, only={"乙科"}).whole.marks) == 2


def test_for_the_units_asked_for_their_shares_are_the_whole() -> None:
    """By group, by unit and in the total the same; with two units when both have done theirs."""
    year = plan(
        item(
            "1.1", units=("甲科", "乙科", "丙科"), deadline="2021年6月1日", milestones=(milestone("05-01"),)
        ),
        item("1.2", units=("甲科", "丙科"), deadline="每季度末"),
        issued=None,
    )
    log = [entry("1.1", unit="甲科", on="05-30"), entry("1.2", unit="甲科", on="03-30")]
    done = [("1.2", "03-31", "done"), ("1.1.1", "05-01", "done"), ("1.1", "06-01", "done")]
    for by in LinesBy:
        found = chart(year, log, by=by, only={"甲科"})
        assert marks(found)[:3] == done
        assert found.whole.marks == found.lines[0].marks
    both = chart(year, log, only={"甲科", "乙科"})
    assert [standing for _, _, standing in marks(both)[:3]] == ["done", "overdue", "overdue"]
    log.append(entry("1.1", unit="乙科", on="05-31"))
    assert marks(chart(year, log, only={"甲科", "乙科"}))[:3] == done
    assert [standing for _, _, standing in marks(chart(year, log))[:3]] == ["overdue"] * 3


def test_an_item_without_a_unit_has_a_line_too() -> None:
    assert chart(plan(item(units=())), by=LinesBy.UNIT).lines[0].name == NOBODY


def test_today_parts_its_month() -> None:
    slots = chart(plan(item())).slots
    assert len(slots) == 13
    assert (slots[5].last, slots[6].first) == (date(2021, 6, 9), date(2021, 6, 10))
    assert len(chart(plan(item()), today="06-01").slots) == 12
    assert len(chart(plan(item()), today="2022-06-10").slots) == 12
