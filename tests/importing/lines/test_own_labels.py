"""Labels of a document's own for who does its works, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import works

_OVER = ("一、活动安排",)


def _two(word: str) -> tuple[str, ...]:
    first = ("（一）咨询日", f"{word}：工会", "活动时间：6月16日", "活动内容：发放手册500份。")
    return (*_OVER, *first, "（二）应急演练", f"{word}：安全环保部、生产部")


@pytest.mark.parametrize(
    "word", ["组织部门", "组织单位", "活动组织单位", "举办科室", "操办部门", "组织实施单位"]
)
def test_a_label_of_its_own_says_who_does_several_works(word: str) -> None:
    assert works(*_two(word)) == [
        "活动安排|1|咨询日。发放手册500份。||工会||6月16日",
        "活动安排|2|应急演练||安全环保部、生产部||",
    ]


def test_such_a_label_stands_behind_a_work_too() -> None:
    found = works(*_OVER, "1.建桥。组织单位：县住建局。", "2.建路。组织单位：县交通局")
    assert [one.split("|")[4] for one in found] == ["县住建局", "县交通局"]


@pytest.mark.parametrize("word", ["获奖单位", "抄送单位", "交办单位", "用人单位", "涉及部门", "协调配合情况"])
def test_who_does_nothing_is_no_such_label(word: str) -> None:
    assert works(*_two(word)) == []


def test_one_such_label_says_who_runs_an_event() -> None:
    assert works("一、组织单位：县体育局", "二、比赛时间：6月16日", "三、比赛办法：单循环。") == []


def test_such_a_label_before_other_words_is_none() -> None:
    assert works(*_two("组织部门")[:-1], "组织部门：另行通知") == []


def test_beside_a_usual_label_it_says_something_else() -> None:
    lines = ("1.建桥。组织单位：县委办。责任单位：县住建局", "2.建路。组织单位：县委办。责任单位：县交通局")
    assert [one.split("|")[4] for one in works(*_OVER, *lines)] == ["县住建局", "县交通局"]


@pytest.mark.parametrize("word", ["督办责任单位", "整改督办责任部门", "挂牌督办责任单位"])
def test_whoever_has_to_see_it_done_does_it_where_nobody_else_is_named(word: str) -> None:
    lines = (f"1.甲商场。整改时限：3月底前。{word}：县商务局。", f"2.乙酒店。{word}：县旅游局。")
    assert [one.split("|")[4] for one in works(*_OVER, *lines)] == ["县商务局", "县旅游局"]
    beside = (f"1.建桥。责任单位：县住建局。{word}：县委办", f"2.建路。责任单位：县交通局。{word}：县委办")
    assert [one.split("|")[4] for one in works(*_OVER, *beside)] == ["县住建局", "县交通局"]
