"""What each paragraph of a notice was taken for, and why: for `import --explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.words.column_roles import Role
from qjtask.importing.works.clause_plan import ClausePlan
from qjtask.importing.works.clause_tasks import Task
from qjtask.importing.works.work_text import printed_as


class LineKind(StrEnum):
    """What a paragraph is."""

    WORK = "工作"
    HEADING = "标题"
    CLAUSE = "责任单位"
    LEFT = "没有记"
    TEXT = "正文"


_CLAUSE = (LineKind.CLAUSE, "只写着责任单位或时限，说的是它上面的工作")
_HEADING = (LineKind.HEADING, "它下面有工作")
_LEFT = (LineKind.LEFT, "前后的段落写了责任单位，这一段没有")
_TEXT = (LineKind.TEXT, "没有写责任单位")


class ExplainedLine(NamedTuple):
    """A paragraph, or a numbered part of one, with what it was taken for."""

    place: str
    kind: LineKind
    reason: str
    text: str


def explained_lines(plan: ClausePlan) -> Iterator[ExplainedLine]:
    """Every line of a document that shares out works."""
    works: dict[str, list[Task]] = {}
    for task in plan.tasks:
        works.setdefault(task.place, []).append(task)
    taken_for = dict.fromkeys((one.place for one in plan.outside), _LEFT)
    taken_for |= dict.fromkeys((title.place for task in plan.tasks for title in task.path), _HEADING)
    taken_for |= {place: (LineKind.WORK, _said_of(tasks)) for place, tasks in works.items()}
    for line in plan.lines:
        kind, reason = _CLAUSE if line.is_clause else taken_for.get(line.place, _TEXT)
        number = printed_as(line.printed.style, line.printed.number) if line.printed else ""
        yield ExplainedLine(line.place, kind, reason, f"{number}{line.text}")


def _said_of(tasks: Sequence[Task]) -> str:
    """What was read of the works of a paragraph."""
    said = []
    for task in tasks:
        parts = (
            (Role.LEAD.value, "、".join(task.lead)),
            (Role.UNITS.value, "、".join(task.units)),
            (Role.SUPPORT.value, "、".join(task.support)),
            (Role.DEADLINE.value, task.deadline_text),
        )
        said.append("，".join(f"{name}{text}" for name, text in parts if text) or "与前后的工作同类")
    return "；".join(said)
