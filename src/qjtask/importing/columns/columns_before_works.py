"""Columns left of the works that say of which thing each row is, whatever they are headed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import ColumnContent, is_amount
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.columns.office_headings import is_headed_by_duty, names_the_responsible
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]

_MORE_THAN_A_NOTE = 30
_NEARLY_ALL = 0.9  # of the rows, by a text of their own or by the one above
_HALF = 0.5
_LOOKS_ON = r"(?<![受被])(?:[督检巡审监]|[排核抽]查)(?!修)"  # 督办单位, but 受检单位
_SHORT = 6  # characters on average
_NUMBERS = frozenset((Role.NUMBER, Role.HEADING_NUMBER, Role.RUNNING_NUMBER))
_WORKS = frozenset((Role.TASK, Role.WORK))
_NO_NAMES = (Role.PERSON, Role.DEADLINE, Role.OTHER)


def what_comes_first(columns: Columns) -> Columns:
    """The columns, what stands first in each row and says which thing it is as a heading of its works.

    A heading that nobody knows (产业链, 河段) tells nothing against it; a place is one where the next column
    says what is wrong there, else it only says where the work is done.
    """
    if not any(column.role in _WORKS for column in columns):
        return columns
    first = {column.at for column in _first_ones(columns)}
    more = Evidence(Role.FIELD, _MORE_THAN_A_NOTE, "排在具体工作前面")
    return tuple(column.with_more(more) if column.at in first else column for column in columns)


def is_first(column: ColumnReading) -> bool:
    """Whether a column was taken for a heading because it stands before the works."""
    return column.weight(Role.FIELD) >= _MORE_THAN_A_NOTE and not column.is_mapped


def is_unknown_heading(column: ColumnReading) -> bool:
    """Whether a column was taken for a heading only because it stands first in its rows."""
    return column.said is None and is_first(column)


def _first_ones(columns: Columns) -> Iterable[ColumnReading]:
    """The columns before the works, but numbers and kinds, as long as each says which thing a row is."""
    before = [*takewhile(lambda column: column.role not in _WORKS, columns)]
    rest = [column for column in before if column.role not in {*_NUMBERS, Role.FIELD}]
    first = takewhile(lambda column: _is_of_unknown(column) or _is_where(column, columns), rest)
    whose = (column for column in before if _is_where(column, columns) or _is_whose(column, columns))
    return dict.fromkeys((*first, *whose))


def _is_of_unknown(column: ColumnReading) -> bool:
    """Whether texts stand in nearly all rows under a heading that nobody knows."""
    content = column.content
    is_unknown = column.role is None and column.said is None and bool(column.name and content.texts)
    if not is_unknown or any(map(column.speaks_of, _NO_NAMES)) or content.part(is_amount, _HALF):
        return False
    is_full = content.share + content.goes_on >= _NEARLY_ALL
    return is_full and (content.goes_on > 0 or not _are_kinds(content))


def _are_kinds(content: ColumnContent) -> bool:
    """Whether short texts stand again and again, each in a cell of its own: the kind of each row."""
    return content.length < _SHORT and len(set(content.texts)) < len(content.texts) * _NEARLY_ALL


def _is_where(column: ColumnReading, columns: Sequence[ColumnReading]) -> bool:
    """Whether a column names places, and the next one goes on, or says what is wrong there: 存在问题."""
    is_place = column.role is column.said is Role.NOTE and bool(column.content.texts)
    if not is_place or not any(map(column.name.__contains__, words().tables.places)):
        return False
    beside = columns[column.at + 1 : column.at + 2]
    goes_on = any(other.said is None and other.role is Role.WORK for other in beside)
    return goes_on or _is_before_problem(column, columns)


def _is_whose(column: ColumnReading, columns: Sequence[ColumnReading]) -> bool:
    """Whether a column names with whom something is wrong, where another one says who mends it: 受检单位."""
    name = plain_heading(column.name)
    is_named = bool(column.content.texts) and column.role not in {Role.LEAD, *_WORKS} and not column.is_mapped
    if not is_named or not name.removesuffix("名称").endswith(words().tables.office_headings):
        return False
    if _has_a_part(name) or not _is_before_problem(column, columns):
        return False
    return any(
        names_the_responsible(other) and is_headed_by_duty(other) for other in columns if other is not column
    )


def _has_a_part(name: str) -> bool:
    """Whether a heading of offices says that these owe something, or look on: 整改责任单位, 督办单位."""
    owes = any(map(name.__contains__, (*words().tables.duty, *words().duties.lead)))
    return owes or compiled(_LOOKS_ON).search(name) is not None


def _is_before_problem(column: ColumnReading, columns: Sequence[ColumnReading]) -> bool:
    """Whether the next column says what is wrong."""
    beside = columns[column.at + 1 : column.at + 2]
    return any(word in other.name for other in beside for word in words().tables.problems)
