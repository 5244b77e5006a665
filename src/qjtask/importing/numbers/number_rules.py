"""The rules that say what a number is there for, each a question about one number in its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.promise_words import (
    ABSTRACT,
    CONTAINERS,
    DESCRIBES,
    FACTS,
    MAKES,
    PAYS,
    POINTS_AT,
    RATES,
    SPREADS,
    TIMES,
)
from qjtask.importing.numbers.quantities import Bound, Direction, Quantity
from qjtask.importing.numbers.target_names import is_only_a_verb, tidy_name

FAR = 80
"""How many signs around a number are looked at."""

_JOINER = r"[、和及与以,\s]*(?:其中)?"
_ENDS = r"[、和及与并(,]|$"
_ORIGIN = r"(?:由|从)[^,、]{0,10}$"
# 落实15条措施 carries out what there is.
_MADE = "|".join(sorted({*MAKES, "成立", "选出", "建好"} - {"落实"}, key=lambda verb: (-len(verb), verb)))
_ADJACENT = rf"(?:{_MADE})(?:了|全[市区县镇]|约|近)?$"
# 完成路面大修和20座桥梁加固 promises the second as it does the first; a 的 before the joiner describes.
_BESIDE_THING = r"(?:完成|建成|新建|改建|扩建|改造|新增|举办|开展|实施)[^的、,;。:0-9]{2,24}(?:以及|和|及)$"
_SIZE_MADE = (
    r"(?:设立|组建|成立|发行|建成|新建|建设)[^、,;。:的0-9]{0,8}"
    r"(?P<size>总规模|总额|总容量|总面积)(?:约|近|超|达|为|达到)?$"
)
_OF_SIZE = r"的(?P<thing>[^,;。:()、和及与0-9]{2,24})(?=$|[,;。:()、和及与])"
_THING_ENDS = (
    r"\((?![^()0-9]{1,6}\)[一-鿿])|[和及与](?=[0-9])"  # 人才出国(境)培训 goes on
    rf"|、(?=[^、]{{0,12}}[0-9]|{_MADE}|推[进动]|加[强快]|完善|健全|强化|优化|做好|抓好)"
)
_DESCRIBED = (
    r"(?:能够?|善于|擅长|具有|具备|熟悉|掌握|紧跟|从事|符合|拥有|适应|面向|代表|引领|站在|处于|有)"
    r"[^,;。:()0-9]{0,60}、[^,;。:()0-9]{0,60}的[^的、,;。:()0-9]{2,20}$"
)
_BEFORE_VERB = r"^(?:每年|重点|优先|新)+"
_AFTER_VERB = r"(?:全[市区县省州镇乡]|各类)$"
_WHO = frozenset("家户名人")
_CAPPED = r"最[高多大]$"
_ASIDE = r"(?:确定|核定|计提|计算|缴纳|征收|增速|增幅|平均水平|的(?:政策|标准|比例|优惠|补贴|补助|税率|费率|额度))"
_SIZED = r"[^,;。:、()用支建投的0-9]{0,6}(?:项目|企业|园区|产业|集群|市场主体|农户|村|乡镇|工程)"
_COUNTS_FOLLOW = r"[0-9.]+[万亿]?(?:人次|人|名|户|场次|场|家次|课时|学时)"
_FOR_WHOM = r"^(?:使|让|帮助)?[为对向给在将把于]"
_DOES = (
    r"[^,;。:]{2,}?(?:进行|实施|开展|提供|完成|实现|加装|安装|更换|新增|改造|建设|建成|达到|创建|创成|配备|发放|免费|投入使用|上市|竣工|开工)"
)
_OF_ITS_TASK = r"完成[^,;。:]{0,12}的$"
_LONGEST_VERB = 8  # signs that may say what is done, before a number of things
_SHARE_DONE = r"(?:按期|全部|如期)?(?:完成|实现|落实|办结|整改|覆盖|达标|公开|执行|到位|建档|签订)"
_SPENT = r"时间|时限|时长|期限|期$"


class NumberRole(Enum):
    """Why a number stands in a text."""

    PROMISED = "after its name"  # 覆盖率达到95%
    PROMISED_OF = "before its thing"  # 建成30个便民驿站
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


def role_of(one: Placed) -> NumberRole:
    """The role whose rule holds first."""
    return next((role for role, holds in _ROLES if holds(one)), NumberRole.IDLE)


def thing_words(after: str) -> str:
    """The words of the thing that follows its number, up to the next number, or verb, of the list.

    What says which things these are goes on to its end: 能够突破难题、带动产业的人才.
    """
    if compiled(_DESCRIBED).match(after[:FAR]):
        return after[:FAR]
    return compiled(_THING_ENDS).split(after[:FAR], maxsplit=1)[0]


def size_name(before: str, after: str) -> str:
    """What 设立总规模100亿元的产业基金 promises, 产业基金总规模, by what is around its number."""
    size, thing = compiled(_SIZE_MADE).search(before), compiled(_OF_SIZE).match(after)
    return f"{thing['thing']}{size['size']}" if size and thing else ""


def _is_origin(one: Placed) -> bool:
    return not one.is_last and compiled(_ORIGIN).search(one.before) is not None


def _is_past(one: Placed) -> bool:
    return one.is_past


def _is_unreadable(one: Placed) -> bool:
    """三分之一, and a place in an order (前5名)."""
    return one.quantity.value is None or (one.before.endswith("前") and one.quantity.unit in "名位")


def _is_cut_off(one: Placed) -> bool:
    """10个以上布局合理，配套齐全的乙: a number at the head of its clause, with its thing elsewhere."""
    quantity = one.quantity
    is_head = quantity.is_count and quantity.bound is Bound.OVER and one.before.strip() == ""
    return is_head and one.follows is None and not one.after.startswith("的")


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
    if one.quantity.unit != "%" or one.quantity.direction or compiled(_ASIDE).match(one.after):
        return False
    return compiled(_ENDS).match(one.after) is None


def _is_size_made(one: Placed) -> bool:
    return size_name(one.before, one.after) != ""


def _is_described(one: Placed) -> bool:
    """20人以上的机构, 营业收入超10亿元企业: the number stands before 的, or says how big the thing is."""
    quantity = one.quantity
    if one.after.startswith("的") or compiled(_ASIDE).match(one.after):
        return True
    is_size = quantity.direction is not None and not quantity.is_count and quantity.unit not in RATES
    return is_size and compiled(_SIZED).match(one.after) is not None


def _is_limit(one: Placed) -> bool:
    """The number says which things: 10亿元以上项目, 500米覆盖率."""
    quantity = one.quantity
    if quantity.direction or compiled(_ENDS).match(one.after) or quantity.unit in RATES:
        return False
    return (not quantity.is_count or quantity.bound is not None) and not _is_of_thing(one)


def _is_granted(one: Placed) -> bool:
    """对投资5000万元的企业给予奖励100万元, 最高不超过500万元: what a measure gives, and for what."""
    is_capped = one.quantity.direction is Direction.MOST and compiled(_CAPPED).search(one.before)
    return one.is_aside or bool(is_capped)


def _is_fact(one: Placed) -> bool:
    if one.quantity.direction:
        return False
    words, near = one.before.rstrip(), one.before[-12:]
    pays = "元" in one.quantity.unit and compiled(PAYS).search(near)
    if words.endswith("编制") and one.quantity.unit in {"人", "名"}:
        return True
    return bool(pays or compiled(FACTS).search(words) or compiled(DESCRIBES).search(near))


def _begins_a_thing(words: str) -> bool:
    first = words[:1]
    return "一" <= first <= "鿿" or "A" <= first <= "Z" or "0" <= first <= "9" or first == "“"


def _is_of_thing(one: Placed) -> bool:
    quantity, thing = one.quantity, thing_words(one.after)
    if not _begins_a_thing(thing) or compiled(_COUNTS_FOLLOW).match(thing):
        return False
    if not quantity.is_count:
        return _is_made_by_length(one, thing)
    if quantity.unit not in _WHO and compiled(CONTAINERS).match(thing):
        return False  # 15个重点领域专项治理, but 200家重点行业企业
    if quantity.direction is Direction.LEAST:
        return is_only_a_verb(compiled(rf"{_BEFORE_VERB}|{_AFTER_VERB}").sub("", tidy_name(one.before)))
    if compiled(_JOINER).fullmatch(one.before):
        return one.follows is NumberRole.PROMISED_OF
    is_said = quantity.is_typed or quantity.bound is not None
    return is_said and compiled(rf"{_ADJACENT}|{_BESIDE_THING}").search(one.before) is not None


def _is_made_by_length(one: Placed, thing: str) -> bool:
    """改造50公里管网; 建设30亩基地3个 counts bases of a size."""
    is_spread = one.quantity.unit.lstrip("百千万亿") in SPREADS and one.quantity.bound is None
    is_made = is_spread and one.is_last and one.quantity.direction is None
    return (
        is_made and compiled(_ADJACENT).search(one.before) is not None and not compiled("[0-9]").search(thing)
    )


def _may_be_promised(one: Placed) -> bool:
    """加快18座水库加固, 为50户家庭加装扶手: things after a number, and a verb that nobody has listed."""
    quantity, thing = one.quantity, thing_words(one.after)
    if quantity.direction or not quantity.is_typed or not _begins_a_thing(thing):
        return False
    if quantity.unit in RATES | TIMES or _is_fact(one) or _is_of_thing(one):
        return False
    if not quantity.is_count and (not one.is_last or compiled(_SIZED).match(one.after)):
        return False
    if compiled(CONTAINERS).match(thing) or compiled(ABSTRACT).match(thing):
        return False
    words = tidy_name(one.before)
    if words == "" or compiled(_FOR_WHOM).search(one.before.strip()):
        return quantity.is_count and quantity.bound is None and compiled(_DOES).match(one.after) is not None
    if compiled(_OF_ITS_TASK).search(one.before):
        return True
    return len(words) <= _LONGEST_VERB and compiled(POINTS_AT).search(words) is None


def _is_promise(one: Placed) -> bool:
    quantity = one.quantity
    if quantity.direction or quantity.bound:
        return True
    return quantity.is_typed and compiled(_ENDS).match(one.after) is not None


_ROLES: Sequence[tuple[NumberRole, Callable[[Placed], bool]]] = (
    (NumberRole.ORIGIN, _is_origin),
    (NumberRole.FACT, _is_past),
    (NumberRole.FACT, _is_granted),
    (NumberRole.UNREAD, _is_unreadable),
    (NumberRole.UNREAD, _is_cut_off),
    (NumberRole.TERM, _is_term),
    (NumberRole.PROMISED_OF, _is_done_share),
    (NumberRole.UNREAD, _is_share),
    (NumberRole.SIZE, _is_size_made),
    (NumberRole.LIMIT, _is_described),
    (NumberRole.UNREAD, _may_be_promised),
    (NumberRole.LIMIT, _is_limit),
    (NumberRole.FACT, _is_fact),
    (NumberRole.PROMISED_OF, _is_of_thing),
    (NumberRole.PROMISED, _is_promise),
)
