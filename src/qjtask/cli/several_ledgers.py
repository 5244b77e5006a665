"""The ledgers that a folder, a pattern, a list of plans or several --file mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.ledgers import Ledgers, Listed, is_database
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.storage.file_ledger import FileLedger
from qjtask.storage.ledger import Ledger
from qjtask.storage.ledger_files import PLAN_LIST, is_plan_list
from qjtask.storage.plan_folder import plans_under, short_names, told_apart

if TYPE_CHECKING:
    from qjtask.storage.plan_list import PlanList


def several_ledgers(typed: Sequence[str], folder: Path) -> Ledgers:
    """The ledgers in the order of what was typed, each once. Refused with all that cannot be found."""
    found: list[Listed] = []
    problems: list[Problem] = []
    lists: list[PlanList] = []
    for text in typed:
        try:
            found += _listed(text, folder, lists)
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    unique = _with_own_names([*{_real(one.ledger): one for one in found}.values()])
    if len(lists) == 1:
        return Ledgers(lists[0].title, unique, lists[0].shared)
    return Ledgers(f"{len(unique)}个计划", unique, frozenset())


def _real(ledger: Ledger) -> Path:
    """The plan's own path, whatever links led to it."""
    return ledger.files.plan if isinstance(ledger, FileLedger) else ledger.folder / ledger.shown


def _listed(text: str, folder: Path, lists: list[PlanList]) -> Iterator[Listed]:
    if is_database(text):
        from qjtask.cli.database import listed_at

        yield from listed_at(text)
        return
    path = folder / Path(text).expanduser()
    if path.is_dir() and (path / PLAN_LIST).is_file():
        path = path / PLAN_LIST
    if is_plan_list(path) and path.is_file():
        from qjtask.storage.plan_list import load_plan_list  # it reads YAML: 18 ms

        found = load_plan_list(path, text)
        lists.append(found)
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
    return [plan for one in found for plan in (plans_under(one, str(one)) if one.is_dir() else [one])]


def _with_own_names(found: list[Listed]) -> tuple[Listed, ...]:
    """Names that came together from several places, each told apart by a number."""
    names = told_apart(one.name for one in found)
    return tuple(one._replace(name=name) for one, name in zip(found, names, strict=True))
