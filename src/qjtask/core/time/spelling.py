"""One spelling for words about time: NFKC, no space or quotation mark, Arabic numerals, no list marks."""

from __future__ import annotations

import re
from unicodedata import normalize

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import seen_line
from qjtask.core.time.numerals import NUMERALS, to_int

# Patterns are kept as text: `re` compiles each at its first use and keeps it, so importing is free.
_QUOTES = "\"'“”‘’「」『』"
_BRACKETS = "()[]【】〔〕〈〉《》"
_DASHES = "‐‒–—―−~〜"
SIGNS = str.maketrans(dict.fromkeys(_QUOTES, "") | dict.fromkeys(_DASHES, "-"))
_NO_BRACKETS = str.maketrans(dict.fromkeys(_BRACKETS, ""))
# ① and ⑴ count the points of a list, or lead to a note: NFKC would make digits of them, and ①2月 December.
ENCLOSED = "".join(
    chr(code)
    for first, last in (
        (0x2460, 0x249B),
        (0x24EA, 0x24FF),
        (0x2776, 0x2793),
        (0x3220, 0x3229),
        (0x3280, 0x3289),
    )
    for code in range(first, last + 1)
)
LIST_MARK = rf"[{ENCLOSED}]|[(（][0-9０-９]{{1,2}}[)）]|[(（][一二三四五六七八九十]{{1,3}}[)）]"
_MAY_MARK = frozenset(f"(（{ENCLOSED}")
_BRACKET_AT_END = r"([^(（\[【〔]{1,40})[(（\[【〔]([^()（）\[\]【】〔〕]{2,40})[)）\]】〕]"
_CLOSING = (")", "）", "]", "】", "〕")
_EDGES = ",;。、.:!-/*※"  # the last two lead to a note

_SOME_NUMERAL = frozenset(NUMERALS)
_ZERO = "[零〇○0oO]"
_DIGIT = "[一二三四五六七八九]"
# Only a numeral that counts time is rewritten: 建成一期 and 高三月考 stay as printed. A run is read from its
# head alone, and no further than nine signs: the time taken is in proportion to the text.
COUNTS_TIME = (
    rf"(?<![{NUMERALS}高])(?<!(?<!年)(?<!月)初)(?:二{_ZERO}{_DIGIT}(?:{_DIGIT}|{_ZERO})(?=年)|一(?:{_DIGIT}|{_ZERO})(?=年[{NUMERALS}]{{1,2}}月)|[{NUMERALS}]{{1,9}}"
    r"(?=个?半?(?:[年月日号天季周次时点]|星期|工作日)|$|[之以]?前"
    rf"|[-至到]{{1,3}}[{NUMERALS}0-9]|[、和][{NUMERALS}]{{1,2}}[季月日号]))"
)
_MONTHS = r"((?:19|20)[0-9]{2})[./]([0-9]{1,2})-(1[0-2]|[1-9])"  # 2005.1—4: the year is printed once
_LONGEST_MONTHS = 10
_SHORT_YEAR = 2  # signs
# 2024Q4, 25年Q3
_QUARTER = r"(?<![A-Za-z])(?:(20[0-9]{2}|[2-4][0-9])年?[-/.]?)?第?Q([1-4])(?![0-9A-Za-z])(?:季度?)?"
_OVER_THE_END = r"([0-9]{1,2})月底(?=([0-9]{1,2})月初)"  # 7月底8月初
# 3-6月, 2021-2023年 and 二、三季度 print the unit once.
_JOINS = frozenset("-至到、和")
JOINED_NUMBERS = "[0-9][-至到、和]+[0-9]"
SHARED_UNIT = r"(?<![0-9./:月日-])([0-9]{1,4})(?=[-至到]{1,3}[0-9]{1,4}([年月日号季]))"
LISTED_UNIT = r"(?<![0-9./:月日-])([0-9]{1,2})(?=(?:[、和][0-9]{1,2}){1,11}(季度?|月))"
_PLANS = (
    "规划",
    "计划",
    "方案",
    "纲要",
    "行动",
    "目录",
    "清单",
    "名录",
    "意见",
    "办法",
    "条例",
    "标准",
    "战略",
    "路线图",
)
_CLOSES_NAME = "》〉”"
_YEARS = r"[0-9]{4}年?(?:\s?[^0-9月日季底末前]{1,3}\s?(?:[0-9]{2}){1,2}年?)?(?:度|版|期间)?"


def canonical(text: str) -> str:
    """The words of a cell in the one spelling, without brackets and without punctuation at the ends."""
    if not _MAY_MARK.isdisjoint(text):
        text = compiled(LIST_MARK).sub(";", "".join(seen_line(text).split()))
    words = "".join(seen_line(normalize("NFKC", text)).split())
    words = _rewritten(words.translate(SIGNS).translate(_NO_BRACKETS)).strip(_EDGES)
    months = compiled(_MONTHS).fullmatch(words) if "-" in words and len(words) <= _LONGEST_MONTHS else None
    if months and int(months[2]) < int(months[3]):
        return f"{months[1]}年{months[2]}月-{months[3]}月"
    return words


def outer_and_inner(text: str) -> tuple[str, str] | None:
    """汛期前（5月31日前） as its two parts, when a bracket of some length ends the text."""
    seen = "".join(seen_line(text).split()).translate(SIGNS)
    found = compiled(_BRACKET_AT_END).fullmatch(seen) if seen.endswith(_CLOSING) else None
    return (found[1], found[2]) if found else None


def is_plans_period(outer: str, inner: str) -> bool:
    """Whether a bracket says for which years a plan is, and not when: 国土空间规划（2021-2035年）."""
    return (
        outer.rstrip(_CLOSES_NAME).endswith(_PLANS) and compiled(_YEARS).fullmatch(inner.strip()) is not None
    )


def _rewritten(words: str) -> str:
    if not _SOME_NUMERAL.isdisjoint(words):
        words = compiled(COUNTS_TIME).sub(arabic, words)
    words = words.replace("元月", "1月")
    if "月初" in words and "底" in words:
        words = compiled(_OVER_THE_END).sub(_over_the_end, words)
    if "Q" in words:
        words = compiled(_QUARTER).sub(_quarter, words)
    if not _JOINS.isdisjoint(words) and compiled(JOINED_NUMBERS).search(words):
        words = compiled(LISTED_UNIT).sub(r"\1\2", compiled(SHARED_UNIT).sub(r"\1\2", words))
    return words


def _over_the_end(found: re.Match[str]) -> str:
    """7月底至 before 8月初, and 12月底至次年 before 1月初."""
    return f"{found[0]}至" if int(found[1]) < int(found[2]) else f"{found[0]}至次年"


def _quarter(found: re.Match[str]) -> str:
    return f"{found[1]}年{found[2]}季度" if found[1] else f"{found[2]}季度"


def arabic(numeral: re.Match[str]) -> str:
    """A numeral that COUNTS_TIME found, in Arabic digits; 一一年 is read sign by sign."""
    value = to_int(numeral[0])
    if value is None and len(numeral[0]) == _SHORT_YEAR and numeral.string.startswith("年", numeral.end()):
        digits = [to_int(sign) for sign in numeral[0]]
        return numeral[0] if None in digits else "".join(map(str, digits))
    return numeral[0] if value is None else str(value)
