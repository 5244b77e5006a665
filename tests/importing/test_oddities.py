"""Tables whose oddity is not in one small drawing: several formats, several tables, options."""

from __future__ import annotations

from typing import Any

import pytest

H = ("序号", "重点任务", "具体工作", "牵头单位", "责任单位", "完成时限")
S = ("序号", "具体工作", "责任单位", "完成时限")


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "csv"])
def test_a_clean_table_raises_no_doubt(kit: Any, form: str) -> None:
    table = kit.table(
        H,
        (
            "1",
            ("（一）数字政府", 2, 1),
            "建平台，6月底前上线。",
            "市数据局",
            "市财政局、市司法局",
            "2021年6月底前",
        ),
        ("2", "推进57项套餐，占比不低于80%。", "市数据局", "市公安局", "12月"),
        ("3", "（二）营商环境", "优流程。", "市发展改革委", "市税务局", "持续推进"),
    )
    draft = kit.drafted(kit.writers[form](table), f"a.{form}")
    assert draft.doubts == ()
    assert [item.id for item in draft.plan.items()] == ["1.1", "1.2", "2.3"]


def test_a_repeated_heading_is_told_in_a_long_table(kit: Any) -> None:
    rows = [("（一）甲" if n in {0, 7} else "", f"做第{n}件事。", "甲局", "6月") for n in range(10)]
    draft = kit.drafted(
        kit.to_html(kit.table(("重点任务", "具体工作", "责任单位", "完成时限"), *rows)), "a.html"
    )
    assert [item.id for item in draft.plan.items()] == [f"1.{n}" for n in range(1, 11)]
    assert [doubt.items for doubt in draft.doubts] == [("1.8",)]
    assert (
        next(item.note for item in draft.plan.items() if item.id == "1.8")
        == "原表换页，（一）的标题重印一次，序号接1.7"
    )


def test_map_overrules_the_headings(kit: Any) -> None:
    table = kit.table(
        ("序号", "具体工作", "责任单位", "其它甲", "完成时限"), ("1", "甲。", "乙局", "丙。", "6月")
    )
    draft = kit.drafted(kit.to_html(table), "a.html", columns={"具体工作": 4, "备注": 2})
    assert kit.rows_of(draft) == [("1.1", "丙。", "", "乙局", "6月")]
    assert next(draft.plan.items()).note == "甲。"


def test_the_plan_is_picked_among_other_tables(kit: Any) -> None:
    plan = kit.html_table(kit.table(S, ("1", "做一。", "甲局", "6月")))
    other = "<table><tr><td>姓名</td><td>电话</td></tr><tr><td>甲</td><td>1</td></tr></table>" * 2
    assert kit.rows_of(kit.drafted(f"{other}{plan}", "a.html")) == [("1.1", "做一。", "", "甲局", "6月")]
    second = kit.drafted(f"{plan}<p>。</p>{plan.replace('做一', '做二')}", "a.html", table=2)
    assert kit.rows_of(second) == [("1.1", "做二。", "", "甲局", "6月")]


def test_a_table_goes_on_over_pages_and_headings_between(kit: Any) -> None:
    first = kit.html_table(kit.table(S, ("1", "做一。", "甲局", "6月")))
    rest = "<table><tr><td>2</td><td>做二。</td><td>甲局</td><td>6月</td></tr></table>"
    again = first.replace("做一", "做三").replace(">1<", ">3<")
    assert [row[0] for row in kit.rows_of(kit.drafted(first + rest + again, "a.html"))] == [
        "1.1",
        "1.2",
        "1.3",
    ]
    parts = again.replace(">3<", ">1<")
    draft = kit.drafted("<p>一、甲</p>" + first + "<p>二、乙</p>" + parts, "a.html", head=kit.head)
    assert [group.heading for group in draft.plan.groups] == ["甲", "乙"]
    assert [row[0] for row in kit.rows_of(draft)] == ["1.1", "2.1"]
