"""The plan file: read the short way where its form is ordinary, else by the YAML parser's events."""

from __future__ import annotations

from pathlib import Path

from qjtask.core.plan.plan import Plan
from qjtask.storage.plans.regular_plan import read_regular
from qjtask.storage.texts.source import read_text


def load_plan(path: Path, shown: str) -> Plan:
    """Read the plan at `path`; `shown` is how messages name it. Raises Refused with every fault."""
    return parse_plan(read_text(path, shown), shown)


def parse_plan(text: str, shown: str) -> Plan:
    """Read a plan from its YAML text. Raises Refused with every fault."""
    plan = read_regular(text)
    if plan is None:
        from qjtask.storage.plans.plan_walk import walk_plan  # imports yaml, 8 ms

        plan = walk_plan(text, shown)
    return plan
