"""What is told of a plan's columns."""

from __future__ import annotations

import pytest

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.tables.column_doubts import doubts_on_columns
from tests.importing.drawn import table_of

ROWS = ("做第一件事。 | 甲局 | 3月底 | 6月底", "做第二件事。 | 乙局 | 4月底 | 7月底")


def told(heading: str, *rows: str) -> list[Doubt]:
    return list(doubts_on_columns(table_of("\n".join((heading, *rows))), is_mapped=False))


def test_a_time_on_the_way_is_told_with_the_deadline_it_stands_beside() -> None:
    (doubt,) = told("工作 | 责任单位 | 初审时间 | 发文时间", *ROWS)
    assert doubt.read == "“初审时间”和“发文时间”两列都是时间"
    assert doubt.assumed == "按“发文时间”记，“初审时间”记在备注"
    assert doubt.fix.endswith("--map 完成时限=3")


def test_a_time_when_it_begins_is_no_other_deadline() -> None:
    assert told("工作 | 责任单位 | 开工时间 | 完成时间", *ROWS) == []


@pytest.mark.parametrize("word", ["任务", "项目", "安全"])
def test_a_task_that_begins_as_a_name_is_no_person(word: str) -> None:
    rows = [f"{at} | {word} | {office} | 6月底" for at, office in enumerate(("甲局", "乙局", "丙局"), 1)]
    assert told("序号 | 重点任务 | 责任单位 | 时限", *rows) == []


def test_a_doubt_of_a_column_knows_its_heading_and_the_rows_that_have_something_in_it() -> None:
    (doubt,) = told("工作 | 责任单位 | 初审时间 | 发文时间", *ROWS, "做第三件事。 | 丙局 | — | 8月底")
    assert (doubt.columns, doubt.rows) == (("初审时间",), ("表1第2行", "表1第3行"))
    (doubt,) = told(
        "工作 | 责任单位 | 进展情况 | 存在问题 | 完成时限",
        "做第一件事。 | 甲局 | 已开工 |  | 3月底",
        "做第二件事。 | 乙局 |  |  | 4月底",
        "做第三件事。 | 丙局 |  | 缺人 | 5月底",
    )
    assert (doubt.columns, doubt.rows) == (("进展情况", "存在问题"), ("表1第2行", "表1第4行"))


def test_a_doubt_of_a_table_is_about_all_its_rows() -> None:
    (doubt,) = told("1 | 做第一件事。 | 县教育局 | 3月底", "2 | 做第二件事。 | 县财政局 | 4月底")
    assert (doubt.read, doubt.columns, doubt.rows) == ("表格没有标题行", (), ("表1第1行", "表1第2行"))
