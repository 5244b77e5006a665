"""What the shell offers after Tab. Silence when there is no ledger: a completion never complains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qjtask.core.problem import Refused

_TEXT = 24


def ids(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Groups and items, with the start of their text."""
    for group in _groups(ctx):
        yield group.id, group.heading[:_TEXT]
        for item in group.items:
            yield item.id, item.work[:_TEXT]


def marked_ids(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Items and milestones, with the start of their text."""
    for group in _groups(ctx):
        for item in group.items:
            yield item.id, item.work[:_TEXT]
            for number, milestone in enumerate(item.all_milestones, 1):
                yield f"{item.id}.{number}", milestone.work[:_TEXT]


def groups(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Groups, with their headings."""
    for group in _groups(ctx):
        yield group.id, group.heading[:_TEXT]


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
    """The words for a status."""
    from qjtask.core.standing.words import status_choices

    plan = _plan(ctx)
    words = status_choices(plan.rules) if plan else {}
    return [word for status, zh in words.items() for word in (zh, status.value)]


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


def _groups(ctx: Any) -> Any:
    plan = _plan(ctx)
    return plan.groups if plan else ()


def _plan(ctx: Any) -> Any:
    from qjtask.cli.which_ledger import find_ledger

    try:
        return find_ledger(ctx, ctx.params.get("file")).plan()
    except (Refused, OSError):
        return None
