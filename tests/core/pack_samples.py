"""Packs of a small plan as they come back: what the tests of core/packs are about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from qjtask.core.log.entry import Entry
from qjtask.core.packs.filled_rows import Filled
from qjtask.core.packs.pack import packs
from qjtask.core.packs.pack_form import FIELDS, read_identity
from qjtask.core.packs.returns import ReturnsLedger, collect
from qjtask.core.packs.returns_sheet import Collected
from qjtask.core.packs.typed_cells import Typed
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.problem import Refused
from tests.core.plans import day, item, milestone, past, plan, refused, standing

TODAY = day("06-10")


AT = datetime(2021, 6, 10, 9, tzinfo=UTC)


LETTERS = dict(zip(("编号", "具体工作", *(field.heading for field in FIELDS)), "ACGHIJK", strict=True))


PLAN = plan(
    item("9.1"),
    item(
        "9.4",
        units=("审批科", "道路运输中心"),
        deadline="按时序推进",
        milestones=(milestone("04-30", "梳理"),),
    ),
    item("9.5", deadline="每季度末"),
    units={"审批科": ("行审批科",)},
)


def filled(
    *rows: dict[str, str],
    unit: str = "审批科",
    on: Plan = PLAN,
    when: str = "06-10",
    entries: tuple[Entry, ...] = (),
    shown: str = "a.xlsx",
) -> Filled:
    """A pack as it comes back: each of `rows` names its 编号 and what was filled in or changed."""
    made = packs(on, standing(on, entries, when), past(entries, when), day(when), (unit,))[0]
    identity = read_identity([*made.identity.rows()], shown)
    works = {line.id: line.cells[2].text for line in made.lines}
    typed = []
    for at, row in enumerate(rows, 5):
        texts = {"具体工作": works.get(row["编号"], ""), **row}
        typed.append(
            {
                name: Typed(texts.get(name, ""), f"{shown}:填报表!{letter}{at}")
                for name, letter in LETTERS.items()
            }
        )
    return Filled(shown, identity, Typed(unit, f"{shown}:填报表!A2"), tuple(typed))


def collected(
    *files: Filled,
    on: Plan = PLAN,
    log: tuple[Entry, ...] = (),
    today: str = "06-10",
    address: PlanAddress = HERE,
) -> Collected:
    now = day(today)
    known = ReturnsLedger(on, standing(on, log, today), log, now, address)
    return collect(files, known, now, AT, "张三")


def faults(*files: Filled, **ledger: Any) -> list[str]:
    with pytest.raises(Refused) as refusal:
        collected(*files, **ledger)
    return [str(problem) for problem in refused(refusal)]


def only(found: Collected) -> Entry:
    assert len(found.entries) == 1
    return found.entries[0]


def words(found: Collected) -> list[str]:
    return [change.words for change in found.changes]


ROWS = ({"编号": "9.1", "进展": "已办", "百分比": "60"}, {"编号": "9.4", "是否完成": "是", "完成日期": "6-3"})
