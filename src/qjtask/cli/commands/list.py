"""qjtask list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.arguments import Arguments
from qjtask.cli.opening import open_session
from qjtask.cli.options import (
    FileOption,
    FormatOption,
    FullOption,
    IdsArgument,
    LeadsOption,
    TodayOption,
    UnitsOption,
)
from qjtask.cli.output import items_object, show
from qjtask.cli.session import Session
from qjtask.core.sheets.list_sheets import list_sheet
from qjtask.core.standing.query import Query, SortKey, keep, ordered
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import CLASS_WORDS, LIGHT_WORDS

if TYPE_CHECKING:
    from qjtask.core.standing.conditions import Condition

EXAMPLES = ("qjtask list --unit 审批科", "qjtask list 9 --status 未启动", "qjtask list --light 红 --sort due")

GroupsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        "-g",
        metavar="ID",
        show_default=False,
        autocompletion=completion.groups,
        help="重点任务的编号",
    ),
]
StatusesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        "-s",
        metavar="WORD",
        show_default=False,
        autocompletion=completion.statuses,
        help="未启动、推进中、已完成、暂停、取消，也可用 stats 里的别的词，如逾期、久无进展",
    ),
]
LightsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--light",
        "-l",
        metavar="WORD",
        show_default=False,
        autocompletion=completion.lights,
        help="红、灰、黄、绿",
    ),
]
ClassesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--class",
        metavar="WORD",
        show_default=False,
        autocompletion=completion.kinds,
        help="期限的类别：有期限、持续推进、按时序推进……",
    ),
]
TextsOption = Annotated[
    list[str] | None, typer.Option("--text", metavar="TEXT", show_default=False, help="工作内容里的字词")
]


def command(
    ctx: typer.Context,
    ids: IdsArgument = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    group: GroupsOption = None,
    status: StatusesOption = None,
    light: LightsOption = None,
    kind: ClassesOption = None,
    text: TextsOption = None,
    sort: Annotated[SortKey, typer.Option("--sort", help="排序")] = SortKey.ID,
    full: FullOption = False,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show the items that meet every option; one option repeated means either."""
    in_part = any((ids, unit, lead, group, status, light))
    session = open_session(ctx, file, today, in_part=in_part)
    with session.arguments() as given:
        query = Query(
            items=given.items(ids, session.head) if ids else None,
            groups=given.groups(group, session.head),
            units=given.units("--unit", unit, session.units),
            leads=given.units("--lead", lead, session.leads),
            statuses=_conditions(given, status, session),
            lights=given.words("--light", light, LIGHT_WORDS),
            kinds=given.words("--class", kind, CLASS_WORDS),
            texts=tuple(text or ()),
        )
    rows = ordered(keep(session.list_rows(query), query), sort)
    notes = _elsewhere(rows, query)
    show(
        form,
        session.today,
        lambda: [list_sheet(rows, session.total, query.units, notes, in_sections=sort is SortKey.ID)],
        lambda: items_object(rows),
        full=full,
    )


def _conditions(given: Arguments, typed: list[str] | None, session: Session) -> "frozenset[Condition]":
    """What --status asks for; the words beside the statuses are imported for who asks."""
    if not typed:
        return frozenset()
    from qjtask.core.standing.conditions import condition_words

    return given.words("--status", typed, condition_words(accept=session.head.rules.accept))


def _elsewhere(rows: Sequence[Row], query: Query) -> list[str]:
    """What `stats` counts elsewhere of the rows found by their status."""
    if not query.statuses:
        return []
    from qjtask.core.standing.conditions import counted_elsewhere

    return list(counted_elsewhere(rows, query.statuses))
