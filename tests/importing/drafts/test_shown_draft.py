"""A draft as a table and for other programs."""

from __future__ import annotations

from typing import Any

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.shown_draft import draft_sheet, plan_object


def small(kit: Any) -> Draft:
    rows = [
        ("（一）建设", "1.农村公路里程达到300公里以上", "区政府", "建管科", "2021年6月30日", ""),
        ("（一）建设", "2.组织业务培训", "区政府", "审批科", "持续推进", ""),
    ]
    made: Draft = kit.drafted(kit.writers["html"](kit.table(kit.headings, *rows)), "a.html", head=kit.head)
    return made


def test_the_table_counts_the_doubts_of_each_item(kit: Any) -> None:
    draft = small(kit)._replace(doubts=(Doubt("第1行", "甲", "乙", "", ("1.2",)), Doubt("全文", "丁", "戊")))
    assert [row[9].value for row in draft_sheet(draft).rows] == [None, 1]


def test_the_object_has_all_that_was_read_and_every_item_of_a_doubt(kit: Any) -> None:
    rows = ("第1行", "第2行")
    doubts = (
        Doubt("第1行", "甲", "乙", "丙", ("1.1", "1.2"), "units", "甲科", rows=rows, columns=("科室",)),
        Doubt("全文", "丁", "戊"),
    )
    made = plan_object(small(kit)._replace(doubts=doubts, said=("甲作乙",)))
    assert made["said"] == ["甲作乙"]
    assert (made["owner"], made["items"][0]["support"], made["items"][0]["no"]) == ("units", [], None)
    assert made["doubts"] == [
        {
            "place": "第1行",
            "read": "甲",
            "assumed": "乙",
            "fix": "丙",
            "items": ["1.1", "1.2"],
            "item": "1.1、1.2",
            "columns": ["科室"],
            "field": "units",
            "about": "甲科",
            "other": None,
        },
        {
            "place": "全文",
            "read": "丁",
            "assumed": "戊",
            "fix": "",
            "items": [],
            "item": "",
            "columns": [],
            "field": None,
            "about": None,
            "other": None,
        },
    ]
