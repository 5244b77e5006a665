"""Headings that name a kind of office beside others that name offices."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

TITLE = "任务分工（2026年）"


def owners(*paragraphs: str) -> list[str]:
    """The offices of each work."""
    return [line.split("|")[4] for line in works(TITLE, *paragraphs)]


@pytest.mark.parametrize(
    "name",
    [
        "学院",
        "学校",
        "医院",
        "科室",
        "校长室",
        "书记室",
        "公司",
        "村",
        "乡镇",
        "图书馆",
        "机电工程系",
        "景区管委会",
    ],
)
def test_beside_offices_it_heads_its_own_works(name: str) -> None:
    lines = (f"（一）{name}", "1.推进教学改革。", "2.做好规划。", "（二）教务处", "1.负责全校规划。")
    assert owners(*lines) == [name, name, "教务处"]


def test_of_its_kind_one_names_an_office_anywhere_in_the_document() -> None:
    first = ("一、教学", "（一）学院", "1.推进教学改革。", "（二）教务处", "1.负责全校规划。")
    assert owners(*first, "二、科研", "（一）学院", "1.推进科研。") == ["学院", "教务处", "学院"]


def test_among_topics_it_is_one() -> None:
    beside = ("（一）学校", "1.修缮教室。（县教育局）", "（二）道路", "1.修缮道路。（县交通局）")
    assert owners(*beside) == ["县教育局", "县交通局"]
    assert owners(*beside, "（三）县住建局", "1.修缮房屋。") == ["县教育局", "县交通局", "县住建局"]
    alone = ("（一）学校", "1.修缮教室。（县教育局）", "（二）医院", "1.修缮病房。（县卫健局）")
    assert owners(*alone) == ["县教育局", "县卫健局"]


@pytest.mark.parametrize("names", ["学院、图书馆", "南庄镇、各街道办事处"])
def test_one_heading_may_name_several(names: str) -> None:
    lines = (f"（一）{names}", "1.推进教学改革。", "2.做好规划。", "（二）教务处", "1.负责全校规划。")
    assert owners(*lines) == [names, names, "教务处"]
    assert [len(task.units) for task in read(TITLE, *lines).tasks] == [2, 2, 1]
