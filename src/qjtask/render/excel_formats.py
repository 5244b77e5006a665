"""How an Excel workbook looks: fonts, sizes, borders.

A workbook cannot name a second choice of font as Word can: 仿宋 and 黑体 come with Windows; for
小标宋 a machine without it goes by the character set, GB 2312, and takes 宋体.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from qjtask.core.layout.sheet import Tone
from qjtask.core.named_tuple import NamedTuple
from qjtask.render.print_tones import BOLD, COLOURS


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


class _LookStyle(NamedTuple):
    """What sets a look apart; `size` in points."""

    font: str = "仿宋"
    size: int = 11
    align: str = "left"
    border: int = 0
    num_format: str = ""


_XIAOBIAOSONG, _HEITI = "方正小标宋简体", "黑体"
_LOOKS = {
    Look.TITLE: _LookStyle(_XIAOBIAOSONG, size=18, align="center"),
    Look.HEAD: _LookStyle(size=12, align="center"),
    Look.HEADING: _LookStyle(_HEITI, size=13),
    Look.BODY: _LookStyle(size=12),
    Look.SIGN: _LookStyle(size=12, align="right"),
    Look.CAPTION: _LookStyle(_HEITI, size=12, align="center"),
    Look.COLUMN: _LookStyle(_HEITI, align="center", border=1),
    Look.CELL: _LookStyle(border=1),
    Look.CENTRED: _LookStyle(align="center", border=1),
    Look.DAY: _LookStyle(align="center", border=1, num_format='yyyy"年"m"月"d"日"'),
    Look.SECTION: _LookStyle(_HEITI, border=1),
    Look.NOTE: _LookStyle(),
}


def size(look: Look) -> int:
    """How high its letters are, in points."""
    return _LOOKS[look].size


class Formats:
    """The workbook's formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.of = cache(self._new)

    def _new(self, look: Look, tone: Tone, is_over_rows: bool) -> Any:
        style = _LOOKS[look]
        properties: dict[str, Any] = {
            "font_name": style.font,
            "font_charset": 134,  # GB 2312
            "font_size": style.size,
            "align": style.align,
            "valign": "top" if is_over_rows else "vcenter",  # in the middle a new page may cut it in two
            "text_wrap": True,
            "bold": tone in BOLD,
            "border": style.border,
        }
        if tone in COLOURS:
            properties["font_color"] = f"#{COLOURS[tone]}"
        if style.num_format:
            properties["num_format"] = style.num_format
        return self._book.add_format(properties)
