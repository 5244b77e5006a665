"""Numbers of parts and full stops of half width: neither ends a number, nor stands in a target's name."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.clause_marks import without_marks
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
    ],
)
def test_a_target_is_read_beside_them_and_named_without_them(text: str, targets: str) -> None:
    found, told = read_targets(text, year=2021)
    assert "；".join(f"{one.name}{one.at_least}{one.unit}" for one in found) == targets
    assert told == []


def test_what_is_told_of_a_number_begins_with_its_words() -> None:
    _, told = read_targets("1.提升1.5个百分点", year=2021)
    assert [one.read for one in told] == ["“提升1.5个百分点”里的数没有读成指标"]
