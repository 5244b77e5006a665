"""A plan brought up to date with a new print of its table: what differs, and what is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.plan.ids import item_id_of, ref_of
from qjtask.core.plan.likeness import Match, match
from qjtask.core.plan.plan import Group, Item, Milestone, Plan, Target
from qjtask.core.problem import Problem, Refused
from qjtask.core.time.deadline import Deadline

_ID = re.compile(r"[1-9][0-9]{0,3}\.[1-9][0-9]{0,3}")
_MOST_SHOWN = 60  # characters of a text that changed
_UNTITLED = "工作任务分解表"  # what a document without a title gives
_HEAD = {"title": "标题", "document": "文号", "issuer": "发文单位", "issued": "发文日期", "year": "年份"}


class DifferenceKind(StrEnum):
    """What happened to an item, to a group, or to the notice."""

    NEW = "新增"
    GONE = "取消"
    TEXT = "改文字"
    DEADLINE = "改时限"
    UNITS = "改单位"
    NUMBER = "改编号"
    STEP = "增节点"
    TARGET = "增指标"
    HEADING = "改重点任务"
    NOTICE = "改通知"


class Difference(NamedTuple):
    """One difference: the id in the updated plan (the old one of an item that is gone; "" for the notice)."""

    kind: DifferenceKind
    item: str
    before: str
    after: str


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

    An item keeps its id as long as it stays in its group; what a hand added to it (aliases, notes,
    milestones, targets) is kept. `moved` says which old item a new one is (both as numbered in
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
    groups: list[Group] = []
    for group in new.groups:
        items = tuple(
            _kept(items_of[known.items[item.id]], item, ids[item.id])
            if item.id in known.items
            else item._replace(id=ids[item.id])
            for item in group.items
        )
        groups.append(Group(ids[group.id], group.heading, items))
    units = {**old.units}
    for_names = {name for shown, others in old.units.items() for name in (shown, *others)}
    units.update({name: others for name, others in new.units.items() if name not in for_names})
    plan = new._replace(
        title=old.title if new.title == _UNTITLED else new.title,
        groups=tuple(groups),
        document=new.document or old.document,
        issuer=new.issuer or old.issuer,
        issued=new.issued or old.issued,
        units=units,
        rules=old.rules,
    )
    printed = {ids[item.id]: item.id for item in new.items()}
    origins = {ids[after]: before for after, before in known.items.items()}
    return Update(plan, tuple(_changes(old, plan, known, printed)), carried, printed, origins)


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


def _kept(old: Item, new: Item, item_id: str) -> Item:
    """The new print of a known item, with what a hand had added to it."""
    same = old.work == new.work
    milestones = old.milestones if same else (*old.milestones, *_added_steps(old, new))
    return new._replace(
        id=item_id,
        note=old.note or new.note,
        deadline=old.deadline if _is_same_day(old.deadline, new.deadline) else new.deadline,
        milestones=milestones,
        targets=old.targets if same else (*old.targets, *_added_targets(old, new)),
    )


def _is_same_day(old: Deadline, new: Deadline) -> bool:
    """Whether a deadline that a hand wrote as 2021-06-30 is printed as the same day."""
    is_iso = old.date is not None and old.text == old.date.isoformat()
    return is_iso and old._replace(text="") == new._replace(text="")


def _added_steps(old: Item, new: Item) -> list[Milestone]:
    days = {one.by for one in old.milestones}
    return [one for one in new.milestones if one.by not in days]


def _added_targets(old: Item, new: Item) -> list[Target]:
    known = {(one.name, one.unit) for one in old.targets} | {
        (one.at_least, one.at_most, one.unit) for one in old.targets
    }
    return [
        one
        for one in new.targets
        if not known & {(one.name, one.unit), (one.at_least, one.at_most, one.unit)}
    ]


def _changes(old: Plan, plan: Plan, known: Match, printed: Mapping[str, str]) -> list[Difference]:
    before_of = {item.id: item for item in old.items()}
    found = _changes_above(old, plan)
    for item in plan.items():
        before_id = known.items.get(printed[item.id])
        if before_id is None:
            found.append(Difference(DifferenceKind.NEW, item.id, "", _short(item.work)))
            continue
        before = before_of[before_id]
        if before.id != item.id or printed[item.id] != item.id:
            after = item.id if printed[item.id] == item.id else f"{item.id}（新表印作{printed[item.id]}）"
            found.append(Difference(DifferenceKind.NUMBER, item.id, before.id, after))
        if before.work != item.work:
            found.append(Difference(DifferenceKind.TEXT, item.id, _short(before.work), _short(item.work)))
        if before.deadline.text != item.deadline.text:
            found.append(
                Difference(
                    DifferenceKind.DEADLINE,
                    item.id,
                    before.deadline.text or "未写",
                    item.deadline.text or "未写",
                )
            )
        if (before.lead, before.units) != (item.lead, item.units):
            found.append(Difference(DifferenceKind.UNITS, item.id, _names(before), _names(item)))
        for step in item.milestones[len(before.milestones) :]:
            found.append(Difference(DifferenceKind.STEP, item.id, "", f"{step.by} {_short(step.work)}"))
        for target in item.targets[len(before.targets) :]:
            found.append(Difference(DifferenceKind.TARGET, item.id, "", _short(_bound(target))))
    stays = set(known.items.values())
    found += [
        Difference(DifferenceKind.GONE, item.id, _short(item.work), "")
        for item in old.items()
        if item.id not in stays
    ]
    return found


def _changes_above(old: Plan, plan: Plan) -> list[Difference]:
    """What the notice says of itself, and the headings."""
    found = [
        Difference(
            DifferenceKind.NOTICE, "", f"{name}：{getattr(old, field) or '未写'}", str(getattr(plan, field))
        )
        for field, name in _HEAD.items()
        if getattr(old, field) != getattr(plan, field)
    ]
    before, after = ({group.id: group.heading for group in one.groups} for one in (old, plan))
    found += [
        Difference(DifferenceKind.HEADING, one, _short(before.get(one, "")), _short(after.get(one, "")))
        for one in sorted({**before, **after}, key=ref_of)
        if before.get(one) != after.get(one)
    ]
    return found


def _bound(target: Target) -> str:
    sign, value = ("≥", target.at_least) if target.at_least is not None else ("≤", target.at_most)
    return f"{target.name}{sign}{value}{target.unit}"


def _names(item: Item) -> str:
    lead = f"牵头{'、'.join(item.lead)}；" if item.lead else ""
    return f"{lead}{'、'.join(item.units) or '无'}"


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"


def items_reported(entry_items: Collection[str]) -> frozenset[str]:
    """The ids of the items that entries speak of."""
    return frozenset(map(item_id_of, entry_items))
