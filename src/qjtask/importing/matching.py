"""Which item of a new print is which item of the plan: by what is said, by the number, by the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from qjtask.core.plan import Group, Item, Plan
from qjtask.importing.body import alike
from qjtask.importing.clean import bare

_SAME_NUMBER = 0.4  # of likeness: under the same number, a text this like is the same work rewritten
_ANYWHERE = 0.65
_SAME_HEADING = 0.6
_MOST_PAIRS = 1_000_000  # compared by text; beyond it, only numbers and equal texts decide


class Match(NamedTuple):
    """Old ids by new ids, of items and of groups."""

    items: Mapping[str, str]
    groups: Mapping[str, str]


def match(old: Plan, new: Plan, moved: Mapping[str, str]) -> Match:
    """Pair the items and groups of two plans; `moved` is settled beforehand, old ids by new ids."""
    found: dict[str, str] = dict(moved)
    _same_text(old, new, found)
    _same_number(old, new, found)
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


def _same_number(old: Plan, new: Plan, found: dict[str, str]) -> None:
    left = {item.id: item for item in _left(old, set(found.values()))}
    for item in _left(new, found):
        before = left.get(item.id)
        if before is not None and alike(before.work, item.work) >= _SAME_NUMBER:
            found[item.id] = before.id


def _like_text(old: Plan, new: Plan, found: dict[str, str]) -> None:
    """What is left pairs by likeness, the most alike first."""
    before, after = _left(old, set(found.values())), _left(new, found)
    if len(before) * len(after) > _MOST_PAIRS:
        return
    pairs = [(alike(one.work, other.work), one.id, other.id) for one in before for other in after]
    for score, old_id, new_id in sorted(pairs, reverse=True):
        if score < _ANYWHERE:
            break
        if new_id not in found and old_id not in set(found.values()):
            found[new_id] = old_id


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
