"""Numbers of each thing, and not of all of them: 每个社区配备3名专干, 甲镇、乙镇各建成1处."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.placed_numbers import Placed
from qjtask.importing.numbers.promise_words import RATES

_THING = (
    r"(?:个(?!月|季度|年|学期|星期|周)[^,;。:、()0-9]{1,10}?(?:\([^()0-9]{1,12}\))?"
    r"|[艘辆户人村镇乡县区市州校所家名台栋条座片队班组店厂][^,;。:、0-9]{0,6}?)"
)
_DOES = (
    r"(?:(?:分别|平均|各自)?(?:[增加]?[配装设建派聘]|安装|补助|补贴|发放|提供|走访|联系|帮扶|开展|举办|组织"
    r"|引进|培[育养训]|创[建办]|打造|落实|安排|完成|建[成设立]|设[立置]|选[派聘树配]|配[备置齐]|新[建增设]|[增加]设|推[荐选出]|实施|[确选]定)"
    r"[了有]?)"
)
_SEVERAL = (  # 东河镇、西河镇各建成1处; 全市6个区县各建设1个
    r"(?:[镇乡县区市州村校园局院站]、[^,;。:、0-9]{1,8}[镇乡县区市州村校园局院站]|[0-9]个[^,;。:、0-9]{1,8})各(?:自|新|再|至少)?"
)
_OF_EACH = rf"(?:每{_THING}|{_SEVERAL}){_DOES}$"
_NAMES_ONE = rf"每{_THING}(?:分别|各自|至少)?(?:确定|明确|指定|聘任|推[选荐]|产生|安排|落实)$"
_MEMBERS = r"[^,;。:、由以0-9]{1,24}(?:组成|构成)的"  # 培训500名由干部组成的宣讲员 counts the whole
_PERSONS = frozenset("名人位")
_LOOK_BACK = 28  # signs


def is_of_each(one: Placed) -> bool:
    """Whether a number is what each of many has or does, so that nothing is known of their sum."""
    quantity = one.quantity
    if not quantity.is_count or quantity.unit in RATES or quantity.direction or quantity.bound:
        return False  # 每个镇街至少建成1个综合文化站 is a least for all
    near = one.before[-_LOOK_BACK:]
    return (
        ("每" in near or "各" in near) and "至少" not in near and compiled(_OF_EACH).search(near) is not None
    )


def is_one_named(one: Placed) -> bool:
    """Whether each of many names one person, who is no goal: 每个楼道确定1名楼道长."""
    is_person = one.quantity.unit in _PERSONS and one.quantity.value == "1"
    return is_person and compiled(_NAMES_ONE).search(one.before[-_LOOK_BACK:]) is not None


def is_of_members(one: Placed) -> bool:
    """Whether a number is of those who make up what is set up: 组建5名专家组成的指导组."""
    is_made_up = one.quantity.is_count and "成的" in one.after
    return is_made_up and compiled(_MEMBERS).match(one.after) is not None
