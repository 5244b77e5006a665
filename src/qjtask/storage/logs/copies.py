"""Copies of the log that a sync program, a merge tool or a person left beside it, and what only they hold."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from qjtask.core.log.merging import missing_lines
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused
from qjtask.storage.logs.log_file import Log, load_log

_LOCK = ".lock"
_CONFLICT = re.compile("冲突|conflict|副本|copy", re.IGNORECASE)
"""Words with which 坚果云, WPS, OneDrive, Dropbox, Nextcloud, Syncthing and Windows mark a copy."""


class LogCopy(NamedTuple):
    """A file that looks like a copy of the log, and how messages name it."""

    path: Path
    shown: str


def copies(log: Path, shown: str) -> Iterator[LogCopy]:
    """The copies beside the log: its name with something before the ending, or with a word for a conflict.

    progress (冲突副本).yaml, progress-DESKTOP-AB12.yaml, progress.sync-conflict-….yaml, progress.yaml.orig.
    The log of another plan in the folder is none.
    """
    try:
        names = sorted(os.listdir(log.parent))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return
    for name in names:
        if (
            name not in {log.name, log.name + _LOCK}
            and _is_copy(name, log.stem)
            and not _is_of_a_plan(log, name)
        ):
            yield LogCopy(log.with_name(name), f"{shown.removesuffix(log.name)}{name}")


def _is_copy(name: str, stem: str) -> bool:
    is_named_alike = name.startswith(stem) or (stem in name and _CONFLICT.search(name))
    return bool(is_named_alike) and (".yaml" in name.lower() or ".yml" in name.lower())


def _is_of_a_plan(log: Path, name: str) -> bool:
    """Whether it is the log of another plan, which lies beside it, or that plan."""
    plan = name.removesuffix(".yaml").removesuffix(".progress")
    return log.with_name(f"{plan}.yaml").is_file() and log.with_name(f"{plan}.progress.yaml").is_file()


def copy_doubts(log: Path, shown: str, known: Log) -> list[Problem]:
    """A doubt for each copy that holds entries which the log lacks, or that may and cannot be read."""
    found = []
    for copy in copies(log, shown):
        try:
            missing = missing_lines(known.lines(), load_log(copy.path, copy.shown).lines())
        except Refused:
            told = "这个文件像是记录的副本，但读不出来"
            found.append(Problem(copy.shown, told, "请核对后移走或改好", is_warning=True))
            continue
        if missing:
            told = f"这是记录的副本（多半是同步冲突留下的），里面有{len(missing)}条是记录里没有的"
            fix = f'并入请运行 qjtask merge "{copy.shown}"，不要的请移到别的文件夹'
            found.append(Problem(copy.shown, told, fix, is_warning=True))
    return found
