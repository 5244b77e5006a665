"""进展情况表: the official table given back, with what the log knows of each item beside it.

The columns of the notice are printed as it printed them, 序号 and headings too, so that the
file can be imported again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import compress

from qjtask.core.layout.document import Document, Part, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.progress_words import problem_words, progress_words, state_words
from qjtask.core.log.history import History
from qjtask.core.plan.numbers import printed_numbers
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Owner, Plan
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.sheets.tones import LIGHT_TONES
from qjtask.core.standing.counts import summary_words
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import SUPPORT, heading, joined
from qjtask.core.time.deadline import Deadline

HELD_TO = Column("更新后到期日期", on_paper=False)
FINISHED = Column("是否完成（日期）", on_paper=False)
"""The days as days, in a workbook. Of columns so headed `import` knows that no notice printed them."""

_UNITS = OWNER_WORDS[Owner.UNITS]
_COLUMNS = (
    Column("序号"),
    Column("重点任务", weight=3, merged=True),
    Column("具体工作", weight=8),
    Column("牵头单位", weight=3),
    Column(_UNITS, weight=2),
    Column(SUPPORT, weight=2),
    Column("完成时限"),
    HELD_TO,
    Column("进展情况", weight=5),
    Column("完成状态", weight=2),
    FINISHED,
    Column("存在问题", weight=3),
)


def progress_report(
    plan: Plan, rows: Sequence[Row], past: History, today: date, sign: str = "", about: str = ""
) -> Document:
    """The table as of `today`; `rows` are those to show, in the table's order; `sign` is the log's digest's.

    That stands over the table: what stands under one would be read into its last row. `about` stands after
    the title: whose works these are, where they are not all. The columns are those of the notice: that of
    the supporting offices only where it has one, and that of the 责任单位 unless it has lead offices only.
    """
    title = f"{plan.title}{about}进展情况表"
    numbers = printed_numbers(plan)
    absent = frozenset(_absent(rows))
    kept = [column.heading not in absent for column in _COLUMNS]
    lines = tuple(
        tuple(compress((Cell(numbers[row.item.id]), *_line(row, past, today, plan.year)), kept))
        for row in rows
    )
    as_of = f"（截至{date_words(today)}）"
    head = (plan.document, _issue(plan), as_of, summary_words(rows), sign and digest_line(sign))
    sheet = Sheet("", tuple(compress(_COLUMNS, kept)), lines)
    return Document(title, (Part(title, (sheet,), tuple(line for line in head if line)),), is_wide=True)


def _issue(plan: Plan) -> str:
    day = f"{date_words(plan.issued)}印发" if plan.issued else ""
    return f"{plan.issuer}　{day}" if plan.issuer and day else plan.issuer or day


def _absent(rows: Sequence[Row]) -> Iterator[str]:
    """The headings of offices that the notice does not have."""
    if not any(row.support for row in rows):
        yield SUPPORT
    if any(row.lead for row in rows) and not any(row.units for row in rows):
        yield _UNITS


def _line(row: Row, past: History, today: date, year: int) -> tuple[Cell, ...]:
    item = row.item
    entries = past.by_item.get(item.id, ())
    tone = LIGHT_TONES[row.light] if row.light else Tone.DIM
    return (
        Cell(heading(row.group)),
        Cell(item.work),
        Cell(joined(item.lead)),
        Cell(joined(item.units)),
        Cell(joined(item.support)),
        deadline_cell(item.deadline),
        Cell(row.deadline),
        Cell(progress_words(row, entries, year)),
        Cell(state_words(row), tone),
        Cell(row.state.done_on),
        Cell(problem_words(row, entries, today, year), Tone.RED if row.is_overdue else Tone.PLAIN),
    )


def deadline_cell(deadline: Deadline) -> Cell:
    """The deadline as printed; a real date where the print says one day and nothing else."""
    text, day = deadline.text.strip(), deadline.date
    if day and text in (day.isoformat(), date_words(day)):
        return Cell(day)
    return Cell(text)
