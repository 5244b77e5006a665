"""Which ledger is meant, and which day: by option, environment or folder."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.arguments import Arguments
from qjtask.cli.ledgers import Ledgers, is_database, one_plan_only
from qjtask.cli.once import given_once
from qjtask.core.plan.plan_address import PlanAddress
from qjtask.core.problem import refuse, system_reason
from qjtask.storage.files.ledger_files import is_plan_list, places
from qjtask.storage.files.user_folders import user_folder

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


def find_ledger(ctx: typer.Context, file: Sequence[str] | None) -> Ledger:
    """The one ledger meant. Refused when there is none, and Misused when several are."""
    found = find_ledgers(ctx, file)
    if isinstance(found, Ledgers):
        raise one_plan_only(len(found.listed), [one.ledger.shown for one in found.listed[:3]])
    return found


def find_ledgers(ctx: typer.Context, file: Sequence[str] | None) -> Ledger | Ledgers:
    """The ledger meant, or the several: of a folder, a pattern, a list of plans or several --file."""
    found = _found(given_once(ctx, "file", file) or [os.environ.get("QJTASK_FILE") or ""])
    return found._replace(file=file_option(ctx, file)) if isinstance(found, Ledgers) else found


def _found(typed: Sequence[str]) -> Ledger | Ledgers:
    folder = working_folder()
    if len(typed) == 1 and is_database(typed[0]):
        from qjtask.cli.database import database_ledgers

        return database_ledgers(typed[0])
    if len(typed) > 1 or (typed[0] and _is_several(folder / Path(typed[0]).expanduser())):
        from qjtask.cli.several_ledgers import several_ledgers  # nobody else pays for it

        return several_ledgers(typed, folder)
    if typed[0]:
        return named_ledger(typed[0])
    path = default_plan(folder)
    if path is None:
        looked = f"{folder} 及其上各级文件夹的 tasks.yaml 和 data/tasks.yaml，以及 {_data_folder()}"
        raise refuse("", f"没有找到计划；找过 {looked}", "用 qjtask init 新建一份，或用 --file 指明")
    return _of_files(path, folder)


def ledger_to_mark(
    ctx: typer.Context, file: Sequence[str] | None, ids: Sequence[str]
) -> tuple[Ledger, list[str], PlanAddress]:
    """The ledger whose works the ids name, the ids in it, and how they are typed.

    Of several plans each id says which it means.
    """
    found, typed = find_ledgers(ctx, file), file_option(ctx, file)
    if not isinstance(found, Ledgers):
        return found, list(ids), PlanAddress("", typed)
    from qjtask.core.plan.many_ids import of_one_plan
    from qjtask.core.plan.many_plans import tagged_id

    name, rest = of_one_plan(ids, [one.name for one in found.listed])
    ledger = next(one.ledger for one in found.listed if one.name == name)
    return ledger, rest, PlanAddress(tagged_id(name, ""), typed)


def file_option(ctx: typer.Context, file: Sequence[str] | None) -> str:
    """What a command that is told has to repeat to mean the same ledger: --file, as it was given."""
    return "".join(f" --file {_typed(text)}" for text in given_once(ctx, "file", file) or ())


def named_ledger(typed: str) -> Ledger:
    """The ledger of a plan that is named: a file, or in a database. Refused when there is no such file."""
    if is_database(typed):
        from qjtask.storage.postgres.database_ledger import ledger_at

        return ledger_at(typed)
    folder = working_folder()
    path = folder / Path(typed).expanduser()
    if not _is_file(path, typed):
        raise refuse(typed, "没有这个计划文件", "请核对 --file 或 QJTASK_FILE")
    return _of_files(path, folder)


def _of_files(path: Path, folder: Path) -> Ledger:
    from qjtask.storage.files.file_ledger import FileLedger  # `import` makes a plan and reads none

    return FileLedger(path, folder)


def default_plan(folder: Path) -> Path | None:
    """The plan that commands find by themselves in a folder; None where there is none.

    Refused where nobody can say: in a folder that the user may not enter.
    """
    return next((path for path in places(folder, _data_folder) if _is_file(path, str(path))), None)


def _is_file(path: Path, shown: str) -> bool:
    """Whether a file stands there. Refused where the system does not say; `shown` names the path."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        told = f"看不到这里有没有计划（{system_reason(error)}）"
        raise refuse(shown, told, "请核对路径和文件夹的权限，或用 --file 指明") from error


def next_command(command: str, plan: Path) -> str:
    """The command line for a plan just made: with --file, unless a command finds the plan by itself."""
    found = None if os.environ.get("QJTASK_FILE") else default_plan(working_folder())
    if found is not None and found.samefile(plan):
        return f"qjtask {command}"
    return f"qjtask {command} --file {_typed(str(plan))}"


def _is_several(path: Path) -> bool:
    """Whether a path means more than one plan: a folder, a list of plans, or a pattern that no file has."""
    if is_plan_list(path) or os.path.isdir(path):  # noqa: PTH112 - never raises
        return True
    return not os.path.exists(path) and re.search(r"[*?\[]", str(path)) is not None  # noqa: PTH110 - never raises


def _typed(path: str) -> str:
    """A path as it is typed: in quotation marks only where a shell would take it for something else."""
    if all(sign.isalnum() or sign in r"_./\:@%+=-" for sign in path):
        return path
    if os.name == "nt":
        return f'"{path}"'
    from shlex import quote  # for what few commands say

    return quote(path)


def working_folder() -> Path:
    """The folder worked in. Refused when it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        name = os.environ.get("PWD", "")
        raise refuse(name, "现在所在的文件夹已经不在了", "请先 cd 到别的文件夹") from error


def _data_folder() -> Path:
    return user_folder("data")
