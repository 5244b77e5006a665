"""What `import` reads in the words of a work that a plan holds, to tell it from what a person wrote."""

from __future__ import annotations

from datetime import date

from qjtask.core.plan.keeping import Promised
from qjtask.core.plan.plan import Item
from qjtask.importing.cells.deadlines import read_times
from qjtask.importing.cells.work_times import PrintedTimes, TimeFrame
from qjtask.importing.numbers.promises import read_targets


def reread(item: Item, year: int, issued: date | None) -> Promised:
    """The promises in the text of an item, with the year of its plan and the day of issue."""
    times = PrintedTimes(item.deadline.text, "", (), "", item.work, "")
    when = read_times(times, TimeFrame(year, issued, "", is_usual=True), _tell_nobody)
    targets, _ = read_targets(item.work, year=year, issued=issued)
    return Promised(when.milestones, tuple(targets), when.deadline.text)


def _tell_nobody(*_: str, **__: str) -> None:
    """What is doubtful in it was told when it was imported."""
