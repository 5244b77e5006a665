"""The plans' files that a folder, a pattern or a path means."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, refuse
from qjtask.storage.files.ledger_files import RealPaths
from qjtask.storage.files.plan_folder import (
    ClosedFolder,
    FoundPlan,
    closed_folder,
    plans_under,
    stands_beside,
)


class Unseen(NamedTuple):
    """Where plans may be that nobody sees: folders that are closed, and links that were not followed."""

    closed: list[ClosedFolder]
    upward: list[Problem]


def plan_paths(path: Path, text: str, folder: Path, unseen: Unseen) -> list[FoundPlan]:
    """The plans of a folder, those that fit a pattern, or the one that is named, `text` as it was typed.

    Places in which others may be are added to what is `unseen`; messages name them as seen from `folder`.
    Refused where nothing fits.
    """
    if os.path.isdir(path):  # noqa: PTH112 - never raises
        return _under(path, text, unseen)
    if os.path.isfile(path):  # noqa: PTH113 - never raises
        return [FoundPlan(str(path), os.path.realpath(path))]
    import glob  # for who types a pattern that the shell left alone

    closed = unseen.closed
    before = len(closed)
    closed += _closed_on_the_way(path, folder)
    found = [Path(one) for one in sorted(glob.glob(str(path)))]  # noqa: PTH207 - the pattern may begin anywhere
    if not found and len(closed) == before:
        raise refuse(text, "没有这个计划文件", "请核对 --file 或 QJTASK_FILE")
    real_paths = RealPaths()
    plans = [plan for one in found for plan in _plans_at(one, folder, unseen, real_paths)]
    if not plans and len(closed) == before:
        raise refuse(
            text, "这里只有记录、名单一类的文件，没有计划", "请写成 文件夹/*/tasks.yaml，或只写文件夹"
        )
    return plans


def _plans_at(path: Path, folder: Path, unseen: Unseen, real_paths: RealPaths) -> list[FoundPlan]:
    """The plans of a folder, or the one file; what only stands beside plans is none."""
    if path.is_dir():
        plans = _under(path, _shown(path, folder), unseen)
    else:
        plans = [FoundPlan(str(path), real_paths.of(path))]
    names = map(os.path.basename, (plan.path for plan in plans))  # of hundreds of files
    return [plan for plan, name in zip(plans, names, strict=True) if not stands_beside(name)]


def _under(path: Path, shown: str, unseen: Unseen) -> list[FoundPlan]:
    found = plans_under(path, shown)
    unseen.closed.extend(found.closed)
    unseen.upward.extend(found.upward)
    return found.plans


def _closed_on_the_way(pattern: Path, folder: Path) -> Iterator[ClosedFolder]:
    """The folders that fit a pattern's beginning and cannot be entered: nobody sees what fits in them."""
    import glob

    for above in pattern.parents:
        if not glob.has_magic(str(above)):
            return
        for one in map(Path, sorted(glob.glob(str(above)))):  # noqa: PTH207 - as above
            if one.is_dir() and not os.access(one, os.X_OK):
                yield closed_folder(one, _shown(one, folder), PermissionError(errno.EACCES, ""))


def _shown(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
