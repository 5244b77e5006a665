"""Labels of a work beside one of who does it."""

from __future__ import annotations

from tests.importing.works.documents import works


def test_a_work_s_label_over_who_does_it_names_nobody() -> None:
    found = works("整改方案", "1.超付工程款。", "整改措施：督促施工单位退款，完善流程。", "责任科室：财务科")
    assert [one.split("|")[2:5] for one in found] == [
        ["超付工程款。督促施工单位退款，完善流程。", "", "财务科"]
    ]


def test_nor_does_the_matter_of_an_order_over_it() -> None:
    found = works("督办通知", "督办事项：协调供电公司迁移配电箱。", "承办单位：区住建局")
    assert [one.split("|")[2:5] for one in found] == [["协调供电公司迁移配电箱。", "", "区住建局"]]
