"""What an index alone tells of what was typed: which works numbers mean, and which a list has to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from qjtask.core.plan.ids import group_meant, numbers_meant, plain_ids, words_typed
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.list_to_read import list_to_read
from qjtask.core.standing.query import Query
from qjtask.storage.index.plan_index import PlanIndex


def items_known(typed: Sequence[str], index: PlanIndex) -> frozenset[str] | None:
    """The items that numbers mean; None where one names nothing, or the plan is needed to know."""
    found = [ids_known(word, index) for word in words_typed(typed)]
    return frozenset(item for each in found for item in each or ()) if all(found) else None


def ids_known(word: str, where: PlanIndex | Plan) -> list[str] | None:
    """The items that a number means, all if it is ""; None where more than numbers is needed to know."""
    if isinstance(where, PlanIndex) and plain_ids([word]) and where.find(word) is not None:
        return [word]
    items = where.numbered if isinstance(where, PlanIndex) else list(where.items())
    return numbers_meant(word, items) if word else [item.id for item in items]


def groups_known(word: str, where: PlanIndex | Plan) -> list[str]:
    """The groups that a number means, all if it is ""."""
    ids = where.groups if isinstance(where, PlanIndex) else [group.id for group in where.groups]
    found = group_meant(word, ids) if word else None
    return [found] if found else [] if word else ids


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
