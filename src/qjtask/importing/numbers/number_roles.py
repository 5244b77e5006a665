"""What each number of a clause is there for: a promise, a limit (10亿元以上项目), a fact, a term."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention, within_names
from qjtask.core.time.senses import Sense
from qjtask.importing.numbers.granted_numbers import grants, is_granted, is_reason
from qjtask.importing.numbers.number_rules import FAR, NumberRole, Placed, role_of, thing_words
from qjtask.importing.numbers.quantities import Quantity, quantities


class Since(NamedTuple):
    """The plan's year and day of issue, as far as they are known: a number of a time before is a fact."""

    year: int | None = None
    issued: date | None = None


class Sorted(NamedTuple):
    """A number with its role; the words that may name it begin at `begin`, and its clause ends at `stop`."""

    quantity: Quantity
    role: NumberRole
    begin: int
    stop: int


# A number of these stays a part of the name of the next: 65岁以上老年人健康管理率, 九年义务教育巩固率.
_IN_NAMES = (NumberRole.LIMIT, NumberRole.TERM, NumberRole.IDLE, NumberRole.ORIGIN)
# A bracket without a number is a part of the name: 街（镇）.
_CLAUSE_ENDS = r"(?P<words>\([^()0-9]{1,40}\))|[,;。:!?()\n]"
_PAST_WORDS = r"已(?!知)|(?<![较比于同和与])(?:去年|上年)(?!度)|截[至止]|现有|原有|此前|目前"
_RELATIVE = r"\s*(?:同比|较上年|比上年|较去年|比去年)"
_A_YEAR = r"[0-9]{4}年"
_AND_RELATIVE = rf"{_A_YEAR}[^,;。]{{1,40}}[,;]\s*同比"
# 较2020年底提高5个百分点 promises: these times say nothing of when the number was reached.
_NOT_OF_THE_NUMBER = frozenset((Sense.COMPARED, Sense.LIMITING, Sense.STARTING, Sense.VALID))


def sorted_numbers(text: str, mentions: Sequence[Mention], since: Since) -> Iterator[Sorted]:
    """Every number of a text of half width with its role, but those of times and of names."""
    taken = _taken(text, mentions)
    found = [one for one in quantities(text) if not taken[one.at]]
    earlier = _earlier_years(text, mentions, since)
    may_be_past = bool(earlier) or compiled(_PAST_WORDS).search(text) is not None
    given = grants(text)
    at, was_past = 0, False
    last: Sorted | None = None
    for start, stop in _clauses(text):
        first = at
        while at < len(found) and found[at].at < stop:
            at += 1
        past = _past_from(text, (start, stop), earlier, follows=was_past) if may_be_past else stop
        was_past = past < stop
        if first < at:
            is_aside = is_granted(text, (start, stop), given) or is_reason(text, start)
            goes_on = (
                last and last.stop == start - 1 and text[last.stop] == "," and _is_like(found[first], last)
            )
            follows = NumberRole.PROMISED_OF if goes_on else None
            for last in _in_clause(text, (start, stop), found[first:at], past, follows, is_aside=is_aside):
                yield last


def _is_like(one: Quantity, last: Sorted) -> bool:
    """扶持300名甲，1000名乙: whether a clause goes on counting as the one before it did."""
    return last.role is NumberRole.PROMISED_OF and one.unit == last.quantity.unit and one.is_count


def _taken(text: str, mentions: Sequence[Mention]) -> bytearray:
    """For each sign of the text, whether it stands in a time or in a name."""
    taken = within_names(text)
    for mention in mentions:
        taken[mention.start : mention.end] = bytes([1]) * (mention.end - mention.start)
    return taken


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in compiled(_CLAUSE_ENDS).finditer(text):
        if not end["words"]:
            yield start, end.start()
            start = end.end()
    yield start, len(text)


def _earlier_years(text: str, mentions: Sequence[Mention], since: Since) -> list[int]:
    """Where times stand that lie before the plan; without a plan, years that 同比 or a later year belies."""
    named = [one.day.year for one in mentions if one.day and compiled(_A_YEAR).fullmatch(one.words)]
    last = since.year or max(named, default=0)
    return [one.start for one in mentions if _is_earlier(text, one, since, last)]


def _is_earlier(text: str, one: Mention, since: Since, last: int) -> bool:
    if one.day is None or one.sense in _NOT_OF_THE_NUMBER:
        return False
    if one.sense is Sense.PAST or (since.issued is not None and one.day < since.issued):
        return True
    if one.day.year < last and compiled(_A_YEAR).fullmatch(one.words):
        return True
    return since.year is None and compiled(_AND_RELATIVE).match(text, one.start) is not None


def _past_from(text: str, clause: tuple[int, int], earlier: Sequence[int], *, follows: bool) -> int:
    """From where on the numbers of a clause tell what has been done; its end when none does.

    After a clause of the past, 同比 goes on with it.
    """
    start, stop = clause
    if follows and compiled(_RELATIVE).match(text, start):
        return start
    said = compiled(_PAST_WORDS).search(text, start, stop)
    at = bisect_left(earlier, start)
    year = earlier[at] if at < len(earlier) else stop
    return min(year, said.start() if said else stop, stop)


def _in_clause(
    text: str,
    clause: tuple[int, int],
    numbers: Sequence[Quantity],
    past: int,
    follows: NumberRole | None,
    *,
    is_aside: bool,
) -> Iterator[Sorted]:
    begin, stop = clause
    for at, quantity in enumerate(numbers):
        placed = Placed(
            quantity,
            before=text[max(begin, quantity.start - FAR) : quantity.start],
            after=text[quantity.end : min(stop, quantity.end + FAR)],
            is_past=past <= quantity.start,
            follows=follows,
            is_last=at + 1 == len(numbers),
            is_aside=is_aside,
        )
        role = role_of(placed)
        yield Sorted(quantity, role, begin, stop)
        if role in _IN_NAMES:
            continue
        follows, begin = role, quantity.end
        if role is NumberRole.PROMISED_OF:
            begin += len(thing_words(placed.after))
