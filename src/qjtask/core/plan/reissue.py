"""A plan brought up to date with a new print of its table: which item is which, and what that changes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from qjtask.core.plan.differences import Difference, differences
from qjtask.core.plan.ids import item_id_of, ref_of
from qjtask.core.plan.keeping import kept_item, kept_plan, unsaid_of_items
from qjtask.core.plan.likeness import Match, match
from qjtask.core.plan.plan import Group, Plan
from qjtask.core.problem import Problem, Refused

_ID = re.compile(r"[1-9][0-9]{0,3}\.[1-9][0-9]{0,3}")


class Update(NamedTuple):
    """The updated plan, what changed, and whose log entries have a new item: old id -> new id.

    `printed` is each item's number in the new print, `origins` its id in the old plan, both by its
    id in the updated plan.
    """

    plan: Plan
    changes: tuple[Difference, ...]
    carried: Mapping[str, str]
    printed: Mapping[str, str]
    origins: Mapping[str, str]


def update(old: Plan, new: Plan, moved: Mapping[str, str], reported: Collection[str]) -> Update:
    """Bring `old` up to date with `new`, the plan as imported.

    An item keeps its id as long as it stays in its group; what a hand added to it is kept, as
    `keeping` says. `moved` says which old item a new one is (both as numbered in
    their own print); `reported` are the ids that the log speaks of. Refused when one of these would
    lose its item, or `moved` names what is not there.
    """
    known = match(old, new, _checked(moved, old, new))
    ids = _ids(old, new, known, reported)
    carried = {
        before: ids[after]
        for after, before in known.items.items()
        if ids[after] != before and before in reported
    }
    _refuse_losses(old, known, carried, moved, reported)
    items_of = {item.id: item for item in old.items()}
    unsaid = unsaid_of_items(new)
    groups: list[Group] = []
    for group in new.groups:
        items = tuple(
            kept_item(items_of[known.items[item.id]], item, ids[item.id], unsaid)
            if item.id in known.items
            else item._replace(id=ids[item.id])
            for item in group.items
        )
        groups.append(
            group._replace(id=ids[group.id], items=items, printed=_printed(group, ids[group.id], old))
        )
    plan = kept_plan(old, new)._replace(groups=tuple(groups))
    printed = {ids[item.id]: item.id for item in new.items()}
    origins = {ids[after]: before for after, before in known.items.items()}
    return Update(plan, tuple(differences(old, plan, known.items, printed)), carried, printed, origins)


def _printed(group: Group, group_id: str, old: Plan) -> str:
    """How a heading's number is printed: as in the new print, else as a hand wrote it in the plan."""
    return group.printed or next((one.printed for one in old.groups if one.id == group_id), "")


def _checked(moved: Mapping[str, str], old: Plan, new: Plan) -> Mapping[str, str]:
    """`moved` by the new id: what it names must be there, and each item only once."""
    before, after = {item.id for item in old.items()}, {item.id for item in new.items()}
    problems = [
        Problem("--moved", f"{plan}里没有 {one}", "请写成 旧编号=新编号，如 9.2=9.3")
        for pair in moved.items()
        for one, ids, plan in zip(pair, (before, after), ("现有计划", "新表"), strict=True)
        if one not in ids
    ]
    if len(set(moved.values())) < len(moved):
        problems.append(Problem("--moved", "两个旧编号指向同一个新编号", "一项工作只能接续一项"))
    if problems:
        raise Refused(problems)
    return {after: before for before, after in moved.items()}


def _refuse_losses(
    old: Plan, known: Match, carried: Mapping[str, str], moved: Mapping[str, str], reported: Collection[str]
) -> None:
    """Refused with every item whose entries would be left without one, or would change item unasked."""
    stays = set(known.items.values())
    problems = [
        Problem(
            item.id, "记录里有这一项的进展，新表里却没有它", f"若它成了另一项，请加 --moved {item.id}=新编号"
        )
        for item in old.items()
        if item.id in reported and item.id not in stays
    ]
    printed = {before: after for after, before in known.items.items()}
    problems += [
        Problem(
            before,
            f"记录里有这一项的进展，它在新表里改到了 {after}",
            f"认可请加 --moved {before}={printed[before]}",
        )
        for before, after in carried.items()
        if before not in moved
    ]
    if problems:
        raise Refused(problems)


def _ids(old: Plan, new: Plan, known: Match, reported: Collection[str]) -> dict[str, str]:
    """The id of each new group and item: the old one where it goes on, else the printed one, else a free one.

    An id that ever was is not given to another work: the log may speak of it, though the old plan
    no longer does.
    """
    ids: dict[str, str] = dict(known.groups)
    spoken_of = {one for one in reported if _ID.fullmatch(one)}  # a hand may have written anything
    taken = {group.id for group in old.groups} | {one.partition(".")[0] for one in spoken_of}
    for group in new.groups:
        if group.id not in ids:
            ids[group.id] = _free(group.id, taken)
            taken.add(ids[group.id])
    used = {item.id for item in old.items()} | spoken_of
    for group in new.groups:
        own = ids[group.id]
        for item in group.items:
            before = known.items.get(item.id, "")
            if before.startswith(f"{own}."):
                ids[item.id] = before
                continue
            wanted = f"{own}.{item.id.partition('.')[2]}"
            ids[item.id] = wanted if wanted not in used else _next_item(own, used)
            used.add(ids[item.id])
    return ids


def _free(wanted: str, taken: Collection[str]) -> str:
    return wanted if wanted not in taken else str(max(map(int, taken)) + 1)


def _next_item(group: str, used: Collection[str]) -> str:
    numbers = [ref_of(one)[1] for one in used if one.startswith(f"{group}.")]
    return f"{group}.{max(numbers, default=0) + 1}"


def items_reported(entry_items: Collection[str]) -> frozenset[str]:
    """The ids of the items that entries speak of."""
    return frozenset(map(item_id_of, entry_items))
