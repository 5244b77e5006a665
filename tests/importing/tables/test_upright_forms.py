"""Tables with a label and its text in each row."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.tables.upright_forms import laid_down
from tests.importing.drawn import grid_of

TITLE = "2021年重点工作任务分解"


def texts(drawn: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in laid_down(grid_of(drawn)).rows]


def test_dates_and_places_under_a_heading_are_no_labels() -> None:
    drawn = "督查事项 | 督查重点 | 责任县区 | 督查方式 | 督查时间 | 牵头单位"
    for month, what in zip("469", ("民生实事", "粮食安全", "重点工作"), strict=True):
        drawn += f"\n{what} | 资金拨付 | 各县区 | 实地 | 2026年{month}月 | 一科"
    assert texts(drawn)[0] == ["督查事项", "督查重点", "责任县区", "督查方式", "督查时间", "牵头单位"]


def test_each_label_that_comes_again_begins_a_work() -> None:
    drawn = """
        重点工作： | 新建桥2座。
        责任单位： | 县住建局
        完成时限： | 6月底
        重点工作： | 改造小区。
        责任单位： | 县民政局
    """
    assert texts(drawn) == [
        ["重点工作", "责任单位", "完成时限"],
        ["新建桥2座。", "县住建局", "6月底"],
        ["改造小区。", "县民政局", ""],
    ]
    assert [(row.place, row.further) for row in laid_down(grid_of(drawn)).rows] == [
        ("表1第1行", ()),
        ("表1第1行", ("表1第2行", "表1第3行")),
        ("表1第4行", ("表1第5行",)),
    ]


def test_labels_may_stand_beside_each_other_and_headings_between() -> None:
    drawn = """
        一、抓实城建 | ← | ← | ←
        工作任务 | 新建桥2座。 | ← | ←
        责任单位 | 县住建局 | 完成时限 | 6月底
        二、抓实交通 | ← | ← | ←
        工作任务 | 新建路。 | ← | ←
        责任单位 | 县交通局 | 完成时限 | 9月底
    """
    heading = ["一、抓实城建"] * 3
    assert texts(drawn) == [
        ["工作任务", "责任单位", "完成时限"],
        heading,
        ["新建桥2座。", "县住建局", "6月底"],
        ["二、抓实交通"] * 3,
        ["新建路。", "县交通局", "9月底"],
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        "具体工作 | 责任单位\n做一。 | 甲局\n做二。 | 乙局",
        "索引号 | 1\n发布机构 | 甲局\n主要任务 | 某某\n生成日期 | 6月",
        "甲 | 乙\n丙 | 丁",
        "责任单位 | 甲局\n完成时限 | 6月",
        "具体工作 | 责任单位 | 完成时限 | 备注\n做一。 | 甲局 | 6月 | 无",
    ],
)
def test_other_tables_are_left_as_they_are(drawn: str) -> None:
    grid = grid_of(drawn)
    assert laid_down(grid) == grid


def test_forms_of_one_work_each_are_one_plan(kit: Any) -> None:
    def form(work: str, unit: str) -> str:
        return kit.html_table(kit.table(("工作任务", work), ("责任单位", unit), ("完成时限", "6月底")))  # type: ignore[no-any-return]

    one, two = form("新建桥。", "县住建局"), form("新建路。", "县交通局")
    page = f"<p>{TITLE}</p><p>一、抓实城建</p>{one}<p>二、抓实交通</p>{two}"
    draft = kit.drafted(f"<html><body>{page}</body></html>", "a.html")
    assert kit.rows_of(draft) == [
        ("1.1", "新建桥。", "", "县住建局", "6月底"),
        ("2.1", "新建路。", "", "县交通局", "6月底"),
    ]
    assert [group.heading for group in draft.plan.groups] == ["抓实城建", "抓实交通"]
    assert draft.doubts == ()


@pytest.mark.parametrize("last", ["完成时限 | 8月底 |  | ", "完成时限 | 8月底 | 配合单位 | 财政局"])
def test_one_card_alone_is_a_work(last: str) -> None:
    drawn = f"任务名称 | 扩容学位 |  | \n牵头单位 | 教育局 | 责任领导 | 叶青\n{last}"
    heads, work = texts(drawn)
    assert heads[:4] == ["任务名称", "牵头单位", "责任领导", "完成时限"]
    assert work[:4] == ["扩容学位", "教育局", "叶青", "8月底"]


def test_a_row_of_headings_alone_begins_a_table_of_columns() -> None:
    drawn = (
        "责任内容 | 工作要求 | 时限 | 牵头部门\n制定全年工作计划 | 印发执行 | 3月底前 | 甲局\n"
        "召开专题会议 | 每年两次 | 9月底前 | 乙局\n落实年度考核要求 | 写入总结 | 11月底前 | 丙局"
    )
    assert laid_down(grid_of(drawn)) == grid_of(drawn)
