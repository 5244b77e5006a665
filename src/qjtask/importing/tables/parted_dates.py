"""Dates that stand in two columns, the month in one and the day in the next: put together in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.heading_words import plain_heading, role_of
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.tables.part_names import PartName
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.tidy_text import flow

TableRow = GridRow | str | PartName
"""A row of a table, a paragraph between two pages, or the name of a part."""

_MONTH = r"(?:(?:[12]\d{3}年)?(?:\d{1,2}|[正元一二三四五六七八九十]{1,2})月份?)"
_DAY_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_DAY = (
    rf"(?:{_DAY_NUMBER}[日号]?\s*(?:[-—–~～至到、和]{{1,2}}\s*{_DAY_NUMBER}[日号]?\s*)*|[上中下]旬|月?[初中底末])"
    r"(?<![\d一二三四五六七八九十])(?:[^月\d].{0,12})?"
)
_BARE = r"\d{1,2}"
_BARE_HEADINGS = (("月", "日"), ("月份", "日"), ("月", "日期"), ("月份", "日期"))
_MOSTLY = 0.6  # of the filled cells


def with_whole_dates(names: Sequence[str], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows with 2月 and 28日前 in one cell, and with the month of the row above where a row prints none.

    They stand under one heading over both, under one over the months alone, or under one each. The whole
    date stands where the days have a heading of their own, else where the months stand; the other is left
    blank.
    """
    made = tuple(rows)
    for at in range(len(names) - 1):
        pair = _Pair(names, at)
        grid = [row for row in made if isinstance(row, GridRow) and not row.cells[-1].left]
        if pair.may_be and pair.fits(grid):
            made = tuple(_whole(made, pair))
    return made


class _Pair:
    """Two neighbouring columns that may be the month and the day of one date."""

    def __init__(self, names: Sequence[str], at: int) -> None:
        self.at = at
        month, day = plain_heading(names[at]), plain_heading(names[at + 1])
        self.is_bare = (month, day) in _BARE_HEADINGS
        is_shared = not names[at + 1].strip() or names[at + 1] == names[at]
        are_dates = role_of(names[at]) is Role.DEADLINE and (
            is_shared or role_of(names[at + 1]) is Role.DEADLINE
        )
        self.may_be = self.is_bare or are_dates
        self.into = at if is_shared else at + 1

    def fits(self, rows: Sequence[GridRow]) -> bool:
        """Whether the left cells are months, all of them, and the right ones days, most of them."""
        months = [month for row in rows if (month := self.month(row))]
        days = [day for row in rows if (day := self.day(row)) and not _is_whole(day)]
        read_days = sum(compiled(_DAY).fullmatch(day) is not None for day in days)
        are_months = all(map(compiled(_MONTH).fullmatch, months))
        return bool(months and days) and are_months and read_days >= len(days) * _MOSTLY

    def month(self, row: GridRow) -> str:
        """The month that a row prints."""
        text = flow(row.cells[self.at].text)
        return f"{text}月" if self.is_bare and compiled(_BARE).fullmatch(text) else text

    def day(self, row: GridRow) -> str:
        """The day that a row prints."""
        text = flow(row.cells[self.at + 1].text)
        return f"{text}日" if compiled(_BARE).fullmatch(text) else text


def _whole(rows: Sequence[TableRow], pair: _Pair) -> Iterator[TableRow]:
    """The rows with the pair's dates put together; what is no work's row is left as it is."""
    month = ""
    for row in rows:
        if not isinstance(row, GridRow) or row.cells[-1].left:
            yield row
            continue
        own, day = pair.month(row), pair.day(row)
        month = own or month
        text = (day or own) if not day or _is_whole(day) else month + day
        cells = list(row.cells)
        up = cells[pair.at + 1].up if day else cells[pair.at].up
        cells[pair.at], cells[pair.at + 1] = GridCell(""), GridCell("")
        cells[pair.into] = GridCell(text, up=up)
        yield row._replace(cells=tuple(cells))


def _is_whole(day: str) -> bool:
    """Whether a day has its own month: 5月1日, but not 28日—5月2日."""
    return "月" in day.partition("日")[0][1:]
