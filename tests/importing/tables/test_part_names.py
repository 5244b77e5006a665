"""What the parts of one plan are called: sheets, titles, lines between tables."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import Grid, SourceDocument
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from qjtask.importing.tables.part_names import NamedPart, PartName, names_of_parts, sheet_of
from tests.importing.drawn import document_of, grid_of

HEAD = "序号 | 工作内容 | 完成时间"
ONE, TWO = f"{HEAD}\n1 | 完善值班制度 | 2026年2月底", f"{HEAD}\n1 | 发布报告 | 2026年12月底"
OWNED_ONE = "序号 | 工作任务 | 责任部门 | 完成时限\n1 | 成立支部 | 秘书科 | 2026年2月底"
OWNED_TWO = "序号 | 工作任务 | 责任部门 | 完成时限\n1 | 发布报告 |  | 2026年12月底"


def sheet(name: str, *lines: str) -> Grid:
    grid = grid_of("\n".join(lines), name)
    return grid._replace(rows=tuple(row._replace(place=f"“{name}”{row.place}") for row in grid.rows))


def read(*blocks: str | Grid) -> Draft:
    made = [block if isinstance(block, Grid) else document_of(block).blocks[0] for block in blocks]
    return read_draft(SourceDocument(tuple(made)), "甲.xlsx", Wishes(), 2026, lambda _: None)


def works(draft: Draft) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(group.heading, item.id, item.units) for group in draft.plan.groups for item in group.items]


@pytest.mark.parametrize(
    ("blocks", "headings", "units"),
    [
        ((sheet("综合处", ONE), sheet("会员处", TWO)), ("综合处", "会员处"), ("综合处", "会员处")),
        (
            (sheet("Sheet1", "综合处2026年任务", ONE), sheet("Sheet2", "会员处2026年任务", TWO)),
            ("综合处", "会员处"),
            ("综合处", "会员处"),
        ),
        (
            (sheet("Sheet1", "责任单位：综合处", ONE), sheet("Sheet2", "责任单位：会员处", TWO)),
            ("综合处", "会员处"),
            ("综合处", "会员处"),
        ),
        (("各处任务", "综合处", ONE, "会员处", TWO), ("综合处", "会员处"), ("综合处", "会员处")),
        (("各处任务", "一、综合处", ONE, "二、会员处", TWO), ("综合处", "会员处"), ("综合处", "会员处")),
        (
            ("各处任务", "一、综合处（1项）", ONE, "二、会员处（共1项任务）", TWO),
            ("综合处", "会员处"),
            ("综合处", "会员处"),
        ),
        (
            (sheet("党建", "党建工作任务", OWNED_ONE), sheet("业务", "业务工作任务", OWNED_ONE)),
            ("党建工作任务", "业务工作任务"),
            ("秘书科", "秘书科"),
        ),
        (("党建工作", OWNED_ONE, "业务工作", OWNED_ONE), ("党建工作", "业务工作"), ("秘书科", "秘书科")),
        (
            ("各处任务", "综合处", OWNED_ONE, "会员处", OWNED_TWO),
            ("综合处", "会员处"),
            ("秘书科", "会员处"),
        ),
    ],
)
def test_a_part_heads_its_works_and_the_office_that_it_names_owes_them(
    blocks: tuple[str | Grid, ...], headings: tuple[str, str], units: tuple[str, str]
) -> None:
    made = read(*blocks)
    assert works(made) == [(headings[0], "1.1", (units[0],)), (headings[1], "2.1", (units[1],))]
    assert not [doubt.line for doubt in made.doubts if "标题" not in doubt.line or "之前" in doubt.line]


@pytest.mark.parametrize(
    "blocks",
    [
        (sheet("Sheet1", ONE), sheet("Sheet2", f"{HEAD}\n2 | 发布报告 | 2026年12月底")),
        ("任务分解表", ONE, "单位：万元", f"{HEAD}\n2 | 发布报告 | 2026年12月底"),
        ("任务分解表", ONE, "（接上页）", f"{HEAD}\n2 | 发布报告 | 2026年12月底"),
        ("任务分解表", ONE, "续表", f"{HEAD}\n2 | 发布报告 | 2026年12月底"),
        ("任务分解表", ONE, "某某市人民政府公报", f"{HEAD}\n2 | 发布报告 | 2026年12月底"),
    ],
)
def test_what_names_no_part_heads_nothing(blocks: tuple[str | Grid, ...]) -> None:
    made = read(*blocks)
    assert [(one, units) for _, one, units in works(made)] == [("1.1", ()), ("1.2", ())]
    assert any("没有责任单位一栏" in doubt.line for doubt in made.doubts)


def test_a_label_names_the_office_of_a_table_alone_and_a_title_does_not() -> None:
    assert works(read("任务分解表", "责任单位：综合处", ONE)) == [("任务分解表", "1.1", ("综合处",))]
    assert works(read("综合处2026年任务分解表", ONE))[0][2] == ()
    assert works(read("任务分解表", "填报单位：综合处", ONE))[0][2] == ()


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("责任单位（盖章）：综合处", ("综合处",)),
        ("承办部门：综合处  填报日期：2026年1月", ("综合处",)),
        ("责任单位：综合处、会员处", ("综合处", "会员处")),
        ("责任单位：（盖章）", ()),
        ("责任单位：张三", ()),
        ("批准单位：综合处", ()),
    ],
)
def test_a_label_over_a_table_names_offices_and_nothing_else(line: str, units: tuple[str, ...]) -> None:
    assert works(read("任务分解表", line, ONE))[0][2] == units


def test_leading_offices_lead() -> None:
    made = read("任务分解表", "牵头单位：综合处", ONE)
    assert [item.lead for group in made.plan.groups for item in group.items] == [("综合处",)]


def test_a_name_that_all_parts_share_heads_none() -> None:
    parts = [NamedPart("", ("2026年任务",)), NamedPart("", ("2026年任务",))]
    assert names_of_parts(parts) == [None, None]
    named = [NamedPart("甲", ("责任单位：综合处",)), NamedPart("乙", ("责任单位：综合处",))]
    assert names_of_parts(named) == [PartName("甲", "综合处"), PartName("乙", "综合处")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("综合处", "综合处"), ("Sheet1", ""), ("工作表2", ""), ("第3页", ""), ("续表", ""), ("附件2", "")],
)
def test_a_sheet_has_a_name_where_somebody_gave_it_one(name: str, shown: str) -> None:
    assert sheet_of(sheet(name, ONE)) == shown
    assert sheet_of(grid_of(ONE, name)) == ""


def test_parts_that_hold_no_work_yet_are_no_plan() -> None:
    head = "序号 | 重点任务 | 具体工作 | 责任单位 | 完成时限"
    with pytest.raises(Refused):
        read(f"{head}\n序号 | ← | ← | ← | ←", "一、城建", head)


def test_a_line_of_its_own_right_over_each_part_names_it() -> None:
    titled = NamedPart("", ("优化营商环境", "某市2026年重点工作任务分解表"))
    others = [NamedPart("", ("保障民生",)), NamedPart("", ("加强生态保护",))]
    found = names_of_parts([titled, *others])
    assert [name and name.heading for name in found] == ["优化营商环境", "保障民生", "加强生态保护"]


def test_a_part_without_a_line_goes_on_with_the_one_before() -> None:
    parts = [NamedPart("", ("优化营商环境",)), NamedPart("", ()), NamedPart("", ("保障民生",))]
    assert [name and name.heading for name in names_of_parts(parts)] == ["优化营商环境", None, "保障民生"]


@pytest.mark.parametrize(
    "lines",
    [
        (("某市2026年重点工作任务分解表",), ("保障民生",)),
        (("优化营商环境",), ("单位：万元", "保障民生")),
        (("优化营商环境",), ("保障民生", "某局供稿")),
        (("某市人民政府办公室", "优化营商环境"), ("（续表）",)),
        (("优化营商环境",), ("优化营商环境",)),
    ],
)
def test_lines_that_do_not_stand_alone_over_each_part_name_none(lines: tuple[tuple[str, ...], ...]) -> None:
    found = names_of_parts([NamedPart("", own) for own in lines])
    assert not any(name and name.heading for name in found)


def test_sheets_with_a_title_each_have_the_one_without_their_names() -> None:
    parts = (("优化营商环境", ONE), ("保障民生", TWO))
    read_as = read(*(sheet(name, f"某市2026年任务分解表（{name}） | ← | ←", text) for name, text in parts))
    assert read_as.plan.title == "某市2026年任务分解表"
    assert [group.heading for group in read_as.plan.groups] == ["优化营商环境", "保障民生"]


def test_sheets_without_a_name_have_the_title_that_theirs_share() -> None:
    titles = ("某市2026年教育任务分解表", "某市2026年卫生任务分解表")
    parts = zip(titles, (ONE, TWO), strict=True)
    read_as = read(*(sheet(f"Sheet{at}", f"{title} | ← | ←", text) for at, (title, text) in enumerate(parts)))
    assert read_as.plan.title == "某市2026年任务分解表"
    assert [group.heading for group in read_as.plan.groups] == [*titles]


@pytest.mark.parametrize("titles", [("甲区任务分解表", "乙县任务清单"), ("任务分解表", "任务分解表（乙）")])
def test_titles_that_differ_in_more_than_the_names_stay_apart(titles: tuple[str, str]) -> None:
    draft = read(*(sheet(f"第{at}类", f"{title} | ← | ←", ONE) for at, title in enumerate(titles)))
    assert draft.plan.title == titles[0]


def test_who_filled_in_the_first_part_heads_none_of_several() -> None:
    lines = ("填报单位：甲局　填报日期：2024年3月5日", "一、加强建设")
    parts = (NamedPart("", tuple(reversed(lines))), NamedPart("", ("二、改善民生",)))
    assert [name and (name.heading, name.offices) for name in names_of_parts(parts)] == [("", "")] * 2
    filled = [NamedPart(sheet, (f"填报单位：{office}",)) for sheet, office in (("1", "甲科"), ("2", "乙科"))]
    assert [name and name.offices for name in names_of_parts(filled)] == ["甲科", "乙科"]


@pytest.mark.parametrize(
    ("lines", "offices"),
    [
        (("县水利局（2项）", "县教育局（1项）"), ["县水利局", "县教育局"]),
        (("县水利局：", "县教育局："), ["县水利局", "县教育局"]),
        (("县水利局2项", "县教育局共1项"), ["县水利局", "县教育局"]),
        (("县水利局（局长：张三）", "县教育局（局长：李四）"), ["县水利局", "县教育局"]),
        (("一、县水利局（张三，2项）", "二、县教育局（李四，1项）"), ["县水利局", "县教育局"]),
        (("水利工作", "教育工作"), ["", ""]),
        (("水利工作（2项）", "教育工作（1项）"), ["", ""]),
    ],
)
def test_an_office_over_its_works_is_named_without_their_count(
    lines: tuple[str, ...], offices: list[str]
) -> None:
    named = names_of_parts([NamedPart("", (line,)) for line in lines])
    assert [name.offices if name else "" for name in named] == offices
