"""催办单 and 督办单: what a unit is late with, how often it was asked, and by when it shall answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from qjtask.core.document import Block, Document, Paragraph, Part, date_words
from qjtask.core.entry import Do, Entry, History
from qjtask.core.numerals import to_chinese
from qjtask.core.plan import Plan
from qjtask.core.query import due_lines
from qjtask.core.row import Row
from qjtask.core.sheet import Cell, Column, Sheet, Tone
from qjtask.core.status import unit_names
from qjtask.core.text import shorten

_WHAT = 80
"""Cells of a work's text in a letter: a unit knows its work by the number, and a page has to hold it all."""


class Asked(NamedTuple):
    """One thing that a unit is chased for: its id, what, by when (None if undated), how late, how often."""

    id: str
    what: str
    by: date | None
    late: str
    times: int


class Chase(NamedTuple):
    """One unit's letter. `times` is the highest of its items', `last` the day of the letter before it."""

    unit: str
    number: int
    on: date
    answer_by: date
    asked: tuple[Asked, ...]
    times: int
    last: date | None

    @property
    def name(self) -> str:
        """催办〔2021〕第3号: the letters of a year are numbered as they are logged."""
        return f"催办〔{self.on.year}〕第{self.number}号"


def chases(
    plan: Plan, rows: Sequence[Row], past: History, today: date, answer_by: date, only: Collection[str] = ()
) -> list[Chase]:
    """A letter for each unit (of `only`, if any are named) that is late or silent, in the plan's order.

    A letter that is logged already on `today` keeps its number, and is not counted as one before itself.
    """
    earlier = [(unit, entry) for unit, entry in _chased(plan, past) if entry.on < today]
    counts = Counter((unit, entry.item) for unit, entry in earlier)
    last = {unit: entry.on for unit, entry in earlier}
    found = []
    for unit in unit_names(plan).shown():
        asked = tuple(_asked(unit, rows, today, counts))
        if asked and (not only or unit in only):
            times = max(one.times for one in asked)
            found.append(Chase(unit, 0, today, answer_by, asked, times, last.get(unit)))
    return _numbered(found, plan, past, today)


def _chased(plan: Plan, past: History) -> list[tuple[str, Entry]]:
    """The chases logged, with the name to show of their unit."""
    names = unit_names(plan)
    return [
        (names.canonical((entry.unit,))[0], entry)
        for entry in past.standing
        if entry.do is Do.CHASE and entry.unit
    ]


def _numbered(found: Sequence[Chase], plan: Plan, past: History, today: date) -> list[Chase]:
    letters = dict.fromkeys(
        (entry.on, unit) for unit, entry in _chased(plan, past) if entry.on.year == today.year
    )
    for chase in found:
        letters.setdefault((today, chase.unit))
    numbers = {letter: number for number, letter in enumerate(letters, 1)}
    return [chase._replace(number=numbers[today, chase.unit]) for chase in found]


def _asked(unit: str, rows: Sequence[Row], today: date, counts: Counter[tuple[str, str]]) -> Iterator[Asked]:
    mine = [row for row in rows if unit in row.open_units]
    for _, due in due_lines(mine, today):
        if due.by < today:
            late = f"逾期{(today - due.by).days}天"
            yield Asked(due.id, due.what, due.by, late, counts[unit, due.id] + 1)
    for row in mine:
        if row.is_silent:
            late = f"{row.silent_days}天没有进展"
            yield Asked(row.item.id, row.item.work, None, late, counts[unit, row.item.id] + 1)


def chase_document(plan: Plan, letters: Sequence[Chase]) -> Document:
    """The letters, one a page."""
    parts = tuple(_part(plan, letter) for letter in letters)
    return Document(f"{plan.title}催办单", parts)


def _part(plan: Plan, letter: Chase) -> Part:
    title = "催办单" if letter.times == 1 else f"督办单（第{to_chinese(min(letter.times, 999))}次催办）"
    sign = (*((plan.issuer,) if plan.issuer else ()), date_words(letter.on))
    return Part(title, tuple(_blocks(plan, letter)), (letter.name,), sign)


def _blocks(plan: Plan, letter: Chase) -> Iterator[Block]:
    document = f"（{plan.document}）" if plan.document else ""
    yield Paragraph(f"{letter.unit}：", Tone.STRONG)
    yield Paragraph(
        f"《{plan.title}》{document}中由你单位负责的下列{len(letter.asked)}项工作，"
        f"截至{date_words(letter.on)}仍未完成或久无进展："
    )
    yield Sheet("", _COLUMNS, tuple(map(_cells, letter.asked)))
    again = sum(one.times > 1 for one in letter.asked)
    if again and letter.last:
        yield Paragraph(
            f"其中{again}项此前已经催办，最近一次是{date_words(letter.last)}，至今没有办结，请主要负责人过问。"
        )
    yield Paragraph(
        f"请于{date_words(letter.answer_by)}前书面答复：已完成的报送完成日期和佐证材料，"
        "没有完成的说明进展、原因和预计完成日期。"
    )


_COLUMNS = (
    Column("编号"),
    Column("工作", weight=6),
    Column("期限"),
    Column("情况"),
)


def _cells(one: Asked) -> tuple[Cell, ...]:
    tone = Tone.RED if one.by else Tone.YELLOW
    by = Cell(one.by) if one.by else Cell("没有时限")
    again = f"，第{one.times}次催办" if one.times > 1 else ""
    return (Cell(one.id), Cell(shorten(one.what, _WHAT, 1)[0]), by, Cell(one.late + again, tone))


def chase_entries(
    plan: Plan,
    letters: Sequence[Chase],
    past: History,
    at: datetime,
    by: str | None,
    new_id: Callable[[], str],
) -> list[Entry]:
    """What to append to the log: an entry a letter and thing, without those logged on the same day."""
    logged = {(unit, entry.item, entry.on) for unit, entry in _chased(plan, past)}
    return [
        Entry(
            id=new_id(),
            item=one.id,
            do=Do.CHASE,
            on=letter.on,
            at=at,
            by=by,
            unit=letter.unit,
            text=letter.name,
            to=letter.answer_by,
        )
        for letter in letters
        for one in letter.asked
        if (letter.unit, one.id, letter.on) not in logged
    ]
