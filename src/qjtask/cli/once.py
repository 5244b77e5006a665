"""An option that takes one value is given once: of two, neither wins in silence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import typer

from qjtask.cli.faults import Misused
from qjtask.core.problem import Problem


class Once:
    """Mixed into a command: refuses an option that is given twice, where it takes one value."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments as Typer does."""
        if not ctx.resilient_parsing:  # the shell's completion
            _, _, order = self.make_parser(ctx).parse_args(args=list(args))  # type: ignore[attr-defined] # of the command class beside it
            twice = [one for one in dict.fromkeys(order) if order.count(one) > 1 and not _takes_several(one)]
            if twice:
                raise Misused([_given_twice(one.opts[0]) for one in twice])
        rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc] # of the command class beside it
        return rest


Typed = TypeVar("Typed", bound=Sequence[str])


def given_once(ctx: typer.Context, name: str, typed: Typed | None) -> Typed | None:
    """An option that may stand before the command or after it, and not at both places, nor be left empty.

    `--file "$PLAN"` where the shell knows no PLAN would mean another plan.
    """
    before: Typed | None = ctx.find_root().params.get(name)
    if before and typed:
        raise Misused([_given_twice(f"--{name}")])
    for one in (before, typed):
        if one is not None and not all(map(str.strip, [one] if isinstance(one, str) else one)):
            raise Misused([Problem(f"--{name}", "写了却是空的", f"请写上内容；不用的话不写 --{name}")])
    return typed or before


def _takes_several(option: Any) -> bool:
    return bool(option.multiple or option.is_flag or option.count)


def _given_twice(option: str) -> Problem:
    return Problem(option, "写了两次，不知道以哪个为准", "请只留一个")
