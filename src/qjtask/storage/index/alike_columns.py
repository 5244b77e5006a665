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


def count(alike: AlikeWorks, index: PlanIndex, times: int = 1) -> None:
    """Count those of a plan so many times more."""
    alike.add(index.columns["alike"], index.said.rhythms, times)
