"""What each number of a text is there for."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.time.mentions import read_mentions
from qjtask.importing.numbers.number_roles import sorted_numbers
from qjtask.importing.numbers.past_clauses import Since
from qjtask.importing.numbers.placed_numbers import NumberRole


def roles(text: str, since: Since = Since()) -> list[NumberRole]:  # noqa: B008 - frozen
    return [one.role for one in sorted_numbers(text, read_mentions(text, year=2021), since)]


PROMISED, OF, LIMIT, FACT = NumberRole.PROMISED, NumberRole.PROMISED_OF, NumberRole.LIMIT, NumberRole.FACT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("覆盖率达到95%。", [PROMISED]),
        ("建成30个便民驿站。", [OF]),
        ("培育3个以上示范合作社、12个以上示范村。", [OF, OF]),
        ("100%完成年度任务。", [OF]),
        ("招引10亿元以上项目5个。", [LIMIT, PROMISED]),
        ("公交站点500米覆盖率达到100%。", [LIMIT, PROMISED]),
        ("对20人以上的机构开展检查。", [LIMIT]),
        ("建设3个30亩以上的基地。", [OF, LIMIT]),
        ("环节由7个压减至3个。", [NumberRole.ORIGIN, PROMISED]),
        ("3个工作日内办结。", [NumberRole.UNREAD]),
        ("九年义务教育巩固率98%以上。", [NumberRole.TERM, PROMISED]),
        ("去年完成12亿元,今年完成15亿元。", [FACT, PROMISED]),
        ("截至3月底已建成公厕30座。", [FACT]),
        ("总投资3亿元,完成投资1亿元。", [FACT, PROMISED]),
        ("每村补助5万元。", [FACT]),
        ("发放补贴300户。", [PROMISED]),
        ("压缩三分之一以上。", [NumberRole.UNREAD]),
        ("组建总规模20亿元的产业引导基金。", [NumberRole.SIZE]),
        ("支持总规模20亿元的产业引导基金落户。", [LIMIT]),
        ("制造业增加值占地区生产总值比重35%左右。", [PROMISED]),
        ("占地面积35亩。", [FACT]),
        ("改造50公里供水管网。", [OF]),
        ("建设30亩育苗基地3个。", [LIMIT, PROMISED]),
        ("10个以上布局合理,配套齐全的未来村。", [NumberRole.UNREAD]),
        ("90%以上村达标。", [NumberRole.UNREAD]),
        ("进入前5名。", [NumberRole.UNREAD]),
        ("对已发布的57项套餐优化。", [FACT]),
        ("按照备案等4种方式管理。", [FACT]),
        ("开展15个重点领域专项治理。", [NumberRole.IDLE]),
        ("2021年6月30日前完成。", []),
        ("修订《50项清单》,落实“三个100%”。", []),
    ],
)
def test_roles(text: str, expected: list[NumberRole]) -> None:
    assert roles(text) == expected


def test_a_year_is_past_by_the_plan_or_by_a_later_year_beside_it() -> None:
    text = "2020年完成12亿元,2021年完成15亿元。"
    assert roles(text) == [FACT, PROMISED]
    assert roles("2020年完成12亿元。") == [PROMISED]
    assert roles("2020年完成12亿元。", Since(2021)) == [FACT]
    assert roles("1月至2月完成3亿元。", Since(2021, date(2021, 3, 26))) == [FACT]


def test_what_may_name_a_number_begins_after_the_one_before() -> None:
    text = "65岁以上老年人管理率70%,建成2个甲、3个乙。"
    named = [(text[one.begin : one.quantity.at], text[one.stop]) for one in sorted_numbers(text, (), Since())]
    assert named[1:] == [("65岁以上老年人管理率", ","), ("建成", "。"), ("、", "。")]


def test_a_bracket_without_a_number_ends_no_clause() -> None:
    text = "街(镇)比例达到80%(其中示范街5条)。"
    assert [text[one.begin : one.quantity.start] for one in sorted_numbers(text, (), Since())] == [
        "街(镇)比例",
        "其中示范街",
    ]
