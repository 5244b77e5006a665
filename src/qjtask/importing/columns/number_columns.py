"""Which column of numbers counts the works, which the headings over them, and how a further one is kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import eq

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.importing.columns.column_content import is_ordinal
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.words.column_roles import TEXTS, Role
from qjtask.importing.words.numbering import is_code, is_file_number, read_number, read_ordinal
from qjtask.importing.words.vocabulary import words

_DOTTED = r"[（(]?\d{1,3}[.．]"
_MOSTLY = 0.6
_HALF = 0.5
_FEW = 2
_ANY_HEADING = 30
_OVER_SEVERAL = 0.4  # of the rows, which a code merged over several works leaves to the first
_OF_WORKS = frozenset(("序号", "序", "项次"))


def numbered(columns: Sequence[ColumnReading], rows: Sequence[GridRow]) -> tuple[ColumnReading, ...]:
    """The columns of numbers: one counts the works, one before the headings may count these.

    Of two that could count the works the other is kept beside them, as the running 序号 of a table whose
    numbers begin anew, or as a remark: 建议号.
    """
    counting = [column for column in columns if column.role is Role.NUMBER]
    amounts = [column for column in counting if _is_amount(column, columns)]
    numbers = [column for column in counting if column not in amounts]
    of_headings = numbers[:1] if _is_of_headings(numbers, columns, rows_of_works(columns, rows)) else []
    given = {
        **dict.fromkeys((column.at for column in amounts), Role.OTHER),
        **dict.fromkeys((column.at for column in of_headings), Role.HEADING_NUMBER),
        **_of_works(numbers[len(of_headings) :], columns, rows),
    }
    return tuple(_as(given[column.at], column) if column.at in given else column for column in columns)


def of_codes(columns: Sequence[ColumnReading]) -> tuple[ColumnReading, ...]:
    """Codes beside the works, of clauses or indicators: they head no work each.

    They are the numbers of the works where each has its own and nothing else counts them, else remarks.
    """
    coded = [column for column in columns if _holds_codes(column)]
    counts = any(column.role is Role.NUMBER for column in columns)
    if len(coded) == 1 and not counts and _are_each_own(coded[0]):
        more = Evidence(Role.NUMBER, _ANY_HEADING, "格里都是各项工作的编号")
    else:
        more = Evidence(Role.NOTE, _ANY_HEADING, "格里都是别处的编号")
    return tuple(column.with_more(more) if column in coded else column for column in columns)


def _are_each_own(column: ColumnReading) -> bool:
    """Whether each row has a text of its own in a column."""
    texts = column.content.texts
    return column.content.goes_on == 0 and len(set(texts)) == len(texts)


def _holds_codes(column: ColumnReading) -> bool:
    is_open = column.said in {*TEXTS, Role.TARGET, None} and bool(column.name) and not column.is_mapped
    if not is_open or column.content.goes_on > _OVER_SEVERAL:
        return False
    return column.content.part(is_code, 1) > 0


def rows_of_works(columns: Sequence[ColumnReading], rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows that say something where the work stands; a heading or a sum over the whole row does not.

    Nor does a heading that stands alone there.
    """
    at = _place_of(Role.WORK, columns)
    if at is None:
        return list(rows)
    return [row for row in rows if _is_filled(row.cells[at]) and any(cell.text for cell in _beside(row, at))]


def _beside(row: GridRow, at: int) -> Sequence[GridCell]:
    """The other cells of a row; where there are no others, its own."""
    return (*row.cells[:at], *row.cells[at + 1 :]) or row.cells


def _place_of(role: Role, columns: Sequence[ColumnReading]) -> int | None:
    """The first column of a role; None for none."""
    return next((column.at for column in columns if column.role is role), None)


def _is_filled(cell: GridCell) -> bool:
    """Whether something begins in a cell."""
    return not cell.left and not is_blank(cell.text)


def _as(role: Role, column: ColumnReading) -> ColumnReading:
    """A column of numbers in its part; what came next as a number has no say in another."""
    return column._replace(role=role, other=column.other if role is column.role else None)


def _is_amount(column: ColumnReading, columns: Sequence[ColumnReading]) -> bool:
    """Whether numbers right of the works are amounts: 抽查基数, beside a column that is headed 序号."""
    is_headed = any(other.said is Role.NUMBER for other in columns)
    work = _place_of(Role.WORK, columns)
    is_right = work is not None and column.at > work
    return is_headed and is_right and bool(column.name) and column.said is not Role.NUMBER


def _is_of_codes(column: ColumnReading) -> bool:
    """Whether a column called 编号 holds none that counts, nor a numbered heading: 批示〔2021〕6号.

    Codes of which each row has its own count the works as well as numbers do: XM-01.
    """
    texts = column.content.texts
    is_open = not column.is_mapped and bool(texts)
    if is_open and _are_each_own(column) and all(is_code(text) or is_file_number(text) for text in texts):
        return False
    return is_open and not any(
        is_ordinal(text) or read_number(text) or compiled(_DOTTED).match(text) for text in texts
    )


def _is_of_headings(
    numbers: Sequence[ColumnReading], columns: Sequence[ColumnReading], works: Sequence[GridRow]
) -> bool:
    """Whether the first number is a heading's: it goes with these, or another stands before each work."""
    task = _place_of(Role.TASK, columns)
    if task is None or not numbers or not works:
        return False
    first, *others = (column.at for column in numbers)
    if _counts_headings(works, first, task):
        return True
    work = _place_of(Role.WORK, columns)
    before_works = [other for other in others if first < task < other and (work is None or other < work)]
    headings = _texts(works, task)
    return len(set(headings)) == len(headings) and any(_count(works, other) for other in before_works)


def _counts_headings(rows: Sequence[GridRow], number: int, task: int) -> bool:
    """Whether 序号 counts the headings: it goes on where they do, or each heading has one of its own."""
    numbers, headings = ([row.cells[at] for row in rows] for at in (number, task))
    are_merged = any(map(_goes_on, headings))
    return _go_on_together(numbers, headings) if are_merged else _are_of_each_other(numbers, headings)


def _go_on_together(numbers: Sequence[GridCell], headings: Sequence[GridCell]) -> bool:
    """Whether numbers are blank or merged mostly where the headings are, and not nowhere."""
    goes_on = [*map(_goes_on, numbers)]
    alike = sum(map(eq, goes_on, map(_goes_on, headings)))
    return any(goes_on) and alike >= _MOSTLY * len(goes_on)


def _are_of_each_other(numbers: Sequence[GridCell], headings: Sequence[GridCell]) -> bool:
    """Whether each heading is printed again with its own number, and some are."""
    pairs = [(number.text, heading.text) for number, heading in zip(numbers, headings, strict=True)]
    printed = {number for number, _ in pairs if number}
    headed = {heading for _, heading in pairs if heading}
    return len(printed) < len(pairs) and len(printed) == len(set(pairs)) == len(headed)


def _goes_on(cell: GridCell) -> bool:
    """Whether a cell is blank, or goes on from the one above."""
    return cell.up or not cell.text


def _has_heading_rows(rows: Sequence[GridRow]) -> bool:
    """Whether a row holds one text and nothing else, as a heading does."""
    return any(sum(bool(cell.text) and not cell.left for cell in row.cells) == 1 for row in rows)


def _of_works(
    numbers: Sequence[ColumnReading], columns: Sequence[ColumnReading], rows: Sequence[GridRow]
) -> dict[int, Role]:
    """What becomes of the columns that may count the works: one does, unless it is alone and holds codes."""
    if len(numbers) <= 1:
        return {column.at: Role.NOTE if _is_of_codes(column) else Role.NUMBER for column in numbers}
    works = rows_of_works(columns, rows)
    has_headings = _place_of(Role.TASK, columns) is not None or _has_heading_rows(rows)
    return _shared_out(numbers, works, has_headings=has_headings)


def _shared_out(
    numbers: Sequence[ColumnReading], works: Sequence[GridRow], *, has_headings: bool
) -> dict[int, Role]:
    """One column as the number of the works; beside it the running number is kept, and one that repeats it.

    Numbers that begin anew under each heading count the works, where others run on beside them.
    """
    running = [column for column in numbers if _runs(works, column.at)]
    anew = [column for column in numbers if has_headings and _begins_anew(works, column.at)]
    counts = anew[0] if running and anew else max(numbers, key=lambda column: _fitness(column, works))
    own = _texts(works, counts.at)
    runs_beside = [column.at for column in running[:1] if anew]
    repeats = [column.at for column in numbers if _texts(works, column.at) == own]
    return {
        **dict.fromkeys((column.at for column in numbers), Role.NOTE),
        **dict.fromkeys((*runs_beside, *repeats), Role.RUNNING_NUMBER),
        counts.at: Role.NUMBER,
    }


def _fitness(column: ColumnReading, rows: Sequence[GridRow]) -> tuple[bool, bool, bool, bool, int]:
    """How well a column counts the works, to be compared.

    It has no numbers of another list, runs on, counts at all, is headed 序号, and is the first.
    """
    heading, counts = plain_heading(column.name), _count(rows, column.at)
    is_own = counts and heading not in words().rows.file_numbers
    return is_own, _runs(rows, column.at), counts, heading in words().tables.counts, -column.at


def _texts(rows: Sequence[GridRow], at: int) -> list[str]:
    """What a column says in each row."""
    return [row.cells[at].text for row in rows]


def _count(rows: Sequence[GridRow], at: int) -> bool:
    """Whether most cells of a column are numbers that count."""
    texts = _own_texts(rows, at)
    return bool(texts) and sum(map(is_ordinal, texts)) >= len(texts) * _HALF


def _ordinals(rows: Sequence[GridRow], at: int) -> list[tuple[int, ...]]:
    """The numbers of a column, each by its parts: 2.1 as 2 and 1."""
    return [ordinal for text in _own_texts(rows, at) if (ordinal := read_ordinal(text))]


def _own_texts(rows: Sequence[GridRow], at: int) -> list[str]:
    """What the cells say that begin in a column."""
    cells = (row.cells[at] for row in rows)
    return [cell.text for cell in cells if not _goes_on(cell) and not cell.left]


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
