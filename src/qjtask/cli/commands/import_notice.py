"""qjtask import."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qjtask.cli.arguments import Arguments
from qjtask.cli.asking import check_terminal
from qjtask.cli.formats import Format
from qjtask.cli.import_files import (
    check_report,
    check_source,
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
from qjtask.core.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from qjtask.cli.plan_update import AskedFor
    from qjtask.core.plan.moves import Move
    from qjtask.importing.drafts.draft import Draft, Wishes
    from qjtask.storage.ledger import Ledger

EXAMPLES = (
    "qjtask import 通知.docx -o tasks.yaml --report 疑点.md",
    "qjtask import 通知.docx --dry-run",
    "qjtask import 通知.docx --ask",
    "qjtask import 新版通知.docx --update",
    "qjtask import 表.xlsx --map 具体工作=3 --map 责任单位=5",
)


PlanOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PLAN",
        show_default=False,
        help="写到哪里，默认是这里的 tasks.yaml；- 是屏幕",
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", "-n", help="只看读出的各项，不写文件")]
UpdateOption = Annotated[bool, typer.Option("--update", help="更新已有的计划：先列出差别，同意后再写")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="更新时不再询问")]
ReportOption = Annotated[
    str | None, typer.Option("--report", metavar="FILE", show_default=False, help="把疑点另存为 Markdown")
]
ExplainOption = Annotated[bool, typer.Option("--explain", help="只看各栏各行被当作什么、为什么，不写文件")]
ShownOption = Annotated[
    Format | None, typer.Option("--format", show_default=False, help="--dry-run 和 --explain 的显示形式")
]


def command(
    ctx: typer.Context,
    source: SourceArgument,
    output: PlanOption = None,
    dry_run: DryRunOption = False,
    update: UpdateOption = False,
    yes: YesOption = False,
    moved: MovedOption = None,
    report: ReportOption = None,
    columns: ColumnsOption = None,
    table: TableOption = None,
    clauses: ClausesOption = False,
    year: YearOption = None,
    ask: AskOption = False,
    explain: ExplainOption = False,
    form: ShownOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Read a notice's table, or its numbered paragraphs, into a plan, and tell every doubt."""
    day = working_day(ctx, today)
    _check_named(day, {"--output": output, "--report": report})
    wishes, moves = wishes_of(day, columns, moved, table, year, clauses=clauses)
    if explain:
        from qjtask.cli.import_explain import show_reading

        show_reading(source, wishes, form, day)
        return
    if ask:
        check_terminal()
    kept = Path(report).expanduser() if report and not dry_run else None
    notice = _Notice(source, wishes, day)
    if update:
        from qjtask.cli.plan_update import AskedFor

        consent = AskedFor(is_asked=not yes, dry_run=dry_run, doubts=ask)
        draft = _updated(updated_ledger(ctx, output, file), notice, moves, kept, consent)
    else:
        target = new_target(ctx, output, file)
        _check_places(notice, None if dry_run else target, kept, target)
        draft = _new_draft(notice, asks=ask)
        if dry_run:
            _show(draft, form, day)
        else:
            save_new(target, draft, source)
    if kept is not None:
        save_report(kept, str(kept), draft, source)
    elif report:
        print("--dry-run 不写文件，疑点没有另存", file=sys.stderr)


def _check_named(day: date, places: Mapping[str, str | None]) -> None:
    """Misused where a place was left empty: it is not one that was not given."""
    with Arguments(day, day.year) as given:
        for option, typed in places.items():
            if typed is not None and not typed.strip():
                given.fault(option, "没有写是哪个文件", f"请写文件名；不用的话不写 {option}")


class _Notice(NamedTuple):
    """The file that is imported, as it was typed, what the person overrules in it, and the day."""

    source: str
    wishes: Wishes
    day: date


def _check_places(notice: _Notice, written: Path | None, kept: Path | None, plan: Path | None) -> None:
    """Refuse early a notice that is not there, and what cannot be written: the doubts `kept`, a new plan."""
    with Arguments(notice.day, notice.day.year) as given:
        given.attempt(lambda: check_source(notice.source), None)
        if kept is not None:
            given.attempt(partial(check_report, kept, plan), None)
        if written is not None:
            given.attempt(partial(check_target, written), None)


def _updated(
    ledger: Ledger, notice: _Notice, moves: Sequence[Move], kept: Path | None, consent: AskedFor
) -> Draft:
    """The draft by which a ledger's plan was brought up to date, or would be."""
    from qjtask.cli.plan_update import Reissue, save_update

    source, wishes, day = notice
    _check_places(notice, None, kept, Path(ledger.shown))
    draft = imported(Path(source).expanduser(), source, wishes, ledger.plan().year)
    return save_update(ledger, Reissue(draft, moves, source), day, consent)


def _new_draft(notice: _Notice, *, asks: bool) -> Draft:
    """The draft of a new plan, with the answers to its doubts where these are asked."""
    source, wishes, day = notice
    path = Path(source).expanduser()
    draft = imported(path, source, wishes, day.year)
    if asks:
        from qjtask.cli.doubt_questions import asked

        draft = asked(draft, wishes, lambda other: imported(path, source, other, day.year))
    tell_draft(source, draft)
    return draft


def _show(draft: Draft, form: Format | None, day: date) -> None:
    from qjtask.importing.drafts.shown_draft import draft_sheet, plan_object

    show(form, day, lambda: [draft_sheet(draft)], lambda: plan_object(draft))
