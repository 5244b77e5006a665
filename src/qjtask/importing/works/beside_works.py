"""What is told of the paragraphs beside works that are none: goals, paragraphs without an office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.doubts import Doubt, in_part
from qjtask.importing.works.branch_kinds import IN_CHARGE
from qjtask.importing.works.clause_tasks import Outside

NAMES_SOMEONE = f"{IN_CHARGE}|牵头"
"""What says in so many words who does a work."""
_SHOWN = 3


def doubts_beside(outside: Sequence[Outside]) -> Iterator[Doubt]:
    """What stands beside the works, is none, and may be meant for one."""
    goals = [one for one in outside if one.promised and not one.is_aim]
    if goals:
        assumed = f"没有记作工作，{_numbers(goals)}"
        yield Doubt(goals[0].place, f"{_titles(goals)}没有写责任单位", assumed, "要考核请写进各项的 targets")
    alone = [one for one in outside if one.is_text_alone]
    yield from _left_alone(list(filterfalse(_names_someone, alone)), "没有写责任单位")
    yield from _left_alone(list(filter(_names_someone, alone)), "写着谁负责，没有读懂")
    for one in outside:
        if one.has_clause:
            yield Doubt(one.place, f"责任单位“{one.text}”前面没有工作", "没有记", "请补进计划")


def _names_someone(one: Outside) -> bool:
    return compiled(NAMES_SOMEONE).search(one.text) is not None


def said_beside(outside: Sequence[Outside]) -> Iterator[str]:
    """What is plainly no work: who holds an event, and aims that nobody owns, whose numbers may be wanted."""
    yield from (
        f"{one.place}“{one.text}”主办、承办或参加整个活动，没有记作工作；是工作的请补进计划"
        for one in outside
        if one.are_hosts
    )
    aims = [one for one in outside if one.promised and one.is_aim]
    if aims:
        yield f"{aims[0].place}{_titles(aims)}不记作工作，{_numbers(aims)}；要考核请写进各项的 targets"


def _titles(goals: Sequence[Outside]) -> str:
    return in_part([f"“{one.text}”" for one in goals])


def _numbers(goals: Sequence[Outside]) -> str:
    return f"其中的{sum(one.promised for one in goals)}个数没有记作目标"


def _left_alone(left: Sequence[Outside], read: str) -> Iterator[Doubt]:
    """Paragraphs that may be works, the first of them by their titles."""
    if left:
        shown = "、".join(one.shown for one in left[:_SHOWN])
        count = f"等{len(left)}段" if len(left) > _SHOWN else ""
        rows = tuple(dict.fromkeys(one.place for one in left))
        yield Doubt(rows[0], f"{shown}{count}{read}", "没有记", "是工作的请补进计划", rows=rows)
