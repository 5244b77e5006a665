"""What is counted beside the categories and adds up with nothing: an item may have several of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from qjtask.core.log.fold import Status
from qjtask.core.standing.light import Reason
from qjtask.core.standing.row import Row
from qjtask.core.standing.target_marks import missed_targets, unmeasured_targets


class Aside(StrEnum):
    """What is told of an item beside its category."""

    OVERDUE_AS_PRINTED = "按原时限逾期"
    EXTENDED = "延过期"
    UNREAD = "时限读不懂"
    SILENT = "久无进展"
    BEHIND = "落后于序时"
    TARGETS_MISSED = "完成而指标未达标"
    TARGETS_UNMEASURED = "完成而指标没有报数"
    ACCEPTED = "经销号完成"
    RETURNED = "退回过"


_TESTS: Mapping[Aside, Callable[[Row], bool]] = {
    Aside.OVERDUE_AS_PRINTED: lambda row: row.is_overdue_as_printed,
    Aside.EXTENDED: lambda row: _is_put_off(row) and row.status is not Status.DROPPED,
    Aside.UNREAD: lambda row: row.is_unread,
    Aside.SILENT: lambda row: row.is_silent,
    Aside.BEHIND: lambda row: Reason.BEHIND in row.reasons,
    Aside.TARGETS_MISSED: lambda row: row.status is Status.DONE and bool(missed_targets(row)),
    Aside.TARGETS_UNMEASURED: lambda row: row.status is Status.DONE and bool(unmeasured_targets(row)),
    Aside.ACCEPTED: lambda row: row.state.accepted is not None,
    Aside.RETURNED: lambda row: bool(row.state.returns) and row.status is not Status.DROPPED,
}


def _is_put_off(row: Row) -> bool:
    return any(one.is_later for one in row.state.extensions)


def has_aside(row: Row, aside: Aside) -> bool:
    """Whether a row is counted there."""
    return _TESTS[aside](row)


def asides(rows: Iterable[Row]) -> Counter[Aside]:
    """How many of the rows have each."""
    return Counter(aside for row in rows for aside, test in _TESTS.items() if test(row))


def aside_words(found: Counter[Aside]) -> str:
    """按原时限逾期2项，延过期1项; nothing where there is none. The order is that of Aside."""
    return "，".join(f"{aside}{found[aside]}项" for aside in Aside if found[aside])
