"""What was finished, as the bulletin tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Paragraph, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.bulletin_cells import ID, WORK, what_words
from qjtask.core.log.fold import Status
from qjtask.core.plan.numbers import shown_id
from qjtask.core.standing.dues import DueKind
from qjtask.core.standing.late import works_count
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, shares
from qjtask.core.standing.words import owner_words, owners_word

_Finished = tuple[str, tuple[Cell, ...]]
"""A line under its id."""

_Days = tuple[date | None, date | None]
"""The day that something is held to, and the printed one."""


def finished_blocks(rows: Sequence[Row], only: Collection[str], since: date) -> list[Block]:
    """What was finished since then, that day included, as it stands for the units in `only`, if any."""
    ids, finished = [], []
    for one in shares(rows, only):
        for marked, cells in _finished(one, since):
            ids.append(marked)
            finished.append(cells)
    if not finished:
        return [Paragraph("这段时间没有新完成的工作。")]
    columns = (ID, WORK, Column(owners_word(rows), weight=2), Column("完成日期"), Column("是否按期"))
    return [Paragraph(f"共{works_count(ids).words}："), Sheet("", columns, tuple(finished))]


def _finished(one: Share, since: date) -> Iterator[_Finished]:
    """One line for each thing of a row finished since then: its milestones, then its periods or the whole.

    Of a row that is not finished, the share of those who have done theirs.
    """
    row = one.row
    for due in (*row.milestones, *row.periods):
        if due.done_on and due.done_on >= since:
            period = f"（{date_words(due.by)}一期）" if due.kind is DueKind.PERIOD else ""
            days = (due.by, due.printed)
            yield _finished_cells(row, due.id, f"{what_words(row, due)}{period}", due.done_on, days)
    done_on = one.done_on if row.status is Status.DONE or one.is_ahead else None
    if done_on and done_on >= since and not row.periods:
        yield _finished_cells(row, row.item.id, row.item.work, done_on, (row.deadline, row.extended_from))


def _finished_cells(row: Row, marked: str, what: str, on: date, days: _Days) -> _Finished:
    told = Cell(shown_id(marked, row.item)), Cell(what), Cell(owner_words(row)), Cell(on)
    return marked, (*told, _in_time(on, *days))


def _in_time(on: date, by: date | None, printed: date | None) -> Cell:
    """按期, or by how many days late; never plain 按期 where that is so by virtue of an extension."""
    if by is None:
        return Cell("")
    late = (on - by).days
    if late > 0:
        return Cell(f"逾期{late}天", Tone.RED)
    return Cell(f"延期后按期（原定{date_words(printed)}）") if printed and on > printed else Cell("按期")
