"""The names of a list that shares its numbers."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.names_of_lists import is_of_each_named, shared_out


@pytest.mark.parametrize(
    ("words", "count", "in_turn", "names"),
    [
        ("覆盖率、使用率", 2, True, ["覆盖率", "使用率"]),
        ("工业、农业、服务业增加值", 3, True, ["工业增加值", "农业增加值", "服务业增加值"]),
        ("城镇、农村居民人均可支配收入", 2, True, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("办件量、好评率", 2, True, ["办件量", "好评率"]),
        ("学校、示范基地", 2, True, ["学校", "示范基地"]),
        ("及格率、优良率", 2, False, ["及格率", "优良率"]),
        ("整改率、回访率", 1, False, ["整改率", "回访率"]),
        ("事故起数和死亡人数", 1, True, ["事故起数", "死亡人数"]),
        ("“一个窗口”接件、出件率", 1, False, None),
        ("政府和机构持有的住房比例", 1, False, None),
        ("重度及以上污染天数比率", 1, False, None),
        ("覆盖率、使用率", 3, True, None),
        ("居民、职工门诊慢病报销范围", 2, True, None),
        ("覆盖率", 1, False, None),
    ],
)
def test_shared_out(words: str, count: int, in_turn: bool, names: list[str] | None) -> None:
    assert shared_out(words, count, in_turn=in_turn) == names


def test_amounts_that_change_alike_are_told_apart() -> None:
    names = ["财政收入", "税收收入"]
    assert shared_out("财政收入和税收收入", 1, in_turn=False, is_change=True) == names
    assert shared_out("财政收入和税收收入", 1, in_turn=False) is None
    assert shared_out("会议、文件数量", 1, in_turn=False, is_change=True) is None


def test_what_all_are_compared_with_goes_with_each() -> None:
    assert shared_out("烟尘、粉尘排放总量分别比上年", 1, in_turn=True, is_change=True) == [
        "烟尘排放总量比上年",
        "粉尘排放总量比上年",
    ]


def test_the_incomes_of_town_and_country_are_two() -> None:
    names = ["城镇居民人均可支配收入", "农村居民人均可支配收入"]
    assert shared_out("城乡居民人均可支配收入分别", 2, in_turn=True, is_change=True) == names
    assert shared_out("城乡居民人均可支配收入", 1, in_turn=False) is None


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("建成文化广场、健身步道各", True),
        ("建设稻谷、玉米示范基地各", True),
        ("甲镇、乙镇各", False),
        ("县、乡各", False),
        ("文化广场各", False),
        ("文化广场、健身步道", False),
    ],
)
def test_a_number_of_each_thing_of_a_list(words: str, named: bool) -> None:
    assert is_of_each_named(words) is named
