"""Cells that people typed into, in all their forms; what cannot be read is told in test_filled_rows."""

from __future__ import annotations

import pytest

from qjtask.core.packs.typed_cells import Typed, flow, parts, read_day, read_percent, read_yes, said
from qjtask.core.problem import Objection
from tests.core.plans import day


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("0", 0),
        ("60", 60),
        ("60%", 60),
        ("６０％", 60),
        ("60 %", 60),
        ("57.0", 57),
        ("100", 100),
        ("0.0%", 0),
    ],
)
def test_percentages_in_all_their_forms(typed: str, percent: int) -> None:
    assert read_percent(typed) == percent


@pytest.mark.parametrize(
    "typed",
    [
        *("2021-06-03", "2021-6-3", "2021.6.3", "2021/6/3", "6月3日", "2021年6月3日", "20210603", "6-3"),
        *("２０２１－０６－０３", "2021-06-03 00:00:00", "2021-06-03T00:00:00"),
    ],
)
def test_dates_in_all_their_forms(typed: str) -> None:
    assert read_day(typed, 2021, day("06-10")) == day("06-03")


@pytest.mark.parametrize("typed", ["5月", "5月底", "5月下旬", "一季度", "上半年", "2021-05", "2021年"])
def test_the_day_on_which_work_was_done_is_never_made_of_a_month(typed: str) -> None:
    with pytest.raises(Objection, match=r"没有写是哪一天|读不懂"):
        read_day(typed, 2021, day("12-31"))


def test_a_blank_is_no_percentage_and_no_day() -> None:
    assert read_percent("") is None
    assert read_day("", 2021, day("06-10")) is None


@pytest.mark.parametrize("typed", ["是", "已完成", "√", "Y", " 是 "])
def test_yes_in_all_its_forms(typed: str) -> None:
    assert read_yes(typed)


@pytest.mark.parametrize("typed", ["", "否", "未完成", "×", "N"])
def test_no_in_all_its_forms(typed: str) -> None:
    assert not read_yes(typed)


@pytest.mark.parametrize(
    ("text", "told"), [(" 已办 ", "已办"), ("无", ""), ("——", ""), ("没有问题", "没有问题")]
)
def test_a_cell_that_says_there_is_nothing_says_nothing(text: str, told: str) -> None:
    assert said(Typed(text, "a.xlsx:填报表!G5")) == told


@pytest.mark.parametrize(
    ("text", "line"), [("已完成，\n正在 试运行", "已完成，正在 试运行"), ("a\n b", "a b"), ("甲 。", "甲。")]
)
def test_a_text_flows_on_one_line(text: str, line: str) -> None:
    assert flow(text) == line


def test_parts_stand_between_marks_and_breaks() -> None:
    assert parts("a.pdf、b c.xlsx；d.jpg\n e.doc;;") == ("a.pdf", "b c.xlsx", "d.jpg", "e.doc")
    assert parts("a.pdf；无、——；/b.pdf") == ("a.pdf", "/b.pdf")
