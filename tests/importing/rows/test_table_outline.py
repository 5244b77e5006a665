"""The fold of judged rows: headings that stay open, works of several rows, and what is told of them."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.outline import Outline
from qjtask.importing.rows.judged_rows import judge_rows
from qjtask.importing.rows.table_outline import fold
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

HEAD = "序号 | 工作任务 | 责任单位 | 时限"
GROUPED = "重点任务 | 工作内容 | 责任单位 | 时限"
WIDER = "类别 | 重点任务 | 工作内容 | 责任单位 | 时限"


def outline(*rows: str) -> Outline:
    table = table_of("\n".join(rows))
    return fold(judge_rows(table), has_headings=table.has(Role.TASK))


def paths(made: Outline) -> list[tuple[tuple[str, ...], list[str]]]:
    return [(section.path, [row.work for row in section.rows]) for section in made.sections]


def test_works_without_headings_stand_in_one_section_without_a_path() -> None:
    made = outline(HEAD, "1 | 做第一件事。 | 甲局 | 6月", "2 | 做第二件事。 | 乙局、丙局 | 7月")
    assert paths(made) == [((), ["做第一件事。", "做第二件事。"])]
    first, second = made.rows
    assert (first.number, first.units, first.deadline_text, first.place) == ("1", "甲局", "6月", "表1第2行")
    assert (second.lead, second.units, second.support, second.note) == ("", "乙局、丙局", "", "")


def test_a_heading_holds_until_the_next_one() -> None:
    made = outline(
        HEAD,
        "一、甲类 | ← | ← | ←",
        "1 | 做第一件事。 | 甲局 | 6月",
        "2 | 做第二件事。 | 甲局 | 6月",
        "二、乙类 | ← | ← | ←",
        "3 | 做第三件事。 | 甲局 | 6月",
    )
    assert paths(made) == [
        (("一、甲类",), ["做第一件事。", "做第二件事。"]),
        (("二、乙类",), ["做第三件事。"]),
    ]


def test_a_merged_heading_holds_for_its_rows() -> None:
    made = outline(
        GROUPED,
        "甲类 | 做第一件事。 | 甲局 | 6月",
        "↑ | 做第二件事。 | 甲局 | 6月",
        "乙类 | 做第三件事。 | 甲局 | 6月",
    )
    assert paths(made) == [(("甲类",), ["做第一件事。", "做第二件事。"]), (("乙类",), ["做第三件事。"])]


def test_a_wider_column_stands_before_the_narrower_one() -> None:
    made = outline(
        WIDER,
        "城建 | 甲类 | 做第一件事。 | 甲局 | 6月",
        "↑ | 乙类 | 做第二件事。 | 甲局 | 6月",
        "交通 | 乙类 | 做第三件事。 | 甲局 | 6月",
    )
    assert [path for path, _ in paths(made)] == [("城建", "甲类"), ("城建", "乙类"), ("交通", "乙类")]


def test_a_heading_that_is_printed_again_goes_on_where_others_are_left_out() -> None:
    rows = (
        GROUPED,
        "（一）甲类 | 做第一件事。 | 甲局 | 6月",
        " | 做第二件事。 | 甲局 | 6月",
        "（一）甲类 | 做第三件事。 | 甲局 | 6月",
    )
    assert [row.again for row in outline(*rows).rows] == ["", "", "（一）甲类"]
    assert len(outline(*rows).sections) == 1
    printed_in_each = (rows[0], rows[1], rows[1].replace("一件", "二件"), rows[3])
    assert [row.again for row in outline(*printed_in_each).rows] == ["", "", ""]


def test_a_row_under_a_merged_work_adds_offices_and_tells_another_deadline() -> None:
    made = outline(HEAD, "1 | 做第一件事。 | 甲局 | 6月", "↑ | ↑ | 乙局 | 7月", "2 | 做。 | 丙局 | 8月")
    first = made.rows[0]
    assert (first.units, first.deadline_text) == ("甲局、乙局", "6月")
    assert [(doubt.place, doubt.read) for doubt in first.doubts] == [
        ("表1第3行", "一项工作有两个时限：“6月”和“7月”")
    ]


def test_the_lower_half_of_a_cut_row_goes_on_with_the_upper_one_and_is_told() -> None:
    made = outline(
        HEAD,
        "1 | 做第一件事。 | 甲局 | 6月",
        "2 | 推进便民中心（以 | 甲局、各乡镇人民 | 6月",
        " | 上）建设。 | 政府 | ",
    )
    assert made.rows[1].work == "推进便民中心（以上）建设。"
    assert made.rows[1].units == "甲局、各乡镇人民\n政府"
    assert made.rows[1].doubts[0].read == "这一行只有具体工作“上）建设。”；责任单位“政府”，像是换页切开的"


def test_a_heading_cut_by_a_page_is_mended_for_its_works_too() -> None:
    made = outline(
        GROUPED,
        "（一）第1类 | 第1项工作的前 | 综合科、信息 | 2021年10月",
        "任务 | 半句和后半句。 | 科 | 底前",
        "（二）第2类任务 | 第2项工作。 | 人事科 | 12月底前",
    )
    assert paths(made) == [
        (("（一）第1类任务",), ["第1项工作的前半句和后半句。"]),
        (("（二）第2类任务",), ["第2项工作。"]),
    ]
    assert made.rows[0].path == ("（一）第1类任务",)


def test_a_work_knows_the_rows_that_go_on_with_it() -> None:
    work = "1 | 做第一件事。 | 甲局 | 6月"
    first, second = outline(HEAD, work, "↑ | ↑ | 丙局 | ↑", work.replace("1", "2")).rows
    assert [(one.place, one.further) for one in (first, second)] == [
        ("表1第2行", ("表1第3行",)),
        ("表1第4行", ()),
    ]
    cut = outline(HEAD, work, "2 | 推进便民中心（以 | 甲局 | 6月", " | 上）建设。 |  | ").rows[1]
    assert (cut.place, cut.further) == ("表1第3行", ("表1第4行",))


def test_works_under_one_merged_number_share_it() -> None:
    made = outline(
        HEAD, "1 | 做第一件事。 | 甲局 | 6月", "↑ | 做第二件事。 | 乙局 | 7月", "2 | 做三。 | 丙局 | 8月"
    )
    assert [(row.number, row.shares_number) for row in made.rows] == [("1", False), ("1", True), ("2", False)]


def test_as_above_is_what_stands_above() -> None:
    made = outline(HEAD, "1 | 做第一件事。 | 甲局 | 6月", "2 | 做第二件事。 | 同上 | 同上")
    assert (made.rows[1].units, made.rows[1].deadline_text) == ("甲局", "6月")


def test_what_is_no_work_is_told_and_what_says_nothing_is_not() -> None:
    made = outline(
        HEAD,
        "1 | 做第一件事。 | 甲局 | 6月",
        HEAD,
        "— 2 — | ← | ← | ←",
        "2 | 做第二件事。 | 甲局 | 6月",
        "合计 | 2项 |  | ",
        "注：时限指2021年。 | ← | ← | ←",
        "填表人：张三 |  | 联系电话：1 | ",
    )
    assert [doubt.read for doubt in made.doubts] == ["“注：时限指2021年。”不是一项工作"]
    assert len(made.rows) == 2


def test_the_rest_of_a_sentence_alone_in_its_row_is_joined_and_not_told() -> None:
    made = outline(
        HEAD,
        "1 | 重点围绕隔离管 | 甲局 | 6月",
        " | 控、流调溯源发布信息。 |  | ",
        "2 | 做第二件事。 | 甲局 | 6月",
        "3 | 做第三件事。 | 甲局 | 6月",
    )
    assert made.rows[0].work == "重点围绕隔离管控、流调溯源发布信息。"
    assert made.doubts == made.rows[0].doubts == ()


def test_persons_targets_and_notes_are_kept_under_their_names() -> None:
    made = outline(
        "序号 | 工作任务 | 责任单位 | 责任人 | 目标值 | 备注 | 时限",
        "1 | 做第一件事。 | 甲局 | 张三 | 新建2座 | 省里的实事 | 6月",
        "2 | 做第二件事。 | 甲局 | 李四 | 改造3个 | / | 6月",
    )
    assert [row.note for row in made.rows] == [
        "责任人：张三；目标：新建2座；省里的实事",
        "责任人：李四；目标：改造3个",
    ]
    assert made.rows[0].target == "新建2座"


def test_persons_a_line_each_are_parted() -> None:
    made = outline(
        "序号 | 工作任务 | 责任单位 | 分管领导",
        "1 | 做第一件事。 | 甲局 | 陆 明⏎俞 悦",
        "2 | 做第二件事。 | 甲局 | 县委⏎常委",
    )
    assert [row.note for row in made.rows] == ["分管领导：陆明、俞悦", "分管领导：县委常委"]


def test_a_row_with_too_few_cells_is_told_with_its_work() -> None:
    table = table_of(f"{HEAD}\n1 | 做第一件事。 | 甲局 | 6月")
    (row,) = judge_rows(table)
    assert row.view is not None
    short = row._replace(view=row.view._replace(row=row.view.row._replace(ragged=True)))
    (work,) = fold([short], has_headings=False).rows
    assert [doubt.read for doubt in work.doubts] == ["这一行只有4格，比别的行少"]


@pytest.mark.parametrize(
    ("heading", "rows", "notes"),
    [
        ("责任人", ("张三", "李四"), ["责任人：张三", "责任人：李四"]),
        ("姓名", ("张三", "李四"), ["责任人：张三", "责任人：李四"]),
        ("验证人", ("张三", "李四"), ["验证人：张三", "验证人：李四"]),
        ("联系人", ("张三", ""), ["联系人：张三", ""]),
        ("协助人", ("张三", ""), ["协助人：张三", ""]),
        ("见证人", ("买买提", "欧阳娜娜"), ["见证人：买买提", "见证人：欧阳娜娜"]),
        ("包保领导", ("张三", "同上"), ["包保领导：张三", "包保领导：张三"]),
        ("包联领导", ("张三", ""), ["包联领导：张三", ""]),
        (
            "责任人 | 记录人",
            ("张三 | 李四", " | 王五"),
            ["责任人：张三；记录人：李四", "记录人：王五"],
        ),
        ("责任人 | 分管领导", ("张三 | 李四", "王五 | "), ["责任人：张三；分管领导：李四", "责任人：王五"]),
    ],
)
def test_persons_are_noted_as_what_they_are(heading: str, rows: tuple[str, ...], notes: list[str]) -> None:
    lines = (f"{at} | 做第{at}件事。 | 甲局 | {row}" for at, row in enumerate(rows, 1))
    made = outline(f"序号 | 工作任务 | 责任单位 | {heading}", *lines)
    assert [row.note for row in made.rows] == notes


def test_an_office_among_persons_owes_the_work() -> None:
    made = outline(
        "序号 | 工作任务 | 责任人",
        "1 | 做第一件事。 | 德育处 周海",
        "2 | 做第二件事。 | 同上",
        "3 | 做第三件事。 | 赵大山",
    )
    assert [row.units for row in made.rows] == ["德育处", "德育处", ""]
    assert [row.note for row in made.rows] == ["责任人：周海", "", "责任人：赵大山"]


@pytest.mark.parametrize("stroke", ["—", "/", "无"])
def test_a_stroke_for_a_work_leaves_the_heading_of_its_row_as_the_work(stroke: str) -> None:
    made = outline(GROUPED, "甲办法 | 调整条款 | 甲局 | 6月", f"乙办法 | {stroke} | 乙局 | 7月")
    assert [row.work for row in made.rows] == ["调整条款", "乙办法"]


def test_a_stroke_under_a_heading_that_goes_on_is_no_work() -> None:
    made = outline(GROUPED, "甲办法 | 调整条款 | 甲局 | 6月", " | — | 乙局 | 7月")
    assert [row.work for row in made.rows] == ["调整条款", ""]


def test_a_text_without_its_number_goes_on_with_half_a_sentence() -> None:
    made = outline(
        HEAD, "1 | 安装在线设备； | 甲局 | 6月", " | 错峰装卸油。 |  | ", "2 | 淘汰老旧车。 | 乙局 | 7月"
    )
    assert [row.work for row in made.rows] == ["安装在线设备；错峰装卸油。", "淘汰老旧车。"]
    assert any("换页切开" in doubt.read for row in made.rows for doubt in row.doubts)


def test_the_number_at_a_works_name_is_the_works() -> None:
    head = "类别 | 项目名称 | 建设内容 | 责任单位"
    made = outline(head, "一、交通 | 4.甲路 | 修建公路。 | 甲局", "↑ | 5.乙路 | 修建桥梁。 | 乙局")
    assert [(row.number, row.name, row.work) for row in made.rows] == [
        ("4", "甲路", "修建公路。"),
        ("5", "乙路", "修建桥梁。"),
    ]
    assert paths(made) == [(("一、交通",), ["修建公路。", "修建桥梁。"])]
