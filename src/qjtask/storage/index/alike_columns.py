"""The wanted works of plans that are counted together, by what their indexes hold of them."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.standing.alike_works import AlikeWorks
from qjtask.storage.index.plan_index import PlanIndex


def alike_of(indexes: Iterable[PlanIndex]) -> AlikeWorks:
    """Those of some plans."""
    found = AlikeWorks()
    for index in indexes:
        count(found, index)
    return found


def recount(alike: AlikeWorks, before: PlanIndex | None, now: PlanIndex | None) -> None:
    """Count those of a plan as they are now, and no more as they were: most reports change nothing."""
    if before and now and _alike(before) == _alike(now):
        return
    if before:
        count(alike, before, -1)
    if now:
        count(alike, now)


def _alike(index: PlanIndex) -> object:
    return bytes(index.columns["alike"]), index.said.rhythms


def count(alike: AlikeWorks, index: PlanIndex, times: int = 1) -> None:
    """Count those of a plan so many times more."""
    alike.add(index.columns["alike"], index.said.rhythms, times)
