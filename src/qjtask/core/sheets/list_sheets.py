"""The sheets of `list` and `due`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.plan import Group
from qjtask.core.standing.query import DueLine
from qjtask.core.standing.row import LIGHT_WORDS, STATUS_WORDS, Light, Row
from qjtask.core.time.numerals import to_chinese
from qjtask.core.time.span import Span

LIGHT_TONES = {Light.RED: Tone.RED, Light.YELLOW: Tone.YELLOW, Light.GREEN: Tone.GREEN}

_ID = Column("编号")
_WORK = Column("具体工作", weight=5, short=True)
_UNITS = Column("责任单位", weight=3)
_LEAD = Column("牵头单位", on_screen=False)
_GROUP = Column("重点任务", on_screen=False)
_LEFT = Column("灯", under=True)

_TOO_MANY = 1000
"""From here on a Chinese numeral is longer than it is clear."""

_LIST = (_ID, _GROUP, _WORK, _UNITS, _LEAD, Column("完成时限"), _LEFT, Column("状态"))
_DUE = (_ID, Column("期限"), _LEFT, _UNITS, _LEAD, _WORK)


def heading(group: Group) -> str:
    """A group's heading as the table prints it: （九）着力提升网上办事深度."""
    number = int(group.id)
    return f"（{to_chinese(number) if number < _TOO_MANY else number}）{group.heading}"


def joined(names: Sequence[str]) -> str:
    """Names as a document lists them."""
    return "、".join(names)


def days_words(days: int) -> str:
    """逾期3天, 今天到期, 剩5天."""
    if days < 0:
        return f"逾期{-days}天"
    return f"剩{days}天" if days else "今天到期"


def light_cell(light: Light, words: str) -> Cell:
    """The light's word with what it is about: the days left, or the days of silence of an undated item."""
    return Cell(f"{LIGHT_WORDS[light]} {words}".rstrip(), LIGHT_TONES[light])


def _row_light(row: Row) -> Cell:
    if row.light is None:
        return Cell("逾期完成" if row.finished_late else "", Tone.DIM)
    if row.days_left is not None:
        return light_cell(row.light, days_words(row.days_left))
    return light_cell(row.light, f"静默{row.silent_days}天" if row.is_silent else "")


def list_sheet(rows: Sequence[Row], total: int, *, in_sections: bool) -> Sheet:
    """One line an item; `in_sections` puts each group's heading over its items (the table's own order)."""
    sections: dict[int, str] = {}
    if in_sections:
        for index, row in enumerate(rows):
            if index == 0 or rows[index - 1].group.id != row.group.id:
                sections[index] = heading(row.group)
    shown = f"{len(rows)}项" if len(rows) == total else f"{len(rows)}项（共{total}项）"
    note = shown if rows else f"没有符合条件的工作（共{total}项）"
    return Sheet("", _LIST, tuple(map(_list_cells, rows)), (note,), sections)


def _list_cells(row: Row) -> tuple[Cell, ...]:
    return (
        Cell(row.item.id, Tone.STRONG),
        Cell(heading(row.group)),
        Cell(row.item.work, Tone.PLAIN if row.is_open else Tone.DIM),
        Cell(joined(row.units)),
        Cell(joined(row.lead)),
        Cell(deadline_words(row)),
        _row_light(row),
        Cell(status_words(row), Tone.PLAIN if row.is_open else Tone.DIM),
    )


def status_words(row: Row) -> str:
    """推进中, with how far it is where that is known: 推进中60%."""
    percent = "" if row.percent is None or not row.is_open else f"{row.percent}%"
    return f"{STATUS_WORDS[row.status]}{percent}"


def deadline_words(row: Row) -> str:
    """The date the item is held to, where it has one; else the deadline as printed."""
    if row.deadline is not None:
        return row.deadline.isoformat()
    return row.item.deadline.text.strip() or "未写"


def due_sheet(lines: Sequence[DueLine], today: date, until: date, notes: Sequence[str]) -> Sheet:
    """One line a thing due, nearest first; `notes` stand under it."""
    title = f"{today} 起至 {until} 到期" + ("及已逾期" if any(line.due.by < today for line in lines) else "")
    return Sheet(title, _DUE, tuple(_due_cells(line, today) for line in lines), tuple(notes))


def _due_cells(line: DueLine, today: date) -> tuple[Cell, ...]:
    row, due = line
    return (
        Cell(due.id, Tone.STRONG),
        Cell(due.by),
        light_cell(due.light, days_words((due.by - today).days)),
        Cell(joined(row.open_units)),
        Cell(joined(row.lead)),
        Cell(due.what),
    )


def due_notes(lines: Sequence[DueLine], rows: Sequence[Row], today: date, review: Span) -> list[str]:
    """The count of what is due, what is late but not shown, and what no date would bring up: silent items."""
    late = sum(line.due.by < today for line in lines)
    hidden = sum(due.by < today for row in rows for due in row.dues) - late
    told = f"共{len(lines)}项：逾期{late}项，即将到期{len(lines) - late}项"
    if hidden:
        told = f"{f'共{len(lines)}项' if lines else '没有即将到期的工作'}；另有{hidden}项已逾期，没有列出"
    elif not lines:
        told = "没有逾期和到期的工作"
    undated = [row for row in rows if row.is_open and row.silent_days is not None]
    silent = [row for row in undated if row.is_silent]
    notes = [told]
    if silent:
        longest = max(row.silent_days or 0 for row in silent)
        notes.append(
            f"另有{len(undated)}项没有期限，其中{len(silent)}项超过{review}没有进展记录"
            f"（最长{longest}天），见 qjtask list --light 黄"
        )
    elif undated:
        notes.append(f"另有{len(undated)}项没有期限，{review}内都有记录或刚刚下达")
    return notes
