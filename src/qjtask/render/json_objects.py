"""The objects of the commands that give other things than rows: totals, the letter, problems."""

from __future__ import annotations

from collections import Counter
from typing import Any

from qjtask.core.letters.reminder import Letter, ReminderLine
from qjtask.core.problem import Problem
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.counts import Category, Tally
from qjtask.render.json_text import iso


def tally_object(line: Tally) -> dict[str, Any]:
    """The counts of one line of `stats`."""
    counts = {kind.name.lower(): line.counts[kind] for kind in Category}
    beside = {aside.name.lower(): line.beside[aside] for aside in Aside}
    return {"name": line.name, "total": line.total, **counts, **beside}


def unread_object(name: str) -> dict[str, Any]:
    """The line of `stats` for a plan that could not be read: no count of it is known."""
    return dict.fromkeys(tally_object(Tally(name, Counter(), Counter()))) | {"name": name}


def letter_object(letter: Letter) -> dict[str, Any]:
    """The reminder: units, and what each is asked."""
    return {
        "until": letter.until.isoformat(),
        "overdue": letter.late,
        "due_this_week": letter.soon,
        "due_later": letter.later,
        "silent": letter.silent,
        "unread": letter.unread,
        "units": [
            {
                "unit": section.unit,
                "parts": [
                    {"heading": name, "lines": [_line_object(line) for line in lines]}
                    for name, lines in section.parts
                ],
            }
            for section in letter.sections
        ],
    }


def _line_object(line: ReminderLine) -> dict[str, Any]:
    absent = {"support": line.support or None, "no": line.no or None}
    return {**line._asdict(), "by": iso(line.by), **absent}


def problem_object(problem: Problem) -> dict[str, Any]:
    """One fault or doubt."""
    level = "warning" if problem.is_warning else "error"
    return {"level": level, "where": str(problem.where), "what": problem.what, "fix": problem.fix or None}
