"""Which column of numbers counts the works, which the headings over them, and how a further one is kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.columns.column_content import is_ordinal
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.words.column_roles import TEXTS, Role
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.vocabulary import words

_DOTTED = r"[（(]?\d{1,3}[.．]"
_MOSTLY = 0.6
_HALF = 0.5
_FEW = 2
_ANY_HEADING = 30
_CODE = (  # 1.2.3, A-01, 第一条, 第3条第2款; two numbers are an id of the plan: 9.2
    r"\d{1,3}(?:[.．]\d{1,3}){2,4}[.．、]?|[A-Za-z]{1,4}[-－.．]?\d{1,4}(?:[-－.．]\d{1,4}){0,3}"
    rf"|第[{NUMERALS}\d]{{1,5}}[条款](?:之[{NUMERALS}])?(?:第?[（(]?[{NUMERALS}\d]{{1,4}}[)）]?[款项目])*"
)
_OVER_SEVERAL = 0.4  # of the rows, which a code merged over several works leaves to the first
_OF_WORKS = frozenset(("序号", "序", "项次"))


def numbered(columns: Sequence[ColumnReading], rows: Sequence[GridRow]) -> tuple[ColumnReading, ...]:
    """The columns of numbers: one counts the works, one before the headings may count these.

    Of two that could count the works the other is kept beside them, as the running 序号 of a table whose
    numbers begin anew, or as a remark: 建议号.
    """
    works = rows_of_works(columns, rows)
    counting = [column for column in columns if column.role is Role.NUMBER]
    given: dict[int, Role] = {column.at: Role.OTHER for column in counting if _is_amount(column, columns)}
    numbers = [column for column in counting if column.at not in given]
    task = next((column.at for column in columns if column.role is Role.TASK), None)
    if task is not None and numbers and works and _is_of_headings(numbers, task, columns, works):
        given[numbers[0].at] = Role.HEADING_NUMBER
        numbers = numbers[1:]
    if len(numbers) == 1:
        given[numbers[0].at] = Role.NOTE if _is_of_codes(numbers[0]) else Role.NUMBER
    elif numbers:
        given.update(_shared_out(numbers, works, has_headings=task is not None or _has_heading_rows(rows)))
    return tuple(_as(given[column.at], column) if column.at in given else column for column in columns)


def of_codes(columns: Sequence[ColumnReading]) -> tuple[ColumnReading, ...]:
    """Codes beside the works, of clauses or indicators, as remarks: they head no work each."""
    more = Evidence(Role.NOTE, _ANY_HEADING, "格里都是别处的编号")
    return tuple(column.with_more(more) if _holds_codes(column) else column for column in columns)


def _holds_codes(column: ColumnReading) -> bool:
    is_open = column.said in {*TEXTS, Role.TARGET, None} and bool(column.name) and not column.is_mapped
    if not is_open or column.content.goes_on > _OVER_SEVERAL:
        return False
    return column.content.part(lambda text: compiled(_CODE).fullmatch("".join(text.split())), 1) > 0


def rows_of_works(columns: Sequence[ColumnReading], rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows that say something where the work stands; a heading or a sum over the whole row does not."""
    at = next((column.at for column in columns if column.role is Role.WORK), None)
    return [row for row in rows if at is None or _is_filled(row.cells[at])]


def _is_filled(cell: GridCell) -> bool:
    return not cell.left and not is_blank(cell.text)


def _as(role: Role, column: ColumnReading) -> ColumnReading:
    """A column of numbers in its part; what came next as a number has no say in another."""
    return column._replace(role=role, other=column.other if role is column.role else None)


def _is_amount(column: ColumnReading, columns: Sequence[ColumnReading]) -> bool:
    """Whether numbers right of the works are amounts: 抽查基数, beside a column that is headed 序号."""
    is_headed = any(other.said is Role.NUMBER for other in columns)
    work = next((other.at for other in columns if other.role is Role.WORK), len(columns))
    return is_headed and column.at > work and bool(column.name) and column.said is not Role.NUMBER


def _is_of_codes(column: ColumnReading) -> bool:
    """Whether a column called 编号 holds none that counts, nor a numbered heading: XM-01, 批示〔2021〕6号."""
    texts = column.content.texts
    is_open = not column.is_mapped and bool(texts)
    return is_open and not any(
        is_ordinal(text) or read_number(text) or compiled(_DOTTED).match(text) for text in texts
    )


def _is_of_headings(
    numbers: Sequence[ColumnReading], task: int, columns: Sequence[ColumnReading], rows: Sequence[GridRow]
) -> bool:
    """Whether the first number is a heading's: it goes with these, or another stands before each work."""
    first, *others = (column.at for column in numbers)
    if _counts_headings(rows, first, task):
        return True
    work = next((column.at for column in columns if column.role is Role.WORK), len(columns))
    headings = [row.cells[task].text for row in rows]
    has_own = any(first < task < other < work and _count(rows, other) for other in others)
    return has_own and len(set(headings)) == len(headings)


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


def _has_heading_rows(rows: Sequence[GridRow]) -> bool:
    """Whether a row holds one text and nothing else, as a heading does."""
    return any(sum(bool(cell.text) and not cell.left for cell in row.cells) == 1 for row in rows)


def _shared_out(
    numbers: Sequence[ColumnReading], rows: Sequence[GridRow], *, has_headings: bool
) -> dict[int, Role]:
    """One column as the number of the works, and what becomes of each other one."""
    running = [column for column in numbers if _runs(rows, column.at)]
    anew = [column for column in numbers if has_headings and _begins_anew(rows, column.at)]
    counts = anew[0] if running and anew else max(numbers, key=lambda column: _fitness(column, rows))
    own = _texts(rows, counts.at)
    roles = {
        column.at: Role.RUNNING_NUMBER if column in running[:1] and anew else Role.NOTE for column in numbers
    }
    roles.update({column.at: Role.RUNNING_NUMBER for column in numbers if _texts(rows, column.at) == own})
    return {**roles, counts.at: Role.NUMBER}


def _fitness(column: ColumnReading, rows: Sequence[GridRow]) -> tuple[bool, bool, bool, bool, int]:
    """How well a column counts the works, to be compared.

    It has no numbers of another list, runs on, counts at all, is headed 序号, and is the first.
    """
    heading, counts = plain_heading(column.name), _count(rows, column.at)
    is_own = counts and heading not in words().rows.file_numbers
    return is_own, _runs(rows, column.at), counts, heading in _OF_WORKS, -column.at


def _texts(rows: Sequence[GridRow], at: int) -> list[str]:
    return [row.cells[at].text for row in rows]


def _count(rows: Sequence[GridRow], at: int) -> bool:
    """Whether most cells of a column are numbers that count."""
    texts = [row.cells[at].text for row in rows if not _goes_on(row.cells[at]) and not row.cells[at].left]
    return bool(texts) and sum(map(is_ordinal, texts)) >= len(texts) * _HALF


def _ordinals(rows: Sequence[GridRow], at: int) -> list[tuple[int, ...]]:
    cells = (row.cells[at] for row in rows)
    texts = (cell.text for cell in cells if not _goes_on(cell) and not cell.left)
    return [ordinal for text in texts if (ordinal := read_ordinal(text))]


def _runs(rows: Sequence[GridRow], at: int) -> bool:
    """Whether numbers are mostly each the one after the one before it, and none begins anew."""
    numbers = [ordinal[-1] for ordinal in _ordinals(rows, at) if len(ordinal) == 1]
    steps = list(pairwise(numbers))
    follow = sum(after == before + 1 for before, after in steps)
    are_others = len(set(numbers)) == len(numbers) >= len(rows) * _HALF
    return are_others and follow >= len(steps) * _MOSTLY


def _begins_anew(rows: Sequence[GridRow], at: int) -> bool:
    """Whether numbers go up by one from one, and more than once; so do the second ones of whole ids (2.1)."""
    ordinals = _ordinals(rows, at)
    numbers = [ordinal[-1] for ordinal in ordinals]
    is_of_one_kind = len({len(ordinal) for ordinal in ordinals}) == 1
    follow = all(after in {1, before + 1} for before, after in pairwise(numbers))
    return is_of_one_kind and numbers[0] == 1 and follow and numbers.count(1) >= _FEW
