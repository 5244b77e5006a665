"""Numbers and days as a cell shows them: of Excel's number formats what plans use (ECMA-376-1, 18.8.30-31).

A format that shows a month alone says a month: the day in the cell is only how Excel keeps it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from qjtask.core.named_tuple import NamedTuple

EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_958_465  # 9999-12-31
_LONGEST_CODE = 255  # characters, Excel's own limit
_MOST_PARTS = 40
_MOST_DECIMALS = 10  # with the digits before them no more than a Decimal holds
_LARGEST = 1e15  # a double holds no more digits
_WEEKDAYS = "一二三四五六日"
_DAY, _MONTH, _YEAR_MONTH = "yyyy年m月d日", "m月d日", "yyyy年m月"
# The built-in formats by number; those of 27-36 and 50-58 are the Chinese ones.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "0",
    4: "0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 22, 30, 31, 36), _DAY),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), _MONTH),
    **dict.fromkeys((17, 27, 50, 52, 57), _YEAR_MONTH),
}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<skipped>\[[^\]]*\]|_.|\*.|g+(?!eneral|/))'
    r"|(?P<scientific>E[+-])|(?P<general>General|G/通用格式|@)|(?P<half>AM/PM|A/P|上午/下午)"
    r"|(?P<weekday>a{3,}|d{3,})|(?P<date>y+|e+|m+|d+)|(?P<time>h+|s+)|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)

_SIGNS = {".": "point", ",": "comma"}


class _Part(NamedTuple):
    """One piece of a format: its kind, and the text or letters that it stands for."""

    kind: str
    text: str


_PERCENT, _SLASH = _Part("text", "%"), _Part("text", "/")


class NumberFormat(NamedTuple):
    """A format taken apart, for values that are not negative."""

    parts: tuple[_Part, ...]

    @property
    def shows_date(self) -> bool:
        """Whether it shows a year, a month or a day."""
        return any(part.kind == "date" for part in self.parts)

    @property
    def shows_day(self) -> bool:
        """Whether it shows the day of a date."""
        return any(part.kind == "date" and part.text == "d" for part in self.parts)

    def shown(self, number: float, epoch: date) -> str:
        """The number as the cell shows it: 2021年12月, 6月底前, 6.30, 50%."""
        day = _day_of(number, epoch) if self.shows_date else None
        return self._number(number) if day is None else self._day(day)

    def typed(self, number: float, epoch: date) -> str:
        """The number as somebody typed it: a day with its year, whatever the cell shows of it."""
        day = _day_of(number, epoch) if self.shows_day else None
        if day is not None:
            return f"{day.year}年{day.month}月{day.day}日"
        if self.shows_date:
            return self.shown(number, epoch)
        is_percent = any(part == _PERCENT for part in self.parts)
        return f"{number * 100:.10g}%" if is_percent else general(number)

    def _day(self, day: date) -> str:
        values = {"y": f"{day.year}", "m": f"{day.month}", "d": f"{day.day}"}
        literals = "".join(part.text for part in self.parts if part.kind == "text")
        if literals.isascii():  # 2021/6/30, Jun-21: the same in words
            shown = {part.text for part in self.parts if part.kind == "date"}
            return "".join(
                values[key] + sign for key, sign in zip("ymd", "年月日", strict=True) if key in shown
            )
        values["w"] = f"星期{_WEEKDAYS[day.weekday()]}"
        pieces = (part.text if part.kind == "text" else values.get(part.text, "") for part in self.parts)
        return "".join(pieces).strip()

    def _number(self, number: float) -> str:
        kinds = {part.kind for part in self.parts}
        if kinds <= {"general", "text"} and "general" in kinds:
            return "".join(general(number) if one.kind == "general" else one.text for one in self.parts)
        if not self._is_laid_out(kinds) or not -_LARGEST < number < _LARGEST:
            return general(number)
        return ("-" if number < 0 else "") + _filled(self.parts, abs(number))

    def _is_laid_out(self, kinds: set[str]) -> bool:
        """Whether it has places for digits that are filled here: not those of a fraction or exponent."""
        if "digit" not in kinds or kinds & {"general", "scientific", "time"}:
            return False
        return _SLASH not in self.parts and self.parts.count(_PERCENT) <= 1


GENERAL = NumberFormat(())


def _day_of(number: float, epoch: date) -> date | None:
    """The day that a number counts, or None when there is no such day."""
    last = _LAST_DAY - (epoch - EPOCH).days
    return epoch + timedelta(days=int(number)) if 0 < number <= last else None


def general(number: float) -> str:
    """A number without a format."""
    return str(int(number)) if number.is_integer() and abs(number) < _LARGEST else f"{number:.10g}"


def shows_nothing(code: str) -> bool:
    """Whether a format is one of those with which cells are hidden: ;;;."""
    return code.replace(" ", "") in {";;;", ";;"}


def built_in(number: int) -> NumberFormat:
    """The format that a workbook names by a number of Excel's own."""
    return number_format(_BUILT_IN.get(number, ""))


def number_format(code: str) -> NumberFormat:
    """A format's code taken apart; one longer than Excel takes is none."""
    if len(code) > _LONGEST_CODE:
        return GENERAL
    # behind a semicolon stands what is for negative numbers, and for zero
    of_positive = takewhile(lambda found: found[0] != ";", _TOKEN.finditer(code))
    parts = [part for found in of_positive if (part := _part(found)) is not None]
    return NumberFormat(tuple(_without_minutes(parts))) if len(parts) <= _MOST_PARTS else GENERAL


def _part(found: re.Match[str]) -> _Part | None:
    """The piece that a token is; None where it shows nothing."""
    kind, text = found.lastgroup or "", found[0]
    if kind in {"quoted", "escaped", "currency"}:
        return _Part("text", found[kind])
    if kind == "other":
        return _Part(_SIGNS.get(text, "text"), text)
    if kind == "weekday":
        return _Part(kind, "w")
    if kind == "date":
        letter = text[0].lower()
        return _Part(kind, "y" if letter == "e" else letter)
    return None if kind in {"skipped", "half"} else _Part(kind, text.lower())


def _without_minutes(parts: list[_Part]) -> list[_Part]:
    """The parts before the hours, minutes and seconds; of a time alone all, the minutes no longer months."""
    clock = [at for at, part in enumerate(parts) if part.kind in {"date", "time"}]
    times = {
        at for place, at in enumerate(clock) if parts[at].kind == "time" or _is_minute(parts, clock, place)
    }
    if not times:
        return parts
    if len(times) < len(clock):
        return parts[: min(times)]
    return [_Part("time", "") if at in times else part for at, part in enumerate(parts)]


def _is_minute(parts: list[_Part], clock: list[int], place: int) -> bool:
    """Whether an m stands for minutes: after the hours, or before the seconds."""
    before = parts[clock[place - 1]].text if place else ""
    after = parts[clock[place + 1]].text if place + 1 < len(clock) else ""
    return parts[clock[place]].text == "m" and (before.startswith("h") or after.startswith("s"))


def _filled(parts: tuple[_Part, ...], number: float) -> str:
    """The digits of a number put into the places of a format, from the point to both sides."""
    point = next((at for at, part in enumerate(parts) if part.kind == "point"), len(parts))
    percents = parts.count(_PERCENT)
    decimals = [part.text for part in parts[point:] if part.kind == "digit"][:_MOST_DECIMALS]
    exact = Decimal(repr(number)) * 100**percents
    whole, _, fraction = f"{exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP):f}".partition(
        "."
    )
    return _whole(parts[:point], whole) + _fraction(parts[point:], fraction)


def _whole(parts: tuple[_Part, ...], digits: str) -> str:
    places = sum(part.kind == "digit" for part in parts)
    pieces: list[str] = []
    left = "" if digits == "0" else digits
    for part in reversed(parts):
        if part.kind == "text":
            pieces.append(part.text)
        elif part.kind == "digit":
            places -= 1
            taken, left = (left, "") if not places else (left[-1:], left[:-1])
            pieces.append(taken or ("0" if part.text == "0" else ""))
    return "".join(reversed(pieces))


def _fraction(parts: tuple[_Part, ...], digits: str) -> str:
    wanted = [part.text for part in parts if part.kind == "digit"]
    while wanted and wanted[-1] != "0" and digits.endswith("0"):
        wanted.pop()
        digits = digits[:-1]
    after = "".join(part.text for part in parts if part.kind == "text")
    return (f".{digits}" if digits else "") + after
