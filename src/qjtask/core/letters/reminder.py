"""The weekly reminder: one letter with one section per responsible unit, its own open share only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from qjtask.core.letters.first_words import first_words
from qjtask.core.letters.letterhead import address_words, contact_words
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Owner, Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.standing.late import Lateness, WorksCount, by_lateness, works_count
from qjtask.core.standing.light import Reason
from qjtask.core.standing.query import DueLine, due_lines
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit, shares
from qjtask.core.standing.words import NOBODY, days_words, joined, owners_word
from qjtask.core.time.span import Span
from qjtask.core.time.workdays import Calendar


class ReminderLine(NamedTuple):
    """One thing asked: its id, the day (None if undated), how late or how soon, what, who leads and supports.

    `no` is its printed 序号, where that is another than its id.
    """

    id: str
    by: date | None
    days: str
    what: str
    lead: str
    reason: Reason
    support: str = ""
    no: str = ""

    @property
    def shown_id(self) -> str:
        """The id with the 序号: 9.4（27）."""
        return f"{self.id}（{self.no}）" if self.no else self.id

    @property
    def lead_words(self) -> str:
        """Who leads and who supports, as people are told it; "" for nobody."""
        named = (("牵头", self.lead), ("配合", self.support))
        return "；".join(f"{role}：{names}" for role, names in named if names)

    @property
    def told(self) -> str:
        """What is asked, with who leads and supports in brackets."""
        return f"{self.what}（{self.lead_words}）" if self.lead_words else self.what


class ReminderPart(NamedTuple):
    """Lines under one name: 已逾期, 本周到期 and so on."""

    name: str
    lines: tuple[ReminderLine, ...]

    @property
    def heading(self) -> str:
        """The name, and how many works there are under it."""
        return f"{self.name}（{works_count(line.id for line in self.lines).words}）"


class UnitSection(NamedTuple):
    """What one unit is asked; empty parts left out."""

    unit: str
    parts: tuple[ReminderPart, ...]


class Letter(NamedTuple):
    """A whole reminder as of `today`.

    `late`, `soon` and `later` count works by their nearest day, each once; `times` are the days of these
    three, where they are more. `silent` counts those that nothing but their silence brings up, `unread`
    those whose deadline nobody has understood. `sign` is that of the log's digest, `owners` what the units
    are called. `to` is the line that addresses all of them, `contact` the one that says whom to ask; "" for
    none.
    """

    title: str
    today: date
    until: date
    sections: tuple[UnitSection, ...]
    late: int
    soon: int
    later: int
    silent: int
    unread: int = 0
    times: tuple[int, ...] = ()
    sign: str = ""
    owners: str = ""
    to: str = ""
    contact: str = ""

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to remind of."""
        return not self.sections

    @property
    def week(self) -> str:
        """The week of the letter's day, by ISO 8601."""
        year, week, _ = self.today.isocalendar()
        return f"{year}年第{week}周"

    @property
    def dated(self) -> str:
        """The line under the title: the day, its week, and how far the letter reaches."""
        return f"{self.today}（{self.week}），提醒范围至 {self.until}"

    @property
    def total(self) -> str:
        """The closing sentence."""
        if self.is_quiet:
            return "本周没有逾期、到期和久无进展的工作，请各单位按计划继续推进。"
        works = (self.late, self.soon, self.later)
        late, soon, later = (WorksCount(*pair).short for pair in zip(works, self.times or works, strict=True))
        return (
            f"合计：逾期{late}，{_week_words(self.today, self.until)}到期{soon}，"
            f"之后到期{later}，久无进展{self.silent}项{self._unread_words}（同一项工作涉及几个单位的只计一次）。"
        )

    @property
    def closing(self) -> tuple[str, ...]:
        """The lines at its end: the total, whom to ask, and by what the letter is held against the ledger."""
        told = (self.total, self.contact, self.sign and digest_line(self.sign))
        return tuple(line for line in told if line)

    @property
    def _unread_words(self) -> str:
        return f"，时限读不懂{self.unread}项" if self.unread else ""

    def alone(self, section: UnitSection) -> Letter:
        """The letter to the unit of one of the sections only: as `reminder` makes it for that."""
        lines = [line for part in section.parts for line in part.lines]
        found = by_lateness(((line.id, line.by) for line in lines if line.by), self.today, self.until)
        reasons = Counter(line.reason for line in lines)
        silent, unread = reasons[Reason.SILENT], reasons[Reason.UNREAD]
        letter = self._replace(sections=(section,), silent=silent, unread=unread, to="")
        return _counted(letter, found)


class NotRead(NamedTuple):
    """What a letter has to know of a plan of which only the works were read that it names.

    All `offices` in the plan's order, and in which roles the other works are owed of which something is
    wanted of the units.
    """

    offices: Sequence[str]
    owners: frozenset[Owner]


def _counted(letter: Letter, found: Lateness) -> Letter:
    """The letter with so many works late, due this week and due later."""
    late, soon, later = (count.works for count in found)
    return letter._replace(late=late, soon=soon, later=later, times=tuple(count.times for count in found))


def reminder(
    plan: Plan,
    rows: Sequence[Row],
    today: date,
    within: Span,
    only: Collection[str] = (),
    workdays: Calendar | None = None,
    beside: NotRead | None = None,
) -> Letter:
    """The letter for the responsible units, in the plan's order; for those in `only` if any are named.

    Due this week means within `within` of today, both ends included; later means within the plan's
    warning window. With `workdays`, this week reaches on to the next letter that a working day
    allows, and what is due on a day off is told with the last working day before it.

    Of a plan of which not all was read, `beside` says what the letter has to know of the rest.
    """
    until, horizon = letter_reach(plan, today, within, workdays)
    days = _Days(today, until, horizon, workdays)
    offices = beside.offices if beside else unit_names(plan).offices()
    asked = [share for share in shares(rows, only) if share.is_open]
    dues = due_lines([share.row for share in asked], days.horizon)
    whole = Letter(
        title=f"{plan.title}：工作提醒",
        today=today,
        until=until,
        sections=tuple(_sections(by_unit(rows, (*offices, NOBODY), only), days, plan.rules.rhythm)),
        late=0,
        soon=0,
        later=0,
        silent=sum(map(days.is_only_silent, asked)),
        unread=sum(share.row.is_unread for share in asked),
        owners=owners_word((share.row for share in asked), beside.owners if beside else ()),
        to="" if only else address_words(plan.letter),
        contact=contact_words(plan.letter),
    )
    return _counted(whole, by_lateness(((line.due.id, line.due.by) for line in dues), today, until))


def letter_reach(plan: Plan, today: date, within: Span, workdays: Calendar | None) -> tuple[date, date]:
    """The last day of a letter's week, and the last that it names."""
    until = workdays.reach(today, within) if workdays else within.after(today)
    return until, max(plan.rules.warn.after(today), until)


class _Days(NamedTuple):
    """What the days of a letter are measured by."""

    today: date
    until: date
    horizon: date
    workdays: Calendar | None

    def is_only_silent(self, share: Share) -> bool:
        """Whether a share is brought up by its silence, and by no day or unread deadline."""
        next_due = share.row.next_due
        is_listed = share.row.is_unread or (next_due is not None and next_due <= self.horizon)
        return not is_listed and share.too_silent is not None

    def heading(self, by: date) -> str:
        """Under what a day is told; a later day never stands under an earlier heading."""
        if by < self.today:
            return "已逾期"
        if by <= self.until:
            return f"{_week_words(self.today, self.until)}到期"
        return f"{_day_words(self.horizon)}前到期"


def _sections(shares_of: Mapping[str, Sequence[Share]], days: _Days, rhythm: Span) -> Iterator[UnitSection]:
    """What each unit is asked of its shares; those of which nothing is asked are left out."""
    for unit, mine in shares_of.items():
        parts = tuple(_parts([one for one in mine if one.is_open], days, rhythm))
        if parts:
            yield UnitSection(unit, parts)


def _parts(asked: Sequence[Share], days: _Days, rhythm: Span) -> Iterator[ReminderPart]:
    """What one unit is asked, under headings: by day, nearest first; what is unread; what it is silent on."""
    dues = due_lines([share.row for share in asked], days.horizon)
    for name, lines in groupby(dues, key=lambda line: days.heading(line.due.by)):
        yield ReminderPart(name, tuple(_due_line(line, days) for line in lines))
    if unread := tuple(_unread_line(share.row) for share in asked if share.row.is_unread):
        yield ReminderPart("时限读不懂，请报来确切日期", unread)
    if silent := tuple(_silent_line(share) for share in asked if days.is_only_silent(share)):
        yield ReminderPart(f"超过{rhythm}没有进展记录", silent)


def _due_line(line: DueLine, days: _Days) -> ReminderLine:
    row, due = line
    left = days_words((due.by - days.today).days)
    reason = Reason.OVERDUE if due.by < days.today else Reason.DUE_SOON
    told = f"{left}{_day_off_words(due.by, days)}"
    return _line(row, due.id, due.by, told, due.what, reason)


def _line(row: Row, marked: str, by: date | None, days: str, what: str, reason: Reason) -> ReminderLine:
    lead = () if row.owner is Owner.LEAD and len(row.owners) == 1 else row.lead  # it is told so itself
    no = row.item.no if row.item.no != row.item.id else ""
    return ReminderLine(marked, by, days, what, joined(lead), reason, joined(row.support), no)


def _day_off_words(by: date, days: _Days) -> str:
    """That a day to come is off, and which working day is the last before it."""
    if days.workdays is None or by < days.today or days.workdays.is_workday(by):
        return ""
    return f"（休息日，之前最后一个工作日是{_day_words(days.workdays.last_until(by))}）"


def _unread_line(row: Row) -> ReminderLine:
    printed = f"“{row.item.deadline.text.strip()}”"
    return _line(row, row.item.id, None, printed, first_words(row.item.work), Reason.UNREAD)


def _silent_line(share: Share) -> ReminderLine:
    """By number, days and first words: there may be many, and a letter has to stay short."""
    row = share.row
    return _line(
        row, row.item.id, None, f"静默{share.too_silent}天", first_words(row.item.work), Reason.SILENT
    )


def _week_words(today: date, until: date) -> str:
    return "本周" if until - today == timedelta(days=7) else f"{_day_words(until)}前"


def _day_words(day: date) -> str:
    return f"{day.month}月{day.day}日"


def unknown_years(letter: Letter, workdays: Calendar) -> list[int]:
    """The years on which the letter had to guess, their holidays being unknown."""
    told = (line.by for section in letter.sections for _, lines in section.parts for line in lines)
    days = {letter.today, letter.until, *(by for by in told if by and by >= letter.today)}
    return sorted({day.year for day in days if not workdays.is_known(day)})
