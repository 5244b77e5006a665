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
