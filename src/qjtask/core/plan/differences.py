"""What differs between a plan and the same plan brought up to date, for the person who has to agree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.difference_kinds import RANKS, Difference, DifferenceKind
from qjtask.core.plan.difference_words import bound_words, kept_words, office_words, term_words
from qjtask.core.plan.ids import ref_of
from qjtask.core.plan.keeping import KeptItem
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.renumbered_runs import renumbered
from qjtask.core.plan.shifts import Shifts
from qjtask.core.plan.three_way import Outcome
from qjtask.core.plan.unit_names import UnitNames, unit_names

__all__ = ["Compared", "Difference", "DifferenceKind", "differences"]

_T = TypeVar("_T")
_HEAD = {
    "title": "标题",
    "document": "文号",
    "issuer": "发文单位",
    "issued": "发文日期",
    "first_issued": "首次发文日期",
    "year": "年份",
}


class Compared(NamedTuple):
    """The two plans, and how the update came from one to the other.

    `origins` are the old ids of the items that go on, and `kept` what was kept of them, both by their ids
    in the updated plan; `finished` are the old items that are done.
    """

    old: Plan
    plan: Plan
    origins: Mapping[str, str]
    kept: Mapping[str, KeptItem]
    shifts: Shifts
    finished: Collection[str] = ()


def differences(both: Compared) -> list[Difference]:
    """What differs, by what matters: what is gone, new, promised, due, whose, and last only renumbered.

    Within a kind the order is the table's.
    """
    before_of = {item.id: item for item in both.old.items()}
    pairs = [
        (before_of[both.origins[item.id]], item) for item in both.plan.items() if item.id in both.origins
    ]
    names = unit_names(both.plan)
    found = [*_gone(both, before_of), *_new(both), *_joined(both, before_of), *_above(both.old, both.plan)]
    for before, item in pairs:
        found += [*_of_item(before, item, both.kept[item.id]), *_units(before, item, names)]
    found += [*_renamed(pairs, names), *renumbered(pairs)]
    return sorted(found, key=lambda one: RANKS[one.kind])


def _gone(both: Compared, before_of: Mapping[str, Item]) -> Iterator[Difference]:
    for item in both.shifts.cancelled:
        after = "已完成，记录照留" if item in both.finished else "留在计划里，记作取消"
        yield Difference(DifferenceKind.GONE, item, before_of[item].work, after)


def _new(both: Compared) -> Iterator[Difference]:
    old = {item.id for item in both.old.items()}
    for item in both.plan.items():
        if item.id in both.shifts.restored:
            yield Difference(DifferenceKind.RESTORED, item.id, "已取消", item.work)
        elif item.id in both.shifts.parts:
            whole = f"{both.shifts.parts[item.id]}的一部分"
            yield Difference(DifferenceKind.SPLIT, item.id, whole, item.work)
        elif item.id not in both.origins and item.id not in old:
            yield Difference(DifferenceKind.NEW, item.id, "", item.work)


def _joined(both: Compared, before_of: Mapping[str, Item]) -> Iterator[Difference]:
    for one, after in both.shifts.joined.items():
        told = f"并入{after}，记录随去"
        yield Difference(DifferenceKind.JOINED, one, before_of[one].work, told)


def _of_item(before: Item, item: Item, kept: KeptItem) -> Iterator[Difference]:
    if before.work != item.work:
        yield Difference(DifferenceKind.TEXT, item.id, before.work, item.work)
    yield from _of_promises(DifferenceKind.TARGET, item, kept.targets, bound_words)
    yield from _of_promises(DifferenceKind.STEP, item, kept.steps, term_words)
    for key, printed in kept.held.items():
        kind = DifferenceKind.DEADLINE if key == "deadline" else DifferenceKind.UNITS
        was = item.deadline.text if key == "deadline" else office_words(item)
        yield Difference(kind, item.id, was, was + kept_words(printed))
    yield from _deadline(before, item)


def _of_promises(
    kind: DifferenceKind, item: Item, outcomes: Iterable[Outcome[_T]], words: Callable[[_T | None], str]
) -> Iterator[Difference]:
    """What became of the milestones or the targets of a work, but for those that stay as they were."""
    for one in outcomes:
        if one.before != one.after or one.doubtful:
            told = kept_words(words(one.printed)) if one.doubtful else ""
            yield Difference(kind, item.id, words(one.before), words(one.after) + told)


def _deadline(before: Item, item: Item) -> Iterator[Difference]:
    is_same_text = before.deadline.text == item.deadline.text
    if is_same_text and (before.deadline.date == item.deadline.date or item.due):
        return
    was, now = before.deadline.text or "未写", item.deadline.text or "未写"
    if is_same_text:  # 印发后30日内, of another day of issue
        was, now = (f"{was}（{one.deadline.date or '没有日期'}）" for one in (before, item))
    told = f"（仍按认定的{item.due}）" if item.due else ""
    yield Difference(DifferenceKind.DEADLINE, item.id, was, now + told)


def _units(before: Item, item: Item, names: UnitNames) -> Iterator[Difference]:
    """Another office in some role; another name of the same office is told once for all items."""
    roles = ("lead", "units", "support")
    if any(names.canonical(getattr(before, one)) != names.canonical(getattr(item, one)) for one in roles):
        yield Difference(DifferenceKind.UNITS, item.id, office_words(before), office_words(item))


def _renamed(pairs: list[tuple[Item, Item]], names: UnitNames) -> Iterator[Difference]:
    """Names under which the print has offices that went by another one."""
    counts: dict[tuple[str, str], int] = {}
    for before, item in pairs:
        was, now = ({*one.lead, *one.units, *one.support} for one in (before, item))
        by_office = {names.canonical((name,)): name for name in now - was}
        for name in was - now:
            twin = by_office.get(names.canonical((name,)))
            if twin is not None:
                counts[name, twin] = counts.get((name, twin), 0) + 1
    for (name, twin), count in counts.items():
        told = f"{twin}（同一单位，{count}项）"
        yield Difference(DifferenceKind.RENAMED, "", name, told)


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
            yield Difference(DifferenceKind.HEADING, one, was, now)
