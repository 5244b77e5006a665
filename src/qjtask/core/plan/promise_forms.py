"""How two milestones, or two targets, are the same one in two prints."""

from __future__ import annotations

from typing import Any

from qjtask.core.plan.plan import Milestone, Target
from qjtask.core.plan.three_way import PromiseForm
from qjtask.core.text.comparing import alike

_LIKE = 0.5
_SAME_UNIT = 0.25  # two targets of one unit are likelier the same than two of one name are like


def _likeness_of_targets(one: Target, other: Target) -> float:
    if one.name == other.name:
        return 2.0 + (one.unit == other.unit)
    if one.unit != other.unit:
        return 0.0
    if (one.at_least, one.at_most) == (other.at_least, other.at_most):
        return _LIKE + alike(one.name, other.name)
    score = alike(one.name, other.name)
    is_within = one.name in other.name or other.name in one.name
    return score + _SAME_UNIT if is_within or score + _SAME_UNIT >= _LIKE else 0.0


def _mixed_targets(base: Target, own: Target, printed: Target) -> tuple[Target, bool]:
    """Each part of the print's where no person touched it, else the person's; the bound is one part."""
    name, one = _part(base.name, own.name, printed.name)
    (least, most), other = _part(
        (base.at_least, base.at_most), (own.at_least, own.at_most), (printed.at_least, printed.at_most)
    )
    unit, third = _part(base.unit, own.unit, printed.unit)
    adds_up, _ = _part(base.cumulative, own.cumulative, printed.cumulative)
    return Target(name, least, most, unit, adds_up), one or other or third


def _likeness_of_steps(one: Milestone, other: Milestone) -> float:
    score = alike(one.work, other.work)
    return score + (one.by == other.by) if score >= _LIKE else float(one.by == other.by) * _LIKE


def _mixed_steps(base: Milestone, own: Milestone, printed: Milestone) -> tuple[Milestone, bool]:
    by, contradicts = _part(base.by, own.by, printed.by)
    work, _ = _part(base.work, own.work, printed.work)
    return Milestone(by, work), contradicts


def _part(base: Any, own: Any, printed: Any) -> tuple[Any, bool]:
    """One part of three readings, and whether a person and the print changed it each in another way."""
    if own == base:
        return printed, False
    return own, printed not in (base, own)


def _number_stands_in(target: Target, text: str) -> bool:
    return (target.at_least or target.at_most or "") in text


def _month_stands_in(step: Milestone, text: str) -> bool:
    return f"{step.by.month}月" in text


TARGETS = PromiseForm(_likeness_of_targets, _mixed_targets, _number_stands_in)
STEPS = PromiseForm(_likeness_of_steps, _mixed_steps, _month_stands_in)
