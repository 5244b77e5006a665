"""The table that was chosen as the plan: its works under their headings, and its head."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.problem import refuse
from qjtask.importing.columns.office_headings import are_plain
from qjtask.importing.document.cards import head_of_card
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.head import Head, read_head
from qjtask.importing.document.head_source import Source
from qjtask.importing.drafts.choosing import Choice
from qjtask.importing.outline.number_marks import (
    is_of_marks,
    marks_of,
    marks_of_works,
    said_of_marks,
    with_marks_read,
)
from qjtask.importing.outline.offices_above import with_offices_above
from qjtask.importing.outline.outline import Outline
from qjtask.importing.outline.understood import Understood
from qjtask.importing.outline.usual_deadline import (
    says_usual,
    usual_deadline,
    with_deadline_of_all,
    with_usual_deadline,
)
from qjtask.importing.rows.judged_rows import JudgedRow, judge_rows
from qjtask.importing.rows.row_verdicts import RowKind
from qjtask.importing.rows.table_outline import fold
from qjtask.importing.tables.column_doubts import said_of_columns
from qjtask.importing.tables.table_kinds import rows_of_cards
from qjtask.importing.tables.tables import Table, has_file_numbers, has_goals_above, is_by_offices
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.lead_notes import LeadNote, is_told, lead_note
from qjtask.importing.words.vocabulary import words


def of_table(document: SourceDocument, shown: str, choice: Choice, given: Head) -> Understood:
    """What the plan's table gives. Refused when it holds no work."""
    table = choice.table
    rows = judge_rows(table)
    said = [*table.header.names, *table.above, *_texts(rows, RowKind.NOTE)]
    paragraphs = [block for block in document.blocks if isinstance(block, str)]
    leads = lead_note(said, paragraphs)
    leads = leads._replace(rest=None) if table.has(Role.LEAD) else leads
    outline = _outline(table, rows, leads, [*said, *paragraphs])
    around = [*_texts(rows, RowKind.NOTE), *paragraphs]
    outline = with_deadline_of_all(with_usual_deadline(outline, usual_deadline(around)), around)
    if not outline.rows:
        raise refuse(shown, "表格里没有一项工作", "请核对是不是选错了表格，可用 --table 指明")
    source = Source(
        document,
        table.above,
        head_of_card(document, rows_of_cards(choice.judged, document)),
        (shown, *(grid.name.strip("“”") for grid in document.grids)),
        table.header.names,
        [row.deadline_text for row in outline.rows],
        [row.work for row in outline.rows],
        signed=_texts(rows, RowKind.SIGNED),
    )
    head = read_head(source, given)
    roles = frozenset(role for role in table.roles if role is not None)
    sizes = _sizes_beside_goals(table)
    of_sizes = (f"“{sizes}”写的是整个项目，里面的数没有记作指标",) if sizes else ()
    said_once = (*said_of_columns(table), *of_sizes)
    return Understood(
        outline,
        head,
        roles,
        table.place,
        choice.doubts,
        leads,
        has_goals_above(table),
        bool(sizes),
        said_once,
        plain_duties=are_plain(table.columns),
        dated_inside=any(column.role is Role.WORK and column.is_dated for column in table.columns),
    )


def _sizes_beside_goals(table: Table) -> str:
    """What heads the sizes of whole projects, beside goals of one year: 建设规模 | 2022年目标; "" without."""
    known = words().telling
    of_year = [any(map(one.name.__contains__, known.of_the_year)) for one in table.columns]
    columns = [*zip(table.columns, of_year, strict=True)]
    if not any(is_own for column, is_own in columns if column.role is Role.TARGET):
        return ""
    sizes = (one.name for one, is_own in columns if one.role is Role.WORK and not is_own)
    return next((name for name in sizes if any(map(name.__contains__, known.of_all_years))), "")


def _outline(table: Table, rows: Sequence[JudgedRow], leads: LeadNote, said: Sequence[str]) -> Outline:
    """The works of a table under their headings; what is `said` around them may explain marks.

    A note that says nothing but what `leads` or these marks do, or by when works without a day are due, is
    obeyed, and is no remark.
    """
    views = [row.view for row in rows if row.view is not None]
    marks = marks_of(view.text(Role.NUMBER) for view in views)
    marks |= marks_of_works(view.text(role) for view in views for role in (Role.NAME, Role.WORK))
    notes = _texts(rows, RowKind.NOTE)
    obeyed = {text for text in notes if is_told(text, leads) or is_of_marks(text, marks) or says_usual(text)}
    outline = fold(rows, has_headings=table.has(Role.TASK), obeyed=obeyed)
    outline = with_marks_read(outline, said_of_marks(said, marks))
    outline = with_offices_above(outline) if is_by_offices(table) else outline
    return outline._replace(counts=not has_file_numbers(table))


def _texts(rows: Sequence[JudgedRow], kind: RowKind) -> list[str]:
    """What the rows of a kind say."""
    return [row.verdict.text for row in rows if row.kind is kind]
