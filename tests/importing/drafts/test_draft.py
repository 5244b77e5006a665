"""The draft of a whole document: whose reports are owed, and what is told of the whole."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.plan.plan import Owner
from qjtask.core.problem import Refused
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from tests.importing.drawn import document_of

ROW = "1 | 做第一件事。 | 县教育局 | 县财政局 | 6月底前\n2 | 做第二件事。 | 县财政局 | 县教育局 | 7月底前"
TITLE = "2021年任务分解表"


def draft(*blocks: str) -> Draft:
    return read_draft(document_of(*blocks), "a.html", Wishes(), 2026, lambda _: None)


def told(made: Draft) -> list[str]:
    return [f"{doubt.read}；{doubt.assumed}" for doubt in made.doubts]


@pytest.mark.parametrize(
    ("columns", "owner", "doubts"),
    [
        ("牵头单位 | 责任单位", Owner.UNITS, []),
        ("责任单位 | 配合单位", Owner.UNITS, []),
        ("牵头单位 | 配合单位", Owner.LEAD, []),
        (
            "发起部门 | 联查部门",
            Owner.LEAD,
            ["表格没有责任单位一栏，只有牵头单位和配合单位；由牵头单位承办（rules.owner: lead）"],
        ),
    ],
)
def test_the_columns_say_whose_reports_are_owed(columns: str, owner: Owner, doubts: list[str]) -> None:
    made = draft(TITLE, f"序号 | 工作任务 | {columns} | 完成时限\n{ROW}")
    assert made.plan.rules.owner is owner
    assert told(made) == doubts
    assert set(made.plan.units) == {"县教育局", "县财政局"}


def test_leads_alone_own_their_works_which_is_said_and_not_asked() -> None:
    made = draft(TITLE, "序号 | 工作任务 | 牵头单位 | 完成时限\n1 | 做第一件事。 | 县教育局 | 6月底前")
    assert made.plan.rules.owner is Owner.LEAD
    assert told(made) == []
    assert made.said == ("单位只有牵头单位一栏，由牵头单位承办（rules.owner: lead）",)


@pytest.mark.parametrize("columns", ["牵头单位 | 配合单位", "主办部门 | 协办部门", "牵头单位 | 参与单位"])
def test_who_leads_and_who_helps_is_said_where_the_headings_say_it(columns: str) -> None:
    made = draft(TITLE, f"序号 | 工作任务 | {columns} | 完成时限\n{ROW}")
    assert told(made) == []
    assert made.said == ("单位只有牵头单位和配合单位两栏，由牵头单位承办（rules.owner: lead）",)


@pytest.mark.parametrize("columns", ["责任单位", "牵头单位 | 责任单位", "发起部门 | 联查部门"])
def test_what_columns_ask_or_leave_as_usual_is_not_said(columns: str) -> None:
    made = draft(TITLE, f"序号 | 工作任务 | {columns} | 完成时限\n{ROW}")
    assert made.said == ()


@pytest.mark.parametrize(
    "blocks",
    [
        ("重点工作任务分解表", "填报日期：2024-03-05", "{}"),
        ("重点工作任务分解表", "{}\n填报人：张三 | 填报日期：2024年3月5日 | ←"),
        ("重点工作任务分解表", "{}", "制表时间：2024.3.5"),
    ],
)
def test_a_day_of_filling_in_gives_the_year_and_no_day_of_issue(blocks: tuple[str, ...]) -> None:
    table = "序号 | 工作任务 | 责任单位\n1 | 做第一件事。 | 县教育局"
    made = draft(*(block.format(table) for block in blocks))
    assert (made.plan.year, made.plan.issued) == (2024, None)
    assert len(made.said) == 1
    assert made.said[0].endswith("不是发文日期，issued 空着")
    assert told(made) == ["表格没有完成时限一栏；空着"]


def test_a_pages_day_taken_for_that_of_issue_is_said() -> None:
    table = "序号 | 工作任务 | 责任单位\n1 | 做第一件事。 | 县教育局"
    made = draft("2024年重点工作任务分解表", "发布时间：2024-03-01", table)
    assert made.plan.issued == date(2024, 3, 1)
    assert made.said == ("没有落款日期，发文日期按网页发布的 2024-03-01 记；不对请改 issued",)


def test_a_day_of_filling_in_is_not_said_beside_a_day_of_issue() -> None:
    table = "序号 | 工作任务 | 责任单位\n1 | 做第一件事。 | 县教育局"
    made = draft("县政府办 2024年3月1日印发", "重点工作任务分解表", "填报日期：2024年3月5日", table)
    assert (str(made.plan.issued), made.said) == ("2024-03-01", ())


ALL_OWE = "其余记作责任单位，都承办（rules.owner: all）"
FIRST = f"写明排第一位的是牵头单位；照此把第一个单位记作牵头单位，{ALL_OWE}"


@pytest.mark.parametrize(
    "blocks",
    [
        ("责任分解中，列第一位的责任单位为牵头单位。", TITLE, "{}"),
        (TITLE, "{}（排第一位的为牵头单位）"),
        (TITLE, "{}（第一个单位为牵头单位）"),
        (TITLE, "{}", "注：责任单位中首位为牵头。"),
        (TITLE, "说明：排在首位的单位为牵头单位 | ← | ← | ←\n{}"),
    ],
)
def test_the_first_leads_wherever_it_is_said_and_that_is_told(blocks: tuple[str, ...]) -> None:
    table = "工作任务 | 序号 | 完成时限 | 责任单位"
    row = "\n做第一件事。 | 1 | 6月底前 | 县教育局、县财政局\n做第二件事。 | 2 | 6月底前 | 县教育局"
    made = draft(*(block.format(table) + row * ("{}" in block) for block in blocks))
    first, second = made.plan.groups[0].items
    assert (first.lead, first.units, first.support) == (("县教育局",), ("县财政局",), ())
    assert (second.lead, second.units) == ((), ("县教育局",))
    assert told(made) == [FIRST]
    assert made.plan.rules.owner is Owner.ALL
    assert [one.items for one in made.doubts] == [("1.1",)]


def test_leads_with_a_sign_are_parted_from_the_others_and_that_is_told() -> None:
    table = (
        "序号 | 工作任务 | 责任单位（标注*号的为牵头） | 完成时限\n1 | 做甲。 | 县教育局、县财政局* | 6月底前"
    )
    made = draft(TITLE, table)
    (item,) = made.plan.groups[0].items
    assert (item.lead, item.units, item.support) == (("县财政局",), ("县教育局",), ())
    assert told(made) == [f"写明带“*”的是牵头单位；照此把带“*”的记作牵头单位，{ALL_OWE}"]


def test_beside_a_column_of_leads_nobody_is_parted() -> None:
    table = "序号 | 工作任务 | 牵头单位 | 责任单位（列首位的为牵头单位） | 完成时限"
    made = draft(TITLE, f"{table}\n1 | 做甲。 |  | 县教育局、县财政局 | 6月底前")
    assert made.plan.groups[0].items[0].units == ("县教育局", "县财政局")
    assert told(made) == []


def test_leads_that_differ_in_print_are_told_and_stay_with_the_others() -> None:
    table = (
        "序号 | 工作任务 | 责任单位（加粗的为牵头单位） | 完成时限\n1 | 做甲。 | 县教育局、县财政局 | 6月底前"
    )
    said = "写明牵头单位的字体或颜色不同，这里看不出；没有分开，都记作责任单位"
    assert told(draft(TITLE, table)) == [said]


def test_a_table_without_works_is_refused() -> None:
    with pytest.raises(Refused, match="没有"):
        draft(TITLE, "序号 | 工作任务 | 责任单位 | 完成时限\n |  |  | ")


def test_a_year_that_nobody_names_is_that_of_the_day_and_told() -> None:
    made = draft("任务分解表", "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 做第一件事。 | 县教育局 | 6月底前")
    assert made.plan.year == 2026
    assert told(made) == ["没有写明年份；按 2026 年记"]


def test_a_year_by_which_works_of_a_table_are_to_be_done_is_the_plans() -> None:
    row = "1 | 2018年9月底前完成整治，11月底前验收。 | 县水利局"
    made = draft("任务分解表", f"序号 | 工作任务 | 责任单位\n{row}")
    assert made.plan.year == 2018
    assert [str(one.deadline.date) for one in made.plan.items()] == ["2018-11-30"]


@pytest.mark.parametrize(
    ("issued", "second", "assumed", "items"),
    [
        ((), "7月底前", "没有别的年份，按 2026 年记", ("1.1", "1.2")),
        (("2023年3月5日",), "7月底前", "按 2023 年记", ("1.1", "1.2")),
        ((), "2023年7月底前", "按 2023 年记", ("1.1",)),
    ],
)
def test_the_year_of_something_else_is_told_of_the_works_without_a_year(
    issued: tuple[str, ...], second: str, assumed: str, items: tuple[str, ...]
) -> None:
    rows = f"1 | 做甲。 | 县教育局 | 6月底前\n2 | 做乙。 | 县教育局 | {second}"
    table = f"序号 | 工作任务 | 责任单位 | 完成时限\n{rows}"
    made = draft(*issued, "2022年度审计发现问题整改任务分解表", table)
    (doubt,) = (one for one in made.doubts if one.read == "“2022年度审计发现”里的年份不是计划的年份")
    assert (doubt.assumed, doubt.items, doubt.field, doubt.other) == (assumed, items, "year", "2022")


def test_the_year_of_something_else_that_is_the_plans_too_is_not_told() -> None:
    days = ("2026年6月底前", "2026年12月底前", "长期坚持")
    rows = "\n".join(f"{at} | 做事{at}。 | 县教育局 | {day}" for at, day in enumerate(days, 1))
    table = f"序号 | 工作任务 | 责任单位 | 完成时限\n{rows}"
    made = draft("2026年督察反馈问题整改任务清单", table)
    assert (made.plan.year, [doubt for doubt in made.doubts if "年份" in doubt.read]) == (2026, [])
    made = draft("2026年督察反馈问题整改任务清单", table.replace("2026年", ""))
    assert [doubt.read for doubt in made.doubts if "年份" in doubt.read] == ["没有写明年份"]


def test_places_name_where_each_item_stands() -> None:
    made = draft(TITLE, f"序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限\n{ROW}")
    assert made.places == {"1.1": "表1第2行", "1.2": "表1第3行"}


def test_a_lead_whose_label_stands_above_owes_nothing() -> None:
    cell = "市商务局、市发改委（省牵头单位：省商务厅）"
    made = draft(TITLE, f"序号 | 工作任务 | 责任单位 | 完成时限\n1 | 做第一件事。 | {cell} | 6月底前")
    assert made.plan.rules.owner is Owner.UNITS
    assert made.said == ("“省商务厅”等是上级单位，记作牵头单位，不承办（rules.owner: units）",)
    alike = draft(
        TITLE, f"序号 | 工作任务 | 责任单位 | 完成时限\n1 | 做第一件事。 | {cell.replace('省', '市')} | 6月"
    )
    assert (alike.plan.rules.owner, alike.said) == (Owner.ALL, ())


def test_a_second_number_is_kept_beside_the_work() -> None:
    made = draft(
        TITLE,
        "序号 | 文号 | 工作任务 | 责任单位 | 完成时限\n"
        "1 | 县长批示〔2021〕6号 | 做第一件事。 | 县教育局 | 6月底前\n"
        "2* | 县长批示〔2021〕9号 | 做第二件事。 | 县财政局 | 7月底前",
        "注：带*的为市级事项。",
    )
    assert [(item.id, item.no, item.note) for item in made.plan.items()] == [
        ("1.1", "", "文号：县长批示〔2021〕6号"),
        ("1.2", "", "带*的为市级事项；文号：县长批示〔2021〕9号"),
    ]
    assert told(made) == []


def test_a_number_that_runs_on_is_printed_beside_one_that_begins_anew() -> None:
    rows = (
        "1 | 1 | 做甲。",
        "2 | 2 | 做乙。",
        "二、民生 | ← | ← | ← | ←",
        "3 | 1 | 做丙。",
        "4 | 2 | 做丁。",
    )
    lines = [row if "←" in row else f"{row} | 县教育局 | 6月底前" for row in rows]
    head = "总号 | 序号 | 工作任务 | 责任单位 | 完成时限\n一、城建 | ← | ← | ← | ←"
    made = draft(TITLE, "\n".join((head, *lines)))
    assert [(item.id, item.no) for item in made.plan.items()] == [
        ("1.1", ""),
        ("1.2", ""),
        ("2.1", "3"),
        ("2.2", "4"),
    ]


def test_a_name_says_of_what_the_number_is_and_promises_none_itself() -> None:
    made = draft(
        TITLE,
        "序号 | 项目名称 | 工作内容 | 责任单位 | 完成时限\n"
        "1 | 服务业增加值 | 增长6% | 县发改局 | 年底前\n"
        "2 | 2020年3月完成率仅60% | 补建公厕20座 | 县城管局 | 年底前\n"
        "3 | 校舍 | 由县财政局负责，新建校舍3所 | 县教育局 | 年底前\n"
        "4 | 敬老院 |  | 县民政局 | 年底前",
    )
    items = list(made.plan.items())
    assert [item.work for item in items] == [
        "服务业增加值：增长6%",
        "2020年3月完成率仅60%：补建公厕20座",
        "由县财政局负责，新建校舍3所",
        "敬老院",
    ]
    assert [[(one.name, str(one.at_least)) for one in item.targets] for item in items] == [
        [("服务业增加值增长", "6")],
        [("补建公厕", "20")],
        [("新建校舍", "3")],
        [],
    ]
    assert not any(item.milestones for item in items)
    assert [doubt.items for doubt in made.doubts if "由县财政局负责" in doubt.read] == [("1.3",)]


@pytest.mark.parametrize(
    ("note", "is_said"),
    [
        ("注：各项目责任单位每月25日前向市招商局报送进展情况。", True),
        ("注：进展情况每周五下班前报县政府办。", True),
        ("备注：请于每月25日前报旗政府督查室。", True),
        ("备注：7月走访慰问列入本季度计划。", False),
        ("注：带★的每月底前报送进展情况。", False),
        ("注：以上任务由牵头单位每月汇总报送进展情况。", False),
        ("注：第3项12月底前完成，每月报送进展情况。", False),
    ],
)
def test_a_note_on_what_all_report_is_said(note: str, is_said: bool) -> None:
    table = "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 做第一件事。 | 县教育局 | 6月底前"
    made = draft(TITLE, f"{table}\n{note} | ← | ← | ←")
    assert (len(made.said), len(told(made))) == ((1, 0) if is_said else (0, 1))


def test_a_note_that_says_nothing_of_the_works_is_said_and_one_that_does_is_asked() -> None:
    table = "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 做第一件事。 | 县教育局 | 6月底前"
    plain = draft(TITLE, table + "\n注：各单位要高度重视。 | ← | ← | ←")
    assert (told(plain), plain.said) == ([], ("表里的“注：各单位要高度重视。”没有读",))
    asked = draft(TITLE, table + "\n注：带★的由县教育局牵头。 | ← | ← | ←")
    assert (len(told(asked)), asked.said) == (1, ())


def test_who_issued_a_table_may_stand_in_its_last_row() -> None:
    table = "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 做第一件事。 | 县教育局 | 6月底前"
    made = draft(TITLE, table + "\n县政府办公室 |  |  | 2021年3月5日")
    assert (made.plan.issuer, str(made.plan.issued)) == ("县政府办公室", "2021-03-05")
    assert (len(list(made.plan.items())), told(made)) == (1, [])


def test_a_slash_for_a_deadline_is_asked_as_little_as_for_helpers() -> None:
    rows = "1 | 做一。 | 县教育局 | / | 6月底\n2 | 做二。 | 县财政局 | — | /\n3 | 做三。 | 县财政局 | 无 | "
    made = draft(TITLE, "序号 | 工作任务 | 责任单位 | 配合单位 | 完成时限\n" + rows)
    assert [(doubt.items, doubt.read) for doubt in made.doubts] == [(("1.3",), "没有写完成时限")]
