"""Workbooks filled in as a unit would, by writing into their XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from qjtask.importing.formats.workbooks.filled import read_filled

SHEET = "xl/worksheets/sheet1.xml"
MACHINE = "xl/worksheets/sheet2.xml"


def fill(data: bytes, cells: Mapping[str, str | float], part: str = SHEET) -> bytes:
    """The workbook with texts and numbers put into cells (G5), which keep their style."""
    return edited(data, part, lambda sheet: _filled(sheet, cells))


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name == part else content)
    return made.getvalue()


def _filled(sheet: str, cells: Mapping[str, str | float]) -> str:
    for at, value in cells.items():
        found = re.search(rf'<c r="{at}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)', sheet)
        assert found, f"the sheet has no cell {at}"
        style = found[1] or ""
        if isinstance(value, str):
            text = escape(value).replace("\n", "&#10;")
            cell = f'<c r="{at}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        else:
            cell = f'<c r="{at}"{style}><v>{value}</v></c>'
        sheet = sheet.replace(found[0], cell, 1)
    return sheet


def address(data: bytes, item: str, heading: str) -> str:
    """The cell, like G5, of an item's row and a column."""
    for row in read_filled(data, "x.xlsx").rows:
        if row["编号"].text == item:
            return row[heading].at.rpartition("!")[2]
    raise AssertionError(item)


def report(data: bytes, item: str, **fields: str | float) -> bytes:
    """The workbook with an item's columns filled in."""
    return fill(data, {address(data, item, heading): value for heading, value in fields.items()})
