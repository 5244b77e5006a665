"""One child process measured, and one command measured against another, turn by turn."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

Command = Callable[[int], Sequence[str]]
"""The words of a command's n-th run: `done` marks another item each time."""

_ENOUGH = 3
_PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000  # ru_maxrss is in bytes there, else in kB


class Failed(Exception):  # noqa: N818 - told in the table: a program could not do it
    """A measured command ended with another code than 0; says what it wrote to stderr."""


class Run(NamedTuple):
    """What one process took; `busy` are the seconds that it, and the system for it, had a processor."""

    seconds: float
    megabytes: float
    busy: float


class Least(NamedTuple):
    """The least that a command took of a processor in some runs, beside the floor's; and its peak."""

    busy: float
    floor: float
    megabytes: float

    @property
    def ratio(self) -> float:
        """How many times the floor it took."""
        return self.busy / self.floor


class Measured(NamedTuple):
    """What a command took: medians over its runs, and its ratio to the floor's neighbouring runs."""

    ratio: float
    seconds: float
    megabytes: float
    floor: float


def run(words: Sequence[str], env: Mapping[str, str]) -> Run:
    """Run one command with nothing on stdin and stdout thrown away."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        child = subprocess.Popen(
            words, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            errors.seek(0)
            told = errors.read().decode(errors="replace").strip()
            raise Failed(f"{' '.join(words)}: exit {child.returncode}: {told[-500:]}")
    return Run(seconds, usage.ru_maxrss / _PER_MEGABYTE, usage.ru_utime + usage.ru_stime)


def against(floor: Sequence[str], command: Command, env: Mapping[str, str], runs: int) -> Measured:
    """Measure in turns, floor, command, floor, command, after one run that warms the caches.

    A machine that is busy for a while slows both of a pair, so the ratios are firmer than the times.
    """
    run(command(0), env)
    pairs = [(run(floor, env), run(command(number), env)) for number in range(1, runs + 1)]
    return Measured(
        ratio=median(one.seconds / base.seconds for base, one in pairs),
        seconds=median(one.seconds for _, one in pairs),
        megabytes=median(one.megabytes for _, one in pairs),
        floor=median(base.seconds for base, _ in pairs),
    )


def least(
    floor: Sequence[str], command: Command, env: Mapping[str, str], runs: Iterable[int], seconds: float
) -> Least:
    """Measure in turns, floor, command, floor, command; after so many seconds no more than three of the runs.

    What else the machine does can only add to a processor's time, so that the least is the firmest.
    """
    floors: list[Run] = []
    took: list[Run] = []
    start = time.perf_counter()
    for number in runs:
        floors.append(run(floor, env))
        took.append(run(command(number), env))
        if len(took) >= _ENOUGH and time.perf_counter() - start > seconds:
            break
    return Least(
        busy=min(one.busy for one in took),
        floor=min(one.busy for one in floors),
        megabytes=max(one.megabytes for one in took),
    )
