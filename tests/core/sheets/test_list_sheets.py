"""The sheets of `list` and `due`."""

from __future__ import annotations

import pytest

from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Group, Item, Plan
from qjtask.core.sheets.due_sheets import due_notes, due_sheet
from qjtask.core.sheets.list_sheets import list_sheet
from qjtask.core.standing.query import due_lines
from qjtask.core.standing.words import UNWRITTEN, days_words, heading, joined
from tests.core.plans import column, day, entry, item, milestone, plan, row, shipped, span, standing, texts

DATED = item("9.1", deadline="2021年6月30日")
UNDATED = item("9.1", deadline="持续推进")


def listed(of: Item, *told: Entry, today: str = "06-10") -> dict[str, str]:
    """The one line that `list` gives of an item, by heading."""
    sheet = list_sheet([row(of, told, today)], 1, in_sections=False)
    return dict(zip([one.heading for one in sheet.columns], texts(sheet)[0], strict=True))


def due(of: Plan, *told: Entry, within: str = "30d", today: str = "06-10", overdue: bool = True) -> Sheet:
    """What `due` gives."""
    rows, first = standing(of, told, today), day(today)
    until = span(within).after(first)
    lines = due_lines(rows, until, since=None if overdue else first)
    return due_sheet(lines, first, until, due_notes(lines, rows, first, of.rules.review))


# Words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "told"),
    [("9", "（九）提升"), ("15", "（十五）提升"), ("999", "（九百九十九）提升"), ("1000", "（1000）提升")],
)
def test_a_heading_is_told_as_the_table_prints_it(number: str, told: str) -> None:
    assert heading(Group(number, "提升", ())) == told


@pytest.mark.parametrize(("days", "words"), [(-3, "逾期3天"), (-1, "逾期1天"), (0, "今天到期"), (1, "剩1天")])
def test_days_are_told_in_words(days: int, words: str) -> None:
    assert days_words(days) == words


def test_names_are_joined_as_a_document_lists_them() -> None:
    assert joined(("审批科", "建管科")) == "审批科、建管科"


# list -------------------------------------------------------------------------------------------


def test_a_line_holds_everything_about_its_item() -> None:
    shared = item("9.1", work="梳理清单", lead=("区司法局", "区财政局"), units=("审批科", "建管科"))
    assert listed(shared) == {
        "编号": "9.1",
        "重点任务": "（九）第9项重点任务",
        "具体工作": "梳理清单",
        "责任单位": "审批科、建管科",
        "牵头单位": "区司法局、区财政局",
        "完成时限": "2021-06-30",
        "灯": "黄 剩20天",
        "状态": "未启动",
    }


@pytest.mark.parametrize(
    ("of", "told", "today", "light"),
    [
        (DATED, [], "04-01", "绿 剩90天"),
        (DATED, [], "06-30", "黄 今天到期"),
        (DATED, [], "07-03", "红 逾期3天"),
        (DATED, [entry()], "07-03", ""),
        (DATED, [entry(on="07-01")], "07-03", "逾期完成"),
        (DATED, [entry(do=Do.DROP)], "07-03", ""),
        (UNDATED, [], "04-01", "绿"),
        (UNDATED, [], "06-10", "黄 静默76天"),
    ],
)
def test_a_light_is_a_word_with_its_days(of: Item, told: list[Entry], today: str, light: str) -> None:
    assert listed(of, *told, today=today)["灯"] == light


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([], "未启动"),
        ([entry(do=Do.START)], "推进中"),
        ([entry(do=Do.NOTE, percent=60)], "推进中60%"),
        ([entry(do=Do.NOTE, percent=60), entry(do=Do.HOLD)], "暂停60%"),
        ([entry(do=Do.NOTE, percent=60), entry()], "已完成"),
        ([entry(do=Do.DROP)], "取消"),
    ],
)
def test_a_status_tells_how_far_open_work_is(told: list[Entry], status: str) -> None:
    assert listed(DATED, *told)["状态"] == status


@pytest.mark.parametrize(
    ("deadline", "told", "shown"),
    [
        ("6月底前", [], "2021-06-30"),
        ("6月底前", [entry(do=Do.EXTEND, to="09-30")], "2021-09-30"),
        ("持续推进", [], "持续推进"),
        ("5月底前动工", [], "5月底前动工"),
        ("每月25日前", [], "2021-04-25"),
        (" ", [], UNWRITTEN),
        ("/", [], "/"),
    ],
)
def test_the_deadline_is_the_date_held_to_or_the_printed_words(
    deadline: str, told: list[Entry], shown: str
) -> None:
    assert listed(item("9.1", deadline=deadline), *told)["完成时限"] == shown


def test_names_are_those_to_show() -> None:
    sheet = list_sheet(standing(shipped())[2:3], 45, in_sections=False)
    assert column(sheet, "责任单位") == ["审批科"]  # printed 行审批科


def test_each_group_stands_under_its_heading() -> None:
    rows = standing(plan(item("1.1"), item("1.2"), item("2.1")))
    assert list_sheet(rows, 3, in_sections=True).sections == {
        0: "（一）第1项重点任务",
        2: "（二）第2项重点任务",
    }


def test_a_list_in_another_order_has_no_sections() -> None:
    assert list_sheet(standing(shipped()), 45, in_sections=False).sections == {}


@pytest.mark.parametrize(
    ("kept", "note"), [(3, "3项"), (2, "2项（共3项）"), (0, "没有符合条件的工作（共3项）")]
)
def test_the_count_is_told_with_the_whole_where_they_differ(kept: int, note: str) -> None:
    rows = standing(plan(item("1.1"), item("1.2"), item("2.1")))
    assert list_sheet(rows[:kept], 3, in_sections=True).notes == (note,)


def test_finished_work_is_dimmed() -> None:
    sheet = list_sheet([row(DATED, [entry()])], 1, in_sections=False)
    assert sheet.rows[0][2].tone is Tone.DIM


# due --------------------------------------------------------------------------------------------


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
    assert due(plan(DATED, late)).notes == ("共2项：逾期1项，即将到期1项",)


def test_when_nothing_is_due_it_says_so() -> None:
    assert due(plan(DATED), today="04-01").notes == ("没有逾期和到期的工作",)


@pytest.mark.parametrize(
    ("today", "told"),
    [("06-10", "共1项；另有1项已逾期，没有列出"), ("05-01", "没有即将到期的工作；另有1项已逾期，没有列出")],
)
def test_what_is_late_is_told_even_where_it_is_not_wanted(today: str, told: str) -> None:
    late = item("9.2", deadline="2021年4月30日")
    assert due(plan(DATED, late), today=today, overdue=False).notes == (told,)


def test_undated_items_gone_silent_are_counted_with_the_longest_silence() -> None:
    undated = [item(f"9.{n}", deadline="持续推进") for n in range(1, 4)]
    sheet = due(plan(*undated), entry("9.1", Do.NOTE, "06-01"), entry("9.2", Do.NOTE, "05-01"))
    assert sheet.notes == (
        "没有逾期和到期的工作",
        "另有3项没有期限，其中2项超过30天没有进展记录（最长76天），见 qjtask list --light 黄",
    )


def test_undated_items_that_were_heard_of_are_told_too() -> None:
    sheet = due(plan(UNDATED), entry(do=Do.NOTE, on="06-01"))
    assert sheet.notes[1] == "另有1项没有期限，30天内都有记录或刚刚下达"


@pytest.mark.parametrize("do", [Do.DONE, Do.DROP])
def test_finished_undated_items_are_not_counted(do: Do) -> None:
    assert due(plan(UNDATED), entry(do=do)).notes == ("没有逾期和到期的工作",)


def test_the_review_rhythm_told_is_the_plans_own() -> None:
    assert "超过2周没有" in due(plan(UNDATED, review="2w")).notes[1]


def test_the_shipped_plan_on_a_day_in_june() -> None:
    sheet = due(shipped())
    assert column(sheet, "灯") == ["红 逾期71天", *["红 逾期41天"] * 3, *["黄 剩20天"] * 3]
    assert sheet.notes == (
        "共7项：逾期4项，即将到期3项",
        "另有18项没有期限，其中18项超过30天没有进展记录（最长76天），见 qjtask list --light 黄",
    )
