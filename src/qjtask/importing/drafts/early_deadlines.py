"""Deadlines before the issue: one doubt for all, for they have one cause, the year or a page's day."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.importing.cells.deadlines import EARLY
from qjtask.importing.document.doubts import Doubt, in_part

_FEWEST = 2


def joined_early(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """The doubts, those on several deadlines before the issue told as one where the first stands."""
    told = tuple(doubts)
    early = [doubt for doubt in told if doubt.fix == EARLY]
    if len(early) < _FEWEST:
        return told
    printed = [one.read.partition("“")[2].rpartition("”")[0] for one in early]
    listed = in_part([f"“{text}”" for text in dict.fromkeys(printed)])
    before = early[0].read.rpartition("”")[2]
    items = tuple(dict.fromkeys(item for one in early for item in one.items))
    joined = Doubt(
        early[0].place,
        f"{len(early)}项的完成时限{before}（{listed}）",
        early[0].assumed,
        f"{EARLY}，或用 --year 指明",
        items,
        rows=tuple(dict.fromkeys(one.place for one in early)),
    )
    return tuple(joined if one is early[0] else one for one in told if one is early[0] or one.fix != EARLY)
