"""Counts beside those of an earlier day. What a line gained and lost adds up to the change of its total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.counts import Category, Tally


class TallyChange(NamedTuple):
    """A line of counts as it was, and as it is."""

    then: Tally
    now: Tally

    @property
    def total(self) -> int:
        """By how many items the line grew."""
        return self.now.total - self.then.total

    def count(self, kind: Category) -> int:
        """By how much a category grew."""
        return self.now.counts[kind] - self.then.counts[kind]

    def aside(self, kind: Aside) -> int:
        """By how much a count grew that stands beside the categories."""
        return self.now.beside[kind] - self.then.beside[kind]


def tally_changes(then: Sequence[Tally], now: Sequence[Tally]) -> list[TallyChange]:
    """The lines of now in their order, each with that of its name then; after them those that there were."""
    before = {line.name: line for line in then}
    found = [TallyChange(before.pop(line.name, _nothing(line.name)), line) for line in now]
    return [*found, *(TallyChange(line, _nothing(name)) for name, line in before.items())]


def _nothing(name: str) -> Tally:
    return Tally(name, Counter(), Counter())
