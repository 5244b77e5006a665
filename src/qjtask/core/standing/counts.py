"""Totals that add up, and the shape of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum

from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.asides import Aside, aside_words, asides
from qjtask.core.standing.roles import offices
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit, shares
from qjtask.core.standing.words import NO_LEAD, UNWRITTEN, heading
from qjtask.core.time.deadline import DeadlineClass


class Category(StrEnum):
    """Where an item is counted: exactly one category each, so that the counts add up.

    Overdue goes before all else that is open; an open item whose deadline is 持续推进 is counted
    there whether or not somebody has begun it.
    """

    DONE = "已完成"
    DOING = "推进中"
    TODO = "未启动"
    OVERDUE = "逾期"
    ONGOING = "持续推进"
    REPORTED = "待销号"
    HELD = "暂停"
    DROPPED = "取消"


_BY_STATUS = {
    Status.DONE: Category.DONE,
    Status.DOING: Category.DOING,
    Status.REPORTED: Category.REPORTED,
    Status.TODO: Category.TODO,
    Status.HELD: Category.HELD,
    Status.DROPPED: Category.DROPPED,
}


ALWAYS = (Category.DONE, Category.DOING, Category.TODO, Category.OVERDUE, Category.ONGOING)
"""Told even where there are none."""

UNDATED = "无期限"
"""Where an item falls due that has no date."""

UNREAD = Aside.UNREAD.value
"""Where an open item falls due whose deadline nobody has understood: it never counts as having none."""

NO_MONTH = (UNDATED, UNREAD)
"""What stands in the place of a month, in this order after the months."""


class StatsBy(StrEnum):
    """What `stats --by` can count by."""

    UNIT = "unit"
    LEAD = "lead"
    GROUP = "group"
    MONTH = "month"
    OFFICE = "office"


class Tally(NamedTuple):
    """The counts of one line, which add up, and those beside them, which do not."""

    name: str
    counts: Counter[Category]
    beside: Counter[Aside]

    @property
    def total(self) -> int:
        """All items of the line."""
        return self.counts.total()


def category(row: Row) -> Category:
    """The one category that a row is counted in."""
    if row.is_overdue:
        return Category.OVERDUE
    open_category = _BY_STATUS[row.status]
    if open_category in (Category.DOING, Category.TODO) and row.item.deadline.kind is DeadlineClass.ONGOING:
        return Category.ONGOING
    return open_category


def share_category(share: Share) -> Category:
    """The category of a share: that of its row, but 已完成 as soon as the units have done theirs."""
    return Category.DONE if share.is_ahead else category(share.row)


def tally(name: str, rows: Iterable[Row], only: Collection[str] = ()) -> Tally:
    """Count rows by category; as they stand for the units in `only`, if any are named."""
    if only:
        return share_tally(name, shares(rows, only))
    found = list(rows)
    return Tally(name, Counter(map(category, found)), asides(found))


def beside_words(rows: Iterable[Row], only: Collection[str] = ()) -> str:
    """其中按原时限逾期2项，延过期1项: what `tally` tells beside the counts; "" where there is nothing."""
    told = aside_words(tally("", rows, only).beside)
    return f"其中{told}" if told else ""


def summary_words(rows: Sequence[Row]) -> str:
    """共45项：已完成12项，推进中30项，逾期3项；其中……: the counts of `tally`, without those that are 0."""
    counts = tally("", rows).counts
    told = "，".join(f"{kind}{counts[kind]}项" for kind in Category if counts[kind])
    return "；".join(filter(None, (f"共{len(rows)}项" + (f"：{told}" if told else ""), beside_words(rows))))


def share_tally(name: str, mine: Sequence[Share]) -> Tally:
    """Count shares by category; what is told beside it, of those only that are not done."""
    beside = asides(one.row for one in mine if not one.is_ahead)
    return Tally(name, Counter(map(share_category, mine)), beside)


def percentages(counts: Sequence[int]) -> list[int]:
    """Whole per cents that sum to 100 (largest remainders; all 0 for a total of 0)."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shares = [divmod(100 * count, total) for count in counts]
    short = 100 - sum(whole for whole, _ in shares)
    by_remainder = sorted(range(len(counts)), key=lambda at: (-shares[at][1], at))
    raised = set(by_remainder[:short])
    return [whole + (at in raised) for at, (whole, _) in enumerate(shares)]


_NAMES: dict[StatsBy, Callable[[Row], Sequence[str]]] = {
    StatsBy.LEAD: lambda row: offices(row, row.lead) or (NO_LEAD,),
    StatsBy.GROUP: lambda row: (heading(row.group),),
    StatsBy.OFFICE: lambda row: (row.at.office or UNWRITTEN,),
    StatsBy.MONTH: lambda row: (month_of(row),),
}


def tallies(
    rows: Sequence[Row], by: StatsBy, names: Iterable[str] = (), only: Collection[str] = ()
) -> list[Tally]:
    """One line per unit, lead agency, group or month; months in order, the rest as the table has them.

    `names` are to stand first, in their order. A unit's line counts its own shares; so do all where
    units are named in `only`.
    """
    if by is StatsBy.UNIT:
        return [share_tally(name, mine) for name, mine in by_unit(rows, names, only).items() if mine]
    kept: dict[str, list[Row]] = {name: [] for name in (_months(rows) if by is StatsBy.MONTH else ())}
    for row in rows:
        for name in _NAMES[by](row):
            kept.setdefault(name, []).append(row)
    return [tally(name, found, only) for name, found in kept.items()]


def _months(rows: Sequence[Row]) -> list[str]:
    """Every month from the first to the last that something is due in, empty ones too."""
    met = sorted({month_of(row) for row in rows}.difference(NO_MONTH))
    if not met:
        return []
    (first_year, first), (last_year, last) = (map(int, month.split("-")) for month in (met[0], met[-1]))
    span = range(first_year * 12 + first - 1, last_year * 12 + last)
    if len(span) > 1200:
        return met
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in span]


class Figure(NamedTuple):
    """How many items are in a category, and their whole per cents of all."""

    category: Category
    items: int
    percent: int


def figures(
    rows: Iterable[Row], only: Collection[str] = (), always: Collection[Category] = ALWAYS
) -> list[Figure]:
    """Every category, percentages summing to 100; those not in `always` only where there are any."""
    counts = tally("", rows, only).counts
    shown = [kind for kind in Category if kind in always or counts[kind]]
    percents = percentages([counts[kind] for kind in shown])
    return [Figure(kind, counts[kind], percent) for kind, percent in zip(shown, percents, strict=True)]


def month_of(row: Row) -> str:
    """The month that a row falls due in, as 2021-06; where it has no date, which one of `NO_MONTH`."""
    day = row.deadline or row.item.deadline.date
    return f"{day:%Y-%m}" if day else UNREAD if row.is_unread else UNDATED
