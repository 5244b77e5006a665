"""Columns of offices beside each other: who is responsible."""

from __future__ import annotations

import pytest

from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import words
from tests.importing.drawn import document_of, table_of

N, U, W, D, X = Role.NUMBER, Role.UNITS, Role.WORK, Role.DEADLINE, Role.OTHER
L, S = Role.LEAD, Role.SUPPORT


def drawn(heading: str, *rows: str) -> str:
    return "\n".join((heading, *(f"{at} | 做第{at}件事。 | {row}" for at, row in enumerate(rows, 1))))


@pytest.mark.parametrize(
    ("heading", "rows", "roles"),
    [
        ("检查主体 | 股室", ("县监管局 | 价监股", "县监管局 | 广告股", "县监管局 | 设备股"), (N, W, None, U)),
        (
            "责任单位 | 责任部门",
            ("各乡镇 | 县住建局", "各乡镇 | 县水利局", "各乡镇 | 县农业局"),
            (N, W, U, U),
        ),
        (
            "责任单位 | 责任科室",
            ("县住建局 | 城建股", "县交通局 | 工程股", "县水利局 | 河道股"),
            (N, W, U, U),
        ),
        (
            "责任单位 | 责任科室",
            ("县住建局 | 城建股", "县住建局 | 城建股", "县住建局 | 城建股"),
            (N, W, U, U),
        ),
        ("申报单位 | 时限", ("县住建局 | 6月", "县交通局 | 9月", "县水利局 | 12月"), (N, W, U, D)),
        ("申报单位 | 责任单位", ("县住建局 | 甲镇", "县交通局 | 乙镇", "县水利局 | 丙镇"), (N, W, X, U)),
        (
            "责任单位 | 归口单位",
            ("县住建局 | 县城管局", "县交通局 | 县住建局", "县水利局 | 县交通局"),
            (N, W, U, X),
        ),
        (
            "责任单位 | 监理单位",
            ("县住建局 | 甲公司", "县交通局 | 乙公司", "县水利局 | 丙公司"),
            (N, W, U, X),
        ),
        ("责任单位 | 通报单位", ("县住建局 | 甲局", "县交通局 | 乙局", "县水利局 | 丙局"), (N, W, U, None)),
        ("责任单位 | 属地单位", ("县住建局 | 甲镇", "县交通局 | 乙镇", "县水利局 | 丙镇"), (N, W, U, U)),
        ("责任单位 | 单位", ("县住建局 | 甲局", "县交通局 | 乙局", "县水利局 | 丙局"), (N, W, U, U)),
        ("实施单位 | 通报单位", ("县住建局 | 甲局", "县交通局 | 乙局", "县水利局 | 丙局"), (N, W, U, None)),
        ("交办单位 | 承办单位", ("县委办 | 甲局", "县府办 | 乙局", "县府办 | 丙局"), (N, W, X, U)),
        ("承检机构 | 组织科室", ("甲院 | 食品科", "乙院 | 特设科", "丙院 | 稽查科"), (N, W, None, U)),
        ("乡镇 | 帮扶部门", ("甲镇 | 甲局", "乙镇 | 乙局", "丙镇 | 丙局"), (N, W, None, U)),
        ("乡镇 | 时限", ("甲镇 | 6月", "乙镇 | 9月", "丙镇 | 12月"), (N, W, U, D)),
        ("部门 | 对标单位", ("甲局 | 市甲局", "乙局 | 市乙局", "丙局 | 市丙局"), (N, W, U, None)),
        ("部门名称 | 执行科室", ("县交通局 | 甲科", "↑ | 乙科", "↑ | 丙科"), (N, W, None, U)),
        ("牵头科室 | 检查主体", ("甲科 | 县局", "乙科 | 县局", "丙科 | 县局"), (N, W, L, None)),
        ("牵头单位 | 责任单位", ("甲局 | 丁局", "乙局 | 丁局", "丙局 | 丁局"), (N, W, L, U)),
        ("业务单位 | 技术单位", ("甲局 | 数据中心", "乙局 | 数据中心", "丙局 | 云中心"), (N, W, U, S)),
        ("主办单位 | 时限", ("甲局 | 6月", "乙局 | 9月", "丙局 | 12月"), (N, W, U, D)),
        ("主办单位 | 承办单位", ("甲局 | 甲科", "乙局 | 乙科", "丙局 | 丙科"), (N, W, L, U)),
        ("监督单位 | 时限", ("县住建局 | 6月", "县交通局 | 9月", "县水利局 | 12月"), (N, W, X, D)),
    ],
)
def test_offices_are_responsible_or_not(
    heading: str, rows: tuple[str, ...], roles: tuple[Role | None, ...]
) -> None:
    assert table_of(drawn(f"序号 | 工作 | {heading}", *rows)).roles == roles


@pytest.mark.parametrize("word", words().tables.duty)
def test_whoever_has_a_duty_is_responsible_beside_others(word: str) -> None:
    table = table_of(
        drawn(f"序号 | 工作 | 责任单位 | {word}科室", "甲局 | 丙科", "乙局 | 丁科", "乙局 | 戊科")
    )
    assert table.columns[3].role in {U, L}


BESIDE = ("县教育局", "县财政局", "县住建局", "县水利局")
SEVERAL = ("县发改局、县科技局", "县人社局、县民政局", "县应急局", "县交通局、各乡镇")
TWO = ("县委办", "县政府办", "县委办", "县政府办")
UNSURE = "没有说是责任还是配合"


def beside(heading: str, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, list[tuple[str, int]]]:
    """The roles of two columns of offices by their letters, and what is told of columns with its works."""
    letters = {L: "L", U: "U", S: "S"}
    rows = drawn("", *(f"{a} | {b} | {at}月" for at, (a, b) in enumerate(zip(one, other, strict=True), 5)))
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
    unknown = "“谁来办”一列的标题不认识，格里像单位名称"
    assert beside("谁来办 | 谁配合", BESIDE, SEVERAL) == ("US", [(unknown, 4)])


def test_a_small_margin_is_one_doubt_that_names_both_readings() -> None:
    told = "“责任(配合)单位”一列像责任单位，也像配合单位"
    assert beside("牵头单位 | 责任（配合）单位", BESIDE, SEVERAL) == ("LU", [(told, 4)])
    told = "“业务单位”一列像责任单位，也像配合单位"
    assert beside("牵头单位 | 业务单位", BESIDE, ("甲科", "乙科", "丙科", "丁科")) == ("LU", [(told, 4)])
    assert beside("牵头单位 | 业务单位", BESIDE, BESIDE[::-1])[0] == "LS"


def test_a_column_of_offices_knows_which_other_one_nearly_had_its_part() -> None:
    rows = (f"{one} | {other}" for one, other in zip(BESIDE, BESIDE[::-1], strict=True))
    columns = table_of(drawn("序号 | 工作 | 责任单位 | 建设主体", *rows)).columns
    assert columns[2].rival == (3, 4)
    assert columns[3].rival is None


def test_who_builds_is_responsible_beside_helpers_alone() -> None:
    assert beside("建设单位 | 配合单位", BESIDE, SEVERAL)[0] == "US"
    assert beside("建设单位 | 责任单位", BESIDE, SEVERAL)[0] == "-U"
