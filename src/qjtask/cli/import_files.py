"""What `qjtask import` does around the reading: options, progress, asking, writing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import Misused
from qjtask.cli.formats import write_bytes
from qjtask.cli.ledgers import is_database
from qjtask.cli.once import given_once
from qjtask.cli.output import confirm
from qjtask.cli.which_ledger import find_ledger, named_ledger, next_command, working_folder
from qjtask.core.problem import Problem, refuse
from qjtask.render.one_line import one_line

if TYPE_CHECKING:
    import typer

    from qjtask.importing.drafts.draft import Draft, Wishes
    from qjtask.storage.ledger import Ledger

_DEFAULT = "tasks.yaml"
_MOST_TOLD = 60
_REPORT_BEGINS = "# 导入报告"


# Options -------------------------------------------------------------------------------------


def wishes_of(
    day: date,
    columns: Sequence[str] | None,
    moved: Sequence[str] | None,
    table: int | None,
    year: int | None,
    *,
    clauses: bool = False,
) -> tuple[Wishes, list[tuple[str, str]]]:
    """What the person overrules, and which old item is which new one. Misused when it cannot be read."""
    from qjtask.importing.document.head import Head
    from qjtask.importing.drafts.draft import Wishes

    given = Arguments(day, year or day.year)
    places = _places(given, columns)
    moves = _pairs(given, "--moved", moved, "请写成 旧编号=新编号，如 --moved 9.2=9.3")
    if clauses and (places or table):
        given.fault("--clauses", "读段落时没有表格的列可指", "--clauses 不要和 --table、--map 一起用")
    given.check()
    return Wishes(places, table, Head(year=year), clauses), moves


def _places(given: Arguments, columns: Sequence[str] | None) -> dict[str, int]:
    """The columns by name. Each is named once, and no column has two names."""
    places: dict[str, int] = {}
    for name, number in _pairs(given, "--map", columns, "请写成 列名=第几列，如 --map 具体工作=2"):
        place = int(number[:6]) if number.isascii() and number.isdecimal() else None
        if place is None:
            given.fault("--map", f"“{number}”不是第几列", "请写成 列名=第几列，如 --map 具体工作=2")
        elif name in places or place in places.values():
            given.fault("--map", f"“{name}={number}”和前面写的冲突", "一种列写一次，一列只当一种")
        else:
            places[name] = place
    return places


def _pairs(given: Arguments, option: str, typed: Sequence[str] | None, fix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for text in typed or ():
        name, sign, value = text.replace("＝", "=").partition("=")
        if sign and name.strip() and value.strip():
            found.append((name.strip(), value.strip()))
        else:
            given.fault(option, f"“{text}”读不懂", fix)
    return found


def new_target(ctx: typer.Context, output: str | None, file: Sequence[str] | None) -> Path | None:
    """Where a new plan goes: -o, --file, else tasks.yaml here; None is the screen."""
    working_folder()  # refused where that is gone
    if output == "-":
        return None
    files = given_once(ctx, "file", file) or []
    if len(files) > 1 and output is None:
        raise Misused([Problem("--file", "一次只能写进一个计划", "请只留一个")])
    named = output or (files[0] if files else _DEFAULT)
    if is_database(named):
        fix = "请先用 -o 写成文件，核对好再用 qjtask db load 载入"
        raise refuse(named, "新的计划不能直接写进数据库", fix)
    return Path(named).expanduser()


def updated_ledger(ctx: typer.Context, output: str | None, file: Sequence[str] | None) -> Ledger:
    """The ledger that is updated: -o, else the one that every command finds."""
    if output is None:
        return find_ledger(ctx, file)
    if not is_database(output) and not Path(output).expanduser().is_file():
        raise refuse(output, "没有这个计划，没法更新", "第一次导入不用加 --update")
    return named_ledger(output)


def check_source(source: str) -> None:
    """Refuse early a notice that is not there."""
    if not Path(source).expanduser().is_file():
        raise refuse(source or "SOURCE", "没有这个文件", "请核对文件名和所在的文件夹")


def check_target(target: Path) -> None:
    """Refuse early what the end would refuse: a long document is read for nothing otherwise."""
    if target.exists():
        raise refuse(
            str(target), "这里已经有文件了，没有改动", "要更新计划请加 --update，要另存请用 -o 换一个名字"
        )
    if not target.parent.is_dir():
        raise refuse(str(target), "没有这个文件夹", "请先建好文件夹，或用 -o 换一个地方")


def check_report(report: Path, plan: Path | None) -> None:
    """Refuse early a place that the doubts cannot be kept at."""
    if plan is not None and report.absolute() == plan.absolute():
        raise refuse("--report", "疑点和计划写到了同一个文件", "请换一个名字")
    if os.path.lexists(report) and not _is_report(report):
        raise refuse(
            str(report), "这里已经有文件了，不是以前的导入报告，没有改动", "请给 --report 换一个名字"
        )
    if not report.parent.is_dir():
        raise refuse(str(report), "没有这个文件夹", "请先建好文件夹，或换一个地方")


def _is_report(path: Path) -> bool:
    from qjtask.storage.texts.source import read_bytes

    return path.is_file() and read_bytes(path, str(path)).startswith(_REPORT_BEGINS.encode())


# Reading -------------------------------------------------------------------------------------


def imported(path: Path, shown: str, wishes: Wishes, year: int) -> Draft:
    """The document read and understood, with a bar on the terminal when that takes long."""
    from qjtask.importing.drafts.draft import read_draft
    from qjtask.importing.formats.files import read_document
    from qjtask.storage.texts.source import read_bytes

    check_source(shown)
    data = read_bytes(path, shown)
    with _progress() as stage:
        document = read_document(data, path.name, shown, stage("读表格"))
        return read_draft(document, shown, wishes, year, stage("理解各项"))


@contextmanager
def _progress() -> Iterator[Callable[[str], Callable[[int], None]]]:
    """A bar on stderr, on a terminal only; it is not drawn for what takes less than half a second."""
    if not sys.stderr.isatty():
        yield lambda _: lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description} 第{task.completed:.0f}行"),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    with Progress(*columns, console=console, transient=True, disable=not console.is_interactive) as bar:

        def stage(name: str) -> Callable[[int], None]:
            task = bar.add_task(name, total=None)
            return lambda count: bar.update(task, completed=count) if count % 50 == 0 else None

        yield stage


def tell_draft(source: str, draft: Draft) -> None:
    """How much was read, then the doubts, on stderr: one line for all that say the same of many works."""
    from qjtask.importing.document.doubts import gathered
    from qjtask.importing.drafts.report import summary

    doubts = gathered(draft.doubts)
    print(one_line(summary(source, draft, len(doubts))), file=sys.stderr)
    for number, doubt in enumerate(doubts[:_MOST_TOLD], 1):
        print(one_line(f"疑点{number} {doubt.line}"), file=sys.stderr)
    if len(doubts) > _MOST_TOLD:
        print(f"还有{len(doubts) - _MOST_TOLD}条，加 --report 疑点.md 可存下全部", file=sys.stderr)


# Writing -------------------------------------------------------------------------------------


def save_new(target: Path | None, draft: Draft, source: str) -> None:
    """Write a plan that was not there, or print it."""
    from qjtask.importing.drafts.report import remarks
    from qjtask.storage.plans.plan_writer import yaml_lines

    made = yaml_lines(draft.plan, remarks(Path(source).name, draft))
    lines = map(methodcaller("encode", "utf-8", "replace"), made)
    if target is None:
        write_bytes(b"".join(lines))
        return
    from qjtask.storage.files.file_writer import create

    create(target, str(target), lambda file: file.writelines(lines))
    confirm([f"已写入 {target}，请对照疑点核对，再运行", next_command("check", target)])


def save_report(path: Path, shown: str, draft: Draft, source: str) -> None:
    """Keep the doubts as Markdown. Another file of that name is not overwritten, an older report is."""
    from qjtask.importing.document.doubts import markdown
    from qjtask.importing.drafts.report import summary
    from qjtask.storage.files.file_writer import create, replace

    order = [item.id for item in draft.plan.items()]
    text = markdown(Path(source).name, summary(Path(source).name, draft), draft.doubts, order)
    if _is_report(path):
        replace(path, shown, text)
    else:
        create(path, shown, text)
    print(one_line(f"疑点已存到 {path}"), file=sys.stderr)  # stdout may be the plan
