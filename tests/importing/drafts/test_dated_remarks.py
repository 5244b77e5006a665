"""Times in remarks beside a deadline."""

from __future__ import annotations

import pytest

from tests.importing.drafts.test_draft import TITLE, draft


def remarked(note: str) -> list[str]:
    rows = f"1 | 做第一件事。 | 县教育局 | 9月底前 | {note}\n2 | 做第二件事。 | 县财政局 | 10月底前 | 重点"
    made = draft(TITLE, f"序号 | 工作任务 | 责任单位 | 完成时限 | 备注\n{rows}")
    return [doubt.read for doubt in made.doubts if "备注里" in doubt.read]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("5月15日前先报洽谈方案", "5月15日前先报洽谈方案"),
        ("每月5日前报进度", "每月5日前报进度"),
        ("9月1日前报送名单", "9月1日前报送名单"),
        ("县级重点；6月底前完成初验", "6月底前完成初验"),
        ("每季度末之前报送", "每季度末之前报送"),
        ("6月中旬前开工", "6月中旬前开工"),
    ],
)
def test_what_a_remark_asks_for_by_a_time_is_told(note: str, words: str) -> None:
    assert remarked(note) == [f"备注里写着时间“{words}”"]


@pytest.mark.parametrize(
    "note",
    [
        "重点项目",
        "已于3月底前完成立项",
        "与9月底前的任务衔接",
        "建设前公示",
        "每月调度",
        "3月开工",
        "9月底前",
    ],
)
def test_other_remarks_are_not(note: str) -> None:
    assert remarked(note) == []


def test_the_stages_of_a_deadline_that_a_remark_keeps_are_not_asked_for_again() -> None:
    rows = "1 | 做第一件事。 | 县教育局 | 3月底前完成招标；6月底前主体封顶；8月底前投用 | 每月5日前报进度"
    made = draft(TITLE, f"序号 | 工作任务 | 责任单位 | 完成时限 | 备注\n{rows}")
    assert [one.read for one in made.doubts if "备注里" in one.read] == ["备注里写着时间“每月5日前报进度”"]
