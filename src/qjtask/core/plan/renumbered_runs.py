"""Numbers that an insertion shifted, told together: 1.2—1.30 and not 29 lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qjtask.core.plan.difference_kinds import Difference, DifferenceKind
from qjtask.core.plan.plan import Item


class _Run(NamedTuple):
    """Works that follow each other and whose printed numbers moved by as much."""

    by: tuple[int, ...]
    ids: list[str]
    before: list[str]
    after: list[str]


def renumbered(pairs: Sequence[tuple[Item, Item]]) -> Iterator[Difference]:
    """The works that are printed under another number, or that have another id, in the table's order."""
    run: _Run | None = None
    for before, item in pairs:
        was, now = _printed(before, item), _printed(item, before)
        by = _distance(was, now) if before.id == item.id else ()
        if run is not None and (not by or by != run.by):
            yield _told(run)
            run = None
        if before.id != item.id:
            told = f"{item.id}（新表印作{item.no}）" if item.no else item.id
            yield Difference(DifferenceKind.NUMBER, item.id, before.id, f"{told}，记录随去")
        elif was != now and not by:
            yield Difference(DifferenceKind.NUMBER, item.id, f"印作{was}", f"印作{now}")
        elif was != now:
            run = run or _Run(by, [], [], [])
            for numbers, one in ((run.ids, item.id), (run.before, was), (run.after, now)):
                numbers.append(one)
    if run is not None:
        yield _told(run)


def _printed(item: Item, other: Item) -> str:
    """The number that a print gives an item, in the form in which the other print gives its own."""
    return item.no or (item.id.rpartition(".")[2] if other.no and "." not in other.no else item.id)


def _told(run: _Run) -> Difference:
    count = f"（{len(run.ids)}项，编号不变）" if len(run.ids) > 1 else "（编号不变）"
    before, after = f"印作{_ends(run.before)}", f"印作{_ends(run.after)}{count}"
    return Difference(DifferenceKind.NUMBER, _ends(run.ids), before, after)


def _ends(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}—{numbers[-1]}"


def _distance(before: str, after: str) -> tuple[int, ...]:
    """By how much each part of a number moved; () where it did not, or where that is no distance."""
    was, now = before.split("."), after.split(".")
    if len(was) != len(now) or before == after or not all(part.isdecimal() for part in (*was, *now)):
        return ()
    return tuple(int(other) - int(one) for one, other in zip(was, now, strict=True))
