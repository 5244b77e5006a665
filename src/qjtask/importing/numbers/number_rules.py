"""The rules that say what a number is there for, each a question about one number in its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.counted_things import (
    is_done_in_a_place,
    is_of_length,
    is_of_listed,
    is_of_thing,
    size_name,
    spent_name,
)
from qjtask.importing.numbers.found_faults import is_found_fault
from qjtask.importing.numbers.limits_around import is_limit_around
from qjtask.importing.numbers.limits_of_size import ASIDE, is_described, is_laid_down, is_limit
from qjtask.importing.numbers.of_each import is_of_each, is_of_members, is_one_named
from qjtask.importing.numbers.placed_numbers import NumberRole, Placed, ends_a_part, is_the_aim
from qjtask.importing.numbers.promise_words import HEDGE, SPREADS, TIMES
from qjtask.importing.numbers.quantities import Bound, Direction
from qjtask.importing.numbers.served_things import is_reached, is_served, reaches_alone
from qjtask.importing.numbers.service_times import is_done_within, is_service_time
from qjtask.importing.numbers.target_names import begins_with_a_verb, tidy_name
from qjtask.importing.numbers.things_done import (
    is_course,
    is_done_already,
    is_done_to_so_many,
    is_held,
    is_said_done,
    is_solved_for,
    is_to_be_done,
)
from qjtask.importing.numbers.told_facts import is_told_fact
from qjtask.importing.numbers.unlisted_verbs import is_of_whose, is_taken_back, may_be_promised

_IN_WORDS = frozenset("座所处栋幢条家台辆部支")
_ORIGIN = (  # 比2010年的12万吨减少15%
    r"(?:由(?![^,、0-9]{1,9}(?:负责|牵头|承担|[局委办院队镇乡处科]))|从)[^,、]{0,10}$"
    r"|[较比][^,、的]{0,12}的(?:[^,]{1,12}、)?$"
)
_MOST = ("最多", "至多")
_CAPPED = r"最[高多大]$"
_CEILING = (  # 个人贷款最高额度10万元, 最高可贷30万元
    r"最[高多大](?:额度?|限额|金额|可|能|贷款?)[^,;。:0-9]{0,6}$"
)
_SHARE_DONE = r"(?:按期|全部|如期)?(?:完成|实现|落实|办结|整改|覆盖|达标|公开|执行|到位|建档|签订)"
_LONGEST_CEILING = 12  # signs
# 项目审批50天以内: what takes at most so long.
_SPENT = r"时间|时限|时长|期限|期$|(?:审批|审核|审查|办理|开办|登记|注销|办结|验收|报装|过户)$"
_MEASURED_TOO = r"[、，,及和]?总?建筑面积(?:约|达|为|共)?"
# 友谊里12栋楼: which houses. 新建12栋楼 makes them.
_HOUSES = frozenset("栋幢")
_HOUSE = r"(?:[高多小]层)?(?:(?:居民|住宅|单元|商品|宿舍|教学|办公)?楼|住宅|房屋|建筑)"
_TO_THEM = frozenset("对将把为在")
_OF_THEM = r"[对将把为在]?[^对将把为在]{2,10}$"
# 每季度召开2次会议: how often, and of the whole year no number.
_RHYTHM = r"每(?:(?P<year>年度?)|[一个两]?(?:季度?|月|周|星期|学期)|半年|[天日旬])[^,;。:0-9]{0,12}$"
_OFTEN = frozenset(("次", "份", "场次", "轮次", "轮", "遍", "回"))
# 至2026年100座、2027年200座: one value for each year, behind a name that stands before.
_BY_YEAR = r"[、\s]*(?:至|到|于|在)?20[0-9]{2}年[底末]?前?(?:完成|建成|实现|累计|计划|力争){0,2}"
_OF_A_LIST = r"(?:[、和与及”]|以及).{2,}(?<![公中等])共$"
_WITH = frozenset("与和同")
_WITH_WHOM = r"[^,;。:、的0-9]{1,12}?(?:签[订署约]|建立|达成|开展|结[对成]|共[建同]|合作|联合)"


def role_of(one: Placed) -> NumberRole:
    """The role whose rule holds first."""
    for role, holds, _ in ROLE_RULES if one.after else _AT_END:
        if holds(one):
            return role
    return NumberRole.IDLE


def _is_origin(one: Placed) -> bool:
    return not one.is_last and compiled(_ORIGIN).search(one.before) is not None


def _is_past(one: Placed) -> bool:
    return one.is_past


def _is_address(one: Placed) -> bool:
    """友谊里12栋楼: houses that stand there, whose number is a part of the name of what is done to them.

    So it is of those that something is counted in: 为12栋高层住宅加装电梯24部.
    """
    is_of_houses = one.quantity.unit in _HOUSES and one.quantity.direction is None
    before = one.before.strip("、 ")
    if not is_of_houses or not compiled(_HOUSE).match(one.after) or begins_with_a_verb(tidy_name(before)):
        return False
    return compiled(_OF_THEM).match(before) is not None or (before in _TO_THEM and not one.is_last)


def _is_rhythm(one: Placed) -> bool:
    """每季度召开2次会议, 每年组织1次评价; 每年开展4次检查 is a number of the year."""
    quantity = one.quantity
    if quantity.unit not in _OFTEN or quantity.direction or quantity.bound:
        return False
    found = compiled(_RHYTHM).search(one.before)
    return found is not None and "至少" not in found[0] and (found["year"] is None or quantity.value == "1")


def _is_sum_made(one: Placed) -> bool:
    """新建长者食堂、社区食堂共12个: the sum of what is listed behind a verb."""
    return _is_sum(one) and compiled(_OF_A_LIST).search(one.before) is not None


def _is_sum(one: Placed) -> bool:
    """改造甲路、乙路等12条, 举办活动共12场: which of them are meant, or since when, nobody can say."""
    words, unit = one.before.rstrip(), one.quantity.unit.lstrip("百千万亿")
    is_bare = (one.quantity.is_count or unit in SPREADS) and one.quantity.direction is None
    may_be = is_bare and words.endswith(("共", "等")) and ends_a_part(one)
    return may_be and begins_with_a_verb(tidy_name(words))


def _is_of_year(one: Placed) -> bool:
    """建设充电桩，至2026年100座、2027年200座."""
    return ends_a_part(one) and "20" in one.before and compiled(_BY_YEAR).fullmatch(one.before) is not None


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
    """完成投资约500万元, 改造小区近30个, but 约500平方米 alone describes."""
    is_hedged = ends_a_part(one) and compiled(HEDGE).search(one.before) is not None
    return is_hedged and begins_with_a_verb(tidy_name(one.before))


def _is_term(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.unit not in TIMES or _goes_on_with_limits(one):
        return False
    if quantity.direction is None and quantity.bound is None:
        return True
    if not ends_a_part(one):
        return True
    return quantity.direction is None and compiled(_SPENT).search(one.before) is None


def _goes_on_with_limits(one: Placed) -> bool:
    """压缩至3个和1个工作日: the second limit of a list, behind the first."""
    is_behind = one.follows is NumberRole.PROMISED and one.quantity.direction is None
    return is_behind and ends_a_part(one) and compiled(r"\s*[、和及与]\s*").fullmatch(one.before) is not None


def _is_done_share(one: Placed) -> bool:
    """100%完成年度任务."""
    leads = one.quantity.unit == "%" and one.before.strip("、确保实现力争") == ""
    return leads and compiled(_SHARE_DONE).match(one.after) is not None


def _is_share_spent(one: Placed) -> bool:
    return one.quantity.base != "" and spent_name(one.after) != ""


def _is_share(one: Placed) -> bool:
    """90%以上村, 50%的企业: a share of something, which has no name to measure by."""
    is_of_things = one.after.startswith("的") and not is_the_aim(one)  # 扩大到85%以上的地市
    if one.quantity.unit != "%" or compiled(ASIDE).match(one.after) or is_laid_down(one):
        return False
    if one.quantity.direction and not is_of_things:
        return False
    return not ends_a_part(one)


def _is_size_made(one: Placed) -> bool:
    return size_name(one.before, one.after) != ""


def _is_granted(one: Placed) -> bool:
    """对投资5000万元的企业给予奖励100万元, 最高不超过500万元: what a measure gives, and for what."""
    is_money = "元" in one.quantity.unit
    is_most = one.quantity.direction is Direction.MOST
    is_capped = is_most and (
        compiled(_CAPPED).search(one.before) or (is_money and one.quantity.verb in _MOST)
    )
    is_ceiling = is_money and compiled(_CEILING).search(one.before[-_LONGEST_CEILING:])
    return one.is_aside or bool(is_capped or is_ceiling)


def _is_measured_too(one: Placed) -> bool:
    """改造小区12个、建筑面积68万平方米: how big what is promised is, which may be promised as well."""
    is_beside = one.follows in {NumberRole.PROMISED, NumberRole.PROMISED_OF}
    return is_beside and compiled(_MEASURED_TOO).fullmatch(one.before) is not None


def _is_after_a_verb(one: Placed) -> bool:
    return is_taken_back(one) or (may_be_promised(one) and not is_told_fact(one))


def _is_promise(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.direction or quantity.bound:
        return True
    return ends_a_part(one) and (quantity.is_typed or _is_made_in_words(one))


def _is_made_in_words(one: Placed) -> bool:
    """新建学校两所: a number in words counts where something is made, from two on."""
    counts = one.quantity.unit in {*_IN_WORDS, "个"} and one.quantity.value not in {None, "1"}
    return counts and begins_with_a_verb(tidy_name(one.before))


_ANYWHERE = False
_BEFORE_WORDS = True  # of a rule that holds of no number at the end of its clause, where half of all stand

ROLE_RULES: Sequence[tuple[NumberRole, Callable[[Placed], bool], bool]] = (
    (NumberRole.ORIGIN, _is_origin, _ANYWHERE),
    (NumberRole.FACT, _is_past, _ANYWHERE),
    (NumberRole.FACT, is_found_fault, _ANYWHERE),
    (NumberRole.FACT, is_done_already, _BEFORE_WORDS),
    (NumberRole.FACT, _is_granted, _ANYWHERE),
    (NumberRole.LIMIT, _is_address, _BEFORE_WORDS),
    (NumberRole.IDLE, _is_rhythm, _ANYWHERE),
    (NumberRole.FACT, is_one_named, _ANYWHERE),
    (NumberRole.UNREAD, is_of_each, _ANYWHERE),
    (NumberRole.UNREAD, is_of_members, _BEFORE_WORDS),
    (NumberRole.LIMIT, is_limit_around, _ANYWHERE),
    (NumberRole.PROMISED, _is_of_year, _ANYWHERE),
    (NumberRole.PROMISED, _is_sum_made, _ANYWHERE),
    (NumberRole.UNREAD, _is_sum, _ANYWHERE),
    (NumberRole.SERVED, is_served, _BEFORE_WORDS),
    (NumberRole.UNREAD, _is_unreadable, _ANYWHERE),
    (NumberRole.UNREAD, _is_with_whom, _BEFORE_WORDS),
    (NumberRole.UNREAD, _is_cut_off, _ANYWHERE),
    (NumberRole.PROMISED, _is_about, _ANYWHERE),
    (NumberRole.PROMISED, is_service_time, _BEFORE_WORDS),
    (NumberRole.UNREAD, is_done_within, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_course, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_held, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_solved_for, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_done_to_so_many, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_to_be_done, _BEFORE_WORDS),
    (NumberRole.UNREAD, is_said_done, _BEFORE_WORDS),
    (NumberRole.TERM, _is_term, _ANYWHERE),
    (NumberRole.PROMISED_OF, _is_done_share, _BEFORE_WORDS),
    (NumberRole.SHARE, _is_share_spent, _BEFORE_WORDS),
    (NumberRole.SERVED, is_reached, _BEFORE_WORDS),
    (NumberRole.UNREAD, _is_share, _BEFORE_WORDS),
    (NumberRole.SIZE, _is_size_made, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_of_length, _BEFORE_WORDS),
    (NumberRole.UNREAD, reaches_alone, _BEFORE_WORDS),
    (NumberRole.UNREAD, is_of_whose, _BEFORE_WORDS),
    (NumberRole.LIMIT, is_described, _ANYWHERE),
    (NumberRole.PROMISED_OF, is_of_listed, _BEFORE_WORDS),
    (NumberRole.PROMISED_OF, is_done_in_a_place, _BEFORE_WORDS),
    (NumberRole.UNREAD, _is_after_a_verb, _BEFORE_WORDS),
    (NumberRole.LIMIT, is_limit, _BEFORE_WORDS),
    (NumberRole.UNREAD, _is_measured_too, _ANYWHERE),
    (NumberRole.FACT, is_told_fact, _ANYWHERE),
    (NumberRole.PROMISED_OF, is_of_thing, _BEFORE_WORDS),
    (NumberRole.PROMISED, _is_promise, _ANYWHERE),
)
"""Each role with a rule of it, and whether that asks what follows the number."""

_AT_END = [(role, holds, asks_on) for role, holds, asks_on in ROLE_RULES if not asks_on]
