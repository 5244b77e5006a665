"""Tables of shapes that were met only when the import was tried on drawn-up foreign tables."""

from __future__ import annotations

from datetime import date
from typing import Any

S = ("序号", "具体工作", "责任单位", "完成时限")


def test_a_heading_whose_numeral_stands_in_the_column_of_numbers(kit: Any) -> None:
    rows = (
        S,
        ("一、", "加强领导", "", ""),
        ("1", "做一。", "甲局", "6月"),
        ("（二）", "抓好落实", "", ""),
        ("1", "做二。", "乙局", "7月"),
    )
    draft = kit.drafted(kit.to_html(kit.table(*rows)), "a.html")
    assert [group.heading for group in draft.plan.groups] == ["加强领导", "抓好落实"]
    assert [row[0] for row in kit.rows_of(draft)] == ["1.1", "2.1"]
    assert draft.doubts == ()


def test_a_sum_under_the_table_is_no_work(kit: Any) -> None:
    draft = kit.drafted(
        kit.to_html(kit.table(S, ("1", "做一。", "甲局", "6月"), ("合计", "1项", "", ""))), "a.html"
    )
    assert kit.rows_of(draft) == [("1.1", "做一。", "", "甲局", "6月")]
    assert [doubt.read for doubt in draft.doubts] == ["“合计”不是一项工作"]


def test_a_deadline_that_takes_a_column_for_each_quarter(kit: Any) -> None:
    table = kit.table(
        (("序号", 2, 1), ("工作任务", 2, 1), ("责任单位", 2, 1), ("时间节点", 1, 4)),
        ("一季度", "二季度", "三季度", "四季度"),
        ("1", "建设数据中心。", "市数据局", "完成可研", "开工建设", "", "投入使用"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    item = next(draft.plan.items())
    assert item.deadline.date == date(2021, 12, 31)
    assert [tuple(one) for one in item.milestones] == [
        (date(2021, 3, 31), "完成可研"),
        (date(2021, 6, 30), "开工建设"),
        (date(2021, 12, 31), "投入使用"),
    ]
    assert [doubt.read for doubt in draft.doubts] == ["完成时限分了几栏写"]


def test_indicators_of_two_levels_are_groups(kit: Any) -> None:
    table = kit.table(
        ("一级指标", "二级指标", "工作任务", "责任科室", "完成时限"),
        (("政务服务", 2, 1), "办件效率", "压缩时限50%以上。", "审批科", "6月"),
        ("好差评", "满意度达到98%以上。", "审批科", "6月"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert [group.heading for group in draft.plan.groups] == ["政务服务：办件效率", "政务服务：好差评"]


def test_two_columns_of_persons_are_not_run_together(kit: Any) -> None:
    table = kit.table(
        ("具体工作", "分管领导", "责任单位", "责任人", "完成时限"), ("做一。", "张三", "甲局", "李四", "6月")
    )
    assert next(kit.drafted(kit.to_html(table), "a.html").plan.items()).note == "责任人：张三、李四"


def test_a_mark_before_a_name_is_left_out_and_told(kit: Any) -> None:
    draft = kit.drafted(kit.to_html(kit.table(S, ("1", "做一。", "★甲局、乙局*", "6月"))), "a.html")
    assert kit.rows_of(draft) == [("1.1", "做一。", "", "甲局、乙局", "6月")]
    assert len(draft.doubts) == 2
