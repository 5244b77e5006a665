"""Deadlines before the issue: one doubt for all, for they have one cause, the year or a page's day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qjtask.importing.cells.deadlines import EARLY
from qjtask.importing.document.doubts import Doubt, in_part, told_as_one

_FEWEST = 2


def joined_early(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """The doubts, those on several deadlines before the issue told as one where the first stands."""
    told = tuple(doubts)
    early = [doubt for doubt in told if doubt.fix == EARLY]
    if len(early) < _FEWEST:
        return told
    return told_as_one(told, [(early, _joined(early))])


def _joined(early: Sequence[Doubt]) -> Doubt:
    """One doubt for several: how many deadlines, and which."""
    first = early[0]
    printed = [one.read.partition("“")[2].rpartition("”")[0] for one in early]
    listed = in_part([f"“{text}”" for text in dict.fromkeys(printed)])
    before_what = first.read.rpartition("”")[2]
    return Doubt(
        first.place,
        f"{len(early)}项的完成时限{before_what}（{listed}）",
        first.assumed,
        f"{EARLY}，或用 --year 指明",
    )
