"""Which of a table's columns of dates is the deadline, as the columns say it of each other."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR, read_when
from qjtask.core.time.spelling import canonical
from qjtask.importing.columns.column_content import is_amount, is_deadline
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, is_reported
from qjtask.importing.columns.rivals import Contender, Test, heaviest, weighed
from qjtask.importing.dates.ticked_periods import WAS_DONE
from qjtask.importing.dates.times import step_lines
from qjtask.importing.words.column_roles import TEXTS, Role
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]

_MISSING = 3  # what a table lacks is looked for in the columns whose headings do not say it
_SECOND = -3  # and what it has is not looked for again
_ON_THE_WAY = 30  # more than heading and cells together say for a deadline
_SEVERAL = 2  # columns
_SAME_DEED = 8
_NEARLY_ALL, _MOSTLY, _HALF, _A_FEW = 0.9, 0.6, 0.5, 0.3  # of the rows
_LONGEST_STAGES = 60  # characters of a cell, on average
_DONE_BY = "完成"
_ARRANGED = ("安排", "计划", "步骤", "进度")
A_TIME = r"[0-9一二三四五六七八九十]月|[年月季][底末]|季度|年内|半年"
"""What names a time in a cell, whatever else it says."""


def when(columns: Columns) -> Columns:
    """A table without a column of deadlines may have them in one that is headed otherwise: 备注.

    A heading that may mean dates means none over texts without a date: 工程进度 over 完成主体工程.
    """
    has = any(column.said in {Role.DEADLINE, Role.STEP} for column in columns)
    weight = _SECOND if has else _MISSING
    reason = "已有时限一栏" if has else "没有别的时限栏"
    more = Evidence(Role.DEADLINE, weight, reason)
    state = Evidence(Role.NOTE, _ON_THE_WAY, "另有进展一栏，格里没有写是哪天")

    def weigh(column: ColumnReading) -> ColumnReading:
        if not column.speaks_of(Role.DEADLINE) or column.said is Role.DEADLINE or not _has_dates(column):
            return column
        if _says_how_it_goes(column, columns):
            return column.with_more(state)
        return column.with_more(more, *_by_deed(column, columns))

    return tuple(map(weigh, columns))


def _by_deed(column: ColumnReading, columns: Columns) -> tuple[Evidence, ...]:
    """What speaks for 报送日期 beside 报送单位: what is asked for is that they hand in."""
    deed = next((word for word in words().tables.handed_in if word in column.name), None)
    offices = (one for one in columns if deed and deed in one.name and one.speaks_of(Role.UNITS))
    if not any(offices):
        return ()
    return (Evidence(Role.DEADLINE, _SAME_DEED, f"另有{deed}的单位一栏，要办的就是{deed}"),)


def _says_how_it_goes(column: ColumnReading, columns: Columns) -> bool:
    """Whether remarks beside a report say that works go on, and name no time: 按时序推进."""
    is_beside_report = column.said is Role.NOTE and any(is_reported(one.name) for one in columns)
    return is_beside_report and not any(map(compiled(A_TIME).search, column.content.texts))


def _has_dates(column: ColumnReading) -> bool:
    """Whether a column can hold the deadlines; a date in a few remarks is one of those works alone."""
    if column.said is Role.NOTE and column.content.share < _HALF:
        return False
    return any(map(is_deadline, column.content.texts)) or not column.content.texts


def until_when(columns: Columns) -> Columns:
    """Of several columns of dates one is the deadline: the last, unless the headings say otherwise.

    送审时间 before 审议时间 is when the one who drafts is done, 验收时间 after 整改时限 comes behind it; the
    other dates stay beside the work.
    """
    columns = _without_events(_without_hours(_without_months_of_lists(columns)))
    dated = _dated(columns)
    names = {column.name for column in dated}
    if len(names) < _SEVERAL or any(column.content.share < _MOSTLY for column in dated):
        return columns
    grounds = weighed({Role.DEADLINE}, dated, columns, _TESTS)
    best = heaviest(dated, grounds)
    more = Evidence(Role.NOTE, _ON_THE_WAY, f"“{best.name}”才是完成时限")
    made = {column.at: column.with_more(*grounds[column.at], more) for column in dated}
    made[best.at] = best.with_more(*grounds[best.at])
    return tuple(made.get(column.at, column) for column in columns)


def what_comes_next(columns: Columns) -> Columns:
    """A table of progress without deadlines says in 下步工作安排 by when the rest is done: it is kept."""
    if any(column.role in {Role.DEADLINE, Role.STEP} for column in columns):
        return columns
    more = Evidence(Role.NOTE, _ON_THE_WAY, "没有时限一栏，格里写着时间")
    return tuple(column.with_more(more) if _says_what_is_next(column) else column for column in columns)


def what_is_arranged(columns: Columns) -> Columns:
    """A table without deadlines may say in 工作安排 behind its works by when each stage of them is done."""
    if any(column.role in {Role.DEADLINE, Role.STEP} for column in columns):
        return columns
    texts = [column.at for column in columns if column.said in TEXTS]
    more = Evidence(Role.DEADLINE, _ON_THE_WAY, "没有时限一栏，格里写着到什么时候做什么")
    return tuple(
        column.with_more(more)
        if column.at > min(texts, default=column.at) and _is_arranged(column)
        else column
        for column in columns
    )


def _is_arranged(column: ColumnReading) -> bool:
    """Whether a column is headed as an arrangement, and its cells begin with a time: 一季度招标，二季度开工.

    What is still to be done, 下步工作安排, is kept beside the works.
    """
    is_next = column.name.startswith(words().tables.next_steps)
    is_headed = column.name.endswith(_ARRANGED) and not column.is_mapped and not is_next
    is_short = column.content.length <= _LONGEST_STAGES
    return is_headed and is_short and column.content.part(_begins_with_time, _MOSTLY) > 0


def _begins_with_time(text: str) -> bool:
    try:
        return read_when(canonical(text), year=ANY_YEAR) is not None
    except (ValueError, OverflowError):  # a day that does not exist
        return False


def _says_what_is_next(column: ColumnReading) -> bool:
    is_next = column.role is Role.OTHER and column.name.startswith(words().tables.next_steps)
    return is_next and column.content.part(compiled(A_TIME).search, _A_FEW) > 0


def _dated(columns: Columns) -> list[ColumnReading]:
    """The columns of dates that may be the deadline: those headed so, else those without such a heading."""
    held = [column for column in columns if column.role is Role.DEADLINE and not column.is_mapped]
    headed = [column for column in held if column.said is Role.DEADLINE]
    return headed or [column for column in held if column.said is None]


def _without_months_of_lists(columns: Columns) -> Columns:
    """The columns, a month that a work is listed under noted where another says by when it is done."""
    dated = _dated(columns)
    months = {column.at for column in dated if column.name in words().tables.months}
    if not 0 < len(months) < len(dated):
        return columns
    more = Evidence(Role.NOTE, _ON_THE_WAY, "另有完成时限一栏，这一栏是安排在哪个月")
    return tuple(column.with_more(more) if column.at in months else column for column in columns)


def _without_hours(columns: Columns) -> Columns:
    """The columns, one that names no day noted where another does: 时间 over 9:00 behind 日期."""
    dated = [column for column in _dated(columns) if column.content.texts]
    hours = {column.at for column in dated if not any(map(is_deadline, column.content.texts))}
    if not 0 < len(hours) < len(dated):
        return columns
    more = Evidence(Role.NOTE, _ON_THE_WAY, "另一栏写着哪一天，这一栏没有")
    return tuple(column.with_more(more) if column.at in hours else column for column in columns)


def _without_events(columns: Columns) -> Columns:
    """The columns, a day on which something was found or said noted beside a deadline: 会议时间."""
    dated = _dated(columns)
    events = {one.at for one in dated if any(map(one.name.__contains__, words().tables.events))}
    if not 0 < len(events) < len(dated):
        return columns
    more = Evidence(Role.NOTE, _ON_THE_WAY, "标题说的是别的事在哪一天，另有完成时限一栏")
    return tuple(column.with_more(more) if column.at in events else column for column in columns)


def by_steps(columns: Columns) -> Columns:
    """A column whose cells are steps (第一季度：…；第二季度：…) beside the works, whatever it is headed.

    What was done in each of them is a report.
    """
    texts = {column.at for column in columns if column.role in TEXTS or column.said in TEXTS}
    more = Evidence(Role.STEP, _ON_THE_WAY, "格里分期写着做什么")
    return tuple(
        column.with_more(more) if texts - {column.at} and _are_steps(column) else column for column in columns
    )


def _are_steps(column: ColumnReading) -> bool:
    if column.said is Role.OTHER or column.is_mapped:
        return False
    return column.content.part(lambda text: len(step_lines(text)) >= _SEVERAL, _MOSTLY) > 0


def without_reports(columns: Columns) -> Columns:
    """The columns, one under a time of the year not read where its cells say what was done by then.

    已完成35所 under 上半年完成 is no step to come; nor is a bare number there, which measures what was done.
    """
    more = Evidence(Role.OTHER, _ON_THE_WAY, "格里写的是做到了哪里")
    return tuple(
        column.with_more(more) if column.role is Role.STEP and _is_report(column) else column
        for column in columns
    )


def _is_report(column: ColumnReading) -> bool:
    if column.is_mapped:
        return False
    is_of_numbers = column.name.endswith(_DONE_BY) and column.content.part(is_amount, _NEARLY_ALL) > 0
    return is_of_numbers or column.content.part(compiled(WAS_DONE).match, _MOSTLY) > 0


def _is_last(beside: Contender) -> bool:
    return all(other.at < beside.own.at for other in beside.others)


_TESTS: dict[str, Test] = {"last": _is_last}
