"""How an Excel workbook looks: fonts, sizes, borders.

A workbook cannot name a second choice of font as Word can: 仿宋 and 黑体 come with Windows; for
小标宋 a machine without it goes by the character set, GB 2312, and takes 宋体.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from qjtask.core.layout.sheet import Tone
from qjtask.render.print_tones import BOLD, COLOURS

DAY = 'yyyy"年"m"月"d"日"'


class Look(StrEnum):
    """What a cell is."""

    TITLE = "title"
    HEAD = "head"
    HEADING = "heading"
    BODY = "body"
    SIGN = "sign"
    CAPTION = "caption"
    COLUMN = "column"
    CELL = "cell"
    CENTRED = "centred"
    DAY = "day"
    SECTION = "section"
    NOTE = "note"


SIZES = {Look.TITLE: 18, Look.HEAD: 12, Look.HEADING: 13, Look.BODY: 12, Look.SIGN: 12, Look.CAPTION: 12}
"""Points, where it is not that of a table."""

TABLE_SIZE = 11
_HEITI = frozenset((Look.HEADING, Look.CAPTION, Look.COLUMN, Look.SECTION))
_ALIGN = {
    Look.TITLE: "center",
    Look.HEAD: "center",
    Look.SIGN: "right",
    Look.CAPTION: "center",
    Look.COLUMN: "center",
    Look.CENTRED: "center",
    Look.DAY: "center",
}
_BORDERED = frozenset((Look.COLUMN, Look.CELL, Look.CENTRED, Look.DAY, Look.SECTION))


class Formats:
    """The workbook's formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.of = cache(self._new)

    def _new(self, look: Look, tone: Tone, is_over_rows: bool) -> Any:
        font = "方正小标宋简体" if look is Look.TITLE else "黑体" if look in _HEITI else "仿宋"
        properties: dict[str, Any] = {
            "font_name": font,
            "font_charset": 134,  # GB 2312
            "font_size": SIZES.get(look, TABLE_SIZE),
            "align": _ALIGN.get(look, "left"),
            "valign": "top" if is_over_rows else "vcenter",  # in the middle a new page may cut it in two
            "text_wrap": True,
            "bold": tone in BOLD,
            "border": int(look in _BORDERED),
        }
        if tone in COLOURS:
            properties["font_color"] = f"#{COLOURS[tone]}"
        if look is Look.DAY:
            properties["num_format"] = DAY
        return self._book.add_format(properties)
