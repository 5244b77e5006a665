"""The rules that say what a number is there for, each a question about one number in its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import FIGURES
from qjtask.importing.numbers.counted_things import (
    is_of_length,
    is_of_listed,
    is_of_thing,
    size_name,
    spent_name,
)
from qjtask.importing.numbers.found_faults import is_found_fault
from qjtask.importing.numbers.limits_around import is_limit_around
from qjtask.importing.numbers.of_each import is_of_each, is_one_named
from qjtask.importing.numbers.placed_numbers import NumberRole, Placed
from qjtask.importing.numbers.promise_words import DESCRIBES, FACTS, PAYS, PLACES, RATES, SIZED, TIMES
from qjtask.importing.numbers.quantities import Bound, Direction
from qjtask.importing.numbers.served_things import is_served
from qjtask.importing.numbers.service_times import is_done_within, is_service_time
from qjtask.importing.numbers.target_names import begins_with_a_verb, tidy_name
from qjtask.importing.numbers.things_done import is_course, is_done_already, is_said_done, is_to_be_done
from qjtask.importing.numbers.unlisted_verbs import may_be_promised

_ENDS = ("、", "和", "及", "与", "并", "(", ",", "以及")
_AIM = r"的?(?:目标|要求|任务|标准|水平)(?:任务|要求)?(?=$|[,;。])"  # 实现合格率95%以上的目标
_ORIGIN = (  # 比2010年的12万吨减少15%
    r"(?:由(?![^,、0-9]{1,9}(?:负责|牵头|承担|[局委办院队镇乡处科]))|从)[^,、]{0,10}$"
    r"|[较比][^,、的]{0,12}的(?:[^,]{1,12}、)?$"
)
_CAPPED = r"最[高多大]$"
_ASIDE = (
    r"(?:确定|核定|计提|计算|缴纳|征收|增速|增幅|平均水平|的(?:政策|标准|比例|优惠|补贴|补助|税率|费率|额度))"
)
_FORMULA = r"(?:税额|税率|费率|标准|价格?|定额|系数|分值|权重)为[^,;。:]{2,20}的$"  # 税额标准为省定标准的50%
_EXCEEDS = frozenset(("过", "超", "超过"))
_SIZE_WORDS = ("面积", "人口", "投资", "税收", "产值", "收入", "长", "宽", "规模")
_OF_BOTH = r"[、和][^、,;。0-9]{1,8}[0-9][^、,;。]{0,8}的"  # 投资5亿元、税收1000万元的项目
_COUNTED_WITHIN = (
    r"[^,;。:、和及与的0-9]{2,12}[0-9]{1,6}[个项处座家条所]"
    rf"|[^,;。:、和及与的0-9]{{0,8}}(?:{PLACES})[0-9]{{1,6}}(?:\.[0-9]{{1,6}})?万?(?:公里|千米|[盏眼口亩户])"
)
_OF_THE_PLAN = r"占(?:全年|本?年度?)[^,;。]{0,12}(?:计划|目标|任务)[^,;。]*$"  # 占年度计划150万人的69%
_SHARE_DONE = r"(?:按期|全部|如期)?(?:完成|实现|落实|办结|整改|覆盖|达标|公开|执行|到位|建档|签订)"
_DESCRIBED = rf"(?:{DESCRIBES})[^0-9]*$"
_TAKES_BACK = ("清退", "追缴", "追回", "收缴", "退还", "清缴")
_LONGEST_DESCRIPTION = 12  # signs
_LONGEST_FACT = 6  # signs: a pattern that ends at $ is tried at every sign before it
_SPENT = r"时间|时限|时长|期限|期$"
_MEASURED_TOO = r"[、，,及和]?总?建筑面积(?:约|达|为|共)?"
# 友谊里12栋楼: which houses. 新建12栋楼 makes them.
_HOUSES = frozenset("栋幢")
_HOUSE = r"(?:[高多小]层)?(?:(?:居民|住宅|单元|商品|宿舍|教学|办公)?楼|住宅|房屋|建筑)"
_OF_THEM = r"[对将把为在]|[^对将把为在]{2,10}$"
# 每季度召开2次会议: how often, and of the whole year no number.
_RHYTHM = r"每(?:(?P<year>年度?)|[一个两]?(?:季度?|月|周|星期|学期)|半年|[天日旬])[^,;。:0-9]{0,12}$"
_OFTEN = frozenset(("次", "场次", "轮", "遍", "回"))
# 至2026年100座、2027年200座: one value for each year, behind a name that stands before.
_BY_YEAR = r"[、\s]*(?:至|到|于|在)?20[0-9]{2}年[底末]?前?(?:完成|建成|实现|累计|计划|力争){0,2}"
_WITH = frozenset("与和同")
_WITH_WHOM = r"[^,;。:、的0-9]{1,12}?(?:签[订署约]|建立|达成|开展|结[对成]|共[建同]|合作|联合)"


def role_of(one: Placed) -> NumberRole:
    """The role whose rule holds first."""
    return next((role for role, holds in _ROLES if holds(one)), NumberRole.IDLE)


def _ends(one: Placed) -> bool:
    """Whether nothing but another of a list follows the number."""
    return one.after == "" or one.after.startswith(_ENDS) or _is_the_aim(one)


def _is_the_aim(one: Placed) -> bool:
    """实现合格率95%以上的目标."""
    may_be = one.quantity.unit in RATES and one.before.strip() != ""
    return may_be and compiled(_AIM).match(one.after) is not None


def _is_origin(one: Placed) -> bool:
    return not one.is_last and compiled(_ORIGIN).search(one.before) is not None


def _is_past(one: Placed) -> bool:
    return one.is_past


def _is_address(one: Placed) -> bool:
    """友谊里12栋楼: houses that stand there, whose number is a part of the name of what is done to them."""
    is_of_houses = one.quantity.unit in _HOUSES and one.quantity.direction is None
    before = one.before.strip("、 ")
    if not is_of_houses or not compiled(_HOUSE).match(one.after) or begins_with_a_verb(tidy_name(before)):
        return False
    return compiled(_OF_THEM).match(before) is not None


def _is_rhythm(one: Placed) -> bool:
    """每季度召开2次会议, 每年组织1次评价; 每年开展4次检查 is a number of the year."""
    quantity = one.quantity
    if quantity.unit not in _OFTEN or quantity.direction or quantity.bound:
        return False
    found = compiled(_RHYTHM).search(one.before)
    return found is not None and "至少" not in found[0] and (found["year"] is None or quantity.value == "1")


def _is_of_year(one: Placed) -> bool:
    """建设充电桩，至2026年100座、2027年200座."""
    return _ends(one) and "20" in one.before and compiled(_BY_YEAR).fullmatch(one.before) is not None


def _is_with_whom(one: Placed) -> bool:
    """与10家以上企业签订协议: with how many, and not how much."""
    is_with = one.quantity.is_count and one.follows is None and one.before.strip() in _WITH
    return is_with and compiled(_WITH_WHOM).match(one.after) is not None


def _is_unreadable(one: Placed) -> bool:
    """三分之一, a place in an order (前5名), and some of others: 10所学校中的5所."""
    if one.before.endswith("中的") and one.quantity.is_count:
        return not one.before.endswith("其中的")
    return one.quantity.value is None or (one.before.endswith("前") and one.quantity.unit in "名位")


def _is_cut_off(one: Placed) -> bool:
    """10个以上布局合理，配套齐全的乙: a number at the head of its clause, with its thing elsewhere."""
    quantity = one.quantity
    is_head = quantity.is_count and quantity.bound is Bound.OVER and one.before.strip() == ""
    return is_head and one.is_last and one.follows is None and not one.after.startswith("的")


def _is_about(one: Placed) -> bool:
    """完成投资约500万元, but 约500平方米 alone describes."""
    words = compiled("(?<!签)约$").sub("", one.before.rstrip())
    return words != one.before.rstrip() and begins_with_a_verb(tidy_name(words))


def _is_term(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.unit not in TIMES:
        return False
    if quantity.direction is None and quantity.bound is None:
        return True
    if not _ends(one):
        return True
    return quantity.direction is None and compiled(_SPENT).search(one.before) is None


def _is_done_share(one: Placed) -> bool:
    """100%完成年度任务."""
    leads = one.quantity.unit == "%" and one.before.strip("、确保实现力争") == ""
    return leads and compiled(_SHARE_DONE).match(one.after) is not None


def _is_share_spent(one: Placed) -> bool:
    return one.quantity.base != "" and spent_name(one.after) != ""


def _is_share(one: Placed) -> bool:
    """90%以上村, 50%的企业: a share of something, which has no name to measure by."""
    is_of_things = one.after.startswith("的") and not _is_the_aim(one)  # 扩大到85%以上的地市
    if one.quantity.unit != "%" or compiled(_ASIDE).match(one.after):
        return False
    if one.quantity.direction and not is_of_things:
        return False
    return not _ends(one)


def _is_size_made(one: Placed) -> bool:
    return size_name(one.before, one.after) != ""


def _is_described(one: Placed) -> bool:
    """20人以上的机构, 营业收入超10亿元企业: the number stands before 的, or says how big the thing is."""
    quantity = one.quantity
    if _is_the_aim(one):
        return False
    if one.after.startswith("的") or compiled(_ASIDE).match(one.after):
        return True
    if quantity.unit == "%":
        return one.before.endswith("的") and compiled(_FORMULA).search(one.before) is not None
    return _is_size_of_things(one)


def _is_size_of_things(one: Placed) -> bool:
    """引进2个过50亿元、过100亿元项目; 投资5亿元、税收1000万元的项目; 58个县81个项目."""
    quantity = one.quantity
    if quantity.is_count and not FIGURES.isdisjoint(one.after) and compiled(_COUNTED_WITHIN).match(one.after):
        return True
    if one.before.endswith(_SIZE_WORDS) and compiled(_OF_BOTH).match(one.after):
        return True
    if quantity.verb in _EXCEEDS and one.before.strip("、 ") == "" and one.follows is NumberRole.PROMISED_OF:
        return True
    is_size = quantity.direction is not None and not quantity.is_count and quantity.unit not in RATES
    return is_size and compiled(SIZED).match(one.after) is not None


def _is_limit(one: Placed) -> bool:
    """The number says which things: 10亿元以上项目, 500米覆盖率."""
    quantity = one.quantity
    if quantity.direction or _ends(one) or quantity.unit in RATES:
        return False
    return (not quantity.is_count or quantity.bound is not None) and not is_of_thing(one)


def _is_granted(one: Placed) -> bool:
    """对投资5000万元的企业给予奖励100万元, 最高不超过500万元: what a measure gives, and for what."""
    is_capped = one.quantity.direction is Direction.MOST and compiled(_CAPPED).search(one.before)
    return one.is_aside or bool(is_capped)


def _is_fact(one: Placed) -> bool:
    """Whether the words before a number say how much there is, or what it costs."""
    if one.quantity.direction:
        return False
    words, near = one.before.rstrip(), one.before[-_LONGEST_DESCRIPTION:]
    if words.endswith("编制") and one.quantity.unit in {"人", "名"}:
        return True
    if words.endswith("等") and may_be_promised(one):
        return False
    is_described = compiled(_DESCRIBED).search(near) is not None  # 总投资3亿元的8个项目 counts projects
    is_there = compiled(FACTS).search(words[-_LONGEST_FACT:]) is not None
    return is_described or is_there or _is_share_of_the_plan(one) or _is_paid(one)


def _is_share_of_the_plan(one: Placed) -> bool:
    """占年度计划150万人的69%: how much of it was done."""
    may_be = one.quantity.unit == "%" and "占" in one.before
    return may_be and compiled(_OF_THE_PLAN).search(one.before) is not None


def _is_paid(one: Placed) -> bool:
    """投入资金3亿元, but 清退违规发放津补贴12.6万元 is what is done."""
    if "元" not in one.quantity.unit or one.before.lstrip("、 ").startswith(_TAKES_BACK):
        return False
    return compiled(PAYS).search(one.before[-_LONGEST_DESCRIPTION:]) is not None


def _is_measured_too(one: Placed) -> bool:
    """改造小区12个、建筑面积68万平方米: how big what is promised is, which may be promised as well."""
    is_beside = one.follows in {NumberRole.PROMISED, NumberRole.PROMISED_OF}
    return is_beside and compiled(_MEASURED_TOO).fullmatch(one.before) is not None


def _is_after_a_verb(one: Placed) -> bool:
    return may_be_promised(one) and not _is_fact(one)


def _is_promise(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.direction or quantity.bound:
        return True
    return quantity.is_typed and _ends(one)


_ROLES: Sequence[tuple[NumberRole, Callable[[Placed], bool]]] = (
    (NumberRole.ORIGIN, _is_origin),
    (NumberRole.FACT, _is_past),
    (NumberRole.FACT, is_found_fault),
    (NumberRole.FACT, is_done_already),
    (NumberRole.FACT, _is_granted),
    (NumberRole.LIMIT, _is_address),
    (NumberRole.IDLE, _is_rhythm),
    (NumberRole.FACT, is_one_named),
    (NumberRole.UNREAD, is_of_each),
    (NumberRole.LIMIT, is_limit_around),
    (NumberRole.PROMISED, _is_of_year),
    (NumberRole.SERVED, is_served),
    (NumberRole.UNREAD, _is_unreadable),
    (NumberRole.UNREAD, _is_with_whom),
    (NumberRole.UNREAD, _is_cut_off),
    (NumberRole.UNREAD, _is_about),
    (NumberRole.PROMISED, is_service_time),
    (NumberRole.UNREAD, is_done_within),
    (NumberRole.PROMISED_OF, is_course),
    (NumberRole.PROMISED_OF, is_to_be_done),
    (NumberRole.UNREAD, is_said_done),
    (NumberRole.TERM, _is_term),
    (NumberRole.PROMISED_OF, _is_done_share),
    (NumberRole.SHARE, _is_share_spent),
    (NumberRole.UNREAD, _is_share),
    (NumberRole.SIZE, _is_size_made),
    (NumberRole.PROMISED_OF, is_of_length),
    (NumberRole.LIMIT, _is_described),
    (NumberRole.PROMISED_OF, is_of_listed),
    (NumberRole.UNREAD, _is_after_a_verb),
    (NumberRole.LIMIT, _is_limit),
    (NumberRole.UNREAD, _is_measured_too),
    (NumberRole.FACT, _is_fact),
    (NumberRole.PROMISED_OF, is_of_thing),
    (NumberRole.PROMISED, _is_promise),
)
