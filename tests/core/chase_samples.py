"""Chases of a small plan: what test_chases and test_chase_document are about."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from qjtask.core.letters.chases import Chase, chase_entries, chases
from tests.core.plans import day, item, past, plan, standing

if TYPE_CHECKING:
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan
    from qjtask.core.time.span import Span

TABLE = plan(
    item("1.1", work="迟到", units=("审批科", "建管科"), deadline="2021年5月31日"),
    item("1.2", work="沉默", units=("建管科",), deadline="持续推进"),
    item("1.3", work="未到", units=("养护科",), deadline="2021年12月31日"),
    units={"审批科": ("行审批科",)},
)
AT = datetime(2021, 6, 10, 9, tzinfo=UTC)


def letters(
    *entries: Entry,
    today: str = "06-10",
    only: tuple[str, ...] = (),
    on: Plan = TABLE,
    over: Span | None = None,
) -> list[Chase]:
    rows = standing(on, entries, today)
    return chases(on, rows, past(entries, today), entries, day(today), day("06-18"), only, over=over)


def logged(found: list[Chase], *entries: Entry) -> list[Entry]:
    ids = count(len(entries) + 1)
    made = chase_entries(found, past(entries), AT, "张三", lambda: f"chase{next(ids)}")
    return [*entries, *made]
