"""Numbers that only a blank parts from their paragraphs."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.bare_numbers import with_figures_apart, with_points
from tests.importing.works.documents import works


@pytest.mark.parametrize("blank", [" ", "  ", "\u3000"])
def test_such_numbers_are_no_words_of_the_work(blank: str) -> None:
    paragraphs = (f"1{blank}建桥2座。（县住建局负责）", f"2{blank}修路3公里。（县交通局负责）")
    assert works("一、城建", *paragraphs) == [
        "城建|1|建桥2座。||县住建局||",
        "城建|2|修路3公里。||县交通局||",
    ]


def test_they_may_begin_again_and_stand_apart() -> None:
    texts = ["一、城建", "1 建桥", "责任单位：甲局", "2 修路", "二、教育", "1 建校", "2 招考"]
    assert [text for text in with_points(texts) if text[0].isdigit()] == [
        "1. 建桥",
        "2. 修路",
        "1. 建校",
        "2. 招考",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["1 建桥"],
        ["2 建桥", "3 修路"],
        ["1 个项目开工", "2 个项目完工"],
        ["1 月底前开工", "2 月底前完工"],
        ["1 建桥", "3 修路"],
        ["1.建桥", "2.修路"],
        ["2026 年", "1 万元"],
    ],
)
def test_other_figures_stay(texts: list[str]) -> None:
    assert with_points(texts) == texts


def test_a_work_that_begins_with_a_figure_is_no_rest_of_its_heading() -> None:
    paragraphs = ("1.65岁以上老人体检率达到70%。（县卫健局负责）", "2.修路3公里。（县交通局负责）")
    assert works("一、民生", *paragraphs) == [
        "民生|1|65岁以上老人体检率达到70%。||县卫健局||",
        "民生|2|修路3公里。||县交通局||",
    ]


@pytest.mark.parametrize(
    ("texts", "parted"),
    [
        (["1.建桥。", "2.5G基站开通。"], ["2. 5G基站开通。"]),
        (["1.建桥", "2.5G基站开通", "3.修路"], ["2. 5G基站开通"]),
        (["1、12345热线办结。", "2、3个平台", "3、修路"], ["1、 12345热线办结。", "2、 3个平台"]),
        (["1.建桥", "责任单位：甲局", "2.5G基站开通", "一、教育"], ["2. 5G基站开通"]),
        (["1、建桥", "责任单位：甲局、乙", "局", "2、65岁以上老人体检"], ["2、 65岁以上老人体检"]),
        (["1.钢产量达到", "1.65万吨。", "2.修路"], []),
        (["1.钢产量达到", "2.65万吨。", "2.修路"], []),
        (["1.钢产量达到", "2.65万吨。"], []),
        (["1.1建桥", "2.1修路", "3.1建校"], []),
        (["1.总则", "1.1建桥", "1.2修路", "2.附则", "2.1建校"], []),
        (["一、钢铁", "1.5万吨产能投产。"], []),
    ],
)
def test_a_number_counts_before_a_figure_where_its_neighbours_do(texts: list[str], parted: list[str]) -> None:
    made = with_figures_apart(texts)
    assert [after for before, after in zip(texts, made, strict=True) if before != after] == parted
