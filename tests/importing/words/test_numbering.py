"""Numbers as they are printed at the head of a row."""

from __future__ import annotations

import pytest

from qjtask.importing.words.numbering import (
    count_on,
    inner_numbers,
    inner_parts,
    read_number,
    read_ordinal,
    without_inner_numbers,
)


def test_a_number_may_stand_behind_its_label() -> None:
    assert list(map(read_ordinal, ("序号8", "序号8（市序号9）", "编号12", "序号"))) == [
        (8,),
        (8,),
        (12,),
        None,
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[(text, (4,)) for text in ("4*", "4＊", "★4", "4#", "※4", "4（重点）", "4、★", "第4项*", "＊4.")],
        ("9.2*", (9, 2)),
        ("三（重点）", (3,)),
        ("二○", (20,)),  # a numeral, and no mark
        ("*", None),
        ("A*", None),
        ("12（3）", None),
    ],
)
def test_a_mark_stands_beside_a_number(text: str, number: tuple[int, ...] | None) -> None:
    assert read_ordinal(text) == number


def test_numbers_count_on_in_one_style_without_a_gap() -> None:
    def counts(*texts: str) -> bool:
        return count_on([one for text in texts if (one := read_number(text))])

    assert counts("1.建桥", "2.修路")
    assert counts("（三）建桥", "（四）修路", "（五）植树")
    assert not any((counts("1.建桥", "3.修路"), counts("1.建桥", "②修路"), counts("1.建桥"), counts()))


def test_a_number_before_a_month_or_a_year_is_no_decimal() -> None:
    assert [one[1:] for one in map(read_number, ("1.6月底前制定", "2.2021年制定", "12.12月前")) if one] == [
        (1, "6月底前制定"),
        (2, "2021年制定"),
        (12, "12月前"),
    ]
    assert not any(map(read_number, ("1.6万吨", "1.12公里", "1.2021吨")))
    assert inner_numbers("1.6月底前制定；2.9月底前评选") == [1, 2]
    assert inner_numbers("生产1.6万吨；2.3公里") == []


def test_parts_stand_behind_their_numbers() -> None:
    assert inner_parts("措施：1.制定。2、评选；③宣传") == ["制定", "评选", "宣传"]
    assert inner_parts("制定。") == []


def test_numbers_of_parts_leave_blanks() -> None:
    assert without_inner_numbers("1、6月底前；2、9月底前") == "  6月底前；  9月底前"
    assert without_inner_numbers("1.6月底前") == "  6月底前"
    assert without_inner_numbers("1、7月底前") == "1、7月底前"


@pytest.mark.parametrize(
    ("text", "style", "left"),
    [
        ("（—）抓好春耕", "（一）", "抓好春耕"),
        ("(-)抓好春耕", "（一）", "抓好春耕"),
        ("（－） 抓好春耕", "（一）", "抓好春耕"),
        ("—、抓好春耕", "一、", "抓好春耕"),
        ("－、抓好春耕", "一、", "抓好春耕"),
    ],
)
def test_a_dash_for_one_is_a_number(text: str, style: str, left: str) -> None:
    found = read_number(text)
    assert found is not None
    assert found == (style, 1, left)


@pytest.mark.parametrize("text", ["——抓好春耕", "—抓好春耕", "-5、-6度", "（—", "（——）甲", "—", ""])
def test_other_dashes_are_none(text: str) -> None:
    assert read_number(text) is None
