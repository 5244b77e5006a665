"""qjtask report brief."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import typer

from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, ShownArgument, TodayOption, UnitsOption
from qjtask.cli.session import Session
from qjtask.core.layout.document import Document
from qjtask.core.letters.brief import brief
from qjtask.core.problem import refuse
from qjtask.core.standing.query import Query, keep
from qjtask.core.standing.row import Row

EXAMPLES = ("qjtask report brief 9.2", "qjtask report brief 9 --unit 审批科 -o 专报.docx")


def command(
    ctx: typer.Context,
    ids: ShownArgument,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Tell a leader of one work on one page; of several, each on its own."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        query = Query(
            items=given.items(ids, session.plan),
            units=given.units("--unit", unit, session.units),
            leads=given.units("--lead", lead, session.leads),
        )
        path = destination(given, output, force=force)
    rows = keep(session.rows, query)
    if not rows:
        raise refuse("ID", "这些工作都不是所写单位的", "请去掉 --unit 和 --lead，或换一个编号")
    hand_out(lambda: _pages(session, rows), path, force=force)


def _pages(session: Session, rows: Sequence[Row]) -> Document:
    """A page for each of the rows, under the notice of its own plan where there are several."""
    asked = {row.item.id for row in rows}

    def of(page: Session) -> Document:
        kept = [row for row in page.rows if row.item.id in asked]
        return brief(page.plan, kept, page.past, page.today, page.sign)

    whole = of(session)
    own = [of(page).parts for page in session.offices]
    return whole._replace(parts=tuple(chain.from_iterable(own))) if own else whole
