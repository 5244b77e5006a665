"""The notice itself, read without a hand's help, against the plan that was made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qjtask.core.plan.plan import Item
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.report import remarks, unchanged
from qjtask.storage.plans.plan_file import load_plan, parse_plan
from qjtask.storage.plans.plan_writer import plan_yaml

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = load_plan(ROOT / "data" / "tasks.yaml", "data/tasks.yaml")


@pytest.fixture(scope="module")
def draft(kit: Any) -> Draft:
    data = (ROOT / "tests" / "data" / "notice.txt").read_bytes()
    made: Draft = kit.drafted(data, "notice.txt")
    return made


def pairs(draft: Draft) -> list[tuple[Item, Item]]:
    return list(zip(draft.plan.items(), SHIPPED.items(), strict=True))


def test_all_45_items_have_the_ids_units_and_deadlines_of_the_shipped_plan(draft: Draft) -> None:
    assert len(list(draft.plan.items())) == 45
    for read, shipped in pairs(draft):
        assert (read.id, read.work, read.lead, read.units) == (
            shipped.id,
            shipped.work,
            shipped.lead,
            shipped.units,
        )
        assert read.deadline == shipped.deadline
        assert read.milestones == shipped.milestones


def test_the_head_and_the_groups_are_those_of_the_shipped_plan(draft: Draft) -> None:
    for field in ("title", "document", "issuer", "issued", "year", "rules"):
        assert getattr(draft.plan, field) == getattr(SHIPPED, field)
    assert [(group.id, group.heading) for group in draft.plan.groups] == [
        (group.id, group.heading) for group in SHIPPED.groups
    ]


def test_what_a_person_added_to_the_shipped_plan_is_exactly_this(draft: Draft) -> None:
    targets = {
        read.id: [
            (mine.name, theirs.name)
            for mine, theirs in zip(read.targets, shipped.targets, strict=True)
            if mine != theirs
        ]
        for read, shipped in pairs(draft)
        if read.targets != shipped.targets
    }
    assert targets == {  # the same numbers under shorter names
        "9.2": [
            ("行政许可事项“全程网办”占比", "行政许可事项全程网办占比"),
            ("依申请类政务服务事项“全程网办”占比", "依申请类政务服务事项全程网办占比"),
        ],
        "9.3": [("国家政务服务平台、“渝快办”平台交办投诉处理事项响应率", "交办投诉处理事项响应率")],
        "12.2": [
            (
                "承接和落实市政府取消审批、改为备案或实行告知承诺的事项",
                "取消审批、改为备案或实行告知承诺的事项",
            )
        ],
    }
    notes = {
        shipped.id: (read.note, shipped.note) for read, shipped in pairs(draft) if read.note != shipped.note
    }
    assert notes == {"14.1": ("", "“法夫科”疑为“法规科”之误，按别名归入法规科")}
    assert set(draft.plan.units) == set(SHIPPED.units)
    assert not any(draft.plan.units.values())
    assert {name: others for name, others in SHIPPED.units.items() if others} == {
        "审批科": ("行审批科", "行政审批科"),
        "法规科": ("法夫科",),
        "道路运输中心": ("道路运输事务中心", "区道路运输事务中心"),
        "公路事务中心": ("区公路事务中心",),
        "执法支队": ("交通综合执法支队", "区交通综合执法支队"),
    }


def test_the_targets_promise_the_numbers_of_the_shipped_plan(draft: Draft) -> None:
    for read, shipped in pairs(draft):
        assert [one[1:] for one in read.targets] == [one[1:] for one in shipped.targets], read.id


def test_the_doubts_are_these_and_no_others(draft: Draft) -> None:
    assert [(doubt.place, "、".join(doubt.items), doubt.read.split("，")[0]) for doubt in draft.doubts] == [
        ("第108行", "3.1、3.2", "表里没有（三）的标题"),
        ("第290行", "13.4", "（十三）的标题重印了一次"),
        ("第321行", "15.2", "（十五）的标题重印了一次"),
        ("第168行", "7.1", "具体工作里藏着时间“2021年底”"),
        ("第218行", "9.4", "具体工作里藏着时间“2021年4月底前”"),
        ("第66行", "1.3、2.2", "“行审批科”像是“审批科”的另一种写法或误写（印了2次"),
        ("第84行", "2.1", "“行政审批科”像是“审批科”的另一种写法或误写（印了1次"),
        ("第296行", "14.1", "“法夫科”像是“法规科”的另一种写法或误写（印了1次"),
    ]
    assert all(doubt.assumed and doubt.fix for doubt in draft.doubts)
    assert draft.slips == {"行审批科": "审批科", "行政审批科": "审批科", "法夫科": "法规科"}


def test_each_doubt_names_the_line_where_it_stands(draft: Draft) -> None:
    lines = (ROOT / "tests" / "data" / "notice.txt").read_text(encoding="utf-8").splitlines()
    row = lines[int(draft.places["14.1"].strip("第行")) - 1 :]
    assert "法夫科" in "".join(row[:5])


def test_the_written_plan_reads_back_the_same(draft: Draft) -> None:
    text = plan_yaml(draft.plan, remarks("notice.txt", draft))
    assert unchanged(parse_plan(text, "x")) == unchanged(draft.plan)
    assert "# 疑：若行审批科、行政审批科就是审批科，请写成 审批科: [行审批科, 行政审批科]\n" in text
    assert "\n  审批科: []\n" in text
    assert "  # 疑：“法夫科”像是“法规科”的另一种写法或误写" in text


@pytest.mark.parametrize("form", ["docx", "html", "xlsx", "csv"])
def test_the_plan_drawn_in_any_format_comes_back_without_a_doubt_it_did_not_have(
    kit: Any, draft: Draft, form: str
) -> None:
    again = kit.drafted(
        kit.writers[form](kit.draw_plan(draft.plan), draft.plan.title), f"a.{form}", head=kit.head
    )
    plan = again.plan._replace(document=draft.plan.document, issuer=draft.plan.issuer, title=draft.plan.title)
    assert unchanged(plan) == unchanged(draft.plan)
    told = {doubt.read for doubt in draft.doubts}
    assert {doubt.read for doubt in again.doubts} <= told
