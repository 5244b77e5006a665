"""Numbers as they are printed at the head of a row."""

from __future__ import annotations

import pytest

from qjtask.importing.words.numbering import count_on, read_number, read_ordinal


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
