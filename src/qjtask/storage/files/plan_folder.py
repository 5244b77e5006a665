"""Which files under a folder are plans, and by which short names they go."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, system_reason
from qjtask.storage.files.folder_walk import SeenFolder, folders_under
from qjtask.storage.ledger import SideKind

_PLAN = "tasks.yaml"
_DATA = "data"
_BESIDE = {"progress", "ledger", *SideKind}
_GROUPS = rb"groups[ \t]*:"
_ODD = r"[\s:：.,，、;；·]+"
"""What an id that carries the name could not be parted at, or typed with."""


class ClosedFolder(NamedTuple):
    """A folder that cannot be looked into: its name, and why."""

    name: str
    problem: Problem


class FoundPlan(NamedTuple):
    """A plan's file by the path on which it was met, and where it really is."""

    path: str
    real: str


class PlansUnder(NamedTuple):
    """The plans in a folder, and the folders of it in which there may be others that nobody sees.

    `upward` tells the links that lead to a folder above them, which are not followed.
    """

    plans: list[FoundPlan]
    closed: list[ClosedFolder]
    upward: list[Problem]


def plans_under(folder: Path, shown: str) -> PlansUnder:
    """The plans in a folder and in those below it, in the order of their paths; `shown` names the folder.

    A tasks.yaml is one, whatever stands in it; another .yaml file if it has groups. A folder that a link
    leads to is one below it, once; but none that holds the link itself or the folder that was asked for: from
    a link to / all of the disk would be.
    """
    plans, closed, upward = PlansUnder([], [], [])

    def named(path: Path) -> str:
        return str(Path(shown) / path.relative_to(folder)) if path.is_relative_to(folder) else str(path)

    def unreadable(error: OSError) -> None:
        path = Path(error.filename or folder)
        closed.append(closed_folder(path, named(path), error))

    top = str(folder)
    linked: list[str] = []
    seen: set[str] = set()

    def look(place: str) -> None:
        for one in folders_under(place, seen, unreadable):
            plans.extend(_plans_in(one))
            linked.extend(one.links)

    look(top)
    for link in linked:  # which grows meanwhile
        real = os.path.realpath(link)
        if real not in seen and _is_above(real, (top, os.path.dirname(link))):  # noqa: PTH120 - a text
            upward.append(_not_followed(named(Path(link)), real))
        else:
            look(link)
    if linked:
        plans.sort(key=lambda plan: Path(plan.path))
    return PlansUnder(plans, closed, upward)


def _plans_in(folder: SeenFolder) -> Iterator[FoundPlan]:
    for file in folder.files:
        if _is_plan(file):
            is_link = file.is_symlink()
            yield FoundPlan(file.path, os.path.realpath(file) if is_link else folder.inside + file.name)


def _is_above(real: str, places: Iterable[str]) -> bool:
    """Whether a folder holds one of the places."""
    inside = os.path.join(real, "")  # noqa: PTH118 - ends in the separator, as / does by itself
    return any(os.path.realpath(place).startswith(inside) for place in places)


def _not_followed(shown: str, real: str) -> Problem:
    told = f"这个链接指向上级文件夹 {real}，没有跟进去找计划"
    return Problem(shown, told, "那里另有计划的，请再写一个 --file", is_warning=True)


def closed_folder(path: Path, shown: str, error: OSError) -> ClosedFolder:
    """A folder that cannot be looked into, and why; `shown` is how messages name it."""
    told = f"看不了这个文件夹（{system_reason(error)}），不知道里面有没有计划"
    return ClosedFolder(plain_name(path.name), Problem(shown, told, "请检查读取权限"))


def short_names(paths: Iterable[str]) -> Iterator[str]:
    """A short name for each plan, each another: its file's, or its folder's where that is tasks.yaml."""
    return told_apart(plain_name(_own_name(path)) for path in paths)


def told_apart(names: Iterable[str]) -> Iterator[str]:
    """The names, each another: one that was there before has a number behind it."""
    taken: set[str] = set()
    for name in names:
        number = 1
        while (one := name if number == 1 else f"{name}{number}") in taken:
            number += 1
        taken.add(one)
        yield one


def plain_name(text: str) -> str:
    """A name without the signs that would part it from the id behind it."""
    if text.isalnum():  # as most are: the pattern need not be compiled for them
        return text
    return re.sub(_ODD, "_", text).strip("_") or "计划"


def _own_name(path: str) -> str:
    *_, above, folder, name = ("", "", *path.rsplit(os.sep, 3))  # os.path asks each for its drive
    if name != _PLAN:
        return os.path.splitext(name)[0]  # noqa: PTH122 - of hundreds of files
    return above if folder == _DATA else folder


@lru_cache(maxsize=64)  # logs have one name
def stands_beside(name: str) -> bool:
    """Whether a file's name says that it is no plan, but what stands beside one: its log, a list."""
    return os.path.splitext(name)[0].rpartition(".")[2] in _BESIDE  # noqa: PTH122 - of hundreds of files


def _is_plan(file: os.DirEntry[str]) -> bool:
    name = file.name
    if name == _PLAN:
        return True
    if name.startswith(".") or not name.endswith((".yaml", ".yml")) or stands_beside(name):
        return False
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # to open a pipe waits for who fills it
            return False
        with Path(file).open("rb") as opened:
            return any(re.match(_GROUPS, line) for line in opened)
    except OSError:
        return True  # whoever reads it is told why it cannot be
