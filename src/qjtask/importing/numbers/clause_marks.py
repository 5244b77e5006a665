"""Signs of running text that say nothing of its numbers: 1. before a clause, a full stop of half width."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import HAN, compiled

_STOP = rf"(?:(?<={HAN})|(?<=[%％)）]))[.．](?=$|{HAN}|[\s(（“]|[0-9]{{1,2}}[.．、])"
# 20人以上（含20人）, 1亿元（含）以上, 6亩以下（不含6亩）: the bound is said again.
_AGAIN = r"[（(]不?(?:包?含|包括)(?:本数|[0-9０-９.,]{1,12}[^（）()0-9，,；;。]{0,6})?[)）]"
_BOUND_AGAIN = rf"(?<=以[上下内外]){_AGAIN}|{_AGAIN}(?=[及或]?以[上下内外])"
_NUMBERED = r"(?:[0-9]{1,2}[.．、]\s{0,2}){1,3}"
_BRACKETED = r"[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]"
_MONTH = r"(?<!、)[0-9]{1,2}月"  # 1.6月底前; in 5、6月 both are months
_MARK = rf"(?<![^。；;：:，,\s])(?:{_NUMBERED}|[一二三四五六七八九十]是|{_BRACKETED})(?={HAN}|{_MONTH})|[①-⑳]"


def without_marks(text: str) -> str:
    """A text with 。 for a full stop of half width, and blanks for the numbers of its parts.

    Every other sign stays where it stood.
    """
    if "." in text or "．" in text:
        text = compiled(_STOP).sub("。", text)
    return compiled(_MARK).sub(_blanks, text)


def without_bounds_again(text: str) -> str:
    """A text without the brackets that only say whether a bound belongs to it: 20人以上（含20人）."""
    return compiled(_BOUND_AGAIN).sub("", text) if "含" in text or "包括" in text else text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])
