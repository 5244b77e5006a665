"""Deadlines before the issue are told once."""

from __future__ import annotations

from qjtask.importing.cells.deadlines import EARLY
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.early_deadlines import joined_early


def early(row: int, text: str) -> Doubt:
    read = f"完成时限“{text}”早于发文日期"
    return Doubt(f"第{row}行", read, "照印的记", EARLY, (f"1.{row}",), "deadline", other="2022-04-20")


OTHER = Doubt("第2行", "没有写完成时限", "空着", "请补上 deadline", ("1.2",), "deadline")


def test_several_are_one_doubt_about_all_of_them() -> None:
    joined, other = joined_early([early(1, "4月20日前"), OTHER, early(3, "4月30日前"), early(4, "4月30日前")])
    assert other == OTHER
    assert joined.read == "3项的完成时限早于发文日期（“4月20日前”、“4月30日前”）"
    assert joined.items == ("1.1", "1.3", "1.4")
    assert joined.rows == ("第1行", "第3行", "第4行")
    assert joined.is_of_many
    assert joined.field == ""  # one day typed for all of them would be wrong


def test_one_stays_as_it_is() -> None:
    doubts = (OTHER, early(1, "4月20日前"))
    assert joined_early(doubts) == doubts
