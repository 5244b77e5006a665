"""What an index alone tells of what was typed: which works numbers mean, and which a list has to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from qjtask.core.plan.ids import numbers_meant, plain_ids, words_typed
from qjtask.core.standing.list_to_read import list_to_read
from qjtask.core.standing.query import Query
from qjtask.storage.plan_index import PlanIndex


def items_known(typed: Sequence[str], index: PlanIndex) -> frozenset[str] | None:
    """The items that numbers mean; None where one names nothing, or the plan is needed to know."""
    plain = plain_ids(typed)
    if plain is not None and all(index.find(one) is not None for one in plain):
        return frozenset(plain)
    found = [numbers_meant(word, index.numbered) for word in words_typed(typed)]
    return frozenset(item for each in found for item in each or ()) if all(found) else None


def works_to_list(query: Query, index: PlanIndex, today: date) -> list[int] | None:
    """The works among which all are that meet the query on that day; None where the index cannot tell."""
    sets: list[Iterable[int] | None] = [list_to_read(query, index.outlooks(), today)]
    if query.items is not None:
        places = [index.find(one) for one in query.items]
        sets.append([place for place in places if place is not None])
    if query.groups:
        sets.append(index.works_of(query.groups))
    known = [{*one} for one in sets if one is not None]
    return sorted(set.intersection(*known)) if known else None
