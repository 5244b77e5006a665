"""What stands over the names of those who run an event, and is no work of theirs."""

from __future__ import annotations

import pytest

from qjtask.importing.works.no_work_texts import is_no_work
from tests.importing.works.documents import read, works


@pytest.mark.parametrize(
    "text",
    [
        "关于举办运动会的通知",
        "市体育局关于举办全民健身运动会的通知",
        "各区县体育局：",
        "经研究，决定举办职工运动会，现将有关事项通知如下。",
        "组织单位",
    ],
)
def test_what_a_notice_begins_with_is_no_work(text: str) -> None:
    assert is_no_work(text, is_numbered=False)


@pytest.mark.parametrize("text", ["举办职工运动会", "各镇加强巡逻", "起草关于运动会的通知，5月底前印发"])
def test_what_is_done_is_one(text: str) -> None:
    assert not is_no_work(text, is_numbered=False)


def test_a_numbered_title_is_one() -> None:
    assert not is_no_work("转发关于做好防汛工作的通知", is_numbered=True)
    assert is_no_work("主办单位", is_numbered=True)


def test_the_hosts_of_an_event_have_no_work_and_are_said() -> None:
    found = read(
        "关于举办运动会的通知", "主办单位：市体育局", "承办单位：市文化馆", "1.选拔队员。（市教育局负责）"
    )
    assert [task.work for task in found.tasks] == ["选拔队员。"]
    assert [("市体育局" in one, "市文化馆" in one) for one in found.said] == [(True, True)]


def test_the_labels_under_a_numbered_work_are_its_own() -> None:
    assert works("1.送戏下乡", "承办单位：市文化馆", "2.书法展览", "承办单位：市美术馆") == [
        "|1|送戏下乡||市文化馆||",
        "|2|书法展览||市美术馆||",
    ]


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("活动时间、地点：地点：镇海招宝山", True),
        ("活动时间、地点、及参与人员：4月12日", True),
        ("时间：5月31日", True),
        ("时间安排要合理：各班错峰用餐", False),
        ("活动主题：青春启航", True),
        ("参加单位及领导", True),
        ("主题党日活动：5月4日", False),
    ],
)
def test_when_and_where_an_event_is_is_no_work(text: str, is_none: bool) -> None:
    assert is_no_work(text, is_numbered=True) == is_none


def test_a_person_in_charge_of_all_is_no_owner_of_when_and_where() -> None:
    lines = ("二、活动时间、地点：", "地点：镇海招宝山", "三、负责人：陈建国", "四、活动准备")
    found = read("春季实践活动方案", *lines, "1、安全教育。（政教处）", "2、联系大巴车。（校办）")
    assert [task.units for task in found.tasks] == [("政教处",), ("校办",)]
    assert any("负责人：陈建国" in one.read for one in found.doubts)


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("2026年“书香校园”读书节活动方案", True),
        ("第十二届荷花节工作方案", True),
        ("全县职工运动会秩序册", True),
        ("主承办单位", True),
        ("主办、承办单位", True),
        ("某市文化体育广电新闻出版局", True),
        ("县体育馆", False),
        ("制定荷花节工作方案", False),
        ("组长：张建国县委副书记", True),
        ("成员：县公安局、县卫健局主要负责人", False),
        ("组长：负责统筹", False),
    ],
)
def test_an_event_s_title_and_who_heads_a_body_are_no_works(text: str, is_none: bool) -> None:
    assert is_no_work(text, is_numbered=False) == is_none


def test_a_label_with_a_number_over_the_works_says_nothing_of_the_last_of_them() -> None:
    found = read(
        "一、慰问分工",
        "（一）困难职工。（县总工会负责）",
        "（二）困难党员。（县委组织部负责）",
        "二、主办：县委办公室",
    )
    assert [(task.lead, task.units) for task in found.tasks] == [((), ("县总工会",)), ((), ("县委组织部",))]
    assert any("县委办公室" in one.read for one in found.doubts)


@pytest.mark.parametrize(
    "lines",
    [
        ("晚会地点：学生活动中心", "主办单位：校学生会", "晚会安排："),
        ("三、参加单位及领导", "参加单位：县文化馆、县人民医院", "参加领导：宣传部长", "五、晚会安排"),
    ],
)
def test_who_holds_an_event_does_nothing_that_stands_over_its_works(lines: tuple[str, ...]) -> None:
    found = read("元旦晚会方案", *lines, "1.体育部负责布置。", "2.办公室负责接待。")
    assert [task.units for task in found.tasks] == [("体育部",), ("办公室",)]
    assert sum("整个活动" in one for one in found.said) == 1


def test_who_answers_for_a_paragraph_over_numbered_works_keeps_it() -> None:
    found = works(
        "元旦晚会方案", "布置会场。", "责任单位：县文化馆", "1.体育部负责音响。", "2.办公室负责接待。"
    )
    assert [one.split("|")[4] for one in found] == ["县文化馆", "体育部", "办公室"]


def test_hosts_under_paragraphs_with_nothing_below_them_are_their_doers() -> None:
    found = works("送戏下乡。", "承办单位：市文化馆", "书法展览。", "承办单位：市美术馆")
    assert [one.split("|")[4] for one in found] == ["市文化馆", "市美术馆"]
