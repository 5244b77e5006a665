"""What `due` shows: one line per thing due, and what is told under it."""

from __future__ import annotations

import pytest

from qjtask.core.layout.sheet import Sheet
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_address import PlanAddress
from qjtask.core.sheets.due_sheets import due_notes, due_sheet, reports_sheet
from qjtask.core.standing.due_asked import Unread
from qjtask.core.standing.query import due_lines
from qjtask.core.standing.shares import shares
from tests.core.plans import column, day, entry, item, milestone, plan, shipped, span, standing, texts

DATED = item("9.1", deadline="2021年6月30日")


UNDATED = item("9.1", deadline="持续推进")


def due(of: Plan, *told: Entry, within: str = "30d", today: str = "06-10", overdue: bool = True) -> Sheet:
    """What `due` gives."""
    rows, first = standing(of, told, today), day(today)
    until = span(within).after(first)
    lines = due_lines(rows, until, since=None if overdue else first)
    return due_sheet(lines, first, until, due_notes(lines, rows, first, of.rules.rhythm))


def test_a_due_line_holds_what_when_and_who() -> None:
    staged = plan(item("9.1", units=("审批科", "建管科"), milestones=(milestone("06-15", "完成初稿"),)))
    sheet = due(staged, entry(unit="审批科"))
    assert texts(sheet) == [
        ["9.1.1", "2021-06-15", "黄 剩5天", "建管科", "区行政服务中心", "完成初稿"],
        ["9.1", "2021-06-30", "黄 剩20天", "建管科", "区行政服务中心", "做好9.1"],
    ]


def test_every_due_line_has_the_light_of_its_own_date() -> None:
    staged = plan(
        item("9.1", deadline="2021年8月31日", milestones=(milestone("06-01"), milestone("06-15"))),
    )
    assert column(due(staged, within="1q"), "灯") == ["红 逾期9天", "黄 剩5天", "绿 剩82天"]


def test_the_title_tells_the_window_and_whether_anything_is_late() -> None:
    assert due(plan(DATED)).title == "2021-06-10 起至 2021-07-10 到期"
    assert due(plan(DATED), today="07-01").title == "2021-07-01 起至 2021-07-31 到期及已逾期"


def test_the_note_counts_what_is_late_and_what_comes() -> None:
    late = item("9.2", deadline="2021年4月30日")
    assert due(plan(DATED, late)).notes[0] == "共2项：逾期1项，即将到期1项"


def test_when_nothing_is_due_it_says_so() -> None:
    assert due(plan(DATED), today="04-01").notes[0] == "没有逾期和到期的工作"


@pytest.mark.parametrize(
    ("today", "told"),
    [("06-10", "共1项；另有1项已逾期，没有列出"), ("05-01", "没有即将到期的工作；另有1项已逾期，没有列出")],
)
def test_what_is_late_is_told_even_where_it_is_not_wanted(today: str, told: str) -> None:
    late = item("9.2", deadline="2021年4月30日")
    assert due(plan(DATED, late), today=today, overdue=False).notes[0] == told


def test_what_is_named_in_a_note_has_its_printed_number_too() -> None:
    unread = item("9.1", no="27", deadline="择机")
    assert "时限读不懂1项：9.1（27）；请在计划里写 due，见 qjtask check" in due(plan(unread)).notes


def test_undated_items_gone_silent_are_counted_with_the_longest_silence() -> None:
    undated = [item(f"9.{n}", deadline="持续推进") for n in range(1, 4)]
    sheet = due(plan(*undated), entry("9.1", Do.NOTE, "06-01"), entry("9.2", Do.NOTE, "05-01"))
    assert sheet.notes == (
        "没有逾期和到期的工作",
        "另有3项没有期限",
        "未完成的工作里，2项超过30天没有进展记录（最长76天），见 qjtask due --reports",
    )


def test_undated_items_that_were_heard_of_are_told_too() -> None:
    sheet = due(plan(UNDATED), entry(do=Do.NOTE, on="06-01"))
    assert sheet.notes[1:] == ("另有1项没有期限", "未完成的工作30天内都有记录或刚刚下达")


def test_dated_items_are_silent_too() -> None:
    silent = item("9.1", deadline="2021年12月31日", report_every=None)
    assert due(plan(silent)).notes[1] == (
        "未完成的工作里，1项超过30天没有进展记录（最长76天），见 qjtask due --reports"
    )


def test_what_nobody_understands_is_listed_and_not_counted_as_undated() -> None:
    sheet = due(plan(item("9.1", deadline="待班子会后"), item("9.2", deadline="")))
    assert sheet.notes[1:3] == (
        "时限读不懂1项：9.1；请在计划里写 due，见 qjtask check",
        "另有1项没有期限",
    )


def test_work_put_off_is_told_as_late_by_the_notice() -> None:
    late = item("9.1", deadline="2021年4月30日")
    moved = entry(do=Do.EXTEND, on="05-02", to="09-30", text="等清单")
    assert due(plan(late), moved).notes[1] == "另有1项延过期，按原时限已逾期：9.1"


@pytest.mark.parametrize("do", [Do.DONE, Do.DROP])
def test_finished_undated_items_are_not_counted(do: Do) -> None:
    assert due(plan(UNDATED), entry(do=do)).notes == ("没有逾期和到期的工作",)


def test_the_review_rhythm_told_is_the_plans_own() -> None:
    assert "超过2周没有" in due(plan(UNDATED, review="2w")).notes[2]


def test_the_shipped_plan_on_a_day_in_june() -> None:
    sheet = due(shipped())
    assert column(sheet, "灯") == ["红 逾期71天", *["红 逾期41天"] * 3, *["黄 剩20天"] * 3]
    assert sheet.notes == (
        "共7项：逾期4项，即将到期3项",
        "另有18项没有期限",
        "未完成的工作里，45项超过30天没有进展记录（最长76天），见 qjtask due --reports",
    )


# due --reports ----------------------------------------------------------------------------------


def reports(of: Plan, *told: Entry) -> Sheet:
    return reports_sheet(shares(standing(of, told)), of.rules.rhythm)


def test_who_owes_a_report_stands_with_its_silence_the_longest_first() -> None:
    year = plan(
        item("9.1", units=("审批科", "建管科"), report_every=None),
        item("9.2", report_every="1w"),
        item("9.3", report_every=None),
    )
    told = (
        entry("9.1", Do.NOTE, "06-01", unit="建管科"),
        entry("9.2", Do.NOTE, "06-01", unit="审批科"),
        entry("9.3", Do.NOTE, "06-01", unit="审批科"),
    )
    sheet = reports(year, *told)
    assert texts(sheet) == [["9.1", "76天", "审批科", "做好9.1"], ["9.2", "9天", "审批科", "做好9.2"]]
    assert sheet.notes == ("共2项超过30天没有进展记录",)


def test_where_all_report_it_says_so() -> None:
    sheet = reports(plan(UNDATED), entry(do=Do.NOTE, on="06-01", unit="审批科"))
    assert (sheet.rows, sheet.notes) == ((), ("30天内都有进展记录",))


def test_what_was_not_read_is_counted_beside_the_rows() -> None:
    rows = standing(plan(item("9.1", deadline="择日另行通知"), item("9.2", deadline="持续推进")))
    unread = Unread(put_off=1, unclear=20, undated=3, silent=2, longest=99, is_open=True)
    assert due_notes([], rows, day("06-10"), span("30d"), unread) == [
        "没有逾期和到期的工作",
        "另有1项延过期，按原时限已逾期：",
        "时限读不懂21项：9.1等；请在计划里写 due，见 qjtask check",
        "另有4项没有期限",
        "未完成的工作里，4项超过30天没有进展记录（最长99天），见 qjtask due --reports",
    ]


def test_commands_that_are_told_repeat_which_plan_is_meant() -> None:
    of = plan(item("9.1", deadline="持续推进"), item("9.2", deadline="择日另行通知"))
    rows = standing(of, (), "07-10")
    told = due_notes([], rows, day("07-10"), span("30d"), address=PlanAddress("", " --file 全区"))
    assert [note.rpartition("见 ")[2] for note in told if "qjtask" in note] == [
        "qjtask check --file 全区",
        "qjtask due --reports --file 全区",
    ]
