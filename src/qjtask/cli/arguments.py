"""What people type after options, understood; every fault is gathered before any is told.

    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        span = given.span("--within", within)

What a reader gives for a fault is a stand-in of the right type: leaving the block raises before
anybody can use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from qjtask.cli.faults import Misused
from qjtask.core.plan.ids import select_groups, select_items, select_marked
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.problem import Problem, Refused
from qjtask.core.time.dates import names_day, read_date
from qjtask.core.time.span import Span, parse_span

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item, Plan
    from qjtask.core.plan.unit_names import UnitNames

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)

_NO_SPAN = Span(1, "d")  # a stand-in


class Arguments:
    """Reads arguments one by one; leaving its block raises once, with all that was wrong."""

    def __init__(self, today: date, year: int) -> None:
        self._today = today
        self._year = year
        self._problems: list[Problem] = []
        self._refused: list[Problem] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Raise Misused or Refused when anything was wrong."""
        if kind is None:
            self.check()

    def check(self) -> None:
        """Raise what was wrong so far, before what would be read from it."""
        if self._problems:
            raise Misused([*self._problems, *self._refused])
        if self._refused:
            raise Refused(self._refused)

    def day(self, option: str, text: str | None, default: date) -> date:
        """A date: 2021-06-30, 6月30日, 6月底, 今天; a year that is not said is the plan's."""
        if text is None:
            return default
        if text.strip() == "今天":
            return self._today
        day = read_date(text, year=self._year)
        if day is None:
            self.fault(option, f"日期“{text}”读不懂", "请写成 2021-06-30 的形式")
        return day or default

    def past_day(self, option: str, text: str | None, default: date) -> date:
        """A date that is not to come: what has not happened cannot be reported."""
        day = self.day(option, text, default)
        if day > self._today:
            self.fault(option, f"{day} 在今天（{self._today}）之后", "请写已经发生的日期")
        return day

    def event_day(self, option: str, text: str | None, default: date) -> date:
        """The day on which something happened: a month or a quarter is no day, and none is made of it."""
        day = self.past_day(option, text, default)
        if text is not None and read_date(text, year=self._year) and not names_day(text):
            self.fault(option, f"“{text}”没有写是哪一天", "请写那一天，如 2021-06-30")
        return day

    def span(self, option: str, text: str) -> Span:
        """A length of time."""
        span = parse_span(text)
        if span is None:
            self.fault(option, f"时长“{text}”读不懂", "请写成 30d、2w、1m、1q 或 1y")
        return span or _NO_SPAN

    def until(self, option: str, text: str) -> date:
        """The last day of a span from today, or a date."""
        span = parse_span(text)
        if span is not None:
            return span.after(self._today)
        day = read_date(text, year=self._year)
        if day is None:
            self.fault(option, f"“{text}”读不懂", "请写成 30d、2w、1m、1q、1y，或 2021-06-30 的形式")
        return day or self._today

    def words(self, option: str, typed: Iterable[str] | None, words: Mapping[Word, str]) -> frozenset[Word]:
        """Values said in Chinese or by their code: what JSON calls them, which is their name here."""
        meant = {name: value for value, word in words.items() for name in (word, _code(value))}
        found = set()
        for text in typed or ():
            if text in meant:
                found.add(meant[text])
            else:
                choices = "、".join(f"{word}（{_code(value)}）" for value, word in words.items())
                self.fault(option, f"“{text}”不对", f"可用的有{choices}")
        return frozenset(found)

    def items(self, typed: Iterable[str], plan: Plan) -> frozenset[str]:
        """The items that numbers and ranges mean."""
        return self.attempt(lambda: frozenset(select_items(typed, plan)), frozenset())

    def marked(self, typed: Iterable[str], plan: Plan, address: PlanAddress = HERE) -> list[tuple[str, Item]]:
        """What numbers mark: items and milestones, each with its item; `address` is that of the plan."""
        nothing: list[tuple[str, Item]] = []
        return self.attempt(lambda: select_marked(typed, plan, address), nothing)

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:
        """The groups that numbers mean."""
        return self.attempt(lambda: select_groups(typed or (), plan), frozenset())

    def units(self, option: str, typed: Iterable[str] | None, names: UnitNames) -> frozenset[str]:
        """The names to show of the units meant; a collective name means its members."""
        return frozenset(
            office for text in typed or () for office in names.each((self.unit(option, text, names),))
        )

    def unit(self, option: str, typed: str, names: UnitNames) -> str:
        """The name to show of one unit."""
        return self.attempt(lambda: names.find(typed, option), typed)

    def attempt(self, read: Callable[[], T], stand_in: T) -> T:
        """What `read` gives; a refusal is kept for the end."""
        try:
            return read()
        except Refused as refused:
            self._refused.extend(refused.problems)
            return stand_in

    def fault(self, option: str, what: str, fix: str) -> None:
        """Note an argument that cannot be read, or makes no sense beside the others."""
        self._problems.append(Problem(option, what, fix))


def _code(value: StrEnum) -> str:
    return value.name.lower()
