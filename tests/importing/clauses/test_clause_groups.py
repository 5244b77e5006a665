"""Ids that follow the printed numerals."""

from __future__ import annotations

from qjtask.importing.clauses.clause_groups import Grouped, group_tasks
from tests.importing.clauses.documents import read


def grouped(*paragraphs: str) -> Grouped:
    return group_tasks(read(*paragraphs).tasks, "任务分解")


def ids(*paragraphs: str) -> list[str]:
    return [
        f"{group.number}.{one.number} {group.heading}"
        for group in grouped(*paragraphs).groups
        for one in group.members
    ]


def work(number: str) -> str:
    return f"{number}建桥。（县住建局负责）"


def test_an_item_has_its_heading_s_number_and_its_own() -> None:
    assert ids("九、城建", work("（一）"), work("（二）"), "十、交通", work("（三）")) == [
        "9.1 城建",
        "9.2 城建",
        "10.3 交通",
    ]


def test_works_without_a_heading_stand_under_the_title() -> None:
    assert ids(work("1."), work("2.")) == ["1.1 任务分解", "1.2 任务分解"]


def test_a_heading_over_all_is_left_out() -> None:
    assert ids("二、主要任务", "（一）甲", work("1."), "（二）乙", work("1.")) == ["1.1 甲", "2.1 乙"]
    assert ids("二、主要任务", work("（一）")) == ["2.1 主要任务"]


def test_levels_are_joined_and_numbers_that_begin_again_are_counted_on() -> None:
    made = ("一、甲", "（一）乙", work("1."), "（二）丙", work("1."), "二、丁", "（一）戊", work("1."))
    assert ids(*made) == ["1.1 甲：乙", "2.1 甲：丙", "3.1 丁：戊"]
    assert [doubt.read for doubt in grouped(*made).doubts] == [
        "标题有几层，“甲”之下又分（共3处）",
        "“（一）戊”的编号前面的标题用过了（共1处）",
    ]


def test_works_without_a_number_or_with_one_taken_get_the_next_free() -> None:
    text = "1.建桥。（县住建局负责）建路。（县交通局负责）"
    assert ids("一、甲", text, work("2.")) == ["1.1 甲", "1.3 甲", "1.2 甲"]
    assert ids("一、甲", "县住建局：", "1.建桥。", "县交通局：", "1.建路。") == ["1.1 甲", "1.2 甲"]
