"""Chinese numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.time.numerals import to_chinese, to_int


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("两", 2),
        ("九", 9),
        ("十", 10),
        ("十五", 15),
        ("一十五", 15),
        ("二十", 20),
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("三十一", 31),
        ("三〇", 30),
        ("〇六", 6),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("两百二十二", 222),
        ("九百九十九", 999),
        ("二〇二一", 2021),
        ("二○二一", 2021),
        ("二零二一", 2021),
        ("一九四九", 1949),
        ("零", 0),
        ("2021", 2021),
        ("２０２１", 2021),
        (" 15 ", 15),
        ("⼗", 10),  # the Kangxi radical that some PDF converters write for 十
    ],
)
def test_reads(text: str, value: int) -> None:
    assert to_int(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "三四", "十四五", "一百五", "十十", "百", "1五", "-1", "1.5", "半", "万", "٣", "²³x"],
)
def test_refuses_what_is_no_numeral(text: str) -> None:
    assert to_int(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "一"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (999, "九百九十九"),
    ],
)
def test_writes_as_headings_do(value: int, text: str) -> None:
    assert to_chinese(value) == text


@pytest.mark.parametrize("value", [-1, 0, 1000])
def test_writes_nothing_beyond_its_range(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        to_chinese(value)


def test_reads_back_every_number_it_writes() -> None:
    written = [to_chinese(value) for value in range(1, 1000)]
    assert [to_int(text) for text in written] == list(range(1, 1000))
    assert len(set(written)) == len(written)


@given(st.text())
def test_never_raises(text: str) -> None:
    to_int(text)
