"""The comments of a plan's file, read by what they stand at and set there again: none is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.plan.remarks import KeyPath, Remarks
from qjtask.core.problem import Refused
from qjtask.storage.plans import plan_comments
from qjtask.storage.plans.plan_comments import read_comments
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.plan_writer import plan_yaml

SHIPPED = (Path(__file__).parents[3] / "data" / "tasks.yaml").read_text("utf-8")

BY_HAND = """\
# 王科长核对过
#
#   第二段
title: 甲 # 照原文
document: ""            # 文号
# 年度
year: 2021
rules:  # 规则
  # 局务会定的
  warn: 30d  # 一个月
  review: 2w
# 单位
units:   # 别名
  # 先列科室
  审批科: [甲, # 一
    乙] # 二
  建管科:
  # 旧名
  - 丙 # 三
  # 单位完
# 下面是任务
groups:
# 重中之重
- id: "1" # 一组
  # 标题照原文
  heading: 甲
  items:
  # 催过
  - id: "1.1"
    # 全文
    work: |  # 块
      a # 不是注释
      b
    milestones: # 节点
    # 第一个
    - {by: 2021-01-01, work: x} # 早
    - by: 2021-02-01 # 晚
      # 里面
      work: "y # 不是注释"
    # targets:
    # - {name: 待补}
  # 又一项
  - id: "1.2"
    work: 'z # 不是注释' # 是
    lead: []   # 牵头
    #   - 待补
  # 一组完
- id: "2"
  heading: 丙
  items:
  - {id: "2.1", work: q} # 一行
# 完
"""

IN_THE_HOUSES_FORM = """\
# yaml-language-server: $schema=../schema/plan.schema.json
# 王科长核对过
#
#   第二段
title: 甲  # 照原文
document: ""  # 文号
# 年度
year: 2021

# 局务会定的
# 一个月
rules: {warn: 30d, review: 2w}  # 规则

# 单位
units:  # 别名
  # 先列科室
  # 二
  审批科: [甲, 乙]  # 一
  # 旧名
  # 三
  建管科: [丙]
  # 单位完

# 下面是任务
groups:
# 重中之重
- id: "1"  # 一组
  # 标题照原文
  heading: 甲
  items:
  # 催过
  - id: "1.1"
    # 全文
    work: "a # 不是注释\\x0ab\\x0a"
    milestones:  # 节点
    # 第一个
    - {by: 2021-01-01, work: x}  # 早
    # 里面
    - {by: 2021-02-01, work: "y # 不是注释"}  # 晚
    # targets:
    # - {name: 待补}
  # 又一项
  - id: "1.2"
    work: "z # 不是注释"  # 是
    lead: []  # 牵头
    #   - 待补
  # 一组完

- id: "2"
  heading: 丙
  items:
  - id: "2.1"  # 一行
    work: q
# 完
"""


@pytest.fixture(
    params=[
        pytest.param("CSafeLoader", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="no libyaml")),
        "SafeLoader",
    ]
)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of PyYAML's parsers in turn."""
    monkeypatch.setattr(plan_comments, "_Loader", getattr(yaml, request.param))


def again(text: str) -> str:
    """The plan written anew with its comments."""
    return plan_yaml(parse_plan(text, "f"), read_comments(text))


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_comment_stays_with_what_it_speaks_of(end: str) -> None:
    assert again(BY_HAND.replace("\n", end)) == IN_THE_HOUSES_FORM


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", [IN_THE_HOUSES_FORM, SHIPPED], ids=["by hand", "shipped"])
def test_in_the_houses_form_nothing_moves(text: str) -> None:
    assert again(text) == text


def test_what_the_comments_of_a_file_stand_at() -> None:
    remarks = read_comments(BY_HAND)
    assert remarks.above[()] == ["王科长核对过", "", "  第二段"]
    assert remarks.above["1.1", "milestones", "0"] == ["第一个"]
    assert remarks.beside["1.2", "lead"] == "牵头"
    assert remarks.below["1.1", "milestones"] == ["targets:", "- {name: 待补}"]
    assert remarks.below["1",] == ["一组完"]
    assert remarks.written == {
        ("document",), ("rules",), ("rules", "warn"), ("rules", "review"), ("1.2", "lead"),
    }  # fmt: skip


def test_a_plan_without_comments_has_none() -> None:
    text = 'title: 表\nyear: 2021\ngroups: [{id: "9", heading: 甲, items: [{id: "9.1", work: "# 做事"}]}]\n'
    assert read_comments(text) == Remarks({}, {}, {}, frozenset())


PLACES: list[KeyPath] = [
    ("year",), ("units",), ("units", "审批科"), ("groups",), ("1",), ("1", "heading"), ("1.1",),
    ("1.1", "work"), ("1.1", "milestones"), ("1.1", "milestones", "1"), ("1.2",), ("1.2", "lead"), ("2.1",),
]  # fmt: skip
BLOCKS: list[KeyPath] = [("units",), ("1",), ("1.1", "milestones"), ("1.2",), ("2.1",), ("groups",)]
WORDS = st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0xFFFF), min_size=1, max_size=8)
SAID = st.lists(WORDS, min_size=1, max_size=2)


@settings(max_examples=60, deadline=None)
@given(
    above=st.dictionaries(st.sampled_from(PLACES), SAID, max_size=5),
    beside=st.dictionaries(st.sampled_from([*PLACES, ("title",)]), WORDS, max_size=5),
    below=st.dictionaries(st.sampled_from(BLOCKS), SAID, max_size=3),
    head=SAID,
)
def test_comments_are_read_where_they_were_set(
    above: dict[KeyPath, list[str]],
    beside: dict[KeyPath, str],
    below: dict[KeyPath, list[str]],
    head: list[str],
) -> None:
    plan = parse_plan(BY_HAND, "f")
    written = frozenset({("1.2", "lead")})
    text = plan_yaml(plan, Remarks({(): ["yaml-language-server: x", *head], **above}, beside, below, written))
    read = read_comments(text)
    assert parse_plan(text, "f").title == "甲"
    assert read.above == {(): ["yaml-language-server: x", *head], **above}
    assert read.beside == beside
    assert read.below == below
    assert read.written == {*written, ("rules",), ("rules", "review")}


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_however_a_plan_is_laid_out_none_of_its_comments_is_lost(data: st.DataObject) -> None:
    lines = BY_HAND.splitlines()
    for number in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines)))
        if data.draw(st.booleans()):
            lines.insert(at, f"{' ' * data.draw(st.integers(0, 7))}# 添{number}")
        elif at < len(lines):
            lines[at] += f"  # 添{number}"
    text = "\n".join(lines)
    try:
        plan = parse_plan(text, "f")
    except Refused:
        return
    made = again(text)
    assert sorted(_comments(made)) == sorted(
        _comments(text) | {"yaml-language-server: $schema=../schema/plan.schema.json"}
    )
    assert parse_plan(made, "f").title == plan.title


def _comments(text: str) -> set[str]:
    read = read_comments(text)
    return {
        *(line for lines in (*read.above.values(), *read.below.values()) for line in lines),
        *read.beside.values(),
    }
