"""Columns of offices beside each other: who is responsible."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import words
from tests.importing.drawn import table_of

N, U, W, D, X = Role.NUMBER, Role.UNITS, Role.WORK, Role.DEADLINE, Role.OTHER
L, S, P = Role.LEAD, Role.SUPPORT, Role.PERSON


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
        (  # the first of several that are responsible leads
            "主要责任单位 | 其他责任单位",
            ("县住建局 | 甲镇", "县交通局 | 乙镇", "县水利局 | 丙镇"),
            (N, W, L, U),
        ),
        ("主责单位 | 配合单位", ("县住建局 | 甲镇", "县交通局 | 乙镇", "县水利局 | 丙镇"), (N, W, U, S)),
        (  # who stands over those that owe it
            "责任单位 | 主管单位",
            ("甲镇 | 县住建局", "乙镇 | 县交通局", "丙镇 | 县水利局"),
            (N, W, U, S),
        ),
        (  # who is responsible for what others carry out
            "主管单位 | 实施单位",
            ("县住建局 | 甲镇", "县交通局 | 乙镇", "县水利局 | 丙镇"),
            (N, W, U, U),
        ),
        (
            "整治责任单位 | 监管责任单位",
            ("甲厂 | 县住建局", "乙厂 | 县交通局", "丙厂 | 县水利局"),
            (N, W, U, S),
        ),
        ("主管单位 | 时限", ("县住建局 | 6月", "县交通局 | 9月", "县水利局 | 12月"), (N, W, U, D)),
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
            (N, W, U, Role.NOTE),
        ),
        (
            "业主单位 | 施工单位",
            ("县住建局 | 甲公司", "县交通局 | 乙公司", "县水利局 | 丙公司"),
            (N, W, U, Role.NOTE),
        ),
        *(
            (f"牵头单位 | {builder}", ("甲局 | 县城投", "乙局 | 县水投", "丙局 | 县城投"), (N, W, L, U))
            for builder in (
                *("业主单位", "建设单位", "项目单位", "项目业主", "承建单位", "建设主体", "代建单位", "业主"),
                *("项目法人", "建设单位（业主）"),
            )
        ),
        ("牵头单位 | 监理单位", ("甲局 | 甲公司", "乙局 | 乙公司", "丙局 | 丙公司"), (N, W, L, Role.NOTE)),
        ("牵头单位 | 产权单位", ("甲局 | 甲公司", "乙局 | 乙公司", "丙局 | 丙公司"), (N, W, L, X)),
        ("监理单位 | 时限", ("甲公司 | 6月", "乙公司 | 9月", "丙公司 | 12月"), (N, W, U, D)),
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
        (  # who builds each is no reason against one who is responsible for all
            "建设单位 | 责任单位",
            ("甲公司 | 县交通局", "乙公司 | 县交通局", "丙公司 | 县交通局"),
            (N, W, X, U),
        ),
        ("督办单位 | 时限", ("县住建局 | 6月", "县交通局 | 9月", "县水利局 | 12月"), (N, W, U, D)),
        ("督办单位 | 时限", ("县府办 | 6月", "县府办 | 9月", "县府办 | 12月"), (N, W, X, D)),
        ("责任单位 | 督办单位", ("甲局 | 县住建局", "乙局 | 县交通局", "丙局 | 县水利局"), (N, W, U, X)),
        ("负责人 | 督办单位", ("甲局 | 县住建局", "乙局 | 县交通局", "丙局 | 县水利局"), (N, W, U, X)),
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


def test_a_column_of_offices_knows_which_other_one_nearly_had_its_part() -> None:
    rows = (f"{one} | {other}" for one, other in (("甲局", "丙局"), ("乙局", "甲局")))
    columns = table_of(drawn("序号 | 工作 | 责任单位 | 建设主体", *rows)).columns
    assert columns[2].rival == (3, 4)
    assert columns[3].rival is None


@pytest.mark.parametrize(
    ("heading", "rows", "roles"),
    [
        ("责任人", ("德育处", "总务处"), (N, W, U)),
        ("负责人", ("德育处 周海", "赵大山"), (N, W, U)),
        ("责任领导", ("德育处：周海", "总务处（吴敏）"), (N, W, U)),
        ("负责", ("德育处 周海", "总务处 吴敏"), (N, W, U)),
        ("负责", ("周海", "吴敏"), (N, W, P)),
        ("牵头 | 负责 | 配合", ("甲局 | 乙局 | 丙局", "乙局 | 甲局 | 丁局"), (N, W, L, U, S)),
        ("牵头人 | 承办人", ("甲局 李四 | 乙局 王五", "丙局 | 丁局"), (N, W, L, U)),
        ("责任人 | 协助人", ("甲局 | 乙局", "丙局 | 丁局"), (N, W, U, S)),
        ("责任人 | 配合人", ("李四 | 王五", "张三 | 赵六"), (N, W, P, P)),
        ("责任单位 | 责任人", ("甲局 | 德育处", "乙局 | 总务处"), (N, W, U, P)),
        ("责任人 | 分管领导", ("甲局 | 教育局", "乙局 | 公安局"), (N, W, U, P)),
        ("责任人", ("赵大山", "孙丽", "总务处"), (N, W, U)),
        ("责任人", ("赵大山", "孙丽"), (N, W, P)),
        ("责任人", ("李新科", "王安州"), (N, W, P)),
    ],
)
def test_offices_under_a_heading_of_persons(
    heading: str, rows: tuple[str, ...], roles: tuple[Role, ...]
) -> None:
    assert table_of(drawn(f"序号 | 工作任务 | {heading}", *rows)).roles == roles


def test_who_owes_and_who_helps_in_one_column_owe_unless_another_one_leads() -> None:
    alone = "序号 | 工作任务 | 责任单位及配合单位\n1 | 建成一处。 | 甲局、乙局\n2 | 建成两处。 | 丙局"
    assert table_of(alone).roles == (Role.NUMBER, Role.WORK, Role.UNITS)
    led = alone.replace("工作任务 |", "工作任务 | 牵头单位 |").replace("处。 |", "处。 | 丁局 |")
    assert table_of(led).roles == (Role.NUMBER, Role.WORK, Role.LEAD, Role.SUPPORT)
