"""The rules that say what a number is there for, each a question about one number in its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from qjtask.core.text.patterns import compiled
from qjtask.importing.promise_words import CONTAINERS, DESCRIBES, FACTS, MAKES, PAYS, TIMES
from qjtask.importing.quantities import Direction, Quantity
from qjtask.importing.target_names import is_only_a_verb, tidy_name

FAR = 80
"""How many signs around a number are looked at."""

_JOINER = r"[、和及与以,\s]*(?:其中)?"
_ENDS = r"[、和及与并(,]|$"
_ORIGIN = r"(?:由|从)[^,、]{0,10}$"
# 落实15条措施 carries out what there is.
_MADE = "|".join(sorted({*MAKES, "成立", "选出", "建好"} - {"落实"}, key=lambda verb: (-len(verb), verb)))
_ADJACENT = rf"(?:{_MADE})(?:了|全[市区县镇]|约|近)?$"
_SHARE_DONE = r"(?:按期|全部|如期)?(?:完成|实现|落实|办结|整改|覆盖|达标|公开|执行|到位|建档|签订)"
_SPENT = r"时间|时限|时长|期限|期$"


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


class Placed(NamedTuple):
    """A number in its clause, with the words before it (since the last number) and after it."""

    quantity: Quantity
    before: str
    after: str
    is_past: bool
    follows: NumberRole | None
    is_last: bool


def role_of(one: Placed) -> NumberRole:
    """The role whose rule holds first."""
    return next((role for role, holds in _ROLES if holds(one)), NumberRole.IDLE)


def thing_words(after: str) -> str:
    """The words of the thing that follows its number, up to the next of the list."""
    return compiled(r"[、(]|[和及与](?=[0-9])").split(after[:FAR], maxsplit=1)[0]


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
    return quantity.direction is None and compiled(_SPENT).search(one.before) is None


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


def _begins_a_thing(words: str) -> bool:
    first = words[:1]
    return "一" <= first <= "鿿" or "A" <= first <= "Z" or "0" <= first <= "9" or first == "“"


def _is_of_thing(one: Placed) -> bool:
    quantity, thing = one.quantity, thing_words(one.after)
    if not (quantity.is_count and _begins_a_thing(thing)) or compiled(CONTAINERS).match(thing):
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
