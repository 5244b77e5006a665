"""Measure qjtask, and its peers, on ledgers with a year's log: python bench/run.py. Prints a Markdown table.

A ledger without a log flatters, and so does a question with a short answer: every line names the works, the
lines of the log and the lines shown. The qjtask measured is the one installed beside this interpreter;
install it for real, not editable: its start-up is most of what a command costs. Of the other programs
(Debian's taskwarrior; topydo and todoman, each in an environment of its own) those on the PATH are measured,
given the same works and the same year as far as they hold them. All is made in a temporary folder, the
programs' HOME.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cases import SHORT, WITHIN, Case, many, others, same, single
from lay import SHIPPED_SIZE
from measure import Failed, Least, least
from peer import Peer
from peers import PEERS

SIZES = (SHIPPED_SIZE, 10_000, 100_000)
OFFICES = 400
SETTLED = 2.1
"""The seconds after which a file's times tell by themselves that it is the same."""

FLOOR = (sys.executable, "-c", "import typer")
FAILS = "fails"
_BIG = 10
START, END = "<!-- bench -->", "<!-- /bench -->"
HEAD = (
    "| asked | works | log lines | lines shown | × `import typer` | CPU | peak | what it cannot hold |",
    "|---|---:|---:|---:|---:|---:|---:|---|",
)


class Asked(NamedTuple):
    """What is to be measured."""

    sizes: Sequence[int]
    offices: int
    runs: int
    seconds: float
    settled: float


# Measuring --------------------------------------------------------------------------------------


def measured(cases: Iterator[Case], asked: Asked) -> Iterator[str]:
    """The lines of a ledger's questions."""
    fresh = True
    for case in cases:
        print(f"{case.laid.works:>9,} {case.name}", file=sys.stderr)
        told = f"| {case.name} | {case.laid.works:,} | {case.laid.lines:,}"
        try:
            shown = _shown(case)  # the first time an index or a cache is made
            if fresh:
                time.sleep(asked.settled)
                _shown(case)
                fresh = False
            found = least(FLOOR, case.command, case.env, range(1, asked.runs + 1), asked.seconds)
        except Failed as failed:
            print(failed, file=sys.stderr)
            why = str(failed).splitlines()[-1].rpartition(": ")[2]
            yield f"{told} | – | {FAILS} | – | – | {case.lacks}; “{why}” |"
        else:
            yield f"{told} | {shown:,} | {_figures(found)} | {case.lacks} |"


def _shown(case: Case) -> int:
    """How many lines a question's answer has."""
    words = case.command(0)
    done = subprocess.run(words, env=case.env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise Failed(f"{' '.join(words)}: exit {done.returncode}: {done.stderr.decode().strip()[-500:]}")
    return done.stdout.count(b"\n")


def _figures(found: Least) -> str:
    ratio = f"{found.ratio:.2f}×" if found.ratio < _BIG else f"{found.ratio:.0f}×"
    return f"{ratio} | {found.busy:.2f} s | {found.megabytes:.0f} MB"


# The table --------------------------------------------------------------------------------------


def table(program: str, asked: Asked) -> Iterator[str]:
    """The lines of the Markdown table and of the notes under it."""
    yield from HEAD
    with tempfile.TemporaryDirectory(prefix="qjtask-bench-") as folder:
        home = Path(folder)
        for size in asked.sizes:
            yield from measured(single(program, size, home), asked)
        if asked.offices:
            yield from measured(many(program, asked.offices, home), asked)
        found = [(peer, peer.path()) for peer in PEERS]
        for peer, path in found:
            for size in asked.sizes if path else ():
                if size > peer.most:
                    yield f"| {peer.name} | {size:,} | – | – | not asked | – | – | {peer.shy} |"
                else:
                    yield from measured(others(peer, str(path), size, home), asked)
    yield ""
    yield from notes(found, asked)


def notes(found: Sequence[tuple[Peer, str | None]], asked: Asked) -> Iterator[str]:
    """What a reader of the table must know: the floor, the machine, the day, and who is missing."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    if hasattr(os, "getloadavg"):
        machine += f", load {os.getloadavg()[0]:.1f}"
    floor = least(FLOOR, partial(same, FLOOR), os.environ, range(asked.runs), asked.seconds).floor
    made = f"Python {platform.python_version()}, typer {version('typer')}, {machine}"
    yield (
        f'1× is `python -c "import typer"` in the same environment, {1000 * floor:.0f} ms '
        f"({datetime.now().astimezone():%Y-%m-%d}: {made})."
    )
    yield (
        f"Processor time, the least of {asked.runs} runs in turns with the floor (3 of what takes seconds); "
        "memory at its peak, which is never told below that of the measuring process."
    )
    yield (
        f"`due` within {SHORT} days ({SHIPPED_SIZE} works: {WITHIN[SHIPPED_SIZE]}), or more where more is "
        "shown; `list` of one unit's works; `done` of one work."
    )
    there = ", ".join(f"{peer.name} {peer.version()}" for peer, path in found if path)
    if there:
        yield f"The others ({there}) are given the same works and the same year as far as they hold them."
    for peer, path in found:
        if path is None:
            yield f"{peer.name} is not installed here (`{peer.program}`), and was left out."


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
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="works; 45 is the shipped plan")
    parser.add_argument("--offices", type=int, default=OFFICES, help="plans that are looked at together")
    parser.add_argument("--runs", type=int, default=9, help="runs of each, the least of which counts")
    parser.add_argument("--seconds", type=float, default=6, help="no more than three runs after so long")
    parser.add_argument("--settled", type=float, default=SETTLED, help="seconds between laying and measuring")
    told = f"put it between {START} and {END}"
    parser.add_argument("--write", type=Path, nargs="+", default=(), metavar="README", help=told)
    wanted = parser.parse_args()
    program = shutil.which("qjtask", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit(f"no qjtask beside {sys.executable}: pip install it there first")
    asked = Asked(wanted.sizes, wanted.offices, wanted.runs, wanted.seconds, wanted.settled)
    lines = []
    for line in table(program, asked):
        print(line, flush=True)
        lines.append(line)
    for readme in wanted.write:
        write_between(readme, "\n".join(lines))
    if any(line.startswith("| qjtask") and FAILS in line for line in lines):
        sys.exit("qjtask could not do all that it was asked")


if __name__ == "__main__":
    main()
