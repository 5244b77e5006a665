"""Builders of plans, logs and rows: what a test does not say is the same everywhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History, history
from qjtask.core.plan.plan import Group, Item, Milestone, Owner, Plan, Rules, Target
from qjtask.core.standing.rows import rows
from qjtask.core.time.deadline import read_deadline
from qjtask.core.time.span import parse_span
from qjtask.storage.plans.plan_file import load_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pytest

    from qjtask.core.layout.sheet import Sheet
    from qjtask.core.problem import Problem, Refused
    from qjtask.core.standing.row import Row
    from qjtask.core.time.span import Span

ROOT = Path(__file__).parents[2]
ISSUED = date(2021, 3, 26)
YEAR = 2021
_FIRST_WRITTEN = datetime(2021, 3, 26, 9, tzinfo=timezone(timedelta(hours=8)))
_written = count()


def day(text: str) -> date:
    """`06-30` or `2022-06-30`: a year that is not said is the plan's."""
    return date.fromisoformat(text if len(text) > len("06-30") else f"{YEAR}-{text}")


@lru_cache
def shipped() -> Plan:
    """The plan that comes with the program: 45 items, 20 of them undated."""
    return load_plan(ROOT / "data" / "tasks.yaml", "tasks.yaml")


def milestone(by: str, work: str = "阶段工作") -> Milestone:
    return Milestone(day(by), work)


def item(
    item_id: str = "9.1",
    *,
    work: str = "",
    lead: tuple[str, ...] | None = None,
    units: tuple[str, ...] = ("审批科",),
    deadline: str = "2021年6月30日",
    milestones: tuple[Milestone, ...] = (),
    targets: tuple[Target, ...] = (),
    note: str = "",
    issued: date | None = ISSUED,
    no: str = "",
    support: tuple[str, ...] = (),
    owner: Owner | None = None,
    report_every: str | None = "",
) -> Item:
    """An item; led by an office where it has a responsible one, else nobody's, if no lead is named.

    An item with a day is to be reported on once a year, so that nothing but its day speaks, unless a
    test gives another rhythm, or None for that of the plan.
    """
    if lead is None:
        lead = ("区行政服务中心",) if units else ()
    read = read_deadline(deadline, year=YEAR, issued=issued)
    if report_every == "":
        report_every = "1y" if read.date or read.recurrence else None
    return Item(
        id=item_id,
        work=work or f"做好{item_id}",
        lead=lead,
        units=units,
        deadline=read,
        milestones=milestones,
        targets=targets,
        note=note,
        no=no,
        support=support,
        owner=owner,
        report_every=span(report_every) if report_every else None,
        line=10,
        column=5,
    )


def plan(
    *items: Item,
    units: Mapping[str, tuple[str, ...]] | None = None,
    warn: str = "30d",
    review: str = "30d",
    issued: date | None = ISSUED,
    owner: Owner = Owner.UNITS,
    members: Mapping[str, tuple[str, ...]] | None = None,
) -> Plan:
    """The items under groups of their own numbers, in the order given."""
    groups: dict[str, list[Item]] = {}
    for one in items:
        groups.setdefault(one.id.split(".")[0], []).append(one)
    return Plan(
        title="2021年工作任务分解",
        year=YEAR,
        groups=tuple(Group(name, f"第{name}项重点任务", tuple(found)) for name, found in groups.items()),
        issued=issued,
        units=units or {},
        rules=Rules(span(warn), span(review), owner=owner),
        members=members or {},
    )


def span(text: str) -> Span:
    found = parse_span(text)
    assert found
    return found


def entry(
    item_id: str = "9.1",
    do: Do = Do.DONE,
    on: str = "06-10",
    *,
    unit: str | None = None,
    text: str = "",
    percent: int | None = None,
    to: str | None = None,
    undoes: Entry | None = None,
    values: Mapping[str, str] | None = None,
    evidence: tuple[str, ...] = (),
    by: str | None = None,
) -> Entry:
    """An entry written after every one built before it."""
    number = next(_written)
    return Entry(
        id=f"{number:016x}",
        item=item_id,
        do=do,
        on=day(on),
        at=_FIRST_WRITTEN + timedelta(seconds=number),
        by=by,
        unit=unit,
        text=text,
        evidence=evidence,
        percent=percent,
        to=day(to) if to else None,
        undoes=undoes.id if undoes else None,
        values=values or {},
        line=number + 1,
    )


def standing(on: Plan | Item, entries: Iterable[Entry] = (), today: str = "06-10") -> list[Row]:
    """The rows of a plan, or of a plan of one item."""
    return rows(on if isinstance(on, Plan) else plan(on), entries, day(today))


def row(on: Plan | Item, entries: Iterable[Entry] = (), today: str = "06-10", item_id: str = "") -> Row:
    """The row of one item; of the first where none is named."""
    found = standing(on, entries, today)
    return next(one for one in found if item_id in ("", one.item.id))


def past(entries: Iterable[Entry], today: str = "12-31") -> History:
    return history(entries, day(today))


def refused(refusal: pytest.ExceptionInfo[Refused]) -> tuple[Problem, ...]:
    return refusal.value.problems


def texts(sheet: Sheet) -> list[list[str]]:
    """A sheet's cells as people read them."""
    return [[cell.text for cell in cells] for cells in sheet.rows]


def column(sheet: Sheet, heading: str) -> list[str]:
    """One column of a sheet, by its heading."""
    index = [one.heading for one in sheet.columns].index(heading)
    return [cells[index].text for cells in sheet.rows]
