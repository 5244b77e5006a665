"""Who is chased for what: what a unit is late with, how often it was asked, and its letter's number."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History
from qjtask.core.log.order import happened
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames, owner_names, unit_names
from qjtask.core.problem import Problem
from qjtask.core.standing.dues import Due, DueState
from qjtask.core.standing.query import due_lines
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit
from qjtask.core.standing.words import NOBODY, joined
from qjtask.core.time.span import Span

_SETTLE = (Do.DONE, Do.REOPEN, Do.EXTEND)
"""After these a thing that is late is late anew, and its first chase is the first."""

_NAME = re.compile(r"催办〔(\d{4})〕第(\d{1,9})号")


class Asked(NamedTuple):
    """One thing that a unit is chased for: a date that is `late`, or a work on which it has been `silent`.

    The days of silence are the unit's own. On the days `before` the unit was chased for it already.
    """

    row: Row
    late: Due | None
    silent: int | None
    before: tuple[date, ...]

    @property
    def id(self) -> str:
        """The id of the item or milestone."""
        return self.late.id if self.late else self.row.item.id

    @property
    def what(self) -> str:
        """What was to be done."""
        return self.late.what if self.late else self.row.item.work

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
    over: Span | None = None,
) -> list[Chase]:
    """A letter for each unit (of `only`, if any are named) that is late or silent, in the plan's order.

    With `over` only for what is late by more than that, and for no silence.

    `written` is the whole log, with the lines `newer` than this version: no number that it holds is given
    to another letter, be that letter taken back or dated later than `today`. A letter that is logged
    already on `today` keeps its number, and is not counted as one before itself.
    """
    names = unit_names(plan)
    before = _Before(past, names, today)
    numbers = _Numbers(past, written, newer, names, today)
    found = []
    for unit, mine in by_unit(rows, owner_names(plan, names), only).items():
        open_to_it = [share for share in mine if share.is_open]
        asked = tuple(_asked(unit, open_to_it, before, over)) if unit != NOBODY else ()
        if asked:
            is_logged = numbers.has(unit)
            found.append(Chase(unit, numbers.of(unit), today, answer_by, asked, is_logged))
    return found


def _asked(unit: str, mine: Sequence[Share], before: _Before, over: Span | None) -> Iterator[Asked]:
    until = over.before(before.today) if over else before.today
    for row, due in due_lines([share.row for share in mine], until):
        if due.state is DueState.OVERDUE and due.by < until:
            yield Asked(row, due, None, before.of(row, due.id, unit))
    for share in mine if over is None else ():
        if share.too_silent is not None and not share.row.is_overdue:
            yield Asked(share.row, None, share.too_silent, before.of(share.row, share.row.item.id, unit))


class _Before:
    """The days before today on which a unit was chased for a thing, since it was last settled."""

    def __init__(self, past: History, names: UnitNames, today: date) -> None:
        self._past = past
        self._names = names
        self.today = today

    def of(self, row: Row, thing: str, unit: str) -> tuple[date, ...]:
        """The days, oldest first. What is undated is settled by any report, a date by its own marks."""
        days: list[date] = []
        for entry in sorted(self._past.by_item.get(row.item.id, ()), key=happened):
            if entry.do is Do.CHASE:
                if entry.item == thing and _unit(entry, self._names) == unit and entry.on < self.today:
                    days.append(entry.on)
            elif not row.open_dues or (
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
        """The number of a unit's letter; to be asked for once per unit."""
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


def not_chased(
    rows: Sequence[Row], letters: Sequence[Chase], only: Collection[str], over: Span | None = None
) -> list[Problem]:
    """What no letter holds: units named that are neither late nor silent, late items that name no unit."""
    chased = {letter.unit for letter in letters}
    nothing = f"没有逾期超过{over}的工作，不用催办" if over else "没有逾期和久无进展的工作，不用催办"
    if only:
        return [Problem(unit, nothing, is_warning=True) for unit in sorted(only) if unit not in chased]
    nobodys = by_unit(rows, (NOBODY,), (NOBODY,))[NOBODY]
    missed = [share.row.item.id for share in nobodys if _is_wanted(share.row, over)]
    if missed:
        state = f"逾期超过{over}" if over else "逾期或久无进展"
        told = f"{len(missed)}项{state}，但没有写责任单位：{joined(missed)}"
        return [Problem("", told, "请另行催办，或在计划里补上 units", is_warning=True)]
    return [] if letters else [Problem("", nothing, is_warning=True)]


def _is_wanted(row: Row, over: Span | None) -> bool:
    if over is None:
        return row.is_overdue or row.is_silent
    return row.next_due is not None and row.next_due < over.before(row.at.today)


def chase_entries(
    letters: Sequence[Chase],
    past: History,
    at: datetime,
    by: str | None,
    new_id: Callable[[], str],
) -> list[Entry]:
    """What to append to the log: one entry per letter and thing, without those logged on the same day."""
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
