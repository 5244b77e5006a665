"""qjtask report chase."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from qjtask.cli.chasing import ChaseOrder, answer_day, drafted_letters, logged_letters
from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.letters.chase_document import chase_document

EXAMPLES = (
    "qjtask report chase --unit 建管科 -o 催办单.docx --log",
    "qjtask report chase --over 15d --answer-by 3个工作日 -o 催办单.docx",
)


def command(
    ctx: typer.Context,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    answer_by: Annotated[
        str | None,
        typer.Option(
            "--answer-by",
            metavar="DATE",
            show_default=False,
            help="请对方在哪天前答复，如 6月18日、3个工作日；默认五个工作日",
        ),
    ] = None,
    over: Annotated[
        str | None,
        typer.Option(
            "--over",
            metavar="SPAN",
            show_default=False,
            help="只催逾期超过这么久的，如 15d；久无进展的不催",
        ),
    ] = None,
    log: Annotated[bool, typer.Option("--log", help="把这次催办登记下来，下次就是第二次")] = False,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write a page to each unit that is late or silent: what, how late, how often asked, answer by when."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        longer = None if over is None else given.span("--over", over)
        answer = answer_day(given, session, answer_by)
        path = destination(given, output, force=force)
    order = ChaseOrder(units, answer.day, leads, longer)
    letters, told = logged_letters(session, order) if log else drafted_letters(session, order)
    try:
        if letters:
            hand_out(
                lambda: chase_document(session.plan, letters, session.sign, answer.workdays),
                path,
                force=force,
            )
    finally:  # what is logged is logged, also when the letter does not get onto paper
        if told:
            print(told, file=sys.stderr)
