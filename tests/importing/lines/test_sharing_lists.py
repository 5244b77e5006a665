"""Lists that share out works though not all of their paragraphs say who does them."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import works

_UNREAD = ("2.全体人员到场。", "3.保证安全。", "4.场地整洁。")


def test_several_paragraphs_that_say_so_in_so_many_words_are_enough() -> None:
    found = works("晚会方案", "1.学习部负责调试多媒体。", *_UNREAD, "5.生活部负责清理会场。")
    assert [one.split("|")[4] for one in found] == ["学习部", "", "", "", "生活部"]


@pytest.mark.parametrize("last", ["5.生活部要清理会场。", "5.生活部清理会场。"])
def test_one_that_does_so_beside_a_mere_demand_is_not(last: str) -> None:
    assert works("晚会", "1.学习部负责调试多媒体。", *_UNREAD, last) == []


def test_a_heading_that_heads_no_works_keeps_them_out_beside_other_works() -> None:
    works_above = (
        "一、任务",
        "（一）清理河道。（责任单位：县水利局）",
        "（二）落实资金。（责任单位：县财政局）",
    )
    found = works(
        "2026年要点",
        *works_above,
        "二、成员单位职责",
        "1.县公安局负责治安。",
        *_UNREAD,
        "5.县司法局负责普法。",
    )
    assert [one.split("|")[4] for one in found] == ["县水利局", "县财政局"]
