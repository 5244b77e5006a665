"""Times in running text, read by the grammar of the deadline cells, each with its sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import When, read_when
from qjtask.core.time.points import counted_from_issue
from qjtask.core.time.running_text import Spelled, spelled
from qjtask.core.time.scan import Spot, next_spot
from qjtask.core.time.senses import Sense, Surroundings, sense_of

_MAY_NAME_TIME = r"[月季旬周\u2f00-\u2fdf]|星期|[0-9０-９][-./·．／][0-9０-９]|[0-9０-９]{8}|十.五"
# What is inside these is a name, and its dates are its own.
_NAMES = r"《[^《》]*》|〔[^〔〕]*〕|(?<!示[：:])“[^“”]*”"  # 批示：“……” is said, and no name
_STOP = "[,;。:!?]"
_STOP_BEHIND = "[,;。:!?)]"
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
    """A time at a place in the canonical words; `heads` when its year holds for what follows."""

    start: int
    end: int
    when: When | None
    sense: Sense
    heads: bool = False


class _Text(NamedTuple):
    """What times are read in: the words, which signs of the text stand in names, and the plan's year."""

    spelling: Spelled
    in_names: bytearray
    year: int


def read_mentions(text: str, *, year: int, issued: date | None = None) -> tuple[Mention, ...]:
    """Every time that a text names, in order. `year` is the plan's, for those that do not say one.

    明年 counts from the year of issue. A list shares its last member's sense: 6月、9月、12月底前.
    """
    said = counted_from_issue(text, year, issued)
    found = _read(said, year)
    return found if said == text else tuple(one._replace(words=text[one.start : one.end]) for one in found)


@lru_cache(maxsize=16)  # a work's dates and its numbers are read one after the other
def _read(text: str, year: int) -> tuple[Mention, ...]:
    if "年" not in text and compiled(_MAY_NAME_TIME).search(text) is None:
        return ()
    spelling = spelled(text)
    found = list(_found(_Text(spelling, within_names(text), year)))
    _share_senses(spelling.words, found)
    return tuple(_mention(text, spelling, one) for one in found)


def _share_senses(words: str, found: list[_Found]) -> None:
    joined = [
        compiled(_JOINED).fullmatch(words, one.end, other.start) is not None for one, other in pairwise(found)
    ]
    for at in reversed(range(len(joined))):
        if joined[at] and found[at].sense in (Sense.UNCLEAR, Sense.ASKED):
            found[at] = found[at]._replace(sense=found[at + 1].sense)
    for at in range(len(joined)):  # 每年5月底前、11月底前
        if joined[at] and found[at].sense is Sense.RECURRING:
            found[at + 1] = found[at + 1]._replace(sense=Sense.RECURRING)


def _mention(text: str, spelling: Spelled, found: _Found) -> Mention:
    start, end = spelling.origin(found.start, found.end)
    start -= start > 0 and text[start - 1] == "“" and "”" in text[start:end]  # “十四五”末
    if text[end - 1 : end] in set("）)") and not set("（(") & set(text[start:end]):
        end -= 1  # 汛期前（4月15日前）: the bracket was opened before it
    day = found.when.day if found.when and found.sense is not Sense.RECURRING else None
    return Mention(text[start:end], day, start, end, found.sense)


def within_names(text: str) -> bytearray:
    """For each sign of the text, whether it stands in a title, a document's number or quotation marks."""
    within = bytearray(len(text))
    may_name = "《" in text or "“" in text or "〔" in text
    for name in compiled(_NAMES).finditer(text) if may_name else ():
        within[name.start() : name.end()] = bytes([1]) * len(name[0])
    return within


def _found(text: _Text) -> Iterator[_Found]:
    words, at, near = text.spelling.words, 0, text.year
    while (spot := next_spot(words, at)) is not None:
        if words.find("。", at, spot.start) >= 0:  # a year holds for its sentence
            near = text.year
        found = _understood(text, spot, near)
        if found.heads and found.when:
            near = max(near, found.when.day.year)
        at = found.end
        yield found


def _understood(text: _Text, spot: Spot, near: int) -> _Found:
    start, point = spot.start, spot.point
    if point is None:
        return _Found(start, spot.end, None, spot.sense)
    try:
        when = read_when(text.spelling.words, year=text.year, at=start, near=near)
    except (ValueError, OverflowError):
        return _Found(start, spot.end, None, Sense.IMPOSSIBLE)
    assert when is not None  # noqa: S101 - the pattern has matched there
    first, last = text.spelling.origin(start, when.end)
    if text.in_names[first] and text.in_names[last - 1]:
        return _Found(start, when.end, when, Sense.NAMED)
    around = _surroundings(text, start, when)
    sense = sense_of(around)
    alone = around.after == "" and around.pause == ","  # 2022年，6月底前…
    heads = bool(point["year"] or point["y"]) and (sense is Sense.ASKED or alone)
    return _Found(start, when.end, when, sense, heads)


def _surroundings(text: _Text, start: int, when: When) -> Surroundings:
    words = text.spelling.words
    before = compiled(_STOP).split(words[max(0, start - _FAR) : start])[-1]
    after = words[when.end : when.end + _FAR]
    stop = compiled(_STOP_BEHIND).search(after)
    pause = stop[0] if stop else ""
    if when.end == len(words):
        pause = "。"
    after = after[: stop.start()] if stop else after
    return Surroundings(when, words[start : when.end], before, after, pause, text.year)
