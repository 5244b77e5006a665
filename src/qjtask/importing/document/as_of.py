"""The day on which a ledger was filled in, which is none of issue: 截至2023年8月15日, 填报时间：…."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.time.dates import ANY_YEAR, read_date
from qjtask.importing.document.titles import DAY
from qjtask.importing.words.vocabulary import words

_FIGURES = r"(?:19|20)\d{2}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}(?!\d)"
_DAY = rf"(?P<day>{DAY}|{_FIGURES})(?!\s*[之以]?前)"


class AsOf(NamedTuple):
    """Such a day, and the words that say it."""

    day: date
    words: str


def day_as_of(lines: Iterable[str]) -> AsOf | None:
    """The first such day that lines over or under a table name; None for none."""
    as_of = words().rows.as_of
    pattern = rf"(?P<label>(?:{'|'.join(as_of)})[^，。；\d]{{0,6}}?)\s*{_DAY}"
    for line in lines:
        found = re.search(pattern, line) if any(map(line.__contains__, as_of)) else None
        day = read_date(_plain(found), year=ANY_YEAR) if found else None
        if found and day:
            return AsOf(day, found[0].strip("（("))
    return None


def begins_as_of(line: str) -> bool:
    """Whether a line begins as one that says only when a form was filled in, and by whom."""
    return line[line.startswith(("（", "(")) :].startswith(words().rows.as_of)


def _plain(found: re.Match[str]) -> str:
    """2023.8.5 as 2023年8月5日, which needs no second digit."""
    return re.sub(r"[-/.](\d+)[-/.](\d+)", r"年\1月\2日", found["day"])
