"""A plan written anew keeps the layout of what did not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qjtask.storage.plans.kept_layout import with_kept_layout
from qjtask.storage.plans.plan_comments import read_comments
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.plan_writer import plan_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from qjtask.core.plan.plan import Item, Plan

FILE = """\
# 王科长的表
title:   2021年重点工作分解    # 照原文
year: 2021

units: {建管科: [], "审批科": [行审批科]}

groups:

  - id: '1'
    heading: 建设
    items:
      # 重点
      - id: "1.1"
        work: >-
          推进农村公路建设
        units:
          - 建管科   # 牵头

      - id: "1.2"
        deadline: 6月底前
        work: "承接许可事项"
        units: [ 审批科 ]
        # note: 待补

  - id: '2'
    heading: 服务
    items:
      - id: "2.1"
        work: 提升网办深度
        units: [审批科]
# 完
"""


def rewritten(change: Callable[[Item], Item | None], file: str = FILE) -> str:
    """The file after an update that changes or takes out items."""
    plan = parse_plan(file, "f")
    groups = tuple(
        group._replace(items=tuple(one for item in group.items if (one := change(item)) is not None))
        for group in plan.groups
    )
    return laid_out(file, plan, plan._replace(groups=tuple(group for group in groups if group.items)))


def laid_out(file: str, old: Plan, new: Plan) -> str:
    comments = read_comments(file)
    made = plan_yaml(new, comments)
    text = with_kept_layout(file, plan_yaml(old, comments), made)
    assert [item._replace(line=0, column=0) for item in parse_plan(text, "f").items()] == [
        item._replace(line=0, column=0) for item in new.items()
    ]
    return text


def test_nothing_changed_is_nothing_changed() -> None:
    assert rewritten(lambda item: item) == FILE


def test_an_item_that_did_not_change_stays_as_a_hand_laid_it_out() -> None:
    text = rewritten(lambda item: item._replace(work="提升网办深度和速度") if item.id == "2.1" else item)
    assert text == FILE.replace("提升网办深度\n", "提升网办深度和速度\n")


def test_of_an_item_that_changed_the_other_keys_stay() -> None:
    text = rewritten(lambda item: item._replace(note="催") if item.id == "1.1" else item)
    assert text == FILE.replace("# 牵头\n", "# 牵头\n        note: 催\n")


def test_an_item_whose_keys_stand_in_another_order_is_written_anew_when_it_changes() -> None:
    text = rewritten(lambda item: item._replace(work="承接行政许可") if item.id == "1.2" else item)
    anew = (
        '      - id: "1.2"\n        work: 承接行政许可\n        units: [审批科]\n        deadline: 6月底前\n'
        "        # note: 待补\n"
    )
    assert anew in text
    assert (
        text.replace(anew, "")
        == FILE[: FILE.index('\n      - id: "1.2"') + 1].rstrip("\n")
        + "\n"
        + FILE[FILE.index("\n  - id: '2'") :]
    )


def test_an_item_that_is_new_stands_among_the_others_as_deep_as_they_do() -> None:
    plan = parse_plan(FILE, "f")
    first, second = plan.groups
    new = second.items[0]._replace(id="2.2", work="新工作")
    groups = (first, second._replace(items=(new, *second.items)))
    text = laid_out(FILE, plan, plan._replace(groups=groups))
    assert '      - id: "2.2"\n        work: 新工作\n        units: [审批科]\n      - id: "2.1"\n' in text
    assert text.startswith(FILE[: FILE.index("  - id: '2'")])


def test_what_is_taken_out_takes_its_lines_along() -> None:
    file = FILE.replace("        # note: 待补\n", "")
    begin, end = file.index('\n      - id: "1.2"'), file.index("\n  - id: '2'")
    text = rewritten(lambda item: None if item.id == "1.2" else item, file)
    assert text == file[:begin] + file[end:]


@pytest.mark.parametrize(
    "file",
    [
        FILE.replace("\n", "\r\n"),
        '{title: 表, year: 2021, groups: [{id: "1", heading: 建设, items: [{id: "1.1", work: 甲}]}]}\n',
        'title: 表\nyear: 2021\ngroups: [{id: "1", heading: 建设, items: [{id: "1.1", work: 甲}]}]\n',
        'title: 表\nyear: 2021\ngroups:\n-\n  id: "1"\n  heading: 建设\n  items: [{id: "1.1", work: 甲}]\n',
        'groups:\n- items:\n  - work: 甲\n    id: "1.1"\n  heading: 建设\n  id: "1"\nyear: 2021\ntitle: 表\n',
        'title: 表\nyear: 2021\ngroups:\n- id: "1"\n  items:\n  - id: "1.1"\n    work: 甲\n  heading: 建设\n',
    ],
)
def test_a_layout_that_does_not_go_with_the_writers_gives_way_to_it(file: str) -> None:
    plan = parse_plan(file, "f")
    first = plan.groups[0]
    items = (first.items[0]._replace(work="乙"), *first.items[1:])
    laid_out(file, plan, plan._replace(groups=(first._replace(items=items), *plan.groups[1:])))


def test_a_file_that_the_writer_wrote_is_written_by_it() -> None:
    plan = parse_plan(FILE, "f")
    written = plan_yaml(plan, read_comments(FILE))
    assert with_kept_layout(written, written, "made") == "made"
