"""Numbers with their units, and the words that bound them."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.quantities import (
    ACROSS,
    Bound,
    Direction,
    compared_numbers,
    quantities,
    without_verb,
)

LEAST, MOST, CHANGE = Direction.LEAST, Direction.MOST, Direction.CHANGE


@pytest.mark.parametrize(
    ("text", "value", "unit", "direction", "bound"),
    [
        ("占比不低于80%", "80", "%", LEAST, None),
        ("不超过0.3次", "0.3", "次", MOST, None),
        ("增长8%以上", "8", "%", CHANGE, Bound.OVER),
        ("压缩至3个工作日以内", "3", "个工作日", MOST, Bound.WITHIN),
        ("增长6%左右", "6", "%", CHANGE, Bound.ABOUT),
        ("公路300公里", "300", "公里", None, None),
        ("职工30人(含)以下", "30", "人", None, Bound.WITHIN),
        ("营业收入超320亿元", "320", "亿元", LEAST, None),
        ("面积1,200.5平方米", "1200.5", "平方米", None, None),
        ("社3-5家", "3", "家", None, None),
        ("社3至5家", "3", "家", None, None),
        ("下降10%-15%", "10", "%", CHANGE, None),
        ("企业1~2家", "1", "家", None, None),
        ("新建100余个", "100", "个", None, None),
        ("树木1万余株", "1", "万株", None, None),
        ("厕所6 座", "6", "座", None, None),
        ("活动100场(次)", "100", "场", None, None),
        ("降至42微克/立方米以下", "42", "微克/立方米", MOST, Bound.WITHIN),
        ("达到百分之九十五以上", "95", "%", LEAST, Bound.OVER),
        ("达到百分之百", "100", "%", LEAST, None),
        ("压缩三分之一以上", None, "", CHANGE, Bound.OVER),
        ("九成以上", None, "", None, Bound.OVER),
        ("至少一次", "1", "次", LEAST, None),
        ("提高到每人每年640元", "640", "元", LEAST, None),
        ("不少于60培训分", "60", "培训分", LEAST, None),
        ("控制在103.5以内", "103.5", "", MOST, Bound.WITHIN),
        ("覆盖率≥95%", "95", "%", LEAST, None),
        ("密度达360台/万人", "360", "台/万人", LEAST, None),
    ],
)
def test_reads(
    text: str, value: str | None, unit: str, direction: Direction | None, bound: Bound | None
) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit, found.direction, found.bound) == (value, unit, direction, bound)


@pytest.mark.parametrize(
    "text",
    [
        "第36个",
        "5G网络",
        "3A级景区",
        "世界500强",
        "2型糖尿病",
        "12345热线",
        "国发〔2021〕6号",
        "G107国道",
        "二次供水设施",
        "一次能源消费",
        "出水水质达到一级A标准",
        "创建三级甲等医院",
        "达到四星级标准",
        "断面水质达到三类",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert list(quantities(text)) == []


def test_says_where_its_words_stand() -> None:
    (found,) = quantities("占比不低于80%以上的")
    assert (found.start, found.at, found.end, found.verb) == (2, 5, 10, "不低于")


def test_a_unit_counts_things_or_measures_them() -> None:
    assert [one.is_count for one in quantities("5个、5公里、5万人次、5亿元、5天")] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_numbers_after_a_comparing_word_that_were_not_read() -> None:
    text = "死亡率控制在10/10万以下,排名第10,不低于80%"
    assert [text[at : at + 2] for at in compared_numbers(text, {text.index("80")})] == ["10"]


def test_a_hundred_without_a_figure_before_it_is_no_number() -> None:
    assert not list(quantities("百名专家进乡镇,百家企业上云"))


def test_a_year_after_a_comparing_word_is_no_number() -> None:
    assert not list(compared_numbers("标准不高于2017年", ()))
    assert list(compared_numbers("人数不低于2020", ())) == [5]


@pytest.mark.parametrize(
    ("text", "direction", "name"),
    [
        ("提高秸秆利用率至95%", LEAST, "秸秆利用率"),
        ("增加公共车位到800个", LEAST, "公共车位"),
        ("压缩办理时间至2个工作日", MOST, "办理时间"),
        ("将平均浓度控制到35微克/立方米", MOST, ""),
        ("扩大覆盖面,到80%", None, ""),
    ],
)
def test_a_verb_before_the_name_and_to_behind_it(text: str, direction: Direction | None, name: str) -> None:
    found = next(quantities(text))
    assert found.direction is direction
    if name:
        assert found.verb == ACROSS
        assert without_verb(text[: found.start]) == name


@pytest.mark.parametrize(
    "words",
    [
        *("不超过", "不得高于", "控制在", "压减至", "精简到", "减至", "压缩在", "低于", "小于"),
        *("≤", "<", "不少于", "达到", "至少", "突破", "超过", "超", "过"),
        *("高于", "大于", "多于", "提升至", "增至", "升至", "扩大到", "发展到", "壮大到"),
        *("稳定在", "保持", "维持在", "稳在", "保在", "≥", ">", "增长", "递增"),
        *("上升", "减少", "下降", "缩短", "缩减", "压降", "提速", "降"),
    ],
)
def test_words_that_compare_are_seen_by_a_sign_of_theirs(words: str) -> None:
    (one,) = quantities(f"办件量{words}5%")
    assert one.verb == words


@pytest.mark.parametrize(
    "word",
    [
        *("不超过", "控制在", "限制在", "压缩至", "压减到", "缩短至", "降至", "下降到", "减少到"),
        *("精简至", "低于", "少于", "小于", "≤", "<", "力争达到", "达", "至少"),
        *("突破", "超", "过", "高于", "大于", "多于", "提高到", "增加到", "上升至"),
        *("升至", "扩大到", "发展到", "壮大到", "稳定在", "保持在", "维持在", "稳在", "保在"),
        *("≥", ">", "递增", "提升", "缩减", "提速", "减", "降"),
    ],
)
def test_every_comparing_word_says_on_which_side_of_the_number(word: str) -> None:
    (number,) = quantities(f"其中{word}50%")
    assert number.direction is not None
