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
    """The plan meant, or all of several as one; None where there is none."""
    from qjtask.cli.ledgers import Ledgers
    from qjtask.core.plan.many_plans import NamedPlan, many_plans

    found = _found(ctx)
    if not isinstance(found, Ledgers):
        return _read(found)
    read = [NamedPlan(one.name, one.office, plan) for one in found.listed if (plan := _read(one.ledger))]
    return many_plans(read, found.title, found.shared).joined


def _plans(ctx: Any, incomplete: str) -> Iterator[tuple[str, Any]]:
    """What stands before the ids of a plan, and the plan; without it while several names fit what is typed.

    A name alone would be taken for the whole word, and a space put behind it.
    """
    from qjtask.cli.ledgers import Ledgers
    from qjtask.core.plan.ids import TAG

    found = _found(ctx)
    if not isinstance(found, Ledgers):
        plan = _read(found)
        yield from [("", plan)] if plan else []
        return
    tags = {f"{one.name}{TAG}": one.ledger for one in found.listed}
    fit = [tag for tag in tags if tag.startswith(incomplete) or incomplete.startswith(tag)]
    for tag in fit:
        yield tag, _read(tags[tag]) if len(fit) == 1 else None


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
