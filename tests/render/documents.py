"""Sample documents: what the renderers' tests draw."""

from __future__ import annotations

from datetime import date

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone

COLUMNS = (
    Column("序号", is_number=True),
    Column("重点任务", weight=2, merged=True),
    Column("具体工作", weight=6),
    Column("责任单位", weight=2),
    Column("完成时限"),
    Column("完成状态"),
    Column("进展情况", weight=4),
    Column("完成日期"),
)
_WORK = (
    "推进行政许可事项“全程网办”，完成区级电子证照库与市级平台的对接，实现高频事项“最多跑一次”，"
    "并按季度通报各责任单位办理情况（含办件量、平均时长、群众评价）。"
)
_STATUSES = (
    Cell("已完成", Tone.GREEN),
    Cell("逾期9天", Tone.RED),
    Cell("推进中", Tone.YELLOW),
    Cell("取消", Tone.DIM),
)


def progress_sheet(rows: int, *, sections: bool = False) -> Sheet:
    """A table like 进展情况表: groups of three rows, long texts, dates as text and as days."""
    return Sheet(
        "",
        COLUMNS,
        tuple(
            (
                Cell(at + 1),
                Cell(f"（{at // 3 + 1}）着力提升网上办事深度"),
                Cell(f"第{at + 1}项：" + _WORK * (1 + at % 4 // 3)),
                Cell("审批科、道路运输中心" if at % 2 else "法规科"),
                Cell(date(2021, 1 + at % 12, 28)) if at % 4 else Cell("持续推进"),
                _STATUSES[at % 4],
                Cell(f"已完成第{at + 1}批数据治理，全程网办占比86%。" if at % 5 else ""),
                Cell(date(2021, 6, 3)) if at % 4 == 0 else Cell(None),
            )
            for at in range(rows)
        ),
        notes=("注：完成时限按原文；状态截至2021年6月10日。",),
        sections={0: "一、区级牵头", rows // 2: "二、部门配合"} if sections else {},
    )


def document_of(*blocks: Block, is_wide: bool = False) -> Document:
    """One part that holds these blocks."""
    return Document("进展情况", (Part("任务进展情况表", blocks),), is_wide)


def progress(rows: int = 45) -> Document:
    """The lying table of one part."""
    part = Part(
        "2021年重庆市黔江区交通局政务服务工作任务进展情况表",
        (progress_sheet(rows),),
        head=("（截至2021年6月10日）",),
    )
    return Document("进展情况表", (part,), is_wide=True)


def bulletin() -> Document:
    """Running text with two small tables, signed."""
    counts = Sheet(
        "表1  各单位完成情况",
        (
            Column("责任单位", weight=1),
            Column("任务数", is_number=True),
            Column("已完成", is_number=True),
            Column("占比"),
        ),
        (
            (Cell("审批科"), Cell(38), Cell(9, Tone.GREEN), Cell("24%")),
            (Cell("道路运输中心"), Cell(12), Cell(0, Tone.RED), Cell("0%")),
        ),
    )
    late = Sheet(
        "表2  逾期事项",
        (Column("编号"), Column("具体工作", weight=1), Column("逾期", is_number=True)),
        ((Cell("9.4"), Cell(_WORK), Cell("41天", Tone.RED)),),
        notes=("注：逾期天数截至当日。",),
    )
    part = Part(
        "关于2021年政务服务工作任务推进情况的通报",
        (
            Paragraph("现将截至2021年6月10日的推进情况通报如下。"),
            Heading("一、总体情况"),
            Paragraph("共45项，已完成12项，占27%；推进中20项，占44%；未启动13项，占29%。" * 3),
            counts,
            Heading("二、逾期事项"),
            Paragraph("以下事项已经逾期，请抓紧办理。", Tone.STRONG),
            late,
        ),
        head=("黔江交通发〔2021〕96号",),
        sign=("重庆市黔江区交通局", "2021年6月10日"),
    )
    return Document("推进情况通报", (part,))


def chase() -> Document:
    """Two letters, each on a page of its own."""
    first = bulletin().parts[0]
    return Document(
        "督办单",
        (Part("督办单（审批科）", first.blocks[:3], sign=first.sign), Part("督办单", first.blocks[-2:])),
    )


def sectioned() -> Document:
    """A table whose groups have headings of their own."""
    return Document("分节", (Part("任务分解表", (progress_sheet(12, sections=True),)),), is_wide=True)


def slip() -> Document:
    """A letter with something under its signature: whom to ask, and a slip to send back."""
    reply = Sheet("回执", (Column("编号"), Column("进展", weight=1)), ((Cell("9.4"), Cell("□已完成")),))
    below = (Paragraph("（联系人：张三）"), reply, Paragraph("签收人："))
    part = Part("催办单", (Paragraph("请答复。"),), sign=("某局", "2021年6月10日"), below=below)
    return Document("催办单", (part,))


SLIP_LINES = ("请答复。", "2021年6月10日", "（联系人：张三）", "回执", "□已完成", "签收人：")
"""What stands in it, from the top."""

SAMPLES = {"progress": progress(), "bulletin": bulletin(), "chase": chase(), "sectioned": sectioned()}

HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "{=1+1}",
    "http://127.0.0.1/x",
    "mailto:a@b.c",
    "00123",
    "1e5",
    "<script>alert(1)</script>",
    "</td></table><b>&amp;<w:t/>]]>",
    "{{7*7}}{% raw %}",
    "[/x][bold]",
    "_x0041_x",
    '"><img src=x onerror=alert(1)>',
)
"""Texts that must come out as they went in."""

UNSEEN = {
    "a\x00b": "a�b",
    "a\u202eb": "a�b",
    "a\ud800b": "a�b",
    "a\ufffeb": "a�b",
    "a\x1b[31mb": "a�[31mb",
    "a\nb": "a b",
}
"""Texts that no format may hold, and what stands there instead."""


def hostile() -> Document:
    """Every text of `HOSTILE` and `UNSEEN`, and one of 40,000 characters, wherever a text can stand."""
    texts = (*HOSTILE, *UNSEEN)
    sheet = Sheet(
        texts[0],
        (Column("=A1"), Column("<b>", weight=1, merged=True)),
        tuple((Cell(text), Cell(text)) for text in (*texts, "长" * 40_000)),
        notes=texts,
        sections={1: texts[9]},
    )
    blocks: list[Block] = [sheet]
    for text in texts:
        blocks += [Heading(text), Paragraph(text)]
    return Document(
        "".join(texts) * 3, tuple(Part(text, tuple(blocks), head=texts, sign=texts) for text in texts[-8:])
    )
