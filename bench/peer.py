"""Another program that is measured, and the works and their year as such a program knows them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from history import BY, TODAY, Past, Told
from measure import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime.now().astimezone().date()
_SHIFT = NOW - TODAY
"""The peers know no clock but the machine's: what is told to them is moved in time."""

ISSUED = date(2021, 3, 26) + _SHIFT
_COPY = 1_000_000
"""The numbers of the periods that are done, each a task of its own, lie so far from each other."""


class Report(NamedTuple):
    """A report as a to-do program can keep it: a day and a text."""

    on: date
    text: str


class Task(NamedTuple):
    """A work as a to-do program knows it: `first` is its date before it was put off."""

    number: int
    text: str
    units: tuple[str, ...]
    due: date | None
    first: date | None
    done: date | None
    percent: int
    reports: tuple[Report, ...]


class Place(NamedTuple):
    """Where a program is installed, the folder that is its HOME, and what it is asked.

    Works of a unit, those due `within` so many days; and the works to mark, by number.
    """

    program: str
    home: Path
    unit: str
    within: int
    marked: tuple[int, ...]


class Peer(NamedTuple):
    """A program: how its data is laid, what it is asked, and with how many tasks at most.

    `files` are the environment's variables that name a file of its HOME; `lacks` is what it cannot hold, and
    `shy` why it is not asked about more than `most`.
    """

    name: str
    program: str
    write: Callable[[Path, Iterable[Task]], None]
    commands: Callable[[Place], Mapping[str, Command]]
    files: Mapping[str, str]
    lacks: str
    most: int = 1_000_000
    shy: str = ""

    def path(self) -> str | None:
        """Where the program is installed; None when it is not."""
        return shutil.which(self.program)

    def version(self) -> str:
        """The version that it says it is."""
        told = subprocess.run([self.program, "--version"], capture_output=True, check=False, text=True)
        return next(iter(re.findall(r"\d+(?:\.\d+)+", told.stdout + told.stderr)), "")

    def env(self, home: Path) -> dict[str, str]:
        """What keeps the program in that folder."""
        return {name: str(home / file) for name, file in self.files.items()}


def tasks(given: Iterable[Past]) -> Iterator[Task]:
    """The works as tasks, moved in time so that the log's last day is today."""
    for number, past in enumerate(given):
        told = sorted(past.told)
        task = Task(
            number=number,
            text=past.item.work,
            units=past.item.units,
            due=_moved(past.day),
            first=_moved(past.item.day or past.day),
            done=_moved(past.done),
            percent=next((one.percent for one in reversed(told) if one.percent), 0),
            reports=tuple(Report(one.on + _SHIFT, _words(one)) for one in told if one.text),
        )
        yield task
        periods = [one.on + _SHIFT for one in told if one.period]
        for copy, day in enumerate(periods, 1):
            yield task._replace(number=number + copy * _COPY, due=day, first=day, done=day)


def _moved(day: date | None) -> date | None:
    return day + _SHIFT if day else None


def horizon(place: Place) -> date:
    """The day up to which works are due that it is asked about."""
    return NOW + timedelta(days=place.within)


def _words(told: Told) -> str:
    percent = f"（进度{told.percent}%）" if told.percent else ""
    return f"{BY}：{told.text}{percent}"
