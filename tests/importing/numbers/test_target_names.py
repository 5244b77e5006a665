"""What a promised number measures."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.target_names import (
    is_only_a_verb,
    is_only_planned,
    is_place,
    is_relative,
    shared_out,
    thing_name,
    tidy_name,
    with_subject,
    with_thing_of,
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("确保全区一般公共预算收入", "一般公共预算收入"),
        ("并力争对外贸易额", "对外贸易额"),
        ("并网容量", "并网容量"),
        ("及时办结率", "及时办结率"),
        ("其中规上企业", "规上企业"),
        ("满意率分别", "满意率"),
        ("平均", "平均"),
        ("申报事项和材料再", "申报事项和材料再"),
        ("每年", ""),
        ("每村", ""),
        ("每周至少刊发稿件", "每周刊发稿件"),
        ("火灾受害率稳定", "火灾受害率"),
        ("“全程网办”占比", "“全程网办”占比"),
        ("”占比", "占比"),
        ("成都", "成都"),
    ],
)
def test_tidy_name(words: str, name: str) -> None:
    assert tidy_name(words) == name


def test_the_thing_after_a_number() -> None:
    assert thing_name("以上的示范村") == "示范村"
    assert thing_name("便民驿站") == "便民驿站"


@pytest.mark.parametrize(
    ("words", "count", "in_turn", "names"),
    [
        ("覆盖率、使用率", 2, True, ["覆盖率", "使用率"]),
        ("工业、农业、服务业增加值", 3, True, ["工业增加值", "农业增加值", "服务业增加值"]),
        ("城镇、农村居民人均可支配收入", 2, True, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("办件量、好评率", 2, True, ["办件量", "好评率"]),
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


def test_a_verb_takes_the_thing_of_the_last_name() -> None:
    assert is_only_a_verb("改造提升")
    assert not is_only_a_verb("重点养护")
    assert with_thing_of("再建", "建成公厕") == "再建公厕"
    assert with_thing_of("完成", "完成投资") == "完成投资"
    assert with_thing_of("", "森林覆盖率较上年") == "森林覆盖率"
    assert with_thing_of("再完成", "完成") == "再完成"
    assert with_thing_of("竣工", "开工建设安置房") == "竣工安置房"
    assert with_thing_of("改造", "城区新建公厕") == "改造公厕"


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


@pytest.mark.parametrize(
    ("name", "last", "whole"),
    [
        ("占地区生产总值比重", "工业增加值", "工业增加值占地区生产总值比重"),
        ("占比", "占比", "占比"),
        ("总产量", "粮食播种面积", "粮食总产量"),
        ("总产量", "油料面积", "油料总产量"),
        ("总产量", "生猪存栏", "总产量"),
        ("使用率", "粮食播种面积", "使用率"),
    ],
)
def test_a_name_without_what_it_is_of(name: str, last: str, whole: str) -> None:
    assert with_subject(name, last) == whole


def test_names_that_say_nothing() -> None:
    assert is_only_planned("计划安排")
    assert not is_only_planned("计划建设项目")
    assert is_relative("同口径比上年")
    assert is_relative("同比")
    assert not is_relative("比上年新增")
    assert not is_relative("")
    assert is_place("其中东山县")
    assert not is_place("公交车")
