"""Where a table's heading stands: one row or several that name its columns."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import filterfalse, islice, takewhile

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.heading_words import (
    LONGEST_HEADING,
    evidence_of_heading,
    is_year,
    plain_heading,
    role_of,
)
from qjtask.importing.document.grid import Grid, GridRow, anchors
from qjtask.importing.document.titles import plain_title
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_WITHIN = 12  # rows in which a heading is looked for: titles and dates may stand above it
_FEWEST = 2  # headings that make a row a header
_SURE = 3
_FEW_LONG = 4  # times as many headings as there are longer ones
_AGAIN = 3  # what it counts that a row begins several pages
_MOST_ROWS = 3
_LONGEST_PRINTED = 80  # characters of a heading with all that stands in its brackets
_A_DAY = r"(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?"  # a month may head a column, a day is a value
_WITH_VALUE = r"[：:]\s*\S"  # 填报单位：甲局
_BESIDE_TEXT = frozenset((*OFFICES, Role.DEADLINE, Role.STEP, Role.NUMBER, Role.PERSON))
_NO_KINDS = frozenset((None, Role.STEP, Role.OTHER))  # days, and offices that are read as columns not to read
_ENDS = "。；;！!？?，,、"


class Header(NamedTuple):
    """A table's heading: what stands over each column, and the rows it takes. No rows, no heading."""

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def is_printed(self) -> bool:
        """Whether there is one."""
        return self.end > self.start


def find_header(grid: Grid, again: Collection[tuple[str, ...]] = ()) -> Header:
    """The heading of a table, of one row or more, or one of no rows.

    `again` are rows that begin several tables of the document, as each page repeats its heading.
    """
    rows = grid.rows
    scores = [heading_score(row, is_again=texts_of(row) in again) for row in rows[:_WITHIN]]
    best = max(scores, default=0)
    if best < _FEWEST:
        return _marked_header(grid) or _contrasted_header(grid) or _no_header(grid)
    start = scores.index(best)
    end = start + 1
    while start and end - start < _MOST_ROWS and _heads(rows[start - 1], rows[start]):
        start -= 1
    while end < len(rows) and end - start < _MOST_ROWS and _is_lower(rows[end - 1], rows[end]):
        end += 1
    return Header(tuple(_names(rows[start:end], grid.width)), start, end)


def is_header_again(row: GridRow, names: tuple[str, ...]) -> bool:
    """Whether a row repeats the heading, as pages do."""
    wanted = _words_of(names)
    shown = (cell.text for cell in row.cells if cell.text and not cell.left)
    plain = (plain_heading(text) if len(text) <= _LONGEST_PRINTED else text for text in shown)
    count = 0
    for text in filter(None, plain):
        if text not in wanted:
            return False
        count += 1
    return count >= _FEWEST


@lru_cache(maxsize=16)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    """The headings, whole and line by line, as they are compared."""
    return frozenset(plain_heading(part) for name in names for part in (name, *name.split("\n"))) - {""}


def texts_of(row: GridRow) -> tuple[str, ...]:
    """The texts that begin in a row, without breaks."""
    return tuple([flow(cell.text) for cell in row.cells if cell.text and not cell.left])


def heading_score(row: GridRow, *, is_again: bool = False) -> int:
    """How many kinds of column a row's cells name; 0 when it cannot be a heading."""
    texts = texts_of(row)
    long = list(filterfalse(may_head, texts))
    if len(texts) < _FEWEST or len(long) * _FEW_LONG > len(texts) or not all(map(_is_long_heading, long)):
        return 0
    named = list(filter(None, map(_role_in_row, texts)))
    kinds = set(named)
    if is_again and kinds & _BESIDE_TEXT:
        return len(kinds) + _AGAIN
    is_half = len(named) * 2 >= len(texts)
    unknown = len(texts) - len(named)
    if not long and is_half and _are_of_works(kinds | _meant(texts), len(texts), unknown):
        return len(kinds)
    return len(kinds) if _are_framed(kinds) or (not unknown and _are_only_works(named)) else 0


def _role_in_row(text: str) -> Role | None:
    """The role that a heading names among others; of 业主单位 it needs no cells to say that it is offices."""
    said = evidence_of_heading(text)[:1]
    return role_of(text) or (Role.UNITS if any(one.role is Role.UNITS for one in said) else None)


def _are_framed(kinds: set[Role]) -> bool:
    """Whether so many kinds are named, a number and offices or a deadline among them, that it is certain."""
    return len(kinds) >= _SURE and Role.NUMBER in kinds and not kinds.isdisjoint({*OFFICES, Role.DEADLINE})


def _are_of_works(kinds: set[Role], columns: int, unknown: int) -> bool:
    """Whether kinds are a text and something beside it, and as many as so many columns need.

    Of kinds fewer than that one column may be unknown: 工作阶段 beside 时间安排, 工作内容, 工作要求.
    """
    has_both = not kinds.isdisjoint({*TEXTS, Role.TARGET}) and not kinds.isdisjoint(_BESIDE_TEXT)
    return has_both and (len(kinds) >= _SURE or columns <= _SURE or unknown <= 1)


def _are_only_works(named: Sequence[Role]) -> bool:
    """Whether headings are of works and of what heads them, and nobody who does them: 项目, 目标内容."""
    return Role.WORK in named and sum(role in {*TEXTS, Role.TARGET} for role in named) > 1


def _meant(texts: Sequence[str]) -> set[Role]:
    """What headings of other columns speak of too: 报送单位 of offices, 检查对象 of works."""
    said = (one.role for text in texts for one in evidence_of_heading(text))
    concerned = any(plain_heading(text).endswith(words().tables.concerned) for text in texts)
    return {role for role in said if role in {*OFFICES, Role.DEADLINE}} | (
        {Role.TASK} if concerned else set()
    )


def _is_long_heading(text: str) -> bool:
    """Whether a text is a longer question beside the headings of columns: 是否需履行公众参与等决策程序."""
    is_text = len(text) <= _LONGEST_PRINTED and not text.endswith(tuple(_ENDS))
    return (
        is_text
        and not re.search(_WITH_VALUE, text)
        and read_ordinal(text) is None
        and read_number(text) is None
    )


def names_columns(row: GridRow) -> bool:
    """Whether a row only names columns, of whatever kind of table: 姓名, 单位, 电话."""
    return _name_columns(texts_of(row))


def names_kinds(row: GridRow) -> bool:
    """Whether a row names so many kinds of column, who or when among them, that it is no work.

    An office or a day is what a work has in its cells, and names none: 审批科, 9月30日.
    """
    texts = texts_of(row)
    no_headings = (text for text in texts if len(text) > LONGEST_HEADING or text[:1].isdecimal())
    if len(list(islice(no_headings, 2))) > 1:
        return False  # as most works do: to ask what each of their cells would head costs more
    roles = list(map(role_of, texts))
    kinds = {role for role in roles if role not in _NO_KINDS}
    unknown = sum(role in _NO_KINDS for role in roles)
    return len(kinds) >= _SURE and unknown <= 1 and not kinds.isdisjoint({*OFFICES, Role.DEADLINE})


def _name_columns(texts: Sequence[str]) -> bool:
    return len(texts) >= _FEWEST and all(may_head(text) and role_of(text) for text in texts)


def may_head(text: str) -> bool:
    """Whether a text can head a column: short, no sentence, no number, no numbered heading of a group."""
    if is_year(text):
        return True
    plain = plain_heading(text)
    if not plain or len(plain) > LONGEST_HEADING or text.endswith(tuple(_ENDS)):
        return False
    if re.search(_WITH_VALUE, text) or re.fullmatch(_A_DAY, text):
        return False
    return read_ordinal(text) is None and read_number(text) is None


def _is_upper(upper: GridRow, lower: GridRow) -> bool:
    """Whether `upper` heads the columns that `lower` names again: 责任单位 over 牵头 and 配合."""
    fresh = [flow(cell.text) for _, cell in anchors(lower) if cell.text]
    if not _name_columns(fresh):
        return False
    filled, spans = texts_of(upper), _has_wide_cell(upper)
    if len(filled) == 1 and spans:
        return False  # a title
    is_heading = all(map(may_head, filled)) and any(map(role_of, filled))
    return is_heading and (spans or len(fresh) < len(upper.cells))


def _has_wide_cell(row: GridRow) -> bool:
    return any(cell.left and not cell.up for cell in row.cells)


def _is_lower(upper: GridRow, lower: GridRow) -> bool:
    """Whether `lower` belongs to the heading above it: that is merged into it, or it names columns."""
    merged = sum(cell.up and not cell.left and bool(cell.text) for cell in lower.cells)
    fresh = [cell.text for _, cell in anchors(lower) if cell.text]
    is_one = merged >= _SURE and bool(fresh) and all(len(flow(text)) <= LONGEST_HEADING for text in fresh)
    return is_one or _heads(upper, lower)


def _heads(upper: GridRow, lower: GridRow) -> bool:
    return _is_under_wide(upper, lower) or _is_upper(upper, lower)


def _is_under_wide(upper: GridRow, lower: GridRow) -> bool:
    """Whether all that is new in `lower` heads the columns of wide cells, and the others are merged into it.

    No work is merged into a heading: 牵头, 责任, 上半年, 全年 under 责任分工 and 进度安排.
    """
    wide = {at + side for at, cell in enumerate(upper.cells) if cell.left and not cell.up for side in (-1, 0)}
    fresh = [(at, flow(cell.text)) for at, cell in anchors(lower) if cell.text]
    rest = [cell for at, cell in enumerate(lower.cells) if at not in wide]
    is_under = len(fresh) >= _FEWEST and all(at in wide and may_head(text) for at, text in fresh)
    return is_under and bool(rest) and all(cell.up for cell in rest) and any(cell.text for cell in rest)


def _names(rows: Sequence[GridRow], width: int) -> Iterator[str]:
    """What stands over each column, the upper heading first."""
    for column in range(width):
        texts = (flow(row.cells[column].text) for row in rows)
        yield "\n".join(dict.fromkeys(filter(None, texts)))


def _marked_header(grid: Grid) -> Header | None:
    """The rows that the file marks as headings, whatever they say, without titles above; None for none."""
    marked = grid.rows[: grid.headed] if grid.headed < len(grid.rows) else ()
    titles = sum(1 for _ in takewhile(lambda row: len(texts_of(row)) < _FEWEST, marked))
    if titles == len(marked):
        return None
    return Header(tuple(_names(marked[titles:], grid.width)), titles, len(marked))


def _contrasted_header(grid: Grid) -> Header | None:
    """The first row under the titles, where it names none of the known columns and yet heads these."""
    from qjtask.importing.tables.contrasted_heading import (
        is_heading_by_contrast,  # few tables have none known
    )

    start = _no_header(grid).start
    row, below = grid.rows[start : start + 1], grid.rows[start + 1 :]
    if not row or not all(map(may_head, texts_of(row[0]))) or not is_heading_by_contrast(row[0], below):
        return None
    return Header(tuple(_names(row, grid.width)), start, start + 1)


def _no_header(grid: Grid) -> Header:
    """A heading of no rows; titles stand above it."""
    start = sum(1 for _ in takewhile(_is_title_over, grid.rows[:_WITHIN]))
    return Header(("",) * grid.width, start, start)


def _is_title_over(row: GridRow) -> bool:
    """Whether a row is a title: over the table's whole width, or alone in a row of a table without spans."""
    first = row.cells[0].text
    is_wide = len(row.cells) > 1 and all(cell.left for cell in row.cells[1:])
    is_alone = not any(cell.text or cell.left for cell in row.cells[1:]) and plain_title(first) != ""
    return (is_wide or is_alone) and not read_number(first)
