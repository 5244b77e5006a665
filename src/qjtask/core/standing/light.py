"""The light of an item, with the reasons for it: this rule stands here and nowhere else."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item, Plan, Rules
from qjtask.core.standing.pace import Pace
from qjtask.core.time.span import Span


class Light(StrEnum):
    """红 overdue, 灰 a deadline that nobody understands, 黄 due soon, silent or behind, 绿 otherwise open.

    Finished items have none.
    """

    RED = "red"
    GREY = "grey"
    YELLOW = "yellow"
    GREEN = "green"


class Reason(StrEnum):
    """What an open item's light looks at. The codes are those of JSON."""

    OVERDUE = "overdue"
    UNREAD = "unread"
    DUE_SOON = "due_soon"
    BEHIND = "behind"
    SILENT = "silent"


_LIGHTS = {Reason.OVERDUE: Light.RED, Reason.UNREAD: Light.GREY}
"""The reasons that are worse than yellow."""


# Read once: on Python 3.11 each costs as much as a function's call.
_RED, _YELLOW, _GREEN = Light.RED, Light.YELLOW, Light.GREEN
_OVERDUE, _UNREAD, _DUE_SOON, _BEHIND, _SILENT = Reason


class Clock(NamedTuple):
    """The days that a plan's rules make of today, worked out once for all its rows.

    What was last reported before `silent_of_all` is too old, where a work has no rhythm of its own; `office`
    is whose plan it is.
    """

    today: date
    year: int
    issued: date | None
    rhythm_of_all: Span
    silent_of_all: date
    pace: int
    warn_until: date
    counted_from: date
    office: str

    def light(self, by: date) -> Light:
        """The light of something open that is wanted by a day."""
        if by < self.today:
            return _RED
        return _YELLOW if by <= self.warn_until else _GREEN

    def rhythm(self, item: Item) -> Span:
        """How long an item may go without a report: its own rhythm, else the plan's."""
        return item.report_every or self.rhythm_of_all

    def silent_before(self, item: Item) -> date:
        """The day before which the latest report on an item is too old."""
        return item.report_every.before(self.today) if item.report_every else self.silent_of_all


def clock(plan: Plan, today: date) -> Clock:
    """The clock of a plan on a day."""
    return _clock(plan.rules, plan.year, plan.in_force_since, plan.issuer, today)


@lru_cache(maxsize=64)
def _clock(rules: Rules, year: int, issued: date | None, office: str, today: date) -> Clock:
    """The clock of these: of many plans most say the same."""
    return Clock(
        today=today,
        year=year,
        issued=issued,
        rhythm_of_all=rules.rhythm,
        silent_of_all=rules.rhythm.before(today),
        pace=rules.pace,
        warn_until=rules.warn.after(today),
        counted_from=issued or date(year, 1, 1),
        office=office,
    )


class Facts(NamedTuple):
    """What the light of an open item goes by: its nearest open date, the day of the latest report, its pace.

    `is_unread` is whether its deadline says something that nobody has understood, `claimed_on` the day on
    which it was claimed to be done, where that waits for its acceptance.
    """

    item: Item
    next_due: date | None
    reported: date | None
    pace: Pace | None
    is_unread: bool
    claimed_on: date | None = None


class Verdict(NamedTuple):
    """An open item's light, every reason for it, the worst first, and its days without a report."""

    light: Light
    reasons: tuple[Reason, ...]
    silent_days: int


def verdict(facts: Facts, at: Clock) -> Verdict:
    """How an open item stands. Nothing is wanted of one that waits for its acceptance."""
    reasons = () if facts.claimed_on else tuple(_reasons(facts, at))
    light = _LIGHTS.get(reasons[0], _YELLOW) if reasons else _GREEN
    return Verdict(light, reasons, _silence(facts, at))


def why(facts: Facts, reasons: Iterable[Reason], at: Clock) -> str:
    """The reasons for an open item's light in Chinese; what speaks for it where there is none."""
    if facts.claimed_on:
        return f"{facts.claimed_on}报完成，等待销号"
    return "；".join(_words(reason, facts, at) for reason in reasons) or _fine(facts, at)


def _reasons(facts: Facts, at: Clock) -> Iterator[Reason]:
    by, pace, today = facts.next_due, facts.pace, at.today
    if by and by < today:
        yield _OVERDUE
    if facts.is_unread:
        yield _UNREAD
    if by and today <= by <= at.warn_until:
        yield _DUE_SOON
    if pace and pace.behind >= at.pace:
        yield _BEHIND
    if (facts.reported or at.counted_from) < at.silent_before(facts.item):
        yield _SILENT


def _words(reason: Reason, facts: Facts, at: Clock) -> str:
    if reason is Reason.UNREAD:
        return f"完成时限“{facts.item.deadline.text.strip()}”读不懂"
    if reason is Reason.BEHIND and facts.pace:
        return facts.pace.words
    if reason is Reason.SILENT:
        return f"{_reported(facts, at)}，已{_silence(facts, at)}天，超过{at.rhythm(facts.item)}"
    return _fine(facts, at)


def _fine(facts: Facts, at: Clock) -> str:
    return _by_date(facts.next_due, at) if facts.next_due else _reported(facts, at)


def _silence(facts: Facts, at: Clock) -> int:
    return max((at.today - (facts.reported or at.counted_from)).days, 0)


def _reported(facts: Facts, at: Clock) -> str:
    undated = "" if facts.next_due or facts.is_unread else "没有期限，"
    told = f"最近一次记录在{facts.reported}" if facts.reported else f"{at.counted_from}以来没有记录"
    return f"{undated}{told}"


def _by_date(by: date, at: Clock) -> str:
    days = (by - at.today).days
    if days < 0:
        return f"期限{by}，已逾期{-days}天"
    return "今天到期" if days == 0 else f"还有{days}天到期（{by}）"
