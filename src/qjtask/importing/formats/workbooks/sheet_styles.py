"""A workbook's styles (xl/styles.xml): how a cell shows its number, and whether it is struck out."""

from __future__ import annotations

from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.unshown import Unshown
from qjtask.importing.formats.workbooks.number_formats import (
    GENERAL,
    NumberFormat,
    built_in,
    number_format,
    shows_nothing,
)

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NO = frozenset(("0", "false", "off"))


class CellStyle(NamedTuple):
    """What of a cell's style changes what is read."""

    form: NumberFormat = GENERAL
    look: Unshown | None = None


PLAIN = CellStyle()


def cell_styles(styles: Any) -> tuple[CellStyle, ...]:
    """The styles that cells name by their place; none without a styles part."""
    if styles is None:
        return ()
    codes = {
        to_int(one.get("numFmtId")): one.get("formatCode") or ""
        for one in styles.iterfind(f"{S}numFmts/{S}numFmt")
    }
    forms = {number: number_format(code) for number, code in codes.items()}
    struck = [is_on(font, "strike") for font in styles.iterfind(f"{S}fonts/{S}font")]
    found = []
    for one in styles.iterfind(f"{S}cellXfs/{S}xf"):
        number, font = to_int(one.get("numFmtId")), to_int(one.get("fontId"))
        form = forms[number] if number in forms else built_in(number)
        look = Unshown.STRUCK if font < len(struck) and struck[font] else None
        found.append(CellStyle(form, Unshown.HIDDEN if shows_nothing(codes.get(number, "")) else look))
    return tuple(found)


def is_on(properties: Any, name: str) -> bool:
    """Whether properties of a font or a run have a switch, and it is on."""
    switch = properties.find(f"{S}{name}")
    return switch is not None and switch.get("val", "1") not in _NO


def to_int(text: str | None) -> int:
    """A whole number that a file gives; 0 for anything else, and for what is too long."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0
