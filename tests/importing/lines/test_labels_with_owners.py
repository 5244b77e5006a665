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


MINUTES = "重点项目调度会会议纪要"


def test_what_minutes_decide_behind_a_label_names_who_does_it() -> None:
    found = works(
        MINUTES,
        "一、产业园项目",
        "存在问题：用地未征收到位。",
        "议定意见：由河西镇负责，8月15日前完成征收；县自然资源局同步做好用地报批。",
        "二、污水处理厂项目",
        "存在问题：设备采购滞后。",
        "议定意见：县住建局约谈中标单位。",
        "三、车站项目",
        "存在问题：图纸未出。",
        "议定意见：抓紧完善图纸。",
    )
    assert [one.split("|")[4] for one in found] == ["河西镇、县自然资源局", "县住建局", ""]
    assert found[2].split("|")[2] == "车站项目。存在问题：图纸未出。抓紧完善图纸。"


def test_nor_there_beside_a_label_of_who_does_it() -> None:
    found = works(MINUTES, "一、产业园项目", "责任单位：河西镇", "议定意见：县住建局约谈中标单位。")
    assert [one.split("|")[4] for one in found] == ["河西镇"]
