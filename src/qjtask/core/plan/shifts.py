"""What a reissue does to what the log speaks of: works renumbered, joined, split, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.keeping import KeptItem
from qjtask.core.plan.plan import Item, Plan


class Shifts(NamedTuple):
    """The log's part of an update; all ids are those of the plans and not of a print.

    `items` are works with another number, by the old one. `steps` are milestones with another number, by
    the old one (9.4.1); None where the milestone was withdrawn. `measures` are targets with another name:
    by the work's old id, the new name by the old one.

    `joined` are works that became part of another, by their old id; `parts` works that another was split
    into, by the new id, each with the names of the targets that are its alone in `measured`. `reopened`
    are works that were finished, and to which one was joined that is not; of a work that is open, each
    office whose share was done and that has not finished what was joined.
    `cancelled` are works that the print no longer has, `restored` those that it has again.
    """

    items: Mapping[str, str] = {}
    steps: Mapping[str, str | None] = {}
    measures: Mapping[str, Mapping[str, str]] = {}
    joined: Mapping[str, str] = {}
    parts: Mapping[str, str] = {}
    measured: Mapping[str, frozenset[str]] = {}
    reopened: tuple[tuple[str, str | None], ...] = ()
    cancelled: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()


def shifted_steps(old: Item, kept: KeptItem) -> Iterator[tuple[str, str | None]]:
    """The milestones whose number changed, and their new one: the deadline's own comes behind the others."""
    item = kept.item
    number = 0
    for at, step in enumerate((one for one in kept.steps if one.before is not None), 1):
        number += step.after is not None
        if step.after is None or number != at:
            yield f"{old.id}.{at}", f"{item.id}.{number}" if step.after is not None else None
    of_deadline = len(old.milestones) + 1
    if old.deadline.milestone is not None and len(old.all_milestones) == of_deadline:
        last = len(item.all_milestones)
        goes_on = item.deadline.milestone is not None and last > len(item.milestones)
        if not goes_on or last != of_deadline:
            yield f"{old.id}.{of_deadline}", f"{item.id}.{last}" if goes_on else None


def shifted_measures(kept: KeptItem) -> dict[str, str]:
    """The targets that have another name, by the old one."""
    return {
        one.before.name: one.after.name
        for one in kept.targets
        if one.before is not None and one.after is not None and one.before.name != one.after.name
    }


def measured_parts(
    parts: Mapping[str, str], origins: Mapping[str, str], plan: Plan
) -> dict[str, frozenset[str]]:
    """The targets of each part of a split work that are not those of the work that goes on."""
    names = {item.id: frozenset(target.name for target in item.targets) for item in plan.items()}
    goes_on = {old: item for item, old in origins.items()}
    return {
        part: names[part] - names.get(goes_on.get(whole, ""), frozenset()) for part, whole in parts.items()
    }
