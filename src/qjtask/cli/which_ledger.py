"""Which ledger is meant, and which day: by option, environment or folder."""

from __future__ import annotations

import os
import re
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import Misused
from qjtask.cli.once import given_once
from qjtask.core.problem import Problem, refuse
from qjtask.storage.file_ledger import FileLedger
from qjtask.storage.ledger_files import places

if TYPE_CHECKING:
    import typer

    from qjtask.storage.ledger import Ledger


def working_day(ctx: typer.Context, today: str | None) -> date:
    """The whole program's clock: --today, before or after the command's name, QJTASK_TODAY, or today."""
    actual = date.today()  # noqa: DTZ011 - the day on the clerk's own wall
    typed = given_once(ctx, "today", today) or os.environ.get("QJTASK_TODAY")
    with Arguments(actual, actual.year) as given:
        day = given.day("--today", typed, actual)
    return day  # noqa: RET504 - only past the block is it a day


def find_ledger(ctx: typer.Context, file: str | None) -> Ledger:
    """The ledger meant. Refused when there is none."""
    folder = working_folder()
    typed = given_once(ctx, "file", file) or os.environ.get("QJTASK_FILE")
    if typed:
        return named_ledger(typed)
    path = default_plan(folder)
    if path is None:
        looked = f"{folder} 及其上各级文件夹的 tasks.yaml 和 data/tasks.yaml，以及 {_data_folder()}"
        raise refuse("", f"没有找到计划；找过 {looked}", "用 qjtask init 新建一份，或用 --file 指明")
    return FileLedger(path, folder)


def named_ledger(typed: str) -> Ledger:
    """The ledger of a plan that is named: a file, or in a database. Refused when there is no such file."""
    if is_database(typed):
        from qjtask.storage.postgres.database_ledger import DatabaseLedger

        return DatabaseLedger(typed)
    folder = working_folder()
    path = folder / Path(typed).expanduser()
    if not path.is_file():
        raise refuse(typed, "没有这个计划文件", "请核对 --file 或 QJTASK_FILE")
    return FileLedger(path, folder)


def is_database(typed: str) -> bool:
    """Whether what was typed for a plan is a database's address."""
    return typed.startswith(("postgresql://", "postgres://"))


def database_address(ctx: typer.Context, file: str | None) -> str:
    """The database meant by a command for databases alone. Misused where none is."""
    typed = given_once(ctx, "file", file) or os.environ.get("QJTASK_FILE")
    if not typed or not is_database(typed):
        fix = "请写 --file postgresql://登录名@主机/数据库，或设环境变量 QJTASK_FILE"
        raise Misused([Problem("--file", "没有写是哪个数据库", fix)])
    return typed


def default_plan(folder: Path) -> Path | None:
    """The plan that commands find by themselves in a folder; None where there is none."""
    return next((path for path in places(folder, _data_folder) if path.is_file()), None)


def next_command(command: str, plan: Path) -> str:
    """The command line for a plan just made: with --file, unless a command finds the plan by itself."""
    found = None if os.environ.get("QJTASK_FILE") else default_plan(working_folder())
    if found is not None and found.samefile(plan):
        return f"qjtask {command}"
    return f"qjtask {command} --file {_typed(str(plan))}"


def _typed(path: str) -> str:
    """A path as it is typed: in quotation marks only where a shell would take it for something else."""
    if not re.search(r"[^\w./\\:@%+=-]", path):
        return path
    return f'"{path}"' if os.name == "nt" else shlex.quote(path)


def working_folder() -> Path:
    """The folder worked in. Refused when it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        name = os.environ.get("PWD", "")
        raise refuse(name, "现在所在的文件夹已经不在了", "请先 cd 到别的文件夹") from error


def _data_folder() -> Path:
    from platformdirs import (
        user_data_path,  # 6 ms, only when no folder above holds a ledger
    )

    return user_data_path("qjtask", appauthor=False)
