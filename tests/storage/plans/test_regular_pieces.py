"""A plan read by its pieces is the plan of these pieces one behind the other, or none."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from generate import write_plan
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.plan.plan import Plan
from qjtask.storage.plans.regular_pieces import Headed, read_pieces
from qjtask.storage.plans.regular_plan import read_regular

HEAD = "title: 甲\nyear: 2021\nissued: 2021-03-26\nunits:\n  审批科: [行审批科]\ngroups:\n"
HEADING = '- id: "1"\n  heading: 深化改革\n  items:\n'
WORK = """\
  - id: "1.1"
    work: 全程网办，占比达到80%以上
    lead: [区司法局, 区政府]
    units: [行审批科]
    deadline: 三季度末
    milestones:
    - {by: 2021-04-30, work: 拿出方案}
    - {by: 2021-05-31, work: 初稿 }
    targets:
    - {name: 占比, at_least: 80, unit: "%"}
    note: 存疑
"""


def pieces_of(text: str) -> tuple[str, list[Headed]]:
    """The head, headings and works of a plan in the house's own form."""
    head, *groups = re.split(r"(?m)^(?=- )", text)
    parted = [re.split(r"(?m)^(?=  - )", group) for group in groups]
    return head, [(heading, works) for heading, *works in parted]


def without_lines(plan: Plan) -> Plan:
    groups = [
        group._replace(items=tuple(item._replace(line=0, column=0) for item in group.items))
        for group in plan.groups
    ]
    return plan._replace(groups=tuple(groups))


def read_both(text: str) -> tuple[Plan | None, Plan | None]:
    whole = read_regular(text)
    head, groups = pieces_of(text)
    return read_pieces(head, groups), whole and without_lines(whole)


def test_the_pieces_of_a_plan_make_the_plan() -> None:
    out = StringIO()
    write_plan(300, out)
    read, whole = read_both(out.getvalue())
    assert read == whole
    assert read is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ('"1.1"', "'1.1'"),
        ('"1.1"', '"1.1"  # 编号'),
        ("三季度末", "三季度末 # 原文"),
        ("    lead: [区司法局, 区政府]\n", "    lead:\n    - 区司法局\n    - 区政府\n"),
        ("    lead: [区司法局, 区政府]\n", ""),
        (
            "    units: [行审批科]\n    deadline: 三季度末\n",
            "    deadline: 三季度末\n    units: [行审批科]\n",
        ),
        ("work: 拿出方案", "work: '拿出: 方案'"),
        ("    note: 存疑\n", "    note: 存疑\n  # 一行说明\n\n"),
        ("    note: 存疑\n", "    due: 2021-08-01\n"),
        ("  items:\n", "  printed: 一、\n  items:\n"),
        ("    milestones:\n", "    no: 27\n    milestones:\n"),
    ],
)
def test_what_is_said_in_other_ways_is_the_same(before: str, after: str) -> None:
    read, whole = read_both(HEAD + f"{HEADING}{WORK}".replace(before, after))
    assert read == whole
    assert read is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"1.1"', '"2.1"'),
        ("    work: 全程网办，占比达到80%以上\n", ""),
        ("work: 全程", "work: 甲: 乙"),
        ("2021-04-30", "2021-04-31"),
        ("    note: 存疑\n", "    lead: [区政府]\n"),
        ("    note: 存疑\n", "    note: 存疑\n    未知: 甲\n"),
        ("    note: 存疑\n", f"    note: 存疑\n{WORK}"),
        ("三季度末", "三季度末\n     又一行"),
        ("拿出方案", "拿出\x07方案"),
        ("方案}\n", "方"),  # a milestone that begins within the line of another
    ],
)
def test_what_is_out_of_the_ordinary_is_given_up(before: str, after: str) -> None:
    text = HEAD + HEADING + WORK.replace(before, after, 1)
    assert read_regular(text) is None
    head, groups = pieces_of(text)
    assert read_pieces(head, groups) is None


@pytest.mark.parametrize(
    "head", [HEAD.replace("year: 2021\n", ""), HEAD.replace("groups:", "groups: #"), "甲"]
)
def test_a_head_out_of_the_ordinary_is_given_up(head: str) -> None:
    assert read_pieces(head, [(HEADING, [WORK])]) is None


SIGNS = st.sampled_from([*"\n #:-'\"[]{},甲1\t", "\n    ", "\n  - ", "\n\n", "{by: ", ": "])


@settings(max_examples=300)
@given(st.integers(0, len(WORK)), st.integers(0, 3), st.lists(SIGNS, max_size=3).map("".join))
def test_a_marred_work_is_read_as_with_the_lines_or_not_at_all(at: int, gone: int, more: str) -> None:
    work = f"{WORK[:at]}{more}{WORK[at + gone :]}"
    read = read_pieces(HEAD, [(HEADING, [work])])
    whole = read_regular(HEAD + HEADING + work)
    if read is not None:
        assert whole is not None
        assert read == without_lines(whole)
