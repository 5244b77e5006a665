"""The plan file read: every fault told at once with its place, and everything else taken as written."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qjtask.core.plan.plan import Milestone, Plan, Rules, Target
from qjtask.core.problem import Refused
from qjtask.core.time.deadline import DeadlineClass
from qjtask.core.time.span import Span, parse_span
from qjtask.storage.plans.plan_file import load_plan, parse_plan
from qjtask.storage.texts import yaml_reader
from qjtask.storage.texts.yaml_faults import MOST_TOLD

if TYPE_CHECKING:
    from pathlib import Path

PARSERS = [
    pytest.param("CSafeLoader", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="no libyaml")),
    "SafeLoader",  # the fallback where libyaml is missing
]
IN_A_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

PLAN = """\
title: 表
issued: 2021-03-26
year: 2021
units:
  审批科: [行审批科]
rules: {warn: 30d}
groups:
- id: "9"
  heading: 甲
  items:
  - id: "9.1"
    work: 做事
    lead: [区政府办]
    units: [审批科]
    deadline: 2021-06-30
    milestones:
    - {by: 2021-04-30, work: 半程}
    targets:
    - {name: 占比, at_least: 80, unit: "%"}
    note: 备注
"""
GROUPS = PLAN[PLAN.index("groups:") :]
ITEM = PLAN[PLAN.index("  - id:") :]

ODD = "计划里不需要；请直接写出内容；文字以 & * ! 开头时请加引号"
COLON = "键后面是全角冒号“：”；请改成半角冒号加一个空格“: ”"
ITEM_KEYS = (
    "可用的键：id、no、work、lead、units、support、owner、deadline、due、milestones、targets、"
    "report_every、source、settled、note"
)
NO_NUMBER = "写法不对；单位请写在 unit 里，如 {at_least: 80, unit: 项}"
ID_FORM = '不对；请写成“重点任务编号.序号”，如 "9.2"，并加引号'
ONE_BOUND = "指标要写 at_least（不低于）或 at_most（不超过）中的一个；如 at_least: 80"
ESCAPE = "双引号里的反斜杠“\\”写法不对；请改用单引号"
BLANK = "这里是空的；请写出内容"

# What is changed in PLAN, into what, and all that is then told.
FAULTS: dict[str, tuple[str, str, list[str]]] = {
    "unknown key": ("note: 备", "notes: 备", ["20:5: 具体工作里没有“notes”这个键；是不是 note？"]),
    "capital key": ("issued:", "Issued:", ["2:1: 计划里没有“Issued”这个键；是不是 issued？"]),
    "far key": ("note: 备注", "责任人: 张三", [f"20:5: 具体工作里没有“责任人”这个键；{ITEM_KEYS}"]),
    "long key": (
        "note: 备注",
        "键" * 100 + ": x",
        [f"20:5: 具体工作里没有“{'键' * 40}…”这个键；{ITEM_KEYS}"],
    ),
    "unknown key's value passed over": (
        "note: 备注",
        "x: {a: [1, {b: [[]]}]}\n    work: 又",
        [f"20:5: 具体工作里没有“x”这个键；{ITEM_KEYS}", "21:5: 具体工作里“work”写了两次；请只留一个"],
    ),
    "merge key": ("note: 备注", "<<: *a", [f"20:5: 具体工作里没有“<<”这个键；{ITEM_KEYS}"]),
    "missing title": ("title: 表\n", "", ["1:1: 计划缺少“title”；请补上 title:"]),
    "missing by": ("{by: 2021-04-30, work", "{work", ["17:7: 时间节点缺少“by”；请补上 by:"]),
    "missing name": ("{name: 占比, at", "{at", ["19:7: 指标缺少“name”；请补上 name:"]),
    "no bound": ("at_least: 80, ", "", [f"19:7: {ONE_BOUND}"]),
    "blank bound": ("at_least: 80, ", "at_least: , ", [f"19:7: {ONE_BOUND}"]),
    "two bounds": ("at_least: 80", "at_least: 80, at_most: 90", [f"19:7: {ONE_BOUND}"]),
    "no number": ("80,", "80%,", [f"19:28: 数字“80%”{NO_NUMBER}"]),
    "full-width number": ("80,", "８０,", [f"19:28: 数字“８０”{NO_NUMBER}"]),
    "exponent": ("80,", "1e3,", [f"19:28: 数字“1e3”{NO_NUMBER}"]),
    "endless number": ("80,", "9" * 16 + ",", [f"19:28: 数字“{'9' * 16}”{NO_NUMBER}"]),
    "repeated key": ("note: 备注", "work: 另一件", ["20:5: 具体工作里“work”写了两次；请只留一个"]),
    "repeated key of the plan": (
        "rules: {warn: 30d}",
        "year: 2022",
        ["6:1: 计划里“year”写了两次；请只留一个"],
    ),
    "repeated id": (
        "备注\n",
        "备注\n  - id: 9.1\n    work: 又\n",
        ["21:9: 编号 9.1 重复（第 11 行已经有了）；请改成没有用过的编号"],
    ),
    "repeated id on one line": (
        "备注\n",
        '备注\n- {id: "7", heading: 乙, items: [{id: "7.2", work: 又}, {id: "7.2", work: 又}]}\n',
        ["21:60: 编号 7.2 重复（第 21 行已经有了）；请改成没有用过的编号"],
    ),
    "repeated id of a faulty item": (
        "备注\n",
        "备注\n  - id: 9.1\n    work:\n",
        ["21:9: 编号 9.1 重复（第 11 行已经有了）；请改成没有用过的编号", f"22:10: {BLANK}"],
    ),
    "repeated group": (
        "备注\n",
        '备注\n- id: "9"\n  heading: 乙\n  items: [{id: "9.2", work: 又}]\n',
        ["21:7: 重点任务编号 9 重复（第 8 行已经有了）；请改成没有用过的编号"],
    ),
    "foreign id": ('"9.1"', '"8.1"', ["11:9: 编号 8.1 不属于重点任务 9；应以“9.”开头"]),
    "foreign id of the same start": ('"9.1"', '"91.1"', ["11:9: 编号 91.1 不属于重点任务 9；应以“9.”开头"]),
    "foreign id before the group's": (
        '- id: "9"\n  heading: 甲\n  items:\n  - id: "9.1"\n    work: 做事\n',
        (
            '- items:\n  - id: "7.1"\n    work: 做事\n  id: "9"\n  heading: 甲\n'
            '- id: "3"\n  heading: 丙\n  items:\n  - id: "3.1"\n    work: 做事\n'
        ),
        ["9:9: 编号 7.1 不属于重点任务 9；应以“9.”开头"],
    ),
    "foreign id in a faulty group": (
        '  heading: 甲\n  items:\n  - id: "9.1"',
        '  items:\n  - id: "7.1"',
        ["8:3: 重点任务缺少“heading”；请补上 heading:", "10:9: 编号 7.1 不属于重点任务 9；应以“9.”开头"],
    ),
    "bad id": ('"9.1"', "9.01", [f"11:9: 编号“9.01”{ID_FORM}"]),
    "full-width id": ('"9.1"', '"９.1"', [f"11:9: 编号“９.1”{ID_FORM}"]),
    "bad id and no work": (
        '"9.1"\n    work: 做事',
        '"9-1"\n    work: ""',
        [f"11:9: 编号“9-1”{ID_FORM}", f"12:11: {BLANK}"],
    ),
    "bad group id": (
        'id: "9"',
        "id: （九）",
        ['8:7: 重点任务的编号“（九）”不对；请写成表中的序号，如 "9"'],
    ),
    "empty work": ("work: 做事", "work:", [f"12:10: {BLANK}"]),
    "blank work": ("work: 做事", 'work: " \u3000 "', [f"12:11: {BLANK}"]),
    "null work": ("work: 做事", "work: ~", [f"12:11: {BLANK}"]),
    "blank unit": ("[审批科]\n    d", '[审批科, ""]\n    d', [f"14:18: {BLANK}"]),
    "blank entry": ("    note: 备注\n", "  -\n", [f"20:4: {BLANK}"]),
    "alias of two": (
        "[行审批科]",
        "[行审批科]\n  法规科: [法夫科, 行审批科]",
        ["6:14: “行审批科”同时是“审批科”和“法规科”的名称；一个名称只能指一个单位"],
    ),
    "alias that is a name": (
        "[行审批科]",
        "[法规科]\n  法规科: []",
        ["6:3: “法规科”同时是“审批科”和“法规科”的名称；一个名称只能指一个单位"],
    ),
    "alias of two but for a full-width blank": (
        "[行审批科]",
        "[行审批科]\n  法规科: [行审批科\u3000]",
        ["6:9: “行审批科”同时是“审批科”和“法规科”的名称；一个名称只能指一个单位"],
    ),
    "alias twice": ("[行审批科]", "[行审批科, 行审批科]", ["5:15: 别名“行审批科”写了两次；请只留一个"]),
    "unit twice": ("[行审批科]", "[]\n  审批科: []", ["6:3: 单位“审批科”写了两次；请合并成一行"]),
    "unit without a name": ("  审批科:", '  "":', ["5:3: 单位名称是空的；请写出名称"]),
    "no such day": ("2021-03-26", "2021-02-30", ["2:9: 没有“2021-02-30”这一天；请核对日期"]),
    "no such day in a node": ("2021-04-30", "2021-04-31", ["17:12: 没有“2021-04-31”这一天；请核对日期"]),
    "date form": (
        "2021-03-26",
        "2021年3月26日",
        ["2:9: 日期“2021年3月26日”写法不对；请写成 2021-06-30 的形式"],
    ),
    "short year": ("year: 2021", "year: 21", ["3:7: 年份“21”写法不对；请写四位数字，如 2021"]),
    "one-digit year": ("year: 2021", "year: 2", ["3:7: 年份“2”写法不对；请写四位数字，如 2021"]),
    "blank year": ("year: 2021", "year:", [f"3:6: {BLANK}"]),
    "span": ("30d", "30天", ["6:15: 时长“30天”写法不对；请写成 30d、2w、1m、1q 或 1y"]),
    "full-width span": ("30d", "３０d", ["6:15: 时长“３０d”写法不对；请写成 30d、2w、1m、1q 或 1y"]),
    "no groups": (GROUPS, "groups: []\n", ["7:9: groups 里没有一项重点任务；请至少写一项"]),
    "blank groups": (GROUPS, "groups:\n", [f"7:8: {BLANK}"]),
    "no items": (
        PLAN[PLAN.index("  items:") :],
        "  items: []\n",
        ["10:10: items 里没有一项具体工作；请至少写一项"],
    ),
    "blank item": (ITEM, "  -\n", [f"11:4: {BLANK}"]),
    "text for a list": (
        "[区政府办]",
        "区政府办",
        ["13:11: 这里应当是一个列表（每行以“- ”开头，或写成 [甲, 乙]）；请检查缩进和冒号"],
    ),
    "text for an item": (
        ITEM,
        "  - 做事\n",
        ["11:5: 这里应当是具体工作（“键: 值”的形式）；请检查缩进和冒号"],
    ),
    "list for a text": ("做事", "[做事]", ["12:11: 这里应当是一段文字；请检查缩进和冒号"]),
    "list for a key": (
        "note: 备注",
        "? [a]\n    : b",
        ["20:7: 这里应当是一个键（一段文字）；请检查缩进和冒号"],
    ),
    "full-width colon": ("heading: 甲", "heading：甲", [f"9:10: {COLON}"]),
    "full-width colons": (
        "title: 表\nissued: 2021-03-26",
        "title：表\nissued：2021-03-26",
        [f"1:6: {COLON}", f"2:7: {COLON}"],
    ),
    "full-width colon after a dash": ('- id: "9"\n', '- id："9"\n', [f"8:5: {COLON}"]),
    "nothing but full-width colons": (PLAN, "title：表\nyear：2021\n", [f"1:6: {COLON}", f"2:5: {COLON}"]),
    "no space": ("heading: 甲", "heading:甲", ["9:10: 冒号后面没有空格；请在冒号后加一个空格"]),
    "tab": ("  heading: 甲", "\theading: 甲", ["9:1: 行首用了制表符（Tab）；YAML 只能用空格缩进"]),
    "tab after spaces": ("    lead:", "  \tlead:", ["13:3: 行首用了制表符（Tab）；YAML 只能用空格缩进"]),
    "anchor on a list": ("[区政府办]", "&a [区政府办]", [f"13:11: 用了 YAML 的锚点“&a”，{ODD}"]),
    "anchor on a text": ("备注", "&n 备注", [f"20:11: 用了 YAML 的锚点“&n”，{ODD}"]),
    "anchor on a key": ("note: 备注", "&n note: 备注", [f"20:5: 用了 YAML 的锚点“&n”，{ODD}"]),
    "anchor on nothing": ("[区政府办]", "&a", [f"13:11: 用了 YAML 的锚点“&a”，{ODD}"]),
    "reference": ("    units: [审批科]", "    units: *a", [f"14:12: 用了 YAML 的引用“*a”，{ODD}"]),
    "tag": ("备注", "!!str 备注", [f"20:11: 用了 YAML 的标签“!!str”，{ODD}"]),
    "python tag": (
        "备注",
        "!!python/name:os.system ''",
        [f"20:11: 用了 YAML 的标签“!!python/name:os.system”，{ODD}"],
    ),
    "tag on nothing": ("[区政府办]", "!!null", [f"13:11: 用了 YAML 的标签“!!null”，{ODD}"]),
    "two documents": (
        "备注\n",
        "备注\n---\ntitle: 乙\n",
        ["21:1: 一个文件里只能有一份文档；请删去多余的 --- 及其后的内容"],
    ),
    "21 levels": (
        "note: 备注",
        "note: " + "[" * 16 + "]" * 16,
        [
            "20:11: 这里应当是一段文字；请检查缩进和冒号",
            "20:26: 嵌套超过 20 层；计划只需四五层，请检查括号和缩进",
        ],
    ),
    "20 levels": ("note: 备注", "x: " + "[" * 15 + "]" * 15, [f"20:5: 具体工作里没有“x”这个键；{ITEM_KEYS}"]),
    "open quote": ("备注", '"备注', ["20:11: 引号没有配对；请补上缺的引号"]),
    "open quote after an address": (
        "备注",
        '"备注\n    http://a.cn',
        ["20:11: 引号没有配对；请补上缺的引号"],
    ),
    "open quote and a full-width colon": (
        "备注",
        '"备注\n\n    issuer：甲\n\n\n',
        ["20:11: 引号没有配对；请补上缺的引号", f"22:11: {COLON}"],
    ),
    "open bracket": ("[区政府办]", "[区政府办", ["13:11: 方括号或花括号没有配对；请补上缺的括号或逗号"]),
    "colon in a text": ("做事", "做事: 又", ["12:13: 这里多了一个冒号；文字里有“: ”时请把整段加上引号"]),
    "sign at the start": ("做事", "@做事", ["12:11: 这里有不能放在开头的字符；请给这段文字加上引号"]),
    "dash out of line": (
        "  - id:",
        " - id:",
        [f"10:9: {BLANK}", "11:2: 缩进或引号不对；请与上一项对齐，并检查引号是否成对"],
    ),
    "key out of line": ("    note", "   note", ["20:4: 缩进或引号不对；请与上一项对齐，并检查引号是否成对"]),
    "escape of no character": ("备注", '"\\UFFFFFFFF"', [f"20:14: {ESCAPE}"]),
    "control characters": (
        "做事",
        "做\x07事\n    # \x1b[31m\x9b",
        [
            f"{place}: 有不允许的控制字符 {name}；请删去这个看不见的字符"
            for place, name in (("12:12", "U+0007"), ("13:7", "U+001B"), ("13:12", "U+009B"))
        ],
    ),
    "half a character": ("做事", "做\ud800事", ["12:12: 有不允许的控制字符 U+D800；请删去这个看不见的字符"]),
}


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of PyYAML's parsers in turn."""
    monkeypatch.setattr(yaml_reader, "_Loader", getattr(yaml, request.param))
    return str(request.param)


def outcome(text: str) -> Plan | list[tuple[str, str]]:
    """The plan, or where and what each fault is, in the order told."""
    try:
        return parse_plan(text, "plan.yaml")
    except Refused as refused:
        told = [str(problem).partition(": ") for problem in refused.problems]
    return [(place.removeprefix("plan.yaml:"), words) for place, _, words in told]


def faults(text: str) -> list[str]:
    """What is told of a plan's text; nothing where it is accepted."""
    found = outcome(text)
    return [] if isinstance(found, Plan) else [f"{place}: {words}" for place, words in found]


def changed(old: str, new: str) -> str:
    assert PLAN.count(old) == 1
    return PLAN.replace(old, new)


def test_a_plan_without_fault(parser: str) -> None:
    plan = parse_plan(PLAN, "plan.yaml")
    item = plan.groups[0].items[0]
    assert plan._replace(groups=()) == Plan(
        title="表", year=2021, groups=(), issued=date(2021, 3, 26), units={"审批科": ("行审批科",)}
    )
    assert (plan.groups[0].id, plan.groups[0].heading) == ("9", "甲")
    assert item.deadline.kind is DeadlineClass.DATE
    assert item.deadline.date == date(2021, 6, 30)
    assert item[:4] == ("9.1", "做事", ("区政府办",), ("审批科",))
    assert (item.milestones, item.targets, item.note, item.line, item.column) == (
        (Milestone(date(2021, 4, 30), "半程"),),
        (Target("占比", "80", None, "%"),),
        "备注",
        11,
        9,
    )
    assert parser


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(name: str, parser: str) -> None:
    old, new, told = FAULTS[name]
    assert faults(changed(old, new)) == told, parser


def test_an_unknown_escape_is_told_where_it_stands(parser: str) -> None:
    at = 12 if parser == "CSafeLoader" else 13  # the backslash, or the letter after it
    assert faults(changed("备注", '"\\q"')) == [f"20:{at}: {ESCAPE}"]


def test_all_faults_are_told_at_once_in_the_files_order(parser: str) -> None:
    chosen = ["no such day", "alias of two", "foreign id", "empty work", "no number", "unknown key"]
    text = PLAN
    for name in chosen:
        old, new, _ = FAULTS[name]
        text = text.replace(old, new)
    told = faults(text)
    assert [line.split(": ", 1)[0] for line in told] == ["2:9", "6:14", "12:9", "13:10", "20:28", "21:5"], (
        parser
    )
    wanted = [FAULTS[name][2][0].split(": ", 1)[1] for name in chosen]
    assert [line.split(": ", 1)[1] for line in told] == wanted


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "---\n", "~", "null\n", "--- # 空\n...\n"])
def test_an_empty_file_is_told(text: str, parser: str) -> None:
    assert faults(text) == ["1:1: 文件是空的；运行 qjtask init 可以得到一份样例"], parser


def test_after_very_many_faults_the_rest_is_not_looked_at(parser: str) -> None:
    told = faults(PLAN + "".join(f"x{number}: 1\n" for number in range(MOST_TOLD + 50)))
    assert len(told) == MOST_TOLD + 1
    last = PLAN.count("\n") + MOST_TOLD
    assert told[-2].startswith(f"{last}:1: 计划里没有“x{MOST_TOLD - 1}”"), parser
    assert told[-1] == f"{last}:1: 前面已有{MOST_TOLD}处错误，后面的没有再看；请先改好前面的"


# What YAML itself would take for something else ---------------------------------------------------


def test_texts_stay_as_written(parser: str) -> None:
    text = PLAN.replace('"9.1"', "9.10").replace("备注", "no").replace("做事", "进度#1：9:30 yes 0x1F 1_000")
    item = parse_plan(text, "p").groups[0].items[0]
    assert (item.id, item.note, item.work) == ("9.10", "no", "进度#1：9:30 yes 0x1F 1_000"), parser


@pytest.mark.parametrize("note", ["no", "9:30", "1.10", "2021-02-30", "0o17", "=", "true", "1e3", "…"])
def test_no_scalar_is_guessed_at(note: str, parser: str) -> None:
    plan = parse_plan(PLAN.replace("备注", note).replace("2021-06-30", note), "p")
    assert plan.groups[0].items[0].note == note, parser
    assert plan.groups[0].items[0].deadline.text == note


def test_a_quoted_hash_and_a_quoted_null_are_text(parser: str) -> None:
    text = PLAN.replace("备注", '"~"').replace("做事", "'进度 #1'")
    item = parse_plan(text, "p").groups[0].items[0]
    assert (item.work, item.note) == ("进度 #1", "~"), parser


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "NULL"])
def test_what_is_left_blank_counts_as_left_out(blank: str, parser: str) -> None:
    keys = ("document", "issuer", "issued", "units", "rules")
    text = "title: 表\nyear: 2021\n" + "".join(f"{key}: {blank}\n" for key in keys)
    text += f'groups:\n- id: "9"\n  heading: 甲\n  items:\n  - id: "9.1"\n    work: 做事\n    lead: {blank}\n'
    for key in ("units", "deadline", "milestones", "note"):
        text += f"    {key}: {blank}\n"
    text += f"    targets: [{{name: 占比, at_least: {blank or '~'}, at_most: 3, unit: {blank or '~'}}}]\n"
    plan = parse_plan(text, "p")
    assert plan._replace(groups=()) == Plan("表", 2021, ())
    item = plan.groups[0].items[0]
    assert item[1:4] == ("做事", (), ()), parser
    assert item.deadline.text == item.note == ""
    assert item[5:7] == ((), (Target("占比", None, "3", ""),))


def test_the_rules_of_the_plan(parser: str) -> None:
    text = PLAN.replace("{warn: 30d}", "{warn: , review: 2W}")
    assert parse_plan(text, "p").rules == Rules(review=Span(2, "w")), parser


def test_blanks_around_a_name_are_no_part_of_it(parser: str) -> None:
    text = PLAN.replace("[行审批科]", '[" 行审批科 "]').replace("[审批科]\n    d", "[审批科\u3000]\n    d")
    plan = parse_plan(text, "p")
    assert plan.units == {"审批科": ("行审批科",)}, parser
    assert plan.groups[0].items[0].units == ("审批科",)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_byte_order_mark_and_line_ends_change_no_place(end: str, parser: str, tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", end).encode())
    assert load_plan(path, "p") == parse_plan(PLAN, "p"), parser
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("title:", "titel:").replace("\n", end).encode())
    with pytest.raises(Refused) as refused:
        load_plan(path, "tasks.yaml")
    assert str(refused.value).splitlines() == [
        "tasks.yaml:1:1: 计划里没有“titel”这个键；是不是 title？",
        "tasks.yaml:1:1: 计划缺少“title”；请补上 title:",
    ]


# Hostile plans ------------------------------------------------------------------------------------

HOSTILE = {
    "a million brackets": ("'[' * 1_000_000", "嵌套超过 20 层"),
    "200,000 nested brackets": ("'[' * 200_000 + ']' * 200_000", "嵌套超过 20 层"),
    "brackets in a plan": ("'title: ' + '[' * 1_000_000", "嵌套超过 20 层"),
    "a million braces": ("'{' * 1_000_000", "嵌套超过 20 层"),
    "a million dashes": ("'- ' * 1_000_000", "嵌套超过 20 层"),
    "a million questions": ("'? ' * 1_000_000", "嵌套超过 20 层"),
    "billion laughs": (
        "'a0: &a0 [lol]\\n' + ''.join(f'a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\\n' for n in range(1, 99))",
        "没有“a0”这个键",
    ),
    "laughing titles": (
        "'title: &a [x]\\n' + ''.join(f'- &a{n} [*a, *a, *a]\\n' for n in range(1000))",
        "用了 YAML 的锚点“&a”",
    ),
    "a million unknown keys": ("''.join(f'k{n}: 1\\n' for n in range(1_000_000))", "后面的没有再看"),
    "a million full-width colons": ("'title：a\\n' * 1_000_000", "全角冒号"),
    "a million blank names": ("'units: {a: [' + '\"\", ' * 1_000_000 + ']}'", "后面的没有再看"),
    "a very long key": ("'k' * 10_000_000 + ': 1'", "这里多了一个冒号"),
    "a very long title": ("'title: ' + '甲' * 10_000_000", "计划缺少“year”"),
    "a million control characters": ("'\\x07' * 1_000_000", "控制字符 U+0007"),
    "an open quote": ("'title: \"' + '甲\\n' * 3_000_000", "引号没有配对"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS is Linux's")
@pytest.mark.skipif(not yaml.__with_libyaml__, reason="no libyaml: the pure parser is slow, if as safe")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_plans_are_refused_quickly_in_little_memory(name: str) -> None:
    text, told = HOSTILE[name]
    script = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from qjtask.core.problem import Refused
from qjtask.storage.plans.plan_file import parse_plan
try:
    parse_plan({text}, "p")
except Refused as refused:
    sys.stdout.buffer.write(str(refused)[:500_000].encode("utf-8", "replace"))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert told in done.stdout


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "title: " + "{" * 100_000, "- " * 100_000, "[" * 50_000 + "]" * 50_000]
)
def test_the_pure_parser_refuses_deep_plans_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_Loader", yaml.SafeLoader)
    assert any("嵌套超过 20 层" in line for line in faults(text))


# Any text, any plan -------------------------------------------------------------------------------

WORDS_OF_YAML = [
    "title",
    "year",
    "groups",
    "id",
    "9.1",
    "2021",
    "2021-02-30",
    "甲",
    "~",
    "#",
    "\\",
    "\\U00110000",
]
SIGNS = [*"：:-?[]{},'|>@`%\t\r\x85\u2028\x00\ufeff\U0001f600", '"', ": ", "- ", "? ", "---", "..."]
SPECIALS = ["&a ", "*a ", "!x ", "!!int ", "%YAML 1.1\n", "\n", "\n  ", "\n    "]
SCRAPS = st.sampled_from([*WORDS_OF_YAML, *SIGNS, *SPECIALS])


@IN_A_FIXTURE
@given(text=st.text() | st.lists(SCRAPS).map("".join))
@example(text='"\\UFFFFFFFF"')
@example(text='"\\ud800"')
@example(text="%YAML 1." + "1" * 5000 + "\n---\n")
@example(text="!<%ff> a")
def test_any_text_gives_a_plan_or_a_refusal(text: str, parser: str) -> None:
    found = outcome(text)
    assert found, parser
    for place, words in () if isinstance(found, Plan) else found:
        line, column = map(int, place.split(":"))
        assert 1 <= line <= len(text) + 1
        assert 1 <= column <= len(text) + 1
        assert words


@IN_A_FIXTURE
@given(cut=st.integers(0, len(PLAN)), scrap=SCRAPS, gone=st.integers(0, 8))
def test_a_plan_with_a_slip_in_it_gives_a_plan_or_a_refusal(
    cut: int, scrap: str, gone: int, parser: str
) -> None:
    told = faults(PLAN[:cut] + scrap + PLAN[cut + gone :])
    assert all(line.split(":")[0].isdecimal() for line in told), parser


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029"),
    min_size=1,
).filter(str.strip)
NAMES = WORDS.map(str.strip)
DAYS = st.dates()
NUMBERS = st.decimals(-(10**14), 10**14, places=3).map(str) | st.integers(-(10**14), 10**14)
SPANS = st.from_regex(r"\A[0-9]{1,4}[dwmqy]\Z")


def some(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """A plan without fault, as a program would have it."""
    target = st.one_of(
        *(
            st.fixed_dictionaries({"name": WORDS, key: NUMBERS}, optional={"unit": WORDS})
            for key in ("at_least", "at_most")
        )
    )
    milestone = st.fixed_dictionaries({"by": DAYS, "work": WORDS})
    item = some(
        lead=st.lists(NAMES, max_size=2),
        units=st.lists(NAMES, max_size=2),
        deadline=WORDS,
        milestones=st.lists(milestone, max_size=2),
        targets=st.lists(target, max_size=2),
        note=WORDS,
    )
    groups = []
    for number in draw(st.lists(st.integers(1, 9999), min_size=1, max_size=3, unique=True)):
        ids = draw(st.lists(st.integers(1, 9999), min_size=1, max_size=3, unique=True))
        items = [{"id": f"{number}.{one}", "work": draw(WORDS), **draw(item)} for one in ids]
        groups.append({"id": str(number), "heading": draw(WORDS), "items": items})
    names = draw(st.lists(NAMES, unique=True, max_size=6))
    head = draw(some(document=WORDS, issuer=WORDS, issued=DAYS, rules=some(warn=SPANS, review=SPANS)))
    units = {name: names[at + 1 : at + 3] for at, name in enumerate(names) if at % 3 == 0}
    return {
        "title": draw(WORDS),
        "year": draw(st.integers(1900, 2999)),
        "units": units,
        "groups": groups,
        **head,
    }


@settings(IN_A_FIXTURE, max_examples=60)
@given(plan=plans(), flow=st.sampled_from([True, False, None]))
def test_a_plan_dumped_by_another_program_reads_back_equal(
    plan: dict[str, Any], flow: bool, parser: str
) -> None:
    text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, default_flow_style=flow)
    read = parse_plan(text, "p")
    assert (read.title, read.year, read.issued) == (plan["title"], plan["year"], plan.get("issued")), parser
    assert (read.document, read.issuer) == (plan.get("document", ""), plan.get("issuer", ""))
    assert read.units == {name: tuple(others) for name, others in plan["units"].items()}
    rules = plan.get("rules", {})
    assert read.rules[:2] == tuple(parse_span(rules.get(key, "30d")) for key in ("warn", "review"))
    assert [(group.id, group.heading) for group in read.groups] == [
        (g["id"], g["heading"]) for g in plan["groups"]
    ]
    wanted = [item for group in plan["groups"] for item in group["items"]]
    for item, want in zip(read.items(), wanted, strict=True):
        assert (item.id, item.work, item.note) == (want["id"], want["work"], want.get("note", ""))
        assert item.deadline.text == want.get("deadline", "")
        assert (item.lead, item.units) == (tuple(want.get("lead", ())), tuple(want.get("units", ())))
        assert item.milestones == tuple(Milestone(**one) for one in want.get("milestones", ()))
        assert item.targets == tuple(target_of(one) for one in want.get("targets", ()))


def target_of(target: dict[str, Any]) -> Target:
    at_least, at_most = (str(target[key]) if key in target else None for key in ("at_least", "at_most"))
    return Target(target["name"], at_least, at_most, target.get("unit", ""))


def test_issued_counts_for_the_deadlines(parser: str) -> None:
    plan = parse_plan(PLAN.replace("2021-06-30", "印发后30日内"), "p")
    assert plan.groups[0].items[0].deadline.date == date(2021, 3, 26) + timedelta(days=30), parser
