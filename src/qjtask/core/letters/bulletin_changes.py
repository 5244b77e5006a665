"""What changed in the bulletin's figures since the last one; the changes add up as the figures do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import date_words
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.counts import Category, tally
from qjtask.core.standing.row import Row
from qjtask.core.standing.tally_changes import TallyChange


def change_words(then: Sequence[Row], now: Sequence[Row], since: date, only: Collection[str] = ()) -> str:
    """与5月10日相比，已完成增加3项，推进中减少2项……。; "" where there was nothing to compare with.

    `then` are the rows as of `since`; they count as they stand for the units in `only`, if any are named.
    """
    if not then:
        return ""
    changes = TallyChange(tally("", then, only), tally("", now, only))
    counts = "，".join(
        _grown([("总数", changes.total), *((kind.value, changes.count(kind)) for kind in Category)])
    )
    beside = "，".join(_grown((aside.value, changes.aside(aside)) for aside in Aside))
    told = "；此外，".join(filter(None, (counts, beside))) or "各项数字没有变化"
    return f"与{date_words(since)}相比，{told}。"


def _grown(changes: Iterable[tuple[str, int]]) -> Iterator[str]:
    for name, change in changes:
        if change:
            yield f"{name}{'增加' if change > 0 else '减少'}{abs(change)}项"
