"""What is asked of qjtask and of the other programs, and of which ledgers."""

from __future__ import annotations

import os
import site
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from history import TODAY, Told, line_of
from lay import SHIPPED_SIZE, Laid, lay
from measure import Command
from peer import Peer, Place

GROWN = 100
"""So many of the offices' logs grow before each run of a line."""

LARGE = 10_000
"""From so many works on there are offices with few of them."""

SHORT = 14
WITHIN = {SHIPPED_SIZE: 30}
"""The days of `due`; of other sizes the short ones."""

LONG = {10_000: 100, 100_000: 15}
LONG_OFFICES = (15, 50)
"""The days within which 2,000 works and more are due, for what memory that takes; of offices 500 too."""

_NOT_FOR_CHILDREN = frozenset(
    {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "QJTASK_FILE", "QJTASK_TODAY"}
)


class Case(NamedTuple):
    """A line of the table: what is asked of which ledger, in which environment."""

    name: str
    command: Command
    laid: Laid
    env: Mapping[str, str]
    lacks: str = ""


def single(program: str, size: int, home: Path) -> Iterator[Case]:
    """What qjtask is asked of one ledger."""
    plan = home / f"qjtask-{size}" / "tasks.yaml"
    laid, env = lay("qjtask", size, plan.parent), children_env(home)

    def case(name: str, *words: str) -> Case:
        return Case(f"qjtask `{name}`", lambda _: [program, *words, *_of(plan)], laid, env)

    due = ["due", "--within", f"{WITHIN.get(size, SHORT)}d"]
    yield case("due", *due)
    yield case("due", *due, "--format", "table")._replace(name="qjtask `due`, as a table")
    if size in LONG:
        yield case("due", "due", "--within", f"{LONG[size]}d")
    yield case("list --unit", "list", "--unit", _unit(size))
    yield Case("qjtask `done`", lambda run: [program, "done", laid.open_ids[run], *_of(plan)], laid, env)


def many(program: str, offices: int, home: Path) -> Iterator[Case]:
    """What qjtask is asked of the plans of many offices."""
    folder = home / "offices"
    laid, env = lay("offices", offices, folder), children_env(home)
    name = f"qjtask `due`, {offices} plans"
    for days in (SHORT, *LONG_OFFICES):
        words = [program, "due", "--within", f"{days}d", *_of(folder)]
        yield Case(name, partial(same, words), laid, env)
    logs = sorted(folder.glob("*/progress.yaml"))[:GROWN]

    def grown(run: int) -> Sequence[str]:
        for log in logs:
            _grow(log, run)
        return [program, "due", "--within", f"{SHORT}d", *_of(folder)]

    yield Case(f"{name}, {len(logs)} logs grown", grown, laid, env)
    mark = f"qjtask `done`, {offices} plans"
    yield Case(mark, lambda run: [program, "done", laid.open_ids[run], *_of(folder)], laid, env)


def others(peer: Peer, program: str, size: int, home: Path) -> Iterator[Case]:
    """What another program is asked."""
    folder = home / f"{peer.name}-{size}"
    laid = lay(peer.name, size, folder)
    env = children_env(folder) | peer.env(folder)
    place = Place(program, folder, _unit(size), WITHIN.get(size, SHORT), tuple(laid.open_places))
    for name, command in peer.commands(place).items():
        yield Case(f"{peer.name} {name}", command, laid, env, peer.lacks)


def same(words: Sequence[str], _: int) -> Sequence[str]:
    """The same words in every run."""
    return words


def _unit(size: int) -> str:
    return "档案馆" if size >= LARGE else "审批科"


def _of(plan: Path) -> list[str]:
    return ["--file", str(plan), "--today", TODAY.isoformat()]


def _grow(log: Path, run: int) -> None:
    told = Told(f"{TODAY}T18:00:00+08:00", f"{run:016x}", "note", TODAY, "开了会")
    with log.open("a", encoding="utf-8", newline="\n") as out:
        out.write(line_of(told, "1.1"))


def children_env(home: Path) -> dict[str, str]:
    """The environment of what is measured: bytecode kept, the real home out of sight."""
    env = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_CHILDREN}
    env |= {"HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "100", "PYTHONUSERBASE": site.getuserbase()}
    return env | {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
