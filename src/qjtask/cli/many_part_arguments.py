"""Numbers typed where several plans are read in part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from qjtask.cli.many_arguments import ManyArguments
from qjtask.core.plan.many_ids import known_of_many
from qjtask.core.plan.plan import Plan
from qjtask.storage.index.plan_index import PlanIndex

if TYPE_CHECKING:
    from qjtask.core.plan.many_plans import ManyPlans


class ManyPartArguments(ManyArguments):
    """Reads numbers without the plans, where their indexes know what all of them mean.

    `numbers` gives where the numbers of each plan are told, by its short name; None once all was read.
    """

    def __init__(
        self,
        today: date,
        year: int,
        many: Callable[[], ManyPlans],
        file: str,
        numbers: Callable[[], Mapping[str, PlanIndex | Plan] | None],
    ) -> None:
        super().__init__(today, year, many, file)
        self._numbers = numbers

    def items(self, typed: Iterable[str], plan: Plan) -> frozenset[str]:
        """The items that numbers and ranges mean, of one plan or of all."""
        from qjtask.cli.index_choice import ids_known  # for who types numbers

        return self._known(typed, ids_known) or super().items(typed, plan)

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:
        """The groups that numbers mean."""
        from qjtask.cli.index_choice import groups_known  # as above

        return self._known(typed, groups_known) or super().groups(typed, plan) if typed else frozenset()

    def _known(
        self, typed: Iterable[str], known: Callable[[str, PlanIndex | Plan], Sequence[str] | None]
    ) -> frozenset[str] | None:
        numbers = self._numbers()
        if numbers is None:
            return None
        return known_of_many(typed, list(numbers), lambda word, name: known(word, numbers[name]))
