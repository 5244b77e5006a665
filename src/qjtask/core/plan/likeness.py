"""Which item of a new print is which item of the plan: by what is said, by the number, by the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.moves import Moves
from qjtask.core.plan.plan import BLANK_WORK, Group, Item, Plan
from qjtask.core.text.comparing import alike, bare, pairs_of

_SAME_NUMBER = 0.4  # of likeness: under the same number, a text this like is the same work rewritten
_ANYWHERE = 0.65
_SAME_HEADING = 0.6
_MOST_PAIRS = 60_000  # compared by text, in two seconds; beyond it, only those that share rare words
_RARE = 50  # items that share a pair of characters
_NEAREST = 5


class Match(NamedTuple):
    """Old ids by new ids, of items and of groups."""

    items: Mapping[str, str]
    groups: Mapping[str, str]


def match(old: Plan, new: Plan, moves: Moves, withdrawn: Collection[str] = ()) -> Match:
    """Pair the items and groups of two plans; what `moves` says is settled beforehand.

    An old item that an earlier print withdrew goes on only where its very words are printed again.
    """
    found: dict[str, str] = dict(moves.goes_on)
    gone = frozenset(withdrawn)
    left, after = _left(old, {*moves.joined, *moves.gone}), _left(new, moves.parts)
    _same_text([one for one in left if one.id not in gone], after, found)
    _blank_again([one for one in left if one.id not in gone], after, found)
    _same_text([one for one in left if one.id in gone], after, found)
    _like_text([one for one in left if one.id not in gone], after, found)
    return Match(found, _groups(old.groups, new.groups, found))


def _left(plan: Plan, taken: Collection[str]) -> list[Item]:
    return [item for item in plan.items() if item.id not in taken]


def _same_text(old: Sequence[Item], new: Sequence[Item], found: dict[str, str]) -> None:
    """Equal texts pair, those with the same number first, then in order."""
    by_text: dict[str, dict[str, str]] = {}  # ids by number
    taken = set(found.values())
    for item in old:
        if item.id not in taken:
            by_text.setdefault(bare(item.work), {})[_number(item)] = item.id
    waiting: list[tuple[str, dict[str, str]]] = []
    for item in new:
        if item.id in found:
            continue
        ids = by_text.get(bare(item.work), {})
        if item.id in ids:
            found[item.id] = ids.pop(item.id)
        else:
            waiting.append((item.id, ids))
    for item_id, ids in waiting:
        if ids:
            found[item_id] = ids.pop(next(iter(ids)))


def _blank_again(old: Sequence[Item], new: Sequence[Item], found: dict[str, str]) -> None:
    """What a person wrote where a print has no work goes on under its number while there is none."""
    taken = set(found.values())
    written = {_number(item): item.id for item in old if "work" in item.settled and item.id not in taken}
    for item in new:
        if item.work == BLANK_WORK and item.id not in found and item.id in written:
            found[item.id] = written.pop(item.id)


def _number(item: Item) -> str:
    """The number under which the plan's last print has an item: an earlier one may have shifted it."""
    return item.no if "." in item.no else item.id


def _like_text(old: Sequence[Item], new: Sequence[Item], found: dict[str, str]) -> None:
    """What is left pairs by likeness, the most alike first; the same number makes two texts more alike."""
    taken = set(found.values())
    left = [item for item in old if item.id not in taken]
    after = [item for item in new if item.id not in found]
    free = {item.id for item in left}
    for _, old_id, new_id in sorted(_scored(left, after), reverse=True):
        if new_id not in found and old_id in free:
            found[new_id] = old_id
            free.remove(old_id)


def _scored(left: Sequence[Item], after: Sequence[Item]) -> Iterator[tuple[float, str, str]]:
    """The pairs of old and new items that are alike enough: how much, and both ids."""
    compared = _compared(left, many=len(left) * len(after) > _MOST_PAIRS)
    for item in after:
        for one in compared(item):
            more = _ANYWHERE - _SAME_NUMBER if _number(one) == item.id else 0.0
            score = alike(one.work, item.work) + more
            if score >= _ANYWHERE:
                yield score, one.id, item.id


def _compared(left: Sequence[Item], *, many: bool) -> Callable[[Item], Iterable[Item]]:
    """Finds the old items that a new one is compared with: all, or of many those near and of its number."""
    if not many:
        return lambda _: left
    by_number = {_number(item): item for item in left}
    near = _near(left)
    return lambda item: dict.fromkeys((*([by_number[item.id]] if item.id in by_number else ()), *near(item)))


def _near(items: Sequence[Item]) -> Callable[[Item], list[Item]]:
    """Finds the items that share most pairs of characters with another: of many, only these are compared.

    Pairs that stand in many items tell none of them from the others.
    """
    having: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        for pair in pairs_of(item.work):
            having.setdefault(pair, []).append(at)

    def near(item: Item) -> list[Item]:
        rare = (having[pair] for pair in pairs_of(item.work) if 0 < len(having.get(pair, ())) <= _RARE)
        shared = Counter(chain.from_iterable(rare))
        nearest = nsmallest(_NEAREST, shared, key=lambda at: (-shared[at], at))
        return [items[at] for at in nearest]

    return near


def _groups(old: Sequence[Group], new: Sequence[Group], items: Mapping[str, str]) -> dict[str, str]:
    """A group goes on as the one with its heading, else as the one most of its items come from."""
    found: dict[str, str] = {}
    left = {group.id: group for group in old}
    for twin_of in (_same_heading, _kin_heading, partial(_most_items, items)):
        for group in new:
            twin = None if group.id in found else twin_of(group, left)
            if twin is not None:
                found[group.id] = left.pop(twin).id
    return found


def _same_heading(group: Group, left: Mapping[str, Group]) -> str | None:
    return next((one.id for one in left.values() if bare(one.heading) == bare(group.heading)), None)


def _kin_heading(group: Group, left: Mapping[str, Group]) -> str | None:
    """The group of the same number, if its heading is like enough."""
    one = left.get(group.id)
    return one.id if one is not None and alike(one.heading, group.heading) >= _SAME_HEADING else None


def _most_items(items: Mapping[str, str], group: Group, left: Mapping[str, Group]) -> str | None:
    """The group that most items come from."""
    most = _commonest(items[item.id].partition(".")[0] for item in group.items if item.id in items)
    return most if most in left else None


def _commonest(values: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda value: counts[value], default="")
