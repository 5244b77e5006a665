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

from qjtask.core.problem import Refused
from qjtask.storage.plan_walk import walk_plan
from qjtask.storage.regular_plan import read_regular

SHIPPED = (Path(__file__).parents[2] / "data" / "tasks.yaml").read_text("utf-8")

SMALL = """\
# 说明: [一], {二} "三"
title: 甲 乙
issued: 2021-03-26
year: 2021
units:
  审批科: [行审批科, 行政审批科]
  建管科: []

rules: {warn: 2w, review: 1m}
groups:

- id: "1"
  heading: 深化“放管服”
  items:
  - id: "1.1"
    work: 全程网办，2021年底前达到80%以上
    lead: [区司法局, 区政府]
    units: [行审批科]
    deadline: 三季度末
    milestones:
    - {by: 2021-04-30, work: 拿出方案}
    targets:
    - {name: 占比, at_least: 80, unit: "%"}
    - {name: 次数, at_most: 0.3, unit: 次}
    - {name: 件数, at_least: 5}
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


def generated(count: int) -> str:
    out = StringIO()
    write_plan(count, out)
    return out.getvalue()


@pytest.mark.parametrize("text", [SHIPPED, SMALL, generated(300)], ids=["shipped", "small", "generated"])
def test_an_ordinary_plan_is_read_the_short_way_and_the_same(text: str) -> None:
    short = read_regular(text)
    assert short is not None
    assert short == walk_plan(text, "f")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("work: 只有内容", "work: '只有内容'"),
        ("work: 只有内容", "work: 只有 #内容"),
        ("work: 只有内容", "work: 只有: 内容"),
        ("work: 只有内容", "work: null"),
        ("work: 只有内容", "work: &a 只有内容"),
        ("work: 只有内容", "work: 只有\t内容"),
        ("work: 只有内容", "work: 只有内容\u2028"),
        ("work: 只有内容", "work: 只有\n      内容"),
        ("work: 只有内容", "work: 只有内容 # 说明"),
        ("work: 只有内容", "work: |\n      只有内容"),
        ("- id: 1.2", "- id: 1.1"),
        ("- id: 1.2", "- id: 3.2"),
        ("- id: 1.2", "- id: 01.2"),
        ('- id: "2"', '- id: "1"'),
        ("by: 2021-04-30", "by: 2021-02-30"),
        ("issued: 2021-03-26", "issued: 2021-13-26"),
        ("建管科: []", "建管科: [审批科]"),
        ("建管科: []", "审批科: []"),
        ("建管科: []", "建管科: [甲, 甲]"),
        ("建管科: []", "建管科:"),
        ("year: 2021", "year: 21"),
        ("at_least: 5}", "at_least: 5, at_most: 6}"),
        ("at_least: 5}", "at_least: 五}"),
        ("    note: 存疑\n", "    note: 存疑\n    note: 又\n"),
        ("    lead: []\n", "    deadline: 无\n"),
        ("    deadline: /\n", "    deadline: /\n---\ntitle: 又一份\n"),
        ("    deadline: /\n", "    deadline: /\n- id: 3\n"),
        ("groups:\n", "groups:\n\n  # 空\n  甲: 乙\n"),
    ],
)
def test_anything_out_of_the_ordinary_is_left_to_the_walk(old: str, new: str) -> None:
    assert old in SMALL
    assert read_regular(SMALL.replace(old, new)) is None


_PIECES = st.sampled_from(
    [
        *"甲 \n\t:#[]{},\"'-?&*!|>%@`~0.，：“\u3000\u00a0\u2028\u0085\ufeff\x07",
        "  ",
        "\n\n",
        "# 说明\n",
        "null",
        "~",
        ": ",
        " #",
        "- ",
        "---\n",
        "...\n",
        "    note: 又\n",
        "  - id: 1.3\n    work: 丙\n",
        '- id: "3"\n  heading: 丁\n  items:\n',
    ]
)


@settings(max_examples=600, deadline=None)
@given(
    at=st.lists(
        st.tuples(
            st.integers(0, len(SMALL)), st.integers(0, 3), st.one_of(st.just(""), _PIECES, st.characters())
        ),
        min_size=1,
        max_size=3,
    )
)
@example(at=[(SMALL.index("[行审批科"), 0, "[] #")])
@example(at=[(len(SMALL), 0, "\n# 完")])
@example(at=[(len(SMALL) - 1, 1, "")])
@example(at=[(0, 0, "\n\n")])
def test_however_a_plan_is_marred_the_two_readers_agree(at: list[tuple[int, int, str]]) -> None:
    text = SMALL
    for place, gone, piece in at:
        text = text[:place] + piece + text[place + gone :]
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
        "from qjtask.storage.plan_file import parse_plan\n"
        "parse_plan(sys.stdin.read(), 'f')\n"
        "sys.exit('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=SHIPPED.encode(), check=False)
    assert done.returncode == 0
