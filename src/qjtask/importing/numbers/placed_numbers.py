"""A number in its clause, and why it may stand there."""

from __future__ import annotations

from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.promise_words import RATES
from qjtask.importing.numbers.quantities import Quantity

_ENDS = ("、", "和", "及", "与", "并", "(", ",", "以及")
_AND_MORE_IS_DONE = r"并(?![网购联行轨入发列])"  # 建成活动室11个并正常开放
_AIM = r"的?(?:目标|要求|任务|标准|水平)(?:任务|要求)?(?=$|[,;。])"  # 实现合格率95%以上的目标

FAR = 80
"""How many signs around a number are looked at."""


class NumberRole(StrEnum):
    """Why a number stands in a text."""

    PROMISED = "after its name"  # 覆盖率达到95%
    PROMISED_OF = "before its thing"  # 建成30个便民驿站
    SERVED = "before those whom something is done for"  # 为300户家庭实施改造
    SHARE = "share, before what it is spent on"  # 按不低于营业收入1.5%的比例提取安全生产费用
    SIZE = "size of its thing"  # 设立总规模100亿元的基金
    LIMIT = "limit"  # 10亿元以上项目
    ORIGIN = "origin"  # 由7个压减至3个
    TERM = "term"  # 5个工作日内办结
    FACT = "fact"  # 去年完成12亿元, 总投资3亿元
    UNREAD = "unread"  # 三分之一, 90%以上的村
    IDLE = "idle"  # nothing says that it is promised


class Placed(NamedTuple):
    """A number in its clause, with the words before it (since the last number) and after it.

    `is_aside` says that the clause tells what a measure gives, or for what, or why the number is as it is.
    """

    quantity: Quantity
    before: str
    after: str
    is_past: bool
    follows: NumberRole | None
    is_last: bool
    is_aside: bool = False


def ends_a_part(one: Placed) -> bool:
    """Whether nothing but another of a list follows the number."""
    return one.after == "" or one.after.startswith(_ENDS) or is_the_aim(one)


def goes_on_with_and(one: Placed) -> bool:
    """建成活动室11个并正常开放, but 3个并网项目."""
    return one.after.startswith("并") and compiled(_AND_MORE_IS_DONE).match(one.after) is not None


def is_the_aim(one: Placed) -> bool:
    """实现合格率95%以上的目标."""
    may_be = one.quantity.unit in RATES and one.before.strip() != ""
    return may_be and compiled(_AIM).match(one.after) is not None
