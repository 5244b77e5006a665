"""Labels that count under a numbered work, and what looks like them."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import works

_OVER = ("一、城建",)


@pytest.mark.parametrize(
    "labels",
    [
        ("（1）工作措施：修桥2座", "（2）责任单位：县住建局", "（3）完成时限：6月底"),
        ("①工作措施：修桥2座", "②责任单位：县住建局", "③完成时限：6月底"),
        ("（1）责任单位：县住建局", "（2）完成时限：6月底", "（3）工作内容：修桥2座"),
        ("（1）工作措施：修桥2座；（2）责任单位：县住建局；（3）完成时限：6月底",),
    ],
)
def test_numbered_labels_are_of_the_work_above(labels: tuple[str, ...]) -> None:
    found = works(*_OVER, "1.除险加固", *labels, "2.建路。（县交通局负责）")
    assert [one.replace("；|", "|") for one in found] == [
        "城建|1|除险加固。修桥2座||县住建局||6月底",
        "城建|2|建路。||县交通局||",
    ]


def test_labels_in_the_paragraph_of_their_work() -> None:
    text = "1.除险加固。（1）工作措施：修桥2座。（2）责任单位：县住建局。（3）完成时限：6月底。"
    assert works(*_OVER, text) == ["城建|1|除险加固。修桥2座。||县住建局||6月底"]


def test_labels_that_say_the_same_each_begin_a_work() -> None:
    found = works(*_OVER, "1.工作任务：修桥。责任单位：县住建局", "2.工作任务：建路。责任单位：县交通局")
    assert [one.split("|")[1:3] for one in found] == [["1", "修桥。"], ["2", "建路。"]]


def test_labels_without_a_work_above_are_as_before() -> None:
    found = works("一、工作内容：修桥2座。", "二、责任单位：县住建局", "三、完成时限：6月底")
    assert len(found) == 1
    assert "县住建局" in found[0]


def test_a_label_of_the_notices_own_stands_among_them() -> None:
    labels = ("（1）责任单位：县住建局", "（2）资金筹措：县财政安排2万元。", "（3）完成时限：6月底")
    assert works(*_OVER, "1.修桥", *labels)[0].split("|")[2:] == [
        "修桥。资金筹措：县财政安排2万元。",
        "",
        "县住建局",
        "",
        "6月底",
    ]


def test_as_many_labels_of_the_notices_own_stand_among_them() -> None:
    labels = ("（1）时间：3月9日", "（2）地点：河东", "（3）要求：全体参加。", "（4）责任部门：县住建局")
    assert works(*_OVER, "1.修桥", *labels)[0].split("|")[2:] == [
        "修桥。地点：河东。要求：全体参加。",
        "",
        "县住建局",
        "",
        "3月9日",
    ]
