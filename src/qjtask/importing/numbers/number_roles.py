"""What each number of a clause is there for: a promise, a limit (10亿元以上项目), a fact, a term."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention, within_names
from qjtask.importing.numbers.counted_things import thing_words
from qjtask.importing.numbers.granted_numbers import grants, is_granted, is_of_money, is_reason
from qjtask.importing.numbers.leading_words import without_size
from qjtask.importing.numbers.limits_around import WITHIN_IT
from qjtask.importing.numbers.number_rules import role_of
from qjtask.importing.numbers.past_clauses import Since, past_starts
from qjtask.importing.numbers.placed_numbers import FAR, NumberRole, Placed
from qjtask.importing.numbers.quantities import Quantity, quantities
from qjtask.importing.numbers.service_times import done_words


class Sorted(NamedTuple):
    """A number with its role; the words that may name it begin at `begin`, and its clause ends at `stop`."""

    quantity: Quantity
    role: NumberRole
    begin: int
    stop: int


class _ClauseOfNumbers(NamedTuple):
    """Where a clause stands, its numbers, and from where on it tells of what is past."""

    span: tuple[int, int]
    numbers: Sequence[Quantity]
    past: int


# A number of these stays a part of the name of the next: 65岁以上老年人健康管理率, 九年义务教育巩固率.
_IN_NAMES = (NumberRole.LIMIT, NumberRole.TERM, NumberRole.IDLE, NumberRole.ORIGIN)
_PROMISED = frozenset((NumberRole.PROMISED, NumberRole.PROMISED_OF, NumberRole.SERVED))
# A bracket without a number is a part of the name, 街（镇）, as is one that names a thing: （PM10）.
# 2023年达到80%、2025年达到95%: what is past of one year is none of the next.
_CLAUSE_ENDS = (
    r"[,;。:!?()\n、](?:(?<=\()(?P<words>(?:[^()0-9]{1,40}|[A-Za-z]{1,6}[0-9.]{1,4})\))|(?<!、)"
    r"|(?=(?:19|20)[0-9]{2}年[底末]?前?(?:达|提[高升]|增|降|力争|不[低少高超]|超过)))"
)


def sorted_numbers(text: str, mentions: Sequence[Mention], since: Since) -> Iterator[Sorted]:
    """Every number of a text of half width with its role, but those of times and of names."""
    taken = _taken(text, mentions)
    found = [one for one in quantities(text) if not taken[one.at]]
    if not found:
        return
    given = grants(text)
    last: Sorted | None = None
    for clause in _clauses_of_numbers(text, found, mentions, since):
        is_aside = _is_beside_the_work(text, clause.span, given) or _is_part_of_none(
            text, clause.span[0], last
        )
        follows = NumberRole.PROMISED_OF if last and _goes_on(text, clause, last) else None
        for last in _in_clause(text, clause, follows, is_aside=is_aside):
            yield last


def _clauses_of_numbers(
    text: str, found: Sequence[Quantity], mentions: Sequence[Mention], since: Since
) -> Iterator[_ClauseOfNumbers]:
    """The clauses that the numbers of a text stand in; most clauses have none."""
    clauses = list(_clauses(text))
    places = [one.at for one in found]
    at = 0
    for span, past in zip(clauses, past_starts(text, clauses, mentions, since), strict=True):
        first, at = at, bisect_left(places, span[1], at)
        if first < at:
            yield _ClauseOfNumbers(span, found[first:at], past)
        if at == len(places):
            return


def _is_beside_the_work(text: str, span: tuple[int, int], given: bytearray) -> bool:
    """Whether a clause says who is paid how much, or why, and not what is to be done."""
    return is_granted(text, span, given) or is_of_money(text, span) or is_reason(text, span[0])


def _goes_on(text: str, clause: _ClauseOfNumbers, last: Sorted) -> bool:
    """扶持300名甲，1000名乙: whether a clause goes on counting as the one before it did."""
    if last.stop != clause.span[0] - 1 or text[last.stop] != ",":
        return False
    one = clause.numbers[0]
    return last.role is NumberRole.PROMISED_OF and one.unit == last.quantity.unit and one.is_count


def _is_part_of_none(text: str, start: int, last: Sorted | None) -> bool:
    """总投资3亿元（含征地费1亿元）: whether a part is of a number that nobody promises, as 其中自筹1亿元."""
    if text.startswith("其中", start) and last is not None and last.stop == start - 1:
        return last.role is NumberRole.FACT and "元" in last.quantity.unit
    if text[start - 1 : start] != "(" or not text.startswith(WITHIN_IT, start):
        return False
    return last is None or last.stop != start - 1 or last.role not in _PROMISED


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


def _length_of_listed(one: Placed) -> int:
    """How long the thing of an unread number is, where another of its list follows: 1所学校、新建公厕5座."""
    thing = thing_words(one.after)
    is_listed = one.quantity.is_count and one.after.startswith("、", len(thing))
    return len(thing) if is_listed else 0


def _in_clause(
    text: str, clause: _ClauseOfNumbers, follows: NumberRole | None, *, is_aside: bool
) -> Iterator[Sorted]:
    (begin, stop), numbers, past = clause
    for at, quantity in enumerate(numbers):
        if quantity.start < begin:  # 为60名14周岁以下儿童: within the name of what was counted
            yield Sorted(quantity, NumberRole.LIMIT, begin, stop)
            continue
        before = text[max(begin, quantity.start - FAR) : quantity.start]
        placed = Placed(
            quantity,
            before=without_size(before) if before.endswith("的") else before,
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
        elif role is NumberRole.SERVED:
            begin += len(placed.after.partition("、")[0])
        elif role is NumberRole.UNREAD:
            begin += _length_of_listed(placed)
        else:
            begin += len(done_words(placed))
