"""Works of clauses as items of the plan, by the same reading of deadlines, milestones and targets as rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from qjtask.core.plan.plan import Item
from qjtask.importing.clauses.clause_groups import Grouped
from qjtask.importing.clauses.clause_tasks import Task
from qjtask.importing.columns import Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.items import Reading, read_item
from qjtask.importing.names import Vocabulary


def clause_items(
    grouped: Grouped, year: int, issued: date | None, progress: Callable[[int], None]
) -> tuple[list[list[Item]], dict[str, str], list[Doubt]]:
    """The items of each group, where in the source each stands, and their doubts."""
    reading = _reading([task for tasks in grouped.tasks for task in tasks], year, issued)
    items: list[list[Item]] = []
    places: dict[str, str] = {}
    doubts: list[Doubt] = []
    for group, tasks in zip(grouped.groups, grouped.tasks, strict=True):
        own = []
        for member, task in zip(group.members, tasks, strict=True):
            item, more = read_item(member, group, reading)
            doubts.extend(more)
            places[item.id] = task.place
            # The names as the clause parts them: 各县、市、区政府 is one.
            own.append(item._replace(lead=task.lead, units=task.units, support=task.support))
            progress(len(places))
        items.append(own)
    return items, places, doubts


def _reading(tasks: Sequence[Task], year: int, issued: date | None) -> Reading:
    """What all works are read with: as a table of works, leads and deadlines would be."""
    names = [name for task in tasks for name in (*task.lead, *task.units, *task.support)]
    has_deadlines = any(task.deadline_text for task in tasks)
    roles = {Role.WORK, Role.LEAD, *([Role.DEADLINE] if has_deadlines else [])}
    return Reading(year, issued, Vocabulary(names), frozenset(roles), deadlines_blank=not has_deadlines)
