"""Who runs an event is told in its plan among when and where it is, and does no work for that."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

PREFACE = "学生会11月将举行系运动会。"
WORKS = ("五、活动分工", "1.生活部负责清点器材。", "2.宣传部于11月18日前完成新闻稿。")
SHARED = [("生活部负责清点器材。", ("生活部",)), ("宣传部于11月18日前完成新闻稿。", ("宣传部",))]


@pytest.mark.parametrize(
    "facts",
    [
        (
            "一、活动时间：2026年11月16日",
            "二、主办单位：系团总支",
            "三、协办单位：系学生会",
            "四、活动地点：体育场",
        ),
        ("一、活动主题：青春启航", "三、主办方：文理学院", "承办方：学院人文学部", "四、活动对象：全体师生"),
    ],
)
def test_hosts_are_no_doers_of_the_preface(facts: tuple[str, ...]) -> None:
    plan = read("系运动会策划书", PREFACE, *facts, *WORKS)
    assert [(task.work, task.units) for task in plan.tasks] == SHARED
    assert not any("单位：" in one.read for one in plan.doubts)
    assert not any("承办方" in one for one in plan.said)


def test_each_of_several_events_is_its_hosts_work() -> None:
    texts = (
        "1.活动时间：4月10日",
        "2.承办单位：教务处",
        "二、朗诵比赛",
        "1.活动时间：4月20日",
        "2.承办单位：校团委",
    )
    tasks = read("读书节活动方案", "一、启动仪式", *texts).tasks
    assert [(task.work, task.units) for task in tasks] == [
        ("启动仪式", ("教务处",)),
        ("朗诵比赛", ("校团委",)),
    ]


def test_labels_with_numbers_of_one_letter_say_who_does_what_it_asks_for() -> None:
    paragraphs = (
        "关于道路改造的督办通知",
        "请抓紧完成道路改造。",
        "一、责任单位：县住建局",
        "二、完成时限：6月底",
    )
    assert [(task.units, task.deadline_text) for task in read(*paragraphs).tasks] == [
        (("县住建局",), "6月底")
    ]
