"""The board's timeline: where its signs stand, and what they say."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.log.entry import Entry
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.time_axis import LinesBy, Timeline, timeline
from qjtask.render.board_chart import chart_of
from tests.core.plans import day, entry, item, milestone, plan, standing


def chart(on: Plan, entries: Iterable[Entry] = (), today: str = "06-10") -> Timeline:
    return timeline(on, standing(on, entries, today), day(today), LinesBy.GROUP)


def test_signs_of_one_day_are_counted_and_do_not_hide_one_another() -> None:
    items = [item(f"1.{number}", deadline="2021年5月31日") for number in range(1, 8)]
    entries = [entry("1.1", on="05-01"), entry("1.2", on="05-01")]
    (lane,) = chart_of(chart(plan(*items, item("1.8", deadline="2021年6月1日")), entries)).lanes
    assert [(sign.state, sign.number) for sign in lane.signs] == [
        (DueState.OVERDUE, 5),
        (DueState.DONE, 2),
        (DueState.OVERDUE, 1),
    ]
    for left, right in zip(lane.signs, lane.signs[1:], strict=False):
        assert left.x + left.r < right.x - right.r
    assert lane.signs[0].told[:2] == ("逾期5个", "1.3 做好1.3（2021-05-31）")


def test_a_sign_names_its_works_by_the_printed_number_too() -> None:
    (lane,) = chart_of(chart(plan(item("1.1", no="27", milestones=(milestone("04-30", "初稿"),))))).lanes
    assert [sign.told[1] for sign in lane.signs] == [
        "1.1.1（27） 初稿（2021-04-30）",
        "1.1（27） 做好1.1（2021-06-30）",
    ]


def test_many_days_are_put_together_by_month_and_parted_by_today() -> None:
    found = chart_of(chart(plan(item(deadline="每天"))))
    assert found.by_month
    assert len(found.lanes[0].signs) == 11  # 26 March to the year's end, June in two parts
    assert [sign.state for sign in found.lanes[0].signs] == [DueState.OVERDUE] * 4 + [DueState.OPEN] * 7


def test_today_s_line_stands_at_its_place_and_only_in_its_year() -> None:
    first, last = (chart_of(chart(plan(item()), today=today)) for today in ("01-01", "12-31"))
    assert first.today == first.names
    assert last.today
    assert last.columns[-1].x < last.today < last.width
    assert chart_of(chart(plan(item()), today="2022-01-01")).today is None


def test_a_milestone_has_a_sign_of_its_own_kind() -> None:
    year = plan(item(deadline="2021年12月31日", milestones=(milestone("05-01"),)))
    (lane,) = chart_of(chart(year)).lanes
    assert [(sign.is_milestone, sign.label) for sign in lane.signs] == [(True, "!"), (False, "")]
    assert len(lane.signs[0].diamond.split()) == 4
    assert len(lane.signs[0].triangle.split()) == 3


def test_a_sign_of_very_many_names_the_first_and_counts_the_rest() -> None:
    items = [item(f"1.{number}", deadline="2021年5月31日") for number in range(1, 13)]
    (lane,) = chart_of(chart(plan(*items))).lanes
    (sign,) = lane.signs
    assert (sign.number, sign.label, len(sign.told)) == (12, "12", 10)
    assert (sign.told[0], sign.told[-1]) == ("逾期12个", "……共12个")
    assert len(sign.triangle.split()) == 5, "a gable has room for the number"


def test_lanes_stand_under_one_another_over_the_bars() -> None:
    found = chart_of(chart(plan(item("1.1"), item("2.1", deadline="持续推进"))))
    assert [(lane.name, lane.undated) for lane in found.lanes] == [
        ("（一）第1项重点任务", 0),
        ("（二）第2项重点任务", 1),
    ]
    assert found.top < found.lanes[0].y < found.lanes[1].y < found.floor < found.base < found.height
