"""Headings numbered without a sign, as narrow cells print them: 一⏎农⏎贸⏎市⏎场, 二⏎健康⏎教育."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import to_chinese
from qjtask.importing.outline.outline import Section
from qjtask.importing.words.numbering import read_number

_FEWEST = 2  # headings that must count on from one before a numeral at their head is a number
_SHORTEST = 2  # signs behind a numeral
_COUNTED = "季度|月份?|周|年级|学[期月]|[大中小]?[组队](?![织长])|阶段|班(?!子)|期(?!间)|号|社区|村(?=$)"
_MOST = 999  # headings with numerals


def with_signs(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, 一农贸市场 and 二健康教育 made 一、农贸市场 and 二、健康教育 where all count on so.

    A heading that begins so by chance (一般公共预算) is not followed by 二, and 一季度 counts something.
    """
    widest = list(dict.fromkeys(section.path[0] for section in sections if section.path))
    if not _FEWEST <= len(widest) <= _MOST:
        return tuple(sections)
    signed = {text: _with_sign(text, number) for number, text in enumerate(widest, 1)}
    if not all(signed.values()):
        return tuple(sections)
    return tuple(_headed(section, signed) for section in sections)


def _headed(section: Section, signed: dict[str, str]) -> Section:
    if not section.path:
        return section
    path = (signed[section.path[0]], *section.path[1:])
    return section._replace(path=path, rows=tuple(row._replace(path=path) for row in section.rows))


def _with_sign(text: str, number: int) -> str:
    """A heading with 、 behind the numeral that it begins with; "" where it begins otherwise."""
    numeral = to_chinese(number)
    rest = text.removeprefix(numeral)
    if len(rest) < _SHORTEST or rest == text or read_number(text) or compiled(_COUNTED).match(rest):
        return ""
    return f"{numeral}、{rest}"
