"""Which of the columns of text is the work, and which are the headings over it."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.importing.column_reading import ColumnReading
from qjtask.importing.columns import OFFICES, TEXTS, Role
from qjtask.importing.grid import GridRow
from qjtask.importing.heading_words import Evidence

_MOSTLY = 0.6
_GOES_ON = 0.4  # of the rows; a heading's cell is merged over its works, or left blank under the first
_LONGER = 1.5
_BY_WORD = {Role.WORK: 6, Role.TASK: 2, Role.FIELD: -4}
_MAPPED = 100
_REASONS = {
    Role.WORK: "各文字栏里最像具体工作",
    Role.NOTE: "在具体工作右边",
    Role.OTHER: "在具体工作右边，没有标题",
}
_LONGEST, _MERGED, _BEHIND = 3, -4, -3


def leveled(columns: Sequence[ColumnReading]) -> tuple[ColumnReading, ...]:
    """The columns of text as the work and, widest first, the headings over it.

    重点任务 alone is the work; beside 工作内容 it is the group.
    """
    texts = [column for column in columns if column.role in TEXTS]
    if not texts:
        return tuple(columns)
    work = max(texts, key=lambda column: (_worth(column, texts, columns), column.at))
    over = [column for column in texts if column is not work and _is_over(column, work)]
    over.sort(key=lambda column: (column.role is not Role.FIELD, column.at))
    roles = dict.fromkeys((column.at for column in over[:-1]), Role.FIELD)
    roles.update({column.at: Role.TASK for column in over[-1:]})
    roles[work.at] = Role.WORK
    return tuple(_as(column, roles) for column in columns)


def numbered(columns: Sequence[ColumnReading], rows: Sequence[GridRow]) -> tuple[ColumnReading, ...]:
    """The columns of numbers as those of the works and those of the headings."""
    numbers = [column.at for column in columns if column.role is Role.NUMBER]
    task = next((column.at for column in columns if column.role is Role.TASK), None)
    if not numbers:
        return tuple(columns)
    roles: dict[int, Role | None] = dict.fromkeys(numbers[1:], Role.OTHER)
    if task is not None and len(numbers) > 1 and numbers[0] < task:
        roles = {numbers[0]: Role.HEADING_NUMBER, **dict.fromkeys(numbers[2:], Role.OTHER)}
    elif task is not None and _counts_headings(rows, numbers[0], task):
        roles[numbers[0]] = Role.HEADING_NUMBER
    return tuple(column._replace(role=roles.get(column.at, column.role)) for column in columns)


def _worth(column: ColumnReading, texts: Sequence[ColumnReading], columns: Sequence[ColumnReading]) -> int:
    """How much a column of text is like the works beside the other ones."""
    assert column.role is not None  # noqa: S101 - for the type checker: all of `texts` have one
    others = [other for other in texts if other is not column]
    worth = _BY_WORD[column.role]
    if column.is_mapped:
        return _MAPPED if column.role is Role.WORK else -_MAPPED
    if others and all(column.content.length >= other.content.length * _LONGER for other in others):
        worth += _LONGEST
    if column.content.goes_on > _GOES_ON and any(other.content.goes_on < _GOES_ON for other in others):
        worth += _MERGED
    offices = [other.at for other in columns if other.role in {*OFFICES, Role.DEADLINE}]
    if offices and column.at > min(offices) and any(other.at < min(offices) for other in others):
        worth += _BEHIND
    return worth


def _is_over(column: ColumnReading, work: ColumnReading) -> bool:
    """Whether a text heads the works: it stands left of them, or is merged over them."""
    is_wide = column.content.goes_on > _GOES_ON or column.role is Role.FIELD
    return column.at < work.at or is_wide or column.is_mapped


def _as(column: ColumnReading, roles: dict[int, Role]) -> ColumnReading:
    """A column in its level; a text that has none is kept with the note, when its heading says what it is."""
    if column.role not in TEXTS:
        return column
    role = roles.get(column.at, Role.NOTE if column.said else Role.OTHER)
    if role is column.role:
        return column
    reason = _REASONS.get(role, "在具体工作之上")
    return column._replace(role=role, evidence=(*column.evidence, Evidence(role, 0, reason)))


def _counts_headings(rows: Sequence[GridRow], number: int, task: int) -> bool:
    """Whether 序号 counts the headings: it is blank or merged where their column is."""
    pairs = [(row.cells[number], row.cells[task]) for row in rows]
    goes_on = [(one.up or not one.text, other.up or not other.text) for one, other in pairs]
    if not any(other for _, other in goes_on):
        texts = [(one.text, other.text) for one, other in pairs if one.text and other.text]
        numbers = {one for one, _ in texts}
        return len(numbers) < len(texts) and len(numbers) == len(set(texts))
    return sum(one == other for one, other in goes_on) >= _MOSTLY * len(goes_on) and any(
        one for one, _ in goes_on
    )
