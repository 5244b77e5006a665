"""qjtask report chase."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date
from typing import Annotated

import typer

from qjtask.cli.desk import Desk, open_desk
from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.marking import login, moment_of_writing, new_id, waiting
from qjtask.cli.options import FileOption, TodayOption, UnitsOption
from qjtask.cli.workdays import office_calendar
from qjtask.core.chase import chase_document, chase_entries, chases
from qjtask.storage.log_writer import append, locked

EXAMPLES = (
    "qjtask report chase --unit 建管科 -o 催办单.docx --log",
    "qjtask report chase --answer-by 6月18日 -o 催办单.docx",
)
_WORKDAYS = 5


def command(
    ctx: typer.Context,
    unit: UnitsOption = None,
    answer_by: Annotated[
        str | None,
        typer.Option(
            "--answer-by", metavar="DATE", show_default=False, help="请对方在哪天前答复，默认五个工作日后"
        ),
    ] = None,
    log: Annotated[bool, typer.Option("--log", help="把这次催办登记下来，下次就是第二次")] = False,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write a page to each unit that is late or silent: what, how late, how often asked, answer by when."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    units = given.units("--unit", unit, desk.units)
    day = given.until("--answer-by", answer_by) if answer_by else _in_workdays(desk)
    if day and day < desk.today:
        given.fault("--answer-by", f"{day} 在今天（{desk.today}）之前", "请写今天以后的日期")
    path = destination(given, output)
    given.check()
    ledger = desk.ledger
    with locked(ledger.log_path, ledger.log_shown, waiting) if log else nullcontext():
        letters = chases(desk.plan, desk.rows, desk.past, desk.today, day or desk.today, units)
        if not letters:
            print("没有逾期和久无进展的工作，不用催办", file=sys.stderr)
            return
        hand_out(lambda: chase_document(desk.plan, letters), path, force=force)
        if log:
            at = moment_of_writing(desk.log)
            entries = chase_entries(desk.plan, letters, desk.past, at, login(), new_id)
            append(ledger.log_path, ledger.log_shown, entries)
            print(f"已登记催办{len(entries)}条", file=sys.stderr)


def _in_workdays(desk: Desk) -> date:
    """The day five of the office's working days from today, today not counted."""
    calendar, day = office_calendar(desk), desk.today
    for _ in range(_WORKDAYS):
        day = calendar.first_after(day)
    return day
