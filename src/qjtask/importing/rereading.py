"""What `import` reads in the words of a work that a plan holds, to tell it from what a person wrote."""

from __future__ import annotations

from qjtask.core.plan.keeping import Promised
from qjtask.core.plan.plan import Item, Plan
from qjtask.importing.deadlines import PrintedTimes, TimeFrame, read_times
from qjtask.importing.promises import read_targets


def reread(item: Item, plan: Plan) -> Promised:
    """The milestones and targets in the text of an item of the plan."""
    times = PrintedTimes(item.deadline.text, "", (), "", item.work, "")
    frame = TimeFrame(plan.year, plan.issued, "", is_usual=True)
    when = read_times(times, frame, _tell_nobody)
    targets, _ = read_targets(item.work, year=plan.year, issued=plan.issued)
    return Promised(when.milestones, tuple(targets))


def _tell_nobody(*_: str) -> None:
    """What is doubtful in it was told when it was imported."""
