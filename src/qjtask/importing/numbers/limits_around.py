"""Numbers that say where a rule holds or for which things: 校门口200米范围内, 含硫量高于0.7%的煤炭."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.placed_numbers import Placed
from qjtask.importing.numbers.promise_words import PLACES
from qjtask.importing.numbers.target_names import is_only_a_verb

EXCEEDED = frozenset(("超", "超过", "高于", "大于", "多于", "低于", "少于", "小于"))
"""Verbs of a number that a thing passes, and is not asked to reach."""

WITHIN_IT = ("含", "包括", "包含", "不含", "不包括")
"""What a bracket begins with that names a part of what was counted, or what was not counted."""

_LENGTHS = frozenset(("米", "公里", "千米", "海里"))
_AROUND = (
    r"(?:以?内)?的?(?:范围|半径|距离|区域|保护区|控制[线带区]|缓冲[带区]|陆域|海域|水域|内不得|内禁止|内严禁)"
)
_PEOPLED = (
    r"(?:人口[^,;。、]|的?(?:[特超]?[大中小]城市|城[市镇]|[县市区乡镇村]|乡镇|街道|社区|小区|行政村|学校|企业|单位"
    r"|机构|场所))(?![民户])"
)
_RATE_OF = r"[^,;。、0-9]{2,20}?(?:比重|比例|占比|率)(?![^,;。0-9]*[个家条座处])"
_MAY_BE_AROUND = ("范围", "半径", "距离", "区", "控制", "带", "域", "不得", "禁")
_MAY_ANSWER = ("责任", "专人", "包保")
# 使用超过50年和材质落后的管网: how old the things are is said beside what else they are.
_AND_OTHERWISE = r"(?:以及|并且|[和及与或且、])[^,;。:0-9]{2,24}的[^,;。:]"
_HEADS = frozenset(("万", "人", "户", "万人", "万户"))
_MADE_ANSWERABLE = (
    r"[^,;。:0-9]{2,20}?(?:落实|明确|确定)[了到]?[^,;。:0-9]{0,6}(?:责任|专人|包保)[^,;。:0-9]{0,4}$"
)


def is_limit_around(one: Placed) -> bool:
    """Whether a number says how far a rule reaches, which things it is for, or how big places are."""
    if _is_within_another(one) or _is_class(one):
        return True
    return one.after != "" and any(rule(one) for rule in _BY_WHAT_FOLLOWS)


def _is_reach(one: Placed) -> bool:
    """校门口200米范围内: how far a rule reaches."""
    may_be = one.quantity.unit in _LENGTHS and any(map(one.after.__contains__, _MAY_BE_AROUND))
    return may_be and compiled(_AROUND).match(one.after) is not None


def _is_share_exceeded(one: Placed) -> bool:
    """含硫量高于0.7%的煤炭: which things a rule is for."""
    quantity = one.quantity
    return quantity.verb in EXCEEDED and quantity.unit == "%" and one.after.startswith("的")


def _is_age_of_things(one: Placed) -> bool:
    """更换使用年限超过15年及破损的燃气软管: which things something is done to."""
    is_age = one.quantity.verb in EXCEEDED and one.quantity.unit == "年"
    return is_age and compiled(_AND_OTHERWISE).match(one.after) is not None


def _is_size_of_a_place(one: Placed) -> bool:
    """50万以上人口城市: how many live there."""
    is_of_heads = one.quantity.bound is not None and one.quantity.unit in _HEADS
    return is_of_heads and compiled(_PEOPLED).match(one.after) is not None


def _is_within_another(one: Placed) -> bool:
    """处置资产30宗（含5宗土地）, 20座（含续建2座）: a part of what was counted."""
    before = one.before.strip()
    if not before.startswith(WITHIN_IT):
        return False
    return before.startswith("不") or before in WITHIN_IT or is_only_a_verb(before.lstrip("含包括"))


def _is_size_of_those_treated(one: Placed) -> bool:
    """对库容100万立方米以上水库开展鉴定: which things something is done to."""
    is_measure = one.quantity.bound is not None and not one.quantity.is_count
    return is_measure and bool(one.after) and _is_after_to(one)


def _is_of_all_answered_for(one: Placed) -> bool:
    """对35个断面逐一落实责任人: how many there are, and each has somebody who answers for it."""
    is_plain = one.quantity.is_count and one.quantity.direction is None and _is_after_to(one)
    may_be = is_plain and any(map(one.after.__contains__, _MAY_ANSWER))
    return may_be and compiled(_MADE_ANSWERABLE).match(one.after) is not None


def _is_size_of_measured(one: Placed) -> bool:
    """存栏100头以上奶牛规模化养殖比重: the number says of which the rate is."""
    is_over = one.quantity.bound is not None and one.quantity.is_count and not one.is_last
    return is_over and compiled(_RATE_OF).match(one.after) is not None


def _is_where(one: Placed) -> bool:
    """在甲镇、乙镇等6个乡镇新建公厕3座: the number says where."""
    is_of_places = not one.is_last and one.before.strip("、 ").startswith(("在", "于"))
    return is_of_places and compiled(rf"乡镇|镇街|{PLACES}").match(one.after) is not None


def _is_class(one: Placed) -> bool:
    """要在50亿级、20亿级项目上取得突破: which projects."""
    return one.quantity.unit.endswith(("亿级", "万级")) and one.quantity.direction is None


def _is_after_to(one: Placed) -> bool:
    return one.before.lstrip().startswith("对")


_BY_WHAT_FOLLOWS = (
    _is_reach,
    _is_share_exceeded,
    _is_age_of_things,
    _is_size_of_a_place,
    _is_size_of_those_treated,
    _is_of_all_answered_for,
    _is_where,
    _is_size_of_measured,
)
