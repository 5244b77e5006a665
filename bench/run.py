"""Measure qjtask and, where installed, its peers, and print a Markdown table: python bench/run.py.

The qjtask measured is the one installed beside this interpreter; install it for real, not editable:
its start-up is most of what a command costs. Everything runs on copies in a temporary folder, which
is also the programs' HOME.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import site
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import items
from measure import Command, Failed, Measured, against
from peers import PEERS, Peer, Place, tasks

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "data" / "tasks.yaml"
SHIPPED_SIZE = 45
SIZES = (SHIPPED_SIZE, 1_000, 10_000, 100_000)
BIG = 10_000
"""From this size on, seconds and megabytes stand beside the ratio."""

TODAY = date(2021, 6, 10)
UNIT = "审批科"
FLOOR = (sys.executable, "-c", "import typer")
FAILS = "fails"
START, END = "<!-- bench -->", "<!-- /bench -->"

_NOT_FOR_CHILDREN = frozenset(
    {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "QJTASK_FILE", "QJTASK_TODAY"}
)


class Row(NamedTuple):
    """One line of the table."""

    name: str
    cells: Mapping[int, Measured | str]


# What is asked ----------------------------------------------------------------------------------


def qjtask_commands(program: str, plan: Path) -> Mapping[str, Command]:
    """What qjtask is asked, by the row's name."""
    ids = item_ids(plan)
    of_plan = ["--file", str(plan), "--today", TODAY.isoformat()]
    return {
        "`qjtask due`, piped": lambda _: [program, "due", *of_plan],
        "`qjtask due`, table": lambda _: [program, "due", "--format", "table", *of_plan],
        "`qjtask list --unit`": lambda _: [program, "list", "--unit", UNIT, *of_plan],
        "`qjtask done`": lambda run: [program, "done", ids[run % len(ids)], *of_plan],
        "`qjtask --help`": lambda _: [program, "--help"],
    }


def item_ids(plan: Path) -> list[str]:
    """The first ids of a plan, for `done`."""
    with plan.open(encoding="utf-8") as lines:
        found = (re.search(r'- id: "(\d+\.\d+)"', line) for line in lines)
        return [match[1] for match in islice(filter(None, found), SHIPPED_SIZE)]


def lay_plan(size: int, folder: Path) -> Path:
    """A plan of that size in a folder of its own: the shipped one, or a generated one."""
    folder.mkdir(parents=True)
    plan = folder / "tasks.yaml"
    if size == SHIPPED_SIZE:
        shutil.copy(SHIPPED, plan)
    else:  # in a process of its own: a child's peak memory is never below that of the process it came from
        subprocess.run([sys.executable, HERE / "generate.py", str(size), plan], check=True)
    return plan


def children_env(home: Path) -> dict[str, str]:
    """The environment of what is measured: bytecode kept, the real home out of sight."""
    env = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_CHILDREN}
    env |= {"HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "100", "PYTHONUSERBASE": site.getuserbase()}
    return env | {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}


# Measuring --------------------------------------------------------------------------------------


def measure_qjtask(program: str, sizes: Sequence[int], runs: int, home: Path) -> list[Row]:
    """The rows of qjtask."""
    cells: dict[str, dict[int, Measured | str]] = {}
    env = children_env(home)
    for size in sizes:
        plan = lay_plan(size, home / f"qjtask-{size}")
        for name, command in qjtask_commands(program, plan).items():
            _progress(name, size)
            cell = _measured_or_failed(command, env, runs_at(size, runs))
            cells.setdefault(name, {})[size] = cell
    return [Row(name, found) for name, found in cells.items()]


def measure_peer(peer: Peer, program: str, sizes: Sequence[int], runs: int, home: Path) -> list[Row]:
    """The rows of another program."""
    cells: dict[str, dict[int, Measured | str]] = {}
    for size in sizes:
        if size > peer.most:
            continue
        folder = home / f"{peer.program}-{size}"
        folder.mkdir()
        peer.write(folder, tasks(items(size), TODAY))
        env = children_env(folder) | peer.env(folder)
        for name, command in peer.commands(Place(program, folder, UNIT)).items():
            _progress(f"{peer.name} {name}", size)
            cell = _measured_or_failed(command, env, runs_at(size, runs))
            cells.setdefault(f"{peer.name} {name}", {})[size] = cell
    return [Row(name, found) for name, found in cells.items()]


def _measured_or_failed(command: Command, env: Mapping[str, str], runs: int) -> Measured | str:
    """What a command takes; what it cannot do is told in its cell, and why on stderr."""
    try:
        return against(FLOOR, command, env, runs)
    except Failed as failed:
        print(failed, file=sys.stderr)
        return FAILS


def runs_at(size: int, runs: int) -> int:
    """Fewer runs where one takes seconds: their ratios vary less too."""
    return runs if size < BIG else max(1, runs // 3)


def _progress(name: str, size: int) -> None:
    print(f"{size:>9,} {name}", file=sys.stderr)


# The table --------------------------------------------------------------------------------------


def table(rows: Sequence[Row], sizes: Sequence[int], notes: Sequence[str]) -> Iterator[str]:
    """The lines of the Markdown table and of the notes under it."""
    yield "| items | " + " | ".join(_heading(size) for size in sizes) + " |"
    yield "|---|" + "---:|" * len(sizes)
    for row in rows:
        yield f"| {row.name} | " + " | ".join(_cell(row.cells.get(size, "–"), size) for size in sizes) + " |"
    yield ""
    yield from notes


def _heading(size: int) -> str:
    return f"{size:,} (shipped)" if size == SHIPPED_SIZE else f"{size:,}"


def _cell(found: Measured | str, size: int) -> str:
    if isinstance(found, str):
        return found
    ratio = f"{found.ratio:.2f}×" if found.ratio < 10 else f"{found.ratio:.0f}×"
    return ratio if size < BIG else f"{ratio} · {found.seconds:.2f} s · {found.megabytes:.0f} MB"


def notes_of(rows: Sequence[Row], runs: int, absent: Sequence[Peer]) -> list[str]:
    """What a reader of the table must know: the floor, the machine, and who is missing."""
    floors = [cell.floor for row in rows for cell in row.cells.values() if isinstance(cell, Measured)]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    made = f"Python {platform.python_version()}, typer {version('typer')}, {machine}"
    given = "The others are given as many tasks, each of one unit, in their own files."
    return [
        f'1× is `python -c "import typer"` in the same environment: {1000 * median(floors):.0f} ms ({made}).',
        f"Medians of {runs} pairs run in turns ({runs_at(BIG, runs)} from {BIG:,} items on); MB is the peak.",
        *([given] if len(absent) < len(PEERS) else []),
        *(f"{peer.name} is not installed here (`{peer.program}`), and was left out." for peer in absent),
    ]


def write_between(readme: Path, text: str) -> None:
    """Put the table between the README's markers."""
    before, start, rest = readme.read_text(encoding="utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        sys.exit(f"{readme} has no {START} … {END} to write between")
    readme.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8", newline="\n")


# The command ------------------------------------------------------------------------------------


def main() -> None:
    """Measure, print, and write where told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="45 is the shipped plan")
    parser.add_argument("--runs", type=int, default=15, help="pairs of runs for each figure")
    parser.add_argument(
        "--write",
        type=Path,
        nargs="+",
        default=(),
        metavar="README",
        help=f"put it between {START} and {END}",
    )
    wanted = parser.parse_args()
    program = shutil.which("qjtask", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit(f"no qjtask beside {sys.executable}: pip install it there first")
    text = "\n".join(measured_lines(program, wanted.sizes, wanted.runs))
    print(text)
    for readme in wanted.write:
        write_between(readme, text)
    if any(line.startswith("| `qjtask") and FAILS in line for line in text.splitlines()):
        sys.exit("qjtask could not do all that it was asked")


def measured_lines(program: str, sizes: Sequence[int], runs: int) -> Iterator[str]:
    """The lines to print, everything measured."""
    found = [(peer, peer.path()) for peer in PEERS]
    with tempfile.TemporaryDirectory(prefix="qjtask-bench-") as folder:
        rows = measure_qjtask(program, sizes, runs, Path(folder))
        for peer, path in found:
            if path:
                rows += measure_peer(peer, path, sizes, runs, Path(folder))
    absent = [peer for peer, path in found if path is None]
    yield from table(rows, sizes, notes_of(rows, runs, absent))


if __name__ == "__main__":
    main()
