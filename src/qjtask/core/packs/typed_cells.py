"""Cells that people typed into: what stands in each read as a text, a percentage, a yes or a day."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.pack_form import YES
from qjtask.core.problem import Objection
from qjtask.core.text.quoting import quoted
from qjtask.core.text.signs import is_blank
from qjtask.core.time.dates import names_day, read_date

_YES = frozenset((YES, "已完成", "完成", "√", "✓", "✔", "y", "yes"))
_NO = frozenset(("否", "未完成", "未", "×", "n", "no"))
_BETWEEN = r"[、；;\n]+"
_LOOSE = r"(?<=[，。；、！？：]) | (?=[，。；、！？：])"  # what a break beside a full-width mark leaves
_MIDNIGHT = r"[ T]0{1,2}:00(?::00)?$"


class Typed(NamedTuple):
    """A cell's text, and where it stands: 审批科.xlsx:填报表!H7."""

    text: str
    at: str


def said(cell: Typed) -> str:
    """A cell's text; nothing where it says that there is nothing."""
    text = cell.text.strip()
    return "" if is_blank(text) else text


def read_percent(text: str) -> int | None:
    """60, 60% or ６０％ as a whole number from 0 to 100; None for a blank. Raises Objection."""
    words = normalize("NFKC", text).replace(" ", "")
    if not words:
        return None
    number = words.removesuffix("%")
    if not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", number):
        raise Objection(f"百分比{quoted(text)}读不懂", "请写 0 到 100 的整数，如 60")
    value = float(number)
    if not words.endswith("%") and 0 < value < 1:
        raise Objection(f"百分比“{text}”不清楚", f"请写成整数，如 {value * 100:g}")
    if value > 100:
        raise Objection(f"百分比“{text}”超过 100", "请写 0 到 100 的整数")
    if not value.is_integer():
        raise Objection(f"百分比“{text}”不是整数", "请写 0 到 100 的整数")
    return int(value)


def read_yes(text: str) -> bool:
    """Whether a cell says that it is done. Raises Objection for what says neither."""
    word = normalize("NFKC", text).strip().lower()
    if word in _YES:
        return True
    if word and word not in _NO:
        raise Objection(f"{quoted(text)}不知道是不是完成", "请选“是”，没有完成的空着")
    return False


def read_day(text: str, year: int, today: date) -> date | None:
    """A day of the plan's `year` or later, and not to come; None for a blank. Raises Objection."""
    if not text:
        return None
    words = re.sub(_MIDNIGHT, "", text)
    day = read_date(words, year=year)
    if day is None:
        raise Objection(f"日期{quoted(text)}读不懂", "请写成 2021-6-30 的形式")
    if not names_day(words):
        raise Objection(f"日期{quoted(text)}没有写是哪一天", "请写实际完成的那一天，如 2021-6-30")
    if day > today:
        raise Objection(f"{day} 在今天（{today}）之后", "请写已经完成的日期")
    if day.year < year:
        raise Objection(f"{day} 早于计划的{year}年", "请核对年份")
    return day


def flow(text: str) -> str:
    """A text on one line."""
    return re.sub(_LOOSE, "", " ".join(text.split()))


def parts(text: str) -> tuple[str, ...]:
    """What stands between 、 and ； and breaks, and says something."""
    return tuple(part for part in map(str.strip, re.split(_BETWEEN, text)) if not is_blank(part))
