"""Which files under a folder are plans, and by which short names they go."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from qjtask.core.problem import Problem, system_reason
from qjtask.storage.ledger import SideKind

_PLAN = "tasks.yaml"
_DATA = "data"
_BESIDE = {"progress", "ledger", *SideKind}
_GROUPS = re.compile(rb"^groups[ \t]*:", re.MULTILINE)
_ODD = re.compile(r"[\s:：.,，、;；·]+")
"""What an id that carries the name could not be parted at, or typed with."""


class ClosedFolder(NamedTuple):
    """A folder that cannot be looked into: its name, and why."""

    name: str
    problem: Problem


class PlansUnder(NamedTuple):
    """The plans in a folder, and the folders of it in which there may be others that nobody sees.

    `upward` tells the links that lead to a folder above them, which are not followed.
    """

    plans: list[Path]
    closed: list[ClosedFolder]
    upward: list[Problem]


def plans_under(folder: Path, shown: str) -> PlansUnder:
    """The plans in a folder and in those below it, in the order of their paths; `shown` names the folder.

    A tasks.yaml is one, whatever stands in it; another .yaml file if it has groups. A folder that a link
    leads to is one below it, once; but none that holds the link itself or the folder that was asked for: from
    a link to / all of the disk would be.
    """
    closed: list[ClosedFolder] = []

    upward: list[Problem] = []

    def named(path: Path) -> str:
        return str(Path(shown) / path.relative_to(folder)) if path.is_relative_to(folder) else str(path)

    def unreadable(error: OSError) -> None:
        path = Path(error.filename or folder)
        closed.append(closed_folder(path, named(path), error))

    found: list[Path] = []
    linked: list[str] = []
    places: list[str] = []

    def look(top: str | Path, seen: set[str] | None = None) -> None:
        """Look into a folder and those below it, but for those that were `seen`."""
        for place, folders, files in os.walk(top, onerror=unreadable):
            if seen is not None:
                real = os.path.realpath(place)
                if real in seen:
                    folders.clear()
                    continue
                seen.add(real)
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            linked.extend(one for name in folders if os.path.islink(one := os.path.join(place, name)))  # noqa: PTH114, PTH118 - a folder each
            found.extend(Path(place, name) for name in sorted(files) if _is_plan(place, name))
            places.append(place)

    look(folder)
    if linked:
        seen = set(map(os.path.realpath, places))
        for link in linked:  # which grows meanwhile
            real = os.path.realpath(link)
            if real not in seen and _is_above(real, (str(folder), os.path.dirname(link))):  # noqa: PTH120 - a text
                upward.append(_not_followed(named(Path(link)), real))
            else:
                look(link, seen)
        found.sort()
    return PlansUnder(found, closed, upward)


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


def short_names(paths: Iterable[Path]) -> Iterator[str]:
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
    return _ODD.sub("_", text).strip("_") or "计划"


def _own_name(path: Path) -> str:
    if path.name != _PLAN:
        return path.stem
    folder = path.parent
    return folder.parent.name if folder.name == _DATA else folder.name


def stands_beside(name: str) -> bool:
    """Whether a file's name says that it is no plan, but what stands beside one: its log, a list."""
    return os.path.splitext(name)[0].rpartition(".")[2] in _BESIDE  # noqa: PTH122 - of hundreds of files


def _is_plan(place: str, name: str) -> bool:
    if name == _PLAN:
        return True
    if name.startswith(".") or not name.endswith((".yaml", ".yml")) or stands_beside(name):
        return False
    path = Path(place, name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe waits for who fills it
            return False
        with path.open("rb") as file:
            return any(_GROUPS.match(line) for line in file)
    except OSError:
        return True  # whoever reads it is told why it cannot be
