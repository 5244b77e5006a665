"""qjtask report progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out, page_per_office
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.letters.progress_table import progress_report
from qjtask.core.standing.query import Query, keep
from qjtask.core.standing.words import whose_words

if TYPE_CHECKING:
    from qjtask.cli.session import Session
    from qjtask.core.layout.document import Document

EXAMPLES = ("qjtask report progress -o 进展情况表.docx", "qjtask report progress -o 进展情况表.xlsx --force")


def command(
    ctx: typer.Context,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Give the official table back, with progress, state and problems filled in from the log."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        path = destination(given, output, force=force)

    def table(page: Session) -> Document:
        asked = page.own(units), page.own(leads)
        wanted = keep(page.rows, Query(units=asked[0], leads=asked[1]))
        return progress_report(page.plan, wanted, page.past, page.today, page.sign, whose_words(*asked))

    hand_out(page_per_office(session, table), path, force=force)
