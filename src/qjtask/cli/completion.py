"""What the shell offers after Tab. Silence when there is no ledger: a completion never complains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qjtask.core.problem import Refused

_TEXT = 24


def ids(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Groups and items, with the start of their text; of several plans first their names."""
    for tag, plan in _plans(ctx, incomplete):
        for group in plan.groups if plan else ():
            yield f"{tag}{group.id}", group.heading[:_TEXT]
            for item in group.items:
                yield f"{tag}{item.id}", item.work[:_TEXT]
        if plan is None:
            yield tag, ""


def marked_ids(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Items and milestones, with the start of their text; of several plans first their names."""
    for tag, plan in _plans(ctx, incomplete):
        for item in plan.items() if plan else ():
            yield f"{tag}{item.id}", item.work[:_TEXT]
            for number, milestone in enumerate(item.all_milestones, 1):
                yield f"{tag}{item.id}.{number}", milestone.work[:_TEXT]
        if plan is None:
            yield tag, ""


def groups(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Groups, with their headings; of several plans first their names."""
    for tag, plan in _plans(ctx, incomplete):
        for group in plan.groups if plan else ():
            yield f"{tag}{group.id}", group.heading[:_TEXT]
        if plan is None:
            yield tag, ""


def units(ctx: Any, incomplete: str) -> list[str]:
    """The names of all offices."""
    from qjtask.core.plan.unit_names import unit_names

    plan = _plan(ctx)
    return unit_names(plan).shown() if plan else []


def leads(ctx: Any, incomplete: str) -> list[str]:
    """The names of the lead agencies."""
    from qjtask.core.plan.unit_names import lead_names

    plan = _plan(ctx)
    return lead_names(plan).shown() if plan else []


def statuses(ctx: Any, incomplete: str) -> list[str]:
    """The words that --status takes."""
    from qjtask.core.standing.conditions import condition_words

    plan = _plan(ctx)
    words = condition_words(accept=bool(plan and plan.rules.accept))
    return [word for one, zh in words.items() for word in (zh, one.name.lower())]


def grades(ctx: Any, incomplete: str) -> list[str]:
    """The grades of what is accepted."""
    from qjtask.core.standing.acceptance import GRADES

    return [*GRADES]


def lights(ctx: Any, incomplete: str) -> list[str]:
    """The words for a light."""
    from qjtask.core.standing.words import LIGHT_WORDS

    return [word for light, zh in LIGHT_WORDS.items() for word in (zh, light.value)]


def kinds(ctx: Any, incomplete: str) -> list[str]:
    """The words for a deadline's class."""
    from qjtask.core.standing.words import CLASS_WORDS

    return [word for kind, zh in CLASS_WORDS.items() for word in (zh, kind.value)]


def _plan(ctx: Any) -> Any:
    """The one plan meant; None where there is none, or several."""
    return next((plan for tag, plan in _plans(ctx, "") if not tag), None)


def _plans(ctx: Any, incomplete: str) -> Iterator[tuple[str, Any]]:
    """What stands before the ids of a plan, and the plan; without it while its name is still typed."""
    from qjtask.cli.ledgers import Ledgers
    from qjtask.core.plan.ids import TAG

    found = _found(ctx)
    if not isinstance(found, Ledgers):
        plan = _read(found)
        yield from [("", plan)] if plan else []
        return
    for one in found.listed:
        tag = f"{one.name}{TAG}"
        plan = _read(one.ledger) if incomplete.startswith(tag) else None
        yield tag, plan


def _found(ctx: Any) -> Any:
    from qjtask.cli.which_ledger import find_ledgers

    try:
        return find_ledgers(ctx, ctx.params.get("file"))
    except (Refused, OSError):
        return None


def _read(ledger: Any) -> Any:
    try:
        return ledger.plan() if ledger else None
    except (Refused, OSError):
        return None
