"""What a promised number measures."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.target_names import (
    is_only_a_verb,
    is_only_planned,
    is_place,
    is_relative,
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


def test_a_verb_takes_the_thing_of_the_last_name() -> None:
    assert is_only_a_verb("改造提升")
    assert not is_only_a_verb("重点养护")
    assert with_thing_of("再建", "建成公厕") == "再建公厕"
    assert with_thing_of("完成", "完成投资") == "完成投资"
    assert with_thing_of("", "森林覆盖率较上年") == "森林覆盖率"
    assert with_thing_of("再完成", "完成") == "再完成"
    assert with_thing_of("竣工", "开工建设安置房") == "竣工安置房"
    assert with_thing_of("改造", "城区新建公厕") == "改造公厕"


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
    assert not is_place("便民超市")
