"""What a document's tables, their columns and their rows were taken for, and why: for `import --explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Refused
from qjtask.core.text.comparing import bare
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.office_headings import are_plain
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.drafts.choosing import choose, judged_tables
from qjtask.importing.drafts.doubts_on_all import said_of_roles
from qjtask.importing.drafts.draft import Wishes, reads_paragraphs
from qjtask.importing.rows.judged_rows import JudgedRow, judge_rows
from qjtask.importing.rows.row_verdicts import texts_of_row
from qjtask.importing.tables.table_kinds import Judged
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import Role
from qjtask.importing.works.clause_explain import ExplainedLine, explained_lines
from qjtask.importing.works.clause_reading import read_clause_plan

_COLUMNS = (
    Column("列", is_number=True),
    Column("标题", weight=1),
    Column("当作", weight=1),
    Column("依据", weight=4),
    Column("其次", weight=1),
)
_ROWS = (
    Column("位置"),
    Column("当作", weight=1),
    Column("为什么", weight=2),
    Column("文字", weight=4, short=True),
)


class Explanation(NamedTuple):
    """Every table with what it is, the plan's table and its rows or its paragraphs, and why there is none."""

    judged: tuple[Judged, ...]
    plan: Table | None
    rows: tuple[JudgedRow, ...]
    refused: Refused | None
    paragraphs: tuple[ExplainedLine, ...] = ()


def explain(document: SourceDocument, shown: str, wishes: Wishes) -> Explanation:
    """How a document is read, as far as it can be."""
    judged = judged_tables(document)
    listed = read_clause_plan(document, whatever_titled=wishes.clauses)
    if listed.tasks and reads_paragraphs(wishes, listed, judged):
        return Explanation(judged, None, (), None, tuple(explained_lines(listed)))
    try:
        choice = choose(document, shown, judged, listed, wishes.columns, wishes.table)
    except Refused as refused:
        return Explanation(judged, None, (), refused)
    return Explanation(judged, choice.table, judge_rows(choice.table), None)


def explanation_sheets(explanation: Explanation) -> list[Sheet]:
    """A sheet of columns for each table, and one of the plan's rows."""
    sheets = []
    for one in explanation.judged:
        title = f"第{one.table.number}个表格（{one.table.name}）：{one.kind.value}，因为{one.reason}"
        table = _as_read(one, explanation)
        is_plan = table is explanation.plan
        said = said_of_roles(table.roles, plain_duties=are_plain(table.columns))
        note = "；".join(("这个表格读作计划", *said)) if is_plan else "没有读"
        columns = tuple(_column(column, table) for column in table.columns)
        sheets.append(Sheet(title, _COLUMNS, columns, (note,)))
    if explanation.rows:
        rows = tuple(map(_row, explanation.rows))
        sheets.append(Sheet("计划的各行", _ROWS, rows, (f"{len(rows)}行，没有写入文件",)))
    if explanation.paragraphs:
        lines = tuple(tuple(map(Cell, line)) for line in explanation.paragraphs)
        sheets.append(Sheet("正文各段", _ROWS, lines, (f"{len(lines)}段，没有写入文件",)))
    return sheets


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "tables": [
            {
                "number": one.table.number,
                "name": one.table.name,
                "kind": one.kind.value,
                "reason": one.reason,
                "columns": [_column_object(column) for column in _as_read(one, explanation).columns],
            }
            for one in explanation.judged
        ],
        "plan": explanation.plan.number if explanation.plan else None,
        "rows": [
            {
                "place": row.place,
                "kind": row.kind.value,
                "reason": row.verdict.reason,
                "text": _text(row),
            }
            for row in explanation.rows
        ],
        "paragraphs": [one._asdict() for one in explanation.paragraphs],
    }


def _as_read(one: Judged, explanation: Explanation) -> Table:
    """A table with its columns; the plan's as a person mapped them."""
    plan = explanation.plan
    return plan if plan is not None and plan.number == one.table.number else one.table


def _column(column: ColumnReading, table: Table) -> tuple[Cell, ...]:
    taken = column.role.value if column.role else Role.OTHER.value
    other = "；".join(_next_best(column, table))
    tone = Tone.YELLOW if column.is_close else Tone.DIM if column.role in {None, Role.OTHER} else Tone.STRONG
    why = "；".join(_reasons(column))
    return (
        Cell(column.at + 1),
        Cell(bare(column.name) or "（没有）"),
        Cell(taken, tone),
        Cell(why),
        Cell(other),
    )


def _next_best(column: ColumnReading, table: Table) -> Iterator[str]:
    """What the column nearly was, and which column nearly was what this one is, by how much each lost."""
    if column.other:
        yield f"{column.other.value}（差{column.margin}）"
    if column.rival:
        at, margin = column.rival
        yield f"“{bare(table.columns[at].name) or f'第{at + 1}列'}”一列（差{margin}）"


def _reasons(column: ColumnReading) -> Iterator[str]:
    for one in column.evidence:
        weight = f"{one.role.value}{one.weight:+d}" if one.weight else one.role.value
        yield f"{weight}（{one.reason}）"


def _column_object(column: ColumnReading) -> dict[str, Any]:
    return {
        "column": column.at + 1,
        "heading": bare(column.name),
        "role": column.role.value if column.role else None,
        "other": column.other.value if column.other else None,
        "margin": column.margin if column.other else None,
        "rival": {"column": column.rival.at + 1, "margin": column.rival.margin} if column.rival else None,
        "evidence": [one._asdict() for one in column.evidence],
    }


def _row(row: JudgedRow) -> tuple[Cell, ...]:
    return Cell(row.place), Cell(row.kind.value), Cell(row.verdict.reason), Cell(_text(row))


def _text(row: JudgedRow) -> str:
    texts: Sequence[str] = texts_of_row(row.view) if row.view else [row.verdict.text]
    return " | ".join(texts)
