"""ledger.yaml: plans with their names and offices; every fault with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files.plan_list import ListedPlan, PlanList, load_plan_list


def read(folder: Path, text: str) -> PlanList:
    (folder / "ledger.yaml").write_text(text, "utf-8")
    return load_plan_list(folder / "ledger.yaml", "ledger.yaml")


def test_a_list_names_plans_and_offices(tmp_path: Path) -> None:
    text = """\
title: 全区2021年重点工作
plans:
- {file: 交通/tasks.yaml, name: 路, office: 区交通局}
- file: 民政/tasks.yaml
shared_units: [区财政局]
"""
    assert read(tmp_path, text) == PlanList(
        "全区2021年重点工作",
        (
            ListedPlan(tmp_path / "交通/tasks.yaml", "路", "区交通局"),
            ListedPlan(tmp_path / "民政/tasks.yaml", "民政", ""),
        ),
        frozenset({"区财政局"}),
    )


def test_all_offices_of_one_name_may_be_one_and_a_title_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "plans: [{file: a.yaml}]\nshared_units: [全部]\n")
    assert (found.title, found.shared) == ("1个计划", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plans: []\n", "ledger.yaml:1:8: 没有列出一个计划；请至少写一项"),
        ("title: 甲\n", "ledger.yaml:1:1: 计划名单缺少“plans”；请补上 plans:"),
        ("plans:\n- {name: 甲}\n", "ledger.yaml:2:3: 这个计划缺少“file”；请补上 file:"),
        (
            "plans:\n- {file: a.yaml, name: 甲.乙}\n",
            "ledger.yaml:2:3: 计划的名称“甲.乙”里有空格或标点；编号要写成 甲_乙:9.2，请写 name: 甲_乙",
        ),
        (
            "plans:\n- {file: a.yaml, name: 甲}\n- {file: b.yaml, name: 甲}\n",
            "ledger.yaml:3:3: 有两个计划叫“甲”；请用 name 另起一个名称",
        ),
        (
            "plans:\n- {file: a.yaml, name: 甲}\n- {file: ./b/../a.yaml, name: 乙}\n",
            "ledger.yaml:3:3: 这份计划前面列过，叫“甲”；一份计划只列一次",
        ),
        (
            "plans:\n- {file: a.yaml, ofice: 甲}\n",
            "ledger.yaml:2:18: 一个计划里没有“ofice”这个键；是不是 office？",
        ),
    ],
)
def test_faults_have_their_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, text)
    assert str(refusal.value) == told
