"""Tables of shapes that were met only when the import was tried on drawn-up foreign tables."""

from __future__ import annotations

from datetime import date
from typing import Any

from qjtask.importing.numbers.promises import read_targets

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
    assert draft.doubts == ()


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
    assert draft.doubts == ()
    assert "完成时限分几期写" in draft.said[0]


def test_indicators_of_two_levels_are_groups(kit: Any) -> None:
    table = kit.table(
        ("一级指标", "二级指标", "工作任务", "责任科室", "完成时限"),
        (("政务服务", 3, 1), "办件效率", "压缩时限50%以上。", "审批科", "6月"),
        (("好差评", 2, 1), "满意度达到98%以上。", "审批科", "6月"),
        ("差评全部整改。", "审批科", "6月"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert [group.heading for group in draft.plan.groups] == ["政务服务：办件效率", "政务服务：好差评"]


def test_two_columns_of_persons_are_not_run_together(kit: Any) -> None:
    table = kit.table(
        ("具体工作", "分管领导", "责任单位", "责任人", "完成时限"), ("做一。", "张三", "甲局", "李四", "6月")
    )
    assert next(kit.drafted(kit.to_html(table), "a.html").plan.items()).note == "分管领导：张三；责任人：李四"


def test_a_mark_before_a_name_is_left_out_and_told(kit: Any) -> None:
    draft = kit.drafted(kit.to_html(kit.table(S, ("1", "做一。", "★甲局、乙局*", "6月"))), "a.html")
    assert kit.rows_of(draft) == [("1.1", "做一。", "", "甲局、乙局", "6月")]
    assert len(draft.doubts) == 2


def test_points_under_a_numbered_work_are_no_works_of_their_own(kit: Any) -> None:
    head = ("重点任务", "工作内容", "责任单位", "完成时限")
    rows = (
        ("（一）甲", "1.做一。", "甲局", "6月"),
        ("", "2.做二：（1）甲；（2）乙。", "甲局", "6月"),
        ("", "3.做三。", "甲局", "6月"),
    )
    draft = kit.drafted(kit.to_html(kit.table(head, *rows)), "a.html")
    assert [row[:2] for row in kit.rows_of(draft)] == [
        ("1.1", "做一。"),
        ("1.2", "做二：（1）甲；（2）乙。"),
        ("1.3", "做三。"),
    ]
    assert draft.doubts == ()


def test_what_is_pressed_from_a_number_to_a_number_keeps_its_name() -> None:
    targets, _ = read_targets("办理时限由10天压缩至3个工作日以内。")
    assert [one[:4] for one in targets] == [("办理时限", None, "3", "个工作日")]


def test_a_notice_whose_title_stands_on_one_line_with_its_office(kit: Any) -> None:
    lines = (
        "某市人民政府办公室关于印发某市2021年优化营商环境重点任务清单的通知",
        "某政办发〔2021〕8号",
        "现印发给你们，请认真贯彻执行。",
        "某市人民政府办公室",
        "2021年3月5日",
        "（此件公开发布）",
    )
    page = "".join(f"<p>{line}</p>" for line in lines) + kit.html_table(
        kit.table(S, ("1", "做一。", "甲局", "6月"))
    )
    plan = kit.drafted(page, "a.html").plan
    assert (plan.title, plan.document) == ("某市2021年优化营商环境重点任务清单", "某政办发〔2021〕8号")
    assert (plan.issuer, plan.issued) == ("某市人民政府办公室", date(2021, 3, 5))
