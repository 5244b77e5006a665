"""Points that one paragraph counts: 一是由…；二是由…."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.counted_points import counted_points
from tests.importing.works.documents import works

BOTH = "会议议定：一是由县住建局负责修路3公里；二是请县财政局于6月底前拨付资金。"


def test_each_point_that_says_who_is_a_work_under_its_heading() -> None:
    found = works("一、关于修路", BOTH, "二、关于水渠", "由县水利局负责修渠2公里。")
    assert [one.split("|")[:2] + one.split("|")[4:5] for one in found][:2] == [
        ["关于修路", "1", "县住建局"],
        ["关于修路", "2", "县财政局"],
    ]
    assert found[0].split("|")[2] == "由县住建局负责修路3公里"


def test_so_are_points_in_paragraphs_of_their_own() -> None:
    points = ("一是加强校园环境建设。由县住建局负责修路3公里。", "二是请县财政局于6月底前拨付资金。")
    found = works("工作会议纪要", "一、会议指出，创建工作是务实之举。", "二、会议决定：", *points)
    assert [one.split("|")[1:5] for one in found] == [
        ["1", "加强校园环境建设。由县住建局负责修路3公里。", "", "县住建局"],
        ["2", "请县财政局于6月底前拨付资金。", "", "县财政局"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一是建桥，方便群众出行；二是建路，改善交通条件。（县住建局负责）",
        "一是由县住建局负责修路3公里；三是由县财政局负责拨付资金。",
        "一是一二是二的办事原则要由县住建局负责落实到位。",
        "由县住建局负责修路，进展顺利，一是按期开工。",
    ],
)
def test_points_without_owners_of_their_own_stay_in_their_work(text: str) -> None:
    assert len(works("1.由县住建局负责修桥。", f"2.{text}")) == 2


def test_the_text_before_the_first_point_stands_apart() -> None:
    lead, points = counted_points(BOTH, lambda _: True)
    assert lead == "会议议定："
    assert [(one.number, one.text) for one in points] == [
        (1, "由县住建局负责修路3公里"),
        (2, "请县财政局于6月底前拨付资金。"),
    ]
    assert counted_points(BOTH, lambda _: False) == (BOTH, [])
