"""Rows filled in: what they say, and every way to fill them badly, told with its cell."""

from __future__ import annotations

import pytest

from qjtask.core.packs.typed_cells import Typed
from tests.core.pack_samples import collected, faults, filled, only
from tests.core.plans import item, plan


@pytest.mark.parametrize("blank", ["", " ", "无", "/", "—", "暂无"])
def test_rows_with_nothing_in_them_are_passed_over(blank: str) -> None:
    row = {"编号": "9.1", "进展": blank, "佐证": blank, "是否完成": "否" if blank == "/" else blank}
    found = collected(filled(row, {"编号": "9.4"}))
    assert found.changes == ()


def test_a_full_width_id_is_the_same_id() -> None:
    on = filled({"编号": "９．１", "进展": "已办", "具体工作": "做好9.1"})
    assert only(collected(on)).item == "9.1"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"百分比": "101"}, "a.xlsx:填报表!H5: 百分比“101”超过 100；请写 0 到 100 的整数"),
        ({"百分比": "0.6"}, "a.xlsx:填报表!H5: 百分比“0.6”不清楚；请写成整数，如 60"),
        ({"百分比": "65.5"}, "a.xlsx:填报表!H5: 百分比“65.5”不是整数；请写 0 到 100 的整数"),
        ({"百分比": "一半"}, "a.xlsx:填报表!H5: 百分比“一半”读不懂；请写 0 到 100 的整数，如 60"),
        ({"百分比": "-5"}, "a.xlsx:填报表!H5: 百分比“-5”读不懂；请写 0 到 100 的整数，如 60"),
        ({"是否完成": "快了"}, "a.xlsx:填报表!I5: “快了”不知道是不是完成；请选“是”，没有完成的空着"),
        ({"是否完成": "是"}, "a.xlsx:填报表!J5: 选了“是”，没有写完成日期；请写实际完成的那一天"),
        (
            {"完成日期": "6-3"},
            "a.xlsx:填报表!I5: 写了完成日期 2021-06-03，没有选“是”；已完成请选“是”，没有完成请清空日期",
        ),
        (
            {"是否完成": "是", "完成日期": "6-3", "百分比": "60"},
            "a.xlsx:填报表!H5: 选了“是”，百分比却是 60；已完成请写 100 或空着，没有完成请清空“是”",
        ),
        (
            {"是否完成": "是", "完成日期": "6-11"},
            "a.xlsx:填报表!J5: 2021-06-11 在今天（2021-06-10）之后；请写已经完成的日期",
        ),
        (
            {"是否完成": "是", "完成日期": "2020-06-03"},
            "a.xlsx:填报表!J5: 2020-06-03 早于计划的2021年；请核对年份",
        ),
        (
            {"是否完成": "是", "完成日期": "2021-02-30"},
            "a.xlsx:填报表!J5: 日期“2021-02-30”读不懂；请写成 2021-6-30 的形式",
        ),
        (
            {"编号": "9.4.1", "百分比": "50"},
            "a.xlsx:填报表!H5: 时间节点不写百分比；请清空这一格，把进度写在进展里",
        ),
        ({"编号": "", "进展": "话"}, "a.xlsx:填报表!A5: 填了这一行，却没有编号；请恢复发下去时的编号"),
        (
            {"编号": "9.9", "进展": "话"},
            "a.xlsx:填报表!A5: 这份填报表里本来没有“9.9”；编号被改过，请恢复发下去时的编号",
        ),
        (
            {"编号": "9.4", "具体工作": "做好9.1", "进展": "话"},
            "a.xlsx:填报表!C5: 文字和编号 9.4 对不上；这一行被改过或挪过，请恢复发下去时的编号和文字",
        ),
    ],
)
def test_what_is_filled_badly_is_told_with_its_cell(row: dict[str, str], told: str) -> None:
    assert faults(filled({"编号": "9.1", **row})) == [told]


def test_all_faults_of_all_files_are_told_at_once() -> None:
    one = filled(
        {"编号": "9.1", "百分比": "200", "是否完成": "嗯", "完成日期": "改日"}, {"编号": "9.4", "百分比": "x"}
    )
    two = filled({"编号": "9.4", "百分比": "300"}, unit="道路运输中心", shown="b.xlsx")
    assert [told.partition(": ")[0].replace("填报表!", "") for told in faults(one, two)] == [
        "a.xlsx:H5",
        "a.xlsx:I5",
        "a.xlsx:J5",
        "a.xlsx:H6",
        "b.xlsx:H5",
    ]


def test_one_item_in_two_rows() -> None:
    told = faults(filled({"编号": "9.1", "进展": "甲"}, {"编号": "9.1", "进展": "乙"}))
    assert told == ["a.xlsx:填报表!A6: 9.1 在 a.xlsx:填报表!A5 已经有一行；请只留一行"]


def test_a_row_is_found_by_its_id_wherever_it_stands() -> None:
    found = collected(filled({"编号": "9.4", "进展": "乙"}, {"编号": "9.1", "进展": "甲"}))
    assert [(one.item, one.text) for one in found.entries] == [("9.4", "乙"), ("9.1", "甲")]


def test_an_item_that_left_the_plan_or_changed_its_text() -> None:
    gone = plan(item("9.4", units=("审批科",)))
    assert faults(filled({"编号": "9.1", "进展": "话"}), on=gone)[0].startswith(
        "a.xlsx:填报表!A5: 计划里已经没有 9.1；"
    )
    changed = plan(item("9.1", work="另一件事"))
    row = {"编号": "9.1", "进展": "话"}
    assert faults(filled(row), on=changed) == [
        "a.xlsx:填报表!C5: 发下去以后计划里 9.1 的文字改了；如仍是同一项工作，请把这一格改成计划里现在的文字"
    ]
    assert only(collected(filled({**row, "具体工作": "另一件事"}), on=changed)).item == "9.1"


def test_doubts_are_told_and_stop_nothing() -> None:
    file = filled({"编号": "9.1", "百分比": "100"})._replace(beyond=(Typed("备注", "a.xlsx:填报表!L5"),))
    found = collected(file)
    assert [str(one) for one in found.doubts] == [
        "a.xlsx:填报表!L5: 表外写了字，没有读；请写进黄色的格",
        "a.xlsx:填报表!H5: 写了100%，没有选“是”，只记为进展；如已完成，请选“是”并写完成日期",
    ]
    assert only(found).percent == 100


def test_the_1_that_a_cell_holds_into_which_100_percent_was_typed_is_a_doubt() -> None:
    found = collected(filled({"编号": "9.1", "百分比": "1"}))
    assert [str(one) for one in found.doubts] == [
        "a.xlsx:填报表!H5: 百分比是1，按1%读；想写100%的，请把这一格改成 100",
    ]
    assert only(found).percent == 1
