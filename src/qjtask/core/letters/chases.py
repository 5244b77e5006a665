"""Who is chased for what: what a unit is late with, how often it was asked, and its letter's number."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History
from qjtask.core.log.order import happened
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Problem
from qjtask.core.standing.query import due_lines
from qjtask.core.standing.row import Row
from qjtask.core.standing.silence import too_silent

_SETTLE = (Do.DONE, Do.REOPEN, Do.EXTEND)
"""After these a thing that is late is late anew, and its first chase is the first."""

_NAME = re.compile(r"催办〔(\d{4})〕第(\d{1,9})号")


class Asked(NamedTuple):
    """One thing that a unit is chased for: its id, what, by when (None if undated), how late.

    `printed` is the deadline in the notice's words; on the days `before` the unit was chased for it already.
    """

    id: str
    what: str
    by: date | None
    late: str
    printed: str
    before: tuple[date, ...]

    @property
    def times(self) -> int:
        """Which chase this is: 1 is the first."""
        return len(self.before) + 1


class Chase(NamedTuple):
    """One unit's letter; `number` counts the letters of the year. `is_logged` on the day itself."""

    unit: str
    number: int
    on: date
    answer_by: date
    asked: tuple[Asked, ...]
    is_logged: bool = False

    @property
    def name(self) -> str:
        """催办〔2021〕第3号, by which the log knows the letter."""
        return f"催办〔{self.on.year}〕第{self.number}号"

    @property
    def times(self) -> int:
        """The highest of its things'."""
        return max(one.times for one in self.asked)

    @property
    def last(self) -> date | None:
        """The day on which one of its things was chased last."""
        return max((day for one in self.asked for day in one.before), default=None)


def chases(
    plan: Plan,
    rows: Sequence[Row],
    past: History,
    written: Iterable[Entry],
    today: date,
    answer_by: date,
    only: Collection[str] = (),
    newer: Iterable[LogLine] = (),
) -> list[Chase]:
    """A letter for each unit (of `only`, if any are named) that is late or silent, in the plan's order.

    `written` is the whole log, with the lines `newer` than this version: no number that it holds is given
    to another letter, be that letter taken back or dated later than `today`. A letter that is logged
    already on `today` keeps its number, and is not counted as one before itself.
    """
    names = unit_names(plan)
    mine: dict[str, list[Row]] = {}
    for row in rows:
        for unit in row.open_units:
            mine.setdefault(unit, []).append(row)
    before = _Before(past, names, today)
    numbers = _Numbers(past, written, newer, names, today)
    found = []
    for unit in names.shown():
        asked = tuple(_asked(plan, unit, mine.get(unit, ()), today, before))
        if asked and (not only or unit in only):
            is_logged = numbers.has(unit)
            found.append(Chase(unit, numbers.of(unit), today, answer_by, asked, is_logged))
    return found


def _asked(plan: Plan, unit: str, mine: Sequence[Row], today: date, before: _Before) -> Iterator[Asked]:
    for row, due in due_lines(mine, today):
        if due.by < today:
            late = f"逾期{(today - due.by).days}天"
            yield Asked(due.id, due.what, due.by, late, _printed(row), before.of(row, due.id, unit))
    for row in mine:
        silent = too_silent(plan, row, unit, today)
        if silent is not None:
            late = f"{silent}天没有进展"
            days = before.of(row, row.item.id, unit)
            yield Asked(row.item.id, row.item.work, None, late, _printed(row), days)


def _printed(row: Row) -> str:
    return row.item.deadline.text.strip() or "没有写时限"


class _Before:
    """The days before today on which a unit was chased for a thing, since it was last settled."""

    def __init__(self, past: History, names: UnitNames, today: date) -> None:
        self._past = past
        self._names = names
        self._today = today

    def of(self, row: Row, thing: str, unit: str) -> tuple[date, ...]:
        """The days, oldest first. What is undated is settled by any report, a date by its own marks."""
        days: list[date] = []
        for entry in sorted(self._past.by_item.get(row.item.id, ()), key=happened):
            if entry.do is Do.CHASE:
                if entry.item == thing and _unit(entry, self._names) == unit and entry.on < self._today:
                    days.append(entry.on)
            elif not row.dues or (
                entry.do in _SETTLE
                and entry.item in (thing, row.item.id)
                and _unit(entry, self._names) in (None, unit)
            ):
                days.clear()
        return tuple(days)


class _Numbers:
    """The numbers of today's letters: those logged today keep theirs, the others go on from the highest."""

    def __init__(
        self,
        past: History,
        written: Iterable[Entry],
        newer: Iterable[LogLine],
        names: UnitNames,
        today: date,
    ) -> None:
        used = [_number(entry, today.year) for entry in written]
        texts = [line.text.decode("utf-8", "replace") for line in newer]
        used += [_in_year(name, today.year) for text in texts for name in re.finditer(_NAME, text)]
        self._last = max((number for number in used if number), default=0)
        self._logged: Mapping[str | None, int | None] = {
            _unit(entry, names): _number(entry, today.year)
            for entry in past.standing
            if entry.do is Do.CHASE and entry.on == today
        }

    def has(self, unit: str) -> bool:
        """Whether a letter to the unit is logged today."""
        return unit in self._logged

    def of(self, unit: str) -> int:
        """The number of a unit's letter; asked for once a unit."""
        number = self._logged.get(unit)
        if number is None:
            self._last += 1
            number = self._last
        return number


def _number(entry: Entry, year: int) -> int | None:
    """The number of the letter that a chase belongs to, if it is one of that year's."""
    found = _NAME.match(entry.text) if entry.do is Do.CHASE else None
    return _in_year(found, year) if found else None


def _in_year(name: re.Match[str], year: int) -> int | None:
    """The number in a letter's name, if it is one of that year's."""
    return int(name[2]) if int(name[1]) == year else None


def _unit(entry: Entry, names: UnitNames) -> str | None:
    return names.canonical((entry.unit,))[0] if entry.unit else None


def left_out(
    rows: Sequence[Row], letters: Sequence[Chase], today: date, only: Collection[str]
) -> list[Problem]:
    """What no letter holds: units named that are neither late nor silent, late items that name no unit."""
    chased = {letter.unit for letter in letters}
    doubts = [
        Problem(unit, "没有逾期和久无进展的工作，不用催办", is_warning=True)
        for unit in sorted(only)
        if unit not in chased
    ]
    nobody = [
        row.item.id
        for row in rows
        if row.is_open and not row.units and (row.is_silent or any(due.by < today for due in row.dues))
    ]
    if nobody and not only:
        told = f"{len(nobody)}项逾期或久无进展，但没有写责任单位：{'、'.join(nobody)}"
        doubts.append(Problem("", told, "请另行催办，或在计划里补上 units", is_warning=True))
    if not letters and not doubts:
        doubts.append(Problem("", "没有逾期和久无进展的工作，不用催办", is_warning=True))
    return doubts


def chase_entries(
    letters: Sequence[Chase],
    past: History,
    at: datetime,
    by: str | None,
    new_id: Callable[[], str],
) -> list[Entry]:
    """What to append to the log: an entry a letter and thing, without those logged on the same day."""
    logged = {(entry.text, entry.item, entry.on) for entry in past.standing if entry.do is Do.CHASE}
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
        if (letter.name, one.id, letter.on) not in logged
    ]
