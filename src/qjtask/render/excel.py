"""Documents as Excel workbooks (.xlsx): a worksheet for each part, printed one page wide on A4."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from qjtask.core.layout.document import Document, Part
from qjtask.core.layout.sheet import Sheet
from qjtask.core.problem import refuse
from qjtask.render.excel_formats import Formats
from qjtask.render.excel_sheet import Drawing
from qjtask.render.one_line import one_line

MOST_ROWS = 1_048_576
"""Rows of a worksheet, by the format."""

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(
    tzinfo=None
)  # always the same: the same ledger, the same file
_LONGEST_NAME = 31  # UTF-16 units
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_A4 = 9
_MARGIN = 0.7  # inches
# Halves of a Han character of 11 points between the margins, upright and lying.
_UPRIGHT, _LYING = 90, 134


def excel(document: Document) -> bytes:
    """The .xlsx file of a document; the same document gives the same bytes.

    Texts are written as texts, never as formulas or links. Refused when a part has more rows than
    a worksheet.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    drawn = BytesIO()
    with Workbook(drawn, {"in_memory": True}) as book:
        book.set_properties({"title": one_line(document.title)[:255], "created": _MADE})
        formats = Formats(book)
        names: set[str] = set()
        for part in document.parts:
            _check_rows(part)
            sheet = book.add_worksheet(_name(part.title, names))
            _lay(sheet, is_wide=document.is_wide)
            Drawing(sheet, formats, part, _LYING if document.is_wide else _UPRIGHT).draw(part)
    return drawn.getvalue()


def _lay(sheet: Any, *, is_wide: bool) -> None:
    """The paper and its page number."""
    sheet.set_paper(_A4)
    if is_wide:
        sheet.set_landscape()
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C— &P —")
    sheet.hide_gridlines(2)


def _name(title: str, taken: set[str]) -> str:
    """A worksheet's name after its title: legal, short enough, and used once, whatever its case."""
    plain = _NOT_IN_NAMES.sub(" ", one_line(title)).strip(" '") or "表"
    number = 1
    name = _short(plain, "")
    while name.casefold() in taken or name.casefold() == "history":  # Excel keeps that one for itself
        number += 1
        name = _short(plain, f"（{number}）")
    taken.add(name.casefold())
    return name


def _short(name: str, ending: str) -> str:
    room = 2 * (_LONGEST_NAME - len(ending))
    return name.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore").strip(" '") + ending


def _check_rows(part: Part) -> None:
    blocks = (*part.blocks, *part.below)
    rows = len(part.head) + len(blocks) + len(part.sign) + 1
    for block in blocks:
        if isinstance(block, Sheet):
            rows += len(block.rows) + len(block.sections) + len(block.notes) + 1
    if rows > MOST_ROWS:
        raise refuse("--output", f"表格有{rows}行，Excel 的一张工作表只放得下{MOST_ROWS}行", "请换成 .html")
