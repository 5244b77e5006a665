"""Faults on their way out: one line each, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from qjtask.core.problem import Problem, Refused
from qjtask.render.one_line import one_line

_MOST_TOLD = 20


class Misused(Refused):
    """An argument that cannot be read at all: a fault of usage, not of the ledger."""


def tell(problems: Iterable[Problem], *, every: bool = False) -> None:
    """Print problems to stderr, one line each; of a great many, the first and how many more.

    With `every`, all of them: for those that `qjtask check` does not tell.
    """
    found = list(problems)
    most = len(found) if every else _MOST_TOLD
    for problem in found[:most]:
        print(one_line(str(problem)), file=sys.stderr)
    if len(found) > most:
        print(f"还有{len(found) - most}处，运行 qjtask check 可看全部", file=sys.stderr)
