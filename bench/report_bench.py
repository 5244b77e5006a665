"""Measure the documents that qjtask makes and print a Markdown table: python bench/report_bench.py.

A plan of generated items is put into each format by the qjtask beside this interpreter. The first
line is its start-up: what `qjtask list` of the same plan takes in a pipe, which reads the whole plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from generate import write_plan
from growth import Measured, children_env, measure_all, medians
from measure import run

TODAY = "2021-09-10"
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


def measured(words: Sequence[str], program: str, size: int, runs: int, folder: Path) -> Measured:
    """One command on a generated plan."""
    plan = folder / f"{size}.yaml"
    if not plan.exists():
        with plan.open("w", encoding="utf-8", newline="\n") as out:
            write_plan(size, out)
    env = children_env(folder) | {"QJTASK_FILE": str(plan), "QJTASK_TODAY": TODAY}
    command = [program, *(word.format(folder) for word in words)]
    return medians(size, [run(command, env) for _ in range(runs + 1)])


if __name__ == "__main__":
    measure_all(__doc__, {f"`{name}`": partial(measured, words) for name, words in COMMANDS.items()})
