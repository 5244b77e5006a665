"""qjtask report changes."""

from __future__ import annotations

from pathlib import Path

import typer

from qjtask.cli.arguments import Arguments
from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.import_files import imported, tell_draft, wishes_of
from qjtask.cli.import_options import (
    ClausesOption,
    ColumnsOption,
    MovedOption,
    SourceArgument,
    TableOption,
    YearOption,
)
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.which_ledger import find_ledger, working_day

EXAMPLES = (
    "qjtask report changes 新版通知.docx -o 调整对照.docx",
    "qjtask report changes 新版通知.xlsx --moved 9.2=9.3",
)


def command(
    ctx: typer.Context,
    source: SourceArgument,
    moved: MovedOption = None,
    columns: ColumnsOption = None,
    table: TableOption = None,
    clauses: ClausesOption = False,
    year: YearOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Compare the plan with a notice that was issued again, before `import --update` takes that in."""
    from qjtask.cli.plan_update import Reissue, changes_of
    from qjtask.cli.renames import tell_renames
    from qjtask.core.sheets.changes_document import changes_document
    from qjtask.importing.drafts.reissued_draft import under_ids

    day = working_day(ctx, today)
    wishes, moves = wishes_of(day, columns, moved, table, year, clauses=clauses)
    with Arguments(day, year or day.year) as given:
        path = destination(given, output, force=force)
    plan, log = find_ledger(ctx, file).read()
    draft = imported(Path(source).expanduser(), source, wishes, plan.year)
    found = changes_of(plan, log, Reissue(draft, moves, source), day)
    tell_draft(source, under_ids(draft, found.ids))
    tell_renames(found.renames)
    hand_out(lambda: changes_document(plan, found, day), path, force=force)
