"""What was measured of an item's targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qjtask.core.log.entry import Entry
from qjtask.core.log.order import happened
from qjtask.core.plan.plan import Target


def measurements(targets: Sequence[Target], entries: Iterable[Entry]) -> Mapping[str, str]:
    """The value of each target as decimal text: the latest, by the day it happened; amounts summed.

    A target that the plan no longer has keeps its latest value.
    """
    told = [entry for entry in entries if entry.values]
    if not told:  # as of most works
        return {}
    found: dict[str, str] = {}
    for entry in sorted(told, key=happened):
        found.update(entry.values)
    for target in targets:
        if target.cumulative and target.name in found:
            found[target.name] = _sum(entry.values.get(target.name, "0") for entry in told)
    return found


def _sum(amounts: Iterable[str]) -> str:
    from decimal import Decimal, localcontext  # exact: 0.1 and 0.2 are 0.3

    with localcontext(prec=60):
        return f"{sum(map(Decimal, amounts), Decimal()):f}"
