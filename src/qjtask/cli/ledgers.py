"""Ledgers that are looked at together, which are in a database, and which are large."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import typer

from qjtask.cli.faults import Misused
from qjtask.cli.once import given_once
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from qjtask.storage.files.plan_folder import ClosedFolder
    from qjtask.storage.ledger import Ledger

_LARGE = 96 * 1024
"""Bytes of plan and log from which on it is quicker to look up what is wanted than to read all."""


class Listed(NamedTuple):
    """A ledger of several: its short name, whose plan it is, and where it is kept."""

    name: str
    office: str
    ledger: Ledger


class Ledgers(NamedTuple):
    """Ledgers that are looked at together; `shared` as in a list of plans.

    `list_file` is the list that names them, and `list_shown` how messages name that; None where none does.
    `closed` are folders whose plans are not among them, `doubts` what is doubtful about how they were named,
    and `file` is what a command that is told has to repeat. `unread` are the offices whose plans turned out
    not to be readable, or the plans' names.
    """

    title: str
    listed: tuple[Listed, ...]
    shared: frozenset[str] | None
    list_file: Path | None = None
    list_shown: str = ""
    closed: tuple[ClosedFolder, ...] = ()
    doubts: tuple[Problem, ...] = ()
    file: str = ""
    unread: tuple[str, ...] = ()


def is_database(typed: str) -> bool:
    """Whether what was typed for a plan is a database's address."""
    return typed.startswith(("postgresql://", "postgres://"))


def database_address(ctx: typer.Context, file: Sequence[str] | None) -> str:
    """The database meant by a command for databases alone. Misused where none is."""
    typed = given_once(ctx, "file", file) or [os.environ.get("QJTASK_FILE") or ""]
    if len(typed) > 1 or not is_database(typed[0]):
        fix = "请写 --file postgresql://登录名@主机/数据库，或设环境变量 QJTASK_FILE"
        raise Misused([Problem("--file", "没有写是哪个数据库", fix)])
    return typed[0]


def one_plan_only(count: int, shown: Sequence[str]) -> Misused:
    """The refusal of a command that is about one plan, where there are `count`; some of them are `shown`."""
    if count == 1:
        told, fix = "这条命令只用于一个计划，这里写的是文件夹或名单", f"请写明计划的文件，即 {shown[0]}"
    else:
        told, fix = f"这条命令一次只能用一个计划，这里有{count}个", f"请写明一个，如 {'、'.join(shown)}"
    return Misused([Problem("--file", told, fix)])


def is_large(ledgers: Iterable[Ledger]) -> bool:
    """Whether ledgers, all of one kind, are so large that an index of them pays."""
    found = list(ledgers)
    sizes = accumulate(one.size for one in found)  # of hundreds of files a few are looked at
    return len({type(one) for one in found}) == 1 and any(size >= _LARGE for size in sizes)
