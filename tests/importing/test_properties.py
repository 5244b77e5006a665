"""Any grid gives a plan or problems; a plan drawn with merges, repeats and pages comes back the same."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qjtask.core.problem import Refused
from qjtask.core.time.numerals import to_chinese
from qjtask.importing.document.doubts import markdown
from qjtask.importing.document.grid import (
    Budget,
    CellSpan,
    Grid,
    GridCell,
    GridRow,
    SourceDocument,
    lay,
    numbered,
)
from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.drafts.report import remarks
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.plan_writer import plan_yaml

QUIET = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))

# Words that the reader looks for, so that chance meets its branches.
WORDS = st.sampled_from(
    [
        "序号",
        "序\n号",
        "重点任务",
        "具体工作",
        "牵头单位",
        "责任单位",
        "配合单位",
        "完成时限",
        "备注",
        "目标",
        "责任人",
        "领域",
        "类别",
        "一级指标",
        "（一）甲",
        "（二）乙（2项）",
        "一、丙",
        "一｜丁",
        "1.做",
        "①",
        "1",
        "2",
        "3",
        "12",
        "9.2",
        "第一，",
        "/",
        "无",
        "—",
        "政府",
        "上）",
        "（以",
        "《办法",
        "区司法局、区财政局",
        "区司法局区财政局",
        "市经信局牵头，相关部门参与",
        "审\u3000批\u3000科",
        "各单位按职责分工负责",
        "做事〔牵头单位：省厅；完成时限：6月〕",
        "2021年6月底前",
        "6月",
        "持续推进",
        "每季度",
        "5月底前动工",
        "全年",
        "2月30日",
        "不低于80%",
        "至少1项",
        "压缩至3个工作日以内",
        "1.做一。2.做二。",
        "合计",
        "注：略",
        "0",
        "00",
        "99999999999",
        "二〇二一年",
    ]
)
TEXTS = WORDS | st.text(max_size=12) | st.lists(WORDS, max_size=3).map("".join) | st.just("")
CELLS = st.builds(GridCell, TEXTS, st.booleans(), st.booleans())


@st.composite
def any_document(draw: Any) -> SourceDocument:
    blocks: list[str | Grid] = []
    for number in range(draw(st.integers(1, 3))):
        width = draw(st.integers(1, 6))
        rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=7))
        if draw(st.booleans()):
            heads = ("序号", "重点任务", "具体工作", "责任单位", "完成时限", "备注")[:width]
            rows.insert(0, [GridCell(text) for text in heads])
        blocks += draw(st.lists(TEXTS, max_size=2))
        blocks.append(numbered(f"表{number + 1}", [tuple(row) for row in rows]))
    return SourceDocument(tuple(blocks))


def read_or_refuse(kit: Any, document: SourceDocument) -> None:
    try:
        draft = read_draft(document, "x", Wishes(), 2021, lambda _: None)
    except Refused:
        return
    ids = [item.id for item in draft.plan.items()]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(doubt.place and doubt.read and doubt.assumed for doubt in draft.doubts)
    markdown("x", "", draft.doubts, [item.id for item in draft.plan.items()])
    text = plan_yaml(draft.plan, remarks("x", draft))
    assert kit.as_written(parse_plan(text, "x")) == kit.as_written(draft.plan)


@QUIET
@given(any_document())
def test_any_grid_of_text_gives_a_plan_that_can_be_written_or_problems(
    kit: Any, document: SourceDocument
) -> None:
    read_or_refuse(kit, document)


HEADS_OF_SIX = tuple(map(GridCell, ("序号", "重点任务", "具体工作", "责任单位", "完成时限", "备注")))


@pytest.mark.parametrize(
    "row",
    [
        ("1", "甲", " ", "甲局", "6月", ""),  # a work of spaces only
        ("\u3000", "", "", "", "", None),  # a full-width row of spaces only; None goes on from its left
    ],
)
def test_a_cell_of_spaces_is_as_good_as_empty(kit: Any, row: tuple[str | None, ...]) -> None:
    cells = tuple(GridCell(text or "", left=text is None) for text in row)
    work = tuple(map(GridCell, ("2", "甲", "做事", "甲局", "6月", "")))
    read_or_refuse(kit, SourceDocument((numbered("表1", [HEADS_OF_SIX, cells, work]),)))


@QUIET
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_csv_gives_a_plan_or_problems(kit: Any, rows: list[list[str]]) -> None:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    with suppress(Refused):
        kit.drafted(made.getvalue().encode("utf-8", "replace"), "a.csv")


# Plans drawn ---------------------------------------------------------------------------------

OFFICES = ("市司法局", "市财政局", "市发展改革委", "市数据局", "各区县（自治县）政府", "市税务局", "市公安局")
TIMES = ("2021年6月底前", "持续推进", "12月", "2021年9月30日", "每季度", "第三季度", "年底前", "长期坚持")
DEEDS = ("推进", "优化", "完善", "梳理", "编制", "落实", "建立", "加强")
THINGS = ("事项清单", "电子证照库", "办事流程", "数据共享", "窗口服务", "信用体系", "帮办代办", "评价机制")
HEADS = ("数字政府建设", "营商环境优化", "基层治理创新", "民生服务保障", "公共安全提升")
NAMES = ("序号", "重点任务", "具体工作", "牵头单位", "责任单位", "完成时限")

works = st.builds("{}{}，{}{}。".format, *(st.sampled_from(one) for one in (DEEDS, THINGS, DEEDS, THINGS)))
units = st.lists(st.sampled_from(OFFICES), min_size=1, max_size=3, unique=True)


@st.composite
def drawn_plan(draw: Any) -> tuple[SourceDocument, list[tuple[str, str, list[str], list[str], str]]]:
    """A document of one or several tables, and the items in it."""
    fill = draw(st.sampled_from(["merged", "blank", "repeated", "own row"]))
    style = draw(st.sampled_from(["（{}）", "{}、"]))
    heads = draw(st.permutations(HEADS))[: draw(st.integers(1, 4))]
    restarts = draw(st.booleans())
    items, rows, header = (
        [],
        [],
        [CellSpan(name) for name in NAMES if fill != "own row" or name != "重点任务"],
    )
    number = 0
    for group, head in enumerate(heads, 1):
        printed = style.format(to_chinese(group)) + head
        count = draw(st.integers(1, 5))
        number = 0 if restarts else number
        if fill == "own row":
            rows.append([CellSpan(printed, 1, len(header))])
        left = 0  # rows that the group's cell still covers
        for at in range(1, count + 1):
            number += 1
            work, lead, own, time = draw(works), draw(units), draw(units), draw(st.sampled_from(TIMES))
            row = [CellSpan(str(number))]
            if fill == "merged" and left == 0:
                left = draw(st.integers(1, count - at + 1))  # a page may cut the merged cell
                row.append(CellSpan(printed, left))
            elif fill == "blank":
                row.append(CellSpan(printed if at == 1 else ""))
            elif fill == "repeated":
                row.append(CellSpan(printed))
            left -= 1
            row += [CellSpan(work), CellSpan("、".join(lead)), CellSpan("、".join(own)), CellSpan(time)]
            rows.append(row)
            items.append((f"{group}.{number}", work, lead, own, time))
            if left <= 0 and draw(st.integers(0, 5)) == 0:
                rows.append(header)  # the next page repeats the heading
                left = 0
    blocks: list[str | Grid] = ["2021年重点工作任务分解表"]
    laid = lay([header, *rows], Budget("x", 0))
    cuts = sorted(draw(st.sets(st.integers(2, max(2, len(laid) - 1)), max_size=2))) if len(laid) > 3 else []
    cuts = [cut for cut in cuts if not any(cell.up for cell in laid[cut])]
    for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(laid)], strict=True), 1):
        name = f"表{number}"
        part = [GridRow(cells, f"{name}第{at}行") for at, cells in enumerate(laid[start:end], 1)]
        blocks.append(Grid(name, tuple(part)))
    return SourceDocument(tuple(blocks)), items


@QUIET
@given(drawn_plan())
def test_a_plan_drawn_with_merges_repeats_and_pages_comes_back_the_same(drawn: Any) -> None:
    document, items = drawn
    draft = read_draft(document, "x", Wishes(), 2021, lambda _: None)
    read = [
        (item.id, item.work, list(item.lead), list(item.units), item.deadline.text)
        for item in draft.plan.items()
    ]
    assert read == items
