"""What is kept of a plan when its notice is printed anew: by the tables of keys, and by a few rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.making import overruled
from qjtask.core.plan.plan import BLANK_WORK, Item, Milestone, Plan, Target
from qjtask.core.plan.plan_form import PlanPart
from qjtask.core.plan.plan_keys import PLAN
from qjtask.core.plan.promise_forms import STEPS, TARGETS
from qjtask.core.plan.three_way import Outcome, Readings, merged
from qjtask.core.plan.unit_changes import with_renames
from qjtask.core.time.deadline import Deadline, DeadlineClass

_T = TypeVar("_T")
_OFFICES = ("lead", "units", "support")
_UNTITLED = "工作任务分解表"  # what a document without a title gives


def kept_plan(old: Plan, new: Plan) -> Plan:
    """The new print with what the plan keeps of its head; the groups are the new print's."""
    kept = _with_units(old, new)
    new = new._replace(**_by_table(PLAN, old, _unsaid(PLAN, [new])))
    return new._replace(
        first_issued=_first_issued(old, new),
        title=old.title if new.title == _UNTITLED else new.title,
        units=kept.units,
        members=kept.members,
    )


def _with_units(old: Plan, new: Plan) -> Plan:
    """The plan with the offices of the new print, and what a person said there of their names."""
    shown_of = {name: shown for shown, others in old.units.items() for name in (shown, *others)}
    units, same = dict(old.units), {}
    for name, others in new.units.items():
        shown = shown_of.get(name, name)
        aliases = tuple(one for one in others if one not in shown_of)
        units[shown] = tuple(dict.fromkeys((*units.get(shown, ()), *aliases)))
        same.update({one: shown for one in others if one in old.units and one != shown})
    members = {**{shown_of.get(name, name): one for name, one in new.members.items()}, **old.members}
    return with_renames(old._replace(units=units, members=members), same)


def _first_issued(old: Plan, new: Plan) -> date | None:
    """The day of the first print, to be kept from the day on which the date of issue moves."""
    moved = old.issued and new.issued and new.issued > old.issued
    return old.first_issued or (old.issued if moved else None)


def unsaid_of_items(new: Plan) -> frozenset[str]:
    """The keys that the new print leaves out of every item: it has no such column."""
    return _unsaid(ITEM, list(new.items()))


class Promised(NamedTuple):
    """What the words of a work promise, as the program reads them.

    `deadline` are the words of its deadline, printed or, where that is blank, met in the work.
    """

    milestones: tuple[Milestone, ...]
    targets: tuple[Target, ...]
    deadline: str = ""


Reread = Callable[[Item, int, date | None], Promised]
"""Reads the words of an item as `import` does, with the year of its plan and the day of issue."""


class KeptItem(NamedTuple):
    """An item brought up to date, and what became of each of its milestones and targets.

    `held` are the keys that a person settled and the print says otherwise, with the print's words.
    """

    item: Item
    steps: Sequence[Outcome[Milestone]]
    targets: Sequence[Outcome[Target]]
    held: Mapping[str, str] = {}


class Prints(NamedTuple):
    """A plan and its new print; `unsaid` are the keys that this leaves out of every item."""

    old: Plan
    new: Plan
    unsaid: Collection[str]
    reread: Reread


def kept_item(old: Item, new: Item, item_id: str, prints: Prints) -> KeptItem:
    """The new print of a known item, with what a hand had added to it."""
    if new.work == BLANK_WORK and "work" in old.settled:
        new = new._replace(work=old.work)
    steps, targets = _promises(old, new, prints)
    held = _held(old, new)
    item = new._replace(
        **_by_table(ITEM, old, prints.unsaid),
        **_settled_blanks(old, new),
        id=item_id,
        milestones=tuple(one.after for one in steps if one.after is not None),
        targets=tuple(one.after for one in targets if one.after is not None),
    )
    is_kept = "deadline" in held or _keeps_deadline(old, new, prints)
    item = item._replace(
        deadline=old.deadline if is_kept else overruled(new.deadline, item.due),
        **{key: getattr(old, key) for key in _OFFICES if key in held},
    )
    settled = (key for key in old.settled if _printed(old, key) == _printed(item, key))
    item = item._replace(settled=tuple(dict.fromkeys((*settled, *new.settled))))
    return KeptItem(item, steps, targets, held)


def _keeps_deadline(old: Item, new: Item, prints: Prints) -> bool:
    """Whether the new print says of the deadline nothing that the plan does not know."""
    if "deadline" in old.settled and (not new.deadline.text or _is_refused_again(old, new, prints)):
        return True
    return _is_same_day(old.deadline, new.deadline) or _is_still_said(old.deadline, new)


def _is_refused_again(old: Item, new: Item, prints: Prints) -> bool:
    """Whether a work's words say when, as they did when a person found that this is no deadline."""
    if old.deadline.text or old.work != new.work:
        return False
    return prints.reread(old, prints.new.year, prints.new.issued).deadline == new.deadline.text


def _settled_blanks(old: Item, new: Item) -> dict[str, Any]:
    """The offices that a person has put where the print leaves them blank."""
    return {key: getattr(old, key) for key in _OFFICES if key in old.settled and not getattr(new, key)}


def _held(old: Item, new: Item) -> dict[str, str]:
    """What a person settled and keeps against the print, with the print's words.

    Names that were taken out of a list do not come back with it, and a deadline that could be read does
    not go for one that cannot. A list with other names, and a date, are the notice's to change.
    """
    held = {
        key: "、".join(getattr(new, key))
        for key in _OFFICES
        if key in old.settled and set(getattr(old, key)) < set(getattr(new, key))
    }
    is_unread = new.deadline.kind is DeadlineClass.UNKNOWN and bool(new.deadline.text)
    was_read = old.due is None and old.deadline.kind is not DeadlineClass.UNKNOWN
    if "deadline" in old.settled and is_unread and was_read:
        held["deadline"] = new.deadline.text
    return held


def _promises(
    old: Item, new: Item, prints: Prints
) -> tuple[Sequence[Outcome[Milestone]], Sequence[Outcome[Target]]]:
    if (old.milestones, old.targets) == (new.milestones, new.targets):
        return [Outcome(one, one) for one in old.milestones], [Outcome(one, one) for one in old.targets]
    since, issued = prints.old.in_force_since, prints.new.issued
    was = prints.reread(old, prints.old.year, since)
    now = prints.reread(new, prints.new.year, issued)
    going_on = prints.reread(new, prints.new.year, since)  # a reissue makes no promise older than it void
    steps = _elsewhere(new.milestones, now.milestones)
    targets = _elsewhere(new.targets, now.targets)
    return (
        merged(
            Readings(was.milestones, old.milestones, (*steps, *going_on.milestones), frozenset(steps)),
            STEPS, old.work, new.work,
        ),
        merged(
            Readings(was.targets, old.targets, (*going_on.targets, *targets), frozenset(targets)),
            TARGETS, old.work, new.work,
        ),
    )  # fmt: skip


def _elsewhere(imported: Sequence[_T], read: Sequence[_T]) -> list[_T]:
    """What the print has in a column of its own, and not in the words of the work."""
    said = frozenset(read)
    return [one for one in imported if one not in said]


def _is_still_said(deadline: Deadline, new: Item) -> bool:
    """Whether a deadline that stands in the work's words, and not in a column, still stands there.

    A print that was issued after it passes it over.
    """
    return bool(deadline.text) and not new.deadline.text and deadline.text in new.work


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
    """What a notice prints under a key: of a deadline, its words; for `members`, its offices."""
    if key == "members":
        return item.lead, item.units, item.support
    return item.deadline.text if key == "deadline" else getattr(item, key)


def _is_same_day(old: Deadline, new: Deadline) -> bool:
    """Whether a deadline that a hand wrote as 2021-06-30 is printed as the same day."""
    is_iso = old.date is not None and old.text == old.date.isoformat()
    return is_iso and old._replace(text="") == new._replace(text="")
