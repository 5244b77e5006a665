"""Rows judged by named rules: each kind, its neighbours, and why."""

from __future__ import annotations

import pytest

from qjtask.importing.rows.judged_rows import judge_rows
from qjtask.importing.rows.row_rules import RULES
from qjtask.importing.rows.row_verdicts import RowKind
from qjtask.importing.works.clause_reading import read_clause_plan
from tests.importing.drawn import table_of

HEAD = "序号 | 工作任务 | 责任单位 | 时限"
FULL = "序号 | 重点任务 | 工作内容 | 责任单位 | 时限"
ONE, TWO = "1 | 做第一件事。 | 甲局 | 6月", "2 | 做第二件事。 | 乙局 | 7月"
LONG = "1 | 甲类 | 做第一件事。 | 甲局 | 6月"


def kinds(head: str, *rows: str) -> list[RowKind]:
    return [row.kind for row in judge_rows(table_of("\n".join([head, *rows])))]


@pytest.mark.parametrize(
    ("head", "row", "kind"),
    [
        (HEAD, " |  |  | ", RowKind.EMPTY),
        (HEAD, "3 | 无 |  | ", RowKind.EMPTY),
        (HEAD, "3 | — | / | 无", RowKind.EMPTY),
        (HEAD, "3 |  |  | ", RowKind.EMPTY),
        (HEAD, "主要领导签字： |  | 分管领导签字： | 年 月 日", RowKind.SIGNED),
        (HEAD, "填报单位（盖章）：县政府办 |  |  | 2021年3月1日", RowKind.SIGNED),
        (HEAD, "县政府办公室 |  |  | 2021年3月1日", RowKind.SIGNED),
        (HEAD, "县政府办公室 2021年3月1日印发 | ← | ← | ←", RowKind.SIGNED),
        (HEAD, " | 组建办公室 |  | 2021年3月1日", RowKind.WORK),
        (HEAD, "3 | 组建办公室 | 甲局办公室 | 2021年3月1日", RowKind.WORK),
        (HEAD, "3 | 无 | 丙局 | ", RowKind.WORK),
        (HEAD, HEAD, RowKind.HEADER),
        (HEAD, "例 | 做事。 | 甲局 | 6月", RowKind.SAMPLE),
        (HEAD, "— 3 — | ← | ← | ←", RowKind.PAGE),
        (HEAD, "12 | ← | ← | ←", RowKind.PAGE),
        (HEAD, "注：各单位抓紧落实。 | ← | ← | ←", RowKind.NOTE),
        (HEAD, "以上任务由各单位抓好落实。 | ← | ← | ←", RowKind.NOTE),
        (HEAD, "合计 | 2项 |  | ", RowKind.SUM),
        (HEAD, " | 总 计 |  | ", RowKind.SUM),
        (HEAD, "填表人：张三 |  | 联系电话：123 | 2021年3月1日", RowKind.SIGNED),
        (HEAD, "单位负责人（签字）： |  | 填表日期： | ", RowKind.SIGNED),
        (HEAD, "一、甲类 | ← | ← | ←", RowKind.HEADING),
        (HEAD, "甲类工作 | ← | ← | ←", RowKind.HEADING),
        (HEAD, "一 | 甲类 |  | ", RowKind.HEADING),
        (HEAD, "（二） | 乙类 |  | ", RowKind.HEADING),
        (HEAD, " | （一）甲类 |  | ", RowKind.HEADING),
        (FULL, "一、甲类 | ← | ← | ← | ←", RowKind.WIDER),
        (FULL, "一 | 甲类 |  |  | ", RowKind.WIDER),
        (FULL, " | 乙类工作任务一大类别 |  |  | ", RowKind.HEADING),
        (FULL, "3 | 乙类 |  |  | ", RowKind.HEADING),
        (HEAD, "3 |  | 甲局 | 6月", RowKind.WORK),
        (HEAD, "3 | 做第三件事 |  | ", RowKind.WORK),
        (HEAD, " | 做第三件事。 | 丙局 | 8月", RowKind.WORK),
        (HEAD, " | ，并完成第二件事。 |  | ", RowKind.CUT),
        (HEAD, " |  | 政府 | ", RowKind.CUT),
        (HEAD, " |  |  | 底前", RowKind.CUT),
    ],
)
def test_a_row_after_two_works_is(head: str, row: str, kind: RowKind) -> None:
    first = (ONE, TWO) if head is HEAD else (LONG, LONG.replace("1", "2").replace("一", "二"))
    assert kinds(head, *first, row)[-1] is kind


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("一、丙类 | ← | ← | ← | ←", RowKind.HEADING),
        ("一 | 丙类 |  |  | ", RowKind.HEADING),
        ("A | 丙类 |  |  | ", RowKind.HEADING),
        (" | 丙类 |  |  | ", RowKind.HEADING),
        ("3 | 丙路 |  |  | ", RowKind.WORK),
        ("3 | 丙路 |  | 丙局 | ", RowKind.WORK),
        (" | 小计 |  |  | ", RowKind.SUM),
    ],
)
def test_a_row_after_two_works_with_names_is(row: str, kind: RowKind) -> None:
    works = ("1 | 甲路 | 公路1公里 | 甲局 | 6月", "2 | 乙路 | 公路2公里 | 乙局 | 7月")
    assert kinds("序号 | 项目名称 | 建设内容 | 责任单位 | 时限", *works, row)[-1] is kind


def test_a_work_whose_words_could_head_a_column_is_one() -> None:
    head = "重点任务 | 具体工作 | 责任单位 | 完成时限"
    first = "（一）建设 | 推进农村公路建设，确保质量 | 建管科 | 2021年5月31日"
    row = "| 全面承接取消和下放的行政许可事项 | 审批科 | 2021年9月30日"
    assert kinds(head, first, row) == [RowKind.WORK, RowKind.WORK]
    again = "序号 | 工作任务 | 责任部门 | 完成时间"
    assert kinds(head, first, again)[1] is RowKind.HEADER


def test_a_number_alone_in_a_row_is_told_where_works_go_on() -> None:
    assert kinds(HEAD, ONE, "2 |  |  | ", "3 | 做第三件事。 | 甲局 | 8月")[1] is RowKind.UNREAD
    assert kinds(HEAD, ONE, "2 |  |  | ", "3 |  |  | ")[1:] == [RowKind.EMPTY, RowKind.EMPTY]


def test_who_signed_stands_under_all_works() -> None:
    rows = (ONE, "县政府办公室 |  |  | 2021年3月1日", "3 | 做第三件事。 | 甲局 | 8月")
    assert kinds(HEAD, *rows)[1] is not RowKind.SIGNED


def test_a_work_whose_cell_goes_on_takes_more_offices_and_another_number_another_work() -> None:
    assert kinds(HEAD, ONE, "↑ | ↑ | 丙局 | ↑")[-1] is RowKind.MORE
    assert kinds(HEAD, ONE, "↑ | 做第二件事 | 丙局 | ↑")[-1] is RowKind.WORK


def test_a_heading_with_points_is_one_only_the_number_beside_it_is_not_read() -> None:
    head = "序号 | 考核内容 | 分值 | 责任单位"
    rows = (
        "一 | 甲类 | 60分 | ",
        "1 | 做第一件事。 | 30 | 甲局",
        "二、乙类 | ← | 40 | ",
        "2 | 做第二件事。 | 40 | 乙局",
    )
    assert kinds(head, *rows) == [RowKind.HEADING, RowKind.WORK, RowKind.HEADING, RowKind.WORK]


def test_the_number_over_whole_ids_counts_a_heading() -> None:
    rows = (
        "1 | 甲类 |  | ",
        "1.1 | 做第一件事。 | 甲局 | 6月",
        "2 | 乙类 |  | ",
        "2.1 | 做第二件事。 | 乙局 | 7月",
    )
    assert kinds(HEAD, *rows) == [RowKind.HEADING, RowKind.WORK, RowKind.HEADING, RowKind.WORK]


def test_a_short_text_alone_between_whole_works_is_a_heading() -> None:
    rows = (" | 甲类 |  | ", ONE, TWO, " | 乙类 |  | ", ONE.replace("1", "3"), TWO.replace("2", "4"))
    assert kinds(HEAD, *rows)[::3] == [RowKind.HEADING, RowKind.HEADING]


@pytest.mark.parametrize(
    ("before", "row", "kind"),
    [
        ("1 | 推进便民中心（以 | 甲局、各乡镇人民 | 6月", " | 上）建设。 | 政府 | ", RowKind.CUT),
        (
            "1 | 推进便民中心建设，完善配套 | 甲局、县自然 | 2021年10月",
            " | 设施。 | 资源局 | 底前",
            RowKind.CUT,
        ),
        (
            "1 | 新建县老年养护楼 | 县民政局 | 12月底前",
            " | 新建县老年大学 | 县教育局 | 11月底前",
            RowKind.WORK,
        ),
        ("1 | 新建县老年养护楼 | 县民政局 | 12月底前", " | 及县老年大学 |  | ", RowKind.CUT),
        ("1 | 做第一件事。 | 县民政局 | 12月底前", " | 做第二件事。 |  | ", RowKind.WORK),
    ],
)
def test_the_rest_of_a_row_is_told_from_a_work_without_number(before: str, row: str, kind: RowKind) -> None:
    assert (
        kinds(HEAD, before, row, "2 | 做另一件事。 | 乙局 | 7月", "3 | 做又一件事。 | 乙局 | 7月")[1] is kind
    )


def test_every_rule_is_named_and_says_why() -> None:
    assert all(rule.__doc__ for rule in RULES)
    judged = judge_rows(table_of(f"{HEAD}\n{ONE}\n合计 | | | \n注：略。 | ← | ← | ←"))
    assert [row.verdict.reason for row in judged] == [
        "有具体工作", "第一格是“合计”一类的字", "以“注”一类的字开头",
    ]  # fmt: skip


def test_text_between_two_parts_is_a_heading_when_it_is_numbered_like_one() -> None:
    from qjtask.importing.drafts.choosing import choose, judged_tables
    from tests.importing.drawn import document_of

    document = document_of("一、甲", f"{HEAD}\n{ONE}", "各单位抓好落实。", "二、乙", f"{HEAD}\n{TWO}")
    table = choose(document, "x", judged_tables(document), read_clause_plan(document), {}, None).table
    assert [row.place for row in judge_rows(table)][2:4] == ["“各单位抓好落实。”", "“二、乙”"]
    assert [row.kind for row in judge_rows(table)] == [
        RowKind.HEADING, RowKind.WORK, RowKind.TEXT, RowKind.HEADING, RowKind.WORK,
    ]  # fmt: skip


def test_a_number_over_works_that_count_on_in_brackets_heads_them() -> None:
    over, works = (
        "1 | 大力提振消费。 |  | ",
        ("（8） | 发放消费券。 | 甲局 | 6月", "（9） | 设立基金。 | 乙局 | 7月"),
    )
    assert kinds(HEAD, over, *works) == [RowKind.HEADING, RowKind.WORK, RowKind.WORK]
    assert kinds(HEAD, over, ONE, TWO)[0] is RowKind.WORK
