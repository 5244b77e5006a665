"""qjtask report score."""

from __future__ import annotations

import typer

from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.letters.score import scores
from qjtask.core.letters.score_document import score_document
from qjtask.core.standing.query import Query, keep
from qjtask.core.standing.words import whose_words
from qjtask.storage.ledger import SideKind
from qjtask.storage.office.score_file import load_score_rules

EXAMPLES = ("qjtask report score -o 考核计分表.xlsx", "qjtask report score --unit 审批科")


def command(
    ctx: typer.Context,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Give each office the points of the office's own table, rules.yaml, with what every point rests on."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        path = destination(given, output, force=force)
    rules = load_score_rules(session.ledger.side(SideKind.RULES))
    rows = keep(session.rows, Query(units=units, leads=leads))
    found = scores(session.plan, rows, session.past, rules, units)
    about = whose_words(units, leads)
    hand_out(
        lambda: score_document(session.plan, found, rules, session.today, session.sign, about),
        path,
        force=force,
    )
