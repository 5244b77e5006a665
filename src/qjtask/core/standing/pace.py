"""序时: the part of an item's term that is gone beside the part of the work that is done."""

from datetime import date

from qjtask.core.log.state import State
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item, Target


class Pace(NamedTuple):
    """How far an item should be by its time, and how far it is, both in whole per cents."""

    expected: int
    actual: int

    @property
    def behind(self) -> int:
        """The points by which it is behind its time; none below 0."""
        return max(self.expected - self.actual, 0)

    @property
    def words(self) -> str:
        """进度20%，序时应到85%，落后65个百分点."""
        told = f"进度{self.actual}%，序时应到{self.expected}%"
        return f"{told}，落后{self.behind}个百分点" if self.behind else told


def part_done(item: Item, state: State, owners: tuple[str, ...]) -> int | None:
    """How far an open item is: as reported, else the mean of its owners' parts, else by its amounts.

    None where nothing tells. A share that is done is 100, one that nobody spoke of 0; open work is 99 at
    the most. Of several amounts that add up (cumulative targets) the least reached one counts.
    """
    if state.percents or state.shares:
        if state.percent is not None:
            return state.percent
        told = state.share_percents
        if owners and (state.shares or told):
            parts = [100 if unit in state.shares else told.get(unit, 0) for unit in owners]
            return min(round(sum(parts) / len(parts)), 99)
    if not item.targets:
        return None
    amounts = [reached(target, state.values.get(target.name)) for target in item.targets]
    return min((part for part in amounts if part is not None), default=None)


def pace_of(item: Item, part: int | None, by: date | None, begun: date, today: date) -> Pace | None:
    """The pace of dated work that is `part` done; None without a date, a number, or a term."""
    gone = None if part is None or item.deadline.recurrence else term_gone(by, begun, today)
    return None if part is None or gone is None else Pace(gone, part)


def term_gone(by: date | None, begun: date, today: date) -> int | None:
    """How much of the term from `begun` to `by` is gone, in whole per cents; None where there is no term."""
    if by is None or by <= begun:
        return None
    gone = min(max((today - begun).days, 0), (by - begun).days)
    return 100 * gone // (by - begun).days


def reached(target: Target, value: str | None) -> int | None:
    """How much of an amount is reached, in whole per cents; None of a level, or without a measurement."""
    if not target.cumulative or target.at_least is None or value is None or float(target.at_least) <= 0:
        return None
    return min(int(100 * float(value) / float(target.at_least)), 100)
