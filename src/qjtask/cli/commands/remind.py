"""qjtask remind."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from qjtask.cli.desk import open_desk
from qjtask.cli.options import (
    FileOption,
    Format,
    FormatOption,
    TodayOption,
    UnitsOption,
)
from qjtask.cli.output import show
from qjtask.core.letter import letter_sheet, letter_text, reminder
from qjtask.core.span import Span
from qjtask.render.clean import one_line
from qjtask.render.json_objects import letter_object

EXAMPLES = (
    "qjtask remind",
    "qjtask remind --unit 审批科 --within 7d",
    "0 9 * * 1  qjtask remind（写进 crontab）",
)


def command(
    ctx: typer.Context,
    unit: UnitsOption = None,
    within: Annotated[str, typer.Option("--within", "-w", metavar="SPAN", help="本周指多久之内")] = "7d",
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Print the weekly letter: a section a unit, its own open share only. Fit for a mail as it is."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    span = given.span("--within", within) or Span(7, "d")
    units = given.units("--unit", unit, desk.units)
    given.check()
    letter = reminder(desk.plan, desk.rows, desk.today, span, units)
    if form in (None, Format.PLAIN):
        sys.stdout.write("".join(f"{one_line(line)}\n" for line in letter_text(letter)))
    else:
        show(form, desk.today, lambda: [letter_sheet(letter)], lambda: letter_object(letter), full=True)
