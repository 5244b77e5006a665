"""What a notice that was issued again changes, as a document to send round: by what matters most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part, signature
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.difference_kinds import BY_WEIGHT, Difference, DifferenceKind
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.reissue import Update
from qjtask.core.sheets.changes_sheet import counts_words
from qjtask.core.time.numerals import to_chinese

_SECTIONS = (
    "取消的工作",
    "新增、恢复的工作",
    "合并、拆分的工作",
    "改了任务和指标的工作",
    "改了时限的工作",
    "改了单位的工作",
    "通知和重点任务的改动",
    "只改了编号的工作",
)
_ID = Column("编号")
_CHANGED = (_ID, Column("变化"), Column("原来", weight=1), Column("现在", weight=1))


def changes_document(old: Plan, found: Update, today: date) -> Document:
    """The differences as of `today` between the plan and its new print, a table for each kind."""
    items = {item.id: item for item in found.plan.items()}
    sections = [
        (name, tuple(one for one in found.changes if one.kind in kinds))
        for name, kinds in zip(_SECTIONS, BY_WEIGHT, strict=True)
    ]
    told = [(name, changes) for name, changes in sections if changes]
    counts = f"与现有计划相比：{counts_words(found)}。"
    title = f"{found.plan.title}调整情况对照表"
    head = tuple(filter(None, (_prints(old, found.plan),)))
    blocks = (Paragraph(counts), *_numbered(told, items))
    part = Part(title, blocks, head, signature(found.plan.issuer, today))
    return Document(title, (part,), is_wide=True)


def _prints(old: Plan, plan: Plan) -> str:
    """Which notice and which other are compared."""
    if old.document == plan.document:
        return plan.document
    return f"{old.document or '原通知'} → {plan.document or '新通知'}"


def _numbered(
    sections: Sequence[tuple[str, tuple[Difference, ...]]], items: Mapping[str, Item]
) -> Iterator[Block]:
    for number, (name, changes) in enumerate(sections, 1):
        yield Heading(f"{to_chinese(number)}、{name}")
        is_new = all(one.kind in (DifferenceKind.NEW, DifferenceKind.RESTORED) for one in changes)
        yield _new_sheet(changes, items) if is_new else _changed_sheet(changes)


def _changed_sheet(changes: Sequence[Difference]) -> Sheet:
    rows = tuple((Cell(one.item), Cell(one.kind.value), Cell(one.before), Cell(one.after)) for one in changes)
    return Sheet("", _CHANGED, rows)


def _new_sheet(changes: Sequence[Difference], items: Mapping[str, Item]) -> Sheet:
    """New works with their offices; who leads them, where any says so."""
    has_leads = any(items[one.item].lead for one in changes)
    offices = ("牵头单位", "责任单位") if has_leads else ("责任单位",)
    others = (Column(name, weight=1) for name in (*offices, "完成时限"))
    columns = (_ID, Column("变化"), Column("具体工作", weight=3), *others)
    return Sheet("", columns, tuple(_new_cells(one, items[one.item], has_leads=has_leads) for one in changes))


def _new_cells(one: Difference, item: Item, *, has_leads: bool) -> tuple[Cell, ...]:
    names = (item.lead, item.units) if has_leads else (item.units,)
    texts = (item.work, *("、".join(each) for each in names), item.deadline.text or "未写")
    return (Cell(one.item, Tone.STRONG), Cell(one.kind.value), *map(Cell, texts))
