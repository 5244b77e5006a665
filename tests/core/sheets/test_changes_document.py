"""The document of what a reissued notice changes: a table for each kind, what matters most first."""

from __future__ import annotations

from datetime import date

from qjtask.core.layout.document import Document, Heading, Paragraph
from qjtask.core.layout.sheet import Sheet
from qjtask.core.plan.differences import Difference, DifferenceKind
from qjtask.core.plan.reissue import Update
from qjtask.core.plan.shifts import Shifts
from qjtask.core.sheets.changes_document import changes_document
from tests.core.plans import item, plan, texts

TABLE = plan(item("1.1"), item("1.3", work="梳理清单", deadline=""))._replace(document="某发〔2021〕9号")
TODAY = date(2021, 6, 10)


def document(*changes: Difference) -> Document:
    old = TABLE._replace(document="某发〔2021〕1号")
    return changes_document(old, Update(TABLE, changes, Shifts(), {}, {}), TODAY)


def test_each_kind_of_difference_has_its_place() -> None:
    (part,) = document(*(Difference(kind, "1.3", "前", "后") for kind in DifferenceKind)).parts
    headings = [block.text for block in part.blocks if isinstance(block, Heading)]
    assert [one[2:] for one in headings] == [
        "取消的工作", "新增、恢复的工作", "合并、拆分的工作", "改了任务和指标的工作", "改了时限的工作",
        "改了单位的工作", "通知和重点任务的改动", "只改了编号的工作",
    ]  # fmt: skip
    assert [one[0] for one in headings] == list("一二三四五六七八")
    sheets = [block for block in part.blocks if isinstance(block, Sheet)]
    assert sum(len(sheet.rows) for sheet in sheets) == len(DifferenceKind)
    assert part.head == ("某发〔2021〕1号 → 某发〔2021〕9号",)


def test_a_new_work_stands_there_with_its_offices_and_term() -> None:
    (part,) = document(Difference(DifferenceKind.NEW, "1.3", "", "梳理清单")).parts
    (sheet,) = (block for block in part.blocks if isinstance(block, Sheet))
    assert texts(sheet) == [["1.3", "新增", "梳理清单", "区行政服务中心", "审批科", "未写"]]
    assert [one.heading for one in sheet.columns][3:5] == ["牵头单位", "责任单位"]


def test_a_column_of_leads_is_there_only_where_a_new_work_has_one() -> None:
    alone = Update(
        plan(item("1.3", lead=())), (Difference(DifferenceKind.NEW, "1.3", "", ""),), Shifts(), {}, {}
    )
    (part,) = changes_document(TABLE, alone, TODAY).parts
    (sheet,) = (block for block in part.blocks if isinstance(block, Sheet))
    assert [one.heading for one in sheet.columns] == ["编号", "变化", "具体工作", "责任单位", "完成时限"]
    assert texts(sheet) == [["1.3", "新增", "做好1.3", "审批科", "2021年6月30日"]]


def test_without_a_difference_that_is_said() -> None:
    (part,) = document().parts
    assert part.blocks == (Paragraph("与现有计划相比：没有变化。"),)
