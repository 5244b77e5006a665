"""Which table is the plan, and what is told of the others and of the columns."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.drafts.choosing import Choice, choose, judged_tables
from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.words.column_roles import Role
from qjtask.importing.works.clause_reading import read_clause_plan
from tests.importing.drawn import document_of

PLAN = (
    "序号 | 具体任务 | 责任单位 | 时限\n"
    "1 | 出台支持政策。 | 市经信局 | 6月\n"
    "2 | 举办专场活动。 | 市科技局 | 7月"
)
LIST = (
    "序号 | 项目名称 | 项目主体 | 建设内容\n"
    "1 | 甲 | 甲公司 | 建设甲号厂房。\n"
    "2 | 乙 | 乙公司 | 建设乙号厂房。"
)


def chosen(*blocks: str, mapped: Mapping[str, int] | None = None, number: int | None = None) -> Choice:
    document = document_of(*blocks)
    return choose(
        document, "a.html", judged_tables(document), read_clause_plan(document), mapped or {}, number
    )


def refused(*blocks: str, mapped: Mapping[str, int] | None = None, number: int | None = None) -> str:
    with pytest.raises(Refused) as caught:
        chosen(*blocks, mapped=mapped, number=number)
    return str(caught.value)


def works(choice: Choice) -> list[str]:
    at = choice.table.roles.index(Role.WORK)
    return [row.cells[at].text for row in choice.table.grid_rows]


def test_the_other_plans_are_told_with_number_rows_and_title() -> None:
    choice = chosen("重点任务分解表", PLAN, "重点项目清单", LIST)
    assert works(choice) == ["出台支持政策。", "举办专场活动。"]
    assert [doubt.line for doubt in choice.doubts] == [
        "表2第1行: “重点项目清单”（第2个表格，2行）也像任务分解表；没有读；要读它请加 --table 2"
    ]


def test_a_table_that_is_asked_for_is_read_with_all_its_pages_and_the_others_are_not_told() -> None:
    choice = chosen(
        "重点任务分解表", PLAN, "重点项目清单", LIST, "3 | 丙 | 丙公司 | 建设丙号厂房。", number=2
    )
    assert works(choice) == ["建设甲号厂房。", "建设乙号厂房。", "建设丙号厂房。"]
    assert "也像任务分解表" not in "".join(doubt.line for doubt in choice.doubts)
    assert refused(PLAN, number=2) == "--table: 没有第 2 个表格；这份文件有 1 个表格"


def test_a_headless_table_nearly_as_wide_that_was_not_taken_is_told() -> None:
    narrower = "3 | 开展检查。 | 市科技局\n4 | 开展复查。 | 市经信局"
    choice = chosen("重点任务分解表", PLAN, narrower)
    assert works(choice) == ["出台支持政策。", "举办专场活动。"]
    assert [doubt.read for doubt in choice.doubts] == [
        "第2个表格（2行）没有标题行，像是前面的表格接下来的部分"
    ]
    for other in ("签发 | 市经信局", "姓名 | 单位 | 电话\n张三 | 市经信局 | 1234567"):
        assert chosen("重点任务分解表", PLAN, other).doubts == ()
    assert chosen("姓名 | 单位 | 电话\n张三 | 市经信局 | 1234567", "重点任务分解表", PLAN).doubts == ()


def test_parts_under_headings_are_one_plan_parts_with_titles_are_not() -> None:
    assert len(works(chosen("一、甲", PLAN, "二、乙", PLAN))) == 4
    assert [row for row in chosen("一、甲", PLAN, "二、乙", PLAN).table.rows if isinstance(row, str)] == [
        "一、甲",
        "二、乙",
    ]
    choice = chosen("2021年重点任务分解表", PLAN, "2022年重点任务分解表", PLAN)
    assert len(works(choice)) == 2
    assert "“2022年重点任务分解表”（第2个表格，2行）" in choice.doubts[0].line


def test_a_person_names_columns_by_number() -> None:
    choice = chosen(LIST, mapped={"具体工作": 2, "备注": 4})
    assert choice.table.roles == (Role.NUMBER, Role.WORK, Role.UNITS, Role.NOTE)
    told = refused(PLAN, mapped={"心情": 1, "备注": 9})
    assert "--map: 没有“心情”这种列；可用的有领域、重点任务" in told
    assert "--map: 表1没有第 9 列；它有 4 列" in told


def test_what_is_no_plan_is_refused_by_saying_what_was_seen() -> None:
    card = "索引号： | 1100 | 主题分类： | 综合\n发布机构： | 甲县政府 | 成文日期： | 2021-03-01"
    told = refused(card, "1.新建天桥。（责任单位：甲局）", "2.改造小区。（甲局牵头）")
    assert told == (
        "a.html: 没有找到任务分解表：表1是网页的信息卡（写着索引号、主题分类、发布机构），"
        "有2段文字写着责任单位；"
        "若其中一个就是，请用 --table 指明是第几个表格，用 --map 指明各列"
    )
    nothing = "a.html: 没有找到表格，也没有写明责任单位的段落；请核对是不是选错了文件；扫描件要先转成文字"
    assert refused("只有一段话") == nothing
    assert "有1段提到责任单位或牵头单位，却读不出是哪项工作的" in refused("牵头单位：甲局")
    assert "认不出哪一列是具体工作" in refused("甲局 | 乙局\n丙局 | 丁局", number=1)
    many = refused(*["首页 | 公开\n机构 | 法规", "首页 | 公开 | 链接\n机构 | 法规 | 网站"] * 4)
    assert "另有3个表格也不是" in many


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (
            "1 | 推进城市更新改造工程。 | 市住建局 | 6月底前",
            "表格没有标题行；按内容猜：第1列作序号、第2列作具体工作",
        ),
        (
            "序号 | 任务 | 责任单位 | 缘起\n1 | 做。 | 甲局 | 已按去年群众反映的情况开工建设",
            "“缘起”一列没有读",
        ),
        (
            "序号 | 任务 | 责任单位 | 份数 | 缘起\n1 | 做。 | 甲局 | 1 | 已按去年群众反映的情况开工建设",
            "“缘起”一列没有读",
        ),
        (
            "序号 | 任务 | 责任单位 | 备注\n1 | 做。 | 甲局 | 6月",
            "“备注”一列像完成时限，也像备注；按完成时限读；不对请用 --map，如 --map 备注=4",
        ),
        (
            "序号 | 任务 | 由头 | 时限\n1 | 做一件大事。 | 甲局 | 6月",
            "“由头”一列的标题不认识，格里像单位名称；作责任单位",
        ),
        (
            "序号 | 任务名称 | 目标 | 单位\n1 | 天桥 | 新建人行天桥2座。 | 甲局",
            "“目标”一列像具体工作，也像目标",
        ),
    ],
)
def test_what_is_told_of_the_columns(drawn: str, told: str) -> None:
    (doubt,) = chosen(drawn).doubts
    assert told in doubt.line


def test_a_part_of_one_row_goes_on_with_the_others() -> None:
    heading = "序号 | 项目名称 | 建设内容 | 单位"
    first = f"{heading}\n1 | 甲路 | 公路1公里 | 甲局\n2 | 乙路 | 公路2公里 | 乙局"
    draft = read_draft(
        document_of(
            "2021年任务分解表", "一、交通", first, "二、水利", f"{heading}\n3 | 丙渠 | 渠道3公里 | 丙局"
        ),
        "a.html",
        Wishes(),
        2021,
        lambda _: None,
    )
    made = [(group.heading, [item.work for item in group.items]) for group in draft.plan.groups]
    assert made == [("交通", ["甲路：公路1公里", "乙路：公路2公里"]), ("水利", ["丙渠：渠道3公里"])]
    assert not any("没有读" in doubt.assumed for doubt in draft.doubts)


def test_lines_between_parts_stand_over_the_headings_of_a_column() -> None:
    heading = "序号 | 存在问题 | 整改措施 | 单位"
    parts = (f"{heading}\n1 | 账实不符 | 开展清查。 | 甲局", f"{heading}\n2 | 未招标 | 组织培训。 | 乙局")
    document = document_of("2021年整改清单", "一、财务", parts[0], "二、采购", parts[1])
    draft = read_draft(document, "a.html", Wishes(), 2021, lambda _: None)
    assert [group.heading for group in draft.plan.groups] == ["财务：账实不符", "采购：未招标"]
