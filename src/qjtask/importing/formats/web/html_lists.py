"""The numbers of a page's ordered lists, which the browser writes and the text does not hold: 1., 一、, a."""

from __future__ import annotations

import re
from typing import Any

from qjtask.core.time.numerals import to_chinese
from qjtask.importing.formats.web.html_runs import is_silent

_LIST_STYLE = r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+)?([\w-]+)"
_CHINESE = frozenset(
    ("cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal")
)
_LETTERS = {
    "a": "a",
    "A": "A",
    "lower-alpha": "a",
    "upper-alpha": "A",
    "lower-latin": "a",
    "upper-latin": "A",
}
_NONE = frozenset(("none", "disc", "circle", "square"))
_HAS_NUMBER = r"\s*(?:[（(]\s*)?[\d０-９一二三四五六七八九十①-⑳]{1,4}\s*[、.．,，)）:：]"
_MOST = 999


def write_numbers(root: Any) -> None:
    """Write before each item of the ordered lists of a page what a browser writes there.

    A list that is drawn without numbers has none; an item whose text begins with one has that.
    """
    for node in root.iter("ol"):
        style = re.search(_LIST_STYLE, node.get("style") or "")
        form = style[1] if style else node.get("type") or ""
        if form in _NONE:
            continue
        number = _count(node.get("start"), 1)
        for item in node.iterchildren("li"):
            number = _count(item.get("value"), number)
            _write(item, _written(number, form))
            number += 1


def _write(item: Any, label: str) -> None:
    """Put a label before the first words of an item, wherever in it they stand."""
    for node in item.iter():
        if not is_silent(node) and (node.text or "").strip():
            if not re.match(_HAS_NUMBER, node.text):
                node.text = label + node.text.lstrip()
            return
        if node is not item and (node.tail or "").strip():
            if not re.match(_HAS_NUMBER, node.tail):
                node.tail = label + node.tail.lstrip()
            return


def _written(number: int, form: str) -> str:
    if form in _CHINESE and 0 < number <= _MOST:
        return f"{to_chinese(number)}、"
    if form in _LETTERS and 0 < number <= 26:
        return f"{chr(ord(_LETTERS[form]) + number - 1)}."
    return f"{number}."


def _count(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
