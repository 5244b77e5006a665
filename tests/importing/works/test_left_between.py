"""Paragraphs without a number that name an office beside works, and are none."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

WORKS = ("改造管网。（责任单位：县住建局）", "疏浚河道。（责任单位：县水利局）")


def told(*paragraphs: str) -> list[tuple[str, ...]]:
    return [one.rows for one in read(*paragraphs).doubts if "前后的段落是工作" in one.read]


@pytest.mark.parametrize(
    "text",
    [
        "县财政局：筹集项目资金。",
        "县财政局筹集项目资金。",
        "6月底前，县财政局筹集项目资金。",
        "【县财政局】筹集项目资金。",
        "筹集项目资金——县财政局",
    ],
)
def test_one_that_names_an_office_is_told_wherever_it_stands(text: str) -> None:
    assert told("2026年工作分工", WORKS[0], text, WORKS[1]) == [("第3段",)]
    assert told("2026年工作分工", text, *WORKS) == [("第2段",)]
    assert told("2026年工作分工", *WORKS, text) == [("第4段",)]


@pytest.mark.parametrize(
    "text",
    [
        "各单位要高度重视。",
        "项目资金要及时拨付到位。",
        "以上事项由县政府办公室负责督办。",
        "请县财政局于每月底报送进展。",
        "县财政局局长张建国汇报了有关情况。",
        "青禾县河口镇人民政府",
        "5月8日，县文化中心项目开工建设。",
    ],
)
def test_a_wish_and_what_names_nobody_are_not(text: str) -> None:
    assert told("2026年工作分工", *WORKS, text) == []


def test_a_dash_among_works_with_dashes_is_told_when_it_names_nobody() -> None:
    lines = ("2026年工作分工", f"——{WORKS[0]}", "——筹集项目资金。", f"——{WORKS[1]}")
    assert any("筹集项目资金" in one.read for one in read(*lines).doubts)


def test_a_number_with_an_office_alone_among_works_is_told() -> None:
    lines = ("1.改造管网。（县住建局负责）", "2.县财政局", "3.疏浚河道。（县水利局负责）")
    assert "责任单位“县财政局”前面没有工作" in [one.read for one in read(*lines).doubts]


def test_one_that_helps_another_names_both() -> None:
    lines = ("1.县民政局负责救助困难群众。", "2.县司法局配合县公安局整治占道经营。")
    task = read(*lines).tasks[1]
    assert (task.units, task.support) == (("县公安局",), ("县司法局",))


def test_offices_behind_a_dash_are_read_beside_works_in_other_words() -> None:
    lines = ("1.改造管网。（县住建局负责）", "2.筹集资金——县财政局", "3.疏浚河道。（县水利局负责）")
    assert [task.units for task in read(*lines).tasks] == [("县住建局",), ("县财政局",), ("县水利局",)]
