"""The columns of an index that say of its works together which are wanted when: nobody need look at them all.

They are made of the works' outlooks, and change with these.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from qjtask.core.standing.what_to_read import UNREAD, WANTED, alike_in
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
    _count({**columns, **found}, _alike(columns, wanted))
    return found


def change(columns: Arrays, outlooks: Mapping[int, Mapping[str, int]]) -> None:
    """Give works other outlooks. Unfit where the columns were not made of those that they have."""
    before = _wanted(columns, outlooks)
    alike = [*_alike(columns, before)]
    for work in before:
        for name in _orders_of(columns, work):
            at = _place(columns, name, work)
            if columns[name][at : at + 1] != array(INT, [work]):
                raise Unfit
            del columns[name][at]
    for work, numbers in outlooks.items():
        for name, number in numbers.items():
            columns[name][work] = number
    after = _wanted(columns, outlooks)
    for work in after:
        for name in _orders_of(columns, work):
            columns[name].insert(_place(columns, name, work), work)
    if alike != (now := [*_alike(columns, after)]):
        _count(columns, now, alike)


def _alike(columns: Columns, wanted: Iterable[int]) -> Iterator[tuple[int, int]]:
    """What works are counted together by: their silence's day, and their kind."""
    return ((columns["since"][work], columns["kind"][work]) for work in wanted)


def _wanted(columns: Columns, works: Iterable[int]) -> list[int]:
    return [work for work in works if columns["kind"][work] & WANTED]


def _orders_of(columns: Columns, work: int) -> list[str]:
    return [name for name, of in _ORDERS.items() if of(columns, work)]


def _place(columns: Columns, name: str, work: int) -> int:
    """Where a work stands in a column, or would stand."""
    of = _ORDERS[name]
    return bisect_left(columns[name], (of(columns, work), work), key=lambda one: (of(columns, one), one))


def _count(columns: Arrays, more: Iterable[tuple[int, int]], less: Iterable[tuple[int, int]] = ()) -> None:
    """Count `more` of the wanted works by what they are alike in, and `less` no longer."""
    alike = alike_in(columns["alike"])
    for one in more:
        alike[one] = alike.get(one, 0) + 1
    for one in less:
        alike[one] = alike.get(one, 0) - 1
    counted = ((since, kind, works) for (since, kind), works in sorted(alike.items()) if works)
    columns["alike"][:] = array(INT, chain.from_iterable(counted))
