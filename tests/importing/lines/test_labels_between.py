"""A notice's own labels between the usual ones of a work."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import works

_OWNER = "责任单位：县住建局"


@pytest.mark.parametrize(
    ("labels", "work", "deadline"),
    [
        (
            (_OWNER, "资金筹措：县财政安排2万元。", "完成时限：6月底"),
            "修桥。资金筹措：县财政安排2万元。",
            "6月底",
        ),
        ((_OWNER, "仪式时间：6月1日8:30", "活动内容：剪彩。"), "修桥。剪彩。", "6月1日8:30"),
        ((_OWNER, "活动地点：河东。", "活动内容：剪彩。"), "修桥。活动地点：河东；剪彩。", ""),
        ((_OWNER, "报名时间：5月1日", "比赛时间：6月1日"), "修桥", "5月1日"),
        ((_OWNER, "报名时间：5月1日", "完成时限：6月1日"), "修桥。报名时间：5月1日", "6月1日"),
        (("建设地点：河东", _OWNER, "完成时限：6月底"), "修桥。建设地点：河东", "6月底"),
    ],
)
def test_what_they_say_is_the_works_and_nothing_behind_them_is_lost(
    labels: tuple[str, ...], work: str, deadline: str
) -> None:
    found = works("2026年城建工作方案", "1.修桥", *labels, "2.建路。（县交通局负责）")
    assert found[0].split("|")[2:] == [work, "", "县住建局", "", deadline]
    assert len(found) == 2


@pytest.mark.parametrize("line", ["县财政局：拨付资金2万元。", "张建国：负责现场。"])
def test_offices_and_persons_before_a_colon_are_no_labels(line: str) -> None:
    found = works("2026年城建工作方案", "1.修桥", _OWNER, line, "完成时限：6月底")
    assert line not in found[0]


def test_an_owner_named_again_begins_another_work() -> None:
    found = works("城建方案", "修桥2座", _OWNER, "资金筹措：财政", "修路3公里", "责任单位：县交通局")
    assert [one.split("|")[4] for one in found] == ["县住建局", "县交通局"]


def test_an_office_within_the_words_of_such_a_label_is_no_owner() -> None:
    labels = ("承办部门：校团委", "活动时间：12月1日", "活动方式：报名后由生活部组织评委打分。")
    found = works("2026年校园文化活动方案", "1.寝室设计大赛", *labels, "2.歌手大赛", "承办部门：文艺部")
    assert [one.split("|")[3:6] for one in found] == [["", "校团委", ""], ["", "文艺部", ""]]
    assert found[0].endswith("|12月1日")
    assert "由生活部组织评委打分" in found[0]
