"""A target from a number and its name: which side it promises, and whether its reports add up."""

from __future__ import annotations

from qjtask.core.plan.plan import Target
from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.placed_numbers import NumberRole
from qjtask.importing.numbers.promise_words import BETTER_LOW, FLOWS, LEVELS, RATE_NAMES, RATES, SCORES, TIMES
from qjtask.importing.numbers.quantities import Bound, Direction, Quantity
from qjtask.importing.numbers.target_names import begins_with_a_verb, is_only_a_verb

_OF_THINGS = frozenset((NumberRole.PROMISED_OF, NumberRole.SERVED))
_OF_LEVELS = RATES | TIMES | SCORES  # units
_SCALES = frozenset("百千万亿")
_STAYS = ("稳", "保持", "维持", "保在")
_PER = (
    *("每人", "每户", "人均", "户均", "生均", "村均", "亩均", "地均", "每万", "每千", "万人", "平均"),
    *("日均", "周均", "月均", "场均", "每天", "每日", "日处理", "日供水", "日供应", "日产"),
)
_PART_OF = r"(?:达到?|占到?|[高快]于)[^,，]{2,20}$"
_PART_DONE = r"完成[^,，]{0,12}(?:工程量|总量|总额|任务|投资|计划|建设)$"
_POLLUTES = r"(?:PM ?(?:2\.5|10)|颗粒物|臭氧|二氧化[硫氮碳]|污染物|平均|年均).*浓度$"
_REACHES = frozenset(("达", "达到"))
_CHANGING = r"(?:再)?(?:压缩|压减|压降|调减|节约|节省|减少|降低|精简|削减|提高|提升|增加|缩减)"


def is_promisable(name: str, role: NumberRole, quantity: Quantity) -> bool:
    """Whether the number can be promised of what the name says; 57项 after 已发布的 has none."""
    if not name or (quantity.unit == "%" and is_only_a_verb(name)):
        return False
    if quantity.direction or quantity.bound or role in _OF_THINGS:
        return True
    if quantity.unit in RATES:
        return _is_rate(name)
    return quantity.unit not in SCORES and len(name) > 1


def _is_rate(name: str) -> bool:
    ends = compiled(RATE_NAMES).search(name) or compiled(_PART_OF).search(name)
    return bool(ends or compiled(_CHANGING).match(name) or compiled(_PART_DONE).search(name))


def target_of(name: str, role: NumberRole, quantity: Quantity) -> Target:
    """The target of a number that is promised of `name`; a change keeps its verb (下降)."""
    if quantity.direction is Direction.CHANGE:
        name += quantity.verb
    if quantity.base:
        name += f"（占{quantity.base}）"
    if _is_at_most(name, quantity):
        return Target(name, None, quantity.value, quantity.unit)
    return Target(name, quantity.value, None, quantity.unit, cumulative=_adds_up(name, role, quantity))


def _is_at_most(name: str, quantity: Quantity) -> bool:
    if quantity.direction is Direction.CHANGE:
        return False
    if quantity.direction is Direction.MOST or quantity.bound is Bound.WITHIN:
        return True
    is_plain = quantity.bound is not Bound.OVER
    if is_plain and quantity.verb in _REACHES and compiled(_POLLUTES).search(name):
        return True
    return is_plain and quantity.direction is None and name.endswith(BETTER_LOW)


def _adds_up(name: str, role: NumberRole, quantity: Quantity) -> bool:
    """Whether reports of a number add up (cases, kilometres built) or each replace the last (a rate).

    A single one is reached by the first report, and nothing needs to add up.
    """
    is_single = quantity.value == "1" and not _SCALES.intersection(quantity.unit)
    if is_single or _is_level(name, quantity):
        return False
    if role in _OF_THINGS or begins_with_a_verb(name):
        return True
    if quantity.direction is Direction.CHANGE or compiled(LEVELS).search(name):
        return False
    return quantity.direction is None or compiled(FLOWS).search(name) is not None


def _is_level(name: str, quantity: Quantity) -> bool:
    if quantity.unit in _OF_LEVELS or "/" in quantity.unit:
        return True
    is_more = name.startswith("新增")  # 新增日处理能力 adds up, whatever it is a day
    return (any(map(name.__contains__, _PER)) and not is_more) or any(map(quantity.verb.__contains__, _STAYS))
