"""Tables drawn by the tests in every format, and read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

import pytest

from qjtask.core.plan.plan import Group, Item, Owner, Plan, Rules
from qjtask.importing.document.head import Head
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from qjtask.importing.drafts.report import unchanged
from qjtask.importing.formats.files import read_document
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.plan_writer import plan_yaml

Drawn = list[list[tuple[str, int, int]]]
"""Rows of cells that begin there: text, rows covered, columns covered."""

YEAR = 2021
TITLE = "2021年重点工作任务分解表"
HEADINGS = ("重点任务", "具体工作", "牵头单位", "责任单位", "完成时限", "备注")
NUMERALS = "零一二三四五六七八九十"


def _cells(drawn: Drawn) -> tuple[list[tuple[int, int, str, int, int]], int]:
    """Each cell with its place, and the table's width."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(drawn):
        column = 0
        for text, rows, columns in cells:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
            found.append((row, column, text, rows, columns))
            column += columns
    return found, max((column + 1 for _, column in taken), default=0)


def html_table(drawn: Drawn) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td rowspan="{rows}" colspan="{columns}">{escape(text).replace(chr(10), "<br/>")}</td>'
            for text, rows, columns in cells
        )
        + "</tr>"
        for cells in drawn
    )
    return f"<table>{rows}</table>"


def to_html(drawn: Drawn, title: str = TITLE) -> bytes:
    return f"<html><meta charset='utf-8'><body><p>{title}</p>{html_table(drawn)}</body></html>".encode()


def to_docx(drawn: Drawn, title: str = TITLE) -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(title)
    cells, width = _cells(drawn)
    table = document.add_table(rows=len(drawn), cols=width)
    grid = [list(row.cells) for row in table.rows]
    for row, column, text, rows, columns in cells:
        cell = grid[row][column]
        if rows > 1 or columns > 1:
            cell = cell.merge(grid[row + rows - 1][column + columns - 1])
        cell.text = text
    document.add_paragraph("")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def to_xlsx(drawn: Drawn, title: str = TITLE) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet("任务分解")
    cells, width = _cells(drawn)
    sheet.merge_range(0, 0, 0, width - 1, title)
    for row, column, text, rows, columns in cells:
        if rows > 1 or columns > 1:
            sheet.merge_range(row + 1, column, row + rows, column + columns - 1, text)
        else:
            sheet.write_string(row + 1, column, text)
    book.close()
    return made.getvalue()


def to_csv(drawn: Drawn, title: str = TITLE) -> bytes:
    cells, width = _cells(drawn)
    lines = [[""] * width for _ in drawn]
    for row, column, text, _, _ in cells:
        lines[row][column] = text
    made = io.StringIO()
    csv.writer(made).writerows([[title, *[""] * (width - 1)], *lines])
    return made.getvalue().encode("gb18030")


WRITERS: dict[str, Callable[..., bytes]] = {"html": to_html, "docx": to_docx, "xlsx": to_xlsx, "csv": to_csv}


def draw_plan(plan: Plan) -> Drawn:
    """A plan as its office would print it: the group's cell merged over its works."""
    drawn: Drawn = [[(name, 1, 1) for name in HEADINGS]]
    for group in plan.groups:
        for at, item in enumerate(group.items):
            heading = (
                [(f"（{_numeral(int(group.id))}）{group.heading}", len(group.items), 1)] if at == 0 else []
            )
            texts = (item.work, "、".join(item.lead), "、".join(item.units), item.deadline.text, item.note)
            drawn.append([*heading, *((text, 1, 1) for text in texts)])
    return drawn


def _numeral(number: int) -> str:
    from qjtask.core.time.numerals import to_chinese

    return to_chinese(number)


def drafted(data: bytes | str, name: str, **wishes: Any) -> Draft:
    """Read a file's bytes as the command does."""
    data = data.encode() if isinstance(data, str) else data
    document = read_document(data, name, name, lambda _: None)
    return read_draft(document, name, Wishes(**wishes), YEAR, lambda _: None)


def rows_of(draft: Draft) -> list[tuple[str, str, str, str, str]]:
    """Id, work, lead, units, deadline of every item."""
    return [
        (item.id, item.work, "、".join(item.lead), "、".join(item.units), item.deadline.text)
        for item in draft.plan.items()
    ]


def full_rows_of(draft: Draft) -> list[tuple[str, ...]]:
    """Id, work, lead, units, support, deadline of every item, in the table's order."""
    items = sorted(draft.plan.items(), key=lambda item: list(draft.places).index(item.id))
    return [
        (
            item.id,
            item.work,
            *("、".join(names) for names in (item.lead, item.units, item.support)),
            item.deadline.text,
        )
        for item in items
    ]


def as_written(plan: Plan) -> Plan:
    """The plan as a file keeps it, with the items' fields that its form writes down."""
    probe = Item("1.1", "做", (), ("甲",), plan.groups[0].items[0].deadline, no="1", support=("乙",))
    whole = Plan("表", 2021, (Group("1", "组", (probe,)),), rules=Rules(owner=Owner.LEAD))
    kept = parse_plan(plan_yaml(whole), "x")
    fields = {name: Item._field_defaults[name] for name in ("no", "support")}
    lost = {name: value for name, value in fields.items() if getattr(next(kept.items()), name) == value}
    groups = tuple(
        group._replace(items=tuple(item._replace(**lost) for item in group.items)) for group in plan.groups
    )
    return unchanged(plan._replace(groups=groups, rules=plan.rules if kept.rules == whole.rules else Rules()))


class Kit:
    """What the tests of this folder share."""

    writers = WRITERS
    headings = HEADINGS
    html_table = staticmethod(html_table)
    to_html = staticmethod(to_html)
    to_docx = staticmethod(to_docx)
    to_xlsx = staticmethod(to_xlsx)
    to_csv = staticmethod(to_csv)
    draw_plan = staticmethod(draw_plan)
    drafted = staticmethod(drafted)
    rows_of = staticmethod(rows_of)
    full_rows_of = staticmethod(full_rows_of)
    as_written = staticmethod(as_written)
    head = Head(TITLE, "某发〔2021〕1号", "某局", date(2021, 3, 26), YEAR)

    @staticmethod
    def table(*rows: Any) -> Drawn:
        """A drawn table of texts and of (text, rows, columns)."""
        return [[cell if isinstance(cell, tuple) else (cell, 1, 1) for cell in row] for row in rows]


@pytest.fixture(scope="session")
def kit() -> Kit:
    return Kit()
