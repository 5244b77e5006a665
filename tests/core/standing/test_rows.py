"""What each item is on a day: the rows of the design's table of meanings, one by one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Target
from qjtask.core.standing.light import Light, Reason
from qjtask.core.time.deadline import DeadlineClass
from tests.core.plans import day, entry, item, milestone, plan, row, shipped, span, standing
from tests.core.towns import ALL_TOWNS, COUNTY, TOWNS

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item

DATED = item("9.1", deadline="2021年6月30日")
UNDATED = item("9.1", deadline="持续推进")
STAGED = item(
    "9.1", deadline="2021年12月31日", milestones=(milestone("06-30", "初稿"), milestone("04-30", "调研"))
)


# Next due, overdue, days left -------------------------------------------------------------------


def test_the_next_due_date_is_the_deadline() -> None:
    assert row(DATED).next_due == day("06-30")


def test_the_next_due_date_is_the_earliest_unmet_milestone() -> None:
    assert row(STAGED).next_due == day("04-30")
    assert row(STAGED, [entry("9.1.2")]).next_due == day("06-30")
    assert row(STAGED, [entry("9.1.1"), entry("9.1.2")]).next_due == day("12-31")


def test_everything_due_stands_nearest_first_under_its_own_number() -> None:
    assert [(due.id, due.what) for due in row(STAGED).open_dues] == [
        ("9.1.2", "调研"),
        ("9.1.1", "初稿"),
        ("9.1", "做好9.1"),
    ]


def test_a_reopened_milestone_is_due_again() -> None:
    told = [entry("9.1.2"), entry("9.1.2", Do.REOPEN)]
    assert row(STAGED, told).next_due == day("04-30")


def test_a_milestone_is_due_at_its_new_date() -> None:
    told = [entry("9.1.2", Do.EXTEND, to="07-31")]
    assert [(due.id, due.by) for due in row(STAGED, told).open_dues[:2]] == [
        ("9.1.1", day("06-30")),
        ("9.1.2", day("07-31")),
    ]


@pytest.mark.parametrize(
    ("today", "days", "overdue"), [("06-29", 1, False), ("06-30", 0, False), ("07-01", -1, True)]
)
def test_due_today_is_not_overdue(today: str, days: int, *, overdue: bool) -> None:
    found = row(DATED, today=today)
    assert (found.days_left, found.is_overdue) == (days, overdue)


def test_an_unmet_milestone_makes_the_item_overdue() -> None:
    assert row(STAGED, today="05-01").is_overdue


@pytest.mark.parametrize("do", [Do.DONE, Do.DROP])
def test_what_is_done_or_dropped_is_never_due(do: Do) -> None:
    found = row(STAGED, [entry(do=do)], today="12-31")
    assert (found.open_dues, found.next_due, found.days_left, found.is_overdue) == ((), None, None, False)


def test_what_is_on_hold_is_overdue_all_the_same() -> None:
    assert row(DATED, [entry(do=Do.HOLD)], today="07-01").is_overdue


# Lights -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "light"),
    [
        ("05-30", Light.GREEN),  # 31 days before
        ("05-31", Light.YELLOW),  # 30 days before
        ("06-30", Light.YELLOW),
        ("07-01", Light.RED),
    ],
)
def test_the_light_of_a_date_turns_yellow_within_the_warning_window_and_red_after_it(
    today: str, light: Light
) -> None:
    assert row(DATED, today=today).light is light


@pytest.mark.parametrize(
    ("today", "light"),
    [
        ("04-25", Light.GREEN),  # 30 days after the notice
        ("04-26", Light.YELLOW),
    ],
)
def test_an_undated_item_turns_yellow_after_the_review_rhythm(today: str, light: Light) -> None:
    assert row(UNDATED, today=today).light is light


@pytest.mark.parametrize(("today", "light"), [("05-31", Light.GREEN), ("06-01", Light.YELLOW)])
def test_an_entry_begins_the_review_rhythm_anew(today: str, light: Light) -> None:
    assert row(UNDATED, [entry(do=Do.NOTE, on="05-01")], today=today).light is light


def test_without_a_day_of_issue_silence_counts_from_new_year() -> None:
    assert row(plan(UNDATED, issued=None), today="01-31").light is Light.GREEN
    assert row(plan(UNDATED, issued=None), today="02-01").light is Light.YELLOW


@pytest.mark.parametrize("do", [Do.DONE, Do.DROP])
def test_what_is_done_or_dropped_has_no_light(do: Do) -> None:
    found = row(DATED, [entry(do=do)], today="07-30")
    assert (found.light, found.why) == (None, "")


@pytest.mark.parametrize("of", [DATED, UNDATED])
def test_what_is_on_hold_keeps_its_light(of: Item) -> None:
    found = row(of, [entry(do=Do.HOLD, on="05-01")], today="06-10")
    assert (found.status, found.light) == (Status.HELD, Light.YELLOW)


def test_every_due_thing_has_the_light_of_its_own_date() -> None:
    lights = {due.id: due.light for due in row(STAGED, today="06-10").open_dues}
    assert lights == {"9.1.2": Light.RED, "9.1.1": Light.YELLOW, "9.1": Light.GREEN}


@pytest.mark.parametrize(("today", "light"), [("06-22", Light.GREEN), ("06-23", Light.YELLOW)])
def test_a_plan_may_set_its_own_warning_window(today: str, light: Light) -> None:
    assert row(plan(DATED, warn="1w"), today=today).light is light


@pytest.mark.parametrize(("today", "light"), [("04-02", Light.GREEN), ("04-03", Light.YELLOW)])
def test_a_plan_may_set_its_own_review_rhythm(today: str, light: Light) -> None:
    assert row(plan(UNDATED, review="7d"), today=today).light is light


@pytest.mark.parametrize(
    ("of", "today", "why"),
    [
        (DATED, "07-03", "期限2021-06-30，已逾期3天"),
        (DATED, "06-30", "今天到期"),
        (DATED, "06-25", "还有5天到期（2021-06-30）"),
        (DATED, "04-01", "还有90天到期（2021-06-30）"),
        (UNDATED, "04-01", "没有期限，2021-03-26以来没有记录"),
        (UNDATED, "05-05", "没有期限，2021-03-26以来没有记录，已40天，超过30天"),
    ],
)
def test_every_light_can_say_why(of: Item, today: str, why: str) -> None:
    assert row(of, today=today).why == why


def test_a_silent_item_says_when_it_was_last_heard_of() -> None:
    told = [entry(do=Do.NOTE, on="05-01")]
    assert row(UNDATED, told, today="06-10").why == "没有期限，最近一次记录在2021-05-01，已40天，超过30天"


def test_days_of_silence_are_those_of_open_items() -> None:
    assert row(UNDATED, today="06-10").silent_days == 76
    assert row(DATED, today="06-10").silent_days == 76
    assert row(UNDATED, [entry()], today="06-10").silent_days is None


def test_an_undated_item_is_silent_only_beyond_the_review_rhythm() -> None:
    assert not row(UNDATED, today="04-25").is_silent
    assert row(UNDATED, today="04-26").is_silent


def test_a_dated_item_is_silent_like_an_undated_one_and_its_date_goes_first() -> None:
    """On 30 November 18 of 45 works without one report in eight months were green."""
    dated = item("9.1", deadline="2021年12月31日", report_every=None)
    assert row(dated, today="04-25").reasons == ()
    assert row(dated, today="04-26").reasons == (Reason.SILENT,)
    assert row(dated, today="04-26").light is Light.YELLOW
    assert row(item("9.1", report_every=None), today="06-10").reasons == (Reason.DUE_SOON, Reason.SILENT)


def test_silence_before_the_notice_is_none() -> None:
    assert row(UNDATED, today="03-01").silent_days == 0


# Deadline classes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "next_due"),
    [
        ("2021年6月30日", DeadlineClass.DATE, "06-30"),
        ("6月底前", DeadlineClass.DATE, "06-30"),
        ("年底前并长期坚持", DeadlineClass.DATE_THEN_ONGOING, "12-31"),
        ("每月25日前", DeadlineClass.RECURRING, "04-25"),
        ("每季度末", DeadlineClass.RECURRING, "06-30"),
        ("5月底前动工", DeadlineClass.DATE, "05-31"),
        ("持续推进", DeadlineClass.ONGOING, None),
        ("按时序推进", DeadlineClass.ON_SCHEDULE, None),
        ("立行立改", DeadlineClass.IMMEDIATE, None),
        ("", DeadlineClass.UNKNOWN, None),
        ("/", DeadlineClass.UNKNOWN, None),
        ("待定", DeadlineClass.UNKNOWN, None),
    ],
)
def test_each_class_of_deadline_is_due_when_it_says(
    text: str, kind: DeadlineClass, next_due: str | None
) -> None:
    found = row(item("9.1", deadline=text), today="03-26")
    assert found.item.deadline.kind is kind
    assert found.next_due == (day(next_due) if next_due else None)


@pytest.mark.parametrize("text", ["按时序推进", "立行立改", "待定", ""])
def test_every_item_without_a_date_is_watched_for_silence(text: str) -> None:
    assert row(item("9.1", deadline=text), today="06-10").is_silent


def test_a_date_that_asks_for_a_step_is_a_milestone_and_no_deadline() -> None:
    started = item("9.1", deadline="5月底前动工")
    found = row(started, today="05-01")
    assert [(due.id, due.what) for due in found.open_dues] == [("9.1.1", "动工")]
    assert found.deadline is None


def test_after_the_step_the_item_is_undated() -> None:
    started = item("9.1", deadline="5月底前动工")
    found = row(started, [entry("9.1.1", on="05-20")], today="06-10")
    assert (found.next_due, found.light, found.silent_days) == (None, Light.GREEN, 21)
    assert not found.finished_late


def test_an_extension_gives_an_undated_item_a_date() -> None:
    found = row(UNDATED, [entry(do=Do.EXTEND, to="09-30")])
    assert (found.next_due, found.extended_from) == (day("09-30"), None)


def test_an_undated_item_with_a_milestone_is_due_on_it_and_silent_after_it() -> None:
    scheduled = item("9.1", deadline="按时序推进", milestones=(milestone("04-30"),))
    assert row(scheduled, today="05-01").is_overdue
    met = row(scheduled, [entry("9.1.1", on="04-29")], today="06-10")
    assert (met.next_due, met.is_silent) == (None, True)


# Shares, recurrence, extensions, completion -----------------------------------------------------


def test_a_share_told_under_another_name_of_the_unit_counts() -> None:
    shared = plan(item("9.1", units=("审批科", "建管科")), units={"行政审批科": ("审批科",)})
    found = row(shared, [entry(unit="审批科")])
    assert found.open_units == ("建管科",)
    assert row(shared, [entry(unit="审批科"), entry(unit="建管科")]).status is Status.DONE


def test_units_printed_under_two_names_of_one_office_are_one() -> None:
    doubled = plan(item("9.1", units=("审批科", "行审批科")), units={"审批科": ("行审批科",)})
    assert row(doubled).units == ("审批科",)
    assert row(doubled, [entry(unit="审批科")]).status is Status.DONE


def test_a_recurring_item_is_due_at_its_next_occurrence() -> None:
    monthly = item("9.1", deadline="每月25日前")
    assert row(monthly, today="04-26").is_overdue
    found = row(monthly, [entry(on="04-20")], today="04-26")
    assert (found.next_due, found.days_left, found.light) == (day("05-25"), 29, Light.YELLOW)


def test_a_recurring_item_is_done_when_its_year_is() -> None:
    yearly = item("9.1", deadline="每年底前")
    found = row(yearly, [entry(on="12-20")], today="12-31")
    assert (found.status, found.light, found.next_due) == (Status.DONE, None, None)


def test_a_recurring_item_without_a_period_left_in_the_year_is_undated() -> None:
    yearly = item("9.1", deadline="每年3月底前")
    found = row(plan(yearly, issued=day("04-01")))
    assert (found.deadline, found.next_due) == (None, None)


def test_the_periods_of_work_never_reported_on_begin_with_the_first_issue() -> None:
    again = plan(item("9.1", deadline="每月25日前"), issued=day("06-18"))
    assert row(again, today="06-30").state.periods[0] == day("07-25")
    assert row(again._replace(first_issued=day("03-26")), today="06-30").next_due == day("04-25")


def test_an_extension_moves_the_date_and_keeps_the_printed_one() -> None:
    found = row(DATED, [entry(do=Do.EXTEND, to="09-30")], today="07-15")
    assert (found.deadline, found.extended_from) == (day("09-30"), day("06-30"))
    assert (found.light, found.item.deadline.date) == (Light.GREEN, day("06-30"))


def test_what_was_not_extended_has_no_earlier_date() -> None:
    assert row(DATED).extended_from is None


def test_no_extension_stops_a_recurring_item() -> None:
    monthly = item("9.1", deadline="每月25日前")
    assert row(monthly, [entry(do=Do.EXTEND, to="12-31")]).next_due == day("04-25")


def test_an_old_report_can_be_made_again() -> None:
    told = [entry(do=Do.START, on="04-01"), entry(on="06-20"), entry(do=Do.REOPEN, on="07-02")]
    seen = [row(DATED, told, today=today).status for today in ("03-31", "04-01", "06-19", "06-20", "07-02")]
    assert seen == [Status.TODO, Status.DOING, Status.DOING, Status.DONE, Status.DOING]


# The whole plan ---------------------------------------------------------------------------------


def test_rows_stand_in_the_tables_order_with_names_to_show() -> None:
    found = standing(shipped())
    assert [one.item.id for one in found] == [one.id for one in shipped().items()]
    assert found[2].item.units == ("行审批科",)
    assert found[2].units == ("审批科",)


def test_an_entry_for_an_item_that_is_gone_changes_no_row() -> None:
    assert standing(shipped(), [entry("99.1")]) == standing(shipped())


def test_the_shipped_plan_on_a_day_in_june() -> None:
    found = standing(shipped(), today="06-10")
    assert Counter(one.light for one in found) == {Light.RED: 4, Light.YELLOW: 41}
    assert [one.item.id for one in found if one.is_overdue] == ["9.4", "10.1", "13.1", "13.3"]
    assert sum(one.is_undated for one in found) == 18  # of 20, 7.1 and 9.4 have milestones
    assert all(one.is_silent for one in found)


@given(st.dates(day("2020-01-01"), day("2023-01-01")).map(str), st.sampled_from(["0d", "7d", "30d", "1q"]))
def test_an_open_row_is_yellow_where_it_is_due_soon_or_silent(today: str, window: str) -> None:
    warn = span(window)
    for one in standing(shipped()._replace(rules=plan(DATED, warn=window).rules), today=today):
        assert one.light is not None
        assert one.why
        assert one.is_overdue == (one.next_due is not None and one.next_due < day(today))
        if not one.is_overdue:
            is_soon = one.next_due is not None and one.next_due <= warn.after(day(today))
            assert (one.light is Light.YELLOW) == (is_soon or one.is_silent)
            assert one.is_silent == ((one.silent_days or 0) > 30)


def test_the_part_of_the_shares_is_never_all_of_it_while_one_is_open() -> None:
    units = tuple(f"{number}科" for number in range(300))
    told = [entry("9.1", unit=unit) for unit in units[1:]]
    assert row(item("9.1", units=units), told).percent == 99


def test_an_entry_of_a_collective_name_counts_for_each_member_and_its_values_once() -> None:
    target = Target("户数", at_least="10", cumulative=True)
    (item_of,) = (one for one in COUNTY.items() if one.id == "1.2")
    group = COUNTY.groups[0]._replace(items=(item_of._replace(targets=(target,)),))
    of = COUNTY._replace(groups=(group,))
    log = [entry("1.2", Do.NOTE, unit="各乡镇", percent=50, values={"户数": "4"})]
    noted = row(of, log)
    assert (noted.state.share_percents, noted.state.values) == (dict.fromkeys(TOWNS, 50), {"户数": "4"})
    assert row(of, [*log, entry("1.2", unit=ALL_TOWNS)]).status is Status.DONE
