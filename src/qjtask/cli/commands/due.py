"""qjtask due. Annotations are evaluated here: Typer would compile each text four times (2 ms)."""

from typing import TYPE_CHECKING, Annotated

import typer

from qjtask.cli.opening import open_session
from qjtask.cli.options import (
    FileOption,
    FormatOption,
    FullOption,
    LeadsOption,
    TodayOption,
    UnitsOption,
)
from qjtask.cli.output import items_object, show
from qjtask.cli.which_ledger import file_option
from qjtask.core.plan.plan_address import PlanAddress
from qjtask.core.sheets.due_sheets import due_notes, due_sheet, reports_sheet
from qjtask.core.standing.due_asked import DueAsked
from qjtask.core.standing.query import due_lines, owed
from qjtask.core.standing.shares import rows_asked_for, shares

if TYPE_CHECKING:
    from qjtask.cli.formats import Format
    from qjtask.cli.session import Session
    from qjtask.core.layout.sheet import Sheet

EXAMPLES = (
    "qjtask due --within 30d",
    "qjtask due --by 6月底 --unit 审批科",
    "qjtask due --no-overdue",
    "qjtask due --reports",
)

_OVERDUE = 3
"""The exit code of --exit-code when something is overdue."""


def command(
    ctx: typer.Context,
    within: Annotated[
        str, typer.Option("--within", "-w", metavar="SPAN", help="多久之内：30d、2w、1m、1q、1y，或到哪一天")
    ] = "30d",
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="DATE", show_default=False, help="到哪一天（含），代替 --within"),
    ] = None,
    no_overdue: Annotated[bool, typer.Option("--no-overdue", help="不列已逾期的")] = False,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    reports: Annotated[bool, typer.Option("--reports", help="只列久无进展、该报进展的")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="有逾期时退出码为 3，供脚本判断")] = False,
    full: FullOption = False,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show what is overdue and what comes, nearest first, milestones included."""
    session = open_session(ctx, file, today, in_part=True)
    with session.arguments() as given:
        until = given.until("--within", within) if by is None else given.day("--by", by, session.today)
        units = given.units("--unit", unit, session.units) if unit else frozenset()
        leads = given.units("--lead", lead, session.leads) if lead else frozenset()
    if reports:
        _show_reports(session, DueAsked(session.today, units, leads), form, full=full)
        return
    found, unread = session.due_rows(DueAsked(until, units, leads))
    rows = rows_asked_for(owed(found, leads=leads), units)
    lines = due_lines(rows, until, since=session.today if no_overdue else None)

    def sheet() -> "Sheet":
        address, rhythm = PlanAddress("", file_option(ctx, file)), session.head.rules.rhythm
        notes = due_notes(lines, rows, session.today, rhythm, unread, address)
        return due_sheet(lines, session.today, until, notes, units)

    show(
        form,
        session.today,
        lambda: [sheet()],
        lambda: items_object({line.row.item.id: line.row for line in lines}.values()),
        full=full,
    )
    if exit_code and any(row.is_overdue for row in rows):
        raise typer.Exit(_OVERDUE)


def _show_reports(session: "Session", asked: DueAsked, form: "Format | None", *, full: bool) -> None:
    """Show what was silent for too long."""
    rows = owed(session.report_rows(asked), leads=asked.leads)
    silent = [share for share in shares(rows, asked.units) if share.too_silent is not None]
    show(
        form,
        session.today,
        lambda: [reports_sheet(silent, session.head.rules.rhythm)],
        lambda: items_object(share.row for share in silent),
        full=full,
    )
