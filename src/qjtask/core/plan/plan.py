"""The plan: a frozen mirror of the official table.

NamedTuples, not dataclasses: they are as frozen, and cost a tenth of the start-up time.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.time.deadline import Deadline
from qjtask.core.time.span import Span

BLANK_WORK = "（原表空白）"
"""The work of an item for which its notice prints none."""


class Milestone(NamedTuple):
    """Something the work text wants by an earlier (or only) date than the deadline column says."""

    by: date
    work: str


class Target(NamedTuple):
    """A number the work text promises: 行政许可事项全程网办占比 at least 80 %.

    Exactly one of `at_least` and `at_most` is set; values stay decimal text as printed ("0.3").
    A `cumulative` target is an amount that adds up (100 cases); another one is a level (a rate of 80 %).
    """

    name: str
    at_least: str | None = None
    at_most: str | None = None
    unit: str = ""
    cumulative: bool = False


class Owner(StrEnum):
    """Who owes a work's reports and whose share counts: 责任单位, 牵头单位, or both."""

    UNITS = "units"
    LEAD = "lead"
    ALL = "all"


class Item(NamedTuple):
    """One 具体工作 of the table; `id` follows the printed numeral for ever (item 2 under （九） is 9.2).

    `no` is the printed 序号 where it is not the id; `lead`, `units` and `support` are the 牵头单位, 责任单位
    and 配合单位 as printed. `owner` overrules the plan's rule. `due` is a person's reading of the deadline,
    which overrules the program's; `report_every` overrules `rules.review`; `source` says where the work
    comes from if not from the notice. `settled` names the keys whose doubts a person has looked at.
    `line` and `column` are its place in the plan's file.
    """

    id: str
    work: str
    lead: tuple[str, ...]
    units: tuple[str, ...]
    deadline: Deadline
    milestones: tuple[Milestone, ...] = ()
    targets: tuple[Target, ...] = ()
    note: str = ""
    no: str = ""
    support: tuple[str, ...] = ()
    owner: Owner | None = None
    due: date | None = None
    report_every: Span | None = None
    source: str = ""
    settled: tuple[str, ...] = ()
    line: int = 0
    column: int = 0

    @property
    def all_milestones(self) -> tuple[Milestone, ...]:
        """The milestones written down, then the one that a deadline such as 5月底前动工 implies."""
        if self.deadline.milestone is None or self.deadline.date is None:
            return self.milestones
        return (*self.milestones, Milestone(self.deadline.date, self.deadline.milestone))


class Group(NamedTuple):
    """One 重点任务: its number, its heading without the numeral, its items in order.

    `printed` is the numeral as the notice prints it (一、) where that is not the usual （一）.
    """

    id: str
    heading: str
    items: tuple[Item, ...]
    printed: str = ""


class Rules(NamedTuple):
    """The office's own rules.

    `warn` is how early a date warns, `review` how long a work may stay without a report, `pace` by how
    many points it may be behind its time, `owner` who owes reports; with `accept`, `done` is a claim that
    another person accepts. `report_every` is how often every work is to be reported.
    """

    warn: Span = Span(30, "d")
    review: Span = Span(30, "d")
    pace: int = 20
    owner: Owner = Owner.UNITS
    accept: bool = False
    report_every: Span | None = None

    @property
    def rhythm(self) -> Span:
        """How long a work may go without a report, where it has no rhythm of its own."""
        return self.report_every or self.review


class Letterhead(NamedTuple):
    """What letters say beside their content: `to` whom they go (主送), and the `contact` to ask (联系人)."""

    to: str = ""
    contact: str = ""


class Plan(NamedTuple):
    """A whole notice's table. `units` maps the name to show to the other names found in documents.

    `members` maps a collective name (各镇（街道）) to the offices that it stands for. `first_issued` is the
    day of the first print, where the notice was issued again since.
    """

    title: str
    year: int
    groups: tuple[Group, ...]
    document: str = ""
    issuer: str = ""
    issued: date | None = None
    units: Mapping[str, tuple[str, ...]] = {}
    rules: Rules = Rules()
    members: Mapping[str, tuple[str, ...]] = {}
    letter: Letterhead = Letterhead()
    first_issued: date | None = None

    @property
    def in_force_since(self) -> date | None:
        """The day from which the works run: that of the first issue; None where none is written."""
        return self.first_issued or self.issued

    def items(self) -> Iterator[Item]:
        """All items, in the table's order."""
        for group in self.groups:
            yield from group.items
