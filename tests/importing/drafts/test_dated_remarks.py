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
        ("一季度完成基础施工；三季度主体封顶", "一季度完成基础施工”、“三季度主体封顶"),
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
        "3月开工；重点项目",
        "9月底前",
    ],
)
def test_other_remarks_are_not(note: str) -> None:
    assert remarked(note) == []


def test_the_stages_of_a_deadline_that_a_remark_keeps_are_not_asked_for_again() -> None:
    rows = "1 | 做第一件事。 | 县教育局 | 3月底前完成招标；6月底前主体封顶；8月底前投用 | 每月5日前报进度"
    made = draft(TITLE, f"序号 | 工作任务 | 责任单位 | 完成时限 | 备注\n{rows}")
    assert [one.read for one in made.doubts if "备注里" in one.read] == ["备注里写着时间“每月5日前报进度”"]


def staged(heading: str, stages: str) -> list[str]:
    rows = f"1 | 做第一件事。 | 县教育局 | {stages} | 10月底\n2 | 做第二件事。 | 县财政局 | 稳步推进 | 11月底"
    made = draft(TITLE, f"序号 | 工作任务 | 责任单位 | {heading} | 完成时间\n{rows}")
    return [doubt.read for doubt in made.doubts if "备注里" in doubt.read]


@pytest.mark.parametrize("heading", ["阶段任务", "阶段性任务", "时间节点"])
@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ("6月底前提交认证材料", "“6月底前提交认证材料”"),
        ("一季度完成基础施工；三季度主体封顶", "“一季度完成基础施工”、“三季度主体封顶”"),
        ("3月完成自查；9月底前完成整改", "“3月完成自查”、“9月底前完成整改”"),
        ("上半年开工", "“上半年开工”"),
    ],
)
def test_each_stage_of_a_column_of_its_own_is_told(heading: str, stages: str, told: str) -> None:
    assert staged(heading, stages) == [f"备注里写着时间{told}"]


@pytest.mark.parametrize(
    ("heading", "stages"),
    [("阶段任务", "完成基础施工"), ("阶段任务", "10月底完成验收"), ("开工时间", "3月底前")],
)
def test_other_columns_and_the_deadline_again_are_not(heading: str, stages: str) -> None:
    assert staged(heading, stages) == []


def test_the_dates_of_numbered_measures_are_not_asked_for_again() -> None:
    rows = "1 | 1.编方案。2.招标。3.完工。 | 县教育局 | 1.3月底前；2.4月底前；3.11月底前"
    made = draft(
        TITLE, f"序号 | 工作任务 | 责任单位 | 完成时限\n{rows}\n2 | 做第二件事。 | 县财政局 | 10月底前"
    )
    assert [one.read for one in made.doubts if "备注里" in one.read] == []
