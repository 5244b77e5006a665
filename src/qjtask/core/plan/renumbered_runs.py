"""Numbers that an insertion shifted, told together: 1.2—1.30 and not 29 lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.difference_kinds import Difference, DifferenceKind
from qjtask.core.plan.plan import Item


class _Moved(NamedTuple):
    """A work with the number that it was printed under, and the one it is now."""

    id: str
    before: str
    after: str


def renumbered(pairs: Sequence[tuple[Item, Item]]) -> Iterator[Difference]:
    """The works that are printed under another number, or that have another id, in the table's order."""
    for by, run in groupby(pairs, key=lambda pair: _shift(*pair)):
        if by:
            yield _told([_moved(before, item) for before, item in run])
            continue
        for before, item in run:
            yield from _told_alone(before, item)


def _told_alone(before: Item, item: Item) -> Iterator[Difference]:
    """What is told of a work that no run holds."""
    _, was, now = _moved(before, item)
    if before.id != item.id:
        told = f"{item.id}（新表印作{item.no}）" if item.no else item.id
        yield Difference(DifferenceKind.NUMBER, item.id, before.id, f"{told}，记录随去")
    elif was != now:
        yield Difference(DifferenceKind.NUMBER, item.id, f"印作{was}", f"印作{now}")


def _shift(before: Item, item: Item) -> tuple[int, ...]:
    """By how much the printed number moved under the same id; () where it did not, or not by a distance."""
    _, was, now = _moved(before, item)
    return _distance(was, now) if before.id == item.id else ()


def _moved(before: Item, item: Item) -> _Moved:
    return _Moved(item.id, _printed(before, item), _printed(item, before))


def _printed(item: Item, other: Item) -> str:
    """The number that a print gives an item, in the form in which the other print gives its own."""
    return item.no or (item.id.rpartition(".")[2] if other.no and "." not in other.no else item.id)


def _told(run: Sequence[_Moved]) -> Difference:
    """Works that follow each other and whose printed numbers moved by as much."""
    count = f"（{len(run)}项，编号不变）" if len(run) > 1 else "（编号不变）"
    before, after = _ends([one.before for one in run]), _ends([one.after for one in run])
    ids = _ends([one.id for one in run])
    return Difference(DifferenceKind.NUMBER, ids, f"印作{before}", f"印作{after}{count}")


def _ends(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}—{numbers[-1]}"


def _distance(before: str, after: str) -> tuple[int, ...]:
    """By how much each part of a number moved; () where it did not, or where that is no distance."""
    was, now = before.split("."), after.split(".")
    if len(was) != len(now) or before == after or not all(part.isdecimal() for part in (*was, *now)):
        return ()
    return tuple(int(other) - int(one) for one, other in zip(was, now, strict=True))
