"""Faults on their way out: one line each, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from qjtask.core.problem import Problem, Refused
from qjtask.render.clean import one_line

_MOST_TOLD = 20


class Misused(Refused):
    """An argument that cannot be read at all: a fault of usage, not of the ledger."""


def tell(problems: Iterable[Problem]) -> None:
    """Print problems to stderr, one line each; of a great many, the first and how many more."""
    found = list(problems)
    for problem in found[:_MOST_TOLD]:
        print(one_line(str(problem)), file=sys.stderr)
    if len(found) > _MOST_TOLD:
        print(f"还有{len(found) - _MOST_TOLD}处，运行 qjtask check 可看全部", file=sys.stderr)
