"""Whether the day on which a page was put up (发布时间：2013-12-26) can be that of its notice."""

from __future__ import annotations

from datetime import date

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.head_source import Source
from qjtask.importing.document.titles import DOCUMENT_NUMBER

_ASKED = (
    r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月(?:\d{1,2}日|份|底|末)?)?(?:[底末])?[之以]?前"
)
_ASKED_IN_ITS_YEAR = (
    r"(?<![年度至到\-—~～0-9])(?P<month>[1-9]|1[0-2])月(?:底|末)?[之以]?前"  # 6月底前, not 次年6月底前
)
_PUT_UP = r"(?:发布|发表|公布|公开|生成)(?:时间|日期)\s*[：:]"
_YEAR = r"(?:19|20)\d{2}(?=年|\s*[〕\]］】)）﹞])"
_LAST_MONTH = 12


def is_later_than_notice(day: date, source: Source, title: str) -> bool:
    """Whether a page was put up after its notice was issued, by what the notice says.

    Its title or its number names an earlier year and no other, or a work is due in a month before that day.
    """
    if any(_is_before(text, day) for text in (title, _number(source))):
        return True
    works = (*source.deadlines, *source.works)
    if _years(title) == {day.year} and any(_is_asked_before(text, day) for text in works):
        return True
    asked = (one for text in works for one in compiled(_ASKED).finditer(text))
    return any((int(one["year"]), int(one["month"] or _LAST_MONTH)) < (day.year, day.month) for one in asked)


def says_when_put_up(text: str) -> bool:
    """Whether a line is a page's bar, which names the day on which it was put up."""
    return compiled(_PUT_UP).search(text) is not None


def _is_before(text: str, day: date) -> bool:
    years = _years(text)
    return bool(years) and max(years) < day.year


def _is_asked_before(text: str, day: date) -> bool:
    """Whether a text of a plan for that very year asks for something in a month before that day's."""
    return any(int(one["month"]) < day.month for one in compiled(_ASKED_IN_ITS_YEAR).finditer(text))


def _years(text: str) -> set[int]:
    return {int(one) for one in compiled(_YEAR).findall(text)}


def _number(source: Source) -> str:
    """The document's own number, on a line of its own; "" for none."""
    lines = (block for block in source.document.blocks if isinstance(block, str) and "号" in block)
    return next((line for line in lines if compiled(DOCUMENT_NUMBER).fullmatch(line.strip())), "")
