"""The sheet of due, and what is told under it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.numbers import shown_id
from qjtask.core.sheets.list_sheets import ID, LIGHT, WORK
from qjtask.core.sheets.office_columns import office_columns
from qjtask.core.sheets.tones import light_cell
from qjtask.core.standing.late import by_lateness, works_count
from qjtask.core.standing.query import DueLine
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import days_words, open_owner_words
from qjtask.core.time.span import Span


def due_sheet(
    lines: Sequence[DueLine], today: date, until: date, notes: Sequence[str], asked: Collection[str] = ()
) -> Sheet:
    """One line per thing due, nearest first; `notes` stand under it.

    Of the offices `asked` for those are told that do not owe the thing, with their role.
    """
    title = f"{today} 起至 {until} 到期" + ("及已逾期" if any(line.due.by < today for line in lines) else "")
    offices = office_columns([line.row for line in lines], lambda row: open_owner_words(row, asked))
    columns = (ID, Column("期限"), LIGHT, *offices.columns, WORK)
    cells = tuple(_due_cells(line, today, offices.cells(line.row)) for line in lines)
    return Sheet(title, columns, cells, tuple(notes))


def _due_cells(line: DueLine, today: date, offices: Sequence[Cell]) -> tuple[Cell, ...]:
    row, due = line
    return (
        Cell(shown_id(due.id, row.item), Tone.STRONG),
        Cell(due.by),
        light_cell(due.light, days_words((due.by - today).days)),
        *offices,
        Cell(due.what),
    )


def due_notes(lines: Sequence[DueLine], rows: Sequence[Row], today: date, review: Span) -> list[str]:
    """The count of what is due, what is late but not shown, and what no date would bring up: silent items."""
    return [_count_words(lines, rows, today), *_undated_notes(rows, review)]


def _count_words(lines: Sequence[DueLine], rows: Sequence[Row], today: date) -> str:
    late, coming, _ = by_lateness(((line.due.id, line.due.by) for line in lines), today)
    hidden = works_count(due.id for row in rows for due in row.open_dues if due.by < today)
    if hidden.times > late.times:
        listed = f"共{works_count(line.due.id for line in lines).words}" if lines else "没有即将到期的工作"
        return f"{listed}；另有{hidden.words}已逾期，没有列出"
    if not lines:
        return "没有逾期和到期的工作"
    shown = works_count(line.due.id for line in lines)
    return f"共{shown.short}：逾期{late.short}，即将到期{coming.short}"


def _undated_notes(rows: Sequence[Row], review: Span) -> Iterator[str]:
    undated = [row for row in rows if row.silent_days is not None]
    silent = [row for row in undated if row.is_silent]
    if silent:
        longest = max(row.silent_days or 0 for row in silent)
        yield (
            f"另有{len(undated)}项没有期限，其中{len(silent)}项超过{review}没有进展记录"
            f"（最长{longest}天），见 qjtask list --light 黄"
        )
    elif undated:
        yield f"另有{len(undated)}项没有期限，{review}内都有记录或刚刚下达"
