"""Packs: what each responsible unit is sent to fill in, so that it reports without the command line.

One table a unit: its own open share, locked, and columns to fill beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.layout.document import date_words
from qjtask.core.layout.sheet import Cell, Tone
from qjtask.core.log.entry import DO_WORDS, Do
from qjtask.core.log.history import History
from qjtask.core.log.order import latest
from qjtask.core.packs.pack_form import (
    DAY_LABEL,
    FIELDS,
    PERCENT,
    UNIT_LABEL,
    Field,
    Identity,
    cut,
    digest,
    milestone_work,
)
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Problem
from qjtask.core.sheets.history_sheet import entry_words
from qjtask.core.sheets.tones import LIGHT_TONES, light_cell
from qjtask.core.standing.row import Row
from qjtask.core.standing.silence import silent_days_of
from qjtask.core.standing.words import days_words, deadline_words, heading, status_words

_REPORTS = frozenset((Do.START, Do.NOTE, Do.DONE, Do.HOLD, Do.REOPEN, Do.EXTEND))


class PackLine(NamedTuple):
    """One row: the id of an item or milestone, the locked cells, and the digest of its text."""

    id: str
    cells: tuple[Cell, ...]
    digest: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns to fill here: a milestone is met or not, and has no percentage."""
        return FIELDS if milestone_number(self.id) is None else tuple(f for f in FIELDS if f != PERCENT)


class Pack(NamedTuple):
    """One unit's table as of `day`; `title` and `document` are the plan's."""

    unit: str
    day: date
    title: str
    document: str
    year: int
    lines: tuple[PackLine, ...]

    @property
    def head(self) -> tuple[str, ...]:
        """What identifies the table to people."""
        document = (f"文号：{self.document}",) if self.document else ()
        return (f"{UNIT_LABEL}{self.unit}", f"{DAY_LABEL}{date_words(self.day)}", *document)

    @property
    def identity(self) -> Identity:
        """What identifies it to the machine."""
        digests = {line.id: line.digest for line in self.lines}
        return Identity(self.unit, self.day, self.document, self.title, digests)


def packs(
    plan: Plan, rows: Sequence[Row], past: History, today: date, only: Collection[str] = ()
) -> list[Pack]:
    """A pack for each responsible unit (of `only`, if any) that has something open, in the plan's order."""
    names = unit_names(plan)
    lines: dict[str, list[PackLine]] = {unit: [] for unit in names.shown() if not only or unit in only}
    for row in rows:
        for unit in row.open_units:
            if unit in lines:
                lines[unit].extend(_lines(plan, row, unit, past, today, names))
    return [
        Pack(unit, today, plan.title, plan.document, plan.year, tuple(found))
        for unit, found in lines.items()
        if found
    ]


def left_out(rows: Sequence[Row], found: Sequence[Pack], only: Collection[str]) -> list[Problem]:
    """What no pack holds, to be told: units named that have nothing open, open items that name no unit."""
    made = {pack.unit for pack in found}
    doubts = [
        Problem(unit, "没有未完成的工作，没有生成填报表", is_warning=True)
        for unit in sorted(only)
        if unit not in made
    ]
    nobody = [row.item.id for row in rows if row.is_open and not row.units]
    if nobody and not only:
        told = f"{len(nobody)}项没有写责任单位，不在任何填报表里：{'、'.join(nobody)}"
        doubts.append(Problem("", told, "请用 qjtask note、done 登记", is_warning=True))
    if not found and not only:
        doubts.append(Problem("", "没有未完成的工作，没有生成填报表", is_warning=True))
    return doubts


def _lines(
    plan: Plan, row: Row, unit: str, past: History, today: date, names: UnitNames
) -> Iterator[PackLine]:
    item = row.item
    situation = Cell(status_words(row))
    if row.light:
        silent = silent_days_of(plan, row, unit, today)
        days = f"静默{silent}天" if row.days_left is None else days_words(row.days_left)
        words = f"{light_cell(row.light, days).text}，{status_words(row)}"
        situation = Cell(words, LIGHT_TONES[row.light])
    by = Cell(row.deadline) if row.deadline else Cell(deadline_words(row))
    yield _line(row, item.id, item.work, by, situation, _last(row, item.id, unit, past, names))
    lights = {due.id: due.light for due in row.dues}
    for milestone in row.milestones:
        if milestone.done_on is None:
            words = days_words((milestone.by - today).days)
            situation = light_cell(lights[milestone.id], words)
            last = _last(row, milestone.id, unit, past, names)
            yield _line(
                row, milestone.id, milestone_work(milestone.work), Cell(milestone.by), situation, last
            )


def _line(row: Row, marked: str, work: str, by: Cell, situation: Cell, last: str) -> PackLine:
    cells = (
        Cell(marked, Tone.STRONG),
        Cell(cut(heading(row.group))),
        Cell(cut(work)),
        by,
        situation,
        Cell(cut(last)),
    )
    return PackLine(marked, cells, digest(work))


def _last(row: Row, marked: str, unit: str, past: History, names: UnitNames) -> str:
    """The latest that was reported on it by this unit, or by nobody in particular."""
    last = latest(
        entry
        for entry in past.by_item.get(row.item.id, ())
        if entry.item == marked
        and entry.do in _REPORTS
        and (entry.unit is None or names.canonical((entry.unit,))[0] == unit)
    )
    if last is None:
        return ""
    words = entry_words(last._replace(unit=None))
    return f"{last.on} {DO_WORDS[last.do]}{f'：{words}' if words else ''}"
