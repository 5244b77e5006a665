"""What `list` shows: one line per item, its words and its sections."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.layout.sheet import Tone
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item
from qjtask.core.sheets.list_sheets import list_sheet
from qjtask.core.standing.words import UNWRITTEN
from tests.core.plans import column, entry, item, plan, row, shipped, standing, texts

DATED = item("9.1", deadline="2021年6月30日")
UNDATED = item("9.1", deadline="持续推进")


def listed(of: Item, *told: Entry, today: str = "06-10") -> dict[str, str]:
    """The one line that `list` gives of an item, by heading."""
    sheet = list_sheet([row(of, told, today)], 1, in_sections=False)
    return dict(zip([one.heading for one in sheet.columns], texts(sheet)[0], strict=True))


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
        "期限": "2021-06-30",
    }


def test_a_table_to_reckon_with_has_the_day_beside_the_words_and_a_screen_has_not() -> None:
    on = plan(item("1.1", deadline="6月底前"), item("1.2", deadline="持续推进"))
    sheet = list_sheet(standing(on), 2, in_sections=False)
    assert [cells[-1].value for cells in sheet.rows] == [date(2021, 6, 30), None]
    assert not sheet.columns[-1].on_screen
    assert "期限" not in [one.heading for one in sheet.on_paper.columns]


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
