"""Works of clauses as items of the plan, by the same reading of deadlines, milestones and targets as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qjtask.core.plan.plan import Item
from qjtask.importing.clauses.clause_tasks import Task
from qjtask.importing.columns import Role
from qjtask.importing.items import Reading
from qjtask.importing.names import Vocabulary


def clause_reading(tasks: Sequence[Task], year: int, issued: date | None) -> Reading:
    """What all works are read with: as a table of works, leads and deadlines would be."""
    names = [name for task in tasks for name in (*task.lead, *task.units, *task.support)]
    has_deadlines = any(task.deadline_text for task in tasks)
    roles = {Role.WORK, Role.LEAD, *([Role.DEADLINE] if has_deadlines else [])}
    return Reading(year, issued, Vocabulary(names), frozenset(roles), deadlines_blank=not has_deadlines)


def with_offices(item: Item, task: Task) -> Item:
    """The item with the names as its clause parts them: 各县、市、区政府 is one."""
    return item._replace(lead=task.lead, units=task.units, support=task.support)
