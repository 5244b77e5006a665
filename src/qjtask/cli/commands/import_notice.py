"""qjtask import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

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
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.output import show
from qjtask.cli.which_ledger import working_day

EXAMPLES = (
    "qjtask import 通知.docx -o tasks.yaml --report 疑点.md",
    "qjtask import 通知.docx --dry-run",
    "qjtask import 新版通知.docx --update",
    "qjtask import 表.xlsx --map 具体工作=3 --map 责任单位=5",
)


def command(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="通知：.docx .xlsx .html .txt .csv，装了组件还有 .pdf .doc .wps .rtf"
        ),
    ],
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
    moved: Annotated[
        list[str] | None,
        typer.Option(
            "--moved",
            metavar="OLD=NEW",
            show_default=False,
            help="更新时：旧编号的工作就是新表的哪一项；可重复",
        ),
    ] = None,
    report: Annotated[
        str | None, typer.Option("--report", metavar="FILE", show_default=False, help="把疑点另存为 Markdown")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="NAME=N", show_default=False, help="指明某列是第几列，如 具体工作=2；可重复"
        ),
    ] = None,
    table: Annotated[
        int | None, typer.Option("--table", min=1, show_default=False, metavar="N", help="读第几个表格")
    ] = None,
    clauses: Annotated[bool, typer.Option("--clauses", help="读正文里写了单位的段落，不读表格")] = False,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", min=1900, max=2999, show_default=False, metavar="N", help="没写年份的时限算哪一年"
        ),
    ] = None,
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
    kept = Path(report).expanduser() if report and not dry_run else None
    ledger = updated_ledger(ctx, output, file) if update else None
    target = None if update else new_target(ctx, output, file)
    if kept is not None:
        check_report(kept, Path(ledger.shown) if ledger else target)
    if target is not None and not dry_run:
        check_target(target)
    draft = imported(Path(source).expanduser(), source, wishes, ledger.plan().year if ledger else day.year)
    tell_draft(source, draft)
    if ledger:
        from qjtask.cli.plan_update import Reissue, save_update

        save_update(ledger, Reissue(draft, moves, source), day, ask=not yes, dry_run=dry_run)
    elif dry_run:
        from qjtask.importing.report import draft_sheet, plan_object

        show(form, day, lambda: [draft_sheet(draft)], lambda: plan_object(draft))
    else:
        save_new(target, draft, source)
    if kept is not None:
        save_report(kept, str(kept), draft, source)
    elif report:
        print("--dry-run 不写文件，疑点没有另存", file=sys.stderr)
