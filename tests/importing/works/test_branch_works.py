"""The works that the paragraphs of one branch are."""

from __future__ import annotations

from tests.importing.works.documents import works


def test_an_office_over_who_does_its_work_is_the_title_of_that() -> None:
    assert works(
        *("应急工作方案", "一、职责分工", "（一）现场处置组", "由后勤部牵头，负责划定警戒区域，切断污染源。"),
        *("（二）县住建局", "县财政局配合，6月底前完成道路修复。"),
    ) == [
        "应急工作方案：职责分工|1|现场处置组。负责划定警戒区域，切断污染源。|后勤部|||",
        "应急工作方案：职责分工|2|县住建局。6月底前完成道路修复。||县住建局|县财政局|",
    ]


def test_duties_under_groups_need_no_stop() -> None:
    groups = ("①电机组：", "负责音响的调试", "②宣传组", "做好海报、横幅")
    assert works("欢乐会方案", "五、分工", *groups) == [
        "分工|1|电机组。负责音响的调试||电机组||",
        "分工|2|宣传组。做好海报、横幅||宣传组||",
    ]
