"""qjtask import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.asking import check_terminal
from qjtask.cli.formats import Format
from qjtask.cli.import_files import (
    check_report,
    check_target,
    imported,
    new_target,
    save_new,
    save_report,
    tell_draft,
    updated_ledger,
    wishes_of,
)
from qjtask.cli.import_options import (
    AskOption,
    ClausesOption,
    ColumnsOption,
    MovedOption,
    SourceArgument,
    TableOption,
    YearOption,
)
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.output import show
from qjtask.cli.which_ledger import working_day

EXAMPLES = (
    "qjtask import 通知.docx -o tasks.yaml --report 疑点.md",
    "qjtask import 通知.docx --dry-run",
    "qjtask import 通知.docx --ask",
    "qjtask import 新版通知.docx --update",
    "qjtask import 表.xlsx --map 具体工作=3 --map 责任单位=5",
)


def command(
    ctx: typer.Context,
    source: SourceArgument,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PLAN",
            show_default=False,
            help="写到哪里，默认是这里的 tasks.yaml；- 是屏幕",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="只看读出的各项，不写文件")] = False,
    update: Annotated[bool, typer.Option("--update", help="更新已有的计划：先列出差别，同意后再写")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="更新时不再询问")] = False,
    moved: MovedOption = None,
    report: Annotated[
        str | None, typer.Option("--report", metavar="FILE", show_default=False, help="把疑点另存为 Markdown")
    ] = None,
    columns: ColumnsOption = None,
    table: TableOption = None,
    clauses: ClausesOption = False,
    year: YearOption = None,
    ask: AskOption = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="只看各栏各行被当作什么、为什么，不写文件")
    ] = False,
    form: Annotated[
        Format | None, typer.Option("--format", show_default=False, help="--dry-run 和 --explain 的显示形式")
    ] = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Read a notice's table, or its numbered paragraphs, into a plan, and tell every doubt."""
    day = working_day(ctx, today)
    wishes, moves = wishes_of(day, columns, moved, table, year, clauses=clauses)
    if explain:
        from qjtask.cli.import_explain import show_reading

        show_reading(source, wishes, form, day)
        return
    if ask:
        check_terminal()
    kept = Path(report).expanduser() if report and not dry_run else None
    ledger = updated_ledger(ctx, output, file) if update else None
    target = None if update else new_target(ctx, output, file)
    if kept is not None:
        check_report(kept, Path(ledger.shown) if ledger else target)
    if target is not None and not dry_run:
        check_target(target)
    path, year_of = Path(source).expanduser(), ledger.plan().year if ledger else day.year
    draft = imported(path, source, wishes, year_of)
    if ask and not ledger:
        from qjtask.cli.doubt_questions import asked

        draft = asked(draft, wishes, lambda other: imported(path, source, other, year_of))
    if ledger:
        from qjtask.cli.plan_update import AskedFor, Reissue, save_update

        reissue = Reissue(draft, moves, source)
        draft = save_update(ledger, reissue, day, AskedFor(is_asked=not yes, dry_run=dry_run, doubts=ask))
    elif dry_run:
        tell_draft(source, draft)
        from qjtask.importing.drafts.shown_draft import draft_sheet, plan_object

        show(form, day, lambda: [draft_sheet(draft)], lambda: plan_object(draft))
    else:
        tell_draft(source, draft)
        save_new(target, draft, source)
    if kept is not None:
        save_report(kept, str(kept), draft, source)
    elif report:
        print("--dry-run 不写文件，疑点没有另存", file=sys.stderr)
