"""The columns of an index that say of its works together which are wanted when: nobody need look at them all.

They are made of the works' outlooks; works whose outlooks change are taken out before, and put in after.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from qjtask.core.standing.what_to_read import UNREAD, WANTED
from qjtask.storage.index.index_form import INT, Arrays, Columns, Unfit

_ORDERS: Mapping[str, Callable[[Columns, int], int]] = {
    "by_due": lambda columns, work: columns["next_due"][work],
    "by_printed": lambda columns, work: columns["printed"][work],
    "unclear": lambda columns, work: columns["kind"][work] & UNREAD,
}
"""By what the wanted works of a column are ordered; a work of which that is 0 does not stand in it."""


def wanted_columns(columns: Arrays) -> Arrays:
    """The columns, made of those of the outlooks."""
    wanted = _wanted(columns, range(len(columns["kind"])))
    found = {"alike": array(INT)}
    for name, of in _ORDERS.items():
        days = {work: day for work in wanted if (day := of(columns, work))}
        found[name] = array(INT, sorted(days, key=days.__getitem__))
    _count({**columns, **found}, wanted, 1)
    return found


def take_out(columns: Arrays, works: Iterable[int]) -> None:
    """Take works out of the columns, as long as their outlooks are what these were made of."""
    wanted = _wanted(columns, works)
    for work in wanted:
        for name in _orders_of(columns, work):
            at = _place(columns, name, work)
            if columns[name][at : at + 1] != array(INT, [work]):
                raise Unfit
            del columns[name][at]
    _count(columns, wanted, -1)


def put_in(columns: Arrays, works: Iterable[int]) -> None:
    """Put works into the columns that do not stand in them."""
    wanted = _wanted(columns, works)
    for work in wanted:
        for name in _orders_of(columns, work):
            columns[name].insert(_place(columns, name, work), work)
    _count(columns, wanted, 1)


def _wanted(columns: Columns, works: Iterable[int]) -> list[int]:
    return [work for work in works if columns["kind"][work] & WANTED]


def _orders_of(columns: Columns, work: int) -> list[str]:
    return [name for name, of in _ORDERS.items() if of(columns, work)]


def _place(columns: Columns, name: str, work: int) -> int:
    """Where a work stands in a column, or would stand."""
    of = _ORDERS[name]
    return bisect_left(columns[name], (of(columns, work), work), key=lambda one: (of(columns, one), one))


def _count(columns: Arrays, wanted: Iterable[int], times: int) -> None:
    """Count the wanted works that are `alike` so many times more: their silence's day, kind, and number."""
    known = iter(columns["alike"])
    alike = Counter({(since, kind): works for since, kind, works in zip(known, known, known, strict=True)})
    for work in wanted:
        alike[columns["since"][work], columns["kind"][work]] += times
    counted = ((since, kind, works) for (since, kind), works in sorted(alike.items()) if works)
    columns["alike"][:] = array(INT, chain.from_iterable(counted))
