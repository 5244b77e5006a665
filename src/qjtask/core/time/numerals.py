"""Chinese numerals and integers: 十五, 一百零五, 廿三, 二〇二一."""

from __future__ import annotations

import re
from unicodedata import normalize

from qjtask.core.text.patterns import compiled

_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_CONTRACTIONS = str.maketrans({"廿": "二十", "卅": "三十"})

FIGURES = frozenset("0123456789")
"""The figures of half width, to see at once that a text holds none."""

NUMERALS = "".join(_VALUES) + "十百廿卅"
"""Every Chinese character `to_int` knows, for building patterns."""

_MOST_DIGITS = 9
_YEAR_DIGITS = 4
_SIGNS = f"{NUMERALS}0oO"
_DIGIT = "[一二三四五六七八九]"
_ZERO = "[零〇○]"
_ZEROS = frozenset("零〇○")
# Digits read one by one are a year (二〇二一) or hold a zero (三〇): 三四月 is two months, not 34.
_POSITIONAL = rf"(?:{_DIGIT}|{_ZERO}){{4}}|{_DIGIT}?{_ZERO}|{_ZERO}{_DIGIT}"
# A year is often typed with the zero of the keyboard, or with the letter.
_TYPED_YEAR = rf"{_DIGIT}(?:{_DIGIT}|[零〇○0oO]){{3}}"
_TYPED_ZERO = str.maketrans("0oO", "〇〇〇")
# 一百五 is left alone: said aloud it means 150, written in a table it may be a slip for 105.
_PLACES = (
    r"(?:([一二三四五六七八九两])百)?"
    rf"(?:({_DIGIT}?)十({_DIGIT}?)|(?:(?<=百)零|(?<!百))([一二三四五六七八九两]))?"
)


def to_int(text: str) -> int | None:
    """Read a numeral in Chinese or Arabic digits of any width; None when the text is none."""
    text = normalize("NFKC", text).strip()
    if text.isascii() and text.isdecimal():
        return int(text) if len(text) <= _MOST_DIGITS else None
    if text.strip(_SIGNS):  # holds a sign that is none of a numeral
        return None
    if len(text) == _YEAR_DIGITS and compiled(_TYPED_YEAR).fullmatch(text):
        text = text.translate(_TYPED_ZERO)
    text = text.translate(_CONTRACTIONS)
    if len(text) == 1:
        return 10 if text == "十" else _VALUES.get(text)
    if (len(text) == _YEAR_DIGITS or not _ZEROS.isdisjoint(text)) and compiled(_POSITIONAL).fullmatch(text):
        return int("".join(str(_VALUES[digit]) for digit in text))
    places = compiled(_PLACES).fullmatch(text) if text else None
    return _add_up(places) if places else None


def _add_up(places: re.Match[str]) -> int:
    hundreds, tens, ones, alone = places.groups()
    # An empty `tens` is the bare 十 of 十五; None means that 十 is not there at all.
    ten = 0 if tens is None else _VALUES[tens or "一"]
    return 100 * _VALUES[hundreds or "零"] + 10 * ten + _VALUES[ones or alone or "零"]


def to_chinese(n: int) -> str:
    """Write 1 to 999 as headings do: 十五, not 一十五, but 一百一十五."""
    if not 1 <= n <= 999:
        message = f"no Chinese numeral for {n}: only 1 to 999"
        raise ValueError(message)
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        head += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        head += "零"
    return head + (_DIGITS[ones] if ones else "")
