"""The works of clauses under their headings, as the outline that tables end in too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.lines.levels import PLAIN
from qjtask.importing.outline.outline import FoundWork, Outline, Section
from qjtask.importing.words.numbering import read_number
from qjtask.importing.works.clause_tasks import Task, TitleLine
from qjtask.importing.works.work_text import printed_as

_WRAPPER = re.compile(
    r"(?:主要|重点|具体|工作|目标|年度|总体|政策|整治|整改|改革)*(?:任务|工作|措施|举措|内容|事项|目标)(?:及|与|和)?(?:责任|部门)?"
    r"(?:分工|分解|安排|清单|要求)?(?:如下)?"
)

_Path = tuple[TitleLine, ...]


def outline_of_tasks(tasks: Sequence[Task]) -> Outline:
    """The sections in which one work or more stand together; one that is no clause's may stand between."""
    shared = _shared([task.path for task in tasks])
    return Outline(tuple(_sections(tasks, shared)), tuple(_left_out(tasks, shared)), has_gaps=True)


def said_above_all(tasks: Sequence[Task]) -> Iterator[str]:
    """The headings over all works, which are no group's: plain, and said all the same."""
    for title in tasks[0].path[: _shared([task.path for task in tasks])]:
        if _says_something(title):
            yield f"各项工作都在“{title.text}”之下，没有记这一层标题"


def without_title(outline: Outline, title: str) -> Outline:
    """An outline without the heading that is the last line of a title on several lines, and heads all."""
    paths = {section.path for section in outline.sections}
    last = next(iter(paths), ())
    if len(paths) > 1 or len(last) != 1 or not title.endswith(last[0]):
        return outline
    rows = (tuple(row._replace(path=()) for row in section.rows) for section in outline.sections)
    sections = zip(outline.sections, rows, strict=True)
    return outline._replace(sections=tuple(one._replace(path=(), rows=own) for one, own in sections))


def _left_out(tasks: Sequence[Task], shared: int) -> Iterator[Doubt]:
    """二、重点工作 over others, where 一、 before it heads works itself and is a group."""
    under: dict[TitleLine, list[str]] = {}
    for task in dropwhile(lambda task: len(task.path) != shared + 1, tasks):
        for title in task.path[shared:-1]:
            if _WRAPPER.fullmatch(title.text):
                under.setdefault(title, []).append(task.place)
    for title, places in under.items():
        read = f"“{printed_as(title.style, title.number)}{title.text}”之下又分标题"
        yield Doubt(title.place, read, "没有记这一层标题", "要记请写进 heading", rows=tuple(places))


def _says_something(title: TitleLine) -> bool:
    """Whether a heading over all works is none of the document's own, as 二、主要任务 is."""
    return bool(title.number) and _WRAPPER.fullmatch(title.text) is None


def _sections(tasks: Sequence[Task], shared: int) -> Iterator[Section]:
    by_path: dict[_Path, list[Task]] = {}
    for task in tasks:
        by_path.setdefault(task.path[shared:], []).append(task)
    for path, members in by_path.items():
        headings = _headings(path)
        number = str(path[-1].number) if path and path[-1].number else ""
        yield Section(headings, tuple(_found(one, headings) for one in members), members[0].place, number)


def _shared(paths: Sequence[_Path]) -> int:
    """How many headings all works stand under, as long as each work keeps one.

    A document's title, without a number, is none over works that have others below it.
    """
    shared = int(_are_under_a_title(paths) and any(len(path) > 1 for path in paths))
    while all(len(path) > shared + 1 and path[shared] == paths[0][shared] for path in paths):
        shared += 1
    return shared


def _are_under_a_title(paths: Sequence[_Path]) -> bool:
    first = paths[0][:1]
    return bool(first) and first[0].style == PLAIN and all(path[:1] == first for path in paths)


def _headings(path: _Path) -> tuple[str, ...]:
    """The headings as printed; 主要任务 and its like say nothing over another."""
    wider = [title for title in path[:-1] if not _WRAPPER.fullmatch(title.text)]
    return tuple(map(_printed, (*wider, *path[-1:])))


def _printed(title: TitleLine) -> str:
    """A heading with its number, where that is printed as tables print theirs."""
    whole = f"{printed_as(title.style, title.number)}{title.text}"
    printed = read_number(whole)
    return whole if printed and (printed.number, printed.text) == (title.number, title.text) else title.text


def _found(task: Task, headings: tuple[str, ...]) -> FoundWork:
    return FoundWork(
        number=str(task.number) if task.number else "",
        path=headings,
        work=task.work,
        lead="\n".join(task.lead),
        units="\n".join(task.units),
        support="\n".join(task.support),
        deadline_text=task.deadline_text,
        note=task.note,
        place=task.place,
        target=task.target,
        doubts=tuple(
            Doubt(task.place, one.read, one.assumed, one.fix, field=one.field, about=one.about)
            for one in dict.fromkeys(task.told)
        ),
        further=task.further,
        is_parted=True,
    )
