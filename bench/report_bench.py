"""Measure the documents that qjtask makes and print a Markdown table: python bench/report_bench.py.

A plan of generated items is put into each format by the qjtask beside this interpreter. The first
line is its start-up: what `qjtask list` of the same plan takes in a pipe, which reads the whole plan.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from generate import write_plan
from growth import Measured, told
from measure import run

SIZES = (45, 1_000, 10_000)
TODAY = "2021-09-10"
KEPT_ENV = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")
COMMANDS: Mapping[str, Sequence[str]] = {
    "list": ("list",),
    "report progress, .md": ("report", "progress", "-o", "{}/progress.md", "--force"),
    "report progress, .docx": ("report", "progress", "-o", "{}/progress.docx", "--force"),
    "report progress, .xlsx": ("report", "progress", "-o", "{}/progress.xlsx", "--force"),
    "report progress, .html": ("report", "progress", "-o", "{}/progress.html", "--force"),
    "report bulletin, .docx": ("report", "bulletin", "-o", "{}/bulletin.docx", "--force"),
    "report chase, .docx": ("report", "chase", "-o", "{}/chase.docx", "--force"),
    "report pack": ("report", "pack", "-o", "{}/packs", "--force"),
    "report board": ("report", "board", "-o", "{}/board.html", "--force"),
    "export ics": ("export", "ics", "-o", "{}/plan.ics", "--force"),
    "timeline": ("timeline",),
}


def measured(program: Sequence[str], words: Sequence[str], size: int, runs: int, folder: Path) -> Measured:
    """The medians of some runs, after one that warms the caches."""
    plan = folder / f"{size}.yaml"
    if not plan.exists():
        with plan.open("w", encoding="utf-8", newline="\n") as out:
            write_plan(size, out)
    env = {name: os.environ[name] for name in KEPT_ENV if name in os.environ}
    env |= {"HOME": str(folder), "QJTASK_FILE": str(plan), "QJTASK_TODAY": TODAY}
    command = [*program, *(word.format(folder) for word in words)]
    took = [run(command, env) for _ in range(runs + 1)][1:]
    return Measured(size, median(one.seconds for one in took), median(one.megabytes for one in took))


def main() -> None:
    """Make each document at each size, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    program = [str(Path(sys.executable).with_name("qjtask"))]
    with tempfile.TemporaryDirectory() as folder:
        found = {
            f"`{name}`": [
                measured(program, words, size, options.runs, Path(folder)) for size in options.sizes
            ]
            for name, words in COMMANDS.items()
        }
    print(told(found))


if __name__ == "__main__":
    main()
