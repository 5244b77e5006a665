"""Numbers that say how big the things are that something is said of: 营业收入超10亿元企业, 20人以上的机构."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import FIGURES
from qjtask.importing.numbers.counted_things import is_of_thing
from qjtask.importing.numbers.placed_numbers import NumberRole, Placed, ends_a_part, is_the_aim
from qjtask.importing.numbers.promise_words import PLACES, RATES, SIZED
from qjtask.importing.numbers.quantities import Bound

ASIDE = (
    r"(?:确定|核定|计提|计算|缴纳|征收|增速|增幅|平均水平|的?部分(?=[减免按不由给予征缴])"
    r"|的(?:政策|标准|比例|优惠|补贴|补助|税率|费率|额度))"
)
"""What follows a number that is laid down, and not promised: 10%的税率."""
_FORMULA = r"(?:税额|税率|费率|标准|价格?|定额|系数|分值|权重)为[^,;。:]{2,20}的$"  # 税额标准为省定标准的50%
_EXCEEDS = frozenset(("过", "超", "超过"))
_SIZE_WORDS = ("面积", "人口", "投资", "税收", "产值", "收入", "长", "宽", "规模")
_OF_BOTH = r"[、和][^、,;。0-9]{1,8}[0-9][^、,;。]{0,8}的"  # 投资5亿元、税收1000万元的项目
_OF_SUCH = r"、[^、,;。0-9]{2,14}的[^、,;。0-9的]{2,}$"
_COUNTED_WITHIN = (
    r"[^,;。:、和及与的0-9]{2,12}[0-9]{1,6}[个项处座家条所]"
    rf"|[^,;。:、和及与的0-9]{{0,8}}(?:{PLACES})[^,;。:、和及与的0-9]{{0,16}}"
    r"[0-9]{1,6}(?:\.[0-9]{1,6})?万?(?:公里|千米|[盏眼口亩户])"
)
# 10人以上群租房, 500人以上企业用工需求: how many are in them. 骨干 of 培训100人以上企业骨干 are so many, and
# firms are counted in 户.
_IN_HOUSES = "房屋?|楼|大院|聚居[点区]|安置[点区]|集中点|小区"
_IN_FIRMS = "场所|单位|企业|机构|公司|店|工地|车间|园区|学校|活动|聚餐|聚集|事故|车辆|客车|船舶"
_NO_PERSONS = r"[^,;。:、()0-9]{0,8}(?<![人员者才手师生户民工家长众象干部伍年])(?=$|[,;。:、()])"
_PERSONS, _HOUSEHOLDS = frozenset("人名"), "户"


def is_described(one: Placed) -> bool:
    """20人以上的机构, 营业收入超10亿元企业: the number stands before 的, or says how big the thing is."""
    quantity = one.quantity
    if is_the_aim(one):
        return False
    if one.after.startswith("的") or compiled(ASIDE).match(one.after) or is_laid_down(one):
        return True
    if quantity.unit == "%":
        return one.before.endswith("的") and compiled(_FORMULA).search(one.before) is not None
    return _is_size_of_things(one)


def is_laid_down(one: Placed) -> bool:
    """单位缴费比例按14%执行, 按最低价标准的70%执行: what is paid, and not reached."""
    is_rate = one.after.startswith(("执行", "收取", "计收", "征收")) and one.quantity.direction is None
    return is_rate and compiled(r"按(?!期|时)[^,;。:]{0,24}$").search(one.before) is not None


def _is_size_of_things(one: Placed) -> bool:
    """引进2个过50亿元、过100亿元项目; 投资5亿元、税收1000万元的项目; 58个县81个项目."""
    quantity = one.quantity
    if quantity.is_count and not FIGURES.isdisjoint(one.after) and compiled(_COUNTED_WITHIN).match(one.after):
        return True
    if one.before.endswith(_SIZE_WORDS) and compiled(_OF_BOTH).match(one.after):
        return True
    if _is_of_such(one) or _is_of_those_in(one):
        return True
    if quantity.verb in _EXCEEDS and one.before.strip("、 ") == "" and one.follows is NumberRole.PROMISED_OF:
        return True
    is_size = quantity.direction is not None and not quantity.is_count and quantity.unit not in RATES
    return is_size and compiled(SIZED).match(one.after) is not None


def _is_of_those_in(one: Placed) -> bool:
    """排查10人以上群租房隐患: a number of persons that says in which houses, firms or places."""
    unit, bound = one.quantity.unit, one.quantity.bound
    if bound is not Bound.OVER or not (unit in _PERSONS or unit == _HOUSEHOLDS):
        return False
    things = f"{_IN_HOUSES}|{_IN_FIRMS}" if unit in _PERSONS else _IN_HOUSES
    return compiled(rf"[^,;。:、()0-9]{{0,8}}?(?:{things}){_NO_PERSONS}").match(one.after) is not None


def _is_of_such(one: Placed) -> bool:
    """2处面积不小于200亩、交通便利的示范区."""
    quantity = one.quantity
    if one.follows is not NumberRole.PROMISED_OF or quantity.direction is None or quantity.is_count:
        return False
    is_beside = one.before.strip() in {"", *_SIZE_WORDS}
    return is_beside and compiled(_OF_SUCH).match(one.after) is not None


def is_limit(one: Placed) -> bool:
    """The number says which things: 10亿元以上项目, 500米覆盖率."""
    quantity = one.quantity
    if quantity.direction or ends_a_part(one) or quantity.unit in RATES:
        return False
    return (not quantity.is_count or quantity.bound is not None) and not is_of_thing(one)
