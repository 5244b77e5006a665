"""What `report chase` does with the log: number its letters, and keep them when told to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from datetime import date

from qjtask.cli.desk import Desk
from qjtask.cli.faults import tell
from qjtask.cli.office_days import office_calendar
from qjtask.cli.recording import login, moment_of_writing, new_id, waiting
from qjtask.core.letters.chases import Chase, chase_entries, chases, left_out
from qjtask.core.log.order import batched
from qjtask.storage.log_writer import append, locked

_WORKDAYS = 5


def in_workdays(desk: Desk) -> date:
    """The day five of the office's working days from today, today not counted."""
    return office_calendar(desk).after(desk.today, _WORKDAYS)


def chase(
    desk: Desk,
    answer_by: date,
    units: Collection[str],
    hand_out: Callable[[Sequence[Chase]], None],
    *,
    log: bool,
) -> None:
    """Hand out the letters, and then log them: a letter that could not be written was never sent.

    The log is locked before it is first read: of two that run at once, the second's numbers go on
    from the first's.
    """
    ledger = desk.ledger
    with locked(ledger.log_path, ledger.log_shown, waiting) if log else nullcontext():
        letters = chases(
            desk.plan,
            desk.rows,
            desk.past,
            desk.log.entries,
            desk.today,
            answer_by,
            units,
            desk.log.newer,
        )
        tell(left_out(desk.rows, letters, desk.today, units))
        if letters:
            hand_out(letters)
        if letters and log:
            entries = chase_entries(letters, desk.past, moment_of_writing(desk.log), login(), new_id)
            append(ledger.log_path, ledger.log_shown, batched(entries, new_id()))
            print(f"已登记催办{len(entries)}条", file=sys.stderr)
        elif not all(letter.is_logged for letter in letters):
            print("没有登记，编号没有占用；正式发出请加 --log", file=sys.stderr)
