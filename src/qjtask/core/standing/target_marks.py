"""How an item's targets stand: what was measured of each, whether it is met, how far the term is gone."""

from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Target
from qjtask.core.plan.targets import is_met, target_words
from qjtask.core.standing.pace import reached
from qjtask.core.standing.row import Row

_VERDICTS = {True: "达标", False: "未达标", None: "没有报数"}


class TargetMark(NamedTuple):
    """One target of an item as it stands.

    `value` is the latest measurement, or the sum of all where amounts add up, as decimal text; `met` is
    None where nothing was measured. `term_gone` is the part of an open item's term that is gone, in whole
    per cents, where it has one.
    """

    target: Target
    value: str | None
    met: bool | None
    term_gone: int | None

    @property
    def is_missed(self) -> bool:
        """Measured, and the promise not kept."""
        return self.met is False

    @property
    def words(self) -> str:
        """占比不低于80%，实绩60%，未达标，时间已过85%; what is met needs no word on the time."""
        return "，".join(filter(None, (target_words(self.target), self.measured, self._judged, self._time)))

    @property
    def verdict(self) -> str:
        """达标, 未达标, 没有报数."""
        return _VERDICTS[self.met]

    @property
    def measured(self) -> str:
        """累计实绩86件（86%）; "" where nothing was measured."""
        if self.value is None:
            return ""
        part = reached(self.target, self.value)
        total = "累计" if self.target.cumulative else ""
        share = "" if part is None or self.met else f"（{part}%）"
        return f"{total}实绩{self.value}{self.target.unit}{share}"

    @property
    def _judged(self) -> str:
        return f"{'指标' if self.met is None else ''}{self.verdict}"

    @property
    def _time(self) -> str:
        return "" if self.met or self.term_gone is None else f"时间已过{self.term_gone}%"


def target_marks(row: Row) -> tuple[TargetMark, ...]:
    """The targets of an item in their order."""
    return tuple(_mark(target, row) for target in row.item.targets)


def missed_targets(row: Row) -> tuple[TargetMark, ...]:
    """Those that were measured and fall short."""
    return tuple(mark for mark in target_marks(row) if mark.is_missed)


def unmeasured_targets(row: Row) -> tuple[TargetMark, ...]:
    """Those of which nobody reported a number: not known is not met."""
    return tuple(mark for mark in target_marks(row) if mark.met is None)


def joined_marks(marks: Sequence[TargetMark]) -> str:
    """Several of them in one line."""
    return "；".join(mark.words for mark in marks)


def _mark(target: Target, row: Row) -> TargetMark:
    value = row.state.values.get(target.name)
    met = None if value is None else is_met(target, value)
    return TargetMark(target, value, met, row.term_gone)
