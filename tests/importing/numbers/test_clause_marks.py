"""Numbers of parts and full stops of half width: neither ends a number, nor stands in a target's name."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.clause_marks import without_bounds_again, without_marks
from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("新建5处.", "新建5处。"),
        ("达到98.5%. 投资1.5亿元．", "达到98.5%。 投资1.5亿元。"),
        ("做好：1.新建5处；2、改造3处。", "做好：  新建5处；  改造3处。"),
        ("①新建5处；二是改造3处", " 新建5处；  改造3处"),
        ("1.2.新建5处", "    新建5处"),
        ("2021.6.30前完成；5、6月检查；v2.改版", "2021.6.30前完成；5、6月检查；v2.改版"),
        ("1.6月底前新建5处。（2）9月改造", "  6月底前新建5处。   9月改造"),
        ("投资1.5亿元，占12.5%", "投资1.5亿元，占12.5%"),
        ("学校3、医院2所", "学校3、医院2所"),
    ],
)
def test_only_marks_are_taken_and_the_rest_stays_in_its_place(text: str, plain: str) -> None:
    assert without_marks(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("新建卫生室5处.", "新建卫生室5处"),
        ("新建学校3所.新增学位2000个.", "新建学校3所；新增学位2000个"),
        ("改造12公里.", "改造12公里"),
        ("1.新建公厕5座；2.改造管网12公里。", "新建公厕5座；改造管网12公里"),
        ("一是新建公厕5座；二是改造管网12公里。", "新建公厕5座；改造管网12公里"),
        ("满意率达到98.5%.", "满意率98.5%"),
        ("1.6月底前新建公厕5座；一是9月底前改造管网12公里", "新建公厕5座；改造管网12公里"),
    ],
)
def test_a_target_is_read_beside_them_and_named_without_them(text: str, targets: str) -> None:
    found, told = read_targets(text, year=2021)
    assert "；".join(f"{one.name}{one.at_least}{one.unit}" for one in found) == targets
    assert told == []


def test_what_is_told_of_a_number_begins_with_its_words() -> None:
    _, told = read_targets("1.提升1.5个百分点", year=2021)
    assert [one.read for one in told] == ["“提升1.5个百分点”里的数没有读成指标"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("建成20所以上（含20所）幼儿园", "建成20所以上幼儿园"),
        ("6亩以下（不含6亩）的土地", "6亩以下的土地"),
        ("1亿元（含）以上项目5个", "1亿元以上项目5个"),
        ("20人（包括20人）以上的机构", "20人以上的机构"),
        ("500万元以下（不含本数）的项目", "500万元以下的项目"),
        ("新建幼儿园20所（含3所民办）", "新建幼儿园20所（含3所民办）"),
    ],
)
def test_a_bound_said_again_in_brackets_is_left_out(text: str, plain: str) -> None:
    assert without_bounds_again(text) == plain
