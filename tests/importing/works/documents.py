"""Small documents for the tests of clauses, and their works in one line each."""

from __future__ import annotations

from qjtask.importing.document.grid import Grid, SourceDocument
from qjtask.importing.works.clause_plan import ClausePlan
from qjtask.importing.works.clause_reading import read_clause_plan
from qjtask.importing.works.clause_tasks import Task


def document(*blocks: str | Grid) -> SourceDocument:
    return SourceDocument(blocks)


def read(*paragraphs: str) -> ClausePlan:
    return read_clause_plan(document(*paragraphs))


def line(task: Task) -> str:
    """A work as path|number|work|牵头|责任|配合|时限."""
    path = "：".join(title.text for title in task.path)
    names = ("、".join(one) for one in (task.lead, task.units, task.support))
    return "|".join((path, str(task.number or "-"), task.work, *names, task.deadline_text))


def works(*paragraphs: str) -> list[str]:
    return [line(task) for task in read(*paragraphs).tasks]


def told(*paragraphs: str) -> list[str]:
    return [one.read for task in read(*paragraphs).tasks for one in task.told]
