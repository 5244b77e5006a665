"""Which of the document's tables is the plan, and what is told of its columns and of the other tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qjtask.core.problem import Problem, Refused, refuse
from qjtask.core.text.comparing import bare
from qjtask.importing.column_reading import ColumnReading
from qjtask.importing.columns import OFFICES, REPORTED, TEXTS, Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import GridRow, SourceDocument
from qjtask.importing.heading_words import plain_heading, role_of
from qjtask.importing.numbering import read_number, read_ordinal
from qjtask.importing.seen import seen
from qjtask.importing.table_kinds import Judged, TableKind, judge
from qjtask.importing.tables import Table, read_tables
from qjtask.importing.titles import plain_title

_WHOLE_ID = 2  # numbers: the group's and the item's
_PLANS = (TableKind.PLAN, TableKind.LIST)


class Choice(NamedTuple):
    """The plan's table, with the rows of all its parts, and every table with what it is."""

    table: Table
    judged: tuple[Judged, ...]
    doubts: tuple[Doubt, ...]


def judged_tables(document: SourceDocument) -> tuple[Judged, ...]:
    """Every table of the document with what it is."""
    return tuple(map(judge, read_tables(document)))


def choose(
    document: SourceDocument,
    shown: str,
    judged: Sequence[Judged],
    mapped: Mapping[str, int],
    number: int | None,
) -> Choice:
    """The plan's table. `mapped` names columns by their number, `number` the table by its own.

    Refused when no table could be the plan, or the asked table or column is not there.
    """
    main = _main(document, shown, judged, forced=bool(mapped), number=number)
    parts = [main] if number is not None else _parts(main, judged)
    table = main._replace(rows=tuple(_rows(document, parts)))
    table = table.remapped(_roles(mapped, table) if mapped else {})
    if not table.has(Role.WORK):
        what = f"{table.name}里认不出哪一列是具体工作"
        raise refuse(shown, what, "请用 --map 指明，如 --map 具体工作=2 --map 责任单位=3")
    doubts = [*_doubts_on_columns(table, mapped), *_doubts_on_others(judged, parts, number)]
    return Choice(table, tuple(judged), tuple(doubts))


def _main(
    document: SourceDocument, shown: str, judged: Sequence[Judged], *, forced: bool, number: int | None
) -> Table:
    if number is not None:
        asked = next((one.table for one in judged if one.table.number == number), None)
        if asked is None:
            raise refuse("--table", f"没有第 {number} 个表格", f"这份文件有 {len(judged)} 个表格")
        return asked
    plans = [one for one in judged if one.kind is TableKind.PLAN]
    plans = plans or [one for one in judged if one.kind is TableKind.LIST]
    if not plans and forced and judged:
        return max(judged, key=lambda one: (len(one.table.grid_rows), -one.table.number)).table
    if not plans:
        raise refuse(shown, *seen(document, judged))
    return max(plans, key=lambda one: (one.worth + _rows_alike(one, plans), -one.table.number)).table


def _rows_alike(one: Judged, plans: Sequence[Judged]) -> int:
    """A little for the rows of the other tables with the same heading: they go on with it."""
    same = [other.table for other in plans if other is not one and _is_alike(one.table, other.table)]
    return min(10, sum(len(table.grid_rows) for table in same))


def _parts(main: Table, judged: Sequence[Judged]) -> list[Table]:
    """The plan's first table, and those that go on with it: the same heading, and no title of their own."""
    same = [one.table for one in judged if _is_alike(main, one.table)]
    first = same[0]
    own = _title(first)
    return [table for table in same if table is main or _title(table) in {"", own}]


def _is_alike(one: Table, other: Table) -> bool:
    if one is other:
        return True
    headings = [[plain_heading(name) for name in table.header.names] for table in (one, other)]
    return one.header.is_printed and headings[0] == headings[1] and one.roles == other.roles


def _title(table: Table) -> str:
    """The title that a table has for itself: in the line right over it."""
    return plain_title(table.above[0]) if table.above else ""


def _rows(document: SourceDocument, parts: Sequence[Table]) -> Iterator[GridRow | str]:
    """The rows of all parts; the texts between them and, when it is numbered as they are, the one before."""
    between: list[list[str]] = [[]]
    for before, part in pairwise(parts):
        blocks = document.blocks[before.end + 1 : part.start]
        between.append([block for block in blocks if isinstance(block, str)])
    texts = [
        text for part in (*between, *(part.rows for part in parts)) for text in part if isinstance(text, str)
    ]
    styles = {printed.style for text in texts if (printed := read_number(text))}
    first = document.blocks[parts[0].start - 1] if parts[0].start else None
    printed = read_number(first) if isinstance(first, str) else None
    if isinstance(first, str) and printed and printed.style in styles:
        yield first
    for texts_before, part in zip(between, parts, strict=True):
        yield from texts_before
        yield from part.rows


def _roles(mapped: Mapping[str, int], table: Table) -> dict[int, Role]:
    """The roles that --map names, by column."""
    problems = []
    wanted: dict[int, Role] = {}
    width = len(table.columns)
    for name, column in mapped.items():
        role = role_of(name)
        if role is None:
            known = "、".join(one.value for one in Role if one not in {Role.OTHER, Role.HEADING_NUMBER})
            problems.append(Problem("--map", f"没有“{name}”这种列", f"可用的有{known}"))
        elif not 1 <= column <= width:
            problems.append(Problem("--map", f"{table.name}没有第 {column} 列", f"它有 {width} 列"))
        else:
            wanted[column - 1] = role
    if problems:
        raise Refused(problems)
    return wanted


# Doubts --------------------------------------------------------------------------------------


def _doubts_on_columns(table: Table, mapped: Mapping[str, int]) -> Iterator[Doubt]:
    if not table.header.is_printed and not mapped:
        told = "、".join(
            f"第{one.at + 1}列作{one.role.value}"
            for one in table.columns
            if one.role not in {None, Role.OTHER} and one.role is not None
        )
        fix = "猜错了请用 --map 指明，如 --map 具体工作=2"
        yield Doubt(table.place, "表格没有标题行", f"按内容猜：{told}", fix)
    unread = [
        column for column in table.columns if column.role in {None, Role.OTHER} and column.content.texts
    ]
    if unread and not _is_progress_report(table):
        names = "".join(f"“{_name(column)}”" for column in unread)
        told = f"{names}一列没有读" if len(unread) == 1 else f"{names}{len(unread)}列没有读"
        yield Doubt(table.place, told, "略去", f"要读请用 --map，如 --map 备注={unread[0].at + 1}")
    if table.header.is_printed:
        for column in table.columns:
            yield from _doubts_on(column, table)


def _doubts_on(column: ColumnReading, table: Table) -> Iterator[Doubt]:
    """A reading that another one nearly beat, or that no heading says."""
    role, name, place = column.role, _name(column), table.place
    if role is None or role is Role.OTHER:
        return
    if column.is_close and column.other is not None:
        fix = f"不对请用 --map，如 --map {column.other.value}={column.at + 1}"
        read = f"“{name}”一列像{role.value}，也像{column.other.value}"
        yield Doubt(place, read, f"按{role.value}读", fix)
    elif column.name and role in OFFICES and column.said is None:
        fix = f"不对请用 --map，如 --map 配合单位={column.at + 1}"
        yield Doubt(place, f"“{name}”一列的标题不认识，格里像单位名称", f"作{role.value}", fix)
    elif column.name and role is Role.WORK and column.said not in TEXTS and table.has(Role.TASK):
        fix = f"不对请用 --map，如 --map 目标={column.at + 1}"
        yield Doubt(place, f"“{name}”一列写着要做的事，它左边的只是名称", f"作{role.value}", fix)


def _name(column: ColumnReading) -> str:
    return bare(column.name) or f"第{column.at + 1}列"


def _is_progress_report(table: Table) -> bool:
    """Whether it is our own 进展情况表: its three columns and no others unread, beside whole ids (9.2)."""
    unread = [column for column in table.columns if column.role in {None, Role.OTHER}]
    number = next((column.at for column in table.columns if column.role is Role.NUMBER), None)
    if number is None or {plain_heading(column.name) for column in unread} != REPORTED:
        return False
    numbers = [row.cells[number].text for row in table.grid_rows]
    return bool(numbers) and all(len(read_ordinal(text) or ()) == _WHOLE_ID for text in numbers)


def _doubts_on_others(
    judged: Sequence[Judged], parts: Sequence[Table], number: int | None
) -> Iterator[Doubt]:
    """Every other table with works and offices: its number, rows and title."""
    if number is not None:
        return
    taken = {part.number for part in parts}
    for one in judged:
        table = one.table
        if one.kind is not TableKind.PLAN or table.number in taken or not table.has(*OFFICES):
            continue
        title = next(filter(None, map(plain_title, table.above)), "")
        named = (
            f"“{title}”（第{table.number}个表格，{len(table.grid_rows)}行）"
            if title
            else (f"第{table.number}个表格（{len(table.grid_rows)}行）")
        )
        yield Doubt(table.place, f"{named}也像任务分解表", "没有读", f"要读它请加 --table {table.number}")
