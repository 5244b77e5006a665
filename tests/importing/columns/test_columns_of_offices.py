"""Columns of offices beside each other: who is responsible."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

N, U, W, D, X = Role.NUMBER, Role.UNITS, Role.WORK, Role.DEADLINE, Role.OTHER


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
        ("监督单位 | 时限", ("县住建局 | 6月", "县交通局 | 9月", "县水利局 | 12月"), (N, W, X, D)),
    ],
)
def test_offices_are_responsible_or_not(
    heading: str, rows: tuple[str, ...], roles: tuple[Role | None, ...]
) -> None:
    assert table_of(drawn(f"序号 | 工作 | {heading}", *rows)).roles == roles
