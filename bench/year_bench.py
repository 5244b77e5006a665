"""Measure qjtask on ledgers with a year's log, and print a Markdown table: python bench/year_bench.py.

A ledger without a log flatters. Every line names the works, the lines of the log and the lines shown. The
ratios are of processor time to `python -c "import typer"`, the least of some runs in turns each: a machine
that others use too changes them little.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from history import TODAY
from measure import run
from run import FLOOR, HERE, SHIPPED, SHIPPED_SIZE, children_env

SIZES = (10_000, 100_000)
OFFICES = 400
GROWN = 100
"""So many of the offices' logs grow before each run of the last line."""


class Case(NamedTuple):
    """A line of the table: what is asked, of how many works with how many lines of a log.

    `before` makes a run's ledger what it is to be.
    """

    name: str
    words: Sequence[str]
    works: int
    lines: int
    before: Callable[[], None] = lambda: None


def cases(home: Path, sizes: Sequence[int], offices: int) -> Iterator[Case]:
    """What is measured, each ledger made as it is wanted."""
    shipped = home / "shipped" / "tasks.yaml"
    shipped.parent.mkdir(parents=True)
    shutil.copy(SHIPPED, shipped)
    yield Case("`due`", ["due", *_of(shipped)], SHIPPED_SIZE, 0)
    yield Case("`note`", ["note", "9.2", "开了会", *_of(shipped)], SHIPPED_SIZE, 0)
    for size in sizes:
        plan, lines = _laid(home / str(size), size)
        of = _of(plan)
        yield Case("`due --within 14d`", ["due", "--within", "14d", *of], size, lines)
        yield Case("`list --unit`", ["list", "--unit", "档案馆", *of], size, lines)
        yield Case("`list --unit`", ["list", "--unit", "信访办", *of], size, lines)
        yield Case("`note`", ["note", "3.1", "开了会", *of], size, lines)
    if offices:
        yield from _many(home / "offices", offices)


def _many(folder: Path, offices: int) -> Iterator[Case]:
    laid = [_laid(folder / f"office{number:03}", SHIPPED_SIZE, number) for number in range(offices)]
    works, lines = offices * SHIPPED_SIZE, sum(found for _, found in laid)
    of = _of(folder)
    yield Case(f"`due`, {offices} plans", ["due", "--within", "14d", *of], works, lines)
    number = count()

    def grow() -> None:
        for plan, _ in laid[:GROWN]:
            with plan.with_name("progress.yaml").open("a", encoding="utf-8") as log:
                moment = f"{TODAY}T18:00:00+08:00"
                line = f'"item": "1.1", "do": "note", "on": "{TODAY}", "at": "{moment}", "text": "开了会"'
                log.write(f'- {{"id": "{next(number):016x}", {line}}}\n')

    name = f"`due`, {offices} plans, {GROWN} logs grown"
    yield Case(name, ["due", "--within", "14d", *of], works, lines, grow)


def _laid(folder: Path, size: int, seed: int = 96) -> tuple[Path, int]:
    """A plan with its log in a folder, and the lines of that."""
    folder.mkdir(parents=True)
    plan = folder / "tasks.yaml"
    # In processes of their own: a child's peak memory is never below that of the process it came from.
    for script in ("generate.py", "history.py"):
        words = [sys.executable, str(HERE / script), str(size), str(plan), "--seed", str(seed)]
        subprocess.run(words, check=True)
    with plan.with_name("progress.yaml").open("rb") as log:
        return plan, sum(1 for _ in log)


def _of(plan: Path) -> list[str]:
    return ["--file", str(plan), "--today", TODAY.isoformat()]


def measured(program: str, case: Case, env: Mapping[str, str], runs: int, settle: float) -> str:
    """A case's line of the table."""
    words = [program, *case.words]
    first = subprocess.run(words, env=env, capture_output=True, check=True)  # it makes the index
    shown = first.stdout.count(b"\n")
    time.sleep(settle)
    run(words, env)
    floors, took = [], []
    for _ in range(runs):
        floors.append(run(FLOOR, env))
        case.before()
        took.append(run(words, env))
    floor, busy = min(one.busy for one in floors), min(one.busy for one in took)
    megabytes = max(one.megabytes for one in took)
    return (
        f"| {case.name} | {case.works:,} | {case.lines:,} | {shown:,} | "
        f"{busy / floor:.2f}× | {busy:.2f} s | {megabytes:.0f} MB |"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="works of the single ledgers")
    parser.add_argument("--offices", type=int, default=OFFICES, help="plans that are looked at together")
    parser.add_argument("--runs", type=int, default=5)
    told = "seconds after which a file's times tell by themselves that it is the same"
    parser.add_argument("--settle", type=float, default=2.1, help=told)
    wanted = parser.parse_args()
    program = shutil.which("qjtask", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit(f"no qjtask beside {sys.executable}: pip install it there first")
    print("| asked | works | log lines | lines shown | × `import typer` | busy | peak |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="qjtask-bench-") as home:
        for case in cases(Path(home), wanted.sizes, wanted.offices):
            print(measured(program, case, children_env(Path(home)), wanted.runs, wanted.settle), flush=True)
    if hasattr(os, "getloadavg"):
        print(f"\nLoad of the machine: {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors.")


if __name__ == "__main__":
    main()
