"""Columns of goals that head works, or are the works, as the columns beside them say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from qjtask.importing.columns.column_content import ColumnContent, is_amount
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.columns.text_levels import only_names
from qjtask.importing.numbers.target_cells import is_bare_goal
from qjtask.importing.words.column_roles import Role

Columns = tuple[ColumnReading, ...]

_OWNER = 14
_MORE_THAN_UNREAD = 24  # any heading of what is not read
_HALF, _NEARLY_ALL = 0.5, 0.8
_GOES_ON = 0.4  # of the rows; a heading's cell is merged over its works


def what_is_aimed_at(columns: Columns) -> Columns:
    """Where one heading of goals stands over texts and a number, the texts are the works."""
    runs = (list(run) for _, run in groupby(columns, key=lambda column: column.name))
    return tuple(column for run in runs for column in _with_texts_for_works(run))


def _with_texts_for_works(run: Sequence[ColumnReading]) -> Iterator[ColumnReading]:
    """Columns under one heading; of goals, the last text is the works and those before it head them."""
    texts = [one for one in run if one.content.texts and not one.content.part(is_amount, _HALF)]
    is_of_goals = bool(run[0].name) and run[0].role is Role.TARGET
    if not (is_of_goals and 0 < len(texts) < len(run)):
        yield from run
        return
    reason = f"“{run[0].name}”之下的文字，旁边是数"
    for one in run:
        role = Role.WORK if one is texts[-1] else Role.TASK
        yield one.with_more(Evidence(role, _OWNER, reason)) if one in texts else one


def how_much(columns: Columns) -> Columns:
    """Where no heading is of goals, amounts beside works are: 硬化巷道 | 1.2公里 under 数量.

    They have their unit with them, or in a column of units. Beside mere names they count what these have.
    """
    roles = {column.role for column in columns}
    texts = [column for column in columns if column.role in {Role.TASK, Role.WORK}]
    if Role.TARGET in roles or all(map(only_names, texts)):
        return columns
    holds = is_bare_goal if Role.MEASURE in roles else _has_its_unit
    more = Evidence(Role.TARGET, _MORE_THAN_UNREAD, "格里是带单位的数，没有别的目标栏")
    return tuple(column.with_more(more) if _says_how_much(column, holds) else column for column in columns)


def _says_how_much(column: ColumnReading, holds: Callable[[str], bool]) -> bool:
    may_be = column.role in {None, Role.OTHER} and column.speaks_of(Role.TARGET)
    return may_be and column.content.part(holds, _NEARLY_ALL) > 0


def _has_its_unit(text: str) -> bool:
    """Whether a cell is a number with what it counts: 1.2公里, but not 120."""
    return is_bare_goal(text) and not is_amount(text)


def what_heads(columns: Columns) -> Columns:
    """Goals in words, merged over several works at their right, are a heading: 考核指标 beside 考核内容."""
    last = max((column.at for column in columns if column.said in {Role.TASK, Role.WORK}), default=0)
    more = Evidence(Role.TASK, _OWNER, "合并在右边几项工作之上")
    return tuple(
        column.with_more(more) if column.at < last and _is_merged_goal(column) else column
        for column in columns
    )


def _is_merged_goal(column: ColumnReading) -> bool:
    content = column.content
    is_goal = column.said is Role.TARGET and bool(content.texts) and not any(map(is_amount, content.texts))
    return is_goal and (content.merged > 0 or content.goes_on > _GOES_ON or _is_printed_again(content))


def _is_printed_again(content: ColumnContent) -> bool:
    """Whether each text stands in several rows that follow each other, as one merged over them does."""
    runs = [text for text, _ in groupby(content.texts)]
    return len(set(runs)) == len(runs) <= len(content.texts) * _HALF


def what_is_under_headings(columns: Columns) -> Columns:
    """Where the only texts are merged over several rows, goals in words that each row has are the works."""
    texts = [column for column in columns if column.said in {Role.TASK, Role.WORK}]
    goals = list(filter(_is_own_goal, columns))
    if len(texts) != 1 or len(goals) != 1 or not _is_merged_before(texts[0], goals[0]):
        return columns
    more = Evidence(Role.WORK, _OWNER, f"“{texts[0].name}”合并在几行之上，没有别的文字栏")
    return tuple(column.with_more(more) if column is goals[0] else column for column in columns)


def _is_own_goal(column: ColumnReading) -> bool:
    """Whether a column is headed as goals, and each row has one in words."""
    return column.role is column.said is Role.TARGET and _is_own(column)


def _is_own(column: ColumnReading) -> bool:
    """Whether nearly each row has a text of its own, and no number."""
    texts = column.content.texts
    is_each = column.content.goes_on == 0 and len(set(texts)) == len(texts) > 1
    return is_each and not column.content.part(is_amount, _HALF)


def _is_merged_before(column: ColumnReading, goals: ColumnReading) -> bool:
    content = column.content
    return column.at < goals.at and content.goes_on > _GOES_ON and column.role is not Role.OTHER
