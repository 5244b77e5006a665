"""Things that are to be in some state, and what lasts so long: 确保5所学校投入使用, 不少于40学时的培训."""

from __future__ import annotations

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.numbers.counted_things import ends_in_a_verb, is_of_thing
from qjtask.importing.numbers.names_before import ENDS_AS_DEED
from qjtask.importing.numbers.placed_numbers import Placed
from qjtask.importing.numbers.promise_words import MAKES, TIMES
from qjtask.importing.numbers.quantities import Bound, Direction
from qjtask.importing.numbers.target_names import tidy_name
from qjtask.importing.words.word_set import WordSet

_VERBS = WordSet(MAKES)
_ALL_THERE = r"其中|[全我本][市县区省州镇乡]"
_PERSONS = ("人", "户", "名")
_PROBLEM = rf"的?{HAN}{{2,20}}$"
_SOLVES = r"解决好?(?:[^,;。:0-9的]{2,20})?$"
_ALREADY = r"[^,;。:、0-9的]{2,16}?(?:均|都)?已(?![知有])[^的]*$"
_TO_LAST = (TIMES | {"学时", "课时", "学分"}) - {"岁", "周岁", "年"}
_TO_WHOM = frozenset("对将把为")
_EVENT = rf"的{HAN}{{2,12}}(?<![户人者商店业员生位车])$"  # 检查2次以上的企业 says of which
_HELD = frozenset(("次", "场", "场次", "轮", "期", "批次"))
_LASTING = rf"的({HAN}{{2,12}})$"
_OF_SO_MANY = r"的(?P<deed>[^,;。:、0-9的]{2,16}?)(?:工作|任务|工程|手续)?$"
_STATE = (
    r"(?:(?:全部|基本|全面|顺利|成功|[如按]期)?"
    r"(?:投入(?:使用|运营|运行)|完成(?:[^,;。:、0-9的]{2,12})|建成(?:投[用产运]|运营|通车)?|开工(?:建设)?|竣工(?:验收)?|投产|投用|启用|开业|上市"
    r"|取得[^,;。:、0-9的]{2,10}|获得[^,;。:、0-9的]{2,10}|通过[^,;。:、0-9的]{2,10}|入[库规统园]|挂牌|达产|达到[^,;。:、0-9的]{0,10}(?:标准|要求)|达标|脱贫))$"
)
_BEGIN_STATES = frozenset("投完建开竣启上取获通达脱入挂")
_IN_STATE = rf"(?P<thing>[^,;。:、0-9的已未]{{0,16}}?){_STATE}"
_AIM = r"(?:确保|力争|争取|实现|(?:年度|全年)?目标(?:任务)?[为是])"
_BY = r"(?:20[0-9]{2}年|今年|全年|年)?(?:[0-9]{1,2}月|[上下]半年|[一二三四]季度)?[底末]?"
_REST = r"^\s*(?:[剩其]余|余下|剩下)的?$"
_AIMS = rf"(?:^|[,、])\s*(?:[^,;。:0-9]{{0,6}}{_BY}前?[,、]?{_AIM}+(?:全年|年内)?|{_BY}前)$|{_REST}"


def is_course(one: Placed) -> bool:
    """提供不少于40学时的培训: how long something is to last at least."""
    quantity = one.quantity
    if quantity.direction is not Direction.LEAST or quantity.unit not in _TO_LAST or not one.is_last:
        return False
    lasts = compiled(_LASTING).match(one.after) is not None
    return lasts and _VERBS.end(one.before.removesuffix("为期"))


def is_held(one: Placed) -> bool:
    """组织2次以上的专题学习, 开展不少于3场的宣讲: how often it is done, and not how big it is."""
    quantity = one.quantity
    is_least = quantity.bound is Bound.OVER or quantity.direction is Direction.LEAST
    if not (is_least and one.is_last and quantity.unit in _HELD) or one.before.lstrip()[:1] in _TO_WHOM:
        return False
    return compiled(_EVENT).match(one.after) is not None and ends_in_a_verb(one.before)


def is_solved_for(one: Placed) -> bool:
    """解决6700人的饮水问题, 解决甲、乙等乡镇4万人的饮水问题: for how many."""
    quantity = one.quantity
    is_of_persons = quantity.is_typed and quantity.unit.endswith((*_PERSONS, "万"))
    may_be = is_of_persons and "解决" in one.before and compiled(_PROBLEM).match(one.after) is not None
    return may_be and compiled(_SOLVES).search(one.before) is not None


def is_done_to_so_many(one: Placed) -> bool:
    """完成剩余3户的搬迁工作: to how many something is done."""
    quantity = one.quantity
    may_be = quantity.is_count and quantity.is_typed and one.is_last and one.after.startswith("的")
    is_led = tidy_name(one.before) != "" and ends_in_a_verb(one.before)
    if not (may_be and is_led) or quantity.direction or quantity.bound:
        return False
    found = compiled(_OF_SO_MANY).match(one.after)
    return found is not None and compiled(ENDS_AS_DEED).search(f"的{found['deed']}") is not None


def is_to_be_done(one: Placed) -> bool:
    """确保5所学校投入使用, 力争12个小区完成改造, 剩余5个村全部脱贫."""
    return _is_in_state(one) and compiled(_AIMS).search(one.before) is not None


def is_done_already(one: Placed) -> bool:
    """5所学校已投入使用."""
    is_bare = one.before.strip() in {"", "其中"} and one.quantity.is_count and one.quantity.direction is None
    return is_bare and "已" in one.after and compiled(_ALREADY).match(one.after) is not None


def is_said_done(one: Placed) -> bool:
    """5所学校投入使用, of which nobody can say whether it is asked for: told."""
    before = one.before.strip()
    is_bare = before == "" or compiled(_ALL_THERE).fullmatch(before) is not None
    return is_bare and _is_in_state(one) and not is_of_thing(one)


def _is_in_state(one: Placed) -> bool:
    quantity = one.quantity
    if not quantity.is_count or not quantity.is_typed or quantity.direction or quantity.bound:
        return False
    may_be = one.is_last and not _BEGIN_STATES.isdisjoint(one.after)
    found = compiled(_IN_STATE).match(one.after) if may_be else None
    return found is not None and (found["thing"] != "" or quantity.unit.endswith(("人", "户", "家")))
