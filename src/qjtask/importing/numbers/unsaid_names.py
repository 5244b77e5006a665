"""Names that do not say what a number counts, and numbers that are told where no name does."""

from __future__ import annotations

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.numbers.names_before import FINISHED
from qjtask.importing.numbers.number_roles import Sorted
from qjtask.importing.numbers.placed_numbers import NumberRole
from qjtask.importing.numbers.quantities import Bound, Quantity
from qjtask.importing.numbers.target_names import (
    is_bare_total,
    is_cut_off,
    is_only_a_verb,
    is_only_planned,
    is_place,
)

_LONGEST = 120  # signs before a number that are looked at
_BARE_UNITS = frozenset("个项处家座所条件台套部辆栋幢间盏株棵片艘架")
_ONLY_DONE = FINISHED | {"累计完成", "累计建成", "新增", "累计新增", "实现", "实施", "开展", "推进"}
_IN_BRACKETS = rf"[0-9余多]{HAN}{{1,3}}(?:以上)?[（(][^（()），。；]{{1,60}}$"  # 12个（城区5个、农村7个）
_OF_EACH = rf"[、，,和及]?\s*每(?:个{HAN}{{1,4}}|[村镇乡县区市校所家户])(?:至少)?"


def says_nothing(text: str, name: str, one: Sorted, *, is_first: bool) -> bool:
    """Whether a name does not say what a number of a text counts: 计划安排200所, 总数200家.

    Nor does a place after 其中, nor what is of each behind another number, which the first has none of.
    """
    if is_only_planned(name) or is_cut_off(name) or is_bare_total(name):
        return True
    if not is_first and _is_of_each(text, one):
        return True
    if is_place(name):  # 对东城区2万户、西城区1万户进行改造 names no more than where
        return _is_part(text, one.quantity.start) or f"对{name}" in text[one.begin : one.quantity.start]
    return _is_bare(name, one.quantity)


def is_wanted(text: str, name: str, one: Sorted, *, is_timed: bool) -> bool:
    """Whether a number that nothing bounds is to be looked at: 合格率86%, 2026年100座 without a name.

    `is_timed` says that it has a time of its own.
    """
    if one.role is NumberRole.PROMISED_OF:
        return name == ""
    if name == "" and one.begin == one.quantity.start and _is_behind_a_thing(text, one.begin):
        return True
    if one.role is not NumberRole.PROMISED:
        return False
    if name:
        return one.quantity.unit == "%"
    return is_timed or (one.quantity.is_count and one.quantity.bound is Bound.OVER)


def _is_behind_a_thing(text: str, at: int) -> bool:
    """Whether words of another number end there: 124人以上 of 31个团队124人以上."""
    return at > 0 and "一" <= text[at - 1] <= "鿿"


def _is_of_each(text: str, one: Sorted) -> bool:
    """新建公厕27座、每个县5座: the second is of each, and not of all."""
    words = text[one.begin : one.quantity.start]
    if one.role is not NumberRole.PROMISED:
        return False
    return "每" in words and compiled(_OF_EACH).fullmatch(words) is not None


def _is_part(text: str, at: int) -> bool:
    """Whether a number at a place is one of the parts of another: 12个，其中城区5个."""
    before = text[max(0, at - _LONGEST) : at]
    if compiled(_IN_BRACKETS).search(before):
        return True
    return "其中" in compiled("[。；;\n]").split(before)[-1]


def _is_bare(name: str, quantity: Quantity) -> bool:
    """Whether a name is but a verb before a number of pieces, or says only that something is done."""
    says_little = name in _ONLY_DONE or quantity.unit in _BARE_UNITS
    if quantity.direction is not None or not says_little:
        return False
    return name != "" and not name.startswith("再") and is_only_a_verb(name)
