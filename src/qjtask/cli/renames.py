"""Offices that seem to go by another name in a reissue: asked on a terminal, told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qjtask.cli.asking import agreed
from qjtask.cli.faults import tell
from qjtask.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qjtask.core.plan.unit_changes import Rename

_SHOWN = 3  # works that are named


def confirmed_renames(renames: Sequence[Rename]) -> dict[str, str]:
    """The offices of which a person says that they go by another name now."""
    return {
        one.before: one.after
        for one in renames
        if agreed(f"{_rename_words(one)}：是同一个单位吗？", "--update")
    }


def tell_renames(renames: Sequence[Rename]) -> None:
    """Say which offices seem to go by another name, and what to write if they do."""
    tell([_rename_doubt(one) for one in renames])


def _rename_doubt(rename: Rename) -> Problem:
    fix = f"若是同一个单位，请在 units 里把“{rename.before}: []”改成“{rename.after}: [{rename.before}]”"
    return Problem("units", _rename_words(rename), fix, is_warning=True)


def _rename_words(rename: Rename) -> str:
    items = "、".join(rename.items[:_SHOWN]) + ("等" if len(rename.items) > _SHOWN else "")
    return f"新表里没有“{rename.before}”了，原来它的{len(rename.items)}项（{items}）现在写“{rename.after}”"
