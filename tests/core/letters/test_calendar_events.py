"""The year as events: one per thing wanted, which keeps its name wherever its date goes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.calendar_events import Agenda, Event, agenda
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.periods import occurrences
from qjtask.core.plan.plan import Plan
from tests.core.plans import day, entry, item, milestone, past, plan, shipped, standing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qjtask.core.plan.plan import Item

STAGED = item(
    "9.4", work="建立证照库", deadline="2021年12月31日", milestones=(milestone("04-30", "完成初稿"),)
)
MONTHLY = item("1.1", work="报送月报", units=("审批科", "建管科"), deadline="每月25日前")


def made(
    of: Plan | Item, told: Sequence[Entry] = (), today: str = "06-10", only: Collection[str] = ()
) -> Agenda:
    whole = of if isinstance(of, Plan) else plan(of)
    return agenda(whole, standing(whole, told, today), past(told, today), only)


def one(
    of: Plan | Item, told: Sequence[Entry] = (), today: str = "06-10", only: Collection[str] = ()
) -> Event:
    (event,) = made(of, told, today, only).events
    return event


def told_by_day(found: Agenda) -> dict[date, str]:
    """What stands on each day of a series: its own event where there is one."""
    series, *others = found.events
    days = dict.fromkeys(occurrences(MONTHLY.deadline.recurrence, 2021, day("03-26")), series.summary)
    return {**days, **{event.day: event.summary for event in others}}


# Which events there are -------------------------------------------------------------------------


def test_an_item_and_each_milestone_is_an_event_of_its_own() -> None:
    found = made(STAGED).events
    assert [(event.day, event.summary) for event in found] == [
        (day("12-31"), "〔未启动〕9.4 建立证照库"),
        (day("04-30"), "〔已逾期〕9.4.1 完成初稿"),
    ]


def test_a_date_that_asks_for_less_than_completion_is_one_event() -> None:
    (event,) = made(item("9.1", deadline="5月底前动工")).events
    assert event.summary.endswith("9.1.1 动工")


def test_items_without_a_date_are_counted() -> None:
    found = made(plan(item("1.1", deadline="持续推进"), item("1.2", deadline="按时序推进"), item("1.3")))
    assert found.undated == 2
    assert len(found.events) == 1


def test_the_shipped_plan() -> None:
    found = made(shipped())
    assert (len(found.events), found.undated) == (27, 18)
    assert len({event.uid for event in found.events}) == 27


def test_a_long_work_is_short_in_the_summary_and_whole_in_the_description() -> None:
    event = one(item(work="很长的工作" * 40))
    assert event.summary.endswith("…")
    assert len(event.summary) < 60
    assert event.description[0] == "很长的工作" * 40


def test_the_description_tells_the_rest() -> None:
    moved = entry("9.4.1", Do.EXTEND, to="07-31", text="等平台上线")
    whole = plan(STAGED)._replace(document="黔江交通发〔2021〕96号")
    assert made(whole, [moved]).events[1].description == (
        "完成初稿",
        "所属工作：9.4 建立证照库",
        "状态：未启动",
        "完成时限：2021年12月31日",
        "延期：2021-06-10 延至 2021-07-31，原因：等平台上线",
        "责任单位：审批科",
        "牵头单位：区行政服务中心",
        "依据：2021年工作任务分解（黔江交通发〔2021〕96号）",
    )


def test_an_extension_is_told_where_it_moved_something() -> None:
    whole, step = made(STAGED, [entry("9.4.1", Do.EXTEND, to="07-31")]).events
    assert [any("延期" in line for line in event.description) for event in (whole, step)] == [False, True]


def test_the_category_is_the_group() -> None:
    assert one(item("9.1")).category == "（九）第9项重点任务"


# The state --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "today", "mark"),
    [
        ([], "06-30", "未启动"),
        ([], "07-01", "已逾期"),
        ([entry(do=Do.START)], "06-10", "推进中"),
        ([entry(do=Do.NOTE, percent=60)], "06-10", "推进中60%"),
        ([entry(do=Do.NOTE, percent=60)], "07-01", "已逾期"),
        ([entry(do=Do.HOLD)], "06-10", "暂停"),
        ([entry(do=Do.HOLD)], "07-01", "暂停，已逾期"),
        ([entry(do=Do.DONE)], "07-01", "已完成"),
        ([entry(do=Do.DONE, on="07-01")], "07-01", "逾期完成"),
        ([entry(do=Do.DROP)], "07-01", "取消"),
    ],
)
def test_the_summary_begins_with_the_state(told: list[Entry], today: str, mark: str) -> None:
    event = one(item(), told, today)
    assert event.summary.startswith(f"〔{mark}〕9.1 ")
    assert f"状态：{mark}" in event.description


@pytest.mark.parametrize(
    ("do", "alarms", "is_cancelled"),
    [(Do.START, (30, 1), False), (Do.HOLD, (30, 1), False), (Do.DONE, (), False), (Do.DROP, (), True)],
)
def test_what_is_finished_has_no_alarm_and_what_is_dropped_is_cancelled(
    do: Do, alarms: tuple[int, ...], is_cancelled: bool
) -> None:
    event = one(item(), [entry(do=do)])
    assert (event.alarms, event.is_cancelled) == (alarms, is_cancelled)


def test_milestones_follow_the_item_when_it_is_finished_or_dropped() -> None:
    done = made(STAGED, [entry("9.4")]).events
    assert [event.summary[:5] for event in done] == ["〔已完成〕", "〔已完成〕"]
    dropped = made(STAGED, [entry("9.4.1", on="05-04"), entry("9.4", Do.DROP)]).events
    assert [(event.summary[:4], event.is_cancelled) for event in dropped] == [
        ("〔取消〕", True),
        ("〔逾期完", False),
    ]


@pytest.mark.parametrize(("on", "mark"), [("04-30", "已完成"), ("05-01", "逾期完成")])
def test_a_milestone_met_on_its_day_is_not_late(on: str, mark: str) -> None:
    step = made(STAGED, [entry("9.4.1", on=on)]).events[1]
    assert step.summary.startswith(f"〔{mark}〕")


@pytest.mark.parametrize(
    ("warn", "days"),
    [("30d", (30, 1)), ("2w", (14, 1)), ("1m", (31, 1)), ("1q", (92, 1)), ("1d", (1,)), ("0d", (0,))],
)
def test_alarms_are_as_early_as_the_plan_warns_and_the_day_before(warn: str, days: tuple[int, ...]) -> None:
    assert one(plan(item(), warn=warn)).alarms == days  # June 30th; May 30th; March 30th


# A unit's own -----------------------------------------------------------------------------------


def test_a_unit_has_its_own_items() -> None:
    both = plan(item("1.1", units=("审批科",)), item("1.2", units=("建管科",)))
    found = made(both, only={"建管科"})
    assert [event.summary for event in found.events] == ["〔未启动〕1.2 做好1.2"]
    assert found.name == "2021年工作任务分解（建管科）"


def test_a_unit_is_done_with_its_share_and_the_office_is_not() -> None:
    shared = plan(item("9.1", units=("审批科", "建管科"), milestones=(milestone("05-01"),)))
    told = [entry(unit="审批科")]
    mine = made(shared, told, only={"审批科"}).events
    assert [(event.summary[:8], event.alarms) for event in mine] == [("〔本单位已完成〕", ())] * 2
    assert one(item(units=("审批科", "建管科")), told).summary.startswith("〔推进中1/2〕")
    assert one(item(units=("审批科", "建管科")), told, only={"审批科", "建管科"}).alarms == (30, 1)


def test_what_is_dropped_is_no_share_done() -> None:
    shared = item(units=("审批科", "建管科"))
    told = [entry(unit="审批科"), entry(do=Do.DROP)]
    for unit in shared.units:
        assert one(shared, told, only={unit}).is_cancelled


def test_the_name_tells_the_units() -> None:
    assert made(plan(item()), only={"审批科", "养护科"}).name == "2021年工作任务分解（养护科、审批科）"


def test_a_unit_and_the_office_mean_the_same_event() -> None:
    assert one(item(), only={"审批科"}).uid == one(item()).uid


# Series -----------------------------------------------------------------------------------------


def test_a_recurring_item_is_a_series_within_the_plans_year() -> None:
    series = made(MONTHLY, today="04-01").events[0]
    assert (series.day, series.until) == (day("04-25"), day("12-25"))
    assert series.rule == "FREQ=MONTHLY;BYMONTHDAY=25"
    assert len(made(MONTHLY, today="04-01").events) == 1


def test_periods_that_are_done_or_late_tell_so_by_themselves() -> None:
    told = [entry("1.1", on="04-20"), entry("1.1", Do.NOTE, percent=30)]
    found = made(MONTHLY, told)
    assert all(event.one_of_series == (number > 0) for number, event in enumerate(found.events))
    assert {event.uid for event in found.events} == {found.events[0].uid}
    stands = told_by_day(found)
    assert stands[day("04-25")] == "〔已完成〕1.1 报送月报"
    assert stands[day("05-25")] == "〔已逾期〕1.1 报送月报"
    assert stands[day("06-25")] == stands[day("12-25")] == "〔推进中〕1.1 报送月报"


def test_a_period_that_was_done_late_says_so() -> None:
    stands = told_by_day(made(MONTHLY, [entry("1.1", on="04-20"), entry("1.1", on="06-01")]))
    assert stands[day("04-25")] == "〔已完成〕1.1 报送月报"
    assert stands[day("05-25")] == "〔逾期完成〕1.1 报送月报"


def test_a_period_is_not_late_on_its_day() -> None:
    assert [event.day for event in made(MONTHLY, today="05-25").events] == [day("04-25")] * 2


def test_the_share_of_a_unit_is_that_of_the_open_period() -> None:
    told = [entry("1.1", on="04-20"), entry("1.1", unit="建管科")]
    stands = told_by_day(made(MONTHLY, told, only={"建管科"}))
    assert stands[day("05-25")] == "〔本单位已完成〕1.1 报送月报"
    assert stands[day("06-25")] == "〔推进中〕1.1 报送月报"


def test_a_dropped_series_is_cancelled_except_what_was_done() -> None:
    found = made(MONTHLY, [entry("1.1", on="04-20"), entry("1.1", Do.DROP)]).events
    assert [(event.day, event.is_cancelled) for event in found] == [
        (day("04-25"), True),
        (day("04-25"), False),
    ]


def test_a_series_with_all_periods_done_is_done() -> None:
    yearly = item("1.1", deadline="每年6月底前")
    found = made(yearly, [entry("1.1")]).events
    assert [event.summary for event in found] == ["〔已完成〕1.1 做好1.1"] * 2
    assert {event.alarms for event in found} == {()}


def test_a_series_of_which_no_day_is_left_is_undated() -> None:
    assert made(plan(item("1.1", deadline="每年1月底前"))).undated == 1


# What makes a calendar take an event over -------------------------------------------------------


def test_the_uid_outlives_extensions_and_differs_by_document_and_by_year() -> None:
    named = plan(item())._replace(document="黔江交通发〔2021〕96号")
    moved = one(named, [entry(do=Do.EXTEND, to="07-31")])
    assert (moved.day, moved.uid) == (day("07-31"), one(named).uid)
    assert one(named._replace(title="改了标题")).uid == moved.uid
    assert one(named._replace(document=" 黔江交通发 〔2021〕96号")).uid == moved.uid
    unnamed = named._replace(document="")
    others = (
        named._replace(document="黔江交通发〔2022〕8号"),
        unnamed,
        unnamed._replace(title="另一份"),
        unnamed._replace(year=2022),
    )
    assert len({one(other).uid for other in (named, *others)}) == 5


def test_the_uid_is_the_same_for_ever() -> None:
    assert one(plan(item())._replace(document="黔江交通发〔2021〕96号")).uid == (
        "22b64235-c9d5-50bb-9604-06787d0fcfe6@qjtask"
    )


def test_the_sequence_grows_with_extensions_and_with_their_undoing() -> None:
    first = entry(do=Do.EXTEND, to="07-31")
    told = [first, entry(do=Do.UNDO, undoes=first), entry(do=Do.EXTEND, to="08-31")]
    stages = [one(item(), told[:count]) for count in range(4)]
    assert [event.sequence for event in stages] == [0, 1, 2, 3]
    assert [event.day for event in stages] == [day("06-30"), day("07-31"), day("06-30"), day("08-31")]
    assert [event.changed for event in stages] == sorted({event.changed for event in stages})


def test_an_entry_about_a_milestone_counts_for_the_whole_item() -> None:
    found = made(STAGED, [entry("9.4.1", Do.EXTEND, to="07-31")]).events
    assert [event.sequence for event in found] == [1, 1]


def test_the_stamp_is_the_last_entrys_or_the_notices_date_or_the_year() -> None:
    told = entry(do=Do.START)
    assert one(item(), [told]).changed == told.at
    assert one(item()).changed == datetime(2021, 3, 26, tzinfo=UTC)
    assert one(plan(item(), issued=None)).changed == datetime(2021, 1, 1, tzinfo=UTC)


def test_becoming_late_is_a_change_of_the_next_day() -> None:
    assert one(item(), today="07-05").changed == datetime(2021, 7, 1, tzinfo=UTC)
    done = one(item(), [entry()], today="07-05")
    assert done.changed < datetime(2021, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "at",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=8))),
        datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=8))),
    ],
)
def test_an_entry_written_at_the_calendars_end_has_a_stamp(at: datetime) -> None:
    assert one(item(), [entry(do=Do.START)._replace(at=at)]).changed == at.replace(tzinfo=UTC)


DOS = st.sampled_from([Do.START, Do.NOTE, Do.DONE, Do.HOLD, Do.DROP, Do.REOPEN, Do.EXTEND])


@given(st.lists(st.tuples(DOS, st.integers(1, 28), st.booleans()), max_size=12))
def test_no_log_makes_sequence_or_stamp_go_back(moves: list[tuple[Do, int, bool]]) -> None:
    told: list[Entry] = []
    before = one(item())
    for do, number, is_undone in moves:
        added = entry(do=do, to=f"07-{number:02}" if do is Do.EXTEND else None)
        told += [added, entry(do=Do.UNDO, undoes=added)] if is_undone else [added]
        after = one(item(), told)
        assert after.sequence > before.sequence
        assert after.changed > before.changed
        assert after.uid == before.uid
        before = after
