"""The short way to read a plan gives what the event walk gives, or gives up."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from generate import write_plan
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.plan_form import PlanKey
from qjtask.core.problem import Refused
from qjtask.storage.plans.plan_walk import walk_plan
from qjtask.storage.plans.regular_plan import read_regular
from tests.storage.key_examples import with_key

SHIPPED = (Path(__file__).parents[3] / "data" / "tasks.yaml").read_text("utf-8")

SMALL = """\
# 说明: [一], {二} "三"
title: 甲 乙
issued: 2021-03-26
year: 2021
letter: {to: 各科室, contact: 张三 023-1}
rules: {warn: 2w, review: 1m, pace: 10, owner: lead, accept: true}
units:
  审批科: [行审批科, 行政审批科]
  各镇（街道）: {members: [甲镇, 乙镇], aliases: [各镇街]}
  建管科: []

groups:

- id: "1"
  heading: 深化“放管服”
  items:
  - id: "1.1"
    no: 27
    work: 全程网办，2021年底前达到80%以上
    lead: [区司法局, 区政府]
    units: [行审批科]
    support: [办公室]
    owner: lead
    deadline: 三季度末
    due: 2021-09-01
    milestones:
    - {by: 2021-04-30, work: 拿出方案}
    targets:
    - {name: 占比, at_least: 80, unit: "%"}
    - {name: 次数, at_most: 0.3, unit: 次}
    - {name: 增长, at_least: -5, cumulative: true}
    report_every: 1m
    source: 县长批示〔6〕号
    settled: [deadline, units]
    note: 存疑
  # 一行说明
  - id: 1.2
    work: 只有内容
- id: "2"
  heading: 其他
  items:
  - id: "2.1"
    work: 无期限
    lead: []
    deadline: /
"""

# The same and more, as other hands and programs write it.
LOOSE = """\
year: '2021'  # 年度
title: "甲: 乙 #丙"   # 说明 "x"

letter:
  contact: a@b.cn & 023-1, [内线]
document:
issuer: 'it''s'
rules:
  review: 1M

  # 说明
  warn: 2w
units: # 别名
  审批科:
  - 行审批科
  - "行政 审批科"
  各镇（街道）:
    members:
      - 甲镇  # 一
      - '乙镇'
  建 管科: # 无
groups:
  - heading: a:b 甲#乙　丙?
    id: '1'
    items:
      - id: '1.1'
        units: ['行审批科', "建管科", 甲 ]
        work: 全程网办  # 说明
        milestones:
          - work: 拿出方案
            by: 2021-04-30
        deadline:
        targets: []
        note: ""
      - id: "1.2"
        work: 'null'
        settled:
        - deadline
"""


def generated(count: int) -> str:
    out = StringIO()
    write_plan(count, out)
    return out.getvalue()


LOOSE_READ = LOOSE.replace("甲 ]", "甲]")
ORDINARY = {
    "shipped": SHIPPED,
    "small": SMALL,
    "loose": LOOSE_READ,
    "generated": generated(300),
    "small by Windows": SMALL.replace("\n", "\r\n"),
    "without its last line end": SMALL.rstrip("\n"),
    "with signs of all kinds": SMALL.replace(
        "只有内容", "①5G·≥3℃ 😀 é <b> $1 & a*b | c! ~ x=@`y`? 100% [1], {2} “3” it's"
    ),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_plan_is_read_the_short_way_and_the_same(name: str) -> None:
    short = read_regular(ORDINARY[name])
    assert short is not None
    assert short == walk_plan(ORDINARY[name], "f")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("work: 只有内容", "work: '只有内容"),
        ("work: 只有内容", 'work: "只有\\n内容"'),
        ("work: 只有内容", "work: 只有: 内容"),
        ("work: 只有内容", "work: 只有内容:"),
        ("work: 只有内容", "work:只有内容"),
        ("work: 只有内容", "work:  只有内容"),
        ("work: 只有内容", "work: null"),
        ("work: 只有内容", "work:"),
        ("work: 只有内容", 'work: " "'),
        ("work: 只有内容", "work: &a 只有内容"),
        ("work: 只有内容", "work: ? 只有内容"),
        ("work: 只有内容", "work: - 只有内容"),
        ("work: 只有内容", "work: [只有内容]"),
        ("work: 只有内容", "work: 只有\t内容"),
        ("work: 只有内容", "work: 只有内容\u2028"),
        ("work: 只有内容", "work: 只有\r内容"),
        ("work: 只有内容", "work: 只有\n      内容"),
        ("work: 只有内容", "work: 只有内容 # 说明\x07"),
        ("work: 只有内容", "work: |\n      只有内容"),
        ("work: 只有内容", "work: '只有内容'#说明"),
        ("- id: 1.2", "- id: 1.1"),
        ("- id: 1.2", "- id: 3.2"),
        ("- id: 1.2", "- id: 01.2"),
        ("- id: 1.2\n    work: 只有内容", "- work: 只有内容\n    id: 1.2"),
        ("- id: 1.2\n    work: 只有内容", "- {id: 1.2, work: 只有内容}"),
        ('- id: "2"', '- id: "1"'),
        ("by: 2021-04-30", "by: 2021-02-30"),
        ("issued: 2021-03-26", "issued: 2021-13-26"),
        ("issued: 2021-03-26", "issued: 20210326"),
        ("no: 27", 'no: " "'),
        ("owner: lead\n    dead", "owner: all of them\n    dead"),
        ("settled: [deadline, units]", "settled: [note]"),
        ("report_every: 1m", "report_every: 0m"),
        ("建管科: []", "建管科: [审批科]"),
        ("建管科: []", "审批科: []"),
        ("建管科: []", "建管科: [甲, 甲]"),
        ("建管科: []", "建管科: [null]"),
        ("建管科: []", "建管科: {members: []}"),
        ("建管科: []", "建管科: {members: [行审批科]}"),
        ("建管科: []", "建管科: {members: [各镇（街道）]}"),
        ("建管科: []", "建管科: {members: [建管科]}"),
        ("建管科: []", "建管科: {member: [甲]}"),
        ("建管科: []", "管" * 1001 + ": []"),
        ("year: 2021", "year: 21"),
        ("at_least: -5,", "at_least: -5, at_most: 6,"),
        ("at_least: -5,", "at_least: 五,"),
        ("at_least: -5,", ""),
        ("pace: 10", "pace: 101"),
        ("accept: true", "accept: yes"),
        ("    note: 存疑\n", "    note: 存疑\n    note: 又\n"),
        ("    note: 存疑\n", "    note:\n    note: 又\n"),
        ("    lead: []\n", "    deadline: 无\n"),
        ("    deadline: /\n", "    deadline: /\n---\ntitle: 又一份\n"),
        ("    deadline: /\n", "    deadline: /\n- id: 3\n"),
        ("    deadline: /\n", "    deadline: /\nissuer: 某局\n"),
        ("groups:\n", "groups:\n\n  # 空\n  甲: 乙\n"),
    ],
)
def test_anything_out_of_the_ordinary_is_left_to_the_walk(old: str, new: str) -> None:
    assert SMALL.count(old) == 1
    assert read_regular(SMALL.replace(old, new)) is None


@pytest.mark.parametrize("text", ["", "\n", "# 说明\n", "title: 甲\n", "- id: 1\n", "groups:\n", "甲", "[]"])
def test_what_is_no_plan_is_left_to_the_walk(text: str) -> None:
    assert read_regular(text) is None


@pytest.mark.parametrize("key", ITEM.keys, ids=lambda key: key.name)
def test_every_example_of_an_items_key_is_read_the_short_way_and_the_same(key: PlanKey) -> None:
    for example_of_it in key.examples:
        text = with_key(key, example_of_it)
        short = read_regular(text)
        assert short is not None, text
        assert short == walk_plan(text, "f")


_PIECES = st.sampled_from(
    [
        *"甲 \n\t:#[]{},\"'-?&*!|>%@`~0.，：“\u3000\u00a0\u2028\u0085\ufeff\x07\r",
        "  ",
        "\n\n",
        "\r\n",
        "# 说明\n",
        " # 说明",
        "null",
        "~",
        ": ",
        " #",
        "- ",
        "''",
        "---\n",
        "...\n",
        "[甲, '乙']",
        "{members: [甲]}",
        "    note: 又\n",
        "  - id: 1.3\n    work: 丙\n",
        '- id: "3"\n  heading: 丁\n  items:\n',
    ]
)


@st.composite
def marred(draw: st.DrawFn) -> str:
    """A plan with slips in its signs, or in the order and indent of its lines."""
    text = draw(st.sampled_from([SMALL, LOOSE_READ]))
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            at, gone = draw(st.integers(0, len(text))), draw(st.integers(0, 3))
            text = text[:at] + draw(st.one_of(st.just(""), _PIECES, st.characters())) + text[at + gone :]
        else:
            lines = text.splitlines(keepends=True) or [""]
            at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
            line = lines[at] if draw(st.booleans()) else lines.pop(at)
            lines.insert(to, " " * draw(st.sampled_from([0, 0, 0, 1, 2])) + line)
            text = "".join(lines)
    return text


@settings(max_examples=600, deadline=None)
@given(text=marred())
@example(text=SMALL.replace("[行审批科", "[] #[行审批科"))
@example(text=SMALL + "\n# 完")
@example(text=SMALL[:-1])
@example(text="\n\n" + SMALL)
def test_however_a_plan_is_marred_the_two_readers_agree(text: str) -> None:
    short = read_regular(text)
    if short is not None:
        try:
            walked = walk_plan(text, "f")
        except Refused as refused:
            raise AssertionError(f"the walk refuses {text!r}") from refused
        assert short == walked


def test_an_ordinary_plan_needs_no_yaml() -> None:
    code = (
        "import sys\n"
        "from qjtask.storage.plans.plan_file import parse_plan\n"
        "parse_plan(sys.stdin.read(), 'f')\n"
        "sys.exit('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=SHIPPED.encode(), check=False)
    assert done.returncode == 0


def test_plans_that_say_the_same_over_their_groups_have_their_own_groups() -> None:
    head = "title: 甲\nyear: 2021\nunits:\n  审批科: [行审批科]\n"
    groups = 'groups:\n- id: "{0}"\n  heading: 乙\n  items:\n  - id: "{0}.1"\n    work: 丙\n'
    one, other = (head + groups.format(number) for number in (1, 2))
    for text in (one, other, one):
        assert read_regular(text) == walk_plan(text, "")
    assert read_regular(f"{one}title: 又一个\n") is None
    assert read_regular(f"{one}{groups.format(2)}") is None
    assert read_regular(other) == walk_plan(other, "")
