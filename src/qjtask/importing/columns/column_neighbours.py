"""What the columns of a table say about each other: what it lacks, what it has already, what stands where."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import ColumnContent, begins_as_work, is_amount, is_deadline
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.columns_above import whose_level
from qjtask.importing.columns.columns_before_works import what_comes_first
from qjtask.importing.columns.columns_of_dates import (
    by_steps,
    until_when,
    what_comes_next,
    what_is_arranged,
    when,
    without_reports,
)
from qjtask.importing.columns.columns_of_goals import (
    how_much,
    what_heads,
    what_is_aimed_at,
    what_is_under_headings,
)
from qjtask.importing.columns.columns_of_offices import who, whose
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.columns.named_days import what_day
from qjtask.importing.columns.number_columns import of_codes
from qjtask.importing.columns.problem_columns import what_is_wrong
from qjtask.importing.columns.shared_works import what_is_shared
from qjtask.importing.columns.text_levels import only_names
from qjtask.importing.columns.works_to_come import what_is_to_come
from qjtask.importing.numbers.target_cells import is_bare_goal
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]
Rule = Callable[[Columns], Columns]

_THE_ONLY_TEXT = 8
_THE_ONLY_WORK = 24  # more than any heading of what is not read
_MORE_THAN_A_NOTE = 40
_OWNER = 14
_REPORTED = 14
_BESIDE_TEXT = 3
_TIMES_LONGER = 1.5
_A_NAME, _A_WORK = 8, 7  # characters on average
_A_GOAL = 12  # of goals that say what is to be done; 改造45家 beside 粪污设施改造 only says how much
_LONGEST_NAME = 16  # characters
_A_FEW, _HALF = 0.3, 0.5
_COUNT = r"[约共]?[0-9.,，%％]+[^0-9]{0,4}"
_FIGURES = r"[0-9，,]"


def by_neighbours(columns: Columns) -> Columns:
    """The columns after each of the rules below, in order."""
    for rule in RULES:
        columns = rule(columns)
    return columns


def unnamed(columns: Columns) -> Columns:
    """A column of texts without a heading goes with the text at its left; so do all where none has one."""
    has_heading = any(column.name for column in columns)
    made = []
    for at, column in enumerate(columns):
        beside = at > 0 and columns[at - 1].role in TEXTS
        if not column.name and column.speaks_of(Role.TASK) and (beside or not has_heading):
            reason = "没有标题，左边是文字" if has_heading else "没有标题行"
            made.append(column.with_more(Evidence(Role.WORK, _BESIDE_TEXT, reason)))
        else:
            made.append(column)
    return tuple(made)


def what(columns: Columns) -> Columns:
    """A table whose headings name no text has it in the longest column of texts, or in its goals.

    So has one whose only named text is a list of short names: 项目管理, beside what is to be done; goals in
    words are that beside longer names too.
    """
    named = [column for column in columns if column.role in {Role.TASK, Role.WORK}]
    open_ones = list(filter(_may_be_text, columns))
    if not named:
        return _with_the_only_text(columns, open_ones or _places(columns) or _taken_for_others(columns))
    longest = _longest(open_ones)
    if longest is None or not _stands_beside_names(longest, _ahead(longest, named, columns), open_ones):
        return columns
    more = Evidence(Role.WORK, _THE_ONLY_TEXT, f"“{named[0].name}”只是名称")
    return tuple(column.with_more(more) if column is longest else column for column in columns)


def _ahead(
    column: ColumnReading, named: Sequence[ColumnReading], columns: Columns
) -> Sequence[ColumnReading]:
    """The named texts that may name what a column says: none behind the offices and days after it."""
    first = min((one.at for one in columns if one.role in {*OFFICES, Role.DEADLINE}), default=len(columns))
    return [one for one in named if one.at < first] if column.at < first else named


def _with_the_only_text(columns: Columns, open_ones: Sequence[ColumnReading]) -> Columns:
    """The columns, where no heading names a text, with the longest of the open ones as the works."""
    longest = _longest(open_ones)
    if longest is None:
        return columns
    is_sure = longest.role is Role.NOTE or len(open_ones) == 1
    weight = _OWNER if is_sure else _THE_ONLY_TEXT
    if longest in _taken_for_others(columns):
        weight = _MORE_THAN_A_NOTE
    more = Evidence(Role.WORK, weight, "没有别的文字栏")
    return tuple(column.with_more(more) if column is longest else column for column in columns)


def _taken_for_others(columns: Columns) -> list[ColumnReading]:
    """What looks like offices or is headed as days, and is neither: 包联企业 and 工作节点 beside those."""
    has_offices = any(column.said in OFFICES for column in columns)
    has_days = any(column.said is Role.DEADLINE and _has_a_day(column) for column in columns)
    return list(filter(_is_taken_for_another, columns)) if has_offices and has_days else []


def _is_taken_for_another(column: ColumnReading) -> bool:
    """Whether a filled column is headed as days and holds none, or looks like offices under another word."""
    if not column.content.texts or column.is_mapped:
        return False
    if column.said is None:
        return bool(column.name) and column.speaks_of(Role.UNITS)
    return column.said is Role.DEADLINE and not _has_a_day(column)


def _has_a_day(column: ColumnReading) -> bool:
    return any(map(is_deadline, column.content.texts))


def _longest(columns: Sequence[ColumnReading]) -> ColumnReading | None:
    """The column with the longest texts, the first of several; None for none."""
    return max(columns, key=lambda column: column.content.length, default=None)


def what_is_counted(columns: Columns) -> Columns:
    """Texts under a heading of a size, or of whom it concerns, are the works that no other column names.

    型号及数量 over 1575型纸机4台 says what is done with the 企业 before it; 检查对象 heads the 检查内容.
    """
    texts = [column for column in columns if column.role in TEXTS]
    made = []
    for column in columns:
        role = _role_of_counted(column, texts) if column.role is Role.OTHER else None
        more = Evidence(role, _THE_ONLY_WORK, "格里是文字，没有别的栏这样说") if role else None
        made.append(column.with_more(more) if more else column)
    return tuple(made)


def _role_of_counted(column: ColumnReading, texts: Sequence[ColumnReading]) -> Role | None:
    """What texts under such a heading are, beside the columns of text; None for counts, and for no works."""
    name = plain_heading(column.name)
    if not name.endswith(words().tables.counted) or column.content.part(compiled(_COUNT).fullmatch, _HALF):
        return None
    if name.endswith(words().tables.concerned):
        is_over = all(one.at > column.at and not only_names(one) for one in texts)
        return (Role.TASK if texts else Role.WORK) if is_over else None
    return Role.WORK if all(one.at < column.at and only_names(one) for one in texts) else None


def what_was_reported(columns: Columns) -> Columns:
    """Right of a column of progress, where the task stands left of it, a text is a report too."""
    reported = next((column.at for column in columns if _is_report(column)), None)
    if reported is None or not any(column.role in TEXTS for column in columns[:reported]):
        return columns
    more = Evidence(Role.OTHER, _REPORTED, "在进展一栏右边")
    return tuple(
        column.with_more(more)
        if column.at > reported and (column.role in TEXTS or column.role is column.said is Role.OTHER)
        else column
        for column in columns
    )


RULES: tuple[Rule, ...] = (
    of_codes,
    by_steps,
    without_reports,
    when,
    what_day,
    until_when,
    what_comes_next,
    what_is_arranged,
    whose_level,
    whose,
    what_is_shared,
    who,
    unnamed,
    what_was_reported,
    what_is_wrong,
    what_is_counted,
    what_is_aimed_at,
    what_heads,
    what_is_under_headings,
    how_much,
    what_is_to_come,
    what,
    what_comes_first,
)


def _is_report(column: ColumnReading) -> bool:
    return column.role is Role.OTHER and re.search("进展|进度|情况|状态", column.name) is not None


def _places(columns: Columns) -> list[ColumnReading]:
    """The columns of places; none beside a kind that each row has of its own, which is its work: 活动主题."""
    kinds = (column.content.texts for column in columns if column.role is Role.FIELD)
    if any(len(texts) == len(set(texts)) for texts in kinds):
        return []
    return [column for column in columns if _is_place(column)]


def _is_place(column: ColumnReading) -> bool:
    """Whether a column says where something is, which is kept as a note beside a work."""
    is_noted = column.role is column.said is Role.NOTE and bool(column.content.texts)
    return is_noted and any(map(column.name.__contains__, words().tables.places))


def _may_be_text(column: ColumnReading) -> bool:
    """Whether a column holds texts that no heading has claimed, or goals."""
    if not column.content.texts:
        return False
    if column.role is Role.TARGET:
        return not column.content.part(is_bare_goal, _HALF)
    return column.role is None and column.said is None and column.speaks_of(Role.TASK)


def _stands_beside_names(
    column: ColumnReading, named: Sequence[ColumnReading], open_ones: Sequence[ColumnReading]
) -> bool:
    """Whether the only named text is a list of short names, and one other column is the longer text."""
    if len(named) != 1 or named[0].role is not Role.TASK or named[0].at > column.at:
        return False
    alike = [one for one in open_ones if one.role is column.role]
    least = _A_GOAL if _is_goal_of_task(column, named[0]) else _A_WORK
    if len(alike) > 1 or column.content.length < least:
        return False
    return _are_only_names(named[0].content, column)


def _is_goal_of_task(column: ColumnReading, beside: ColumnReading) -> bool:
    """Whether goals stand beside what a heading calls a task, and no name: 任务 and not 任务名称."""
    is_name = plain_heading(beside.name).endswith(words().tables.work_names)
    return column.role is Role.TARGET and not is_name


def _are_only_names(names: ColumnContent, beside: ColumnReading) -> bool:
    """Whether texts name what the longer ones, or the goals in words, beside them say is to be done."""
    if any(text[-1] in "。；" for text in names.texts):
        return False
    if beside.role is Role.TARGET and _are_bare(names) and not beside.content.part(is_amount, _HALF):
        return True
    return names.length <= _A_NAME and beside.content.length >= names.length * _TIMES_LONGER


def _are_bare(names: ColumnContent) -> bool:
    """Whether texts only name things, and say neither what to do nor how much: 东湖国家湿地公园建设."""
    is_short = max(map(len, names.texts), default=0) <= _LONGEST_NAME
    return is_short and not (
        names.part(begins_as_work, _A_FEW) or names.part(compiled(_FIGURES).search, _A_FEW)
    )
