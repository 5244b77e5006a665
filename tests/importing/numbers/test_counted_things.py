"""Things that stand after their number."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.counted_things import begins_a_thing, is_of_thing, size_name, thing_words
from qjtask.importing.numbers.placed_numbers import NumberRole, Placed
from qjtask.importing.numbers.quantities import quantities


def placed(before: str, number: str, after: str, follows: NumberRole | None = None) -> Placed:
    text = f"{before}{number}{after}"
    quantity = next(one for one in quantities(text) if one.at >= len(before))
    before, after = text[: quantity.start], text[quantity.end :]
    return Placed(quantity, before, after, is_past=False, follows=follows, is_last=True)


@pytest.mark.parametrize(
    ("before", "number", "after", "expected"),
    [
        ("建成", "30个", "驿站", True),
        ("增加", "30个", "班次", True),
        ("班次增加", "30个", "", False),
        ("建设市场和", "2处", "停车场", True),
        ("园区新增不少于", "20家", "企业", True),
        ("各区、县(市)至少办", "1所", "早教中心", True),
        ("群众活动不少于", "5场", "演出", False),
        ("改造", "50公里", "管网", True),
        ("培训", "5期", "300人次", False),
        ("开展", "15个", "重点领域治理", False),
        ("开展", "15次", "主题活动", True),
        ("实施", "5项", "举措", False),
        ("制定", "5项", "制度", True),
        ("统筹", "30个", "驿站", False),
    ],
)
def test_what_is_promised_of_the_thing_after_it(before: str, number: str, after: str, expected: bool) -> None:
    assert is_of_thing(placed(before, number, after)) is expected


def test_a_thing_ends_where_the_next_begins() -> None:
    assert thing_words("驿站、3个市场") == "驿站"
    assert thing_words("驿站、新建市场") == "驿站"
    assert thing_words("驿站、市场") == "驿站、市场"


def test_the_size_of_what_is_set_up() -> None:
    assert size_name("设立总规模", "的产业基金") == "产业基金总规模"
    assert size_name("推进总规模", "的产业基金") == ""


@pytest.mark.parametrize(
    ("words", "expected"), [("驿站", True), ("3A级景区", True), ("", False), ("，", False)]
)
def test_what_begins_a_thing(words: str, expected: bool) -> None:
    assert begins_a_thing(words) is expected
