"""A workbook's styles (xl/styles.xml): how a cell shows its number, and whether it is struck out."""

from __future__ import annotations

from typing import Any, NamedTuple

from qjtask.importing.number_formats import GENERAL, NumberFormat, built_in, number_format

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NO = frozenset(("0", "false", "off"))


class CellStyle(NamedTuple):
    """What of a cell's style changes what is read."""

    form: NumberFormat = GENERAL
    is_struck: bool = False


PLAIN = CellStyle()


def cell_styles(styles: Any) -> tuple[CellStyle, ...]:
    """The styles that cells name by their place; none without a styles part."""
    if styles is None:
        return ()
    forms = {
        _int(one.get("numFmtId")): number_format(one.get("formatCode") or "")
        for one in styles.iterfind(f"{S}numFmts/{S}numFmt")
    }
    struck = [is_on(font, "strike") for font in styles.iterfind(f"{S}fonts/{S}font")]
    found = []
    for one in styles.iterfind(f"{S}cellXfs/{S}xf"):
        number, font = _int(one.get("numFmtId")), _int(one.get("fontId"))
        form = forms[number] if number in forms else built_in(number)
        found.append(CellStyle(form, font < len(struck) and struck[font]))
    return tuple(found)


def is_on(properties: Any, name: str) -> bool:
    """Whether properties of a font or a run have a switch, and it is on."""
    switch = properties.find(f"{S}{name}")
    return switch is not None and switch.get("val", "1") not in _NO


def _int(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0
