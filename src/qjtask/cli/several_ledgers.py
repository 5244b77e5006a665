"""The ledgers that a folder, a pattern, a list of plans or several --file mean."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.ledgers import Ledgers, Listed, is_database
from qjtask.cli.plan_paths import Unseen, plan_paths
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.files.ledger_files import PLAN_LIST, is_plan_list
from qjtask.storage.files.plan_folder import short_names, told_apart
from qjtask.storage.ledger import Ledger

if TYPE_CHECKING:
    from qjtask.storage.files.plan_list import PlanList


class _FoundList(NamedTuple):
    """A list of plans, its file, and how messages name that."""

    listed: PlanList
    path: Path
    shown: str


class _Beside(NamedTuple):
    """What was met on the way to the ledgers: the lists that name them, and where others may be."""

    lists: list[_FoundList]
    unseen: Unseen


def several_ledgers(typed: Sequence[str], folder: Path) -> Ledgers:
    """The ledgers in the order of what was typed, each once. Refused with all that cannot be found."""
    found: list[Listed] = []
    problems: list[Problem] = []
    beside = _Beside([], Unseen([], []))
    for text in typed:
        try:
            found += _listed(text, folder, beside)
        except Refused as refused:
            problems += refused.problems
    if problems or not found:
        raise Refused([*problems, *(one.problem for one in dict.fromkeys(beside.unseen.closed))])
    unique = tuple({plan_path(one.ledger): one for one in found}.values())
    if len(typed) > 1:
        unique = _with_own_names(unique)
    closed = tuple(dict.fromkeys(beside.unseen.closed))
    upward = tuple(dict.fromkeys(beside.unseen.upward))
    lists = list({os.path.realpath(one.path): one for one in beside.lists}.values())
    if len(lists) == 1:
        (one,) = lists
        return Ledgers(one.listed.title, unique, one.listed.shared, one.path, one.shown, closed, upward)
    return Ledgers(
        f"{len(unique)}个计划", unique, frozenset(), closed=closed, doubts=(*_unshared(lists), *upward)
    )


def _unshared(lists: Sequence[_FoundList]) -> tuple[Problem, ...]:
    """That each of several lists says something else about who is one office."""
    saying = [one.shown for one in lists if one.listed.shared != frozenset()]
    if not saying:
        return ()
    told = f"一次用了{len(lists)}个计划名单，其中的 shared_units 都没有采用，同名的单位分开算"
    fix = "要合起来算，请把这些计划写进一个名单"
    return (Problem("、".join(saying), told, fix, is_warning=True),)


def plan_path(ledger: Ledger) -> str | Path:
    """Where a ledger's plan is kept."""
    return ledger.files.plan_path if isinstance(ledger, FileLedger) else ledger.folder / ledger.shown


def _listed(text: str, folder: Path, beside: _Beside) -> Iterator[Listed]:
    if is_database(text):
        from qjtask.cli.database import listed_at

        yield from listed_at(text)
        return
    path, shown = folder / Path(text).expanduser(), text
    if os.path.isfile(path / PLAN_LIST):  # noqa: PTH113 - never raises
        path, shown = path / PLAN_LIST, str(Path(text) / PLAN_LIST)
    if is_plan_list(path) and path.is_file():
        from qjtask.storage.files.plan_list import load_plan_list  # it reads YAML: 18 ms

        found = load_plan_list(path, shown)
        beside.lists.append(_FoundList(found, path, shown))
        yield from (Listed(one.name, one.office, FileLedger(one.path, folder)) for one in found.plans)
        return
    paths = plan_paths(path, text, folder, beside.unseen)
    if not paths and not beside.unseen.closed:
        raise refuse(text, "这个文件夹里没有计划", "计划是 tasks.yaml，或写有 groups 的 .yaml 文件")
    for name, plan in zip(short_names(plan.path for plan in paths), paths, strict=True):
        yield Listed(name, "", FileLedger(plan.real, folder, str))  # which needs not be looked for


def _with_own_names(found: Sequence[Listed]) -> tuple[Listed, ...]:
    """Names that came together from several places, each told apart by a number."""
    names = told_apart(one.name for one in found)
    return tuple(
        one if one.name == name else one._replace(name=name) for one, name in zip(found, names, strict=True)
    )
