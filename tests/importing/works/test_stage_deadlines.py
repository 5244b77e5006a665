"""Works under a stage or a month are due when that ends, where they say no time themselves."""

from __future__ import annotations

import pytest

from qjtask.importing.works.clause_outline import outline_of_tasks
from qjtask.importing.works.stage_deadlines import stage_time, with_stage_deadlines
from tests.importing.works.documents import read

FIRST, SECOND = "第一阶段　准备阶段（3月1日—3月15日）", "第二阶段　实施阶段（3月23日—4月2日）"
WORKS = (FIRST, "1.备品备件到货确认。（物资科）", SECOND, "2.精轧区域检修。（轧钢车间）")


def test_works_have_the_days_of_their_stage_and_that_is_told_once() -> None:
    outline = with_stage_deadlines(outline_of_tasks(read("大修工作计划", *WORKS).tasks))
    assert [row.deadline_text for row in outline.rows] == ["3月1日—3月15日", "3月23日—4月2日"]
    told = [one for one in outline.doubts if "标题写着" in one.read]
    assert [(one.read, len(one.rows)) for one in told] == [
        ("没有写完成时限，标题写着“3月1日—3月15日”、“3月23日—4月2日”", 2)
    ]


def test_a_time_of_its_own_is_the_work_s() -> None:
    lines = (FIRST, "1.3月5日前到货。（物资科）", "2.检修。（车间办，3月8日前）", "3.确认。（物资科）")
    rows = with_stage_deadlines(outline_of_tasks(read("大修工作计划", *lines).tasks)).rows
    assert [row.deadline_text for row in rows] == ["", "3月8日前", "3月1日—3月15日"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("三月份",), "三月份"),
        (("一、8月25日前",), "8月25日前"),
        (("（二）9月1日上午",), "9月1日上午"),
        (("一、九月份",), "九月份"),
        (("星期一（5月6日）",), "5月6日"),
        ((FIRST, "物资"), "3月1日—3月15日"),
        (("第三周",), ""),
        (("整治行动（2个）",), ""),
        (("提升服务（市住建局）",), ""),
        ((), ""),
    ],
)
def test_the_narrowest_heading_that_says_a_time_says_it(headings: tuple[str, ...], expected: str) -> None:
    assert stage_time(headings) == expected
