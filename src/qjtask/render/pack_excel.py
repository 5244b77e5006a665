"""Fill-in workbooks: a unit's pack as .xlsx, locked but for the columns to fill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.pack import Pack, PackLine
from qjtask.core.packs.pack_form import FIELDS, GUIDE, ID, LOCKED, YES, Field, FieldKind, cut
from qjtask.core.text.width import width
from qjtask.render.one_line import one_line
from qjtask.render.print_tones import COLOURS

SHEET, MACHINE = "填报表", "qjtask"
_HEAD_ROW = 3  # counted from 0; over it stand the title, whose table it is, and the guide

_WIDTHS = (7, 14, 34, 11, 11, 20, 30, 7, 9, 11, 19)  # characters of a Latin letter's width, one per column
_FONT = {"font_name": "宋体", "font_charset": 134, "font_size": 10}  # 134 is GB 2312
_LINE = 14  # points
_LEAST_LINES, _MOST_LINES = 3, 28  # a row has room to write in; Excel allows 409 points
_LOCKED_HEAD, _OPEN_HEAD, _OPEN, _CLOSED = "#E7ECF3", "#FFE699", "#FFF9DB", "#EDEDED"
_DAY_FORM = "yyyy-mm-dd"


class _FieldStyle(NamedTuple):
    """How a kind of column to fill is written: its number's form, its side, and the rule of what it takes."""

    num_format: str
    align: str
    rule: Mapping[str, Any]


_FIELDS = {
    FieldKind.TEXT: _FieldStyle("@", "left", {"validate": "any"}),
    FieldKind.PERCENT: _FieldStyle(
        "0", "center", {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 100}
    ),
    FieldKind.YES: _FieldStyle("@", "center", {"validate": "list", "source": [YES]}),
    # its first day is that of the plan's year
    FieldKind.DAY: _FieldStyle(
        _DAY_FORM, "center", {"validate": "date", "criteria": "between", "maximum": "=TODAY()"}
    ),
}
_A4 = 9


def pack_excel(pack: Pack) -> bytes:
    """The workbook's bytes, the same for the same pack. Texts are written as texts, never as formulas."""
    import xlsxwriter  # type: ignore[import-untyped]

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": one_line(pack.title)[:255], "created": datetime.combine(pack.day, time())})
    _Drawing(book, pack).draw()
    machine = book.add_worksheet(MACHINE)
    machine.very_hidden()
    for at, pair in enumerate(pack.identity.rows()):
        for column, text in enumerate(pair):
            machine.write_string(at, column, one_line(text))
    book.close()
    return made.getvalue()


class _Drawing:
    """The sheet that people see."""

    def __init__(self, book: Any, pack: Pack) -> None:
        self._book = book
        self._pack = pack
        self._sheet = book.add_worksheet(SHEET)
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._last_row = _HEAD_ROW + len(pack.lines)
        self._last_column = len(LOCKED) + len(FIELDS) - 1

    def draw(self) -> None:
        """The whole sheet."""
        self._set_up()
        self._head()
        for at, line in enumerate(self._pack.lines, _HEAD_ROW + 1):
            self._line(at, line)
        for column, field in enumerate(FIELDS, len(LOCKED)):
            self._validate(column, field)

    def _set_up(self) -> None:
        sheet = self._sheet
        for column, cells in enumerate(_WIDTHS):
            sheet.set_column(column, column, cells)
        sheet.freeze_panes(_HEAD_ROW + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.print_area(0, 0, self._last_row, self._last_column)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        # Without a password: it keeps the ids from slipping, and hides nothing from anybody.
        sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})

    def _head(self) -> None:
        lines: tuple[tuple[str, int, dict[str, Any]], ...] = (
            (
                f"{self._pack.title}填报表",
                30,
                {"bold": True, "font_name": "黑体", "font_size": 16, "align": "center"},
            ),
            ("　　".join(self._pack.head), 20, {}),
            ("\n".join(GUIDE), 18 * len(GUIDE), {"text_wrap": True}),
        )
        for row, (text, height, look) in enumerate(lines):
            style = self._style(valign="vcenter", **look)
            shown = "\n".join(map(one_line, cut(text).split("\n")))
            self._sheet.merge_range(row, 0, row, self._last_column, "", style)
            self._sheet.write_string(row, 0, shown, style)
            self._sheet.set_row(row, height)
        for column, heading in enumerate((*LOCKED, *(field.heading for field in FIELDS))):
            colour = _LOCKED_HEAD if column < len(LOCKED) else _OPEN_HEAD
            style = self._style(bold=True, align="center", valign="vcenter", border=1, bg_color=colour)
            self._sheet.write_string(_HEAD_ROW, column, heading, style)
        self._sheet.set_row(_HEAD_ROW, 22)

    def _line(self, at: int, line: PackLine) -> None:
        # Not every program fits a row to its text by itself.
        needed = max(width(cell.text) // (_WIDTHS[n] - 2) + 1 for n, cell in enumerate(line.cells))
        self._sheet.set_row(at, _LINE * min(max(needed, _LEAST_LINES), _MOST_LINES))
        for column, cell in enumerate(line.cells):
            style = self._cell(bold=LOCKED[column] == ID, font_color=f"#{COLOURS.get(cell.tone, '000000')}")
            if isinstance(cell.value, date):
                day = self._cell(num_format=_DAY_FORM, align="left")
                self._sheet.write_datetime(at, column, datetime.combine(cell.value, time()), day)
            else:
                self._sheet.write_string(at, column, one_line(cell.text), style)
        for column, field in enumerate(FIELDS, len(LOCKED)):
            form, align, _ = _FIELDS[field.kind]
            is_open = field in line.fields
            colour = _OPEN if is_open else _CLOSED
            style = self._cell(num_format=form, locked=not is_open, bg_color=colour, align=align)
            self._sheet.write_blank(at, column, None, style)

    def _validate(self, column: int, field: Field) -> None:
        """What a column accepts; a text column shows its hint and accepts anything."""
        rule = dict(_FIELDS[field.kind].rule)
        if field.kind is FieldKind.DAY:
            rule["minimum"] = date(self._pack.year, 1, 1)
        told = {"input_title": field.heading, "input_message": field.hint}
        wrong = {"error_title": f"“{field.heading}”填得不对", "error_message": field.hint}
        self._sheet.data_validation(_HEAD_ROW + 1, column, self._last_row, column, {**rule, **told, **wrong})

    def _cell(self, **look: Any) -> Any:
        """The style of a table's cell."""
        return self._style(text_wrap=True, valign="vcenter", border=1, border_color="#A6A6A6", **look)

    def _style(self, **look: Any) -> Any:
        """A style, made once for every look."""
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format({**_FONT, **look})
        return self._styles[key]
