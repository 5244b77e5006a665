"""The cells of a workbook's sheets: each as its page shows it, and as somebody typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.unshown import Run, ShownText, Unshown, text_shown
from qjtask.importing.formats.workbooks.sheet_styles import PLAIN, CellStyle, S, is_on, to_int
from qjtask.importing.words.tidy_text import tidy

_LONGEST_CELL = 32_767  # characters (Excel's specifications and limits)
_LONGEST_NUMBER = 400  # characters; the longest number that is not infinite has some 310


class CellText(NamedTuple):
    """A cell's text as its page shows it, and as it was typed: struck words and all, a day with its year."""

    shown: ShownText
    typed: str


BLANK = CellText(ShownText(""), "")


class CellReader(NamedTuple):
    """What the cells of a workbook share: the styles, the texts, and the day that dates count from."""

    styles: Sequence[CellStyle]
    texts: Sequence[CellText]
    epoch: date

    def read(self, cell: Any) -> CellText:
        """One cell's text; blank for an error."""
        at = to_int(cell.get("s"))
        style = self.styles[at] if at < len(self.styles) else PLAIN
        found = self._value(cell, style)
        if style.look is not None and found.typed:
            return CellText(ShownText("", (Run(found.typed, style.look),)), found.typed)
        return found

    def _value(self, cell: Any, style: CellStyle) -> CellText:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return rich_text(cell.find(f"{S}is"))
        value = cell.findtext(f"{S}v") or ""
        if kind == "s":
            at = to_int(value)
            return self.texts[at] if value and at < len(self.texts) else BLANK
        if kind in {"n", "d"} and value:
            return self._number(value, style, is_day=kind == "d")
        return BLANK if kind == "e" else _plain(_unescaped(value))

    def _number(self, value: str, style: CellStyle, *, is_day: bool) -> CellText:
        try:
            if is_day:  # as Strict Open XML keeps them (ISO/IEC 29500-1, 18.18.11)
                number = float((date.fromisoformat(value[:10]) - self.epoch).days)
            else:
                number = float(value[:_LONGEST_NUMBER])
        except ValueError:
            return _plain(value)
        return CellText(
            ShownText(tidy(style.form.shown(number, self.epoch))), style.form.typed(number, self.epoch)
        )


def rich_text(node: Any) -> CellText:
    """A text with its runs; the reading printed above a name (rPh) is none of it."""
    if node is None:
        return BLANK
    runs = list(_runs(node))
    whole = _tidied("".join(run.text for run in runs))
    is_plain = not any(run.look or run.is_raised for run in runs)
    return CellText(ShownText(whole) if is_plain or len(whole) > _LONGEST_CELL else text_shown(runs), whole)


def _runs(node: Any) -> Iterator[Run]:
    for child in node:
        if child.tag == f"{S}t":
            yield Run(_unescaped(child.text or ""))
        elif child.tag == f"{S}r":
            text = _unescaped("".join(piece.text or "" for piece in child.iterfind(f"{S}t")))
            properties = child.find(f"{S}rPr")
            if properties is None:
                yield Run(text)
                continue
            raised = properties.find(f"{S}vertAlign")
            yield Run(
                text,
                Unshown.STRUCK if is_on(properties, "strike") else None,
                raised is not None and raised.get("val") == "superscript",
            )


def _plain(text: str) -> CellText:
    tidied = _tidied(text)
    return CellText(ShownText(tidied), tidied)


def _tidied(text: str) -> str:
    """A text as it is read; one that no cell can hold is left for its length to be told."""
    return tidy(text) if len(text) <= _LONGEST_CELL else text


def _unescaped(text: str) -> str:
    """_x000D_ as the character it stands for (ECMA-376 Part 1, 22.9.2.19); Excel writes breaks so."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
