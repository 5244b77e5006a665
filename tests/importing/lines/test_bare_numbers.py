"""Numbers that only a blank parts from their paragraphs."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.bare_numbers import with_points
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
