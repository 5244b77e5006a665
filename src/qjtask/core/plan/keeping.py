"""What is kept of a plan when its notice is printed anew: by the tables of keys, and by a few rules."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.making import overruled
from qjtask.core.plan.plan import Item, Milestone, Plan, Target
from qjtask.core.plan.plan_form import PlanPart
from qjtask.core.plan.plan_keys import PLAN
from qjtask.core.time.deadline import Deadline

_UNTITLED = "工作任务分解表"  # what a document without a title gives


def kept_plan(old: Plan, new: Plan) -> Plan:
    """The new print with what the plan keeps of its head; the groups are the new print's."""
    known = {name for shown, others in old.units.items() for name in (shown, *others)}
    added = {name: others for name, others in new.units.items() if name not in known}
    new = new._replace(**_by_table(PLAN, old, _unsaid(PLAN, [new])))
    return new._replace(
        first_issued=_first_issued(old, new),
        title=old.title if new.title == _UNTITLED else new.title,
        units={**old.units, **added},
        members={**{name: one for name, one in new.members.items() if name in added}, **old.members},
    )


def _first_issued(old: Plan, new: Plan) -> date | None:
    """The day of the first print, to be kept from the day on which the date of issue moves."""
    moved = old.issued and new.issued and new.issued > old.issued
    return old.first_issued or (old.issued if moved else None)


def unsaid_of_items(new: Plan) -> frozenset[str]:
    """The keys that the new print leaves out of every item: it has no such column."""
    return _unsaid(ITEM, list(new.items()))


def kept_item(old: Item, new: Item, item_id: str, unsaid: Collection[str]) -> Item:
    """The new print of a known item, with what a hand had added to it; `unsaid` are its plan's."""
    is_same = old.work == new.work
    item = new._replace(
        **_by_table(ITEM, old, unsaid),
        id=item_id,
        milestones=old.milestones if is_same else (*old.milestones, *_added_steps(old, new)),
        targets=old.targets if is_same else (*old.targets, *_added_targets(old, new)),
    )
    deadline = old.deadline if _is_same_day(old.deadline, new.deadline) else overruled(new.deadline, item.due)
    item = item._replace(deadline=deadline)
    return item._replace(
        settled=tuple(key for key in old.settled if _printed(old, key) == _printed(item, key))
    )


def _unsaid(part: PlanPart, values: Sequence[Any]) -> frozenset[str]:
    return frozenset(key.name for key in part.keys if not any(_is_said(one, key.name) for one in values))


def _is_said(value: Any, key: str) -> bool:
    return bool(getattr(value, key) != type(value)._field_defaults.get(key))


def _by_table(part: PlanPart, old: Any, unsaid: Collection[str]) -> dict[str, Any]:
    """The old values that the table of keys says are kept."""
    return {
        key.name: getattr(old, key.name)
        for key in part.keys
        if key.kept == "plan"
        or (key.kept == "hand" and _is_said(old, key.name))
        or (key.kept == "either" and key.name in unsaid)
    }


def _printed(item: Item, key: str) -> Any:
    """What a notice prints under a key: of a deadline, its words."""
    return item.deadline.text if key == "deadline" else getattr(item, key)


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
