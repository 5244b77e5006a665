"""Word's automatic numbers, which are not in the text: （三）, 1., ① restored from numbering.xml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from qjtask.core.time.numerals import to_chinese

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "chineseLegalSimplified",
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
_FIRST_CIRCLED = ord("①")
_LAST_CIRCLED = 20
_LETTERS = 26
_LABEL = "qjtask-label"


class Numbering:
    """Counts each list as the paragraphs go by, and writes the number a paragraph shows."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # list and level: format, text, start
        self._decimal: set[tuple[str, int]] = set()  # levels that show all their numbers as 1, 2, 3 (isLgl)
        self._counts: dict[tuple[str, int], int] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._abstract: dict[str, str] = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None and self._levels:
            self._read_styles(styles)

    def label(self, paragraph: Any) -> str:
        """The number that stands before this paragraph; "" for none and for a bullet.

        It is noted on the paragraph: one inside a nested table is asked about twice and counted once.
        """
        if not self._levels:
            return ""
        known: str | None = paragraph.get(_LABEL)
        if known is None:
            known = self._next(paragraph)
            paragraph.set(_LABEL, known)
        return known

    def _next(self, paragraph: Any) -> str:
        place = self._place(paragraph)
        if place is None or place not in self._levels:
            return ""
        numbers, level = place
        form, text, start = self._levels[place]
        # Lists that share an abstract list go on counting, as Word does.
        shared = self._abstract.get(numbers, numbers)
        self._counts[shared, level] = self._counts.get((shared, level), start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == shared and key[1] > level]:
            del self._counts[deeper]
        if form in {"bullet", "none"}:
            return ""
        decimal = place in self._decimal
        return re.sub(
            "%([1-9])", lambda found: self._written(numbers, int(found[1]) - 1, decimal=decimal), text
        )

    def _written(self, numbers: str, level: int, *, decimal: bool) -> str:
        form, _, start = self._levels.get((numbers, level), ("decimal", "", 1))
        number = self._counts.get((self._abstract.get(numbers, numbers), level), start)
        return str(number) if decimal else _in_form(number, form)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            numbers, level = _val(own, "numId"), _val(own, "ilvl") or "0"
            return (numbers, _int(level, 0)) if numbers and numbers != "0" else None
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return None if style is None else self._styles.get(style.get(_VAL) or "")

    def _read(self, numbering: Any) -> None:
        abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.findall(f"{W}abstractNum")}
        for one in numbering.findall(f"{W}num"):
            numbers, meant = one.get(f"{W}numId") or "", _val(one, "abstractNumId")
            starts = _own_starts(one)
            if not starts:
                self._abstract[numbers] = f"abstract {meant}"
            levels = abstract[meant].findall(f"{W}lvl") if meant in abstract else []
            for level in [*levels, *one.findall(f"{W}lvlOverride/{W}lvl")]:  # the list's own come last
                self._read_level(level, numbers, starts)

    def _read_level(self, level: Any, numbers: str, starts: Mapping[str, int]) -> None:
        at = level.get(f"{W}ilvl") or "0"
        place = (numbers, _int(at, 0))
        start = starts.get(at, _int(_val(level, "start"), 1))
        self._levels[place] = (_val(level, "numFmt") or "decimal", _val(level, "lvlText"), start)
        legal = level.find(f"{W}isLgl")
        if legal is not None and legal.get(_VAL) not in {"0", "false", "off"}:
            self._decimal.add(place)
        else:
            self._decimal.discard(place)

    def _read_styles(self, styles: Any) -> None:
        for style in styles.findall(f"{W}style"):
            own = style.find(f"{W}pPr/{W}numPr")
            if own is not None and _val(own, "numId"):
                level = _int(_val(own, "ilvl"), 0)
                self._styles[style.get(f"{W}styleId") or ""] = (_val(own, "numId"), level)


def _own_starts(numbers: Any) -> dict[str, int]:
    """Where a list begins anew, by level, and does not go on counting with its like."""
    return {
        override.get(f"{W}ilvl"): _int(_val(override, "startOverride"), 1)
        for override in numbers.findall(f"{W}lvlOverride")
        if override.find(f"{W}startOverride") is not None
    }


def _in_form(number: int, form: str) -> str:
    if form in _CHINESE and 1 <= number <= 999:
        return to_chinese(number)
    if form in _CIRCLED and 1 <= number <= _LAST_CIRCLED:
        return chr(_FIRST_CIRCLED + number - 1)
    if form in {"lowerLetter", "upperLetter"} and 1 <= number <= _LETTERS:
        return chr(ord("a" if form == "lowerLetter" else "A") + number - 1)
    return str(number)


def _val(parent: Any, name: str) -> str:
    found = parent.find(f"{W}{name}")
    return "" if found is None else found.get(_VAL) or ""


def _int(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
