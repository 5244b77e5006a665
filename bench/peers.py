"""The other programs: each given the same tasks in a folder of its own, and asked the same."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from measure import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generate import Item

_TODAY = datetime.now().astimezone().date()
_WITHIN = timedelta(days=30)
_HORIZON = _TODAY + _WITHIN


class Task(NamedTuple):
    """An item as a to-do program knows it: one text, one unit, one date."""

    number: int
    text: str
    unit: str
    due: date | None


class Place(NamedTuple):
    """Where a program is installed, the folder that is its HOME, and the unit it is asked about."""

    program: str
    home: Path
    unit: str


class Peer(NamedTuple):
    """A program: how its data is laid, what it is asked, and with how many tasks at most.

    `files` are the environment's variables that name a file of its HOME.
    """

    name: str
    program: str
    write: Callable[[Path, Iterable[Task]], None]
    commands: Callable[[Place], Mapping[str, Command]]
    files: Mapping[str, str]
    most: int = 1_000_000

    def path(self) -> str | None:
        """Where the program is installed; None when it is not."""
        return shutil.which(self.program)

    def env(self, home: Path) -> dict[str, str]:
        """What keeps the program in that folder."""
        return {name: str(home / file) for name, file in self.files.items()}


def tasks(items: Iterable[Item], planned: date) -> Iterator[Task]:
    """The items as tasks, moved in time so that the plan's `planned` is today, the peers' only clock."""
    shift = _TODAY - planned
    for number, item in enumerate(items, 1):
        yield Task(number, item.work, item.units[0], item.day and item.day + shift)


# taskwarrior ------------------------------------------------------------------------------------


def _write_taskwarrior(home: Path, given: Iterable[Task]) -> None:
    (home / "taskrc").write_text("confirmation=no\nverbose=nothing\nnews.version=99.0.0\n")
    entered = _epoch(_TODAY)
    with (home / "pending.data").open("w", encoding="utf-8") as out:
        for task in given:
            due = f'due:"{_epoch(task.due)}" ' if task.due else ""
            out.write(
                f'[description:"{task.text}" {due}entry:"{entered}" project:"{task.unit}"'
                f' status:"pending" uuid:"{_uuid(task.number)}"]\n'
            )


def _ask_taskwarrior(place: Place) -> Mapping[str, Command]:
    return {
        "due": lambda _: [place.program, f"due.before:{_HORIZON}", "list"],
        "list": lambda _: [place.program, f"project:{place.unit}", "list"],
        "done": lambda run: [place.program, str(_uuid(run + 1)), "done"],
    }


def _epoch(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())


def _uuid(number: int) -> uuid.UUID:
    return uuid.UUID(int=number << 80 | 4 << 76 | 8 << 60 | number)


# topydo -----------------------------------------------------------------------------------------


def _write_topydo(home: Path, given: Iterable[Task]) -> None:
    with (home / "todo.txt").open("w", encoding="utf-8") as out:
        for task in given:
            due = f" due:{task.due}" if task.due else ""
            out.write(f"{_TODAY} {task.text} @{task.unit}{due}\n")


def _ask_topydo(place: Place) -> Mapping[str, Command]:
    words = [place.program, "-t", str(place.home / "todo.txt"), "-d", str(place.home / "done.txt")]
    return {
        "due": lambda _: [*words, "ls", f"due:<{_HORIZON}"],
        "list": lambda _: [*words, "ls", f"@{place.unit}"],
        "done": lambda _: [*words, "do", "1"],  # what is done leaves the file, and the next one is 1
    }


# todoman ----------------------------------------------------------------------------------------


def _write_todoman(home: Path, given: Iterable[Task]) -> None:
    config = f'path = "{home}/lists/*"\ndefault_list = "tasks"\ncache_path = "{home}/cache.sqlite3"\n'
    (home / "config.py").write_text(config)
    folder = home / "lists" / "tasks"
    folder.mkdir(parents=True)
    for task in given:
        (folder / f"{task.number}.ics").write_text(_ics(task), encoding="utf-8", newline="")


def _ics(task: Task) -> str:
    stamp = f"{_TODAY:%Y%m%d}T000000Z"
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:bench", "BEGIN:VTODO", f"UID:{task.number}"),
        *(f"{name}:{stamp}" for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED")),
        *("STATUS:NEEDS-ACTION", f"CATEGORIES:{task.unit}", f"SUMMARY:{task.text}"),
        *([f"DUE:{task.due:%Y%m%d}T000000Z"] if task.due else []),
        *("END:VTODO", "END:VCALENDAR", ""),
    ]
    return "\r\n".join(lines)


def _ask_todoman(place: Place) -> Mapping[str, Command]:
    hours = int(_WITHIN / timedelta(hours=1))
    return {
        "due": lambda _: [place.program, "list", "--due", str(hours)],
        "list": lambda _: [place.program, "list", "--category", place.unit],
        "done": lambda run: [place.program, "done", str(run + 1)],
    }


PEERS = (
    Peer("taskwarrior", "task", _write_taskwarrior, _ask_taskwarrior, {"TASKRC": "taskrc", "TASKDATA": "."}),
    Peer("topydo", "topydo", _write_topydo, _ask_topydo, {}),
    # A file a task: with more of them its first run takes minutes.
    Peer("todoman", "todo", _write_todoman, _ask_todoman, {"TODOMAN_CONFIG": "config.py"}, most=10_000),
)
