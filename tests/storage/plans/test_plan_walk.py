"""The keys that a hand writes, walked: what is read, and every fault with its place.

The walk itself, and the keys that a notice prints, are tested in test_plan_file.py.
"""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.plan import Letterhead, Owner, Rules, Target
from qjtask.core.plan.plan_form import PlanKey
from qjtask.core.problem import Refused
from qjtask.core.time.deadline import Deadline, DeadlineClass
from qjtask.core.time.span import Span
from qjtask.storage.plans.plan_walk import walk_plan
from qjtask.storage.texts import yaml_reader
from tests.storage.key_examples import with_key

PLAN = """\
title: 表
issued: 2021-03-26
year: 2021
letter: {to: 各科室, contact: 张三 023-1}
rules: {warn: 2w, review: 1m, pace: 10, owner: lead, accept: true, report_every: 1q}
units:
  审批科: [行审批科]
  各镇（街道）: {members: [甲镇, 乙镇], aliases: [各镇街]}
groups:
- id: "9"
  heading: 甲
  items:
  - id: "9.1"
    no: 27
    work: 做事
    support: [办公室]
    owner: all
    deadline: 汛期前
    due: 2021-05-31
    targets:
    - {name: 件数, at_least: 5, cumulative: true}
    report_every: 2w
    source: 县长批示〔6〕号
    settled: [units, deadline]
"""
KEYS = "请写有疑问的键：no、work、lead、units、support、deadline、milestones、targets、members"
SPAN = "写法不对；请写成 30d、2w、1m、1q 或 1y"
FAULTS = {
    "blank number": ("no: 27", 'no: " "', "14:9: 这里是空的；请写出内容"),
    "number as a list": ("no: 27", "no: [27]", "14:9: 这里应当是一段文字；请检查缩进和冒号"),
    "unknown owner": (
        "owner: all",
        "owner: 办公室",
        "17:12: 没有“办公室”这种承办方；请写 units（责任单位）、lead（牵头单位）或 all（两者都是）",
    ),
    "unknown owner of all": (
        "owner: lead",
        "owner: Lead",
        "5:48: 没有“Lead”这种承办方；请写 units（责任单位）、lead（牵头单位）或 all（两者都是）",
    ),
    "due in words": ("2021-05-31", "5月底", "19:10: 日期“5月底”写法不对；请写成 2021-06-30 的形式"),
    "no such due": ("2021-05-31", "2021-05-32", "19:10: 没有“2021-05-32”这一天；请核对日期"),
    "pace above a hundred": ("pace: 10", "pace: 101", "5:37: 百分点“101”写法不对；请写 0 到 100 的整数"),
    "pace below nothing": ("pace: 10", "pace: -1", "5:37: 百分点“-1”写法不对；请写 0 到 100 的整数"),
    "accept in words": (
        "accept: true",
        "accept: 是",
        "5:62: “是”既不是 true 也不是 false；请写 true（是）或 false（否）",
    ),
    "reports in words": ("1q}", "每季度}", f"5:82: 时长“每季度”{SPAN}"),
    "reports of no rhythm": ("report_every: 2w", "report_every: 0w", f"22:19: 时长“0w”{SPAN}"),
    "cumulative in words": (
        "cumulative: true",
        "cumulative: yes",
        "21:43: “yes”既不是 true 也不是 false；请写 true（是）或 false（否）",
    ),
    "settled key of no doubt": ("[units, d", "[note, d", f"24:15: settled 里不能写“note”；{KEYS}"),
    "settled as a text": (
        "[units, deadline]",
        "units",
        "24:14: 这里应当是一个列表（每行以“- ”开头，或写成 [甲, 乙]）；请检查缩进和冒号",
    ),
    "unknown key of a letter": (
        "contact: 张",
        "tel: 张",
        "4:19: letter里没有“tel”这个键；可用的键：to、contact",
    ),
    "letter as a text": (
        "{to: 各科室, contact: 张三 023-1}",
        "各科室",
        "4:9: 这里应当是letter（“键: 值”的形式）；请检查缩进和冒号",
    ),
    "unknown key of a unit": (
        "{members: [甲镇, 乙镇], ",
        "{member: [甲镇, 乙镇], ",
        "8:12: 单位里没有“member”这个键；是不是 members？",
    ),
    "collective name without members": (
        "[甲镇, 乙镇]",
        "[]",
        "8:3: 合称“各镇（街道）”没有成员；请在 members 里写出它所指的各个单位",
    ),
    "member twice": ("[甲镇, 乙镇]", "[甲镇, 甲镇]", "8:26: 成员“甲镇”写了两次；请只留一个"),
    "member that is another's alias": (
        "[甲镇, 乙镇]",
        "[甲镇, 行审批科]",
        "8:26: 成员“行审批科”是“审批科”的别名；请写“审批科”",
    ),
    "collective name that names itself": (
        "[甲镇, 乙镇]",
        "[甲镇, 各镇街]",
        "8:26: 合称“各镇（街道）”的成员里有它自己；请写出它所指的各个单位",
    ),
    "collective name as a member": (
        "  审批科: [行审批科]\n",
        "  审批科: [行审批科]\n  全区: {members: [各镇街]}\n",
        "8:18: 成员“各镇街”也是合称；请直接写出它所指的各个单位",
    ),
    "alias of two": (
        "[各镇街]",
        "[行审批科]",
        "8:41: “行审批科”同时是“审批科”和“各镇（街道）”的名称；一个名称只能指一个单位",
    ),
    "blank member": ("[甲镇, 乙镇]", '[甲镇, ""]', "8:26: 这里是空的；请写出内容"),
}


@pytest.fixture(
    params=[
        pytest.param("CSafeLoader", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="no libyaml")),
        "SafeLoader",
    ]
)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of PyYAML's parsers in turn."""
    monkeypatch.setattr(yaml_reader, "_Loader", getattr(yaml, request.param))
    return str(request.param)


def faults(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        walk_plan(text, "f")
    return [str(problem).removeprefix("f:") for problem in refused.value.problems]


def test_what_a_hand_writes_is_read(parser: str) -> None:
    plan = walk_plan(PLAN, "f")
    assert plan.letter == Letterhead("各科室", "张三 023-1"), parser
    assert plan.rules == Rules(
        Span(2, "w"), Span(1, "m"), 10, Owner.LEAD, accept=True, report_every=Span(1, "q")
    )
    assert plan.units == {"审批科": ("行审批科",), "各镇（街道）": ("各镇街",)}
    assert plan.members == {"各镇（街道）": ("甲镇", "乙镇")}
    (item,) = plan.items()
    assert (item.no, item.support, item.owner) == ("27", ("办公室",), Owner.ALL)
    assert item.deadline == Deadline("汛期前", DeadlineClass.DATE, date(2021, 5, 31))
    assert (item.due, item.report_every) == (date(2021, 5, 31), Span(2, "w"))
    assert (item.source, item.settled) == ("县长批示〔6〕号", ("units", "deadline"))
    assert item.targets == (Target("件数", "5", None, "", cumulative=True),)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(name: str, parser: str) -> None:
    old, new, told = FAULTS[name]
    assert PLAN.count(old) == 1
    assert faults(PLAN.replace(old, new)) == [told], parser


def test_all_faults_are_told_at_once_in_the_files_order(parser: str) -> None:
    chosen = ["unknown owner of all", "collective name that names itself", "blank number", "due in words"]
    text = PLAN
    for name in chosen:
        old, new, _ = FAULTS[name]
        text = text.replace(old, new)
    assert faults(text) == [FAULTS[name][2] for name in chosen], parser


@pytest.mark.parametrize("blank", ["", "~", "null"])
@pytest.mark.parametrize("key", [key for key in ITEM.keys if not key.is_required], ids=lambda key: key.name)
def test_a_key_of_an_item_left_blank_counts_as_left_out(key: PlanKey, blank: str, parser: str) -> None:
    text = with_key(key, "空").replace("空", blank)
    bare = text.replace(f"    {key.name}: {blank}\n", "")
    assert text != bare
    assert walk_plan(text, "f") == walk_plan(bare, "f"), parser


def test_a_number_as_printed_is_a_text(parser: str) -> None:
    (item,) = walk_plan(PLAN.replace("27", "1.10"), "f").items()
    assert item.no == "1.10", parser
