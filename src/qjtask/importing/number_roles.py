"""What each number of a clause is there for: a promise, a limit (10亿元以上项目), a fact, a term."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention
from qjtask.core.time.senses import Sense
from qjtask.importing.promise_words import CONTAINERS, DESCRIBES, FACTS, MAKES, PAYS, TIMES
from qjtask.importing.quantities import Direction, Quantity, quantities
from qjtask.importing.target_names import is_only_a_verb, tidy_name


class NumberRole(Enum):
    """Why a number stands in a text."""

    PROMISED = "after its name"  # 覆盖率达到95%
    PROMISED_OF = "before its thing"  # 建成30个便民驿站
    LIMIT = "limit"  # 10亿元以上项目
    ORIGIN = "origin"  # 由7个压减至3个
    TERM = "term"  # 5个工作日内办结
    FACT = "fact"  # 去年完成12亿元, 总投资3亿元
    UNREAD = "unread"  # 三分之一, 90%以上的村
    IDLE = "idle"  # nothing says that it is promised


class Since(NamedTuple):
    """The plan's year and day of issue, as far as they are known: a number of a time before is a fact."""

    year: int | None = None
    issued: date | None = None


class Placed(NamedTuple):
    """A number in its clause, with the words before it (since the last number) and after it."""

    quantity: Quantity
    before: str
    after: str
    is_past: bool
    follows: NumberRole | None
    is_last: bool


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
_NAMES = r"《[^《》]*》|〔[^〔〕]*〕|“[^“”]*”"
_FAR = 80  # signs around a number that are looked at
_JOINER = r"[、和及与以,\s]*(?:其中)?"
_ENDS = r"[、和及与并(,]|$"
_PAST_WORDS = r"已(?!知)|(?<![较比于同和与])(?:去年|上年)(?!度)|截[至止]|现有|原有|此前|目前"
_RELATIVE = r"\s*(?:同比|较上年|比上年|较去年|比去年)"
_A_YEAR = r"[0-9]{4}年"
_AND_RELATIVE = rf"{_A_YEAR}[^,;。]{{1,40}}[,;]\s*同比"
# 较2020年底提高5个百分点 promises: these times say nothing of when the number was reached.
_NOT_OF_THE_NUMBER = frozenset((Sense.COMPARED, Sense.LIMITING, Sense.STARTING, Sense.VALID))
_ORIGIN = r"(?:由|从)[^,、]{0,10}$"
# 落实15条措施 carries out what there is.
_MADE = "|".join(sorted({*MAKES, "成立", "选出", "建好"} - {"落实"}, key=lambda verb: (-len(verb), verb)))
_ADJACENT = rf"(?:{_MADE})(?:了|全[市区县镇]|约|近)?$"
_SHARE_DONE = r"(?:按期|全部|如期)?(?:完成|实现|落实|办结|整改|覆盖|达标|公开|执行|到位|建档|签订)"


def sorted_numbers(text: str, mentions: Sequence[Mention], since: Since) -> Iterator[Sorted]:
    """Every number of a text of half width with its role, but those of times and of names."""
    taken = bytearray(len(text) + 1)
    for start, end in (
        *((mention.start, mention.end) for mention in mentions),
        *(name.span() for name in compiled(_NAMES).finditer(text)),
    ):
        taken[start:end] = b"\1" * (end - start)
    found = [one for one in quantities(text) if not taken[one.at]]
    earlier = _earlier_years(text, mentions, since)
    may_be_past = bool(earlier) or compiled(_PAST_WORDS).search(text) is not None
    at, was_past = 0, False
    for start, stop in _clauses(text):
        inside = []
        while at < len(found) and found[at].at < stop:
            inside.append(found[at])
            at += 1
        past = _past_from(text, (start, stop), earlier, follows=was_past) if may_be_past else stop
        was_past = past < stop
        yield from _in_clause(text, (start, stop), inside, past)


def thing_words(after: str) -> str:
    """The words of the thing that follows its number, up to the next of the list."""
    return re.split(r"[、(]|[和及与](?=[0-9])", after[:_FAR], maxsplit=1)[0]


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
    found = []
    for one in mentions:
        if one.day is None or one.sense in _NOT_OF_THE_NUMBER:
            continue
        before_issue = since.issued is not None and one.day < since.issued
        before_plan = one.day.year < last and compiled(_A_YEAR).fullmatch(one.words)
        belied = since.year is None and compiled(_AND_RELATIVE).match(text[one.start : one.start + _FAR])
        if one.sense is Sense.PAST or before_issue or before_plan or belied:
            found.append(one.start)
    return found


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
    text: str, clause: tuple[int, int], numbers: Sequence[Quantity], past: int
) -> Iterator[Sorted]:
    begin, stop = clause
    follows = None
    for at, quantity in enumerate(numbers):
        placed = Placed(
            quantity,
            before=text[max(begin, quantity.start - _FAR) : quantity.start],
            after=text[quantity.end : min(stop, quantity.end + _FAR)],
            is_past=past <= quantity.start,
            follows=follows,
            is_last=at + 1 == len(numbers),
        )
        role = next((role for role, holds in _ROLES if holds(placed)), NumberRole.IDLE)
        yield Sorted(quantity, role, begin, stop)
        if role in _IN_NAMES:
            continue
        follows, begin = role, quantity.end
        if role is NumberRole.PROMISED_OF:
            begin += len(thing_words(placed.after))


# The rules, each a question about one number ------------------------------------------------------


def _is_origin(one: Placed) -> bool:
    return not one.is_last and compiled(_ORIGIN).search(one.before) is not None


def _is_past(one: Placed) -> bool:
    return one.is_past


def _is_unreadable(one: Placed) -> bool:
    """三分之一, and a place in an order (前5名)."""
    return one.quantity.value is None or (one.before.endswith("前") and one.quantity.unit in "名位")


def _is_term(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.unit not in TIMES:
        return False
    if quantity.direction is None and quantity.bound is None:
        return True
    if compiled(_ENDS).match(one.after) is None:
        return True
    return quantity.direction is None and re.search(r"时间|时限|时长|期限|期$", one.before) is None


def _is_done_share(one: Placed) -> bool:
    """100%完成年度任务."""
    leads = one.quantity.unit == "%" and one.before.strip("、确保实现力争") == ""
    return leads and compiled(_SHARE_DONE).match(one.after) is not None


def _is_share(one: Placed) -> bool:
    """90%以上村, 50%的企业: a share of something, which has no name to measure by."""
    if one.quantity.unit != "%" or one.quantity.direction:
        return False
    return compiled(_ENDS).match(one.after) is None


def _is_limit(one: Placed) -> bool:
    """The number says which things: 10亿元以上项目, 500米覆盖率, 20人以上的机构."""
    quantity = one.quantity
    if one.after.startswith("的"):
        return True
    if quantity.direction or compiled(_ENDS).match(one.after) or quantity.unit == "%":
        return False
    return not quantity.is_count or (quantity.bound is not None and not _is_of_thing(one))


def _is_fact(one: Placed) -> bool:
    if one.quantity.direction:
        return False
    words, near = one.before.rstrip(), one.before[-12:]
    pays = "元" in one.quantity.unit and compiled(PAYS).search(near)
    return bool(pays or compiled(FACTS).search(words) or compiled(DESCRIBES).search(near))


def _is_of_thing(one: Placed) -> bool:
    quantity, thing = one.quantity, thing_words(one.after)
    if not (quantity.is_count and re.match(r"[一-鿿“A-Z0-9]", thing)) or compiled(CONTAINERS).match(thing):
        return False
    if quantity.direction is Direction.LEAST:
        return is_only_a_verb(tidy_name(one.before))
    if compiled(_JOINER).fullmatch(one.before):
        return one.follows is NumberRole.PROMISED_OF
    is_said = quantity.is_typed or quantity.bound is not None
    return is_said and compiled(_ADJACENT).search(one.before) is not None


def _is_promise(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.direction or quantity.bound:
        return True
    return quantity.is_typed and compiled(_ENDS).match(one.after) is not None


_ROLES: Sequence[tuple[NumberRole, Callable[[Placed], bool]]] = (
    (NumberRole.ORIGIN, _is_origin),
    (NumberRole.FACT, _is_past),
    (NumberRole.UNREAD, _is_unreadable),
    (NumberRole.TERM, _is_term),
    (NumberRole.PROMISED_OF, _is_done_share),
    (NumberRole.UNREAD, _is_share),
    (NumberRole.LIMIT, _is_limit),
    (NumberRole.FACT, _is_fact),
    (NumberRole.PROMISED_OF, _is_of_thing),
    (NumberRole.PROMISED, _is_promise),
)
