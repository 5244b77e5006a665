"""A ledger of several: known by its index, or read in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qjtask.cli.session import Session
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.many_plans import NamedPlan
from qjtask.core.plan.plan import Rules
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Problem
from qjtask.storage.index.indexed_plan import IndexedPlan

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Listed
    from qjtask.storage.ledger import Ledger


class KnownLedger(NamedTuple):
    """A ledger that an index fits."""

    listed: Listed
    found: IndexedPlan


Full = tuple[NamedPlan, Session]
"""A ledger that was read in full."""


def short_name(one: KnownLedger | Full) -> str:
    """The short name of its plan."""
    return one.listed.name if isinstance(one, KnownLedger) else one[0].name


def ledger_of(one: KnownLedger | Full) -> Ledger:
    """The ledger itself."""
    return one.listed.ledger if isinstance(one, KnownLedger) else one[1].ledger


def told_by(one: KnownLedger | Full) -> list[Problem]:
    """The log's lines that do not count, and why."""
    if isinstance(one, KnownLedger):
        return one.found.index.told(one.listed.ledger.log_shown)
    return one[1].log_problems


def year_and_rules(one: KnownLedger | Full) -> tuple[int, Rules]:
    """The plan's year and its rules."""
    if isinstance(one, KnownLedger):
        index = one.found.index
        return index.year, index.said.rules
    plan = one[0].plan
    return plan.year, plan.rules


def shown_by(one: KnownLedger | Full) -> Sequence[str]:
    """The names to show of its offices."""
    if isinstance(one, KnownLedger):
        return one.found.index.shown
    return unit_names(one[0].plan).shown()
