"""What differs between a plan and the same plan brought up to date, for the person who has to agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.plan.ids import ref_of
from qjtask.core.plan.plan import Item, Plan, Target

_MOST_SHOWN = 60  # characters of a text that changed
_HEAD = {
    "title": "标题",
    "document": "文号",
    "issuer": "发文单位",
    "issued": "发文日期",
    "first_issued": "首次发文日期",
    "year": "年份",
}


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


def differences(
    old: Plan, plan: Plan, known: Mapping[str, str], printed: Mapping[str, str]
) -> Iterator[Difference]:
    """What differs: the notice and its headings, each item in the table's order, then what is gone.

    `printed` is each item's number in the new print, `known` the item of `old` by that number.
    """
    before_of = {item.id: item for item in old.items()}
    yield from _above(old, plan)
    for item in plan.items():
        before_id = known.get(printed[item.id])
        if before_id is None:
            yield Difference(DifferenceKind.NEW, item.id, "", _short(item.work))
        else:
            yield from _of_item(before_of[before_id], item, printed[item.id])
    stays = set(known.values())
    for item in old.items():
        if item.id not in stays:
            yield Difference(DifferenceKind.GONE, item.id, _short(item.work), "")


def _of_item(before: Item, item: Item, printed: str) -> Iterator[Difference]:
    if before.id != item.id or printed != item.id:
        after = item.id if printed == item.id else f"{item.id}（新表印作{printed}）"
        yield Difference(DifferenceKind.NUMBER, item.id, before.id, after)
    if before.no != item.no:
        yield Difference(
            DifferenceKind.NUMBER, item.id, f"序号{before.no or '未写'}", f"序号{item.no or '未写'}"
        )
    if before.work != item.work:
        yield Difference(DifferenceKind.TEXT, item.id, _short(before.work), _short(item.work))
    if before.deadline.text != item.deadline.text:
        kept = f"（仍按认定的{item.due}）" if item.due else ""
        after = f"{item.deadline.text or '未写'}{kept}"
        yield Difference(DifferenceKind.DEADLINE, item.id, before.deadline.text or "未写", after)
    if _offices(before) != _offices(item):
        yield Difference(DifferenceKind.UNITS, item.id, _offices(before), _offices(item))
    for step in item.milestones[len(before.milestones) :]:
        yield Difference(DifferenceKind.STEP, item.id, "", f"{step.by} {_short(step.work)}")
    for target in item.targets[len(before.targets) :]:
        yield Difference(DifferenceKind.TARGET, item.id, "", _short(_bound(target)))


def _above(old: Plan, plan: Plan) -> Iterator[Difference]:
    """What the notice says of itself, and the headings."""
    for field, name in _HEAD.items():
        was, now = getattr(old, field), getattr(plan, field)
        if was != now:
            yield Difference(DifferenceKind.NOTICE, "", f"{name}：{was or '未写'}", str(now))
    before, after = ({group.id: group.heading for group in one.groups} for one in (old, plan))
    for one in sorted({**before, **after}, key=ref_of):
        was, now = before.get(one, ""), after.get(one, "")
        if was != now:
            yield Difference(DifferenceKind.HEADING, one, _short(was), _short(now))


def _bound(target: Target) -> str:
    sign, value = ("≥", target.at_least) if target.at_least is not None else ("≤", target.at_most)
    return f"{target.name}{sign}{value}{target.unit}"


def _offices(item: Item) -> str:
    lead = f"牵头{'、'.join(item.lead)}；" if item.lead else ""
    support = f"；配合{'、'.join(item.support)}" if item.support else ""
    return f"{lead}{'、'.join(item.units) or '无'}{support}"


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
