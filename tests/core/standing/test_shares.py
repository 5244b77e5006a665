"""A unit's share by itself: the same for the timeline, the calendar and the board."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.shares import are_shares_done
from tests.core.plans import entry, item, row

SHARED = item("1.1", units=("甲科", "乙科"))
MINE = entry("1.1", unit="甲科")


@pytest.mark.parametrize(
    ("log", "only", "is_done"),
    [
        ([MINE], {"甲科"}, True),
        ([MINE], {"乙科"}, False),
        ([MINE], {"甲科", "乙科"}, False),
        ([MINE], {"甲科", "丙科"}, True),
        ([MINE], {"丙科"}, False),
        ([MINE], set(), False),
        ([], {"甲科"}, False),
        ([MINE, entry("1.1", Do.DROP)], {"甲科"}, False),
        ([MINE, entry("1.1", Do.REOPEN, unit="甲科")], {"甲科"}, False),
    ],
)
def test_every_named_unit_s_share(log: list[Entry], only: set[str], is_done: bool) -> None:
    assert are_shares_done(row(SHARED, log), only) is is_done
