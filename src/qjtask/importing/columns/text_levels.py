"""Which of the columns of text is the work, and which are the headings over it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role

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
_FEW = 2  # rows
_PARTS = 2  # times more than there are kinds that a column without merged cells changes from one to another
_SAME = -8  # what stands in every row is no work of its own
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
    """The columns of numbers as those of the works and those of the headings; a third one is not read."""
    counting = [column for column in columns if column.role is Role.NUMBER]
    amounts = [column.at for column in counting if _is_amount(column, columns)]
    numbers = [column.at for column in counting if column.at not in amounts]
    task = next((column.at for column in columns if column.role is Role.TASK), None)
    if task is None or not numbers:
        roles = [Role.NUMBER]
    elif len(numbers) > 1 and numbers[0] < task:
        roles = [Role.HEADING_NUMBER, Role.NUMBER]
    else:
        roles = [Role.HEADING_NUMBER if _counts_headings(rows, numbers[0], task) else Role.NUMBER]
    given = dict(zip(numbers, [*roles, *[Role.OTHER] * len(numbers)], strict=False))
    given.update(dict.fromkeys(amounts, Role.OTHER))
    return tuple(column._replace(role=given.get(column.at, column.role)) for column in columns)


def _is_amount(column: ColumnReading, columns: Sequence[ColumnReading]) -> bool:
    """Whether numbers right of the works are amounts: 抽查基数, beside a column that is headed 序号."""
    is_headed = any(other.said is Role.NUMBER for other in columns)
    work = next((other.at for other in columns if other.role is Role.WORK), len(columns))
    return is_headed and column.at > work and bool(column.name) and column.said is not Role.NUMBER


def _worth(column: ColumnReading, texts: Sequence[ColumnReading], columns: Sequence[ColumnReading]) -> int:
    """How much a column of text is like the works beside the other ones."""
    assert column.role is not None  # noqa: S101 - for the type checker: all of `texts` have one
    if column.is_mapped:
        return _MAPPED if column.role is Role.WORK else -_MAPPED
    own = column.content
    others = [other.content for other in texts if other is not column]
    is_longest = bool(others) and own.length >= max(other.length for other in others) * _LONGER
    is_merged = own.goes_on > _GOES_ON > min((other.goes_on for other in others), default=1)
    # Of several columns under one heading the last holds the parts of what the others name.
    is_over = any(other.at > column.at and other.name == column.name != "" for other in texts)
    is_behind = _is_behind(column, texts, columns)
    # Two works may be said in the same words; two demands behind them hardly differ by chance.
    is_same = len(own.texts) + is_behind > _FEW > len(set(own.texts))
    is_same = is_same and any(len(set(one.texts)) > 1 for one in others)
    worth = _SAME * is_same + _BY_WORD[column.role] + _LONGEST * is_longest + _MERGED * (is_merged or is_over)
    return worth + _BEHIND * is_behind


def _is_behind(
    column: ColumnReading, texts: Sequence[ColumnReading], columns: Sequence[ColumnReading]
) -> bool:
    """Whether a text stands behind the offices and dates, and another one before them."""
    first = min((one.at for one in columns if one.role in {*OFFICES, Role.DEADLINE}), default=len(columns))
    return column.at > first > min(other.at for other in texts)


def _is_over(column: ColumnReading, work: ColumnReading) -> bool:
    """Whether a text heads the works: it stands left of them, or is merged over them."""
    if is_scattered(column) or _says_nothing(column, work):
        return False
    return column.at < work.at or column.content.goes_on > _GOES_ON or column.is_mapped


def is_scattered(column: ColumnReading) -> bool:
    """Whether a column names the kind of each row, and rows of one kind stand apart: it heads none."""
    texts = column.content.texts
    changes = sum(one != other for one, other in pairwise(texts)) + 1
    is_kind = column.said is Role.FIELD and not column.is_mapped and column.content.goes_on == 0
    return is_kind and changes >= len(set(texts)) + _PARTS


def _says_nothing(column: ColumnReading, work: ColumnReading) -> bool:
    """Whether a column repeats the works word for word, or names one kind in all rows: it heads nothing."""
    own, is_named = column.content, column.is_mapped
    is_constant = (
        column.said is Role.FIELD and own.goes_on == 0 and len(own.texts) >= _FEW > len(set(own.texts))
    )
    return not is_named and (own.texts == work.content.texts or is_constant)


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
    goes_on = [(_goes_on(one), _goes_on(other)) for one, other in pairs]
    if any(other for _, other in goes_on):
        together = sum(one == other for one, other in goes_on) >= _MOSTLY * len(goes_on)
        return together and any(one for one, _ in goes_on)
    texts = [(one.text, other.text) for one, other in pairs]
    numbers, headings = ({text for text in side if text} for side in zip(*texts, strict=True))
    return len(numbers) < len(texts) and len(numbers) == len(set(texts)) == len(headings)


def _goes_on(cell: GridCell) -> bool:
    return cell.up or not cell.text
