"""How differences between two prints are put in words."""

from __future__ import annotations

from qjtask.core.plan.plan import Item, Milestone, Target


def bound_words(target: Target | None) -> str:
    """A target, as 里程≥300公里; "" where there is none."""
    if target is None:
        return ""
    sign, value = ("≥", target.at_least) if target.at_least is not None else ("≤", target.at_most)
    return f"{target.name}{sign}{value}{target.unit}"


def term_words(step: Milestone | None) -> str:
    """A milestone, as 2021-04-30 完成方案; "" where there is none."""
    return "" if step is None else f"{step.by} {step.work}"


def kept_words(printed: str) -> str:
    """That a person's word stays, and what the new print says instead."""
    return f"（人工写的，没有改；新表{f'是{printed}' if printed else '没有写'}，请核对）"


def office_words(item: Item) -> str:
    """The offices of an item in their roles."""
    lead = f"牵头{'、'.join(item.lead)}；" if item.lead else ""
    support = f"；配合{'、'.join(item.support)}" if item.support else ""
    return f"{lead}{'、'.join(item.units) or '无'}{support}"
