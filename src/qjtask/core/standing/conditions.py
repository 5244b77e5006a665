"""The words by which rows are asked for: every status, and whatever else `stats` counts rows by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from qjtask.core.log.fold import Status
from qjtask.core.standing.asides import Aside, has_aside
from qjtask.core.standing.counts import Category, category
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import STATUS_WORDS

Condition = Status | Category | Aside
"""A status is that of the log, late or not: 推进中 has the overdue ones too, which `stats` counts as 逾期."""


_WORDS: Mapping[Condition, str] = {
    **{status: word for status, word in STATUS_WORDS.items()},  # noqa: C416 - a dict of conditions
    **{counted: counted.value for counted in Category if counted not in STATUS_WORDS.values()},
    **{aside: aside.value for aside in Aside},
}


_OF_ACCEPTANCE = frozenset((Status.REPORTED, Aside.ACCEPTED, Aside.RETURNED))


def condition_words(*, accept: bool) -> Mapping[Condition, str]:
    """The words there are; those of acceptance only where the plan's rules ask for one."""
    return {one: word for one, word in _WORDS.items() if accept or one not in _OF_ACCEPTANCE}


def meets(row: Row, condition: Condition) -> bool:
    """Whether a row is among those that a word asks for."""
    if isinstance(condition, Status):
        return row.status is condition
    if isinstance(condition, Category):
        return category(row) is condition
    return has_aside(row, condition)


def counted_elsewhere(rows: Iterable[Row], asked: Collection[Condition]) -> Iterator[str]:
    """Why `stats` has fewer 推进中 than were found by that status: what is late it counts as 逾期."""
    if not any(isinstance(one, Status) for one in asked):
        return
    kinds = (kind for row in rows if (kind := category(row)) != STATUS_WORDS[row.status])
    found = Counter(kind for kind in kinds if kind not in asked)
    if found:
        told = "，".join(f"{kind}{found[kind]}项" for kind in Category if found[kind])
        yield f"其中{told}，统计和通报里另计"
