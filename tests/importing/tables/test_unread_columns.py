"""Which columns without a place in a plan plainly have none."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.unread_columns import is_plainly_unread, without_place
from tests.importing.drawn import table_of


@pytest.mark.parametrize(
    ("heading", "cells", "is_plain"),
    [
        ("所在区域", ("荆州区", "沙市区"), True),
        ("得分现状", ("C", "B"), True),
        ("兑现方式", ("免申即享", "申报兑现"), True),
        ("进展情况", ("已按去年群众反映的情况开工建设", "已完工"), True),
        ("6月底支出进度", ("50%", "60%"), False),  # may be what is asked for
        ("一季度支出进度", ("20%", "25%"), False),
        ("缘起", ("去年人代会上代表们提出的建议", "县委决定"), False),
        ("应用场景", ("用于训练模型。", "用于预警。"), False),
    ],
)
def test_few_words_are_plainly_none_of_a_plan(
    heading: str, cells: tuple[str, str], *, is_plain: bool
) -> None:
    rows = [f"{at} | 做第{at}件事。 | 县财政局 | {cell} | {at}月底" for at, cell in enumerate(cells, 1)]
    table = table_of("\n".join((f"序号 | 工作任务 | 责任单位 | {heading} | 完成时限", *rows)))
    (column,) = without_place(table)
    assert (column.name, is_plainly_unread(column)) == (heading, is_plain)


def test_a_column_that_is_read_has_its_place() -> None:
    assert without_place(table_of("工作任务 | 责任单位 | 完成时限\n做一件事。 | 县财政局 | 3月底")) == []
