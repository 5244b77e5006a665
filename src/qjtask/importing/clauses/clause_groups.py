"""Works under their headings -> groups of the draft, with ids that follow the printed numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qjtask.importing.clauses.clause_tasks import Task, TitleLine
from qjtask.importing.clauses.work_text import printed_as
from qjtask.importing.columns import Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.groups import GroupDraft, Member
from qjtask.importing.table_rows import TableLine

_WRAPPER = re.compile(
    r"(?:主要|重点|具体|工作|目标|年度|总体)*(?:任务|工作|措施|举措|内容|事项)(?:及|与|和)?(?:责任)?"
    r"(?:分工|分解|安排|清单)?"
)


class Grouped(NamedTuple):
    """The groups, their works in order, and what was odd about their headings."""

    groups: tuple[GroupDraft, ...]
    tasks: tuple[tuple[Task, ...], ...]
    doubts: tuple[Doubt, ...]


class _Gathered(NamedTuple):
    """The works under one heading, the headings over it, widest first, and its number as a group."""

    path: tuple[TitleLine, ...]
    number: int
    tasks: tuple[Task, ...]

    @property
    def heading(self) -> str:
        """All levels as one heading; 主要任务 and its like say nothing over another."""
        texts = [title.text for title in self.path[:-1] if not _WRAPPER.fullmatch(title.text)]
        return "：".join([*texts, *(title.text for title in self.path[-1:])])


def group_tasks(tasks: Sequence[Task], fallback: str) -> Grouped:
    """The works under the headings that they stand under; `fallback` heads those without one.

    A group has its heading's number; one that an earlier heading has taken is counted on.
    """
    gathered = _gathered(tasks)
    groups = tuple(
        GroupDraft(one.number, one.heading or fallback, "", tuple(_members(one.tasks, one.number)))
        for one in gathered
    )
    return Grouped(groups, tuple(one.tasks for one in gathered), tuple(_doubts(gathered)))


def _gathered(tasks: Sequence[Task]) -> list[_Gathered]:
    paths = _shortened([task.path for task in tasks])
    by_path: dict[tuple[TitleLine, ...], list[Task]] = {}
    for task, path in zip(tasks, paths, strict=True):
        by_path.setdefault(path, []).append(task)
    found: list[_Gathered] = []
    used: set[int] = set()
    highest = 0
    for path, members in by_path.items():
        printed = path[-1].number if path else 0
        number = printed if printed and printed not in used else highest + 1
        used.add(number)
        highest = max(highest, number)
        found.append(_Gathered(path, number, tuple(members)))
    return found


def _shortened(paths: Sequence[tuple[TitleLine, ...]]) -> list[tuple[TitleLine, ...]]:
    """The headings without those that all works stand under, as long as each work keeps one."""
    shared = 0
    while paths and all(len(path) > shared + 1 and path[shared] == paths[0][shared] for path in paths):
        shared += 1
    return [path[shared:] for path in paths]


def _members(tasks: Sequence[Task], group: int) -> Iterator[Member]:
    """The works with their printed numbers; one without, or with a number taken, gets the next free one."""
    highest = max((task.number for task in tasks), default=0)
    used: set[int] = set()
    for task in tasks:
        number, told = task.number, list(task.told)
        if not number or number in used:
            highest += 1
            if number:
                read = f"编号{printed_as(task.style, number)}重复"
                told.append((read, f"编为 {group}.{highest}", "请核对原文的编号"))
            number = highest
        used.add(number)
        doubts = tuple(Doubt(task.place, *one) for one in dict.fromkeys(told))
        yield Member(number, _line(task), task.work, "", doubts)


def _line(task: Task) -> TableLine:
    """A work as rows of tables give it, so that both are read by the same rules."""
    texts = {
        Role.WORK: task.work,
        Role.LEAD: "、".join(task.lead),
        Role.UNITS: "、".join(task.units),
        Role.SUPPORT: "、".join(task.support),
        Role.DEADLINE: task.deadline_text,
        Role.TARGET: task.target,
        Role.NOTE: task.note,
    }
    return TableLine(task.place, {role: text for role, text in texts.items() if text}, None)


def _doubts(gathered: Sequence[_Gathered]) -> Iterator[Doubt]:
    joined = [one for one in gathered if "：" in one.heading and len(one.path) > 1]
    if joined:
        read = f"标题有几层，“{joined[0].path[0].text}”之下又分（共{len(joined)}处）"
        assumed = f"几层合成一个重点任务，如“{joined[0].heading}”"
        yield Doubt(joined[0].tasks[0].place, read, assumed, "要按上一层分组，请改 heading 和编号")
    moved = [one for one in gathered if one.path and one.path[-1].number not in {0, one.number}]
    if moved:
        shown = f"{printed_as(moved[0].path[-1].style, moved[0].path[-1].number)}{moved[0].path[-1].text}"
        read = f"“{shown}”的编号前面的标题用过了（共{len(moved)}处）"
        assumed = f"组号接着往下编，这一组编为 {moved[0].number}"
        yield Doubt(moved[0].tasks[0].place, read, assumed, "请核对各组的编号")
