"""qjtask report chase."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.chase_log import chase, in_workdays
from qjtask.cli.desk import open_desk
from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.options import FileOption, TodayOption, UnitsOption
from qjtask.core.letters.chase_document import chase_document

EXAMPLES = (
    "qjtask report chase --unit 建管科 -o 催办单.docx --log",
    "qjtask report chase --answer-by 6月18日 -o 催办单.docx",
)


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
    day = given.until("--answer-by", answer_by) if answer_by else in_workdays(desk)
    if day and day < desk.today:
        given.fault("--answer-by", f"{day} 在今天（{desk.today}）之前", "请写今天以后的日期")
    path = destination(given, output, force=force)
    given.check()
    chase(
        desk,
        day or desk.today,
        units,
        lambda letters: hand_out(lambda: chase_document(desk.plan, letters, desk.sign), path, force=force),
        log=log,
    )
