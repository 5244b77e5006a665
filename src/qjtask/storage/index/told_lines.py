"""What is told of a log's lines, and on which days, as an index keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.log.entry import Entry
from qjtask.core.log.log_doubts import log_doubts
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames
from qjtask.core.problem import Problem
from qjtask.core.standing.row import Row
from qjtask.storage.index.index_form import ToldLine, Unfit

EVER = 0
"""The day from which on what is told of the log depends on the day, where an acceptance is by who claimed."""


def told_by_reader(problems: Iterable[Problem], shown: str) -> Iterator[ToldLine]:
    """What the reader told of a log's lines."""
    for problem in problems:
        line = str(problem.where).removeprefix(f"{shown}:").removesuffix(":1")
        if not line.isdecimal():
            raise Unfit
        yield ToldLine(int(line), problem.what, problem.fix, problem.is_warning)


def lasting_doubts(plan: Plan, entries: Sequence[Entry], names: UnitNames | None = None) -> list[ToldLine]:
    """What is told of entries on any day; `names` are those of the plan's offices, where they are known."""
    return list(told_by_reader(log_doubts(plan, entries, "", date.max, names), ""))


def before_own_acceptances(rows: Iterable[Row]) -> Iterator[tuple[int, int]]:
    """Up to which days acceptances by who claimed are not told of yet."""
    for row in rows:
        for entry in row.state.own_acceptances:
            yield EVER, entry.on.toordinal()


def days_ahead(entries: Iterable[Entry]) -> Iterator[tuple[int, int]]:
    """From which day on to before which one an entry is told of as dated ahead."""
    for entry in entries:
        if entry.at.date() < entry.on:
            yield entry.at.date().toordinal(), entry.on.toordinal()
