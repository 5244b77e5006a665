"""Columns of offices that help, beside those that are responsible."""

from __future__ import annotations

import pytest

from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import document_of, table_of

L, U, S, X = Role.LEAD, Role.UNITS, Role.SUPPORT, Role.OTHER

BESIDE = ("县教育局", "县财政局", "县住建局", "县水利局")
SEVERAL = ("县发改局、县科技局", "县人社局、县民政局", "县应急局", "县交通局、各乡镇")
TWO = ("县委办", "县政府办", "县委办", "县政府办")
UNSURE = "没有说是责任还是配合"


def beside(heading: str, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, list[tuple[str, int]]]:
    """The roles of two columns of offices by their letters, and what is told of columns with its works."""
    letters = {L: "L", U: "U", S: "S"}
    pairs = enumerate(zip(one, other, strict=True), 1)
    rows = "".join(f"\n{at} | 做第{at}件事。 | {a} | {b} | {at}月" for at, (a, b) in pairs)
    text = f"序号 | 工作任务 | {heading} | 完成时限{rows}"
    roles = "".join(letters.get(role or X, "-") for role in table_of(text).roles[2:4])
    made = read_draft(document_of("2024年任务分解表", text), "a.html", Wishes(), 2024, lambda _: None)
    return roles, [(one.read, len(one.items)) for one in made.doubts if "列" in one.read]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("主要责任单位 | 协同配合单位", "US"),
        ("责任单位 | 协助单位", "US"),
        ("责任部门 | 参加部门", "US"),
        ("承办科室 | 会办科室", "US"),
        ("主责单位 | 协责单位", "US"),
        ("第一责任单位 | 第二责任单位", "LU"),
        ("责任单位（牵头） | 责任单位（配合）", "LS"),
        ("单位(主办) | 单位(协办)", "LS"),
        ("责任单位⏎牵头 | 责任单位⏎配合", "LS"),
    ],
)
def test_headings_that_say_who_leads_and_who_helps_leave_no_doubt(heading: str, roles: str) -> None:
    assert beside(heading, BESIDE, SEVERAL) == (roles, [])


@pytest.mark.parametrize(
    "heading",
    [
        "责任单位 | 其他单位",
        "责任单位 | 涉及部门",
        "主责部门 | 从责部门",
        "责任科室 | 帮办科室",
        "落实单位 | 随同单位",
        "牵头部门 | 相关部门",
    ],
)
def test_helpers_under_a_heading_that_nobody_listed_help_and_that_is_told(heading: str) -> None:
    roles, doubts = beside(heading, BESIDE, SEVERAL)
    name = heading.split(" | ")[1]
    assert roles[1] == "S"
    assert doubts == [(f"“{name}”一列{UNSURE}", 4)]


def test_offices_under_no_known_heading_help_where_they_stand_and_look_like_helpers() -> None:
    unknown = "“由头”一列的标题不认识，格里像单位名称"
    assert beside("责任单位 | 由头", BESIDE, SEVERAL) == ("US", [(unknown, 4)])
    assert beside("责任单位 | 由头", BESIDE, TWO) == ("U-", [("“由头”一列没有读", 4)])
    assert beside("由头 | 责任单位", TWO, BESIDE) == ("-U", [("“由头”一列没有读", 4)])


@pytest.mark.parametrize("heading", ["责任单位 | 受理单位", "承办单位 | 汇总单位", "责任单位 | 通报单位"])
def test_offices_that_look_on_are_told_and_owe_nothing(heading: str) -> None:
    name = heading.split(" | ")[1]
    assert beside(heading, BESIDE, TWO) == ("U-", [(f"“{name}”一列没有读", 4)])


def test_who_is_asked_for_help_beside_helpers_that_are_named_is_responsible() -> None:
    unknown = "“哪家办”一列的标题不认识，格里像单位名称"
    assert beside("哪家办 | 谁配合", BESIDE, SEVERAL) == ("US", [(unknown, 4)])


def test_a_small_margin_is_one_doubt_that_names_both_readings() -> None:
    told = "“责任(配合)单位”一列像责任单位，也像配合单位"
    assert beside("牵头单位 | 责任（配合）单位", BESIDE, SEVERAL) == ("LU", [(told, 4)])
    told = "“业务单位”一列像责任单位，也像配合单位"
    assert beside("牵头单位 | 业务单位", BESIDE, ("甲科", "乙科", "丙科", "丁科")) == ("LU", [(told, 4)])
    assert beside("牵头单位 | 业务单位", BESIDE, BESIDE[::-1])[0] == "LS"


def test_who_builds_is_responsible_beside_helpers_alone() -> None:
    assert beside("建设单位 | 配合单位", BESIDE, SEVERAL)[0] == "US"
    assert beside("建设单位 | 责任单位", BESIDE, SEVERAL)[0] == "-U"
