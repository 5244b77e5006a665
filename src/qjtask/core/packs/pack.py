"""Packs: what each unit that owes something is sent to fill in, so that it reports without the command line.

One table per unit: its own open share, locked, and columns to fill beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import date_words
from qjtask.core.layout.sheet import Cell, Tone
from qjtask.core.log.entry import DO_WORDS, Do
from qjtask.core.log.history import History
from qjtask.core.log.order import latest
from qjtask.core.named_tuple import NamedTuple
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
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames, owner_names, unit_names
from qjtask.core.problem import Problem
from qjtask.core.sheets.history_sheet import entry_words
from qjtask.core.sheets.tones import LIGHT_TONES, light_cell
from qjtask.core.standing.light import Reason
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit, open_rows
from qjtask.core.standing.words import (
    NOBODY,
    days_words,
    deadline_words,
    heading,
    joined,
    light_words,
    row_light_words,
    status_words,
)

_REPORTS = frozenset((Do.START, Do.NOTE, Do.DONE, Do.HOLD, Do.REOPEN, Do.RETURN, Do.EXTEND))


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
    """A pack for each unit (of `only`, if any) of which something is wanted, in the plan's order."""
    names = unit_names(plan)
    found = []
    for unit, mine in by_unit(rows, owner_names(plan, names), only).items():
        open_to_it = [share.row for share in mine if share.is_open]
        if open_to_it and unit != NOBODY:
            lines = (line for row in open_to_it for line in _lines(row, unit, past, today, names))
            found.append(Pack(unit, today, plan.title, plan.document, plan.year, tuple(lines)))
    return found


def not_packed(rows: Sequence[Row], found: Sequence[Pack], only: Collection[str]) -> list[Problem]:
    """What no pack holds, to be told: units named that have nothing open, open items that name no unit."""
    made = {pack.unit for pack in found}
    nothing = "没有未完成的工作，没有生成填报表"
    if only:
        return [Problem(unit, nothing, is_warning=True) for unit in sorted(only) if unit not in made]
    doubts = [] if found else [Problem("", nothing, is_warning=True)]
    if missed := [row.item.id for row in open_rows(rows, (NOBODY,))]:
        told = f"{len(missed)}项没有写责任单位，不在任何填报表里：{joined(missed)}"
        doubts.insert(0, Problem("", told, "请用 qjtask note、done 登记", is_warning=True))
    return doubts


def _lines(row: Row, unit: str, past: History, today: date, names: UnitNames) -> Iterator[PackLine]:
    item = row.item
    situation = Cell(status_words(row))
    if row.light:
        situation = Cell(f"{_light_words(row, unit)}，{status_words(row)}", LIGHT_TONES[row.light])
    by = Cell(row.deadline) if row.deadline else Cell(deadline_words(row))
    yield _line(row, item.id, item.work, by, situation, _last(row, item.id, unit, past, names))
    for one in row.milestones:
        if one.is_open:
            situation = light_cell(one.light, days_words((one.by - today).days))
            last = _last(row, one.id, unit, past, names)
            yield _line(row, one.id, milestone_work(one.what), Cell(one.by), situation, last)


def _light_words(row: Row, unit: str) -> str:
    """The light with the first reason for it; of silence, which is the unit's own."""
    is_silent = row.reasons[:1] == (Reason.SILENT,)
    if row.light and (is_silent or (not row.reasons and row.days_left is None)):
        return light_words(row.light, f"静默{Share(row, (unit,)).silent_days}天")
    return row_light_words(row)


def _line(row: Row, marked: str, work: str, by: Cell, situation: Cell, last: str) -> PackLine:
    cells = (
        Cell(shown_id(marked, row.item), Tone.STRONG),
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
