"""qjtask report bulletin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out, page_per_office
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.letters.bulletin import bulletin
from qjtask.core.letters.bulletin_changes import change_words
from qjtask.core.standing.query import owed
from qjtask.core.standing.words import whose_words
from qjtask.core.time.span import Span

if TYPE_CHECKING:
    from qjtask.cli.session import Session
    from qjtask.core.layout.document import Document

EXAMPLES = (
    "qjtask report bulletin --since 2021-05-10 -o 通报.docx",
    "qjtask report bulletin --within 2m",
)


def command(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE",
            show_default=False,
            help="上次通报的日期，默认一个月前；列出当天起的，数字与当天结束时相比",
        ),
    ] = None,
    within: Annotated[str, typer.Option("--within", "-w", metavar="SPAN", help="下一步写到多久之内")] = "30d",
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Draft the bulletin: figures that add up, by unit, finished, late, next, without progress."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        start = given.past_day("--since", since, Span(1, "m").before(session.today))
        span = given.span("--within", within)
        path = destination(given, output, force=force)

    def draft(page: Session) -> Document:
        asked = page.own(units), page.own(leads)
        then, whose = owed(page.rows_then(start), *asked), owed(page.rows, *asked)
        told = (page.sign, asked[0], whose_words(*asked), change_words(then, whose, start, asked[0]))
        return bulletin(page.plan, whose, page.today, start, span, *told, past=page.past, unread=page.unread)

    hand_out(page_per_office(session, draft), path, force=force)
