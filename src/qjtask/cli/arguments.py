"""What people type after options, understood; every fault is gathered before any is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from qjtask.cli.faults import Misused
from qjtask.core.plan.ids import select_groups, select_items
from qjtask.core.problem import Problem, Refused
from qjtask.core.time.dates import read_date
from qjtask.core.time.span import Span, parse_span

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Plan
    from qjtask.core.plan.unit_names import UnitNames

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)


class Arguments:
    """Reads arguments one by one; `check` raises once, with all that was wrong."""

    def __init__(self, today: date, year: int) -> None:
        self._today = today
        self._year = year
        self._problems: list[Problem] = []
        self._refused: list[Problem] = []

    def day(self, option: str, text: str | None) -> date | None:
        """A date: 2021-06-30, 6月30日, 6月底, 今天; a year that is not said is the plan's."""
        if text is None:
            return None
        if text.strip() == "今天":
            return self._today
        day = read_date(text, year=self._year)
        if day is None:
            self._misused(option, f"日期“{text}”读不懂", "请写成 2021-06-30 的形式")
        return day

    def past_day(self, option: str, text: str | None) -> date | None:
        """A date that is not to come: what has not happened cannot be reported."""
        day = self.day(option, text)
        if day is not None and day > self._today:
            self._misused(option, f"{day} 在今天（{self._today}）之后", "请写已经发生的日期")
        return day

    def span(self, option: str, text: str) -> Span | None:
        """A length of time."""
        span = parse_span(text)
        if span is None:
            self._misused(option, f"时长“{text}”读不懂", "请写成 30d、2w、1m、1q 或 1y")
        return span

    def until(self, option: str, text: str) -> date | None:
        """The last day of a span from today, or a date."""
        span = parse_span(text)
        if span is not None:
            return span.after(self._today)
        day = read_date(text, year=self._year)
        if day is None:
            self._misused(option, f"“{text}”读不懂", "请写成 30d、2w、1m、1q、1y，或 2021-06-30 的形式")
        return day

    def words(self, option: str, typed: Iterable[str] | None, words: Mapping[Word, str]) -> frozenset[Word]:
        """Values said in Chinese or by their code."""
        meant = {name: value for value, word in words.items() for name in (word, value.value)}
        found = set()
        for text in typed or ():
            if text in meant:
                found.add(meant[text])
            else:
                choices = "、".join(f"{word}（{value.value}）" for value, word in words.items())
                self._misused(option, f"“{text}”不对", f"可用的有{choices}")
        return frozenset(found)

    def items(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str] | None:
        """The items that numbers and ranges mean; None when none is given."""
        return self.attempt(lambda: frozenset(select_items(typed, plan))) if typed else None

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:
        """The groups that numbers mean."""
        return self.attempt(lambda: select_groups(typed or (), plan)) or frozenset()

    def units(self, option: str, typed: Iterable[str] | None, names: UnitNames) -> frozenset[str]:
        """The names to show of the units meant."""
        return frozenset(name for text in typed or () if (name := self.unit(option, text, names)))

    def unit(self, option: str, typed: str | None, names: UnitNames) -> str | None:
        """The name to show of one unit."""
        return None if typed is None else self.attempt(lambda: names.find(typed, option))

    def attempt(self, read: Callable[[], T]) -> T | None:
        """What `read` gives; a refusal is kept for `check`."""
        try:
            return read()
        except Refused as refused:
            self._refused.extend(refused.problems)
            return None

    def fault(self, option: str, what: str, fix: str) -> None:
        """Note an argument that makes no sense beside the others."""
        self._misused(option, what, fix)

    def check(self) -> None:
        """Raise Misused or Refused when anything was wrong."""
        if self._problems:
            raise Misused([*self._problems, *self._refused])
        if self._refused:
            raise Refused(self._refused)

    def _misused(self, option: str, what: str, fix: str) -> None:
        self._problems.append(Problem(option, what, fix))
