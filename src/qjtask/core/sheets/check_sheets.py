"""The sheets of check: errors and doubts apart."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.problem import Problem

_COLUMNS = (Column("位置"), Column("问题", weight=2), Column("改法", weight=1))


def check_sheets(problems: Sequence[Problem], about: str = "") -> list[Sheet]:
    """Errors and doubts apart; a sentence where there are none. `about` the log stands last."""
    errors = [problem for problem in problems if not problem.is_warning]
    doubts = [problem for problem in problems if problem.is_warning]
    parts = ((f"错误（{len(errors)}处）", errors), (f"疑点（{len(doubts)}处）", doubts))
    sheets = [Sheet(title, _COLUMNS, tuple(map(_cells, found))) for title, found in parts if found]
    notes = (*(() if problems else ("没有发现错误和疑点",)), *((about,) if about else ()))
    return [*sheets, Sheet("", (), (), notes)] if notes else sheets


def _cells(problem: Problem) -> tuple[Cell, ...]:
    tone = Tone.YELLOW if problem.is_warning else Tone.RED
    return (Cell(str(problem.where), tone), Cell(problem.what), Cell(problem.fix))
