"""What people type where there are several plans: numbers with a plan's name, and offices of any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from qjtask.cli.arguments import Arguments
from qjtask.core.plan.many_ids import many_groups, many_items, owned_tags
from qjtask.core.problem import Refused

if TYPE_CHECKING:
    from qjtask.core.plan.many_plans import ManyPlans
    from qjtask.core.plan.plan import Plan
    from qjtask.core.plan.unit_names import UnitNames


class ManyArguments(Arguments):
    """Reads numbers with a plan's name; `many` gives the plans where it takes these.

    `file` is what a command that is told has to repeat.
    """

    def __init__(self, today: date, year: int, many: Callable[[], ManyPlans], file: str) -> None:
        super().__init__(today, year)
        self._many = many
        self._file = file

    def unit(self, option: str, typed: str, names: UnitNames) -> str:
        """The name to show of one unit; whose plan it is that is no unit of a work is told."""
        return self.attempt(lambda: self._find(option, typed, names), typed)

    def _find(self, option: str, typed: str, names: UnitNames) -> str:
        try:
            return names.find(typed, option)
        except Refused as refused:
            tags = owned_tags(typed, self._many())
            if not tags:
                raise
            told = f"“{typed}”的计划是 {'、'.join(tags)}，看它的工作请用 qjtask list {tags[0]}{self._file}"
            (problem,) = refused.problems
            raise Refused([problem._replace(fix=f"{problem.fix}；{told}")]) from None

    def items(self, typed: Iterable[str], plan: Plan) -> frozenset[str]:  # noqa: ARG002 - it knows its plans
        """The items that numbers and ranges mean, of one plan or of all."""
        return self.attempt(lambda: many_items(typed, self._many()), frozenset())

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:  # noqa: ARG002 - as above
        """The groups that numbers mean."""
        return self.attempt(lambda: many_groups(typed or (), self._many()), frozenset())
