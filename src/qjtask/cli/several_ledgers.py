"""The ledgers that a folder, a pattern, a list of plans or several --file mean."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qjtask.cli.ledgers import Ledgers, Listed, is_database
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.files.ledger_files import PLAN_LIST, is_plan_list
from qjtask.storage.files.plan_folder import plans_under, short_names, stands_beside, told_apart
from qjtask.storage.ledger import Ledger

if TYPE_CHECKING:
    from qjtask.storage.files.plan_list import PlanList


class _FoundList(NamedTuple):
    """A list of plans, its file, and how messages name that."""

    listed: PlanList
    path: Path
    shown: str


def several_ledgers(typed: Sequence[str], folder: Path) -> Ledgers:
    """The ledgers in the order of what was typed, each once. Refused with all that cannot be found."""
    found: list[Listed] = []
    problems: list[Problem] = []
    lists: list[_FoundList] = []
    for text in typed:
        try:
            found += _listed(text, folder, lists)
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    unique = _with_own_names([*{plan_path(one.ledger): one for one in found}.values()])
    if len({os.path.realpath(one.path) for one in lists}) == 1:
        one = lists[0]
        return Ledgers(one.listed.title, unique, one.listed.shared, one.path, one.shown)
    return Ledgers(f"{len(unique)}个计划", unique, frozenset())


def plan_path(ledger: Ledger) -> Path:
    """Where a ledger's plan is kept."""
    return ledger.files.plan if isinstance(ledger, FileLedger) else ledger.folder / ledger.shown


def _listed(text: str, folder: Path, lists: list[_FoundList]) -> Iterator[Listed]:
    if is_database(text):
        from qjtask.cli.database import listed_at

        yield from listed_at(text)
        return
    path, shown = folder / Path(text).expanduser(), text
    if path.is_dir() and (path / PLAN_LIST).is_file():
        path, shown = path / PLAN_LIST, str(Path(text) / PLAN_LIST)
    if is_plan_list(path) and path.is_file():
        from qjtask.storage.files.plan_list import load_plan_list  # it reads YAML: 18 ms

        found = load_plan_list(path, shown)
        lists.append(_FoundList(found, path, shown))
        yield from (Listed(one.name, one.office, FileLedger(one.path, folder)) for one in found.plans)
        return
    paths = _plans(path, text)
    for name, plan in zip(short_names(paths), paths, strict=True):
        yield Listed(name, "", FileLedger(plan, folder))


def _plans(path: Path, text: str) -> list[Path]:
    """The plans of a folder, those that fit a pattern, or the one that is named."""
    if path.is_dir():
        found = plans_under(path, text)
        if not found:
            raise refuse(text, "这个文件夹里没有计划", "计划是 tasks.yaml，或写有 groups 的 .yaml 文件")
        return found
    if path.is_file():
        return [path]
    import glob  # for who types a pattern that the shell left alone

    found = [Path(one) for one in sorted(glob.glob(str(path)))]  # noqa: PTH207 - the pattern may begin anywhere
    if not found:
        raise refuse(text, "没有这个计划文件", "请核对 --file 或 QJTASK_FILE")
    plans = [plan for one in found for plan in (plans_under(one, str(one)) if one.is_dir() else [one])]
    plans = [plan for plan in plans if not stands_beside(plan.name)]
    if not plans:
        raise refuse(
            text, "这里只有记录、名单一类的文件，没有计划", "请写成 文件夹/*/tasks.yaml，或只写文件夹"
        )
    return plans


def _with_own_names(found: list[Listed]) -> tuple[Listed, ...]:
    """Names that came together from several places, each told apart by a number."""
    names = told_apart(one.name for one in found)
    return tuple(one._replace(name=name) for one, name in zip(found, names, strict=True))
