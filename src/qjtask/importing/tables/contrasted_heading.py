"""A heading whose works nobody knows, told by what stands below it: numbers, days, offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qjtask.importing.columns.column_content import begins_as_work, is_deadline, is_ordinal
from qjtask.importing.columns.heading_words import evidence_of_heading, plain_heading
from qjtask.importing.document.grid import GridRow
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.office_words import looks_like_offices
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_SAMPLE = 20  # rows
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3
_SURE = 2  # columns of one kind under a cell of none
_MOSTLY = 0.8
_LONGEST = 8  # characters of a heading
_LONGEST_DEED = 5  # of one that begins as works do: 盘活资产
_AS = ("按", "依", "随", "据")  # 按时间节点
_DUTIES = ("牵头", "配合", "协办", "参与", "参加", "协同")
_KINDS: tuple[Callable[[str], bool], ...] = (is_ordinal, is_deadline, looks_like_offices)


def is_heading_by_contrast(row: GridRow, below: Sequence[GridRow]) -> bool:
    """Whether a row of short words stands over columns of numbers, days or offices, and holds none itself.

    One that says who or when is enough, whatever it calls the works: 督办件 beside 责任单位.
    """
    if any(cell.left for cell in row.cells):
        return False
    heads, rows = [flow(cell.text) for cell in row.cells], below[:_SAMPLE]
    return _names_a_duty(heads, rows) or _contrasts(heads, rows)


def _names_a_duty(heads: Sequence[str], rows: Sequence[GridRow]) -> bool:
    """Whether a row holds nothing that a work has, and one of its words says who or when."""
    return not any(map(_is_of_a_work, heads)) and any(
        _is_of_duty(head) and _heads(head, at, rows) for at, head in enumerate(heads)
    )


def _contrasts(heads: Sequence[str], rows: Sequence[GridRow]) -> bool:
    """Whether several of the short words over rows are of another kind than what stands below them."""
    is_full = len(heads) >= _FEWEST_COLUMNS and all(heads)
    if not is_full or len(rows) < _FEWEST_ROWS or max(map(len, heads)) > _LONGEST:
        return False
    return sum(_differs(head, at, rows) for at, head in enumerate(heads)) >= _SURE


def _differs(head: str, at: int, rows: Sequence[GridRow]) -> bool:
    """Whether most cells of a column are of one kind, and the one over them is not."""
    texts = [flow(row.cells[at].text) for row in rows if row.cells[at].text]
    return len(texts) >= _FEWEST_ROWS and any(
        not is_of_kind(head) and sum(map(is_of_kind, texts)) >= len(texts) * _MOSTLY for is_of_kind in _KINDS
    )


def _is_of_a_work(text: str) -> bool:
    """Whether a text is a day or a number, or says at length what to do: what a work has, and no heading."""
    is_sentence = len(text) > _LONGEST_DEED and begins_as_work(text)
    return is_sentence or is_ordinal(text) or is_deadline(text)


def _is_of_duty(head: str) -> bool:
    """Whether a word names a column of those who owe something, or of when it is due, and no office or day.

    各责任单位 are offices, 按序时进度 is a time; a 综合科室 may be either.
    """
    plain = plain_heading(head)
    first = evidence_of_heading(head)[:1]
    if not first or plain.startswith((*words().offices.begins, *_AS)):
        return False
    role = first[0].role
    is_owed = role in OFFICES and any(map(plain.__contains__, (*words().tables.duty, *_DUTIES)))
    return is_owed or (role is Role.DEADLINE and not is_deadline(head))


def _heads(head: str, at: int, rows: Sequence[GridRow]) -> bool:
    """Whether texts stand under a word, and none of them names a column as it does."""
    texts = [flow(row.cells[at].text) for row in rows if row.cells[at].text]
    return bool(texts) and head not in texts and not any(map(_is_of_duty, texts))
