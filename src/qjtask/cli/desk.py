"""A command's desk: the ledger it was given, the day it works on, and the way out for what it shows."""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import tell
from qjtask.core.log.history import History, history
from qjtask.core.plan.unit_names import lead_names, unit_names
from qjtask.core.problem import Problem, refuse
from qjtask.core.standing.rows import rows_of
from qjtask.storage.ledger import Ledger, open_ledger, places

if TYPE_CHECKING:
    import typer

    from qjtask.core.plan.plan import Plan
    from qjtask.core.plan.unit_names import UnitNames
    from qjtask.core.standing.row import Row
    from qjtask.storage.log_file import Log


class Desk:
    """An open ledger on a given day. The log is read when first needed, its doubts told on stderr."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self.ledger = ledger
        self.today = today

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return Arguments(self.today, self.plan.year)

    def reread(self) -> Desk:
        """The same desk with the log as it is now; what was told once is not told again."""
        again = Desk(self.ledger, self.today)
        again.past = history(again.log.entries, self.today)
        return again

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.ledger.plan

    @cached_property
    def log(self) -> Log:
        """The log as it was when first asked for."""
        return self.ledger.log()

    @cached_property
    def past(self) -> History:
        """The log as of today."""
        tell(self.log_problems)
        return history(self.log.entries, self.today)

    @cached_property
    def sign(self) -> str:
        """What stands under a letter of today, by which it can be held against the log."""
        from qjtask.core.log.digest import log_digest, signs

        return signs(log_digest(self.log.lines(), self.today))

    @property
    def log_problems(self) -> list[Problem]:
        """The log's lines that do not count, and why."""
        if not self.log.entries:
            return list(self.log.problems)
        from qjtask.core.log.log_doubts import log_doubts

        doubts = log_doubts(self.plan, self.log.entries, self.ledger.log_shown, self.today)
        return [*self.log.problems, *doubts]

    @cached_property
    def rows(self) -> list[Row]:
        """Every item as it stands today."""
        return rows_of(self.plan, self.past, self.today)

    @cached_property
    def units(self) -> UnitNames:
        """The names of the responsible units."""
        return unit_names(self.plan)

    @cached_property
    def leads(self) -> UnitNames:
        """The names of the lead agencies."""
        return lead_names(self.plan)

    def row(self, item_id: str) -> Row | None:
        """The row of an item; None when the plan has no such item."""
        return next((row for row in self.rows if row.item.id == item_id), None)


def open_desk(ctx: typer.Context, file: str | None, today: str | None) -> Desk:
    """The ledger and the day that the options, the environment or the folder name."""
    day = working_day(ctx, today)
    return Desk(open_ledger(*find_ledger(ctx, file)), day)


def working_day(ctx: typer.Context, today: str | None) -> date:
    """The whole program's clock: --today, before or after the command's name, QJTASK_TODAY, or today."""
    actual = date.today()  # noqa: DTZ011 - the day on the clerk's own wall
    arguments = Arguments(actual, actual.year)
    day = arguments.day(
        "--today", today or ctx.find_root().params.get("today") or os.environ.get("QJTASK_TODAY")
    )
    arguments.check()
    return day or actual


def find_ledger(ctx: typer.Context, file: str | None) -> tuple[Path, Path]:
    """The plan's path, and the folder from which messages see it. Refused when there is no ledger."""
    folder = Path.cwd()
    typed = file or ctx.find_root().params.get("file") or os.environ.get("QJTASK_FILE")
    if typed:
        path = folder / Path(typed).expanduser()
        if not path.is_file():
            raise refuse(typed, "没有这个计划文件", "请核对 --file 或 QJTASK_FILE")
        return path, folder
    for path in places(folder, _data_folder):
        if path.is_file():
            return path, folder
    looked = f"{folder} 及其上各级文件夹的 data/tasks.yaml 和 tasks.yaml，以及 {_data_folder()}"
    raise refuse("", f"没有找到计划；找过 {looked}", "用 qjtask init 新建一份，或用 --file 指明")


def _data_folder() -> Path:
    from platformdirs import (
        user_data_path,  # 6 ms, only when no folder above holds a ledger
    )

    return user_data_path("qjtask", appauthor=False)
