"""Which item of a new print is which item of the plan: by what is said, by the number, by the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from qjtask.core.plan.plan import Group, Item, Plan
from qjtask.core.text.comparing import alike, bare

_SAME_NUMBER = 0.4  # of likeness: under the same number, a text this like is the same work rewritten
_ANYWHERE = 0.65
_SAME_HEADING = 0.6
_MOST_PAIRS = 60_000  # compared by text, in two seconds; beyond it, only numbers and equal texts decide


class Match(NamedTuple):
    """Old ids by new ids, of items and of groups."""

    items: Mapping[str, str]
    groups: Mapping[str, str]


def match(old: Plan, new: Plan, moved: Mapping[str, str]) -> Match:
    """Pair the items and groups of two plans; `moved` is settled beforehand, old ids by new ids."""
    found: dict[str, str] = dict(moved)
    _same_text(old, new, found)
    _like_text(old, new, found)
    return Match(found, _groups(old.groups, new.groups, found))


def _left(plan: Plan, taken: Collection[str]) -> list[Item]:
    return [item for item in plan.items() if item.id not in taken]


def _same_text(old: Plan, new: Plan, found: dict[str, str]) -> None:
    """Equal texts pair, those with the same number first, then in order."""
    by_text: dict[str, list[str]] = {}
    for item in _left(old, set(found.values())):
        by_text.setdefault(bare(item.work), []).append(item.id)
    waiting: list[tuple[str, list[str]]] = []
    for item in _left(new, found):
        ids = by_text.get(bare(item.work), [])
        if item.id in ids:
            ids.remove(item.id)
            found[item.id] = item.id
        else:
            waiting.append((item.id, ids))
    for item_id, ids in waiting:
        if ids:
            found[item_id] = ids.pop(0)


def _like_text(old: Plan, new: Plan, found: dict[str, str]) -> None:
    """What is left pairs by likeness, the most alike first; the same number makes two texts more alike."""
    left, after = _left(old, set(found.values())), _left(new, found)
    before = {item.id: item for item in left}
    is_many = len(left) * len(after) > _MOST_PAIRS
    pairs = []
    for item in after:
        twins = [before[item.id]] if item.id in before else []
        for one in twins if is_many else left:
            more = _ANYWHERE - _SAME_NUMBER if one.id == item.id else 0.0
            score = alike(one.work, item.work) + more
            if score >= _ANYWHERE:
                pairs.append((score, one.id, item.id))
    for _, old_id, new_id in sorted(pairs, reverse=True):
        if new_id not in found and old_id in before:
            found[new_id] = before.pop(old_id).id


def _groups(old: Sequence[Group], new: Sequence[Group], items: Mapping[str, str]) -> dict[str, str]:
    """A group goes on as the one with its heading, else as the one most of its items come from."""
    found: dict[str, str] = {}
    left = {group.id: group for group in old}
    for is_same in (_equal, _kin):
        for group in new:
            if group.id in found:
                continue
            twin = next((one for one in left.values() if is_same(one, group)), None)
            if twin is not None:
                found[group.id] = left.pop(twin.id).id
    for group in new:
        origins = [items[item.id].partition(".")[0] for item in group.items if item.id in items]
        most = _commonest(origins)
        if group.id not in found and most in left:
            found[group.id] = left.pop(most).id
    return found


def _equal(one: Group, other: Group) -> bool:
    return bare(one.heading) == bare(other.heading)


def _kin(one: Group, other: Group) -> bool:
    return one.id == other.id and alike(one.heading, other.heading) >= _SAME_HEADING


def _commonest(values: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda value: counts[value], default="")
