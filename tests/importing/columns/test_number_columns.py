"""Whose numbers 序号 are, and what becomes of a second column of numbers."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

N, H, R, Z = Role.NUMBER, Role.HEADING_NUMBER, Role.RUNNING_NUMBER, Role.NOTE
T, W, U = Role.TASK, Role.WORK, Role.UNITS


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        (
            "序号 | 重点任务 | 工作内容 | 责任单位\n1 | 甲 | 做一件事。 | 甲局\n↑ | ↑ | 做两件事。 | 甲局",
            (H, T, W, U),
        ),
        (
            "序号 | 重点任务 | 工作内容 | 责任单位\n1 | 甲 | 做一件事。 | 甲局\n2 | ↑ | 做两件事。 | 甲局",
            (N, T, W, U),
        ),
        (  # one heading has not two numbers
            (
                "序号 | 重点任务 | 工作内容 | 责任单位\n1 | 甲 | 做一件事。 | 甲局\n"
                "2 | 甲 | 做两件事。 | 甲局\n"
                "1 | 甲 | 做三件事。 | 甲局\n2 | 甲 | 做四件事。 | 甲局"
            ),
            (N, T, W, U),
        ),
        (
            (
                "序号 | 重点任务 | 工作内容 | 责任单位\n1 | 甲 | 做一件事。 | 甲局\n"
                "1 | 甲 | 做两件事。 | 甲局\n"
                "3 | 甲 | 做三件事。 | 甲局\n4 | 乙 | 做四件事。 | 甲局"
            ),
            (N, T, W, U),
        ),
        (
            (
                "序号 | 重点任务 | 编号 | 工作内容 | 单位\n"
                "1 | 甲 | 1 | 做一件事。 | 甲局\n"
                "↑ | ↑ | 2 | 做两件事。 | 甲局"
            ),
            (H, T, N, W, U),
        ),
        (
            (
                "序号 | 重点任务 | 工作内容 | 责任单位\n"
                "1 | 甲 | 做一件事。 | 甲局\n"
                "1 | 甲 | 做两件事。 | 甲局\n"
                "2 | 乙 | 做三件事。 | 甲局"
            ),
            (H, T, W, U),
        ),
        (
            "重点任务 | 要求 | ← | 责任单位\n甲 | 1 | 做一件事。 | 甲局\n↑ | 2 | 做两件事。 | 甲局",
            (T, N, W, U),
        ),
        ("总号 | 序号 | 工作 | 责任单位\n1 | 1 | 做一件事。 | 甲局\n2 | 2 | 做两件事。 | 甲局", (R, N, W, U)),
        (  # 序号 counts on, and the numbers of files do not
            (
                "序号 | 编号 | 类别 | 案由 | 承办科室\n"
                "1 | 第012号 | 建议 | 关于甲的建议 | 甲科\n2 | 第037号 | 建议 | 关于乙的建议 | 乙科\n"
                "3 | 第016号 | 提案 | 关于丙的提案 | 甲科"
            ),
            (N, Z, T, W, U),
        ),
        (  # though those count on, too, and stand first
            (
                "建议号 | 序号 | 案由 | 承办科室\n"
                "12 | 1 | 关于甲的建议 | 甲科\n13 | 2 | 关于乙的建议 | 乙科\n14 | 3 | 关于丙的建议 | 甲科"
            ),
            (Z, N, W, U),
        ),
        (  # an extract, in which 序号 has gaps
            (
                "序号 | 案号 | 案由 | 承办科室\n"
                "3 | 12 | 关于甲的建议 | 甲科\n9 | 13 | 关于乙的建议 | 乙科\n11 | 14 | 关于丙的建议 | 甲科"
            ),
            (N, Z, W, U),
        ),
        (  # without 序号 they are what there is
            "建议号 | 案由 | 承办科室\n12 | 关于甲的建议 | 甲科\n37 | 关于乙的建议 | 乙科",
            (N, W, U),
        ),
        (  # numbers that look like days
            "序号 | 编号 | 工作 | 单位\n1 | 2021-6-1 | 做一件事。 | 甲局\n2 | 2021-6-9 | 做两件事。 | 甲局",
            (N, Z, W, U),
        ),
        ("项目编号 | 工作 | 责任单位\nXM-01 | 做一件事。 | 甲局\nXM-07 | 做两件事。 | 甲局", (N, W, U)),
        (
            "编号 | 工作 | 责任单位\n批示〔2021〕6号 | 做一事。 | 甲局\n批示〔2021〕7号 | 做两事。 | 甲局",
            (Z, W, U),
        ),
        ("编号 | 工作 | 责任单位\n1.1.1 | 做一件事。 | 甲局\n1.1.2 | 做两件事。 | 甲局", (N, W, U)),
        (
            (
                "序号 | 任务编号 | 重点任务 | 工作内容 | 责任单位\n1 | 1.1 | 甲 | 做一件事。 | 甲局\n"
                "2 | 1.2 | 甲 | 做两件事。 | 甲局\n3 | 2.1 | 乙 | 做三件事。 | 甲局"
            ),
            (R, N, T, W, U),
        ),
        (  # one for the headings, one for the works, each heading with one work
            (
                "序号 | 重点任务 | 编号 | 工作内容 | 单位\n"
                "1 | 甲 | 1 | 做一件事。 | 甲局\n2 | 乙 | 1 | 做两件事。 | 甲局"
            ),
            (H, T, N, W, U),
        ),
        (  # 类别 between them has no numbers of its own
            (
                "序号 | 类别 | 编号 | 案由 | 承办科室\n"
                "1 | 建议 | 第012号 | 关于甲的建议 | 甲科\n2 | 建议 | 第037号 | 关于乙的建议 | 乙科\n"
                "3 | 提案 | 第016号 | 关于丙的提案 | 甲科"
            ),
            (N, T, Z, W, U),
        ),
    ],
)
def test_whose_numbers_they_are(drawn: str, roles: tuple[Role, ...]) -> None:
    assert table_of(drawn).roles == roles


@pytest.mark.parametrize("heading", ["条款", "条款号", "指标编码", "条目", "标准条文", "二级指标"])
@pytest.mark.parametrize("codes", [("1.2.3", "2.1.4"), ("第三条", "第五条第二款"), ("A-01", "B3")])
def test_codes_number_the_works_and_head_none(heading: str, codes: tuple[str, str]) -> None:
    rows = [f"{code} | 做第{at}件事。 | 甲局" for at, code in enumerate(codes, 1)]
    table = table_of("\n".join((f"{heading} | 创建内容 | 主责科室", *rows)))
    assert table.roles == (N, W, U)


@pytest.mark.parametrize(
    "codes",
    [
        ("11030001", "11030002"),
        ("A01", "A02"),
        ("问题-1", "问题-2"),
        ("2021-01", "2021-02"),
        ("安001", "安002"),
    ],
)
def test_numbers_with_letters_number_the_works_under_any_heading_of_numbers(codes: tuple[str, str]) -> None:
    rows = [f"{code} | 做第{at}件事。 | 甲局" for at, code in enumerate(codes, 1)]
    assert table_of("\n".join(("问题编号 | 整改措施 | 单位", *rows))).roles == (N, W, U)


@pytest.mark.parametrize(
    "drawn",
    [
        "序号 | 条款 | 工作 | 单位\n1 | 1.2.3 | 做一件事。 | 甲局\n2 | 2.1.4 | 做二事。 | 甲局",
        "条款 | 工作 | 单位\n1.2.3 | 做一件事。 | 甲局\n1.2.3 | 做两件事。 | 甲局",  # one of two works
        "条款 | 指标号 | 工作 | 单位\n1.2.3 | A-1 | 做一事。 | 甲局\n1.2.4 | A-2 | 做二事。 | 甲局",
    ],
)
def test_codes_that_may_count_something_else_are_kept_as_a_remark(drawn: str) -> None:
    assert Z in table_of(drawn).roles


@pytest.mark.parametrize("texts", [("5G应用", "3D打印"), ("第一条路", "第二条路"), ("1.5", "2.5")])
def test_texts_that_only_begin_as_codes_do_are_none(texts: tuple[str, str]) -> None:
    rows = [f"{text} | 做第{at}件事情。 | 甲局" for at, text in enumerate(texts, 1)]
    assert Z not in table_of("\n".join(("条款 | 创建内容 | 主责科室", *rows))).roles
