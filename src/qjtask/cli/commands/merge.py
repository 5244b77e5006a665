"""qjtask merge."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.asking import agreed
from qjtask.cli.faults import tell
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.output import confirm, say, show
from qjtask.cli.session import Session
from qjtask.cli.writing import waiting
from qjtask.core.log.digest import LogLine
from qjtask.core.log.history import history
from qjtask.core.log.log_doubts import log_doubts
from qjtask.core.log.merging import differing_lines, missing_lines
from qjtask.core.problem import Problem, refuse
from qjtask.core.sheets.history_sheet import history_sheet
from qjtask.storage.logs.log_file import Log, load_log

EXAMPLES = ('qjtask merge "progress (李四的冲突副本 2021-06-10).yaml"',)


def command(
    ctx: typer.Context,
    copy: Annotated[str, typer.Argument(metavar="FILE", help="记录的另一份副本，如同步软件留下的冲突副本")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="只看有什么，不并入")] = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Take in what a copy of the log holds and the log lacks, by record number, having shown it."""
    session = open_session(ctx, file, today)
    theirs = _copy(session, copy)
    new = missing_lines(session.log.lines(), theirs.lines())
    if not new:
        say([f"{copy} 里没有新的记录，可以移走"])
        return
    _show(session, copy, theirs, new)
    if dry_run:
        return
    if not yes and not agreed("照此并入吗？", "merge"):
        print("没有同意，什么也没有写入", file=sys.stderr)
        return
    with session.ledger.writing(waiting) as book:
        new = missing_lines(book.log.lines(), theirs.lines())
        book.append_lines(new)
    confirm([f"已并入{len(new)}条；{copy} 可以移走了"])


def _copy(session: Session, name: str) -> Log:
    """The copy read, its faults told. Refused when it is none."""
    path = Path(name).expanduser()
    if not path.is_file():
        raise refuse(name, "没有这个文件", "请核对文件名和所在的文件夹")
    if session.ledger.is_log(path):
        raise refuse(name, "这就是记录本身", "请写副本的文件名")
    log = load_log(path, name)
    tell(log.problems, every=True)
    differing = {line.id for line in differing_lines(session.log.lines(), log.lines())}
    told = "与台账里的内容不同，没有并入"
    tell(
        Problem(f"{name}:{entry.line}:1", f"记录 {entry.id} {told}", "请核对", is_warning=True)
        for entry in log.entries
        if entry.id in differing
    )
    return log


def _show(session: Session, name: str, theirs: Log, new: list[LogLine]) -> None:
    """What would be taken in, and what of it would not count or be odd."""
    ids = {line.id for line in new}
    entries = [entry for entry in theirs.entries if entry.id in ids]
    ours = [entry._replace(line=0) for entry in session.log.entries]
    told = log_doubts(session.plan, [*ours, *entries], name, session.today)
    tell((one for one in told if one.where != f"{name}:0:1"), every=True)
    past = history([*ours, *entries], session.today)
    show(None, session.today, lambda: [history_sheet(entries, past, session.plan.items())], dict)
    if len(ids) > len({entry.id for entry in entries}):
        print("另有由更新的版本写入的，照样并入", file=sys.stderr)
