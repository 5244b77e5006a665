"""Names that a line's end cut where their first half ends as an office does."""

from __future__ import annotations

import pytest

from qjtask.importing.words.torn_names import goes_on_after, is_torn


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("各县（市", "、区）人民政府"),
        ("区直各行政执法部", "门"),
        ("组", "织人事科"),
        ("各区政府(含北京经济技", "术开发区管委会)"),
        ("市住房城乡建设委", "等部门"),
        ("县财政局", "等有关单位"),
        ("高新区管委", "会"),
        ("县人大常委", "会办公室"),
        ("县委", "组织部"),
        ("镇中心", "小学"),
        ("城关镇中心", "卫生院"),
        ("市人大", "常委会办公室"),
        ("高新区", "管委会"),
        ("高新区", "党工委和管委会"),
        ("文旅示范区", "党工委和管委会"),
        ("科技产业园", "党工委和管委会"),
        ("经济开发区", "党工委"),
        ("保税区", "管委会"),
        ("风景区", "管理局"),
        ("新区", "管委会"),
        ("各街道", "党工委、办事处"),
        ("各乡镇", "党委和政府"),
        ("各街道", "办事处"),
        ("城投集团", "有限公司"),
        ("国家税务总局", "青禾县税务局"),
        ("兴隆台", "区政府"),
        ("雨花台", "区人民政府"),
        ("丰台", "区政府"),
        ("邢台", "市政府"),
        ("新会", "区政府"),
        ("四会", "市管委会"),
        ("桃园", "区政府"),
        ("花园", "镇政府"),
        ("西站", "街道办事处"),
        ("校场", "乡"),
        ("茶馆", "镇"),
    ],
)
def test_a_name_that_cannot_end_there(name: str, part: str) -> None:
    assert is_torn(name, part)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("县委", "县政府"),
        ("高新区", "党工委办公室"),
        ("高新区", "财政局"),
        ("县公园", "管理局"),
        ("县电视台", "县政府"),
        ("电视台", "县政府"),
        ("广播电视台", "区政府"),
        ("工会", "区政府"),
        ("中医院", "县政府"),
        ("兴隆台", "区财政局"),
        ("幼儿园", "区政府"),
        ("车站", "镇政府"),
        ("林场", "县政府"),
        ("公园", "街道办"),
        ("桃园", "区财政局"),
        ("县财政局", "会计科"),
        ("各镇", "县财政局"),
        ("县财政局", "组织部"),
        ("高新区", "经开区"),
    ],
)
def test_a_name_that_can(name: str, part: str) -> None:
    assert not is_torn(name, part)


@pytest.mark.parametrize(
    ("name", "part", "goes_on"),
    [
        ("市交通", "运输局", True),
        ("市市场", "监管局", True),
        ("人力资源社会", "保障局", True),
        ("各区县党委", "和政府", True),
        ("企业", "管理部", True),
        ("各企业", "县财政局", False),
        ("各企业", "财政局", False),
        ("县供销社", "财政局", False),
        ("人民银行", "财政局", False),
        ("县税务", "市场监管局", False),
        ("市交通", "市公安", False),
        ("市交通局", "运输科", False),
        ("公安", "教育", False),
    ],
)
def test_a_name_goes_on_behind_a_word_that_offices_are_named_after(
    name: str, part: str, *, goes_on: bool
) -> None:
    assert goes_on_after(name, part) is goes_on
