"""What is told once of several works that lack the same: an office, or more than a person who answers."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.lines.decided_points import BY_LETTER
from qjtask.importing.works.clause_tasks import Task
from qjtask.importing.works.work_doubts import LACKING, NOBODY

_SEVERAL = 2  # works
_PERSONS = "责任人|负责人|领导|包[联保]人|(?:责任|牵头)："


def with_told_together(tasks: Sequence[Task]) -> tuple[tuple[Task, ...], list[Doubt]]:
    """The works, and the doubts that are about several of them and so no longer each work's own."""
    tasks, of_persons = _by_persons(tasks)
    tasks, of_nobody = _by_nobody(tasks)
    tasks, by_letter = _by_letter(tasks)
    return tuple(tasks), [*of_persons, *of_nobody, *by_letter]


def _by_persons(tasks: Sequence[Task]) -> tuple[Sequence[Task], list[Doubt]]:
    """The works for which persons answer and no office."""
    personal = [
        task
        for task in tasks
        if compiled(_PERSONS).search(task.note) and not (task.lead or task.units or task.support)
    ]
    if len(personal) < _SEVERAL:
        return tasks, []
    read = f"{len(personal)}项只写了责任人，没有写责任单位"
    rows = tuple(task.place for task in personal)
    doubt = Doubt(rows[0], read, "责任人记入备注，责任单位空着", "请补上 units", rows=rows)
    return [_without_told(task) if task in personal else task for task in tasks], [doubt]


def _by_nobody(tasks: Sequence[Task]) -> tuple[Sequence[Task], list[Doubt]]:
    """The works that name nobody."""
    alone = [task for task in tasks if not {NOBODY, LACKING}.isdisjoint(task.told)]
    if len(alone) < _SEVERAL:
        return tasks, []
    read = f"{len(alone)}项没有写责任单位"
    rows = tuple(task.place for task in alone)
    fix = "请补上 units；不是工作请删去"
    doubt = Doubt(rows[0], read, "记作工作，责任单位空着", fix, field="units", rows=rows)
    return [_without_told(task) for task in tasks], [doubt]


def _by_letter(tasks: Sequence[Task]) -> tuple[Sequence[Task], list[Doubt]]:
    """The works that have the one office to which the letter with them is written."""
    found = [(task, one) for task in tasks for one in task.told if one.read.startswith(BY_LETTER)]
    if len(found) < _SEVERAL:
        return tasks, []
    _, told = found[0]
    rows = tuple(task.place for task, _ in found)
    doubt = Doubt(rows[0], f"{len(found)}项{told.read}", told.assumed, told.fix, field="units", rows=rows)
    kept = (tuple(one for one in task.told if not one.read.startswith(BY_LETTER)) for task in tasks)
    return [task._replace(told=own) for task, own in zip(tasks, kept, strict=True)], [doubt]


def _without_told(task: Task) -> Task:
    return task._replace(told=tuple(one for one in task.told if one not in {NOBODY, LACKING}))
