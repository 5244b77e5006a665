"""Times in running text, read by the grammar of the deadline cells, each with its sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import When, read_when
from qjtask.core.time.points import POINT
from qjtask.core.time.recurrence import read_recurrence
from qjtask.core.time.senses import ASKING, Sense, Surroundings, sense_of
from qjtask.core.time.spelling import Spelled, spelled

_SIGN_OF_TIME = r"[年月季旬周]|星期|[0-9][-./·][0-9]|[0-9]{8}|十[一二三四五六七八九]五"
_BEFORE_SIGN = 8  # signs; the longest that a time has before its 年 or 月
# What is inside these is a name, and its dates are its own.
_NAMES = r"《[^《》]*》|〔[^〔〕]*〕|“[^“”]*”"
_REPEATS = r"[每按]个?(?:月|季|年|半|周|旬|星期)|次月|次季"
_TIME = rf"(?:{_REPEATS})|{POINT}"
_SAYS_WHEN = r"[0-9底末初旬]"
_LONGEST_REPEAT = 40  # signs
_NO_TIME_BEFORE = "0123456789.第近多数几往历整常满周财学两"
_YEARS = "23456789"
_STOPS = ",;。:!?"
_OF_THE_CENTRE = "央心小国期标学医草"  # 年度中央投资 names no middle of the year
_BEFORE = ("前", "之前", "以前")
_FAR = 40  # signs of a clause that are looked at
_JOINED = r"[、和及与或]"


class Mention(NamedTuple):
    """A time named in a text: its words, its day (None for a recurrence), its place, and its sense."""

    words: str
    day: date | None
    start: int
    end: int
    sense: Sense


class _Found(NamedTuple):
    """A time at a place in the canonical words; without `when` it is a recurrence, or impossible."""

    start: int
    end: int
    when: When | None
    sense: Sense


def read_mentions(text: str, *, year: int) -> tuple[Mention, ...]:
    """Every time that a text names, in order. `year` is the plan's, for those that do not say one.

    A list shares its last member's sense: 6月、9月、12月底前.
    """
    return _read(text, year)


@lru_cache(maxsize=16)  # a work's dates and its numbers are read one after the other
def _read(text: str, year: int) -> tuple[Mention, ...]:
    words = spelled(text)
    found = list(_found(words, _within_names(text), year))
    for at in reversed(range(len(found) - 1)):
        between = words.words[found[at].end : found[at + 1].start]
        if compiled(_JOINED).fullmatch(between) and found[at].sense in (Sense.UNCLEAR, Sense.ASKED):
            found[at] = found[at]._replace(sense=found[at + 1].sense)
    for at in range(1, len(found)):  # 每年5月底前、11月底前
        between = words.words[found[at - 1].end : found[at].start]
        if found[at - 1].sense is Sense.RECURRING and compiled(_JOINED).fullmatch(between):
            found[at] = found[at]._replace(sense=Sense.RECURRING)
    return tuple(_mention(text, words, one) for one in found)


def _mention(text: str, words: Spelled, found: _Found) -> Mention:
    start, end = words.origin(found.start, found.end)
    start -= start > 0 and text[start - 1] == "“" and "”" in text[start:end]  # “十四五”末
    day = found.when.day if found.when and found.sense is not Sense.RECURRING else None
    return Mention(text[start:end], day, start, end, found.sense)


def _within_names(text: str) -> bytearray:
    """For each sign of the text, whether it stands in a title, a document's number or quotation marks."""
    within = bytearray(len(text))
    for name in compiled(_NAMES).finditer(text):
        within[name.start() : name.end()] = bytes([1]) * len(name[0])
    return within


def _found(spelling: Spelled, within_names: bytearray, year: int) -> Iterator[_Found]:
    words, at, near, seen = spelling.words, 0, year, 0
    while (point := _next_time(words, at)) is not None:
        start, at = point.start(), point.end()
        if point.lastgroup is None:
            if end := _repeat_end(words, start):
                yield _Found(start, end, None, Sense.RECURRING)
                at = end
            continue
        if not _can_begin(words, point):
            if _is_years(words, point):
                yield _Found(start - 1, at, None, Sense.COUNTED)
            at = start + 1
            continue
        if words.find("。", seen, start) >= 0:  # a year holds for its sentence
            near = year
        seen = start
        try:
            when = read_when(words, year=year, at=start, near=near)
        except (ValueError, OverflowError):
            yield _Found(start, at, None, Sense.IMPOSSIBLE)
            continue
        assert when is not None  # noqa: S101 - the pattern has matched there
        at = when.end
        first, last = spelling.origin(start, at)
        if within_names[first] and within_names[last - 1]:
            yield _Found(start, at, when, Sense.NAMED)
            continue
        around = _surroundings(words, start, when, year)
        sense = sense_of(around)
        heads = around.after == "" and around.pause == ","  # 2022年，6月底前…
        if (point["year"] or point["y"]) and (sense is Sense.ASKED or heads):
            near = max(near, when.day.year)
        yield _Found(start, at, when, sense)


def _next_time(words: str, at: int) -> re.Match[str] | None:
    """The next time from `at`; where no sign of one stands near, none is looked for."""
    sign = compiled(_SIGN_OF_TIME).search(words, at)
    return compiled(_TIME).search(words, max(at, sign.start() - _BEFORE_SIGN)) if sign else None


def _can_begin(words: str, point: re.Match[str]) -> bool:
    """Whether a time begins here: not in 15年内, 近年内, 四季常青, 全年."""
    before = words[point.start() - 1] if point.start() else ""
    if before and before in _NO_TIME_BEFORE:
        return False
    shape = point.lastgroup
    if shape == "by_quarter":
        return "季度" in point[0]
    if shape == "by_year":
        central = point["year_part"] == "中" and words[point.end() : point.end() + 1] in _OF_THE_CENTRE
        return point["year_part"] is not None and not central
    if shape in ("month_day", "compact"):  # 9.30前 is a day, 7.5% is none
        return words.startswith(_BEFORE, point.end())
    return shape != "bare_year"


def _is_years(words: str, point: re.Match[str]) -> bool:
    """三年内建成: a term in years, which nobody can count without its first day."""
    start = point.start()
    counted = (
        point[0] == "年内"
        and words[start - 1] in _YEARS
        and not words[: start - 1].endswith(tuple("0123456789近"))
    )
    return counted and compiled(ASKING).match(words, point.end()) is not None


def _repeat_end(words: str, start: int) -> int:
    """Where a recurrence that says when (每年2月底前, 每月25日) ends; 0 for 每季度 alone."""
    slice_ = words[start : start + _LONGEST_REPEAT]
    try:
        repeated = read_recurrence(slice_)
    except (ValueError, OverflowError):
        return 0
    if repeated is None:
        return 0
    end = start + len(slice_) - len(repeated.rest)
    return end if re.search(_SAYS_WHEN, words[start:end]) else 0


def _surroundings(words: str, start: int, when: When, year: int) -> Surroundings:
    before = words[max(0, start - _FAR) : start]
    before = before[max(before.rfind(stop) for stop in _STOPS) + 1 :]
    after = words[when.end : when.end + _FAR]
    stop = next((at for at, sign in enumerate(after) if sign in _STOPS + ")"), None)
    pause = "" if stop is None else after[stop]
    if when.end == len(words):
        pause = "。"
    return Surroundings(when, words[start : when.end], before, after[:stop], pause, year)
