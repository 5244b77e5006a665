"""Numbers of how things stand, and of whom that is held against: what was found, and never a promise."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.limits_around import EXCEEDED
from qjtask.importing.numbers.placed_numbers import Placed

# 部分科室超过35% finds fault, 仍有燃煤锅炉112台 says what is left to do: neither promises.
_OF_SOME = r"[、,\s]*(?:目前|仍?有)?(?:部分|个别|少数(?!民族)|一些|有的|不少(?!于))[^,;。]{1,20}$"
_STILL = frozenset("仍尚还")
_STILL_THERE = r"[、,\s]*(?:全[市县区省州镇乡]|辖区|目前)?(?:仍|尚|还)(?:有|存在|存有)(?!望)"
# 甲级病历率仅为86%, 只召开了1次会议, 缺少教师15名: how things stand, and too little; but 只需跑1次 promises.
_SHORT_SIGNS = frozenset("仅只缺差")
_SHORT = (
    r"(?:(?<!不)仅|(?<![不每0-9船])只)(?![需须要跑用限能准许])[^,;。、:0-9]{0,6}$"
    r"|(?:缺[少口]|短缺|[尚还欠][缺差])[^,;。、:0-9补]{0,6}$"
)
_MAKES_UP = ("补", "填")  # 补齐教师缺口30人
_ONLY_SO_MUCH = r"[^,;。、]{2,20}(?<!不)(?:仅仅?|只)(?:有|为|是|占|完成)?[0-9]"  # 抽查6个村合规率仅为67%
# 5个支部未按期换届 is what was found, 对3名责任人批评教育 what comes of it.
_AT_FAULT = (  # 8个小区未达标 is left to be done, and told
    r"[^,;。:、0-9的]{0,8}(?:支部|党组织|党委|单位|部门|科室|窗口|干部|党员|人员)"
    r"(?:未|没有|存在|不规范|不到位|不及时|滞后)(?!.*(?:整改|整治|解决|清零|销号))"
)
_FAULTS = "直排|不亮|缺失|破损|损[坏毁]|堵塞|塌陷|脱落|超标|积水|渗漏|开裂|断裂"
# 3处排污口污水直排, 12盏路灯不亮: what a notice found broken, where it does not say that so many are mended.
_BROKEN = (
    rf"[^,;。:、0-9的]{{1,12}}?(?:{_FAULTS}|锈蚀|松动|淤[积塞]|漏水|失修|瘫痪"
    r"|未(?:落实|设置|安装|配备|办理))[^,;。、]{0,12}(?![^,;。、])"
)
_IS_BROKEN = rf"{_FAULTS}|未[^,;。]{{2,6}}$|不足$|被占$"
_PROBLEMS = frozenset(("问题", "的问题", "等问题"))
_MENDED = r"整改|整治|治理|修[复缮]|维修|更换|疏通|改造|清零|销号|消除|补[齐建装]|处置"
_WHO_IS_BLAMED = ("对", "给予", "约谈", "问责")
_BLAMED = r"[^,;。:、0-9]{0,6}(?:责任人|负责人|党员|干部|人员|同志|支部|党组织|单位|部门|科室)"
_BLAME = ("批评", "谈话", "约谈", "问责", "处分", "追责", "诫勉", "督导", "督促")
_FALLS_SHORT = ("不足", "未达到", "未达")
# 存在问题：超范围支付126万元。整改措施：……: what stands there was found, up to its stop.
_FOUND = (
    r"(?:检查|巡[视察]|审计|督[查察])?(?:存在|反馈|具体|主要|突出|发现|整改)?的?(?:问题|隐患|不足|现状)(?:表现|描述|情况)?"
    r"[：:][^。；\n]*(?:[。；\n]|$)"
)
_NEAR = 12  # signs: a pattern that ends at $ is tried at every sign before it


def without_faults(text: str) -> str:
    """A work's text without the problem that it begins with under a label: 问题：3个项目未开工。."""
    found = compiled(_FOUND).match(text)
    return text[found.end() :] if found else text


def is_found_fault(one: Placed) -> bool:
    """部分科室超过35%, 仍有燃煤锅炉112台: how things stand."""
    if _is_only_so_much(one.before[-_NEAR:], one.after) or _is_of_fault(one):
        return True
    if one.before.endswith(_FALLS_SHORT) or (one.before.endswith("未") and one.quantity.verb):
        return True  # 完成率不足60%, 未达到80%
    if one.quantity.direction is None:
        return _is_still_there(one)
    is_exceeded = one.quantity.verb in EXCEEDED
    return is_exceeded and compiled(_OF_SOME).match(one.before) is not None


def _is_still_there(one: Placed) -> bool:
    """仍有燃煤锅炉112台: what is left to do."""
    if not (one.quantity.is_count or one.is_last) or _STILL.isdisjoint(one.before):
        return False
    return compiled(_STILL_THERE).match(one.before) is not None


def _is_only_so_much(before: str, after: str) -> bool:
    """仅为86%, 缺少教师15名, 抽查6个村合规率仅为67%."""
    if _SHORT_SIGNS.isdisjoint(before) and _SHORT_SIGNS.isdisjoint(after):
        return False
    if compiled(_SHORT).search(before) and not any(word in before for word in _MAKES_UP):
        return True
    return compiled(_ONLY_SO_MUCH).match(after) is not None


def _is_named_as_a_problem(one: Placed, before: str) -> bool:
    """路灯不亮12盏问题: what is wrong, and not what is done about it."""
    is_problem = one.after in _PROBLEMS and compiled(_IS_BROKEN).search(before) is not None
    return is_problem and compiled(rf"{_MENDED}|解决").search(before) is None


def _is_of_fault(one: Placed) -> bool:
    """5个支部未按期换届, 对5个支部逐一督导, 对3名责任人批评教育."""
    if not one.quantity.is_count or one.quantity.direction or one.quantity.bound:
        return False
    before = one.before.strip("、 ")
    if _is_named_as_a_problem(one, before):
        return True
    if compiled(_BROKEN).match(one.after) and not compiled(_MENDED).search(one.after):
        return True
    if before in {"", "其中", "有"}:
        return compiled(_AT_FAULT).match(one.after) is not None
    return before.endswith(_WHO_IS_BLAMED) and _are_blamed(one.after, before)


def _are_blamed(after: str, before: str) -> bool:
    """对3名责任人批评教育: who is called to account, behind the number or before it."""
    if compiled(_BLAMED).match(after) is None:
        return False
    return any(word in after or word in before for word in _BLAME)
