"""The other ways to write 牵头单位： in a cell of offices."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.duty_shapes import in_plain_labels
from qjtask.importing.cells.names import Vocabulary, read_offices
from qjtask.importing.words.column_roles import Role

_NAMED = {"L": Role.LEAD, "U": Role.UNITS, "S": Role.SUPPORT}
_CASES = """
（牵头）县水利局（配合）县财政局、各乡镇 => L:县水利局 S:县财政局,各乡镇
【牵头】县水利局【配合】县财政局、各乡镇 => L:县水利局 S:县财政局,各乡镇
[牵头单位]县水利局；[责任单位]县财政局 => L:县水利局 U:县财政局
县水利局（牵头）；县财政局、各乡镇（配合） => L:县水利局 S:县财政局,各乡镇
县水利局〔牵头〕、县财政局〔配合〕 => L:县水利局 S:县财政局
县水利局（牵头负责）、县财政局（具体落实） => L:县水利局 U:县财政局
县水利局牵头⏎县财政局配合 => L:县水利局 S:县财政局
主办-县水利局；协办-县财政局 => L:县水利局 S:县财政局
牵头单位为县水利局，配合单位为县财政局 => L:县水利局 S:县财政局
牵头单位⏎县水利局⏎配合单位⏎县财政局 => L:县水利局 S:县财政局
牵头县水利局，配合县财政局 => L:县水利局 S:县财政局
牵头单位县水利局，配合单位县财政局 => L:县水利局 S:县财政局
主 办：县水利局⏎协 办：县财政局 => L:县水利局 S:县财政局
牵 头 单 位：县水利局 => L:县水利局
第一责任单位：县水利局；第二责任单位：县财政局 => L:县水利局 U:县财政局
总牵头单位：县水利局；分牵头单位：县财政局 => L:县水利局 U:县财政局
县级责任单位：县水利局；乡镇责任单位：各乡镇 => U:县水利局,各乡镇
县级：县水利局；属地：城关镇 => U:县水利局,城关镇
县水利局为主，县财政局、县住建局配合 => L:县水利局 S:县财政局,县住建局
县水利局统筹协调，各乡镇具体落实 => L:县水利局 U:各乡镇
县水利局总牵头，县财政局、县住建局分头落实 => L:县水利局 U:县财政局,县住建局
县水利局会同县财政局、县住建局 => U:县水利局,县财政局,县住建局
县水利局指导，各乡镇落实 => U:各乡镇
县水利局、县财政局（分别负责） => U:县水利局,县财政局
责任单位：县水利局（6月底前完成） => U:县水利局
县水利局|县财政局|县住建局 => U:县水利局,县财政局,县住建局
县水利局&县财政局 => U:县水利局,县财政局
县水利局+县财政局 => U:县水利局,县财政局
（县水利局、县财政局） => U:县水利局,县财政局
“县水利局”、“县财政局” => U:县水利局,县财政局
县水利局（水资源股）、县财政局 => U:县水利局（水资源股）,县财政局
县水利局统筹股、县财政局 => U:县水利局统筹股,县财政局
县水利局（牵头） => L:县水利局
"""


@pytest.mark.parametrize("case", _CASES.strip().split("\n"))
def test_each_name_has_what_is_said_of_it(case: str) -> None:
    text, _, wanted = case.replace("⏎", "\n").partition(" => ")
    roles = {_NAMED[part[0]]: tuple(part[2:].split(",")) for part in wanted.split()}
    named = read_offices(text, Role.UNITS, Vocabulary([text])).named
    assert {role: names for role, names in named.items() if names} == roles


@pytest.mark.parametrize(
    "text",
    ["县水利局、县财政局", "县水利局（县防汛办）", "中国石油·石化公司", "（县水利局）、（县财政局）", ""],
)
def test_what_says_no_duty_stays(text: str) -> None:
    assert in_plain_labels(text) == text


def test_who_looks_on_is_named_beside() -> None:
    read = read_offices("县水利局指导，各乡镇落实", Role.UNITS, Vocabulary([]))
    assert read.persons == ("指导单位：县水利局",)


def test_a_deadline_in_a_bracket_behind_a_name_is_one() -> None:
    assert read_offices("县水利局（6月底前）", Role.UNITS, Vocabulary([])).terms == ("6月底前",)
