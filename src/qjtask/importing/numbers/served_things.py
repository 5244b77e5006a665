"""Things that something is done with: 为300户困难家庭实施适老化改造 promises so many 困难家庭适老化改造."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.time.running_text import half_width
from qjtask.importing.numbers.placed_numbers import Placed
from qjtask.importing.numbers.promise_words import HEDGE, OF_PAPER, PAPER_UNITS, SPREADS
from qjtask.importing.numbers.quantities import Bound, Direction
from qjtask.importing.numbers.target_names import tidy_name

_PLACE = r"(?:[全我本][区市县省州镇乡]内?|辖区内?|县域内?|农村|城[乡镇区])?"
_FAR = 40  # signs
_FOR = frozenset("为对给向在将把帮")
_AFTER_WHAT = (
    r"(?:^|[、,元金前内月度局委院队]|负责|牵头|(?<!学)年|计划|力争|确保"
    r"|免费|继续|重点|优先|集中|累计|组织[^,;。:、0-9]{2,8})\s*"
)
_FOR_WHOM = (  # 在甲镇、乙镇等8个村 says where
    rf"{_AFTER_WHAT}(?:(?:[为对给将把]|帮助)(?:[^,;。:0-9]{{2,30}}[的等])?|[向在](?:[^,;。:、0-9]{{2,12}}的)?){_PLACE}$"
)
_OFFICES = (
    r"[^,;。:、()0-9]{0,6}(?:单位|部门|镇街|街道"
    r"|(?:乡镇|县[市区]?|市[县区])(?=开展|进行|实施|全|逐|$|[,;。、]))"
)
_AGED = r"(?:[0-9]{1,3}(?:-[0-9]{1,3})?周?岁(?:[及或]?以[上下])?)?"  # 40周岁以上城乡居民
_NAMES = r"[^,;。:、的0-9]{0,20}?(?:、[^,;。:、的0-9]{1,6}){0,3}?"  # 50所学校、幼儿园、敬老院
_THING = rf"(?P<thing>{_AGED}{_NAMES})(?:全部|全面|统一|逐[一户])?"
_HOW = (
    r"(?:(?P<free>免费)?(?:进行|实施|开展|提供|做(?!好|到))了?|依法(?:依规)?"
    r"|(?P<how>免费|[加安新]装|更换|配[备置发]|新增|建[设成立]|改造|增设|加设|铺设|接[入通]|完成|发放|办理|购[买置]))"
)
_WORK = r"(?P<work>[^,;。:、0-9]{2,24}(?:、[^,;。:、0-9]{2,4}(?=$|、)){0,3})"
_DONE = rf"{_THING}{_HOW}{_WORK}(?=$|、[0-9为对给])"
_REACHES = r"覆盖(?:[全本][市县区省镇乡]|[市县区]域内?|辖区内?)?$"
_REACH = 2  # signs: 覆盖 alone does not say what
_THINGS = r"的?(?P<things>[^\W0-9_a-zA-Z]{2,12})(?=$|[,;。:、])"
_REACHES_ALONE = rf"(?:服务|网络|范围|辐射|并|实现|逐步|全面|力争|确保)*(?:覆盖|涵盖){_PLACE}"
_OF_KINDS = frozenset("个种类条批")


def is_for_whom(before: str) -> bool:
    """Whether the words before a number say that something is done for so many: 为, 对全县."""
    before = compiled(HEDGE).sub("", before)  # 对约80个路口进行改造
    first = max(0, len(before) - _FAR)
    return not _FOR.isdisjoint(before[first:]) and compiled(_FOR_WHOM).search(before, first) is not None


def name_of_served(before: str, after: str) -> str:
    """What is done with the things after a number, by the words around it; the empty name for nothing."""
    if reached := _reached(before, after):
        return reached
    if before.strip("、, ") != "" and not is_for_whom(before):
        return ""
    found = compiled(_DONE).match(half_width(after))
    if found is None or not (found["thing"] or is_for_whom(before)):
        return ""
    parts = (found.span(part) for part in ("thing", "free", "how", "work"))
    thing, *done = (after[start:end] if start >= 0 else "" for start, end in parts)
    return "".join(done) if done[-1].startswith(thing) else "".join((thing, *done))


def is_reached(one: Placed) -> bool:
    """生活垃圾治理覆盖90%以上行政村: which share of some things is reached by what is done."""
    is_share = one.quantity.unit == "%" and one.quantity.direction in {None, Direction.LEAST}
    return is_share and _reached(one.before, one.after) != ""


def reaches_alone(one: Placed) -> bool:
    """，覆盖12个社区: how far something is to reach that another clause names."""
    is_bare = one.quantity.is_count and one.quantity.direction is None and "盖" in one.before
    reaches = is_bare and compiled(_REACHES_ALONE).fullmatch(one.before.strip("、 ")) is not None
    return reaches and not one.after.startswith("的") and compiled(_THINGS).match(one.after) is not None


def _reached(before: str, after: str) -> str:
    """The name of what reaches so many of the things after a number; the empty name for nothing."""
    reaches = compiled(_REACHES).search(before[-_FAR:]) if "覆盖" in before else None
    things = compiled(_THINGS).match(after) if reaches else None
    return f"{tidy_name(before)}{things['things']}" if things and len(tidy_name(before)) > _REACH else ""


def is_of_offices(one: Placed) -> bool:
    """对全县12个乡镇开展督查: the offices that do the work are counted, and not what is done."""
    return compiled(_OFFICES).match(one.after) is not None


def is_served(one: Placed) -> bool:
    """Whether a number is promised of those whom something is done for."""
    quantity = one.quantity
    if name_of_served(one.before, one.after) == "" or quantity.unit in PAPER_UNITS or not quantity.is_typed:
        return False
    is_least = quantity.direction in {None, Direction.LEAST}
    is_counted = quantity.is_count or quantity.unit.lstrip("百千万亿") in SPREADS
    if not (is_least and is_counted) or quantity.bound is Bound.WITHIN or is_of_offices(one):
        return False
    return quantity.unit not in _OF_KINDS or compiled(OF_PAPER).match(one.after) is None
