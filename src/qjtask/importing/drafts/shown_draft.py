"""A draft as `import --dry-run` shows it: its items as a table, or for other programs."""

from __future__ import annotations

from typing import Any

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.report import doubts_by_item

_COLUMNS = (
    Column("编号"),
    Column("重点任务", on_screen=False),
    Column("具体工作", weight=5, short=True),
    Column("牵头单位", weight=2),
    Column("责任单位", weight=2),
    Column("配合单位", weight=1),
    Column("完成时限", weight=1),
    Column("节点", is_number=True),
    Column("指标", is_number=True),
    Column("疑点", is_number=True),
)


def draft_sheet(draft: Draft) -> Sheet:
    """The items as they would be written."""
    doubted = doubts_by_item(draft.doubts)
    rows: list[tuple[Cell, ...]] = []
    sections = {}
    for group in draft.plan.groups:
        sections[len(rows)] = f"{group.id} {group.heading}"
        for item in group.items:
            count = len(doubted.get(item.id, ()))
            offices = ("、".join(names) for names in (item.lead, item.units, item.support))
            cells = (item.work, *offices, item.deadline.text or "未写")
            rows.append(
                (
                    Cell(item.id, Tone.STRONG),
                    Cell(group.heading),
                    *map(Cell, cells),
                    Cell(len(item.milestones) or None),
                    Cell(len(item.targets) or None),
                    Cell(count or None, Tone.YELLOW),
                )
            )
    return Sheet(draft.plan.title, _COLUMNS, tuple(rows), (f"{len(rows)}项，没有写入文件",), sections)


def plan_object(draft: Draft) -> dict[str, Any]:
    """The draft for other programs."""
    return {
        "title": draft.plan.title,
        "year": draft.plan.year,
        "items": [
            {
                "id": item.id,
                "heading": group.heading,
                "work": item.work,
                "lead": list(item.lead),
                "units": list(item.units),
                "support": list(item.support),
                "no": item.no or None,
                "deadline": item.deadline.text,
                "place": draft.places.get(item.id),
            }
            for group in draft.plan.groups
            for item in group.items
        ],
        "owner": draft.plan.rules.owner.value,
        "said": list(draft.said),
        "doubts": [_doubt_object(doubt) for doubt in draft.doubts],
    }


def _doubt_object(doubt: Doubt) -> dict[str, Any]:
    """A doubt with all its items; `item` is these in one text, as it always was."""
    said = {key: getattr(doubt, key) for key in ("place", "read", "assumed", "fix")}
    absent = {key: getattr(doubt, key) or None for key in ("field", "about", "other")}
    lists = {"items": list(doubt.items), "item": "、".join(doubt.items), "columns": list(doubt.columns)}
    return {**said, **lists, **absent}
