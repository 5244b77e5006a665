"""A page that stands in the cells of a table is read as its paragraphs; a table of works stays one."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import Budget, CellSpan, Grid, SourceDocument, lay, numbered
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from qjtask.importing.formats.files import read_document
from qjtask.importing.tables.layout_tables import without_layout

TITLE = "2023年重点工作任务"
LINES = (
    "一、任务",
    "1.完善机制。（责任单位：市财政局）",
    "2.加强管理。（责任单位：市教育局）",
    "二、保障",
    "1.强化督查。（责任单位：市政府办）",
)
PAGE = "\n".join(LINES)
MENU = "首页\n政务公开\n机构职能\n联系我们"
WORKS = [("任务", ["市财政局"]), ("任务", ["市教育局"]), ("保障", ["市政府办"])]


def grid(*rows: tuple[str | CellSpan, ...]) -> Grid:
    spans = [[cell if isinstance(cell, CellSpan) else CellSpan(cell) for cell in row] for row in rows]
    return numbered("表1", lay(spans, Budget("a", 0)))


FRAMES = {
    "one cell": grid((f"{TITLE}\n{PAGE}",)),
    "the title in a row of its own": grid((TITLE,), (PAGE,)),
    "rows around the page": grid((TITLE,), ("发布时间：2023-03-02 点击：9",), (PAGE,), ("【打印】【关闭】",)),
    "each paragraph a row": grid((TITLE,), *((line,) for line in LINES)),
    "a menu beside it": grid((MENU, f"{TITLE}\n{PAGE}")),
    "a menu in rows": grid(
        (CellSpan(TITLE, columns=2),), ("首页", CellSpan(PAGE, rows=3)), ("政务公开",), ("机构职能",)
    ),
    "a card over it": grid(
        ("索引号：0001", "发布机构：某市政府办"),
        ("文号：某政发〔2023〕5号", "发布日期：2023-03-02"),
        (CellSpan(TITLE, columns=2),),
        (CellSpan(PAGE, columns=2),),
    ),
    "numbers in cells of their own": grid(
        (CellSpan(TITLE, columns=2),),
        *((line[:2], line[2:]) for line in LINES),
    ),
    "numbers without their points": grid(
        (CellSpan(TITLE, columns=2),),
        *((line[:1], line[2:]) for line in LINES),
    ),
}


def draft(*blocks: str | Grid) -> Draft:
    return read_draft(without_layout(SourceDocument(blocks)), "a.html", Wishes(), 2026, lambda _: None)


@pytest.mark.parametrize("name", FRAMES)
def test_a_page_in_cells_is_read_as_paragraphs(name: str) -> None:
    found = draft(FRAMES[name])
    assert (found.plan.title, found.plan.year) == (TITLE, 2023)
    works = [(group.heading, list(item.units)) for group in found.plan.groups for item in group.items]
    assert works == WORKS
    assert not [one for one in found.doubts if "标题行" in one.read]


def test_a_card_over_the_page_stays_one() -> None:
    found = draft(FRAMES["a card over it"]).plan
    assert (found.issuer, found.document, str(found.issued)) == (
        "某市政府办",
        "某政发〔2023〕5号",
        "2023-03-02",
    )


STEPS = "1.加强管理。\n2.加强督查。\n3.组织演练。\n4.抓好落实。"
TABLES = {
    "works with steps, their offices beside": grid(
        ("1", "完善机制", "市财政局", "6月底前"), ("2", STEPS, "市教育局", "8月底前")
    ),
    "one work with steps": grid((STEPS, "市教育局")),
    "steps with a day beside": grid((STEPS, "8月底前")),
    "several cells of steps": grid(("党建工作", STEPS), ("业务工作", STEPS)),
    "a column with its heading": grid(
        ("工作任务",), ("1.完善机制。（责任单位：市财政局）",), ("2.加强管理。（责任单位：市教育局）",)
    ),
    "a table with its heading": grid(("工作任务", "责任单位"), (STEPS, "市教育局"), ("", "市财政局")),
    "numbers of one level": grid(
        ("1", "完善机制。（责任单位：市财政局）"), ("2", "加强管理。（责任单位：市教育局）")
    ),
    "a box of two lines": grid(("抄送：市委办",), ("某市政府办 2023年3月2日印发",)),
    "a page of a drawn file": FRAMES["one cell"]._replace(page=1),
    "no rows": grid(),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_stays_one(name: str) -> None:
    document = SourceDocument(("前面", TABLES[name]))
    assert without_layout(document) == document


def test_paragraphs_around_a_frame_stay_in_order() -> None:
    found = without_layout(
        SourceDocument(("前面", FRAMES["one cell"], "后面", TABLES["one work with steps"]))
    )
    assert found.blocks == ("前面", TITLE, *LINES, "后面", TABLES["one work with steps"])


def test_a_page_longer_than_any_cell_is_read() -> None:
    rows = "".join(f"<p>{at}.完善{'机制，' * 60}。（责任单位：市财政局）</p>" for at in range(1, 40))
    page = f"<table><tr><td>首页</td><td>{rows}</td><td></td></tr></table>"
    found = read_document(page.encode(), "a.html", "a.html", lambda _: None)
    assert len(found.blocks) == 40


def test_a_banner_beside_the_page_raises_no_doubt() -> None:
    found = draft(grid(("某市人民政府", "星期四")), FRAMES["one cell"])
    assert not [one for one in found.doubts if "的表格" in one.read]
