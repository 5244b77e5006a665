"""Which of the document's tables is the plan, and what is told of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.titles import plain_title
from qjtask.importing.drafts.seen import seen
from qjtask.importing.tables.column_doubts import doubts_on_columns
from qjtask.importing.tables.table_kinds import Judged, TableKind, judge
from qjtask.importing.tables.table_parts import parts_of, rows_of_parts, shape_of
from qjtask.importing.tables.tables import Table, read_tables
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.works.clause_plan import ClausePlan

_NARROWEST, _NARROWER = 3, 2  # columns of what may go on with the plan, and how many more or less
_MOST_ROWS = 10  # of a plan's further parts, that count in its favour
_NOT_GIVEN = frozenset((Role.OTHER, Role.HEADING_NUMBER, Role.RUNNING_NUMBER, Role.NAME))


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
    listed: ClausePlan,
    mapped: Mapping[str, int],
    number: int | None,
) -> Choice:
    """The plan's table. `mapped` names columns by their number, `number` the table by its own.

    Refused when no table could be the plan, with what the paragraphs list instead, or the asked table or
    column is not there.
    """
    if number is not None:
        parts = [_asked(judged, number)]
    else:
        main = _main(judged, forced=bool(mapped))
        if main is None:
            raise refuse(shown, *seen(document, shown, judged, listed))
        parts = parts_of(main, [one.table for one in judged])
    table = parts[0] if len(parts) == 1 else parts[0].with_rows(rows_of_parts(parts, document))
    table = table.remapped(_roles(mapped, table)) if mapped else table
    if not table.has(Role.WORK):
        what = f"{table.name}里认不出哪一列是具体工作"
        raise refuse(shown, what, "请用 --map 指明，如 --map 具体工作=2 --map 责任单位=3")
    doubts = [*doubts_on_columns(table, is_mapped=bool(mapped))]
    if number is None:
        doubts.extend(_doubts_on_others(judged, parts))
    return Choice(table, tuple(judged), tuple(doubts))


def _asked(judged: Sequence[Judged], number: int) -> Table:
    if not 1 <= number <= len(judged):
        raise refuse("--table", f"没有第 {number} 个表格", f"这份文件有 {len(judged)} 个表格")
    return judged[number - 1].table


def _main(judged: Sequence[Judged], *, forced: bool) -> Table | None:
    """The table that is worth most as the plan; of equals the first. With `forced` any will do."""
    kinds = {one.kind for one in judged}
    if TableKind.PLAN in kinds or TableKind.LIST in kinds:
        kind = TableKind.PLAN if TableKind.PLAN in kinds else TableKind.LIST
        plans = [one for one in judged if one.kind is kind]
        rows: Counter[object] = Counter()
        for one in plans:
            rows[shape_of(one.table)] += len(one.table.grid_rows)
        return max(plans, key=lambda one: one.worth + min(_MOST_ROWS, rows[shape_of(one.table)])).table
    if forced and judged:
        return max(judged, key=lambda one: len(one.table.grid_rows)).table
    return None


def _roles(mapped: Mapping[str, int], table: Table) -> dict[int, Role]:
    """The roles that --map names, by column."""
    problems = []
    wanted: dict[int, Role] = {}
    width = len(table.columns)
    for name, column in mapped.items():
        role = role_of(name)
        if role is None:
            known = "、".join(one.value for one in Role if one not in _NOT_GIVEN)
            problems.append(Problem("--map", f"没有“{name}”这种列", f"可用的有{known}"))
        elif not 1 <= column <= width:
            problems.append(Problem("--map", f"{table.name}没有第 {column} 列", f"它有 {width} 列"))
        else:
            wanted[column - 1] = role
    if problems:
        raise Refused(problems)
    return wanted


def _may_go_on(one: Judged, main: Table) -> bool:
    """Whether a table without a heading, nearly as wide as the plan, may be what is left of it on a page."""
    table = one.table
    if table.header.is_printed or not main.header.is_printed or table.start < main.start:
        return False
    is_plain = one.kind in {TableKind.PLAN, TableKind.LIST, TableKind.OTHER}
    width = len(table.columns)
    return is_plain and width >= _NARROWEST and abs(width - len(main.columns)) <= _NARROWER


def _doubts_on_others(judged: Sequence[Judged], parts: Sequence[Table]) -> Iterator[Doubt]:
    """Every other table with works and offices: its number, rows and title."""
    taken = {part.number for part in parts}
    for one in judged:
        table = one.table
        if table.number in taken:
            continue
        if _may_go_on(one, parts[0]):
            told = f"第{table.number}个表格（{len(table.grid_rows)}行）没有标题行，像是前面的表格接下来的部分"
            yield Doubt(table.place, told, "没有读", "请核对，要用就接到前面的表格里再导入")
            continue
        if one.kind is not TableKind.PLAN or not table.has(*OFFICES):
            continue
        title = next(filter(None, map(plain_title, table.above)), "")
        named = (
            f"“{title}”（第{table.number}个表格，{len(table.grid_rows)}行）"
            if title
            else (f"第{table.number}个表格（{len(table.grid_rows)}行）")
        )
        yield Doubt(table.place, f"{named}也像任务分解表", "没有读", f"要读它请加 --table {table.number}")
