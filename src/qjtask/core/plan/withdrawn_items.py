"""Items that a new print no longer has, kept where they stood in the plan."""

from __future__ import annotations

from collections.abc import Collection

from qjtask.core.plan.plan import Group, Item, Plan


def with_withdrawn(plan: Plan, old: Plan, gone: Collection[str]) -> Plan:
    """The updated plan with the items of the old one that are `gone`, each behind the one it stood behind.

    A group that the print no longer has stays for them alone.
    """
    if not gone:
        return plan
    ids = frozenset(gone)
    going_on = {group.id: group for group in plan.groups}
    made: dict[str, Group] = {}
    behind: dict[str | None, list[Group]] = {}
    last: str | None = None
    for group in old.groups:
        left = tuple(item for item in group.items if item.id in ids)
        if group.id in going_on:
            last = group.id
            if left:
                made[group.id] = _with_items(going_on[group.id], group, ids)
        elif left:
            behind.setdefault(last, []).append(group._replace(items=left))
    groups = [*behind.get(None, ())]
    for group in plan.groups:
        groups += [made.get(group.id, group), *behind.get(group.id, ())]
    return plan._replace(groups=tuple(groups))


def _with_items(group: Group, old: Group, gone: Collection[str]) -> Group:
    """A group with those of its old items that are gone."""
    goes_on = {item.id for item in group.items}
    behind: dict[str | None, list[Item]] = {}
    last: str | None = None
    for item in old.items:
        if item.id in gone:
            behind.setdefault(last, []).append(item)
        elif item.id in goes_on:
            last = item.id
    items = [*behind.get(None, ())]
    for item in group.items:
        items += [item, *behind.get(item.id, ())]
    return group._replace(items=tuple(items))
