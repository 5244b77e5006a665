"""qjtask db init."""

from __future__ import annotations

import typer

from qjtask.cli.database import opened
from qjtask.cli.faults import tell
from qjtask.cli.options import FileOption
from qjtask.cli.output import confirm

EXAMPLES = ("qjtask db init --file postgresql://guanli@db1/qjtask",)


def command(ctx: typer.Context, file: FileOption = None) -> None:
    """Make a ledger's tables in a database; where they are, bring its rules and rights back."""
    from qjtask.storage.postgres.installing import install

    with opened(ctx, file) as (connection, shown):
        is_new, doubts = install(connection, shown)
    confirm([f"{'已在数据库里建好台账' if is_new else '台账早已建好，规则和权限已恢复齐'}：{shown}"])
    tell(doubts, every=True)
