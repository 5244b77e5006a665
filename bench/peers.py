"""The other programs: each given the same works and the same year in a folder of its own."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from measure import Command
from peer import ISSUED, NOW, Peer, Place, Task, horizon

# taskwarrior ------------------------------------------------------------------------------------


def _write_taskwarrior(home: Path, given: Iterable[Task]) -> None:
    config = "confirmation=no\nverbose=nothing\nnews.version=99.0.0\ndefaultwidth=0\n"
    (home / "taskrc").write_text(config)
    names = ("pending.data", "completed.data", "undo.data")
    pending, completed, undo = (open(home / name, "w", encoding="utf-8") for name in names)  # noqa: PTH123, SIM115
    with pending, completed, undo:
        for task in given:
            line = _taskwarrior_line(task, task.due)
            (completed if task.done else pending).write(f"{line}\n")
            if task.first != task.due:
                undo.write(
                    f"time {_epoch(NOW)}\nold {_taskwarrior_line(task, task.first)}\nnew {line}\n---\n"
                )


def _taskwarrior_line(task: Task, due: date | None) -> str:
    fields: dict[str, object] = {"description": task.text}
    fields |= {"due": due and _epoch(due), "end": task.done and _epoch(task.done)}
    fields |= {"entry": _epoch(ISSUED), "modified": _epoch(NOW), "project": task.units[0]}
    fields |= {"status": "completed" if task.done else "pending", "tags": ",".join(task.units[1:])}
    fields |= {f"annotation_{_epoch(one.on) + at}": one.text for at, one in enumerate(task.reports)}
    fields |= {"uuid": _uuid(task.number)}
    return "[" + " ".join(f'{name}:"{value}"' for name, value in sorted(fields.items()) if value) + "]"


def _ask_taskwarrior(place: Place) -> Mapping[str, Command]:
    return {
        "due": lambda _: [place.program, f"due.before:{horizon(place)}", "list"],
        "list": lambda _: [place.program, f"project:{place.unit}", "list"],
        "done": lambda run: [place.program, str(_uuid(place.marked[run])), "done"],
    }


def _epoch(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())


def _uuid(number: int) -> uuid.UUID:
    return uuid.UUID(int=(number + 1) << 80 | 4 << 76 | 8 << 60 | (number + 1))


# topydo -----------------------------------------------------------------------------------------


def _write_topydo(home: Path, given: Iterable[Task]) -> None:
    names = ("todo.txt", "done.txt")
    todo, done = (open(home / name, "w", encoding="utf-8") for name in names)  # noqa: PTH123, SIM115
    with todo, done:
        for task in given:
            words = ["x", str(task.done)] if task.done else []
            words += [str(ISSUED), task.text, *(f"@{unit}" for unit in task.units)]
            words += [f"due:{task.due}"] if task.due else []
            words += [f"{one.on}{one.text}" for one in task.reports]
            (done if task.done else todo).write(" ".join(words) + "\n")


def _ask_topydo(place: Place) -> Mapping[str, Command]:
    words = [place.program, "-t", str(place.home / "todo.txt"), "-d", str(place.home / "done.txt")]
    return {
        "due": lambda _: [*words, "ls", f"due:<{horizon(place)}"],
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
    stamp = f"{ISSUED:%Y%m%d}T000000Z"
    reports = "\\n".join(f"{one.on}{one.text}" for one in task.reports)
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:bench", "BEGIN:VTODO", f"UID:{task.number}"),
        *(f"{name}:{stamp}" for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED")),
        *(f"CATEGORIES:{','.join(task.units)}", f"SUMMARY:{task.text}"),
        *([f"DUE:{task.due:%Y%m%d}T000000Z"] if task.due else []),
        *([f"DESCRIPTION:{reports}"] if reports else []),
        f"STATUS:{'COMPLETED' if task.done else 'NEEDS-ACTION'}",
        *([f"COMPLETED:{task.done:%Y%m%d}T000000Z"] if task.done else []),
        f"PERCENT-COMPLETE:{100 if task.done else task.percent}",
        *("END:VTODO", "END:VCALENDAR", ""),
    ]
    return "\r\n".join(lines)


def _ask_todoman(place: Place) -> Mapping[str, Command]:
    return {
        "due": lambda _: [place.program, "list", "--due", str(24 * place.within)],
        "list": lambda _: [place.program, "list", "--category", place.unit],
        "done": lambda run: [place.program, "done", str(_todoman_id(place, run))],
    }


def _todoman_id(place: Place, run: int) -> int:
    """The number that the program's cache has given to a work."""
    with sqlite3.connect(f"file:{place.home / 'cache.sqlite3'}?mode=ro", uri=True) as cache:
        rows = cache.execute("SELECT id FROM todos WHERE uid = ?", [str(place.marked[run])])
        return int(next(rows)[0])


_ALL_LACK = "shares, milestones"
PEERS = (
    Peer(
        "taskwarrior",
        "task",
        _write_taskwarrior,
        _ask_taskwarrior,
        {"TASKRC": "taskrc", "TASKDATA": "."},
        lacks=f"{_ALL_LACK}; earlier dates are but the journal's of `undo`",
    ),
    Peer(
        "topydo",
        "topydo",
        _write_topydo,
        _ask_topydo,
        {},
        lacks=f"{_ALL_LACK}, earlier dates; reports are words of the task",
    ),
    Peer(
        "todoman",
        "todo",
        _write_todoman,
        _ask_todoman,
        {"TODOMAN_CONFIG": "config.py"},
        lacks=f"{_ALL_LACK}, earlier dates; reports are one text",
        most=10_000,
        shy="a file for each task: its first run takes minutes",
    ),
)
