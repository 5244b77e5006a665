"""The sheet of due, and what is told under it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.sheets.list_sheets import ID, LIGHT, WORK
from qjtask.core.sheets.office_columns import office_columns
from qjtask.core.sheets.tones import light_cell
from qjtask.core.standing.due_asked import MOST_NAMED, NOTHING_UNREAD, Unread
from qjtask.core.standing.late import by_lateness, works_count
from qjtask.core.standing.light import Light
from qjtask.core.standing.query import DueLine
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share
from qjtask.core.standing.words import days_words, joined, open_owners_told, owners_word
from qjtask.core.time.span import Span

_STRONG = Tone.STRONG  # read once: on Python 3.11 it costs as much as a function's call


def due_sheet(
    lines: Sequence[DueLine], today: date, until: date, notes: Sequence[str], asked: Collection[str] = ()
) -> Sheet:
    """One line per thing due, nearest first; `notes` stand under it.

    Of the offices `asked` for those are told that do not owe the thing, with their role.
    """
    title = f"{today} 起至 {until} 到期" + ("及已逾期" if any(line.due.by < today for line in lines) else "")
    offices = office_columns([line.row for line in lines], lambda row: open_owners_told(row, asked))
    columns = (ID, Column("期限"), LIGHT, *offices.columns, WORK)
    cells = tuple(_due_cells(line, today, offices.cells(line.row)) for line in lines)
    return Sheet(title, columns, cells, tuple(notes))


def _due_cells(line: DueLine, today: date, offices: Sequence[Cell]) -> tuple[Cell, ...]:
    row, due = line
    return (
        Cell(shown_id(due.id, row.item), _STRONG),
        *_day_cells(due.by, due.light, today),
        *offices,
        Cell(due.what),
    )


@lru_cache(maxsize=1024)
def _day_cells(by: date, light: Light | None, today: date) -> tuple[Cell, Cell]:
    """The cells of a day and of its light: many lines have the same."""
    return Cell(by), light_cell(light, days_words((by - today).days))


def due_notes(
    lines: Sequence[DueLine],
    rows: Sequence[Row],
    today: date,
    rhythm: Span,
    unread: Unread = NOTHING_UNREAD,
    address: PlanAddress = HERE,
) -> list[str]:
    """The count of what is due, what is late but not shown, and what no date would bring up.

    These are the items that have none, those whose deadline nobody has understood, and the silent ones.
    `unread` is counted beside the rows; `address` is where commands that are told find the plan.
    """
    return [
        _count_words(lines, rows, today),
        *_put_off_notes(rows, unread),
        *_unclear_notes(rows, unread, address),
        *_undated_notes(rows, rhythm, unread, address),
    ]


def _put_off_notes(rows: Sequence[Row], unread: Unread) -> Iterator[str]:
    late = [row for row in rows if not row.is_overdue and row.is_overdue_as_printed]
    count = len(late) + unread.put_off
    if count:
        yield f"另有{count}项延过期，按原时限已逾期：{_ids(late, count)}"


def _unclear_notes(rows: Sequence[Row], unread: Unread, address: PlanAddress) -> Iterator[str]:
    unclear = [row for row in rows if row.is_unread]
    count = len(unclear) + unread.unclear
    if count:
        yield f"时限读不懂{count}项：{_ids(unclear, count)}；请在计划里写 due，见 {address.command('check')}"


def _ids(rows: Sequence[Row], count: int) -> str:
    """The numbers of the first rows."""
    more = "等" if count > MOST_NAMED else ""
    return f"{joined([shown_id(row.item.id, row.item) for row in rows[:MOST_NAMED]])}{more}"


def _count_words(lines: Sequence[DueLine], rows: Sequence[Row], today: date) -> str:
    found = by_lateness(((line.due.id, line.due.by) for line in lines), today)
    late, coming, shown = found.late, found.soon, found.together
    hidden = works_count(due.id for row in rows for due in row.open_dues if due.by < today)
    if hidden.times > late.times:
        listed = f"共{shown.words}" if lines else "没有即将到期的工作"
        return f"{listed}；另有{hidden.words}已逾期，没有列出"
    if not lines:
        return "没有逾期和到期的工作"
    return f"共{shown.short}：逾期{late.short}，即将到期{coming.short}"


def _undated_notes(rows: Sequence[Row], rhythm: Span, unread: Unread, address: PlanAddress) -> Iterator[str]:
    undated = unread.undated + sum(row.is_undated for row in rows)
    silences = [row.silent_days or 0 for row in rows if row.is_silent]
    silent = unread.silent + len(silences)
    if undated:
        yield f"另有{undated}项没有期限"
    if silent:
        told = f"{silent}项超过{rhythm}没有进展记录（最长{max(*silences, unread.longest, 0)}天）"
        yield f"未完成的工作里，{told}，见 {address.command('due --reports')}"
    elif unread.is_open or any(row.is_open for row in rows):
        yield f"未完成的工作{rhythm}内都有记录或刚刚下达"


def reports_sheet(asked: Sequence[Share], rhythm: Span) -> Sheet:
    """Who owes a report now: one line per work, the longest silent first; shares of silent units only."""
    silent = [(days, one) for one in asked if (days := one.too_silent) is not None]
    silent.sort(key=lambda pair: -pair[0])
    rows = [one.row for one in asked]
    columns = (ID, Column("无记录"), Column(owners_word(rows), weight=3), WORK)
    lines = tuple(
        (
            Cell(shown_id(one.row.item.id, one.row.item), Tone.STRONG),
            Cell(f"{days}天", Tone.YELLOW),
            Cell(joined([unit for unit in one.open_units if one.is_silent(unit)])),
            Cell(one.row.item.work),
        )
        for days, one in silent
    )
    note = f"共{len(lines)}项超过{rhythm}没有进展记录" if lines else f"{rhythm}内都有进展记录"
    return Sheet("该报进展的", columns, lines, (note,))
