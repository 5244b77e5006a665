"""Offices that go by another name in a new print: renamed, or merged into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.unit_names import UnitNames, unit_names

_FEWEST_OF_KNOWN = 2  # works that go over together to an office that was there before
_LIKE = 0.5


class Rename(NamedTuple):
    """An office whose name `before` the new print has nowhere, where `items` of its works name `after`."""

    before: str
    after: str
    items: tuple[str, ...]


def suspected_renames(old: Plan, new: Plan, origins: Mapping[str, str]) -> list[Rename]:
    """The offices of the old plan that seem to go by another name: all their works name that one now.

    `origins` are the ids of the old works that go on, by those of their new prints. A name that the old
    plan gives as another one's is known already, and is none.
    """
    names = unit_names(old)
    works_before = {item.id: item for item in old.items()}
    pairs = [(works_before[origins[item.id]], item) for item in new.items() if item.id in origins]
    still_named = {name for item in new.items() for name in _offices(item, names)}
    works: dict[str, list[str]] = {}
    gained: dict[str, Counter[str]] = {}
    for before, after in pairs:
        was, now = _offices(before, names), _offices(after, names)
        for name in was:
            if name not in still_named:
                works.setdefault(name, []).append(before.id)
                gained.setdefault(name, Counter()).update(one for one in now if one not in was)
    known = {name for item in old.items() for name in _offices(item, names)}
    return list(_likely(works, gained, known))


def _likely(
    works: Mapping[str, Sequence[str]], gained: Mapping[str, Counter[str]], known: Collection[str]
) -> Iterator[Rename]:
    for name, ids in works.items():
        in_all = [one for one, count in gained[name].items() if count == len(ids)]
        likeness, after = max(((_likeness(name, one), one) for one in in_all), default=(0.0, ""))
        is_plain = len(in_all) == 1 and (after not in known or len(ids) >= _FEWEST_OF_KNOWN)
        if is_plain or likeness >= _LIKE:
            yield Rename(name, after, tuple(ids))


def _likeness(one: str, other: str) -> float:
    """How much two names share, sign by sign: 公路科 and 公路养护科."""
    from difflib import SequenceMatcher  # of updates only

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _offices(item: Item, names: UnitNames) -> tuple[str, ...]:
    """The offices of an item in any role, by the names to show."""
    return names.canonical((*item.lead, *item.units, *item.support))


def with_renames(plan: Plan, same: Mapping[str, str]) -> Plan:
    """The plan in which each old name of `same` is another name of the new one, in the old one's place."""
    if not same:
        return plan
    units: dict[str, tuple[str, ...]] = {}
    members: dict[str, tuple[str, ...]] = {}
    declared = {**plan.units, **{old: () for old in same if old not in plan.units}}
    for name, others in declared.items():
        shown = same.get(name, name)
        names = (*units.get(shown, ()), *others, *((name,) if shown != name else ()))
        units[shown] = tuple(dict.fromkeys(names))
    for name, offices in plan.members.items():
        members[same.get(name, name)] = tuple(dict.fromkeys(same.get(one, one) for one in offices))
    return plan._replace(units=units, members=members)
