"""Cells of columns of goals: which are this year's, and which hold a number and nothing that it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import FIGURES
from qjtask.importing.numbers.promise_words import TELLS_TO_DO
from qjtask.importing.numbers.promises import read_targets
from qjtask.importing.numbers.target_names import begins_with_a_verb
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_LABEL = r"年[^：；]{0,8}："
_YEAR = rf"((?:19|20)\d{{2}}){_LABEL}"
_NEXT = rf"；(?=(?:19|20)\d{{2}}{_LABEL})"
_BOUND = r"(?:[及或]?以[上下内]|左右)?"
_SIGN = r"[≥≤>＞<＜]?"
_NUMBER = rf"(?P<value>{_SIGN}\d[\d.,，]{{0,12}})(?P<unit>[%％]?)(?P<bound>{_BOUND})"
_UNIT = r"[%％\u4e00-\u9fff/]{1,6}"
_NAME = r"[^，。；：、,;:]{2,30}(?<!\d)"  # of an indicator
_UNITS = (
    r"%|％|[百千万亿]{0,2}(?:平方公里|平方米|立方米|千瓦时|吨标准煤|标准煤)(?:/[^\W\d_]{1,4})?"
    r"|[\u4e00-\u9fff]{0,3}(?:工作日)?(?:/[\u4e00-\u9fff]{1,3})?|[A-Za-z]{1,6}"
)
_LEAST = rf"(?:不(?:少于|低于|超过|高于)|达到?|{_SIGN})[约超近]?"
_OF_EACH = r"(?:每(?:学期|学年|年度?|半年|季度?|月|周)|[人户亩生村]均)?"  # 每学期不少于20节, 人均72学时
_BARE = rf"{_OF_EACH}{_LEAST}\d[\d.,，]{{0,12}}\s*(?:{_UNITS}){_BOUND}"
_SHARE = rf"(?:不[低少]于|达到?)?{_SIGN}\d[\d.]{{0,6}}[%％](?:[-—~～至]\d[\d.]{{0,6}}[%％])?{_BOUND}"
_CHANGED = (  # 增长6%, 完成130亿元: what is promised of what the row names
    r"(?:(?:完成|达到?)|(?P<how>(?:同比|[较比](?:上|去)年(?:同期)?)?(?:增长|提高|提升|下降|降低|减少|压减|控制在|保持在|突破)(?:到|至)?))"
    r"(?P<number>[≥≤]?\d[^，。；;、：:]{0,12})"
)
# What a number beside it counts: 新增停车位 | 800个, 办理时限 | 3个工作日; but 推行网上办税 | 3家 counts
# others, and 就业服务 | 3000人 those served, or those who serve.
_MUCH = r"(?:时限|时间|时长|率|量|额|数|收入|面积|规模|能力|产值|里程|长度)$"
_VAGUE = r"(?:发展|服务|管理|保障|工作|行动|工程|提升|治理|改革|体系|机制|整治|防控|环境|任务)$"
_VERB = "(?:同比)?(?:完成|达到?|实现|增长|提高|提升|下降|降低|减少|压减|控制在|保持在|突破)(?:到|至)?"
_A_VERB = 2  # characters
_LESS = "浓度|排放|成本|能耗|失业|事故|死亡|投诉|案件"  # is better: nobody promises so much at least
# What a number begins with, or what may stand before it.
_FIRST = frozenset("每人户亩生村不达≥≤>＞<＜约超近完同较比增提下降减压控保突")
_SHARE_ENDS = tuple("%％上下内右")  # 98%, 98%以上
_RATES = ("率", "占比", "比例", "比重", "满意度")
_IS_REACHED = r"(?:达标|达到(?:要求|标准|目标值?|规定)|(?:(?:稳步|持续|不断|逐步|进一步)?提[高升]))$"


def goals_of_year(text: str, year: int) -> str:
    """Of columns headed by years (2026年目标：…；2027年目标：…) the goals of one year; others say none."""
    plain = flow(text)
    if "年" not in plain:
        return plain
    parts = compiled(_NEXT).split(plain)
    labels = (compiled(_YEAR).match(part) for part in parts)
    return "；".join(
        part for part, label in zip(parts, labels, strict=True) if label is None or int(label[1]) == year
    )


def named_goal(goal: str, work: str, measure: str) -> str:
    """A goal that is a bare number with the name and the unit that its row gives it: 播种面积, 万亩, 0.07.

    A number with its unit needs the name alone: 实到外资, 1.6亿美元.

    The name of an indicator may bring its unit: 新增就业（人）; that of a rate needs none, nor does a number
    behind a verb: 服务业增加值, 增长6%. A number with its unit is so much of what is named: 农田面积, 5万亩.
    A work of several clauses names nothing but its only rate. A verb that the name holds says no more:
    粪污设施改造, 改造45家. What follows the number stays behind it: 业务收入, 2.1亿元，增长8%.
    """
    number = flow(goal)
    name, unit = _name_and_unit(_clause_counted(flow(work), number), flow(measure))
    verb = number[:_A_VERB]
    number = number.removeprefix(verb) if verb.isalpha() and verb in name else number
    if not any(map(_begins_as_number, number.split("；"))):
        return goal
    if compiled(_NAME).fullmatch(name) is None or _promises_itself(name):
        return goal
    first, stop, rest = number.partition("，")
    named = next((named for rule in _NAMED if (named := rule(first, name, unit))), "")
    return f"{named}{stop}{rest}" if named and any(read_targets(named)) else goal


def _clause_counted(work: str, number: str) -> str:
    """What of a work a number beside it is of: all but its stop, or the rate of 抓好管理，合格率达标。."""
    clauses = compiled("[，；。]").split(work.rstrip("。；"))
    if number.endswith(_SHARE_ENDS):
        named = [compiled(_IS_REACHED).sub("", clause) for clause in clauses]
        rates = [name for name in named if name.endswith(_RATES)]
        return rates[0] if len(rates) == 1 else work
    return clauses[0] if len(clauses) == 1 else work


def _promises_itself(name: str) -> bool:
    """Whether a work is more than a name, since it says how much: 新建30个驿站, but not PM2.5平均浓度."""
    return not FIGURES.isdisjoint(name) and any(read_targets(name))


def named_in_row(goal: str, names: Iterable[str], measure: str) -> str:
    """A goal with the first of its row's names that it is a number of: the work, or the indicator."""
    return next((named for name in names if (named := named_goal(goal, name, measure)) != goal), goal)


def _name_and_unit(work: str, measure: str) -> tuple[str, str]:
    """The name of an indicator and its unit, which may stand in the name alone: 新增就业（人）."""
    may_be = not measure and work.endswith((")", "）"))
    inside = compiled(rf"(.+)[（(]({_UNIT})[)）]").fullmatch(work) if may_be else None
    return (inside[1], inside[2]) if inside else (work, measure)


def _named_share(number: str, name: str, _unit: str) -> str:
    """网上办税率 and 98%以上: so much of a rate; "" for what is none."""
    is_share = number.endswith(_SHARE_ENDS) and name.endswith(_RATES) and compiled(_SHARE).fullmatch(number)
    return f"{name}{number}" if is_share else ""


def _named_change(number: str, name: str, _unit: str) -> str:
    """服务业增加值 and 增长6%: how what is named changes; "" for a goal that says itself what it counts."""
    changed = None if name.startswith(TELLS_TO_DO) else compiled(_CHANGED).fullmatch(number)
    if changed is None or _names_itself(number):
        return ""
    return f"{name}{changed['how'] or ''}{changed['number']}"


def _named_amount(number: str, name: str, unit: str) -> str:
    """农田面积 and 5万亩: a number with its unit; "" where the two together promise nothing."""
    if unit or not _may_be_named(name) or not next(bare_numbers(number), ""):
        return ""
    return f"{name}{number}"


def _with_unit(number: str, name: str, unit: str) -> str:
    """播种面积, 0.07 and 万亩: a number, and the unit that its row gives it; "" without one."""
    found = compiled(_NUMBER).fullmatch(number) if unit else None
    return f"{name}{found['value']}{found['unit'] or unit}{found['bound']}" if found else ""


_NAMED: tuple[Callable[[str, str, str], str], ...] = (_named_share, _named_change, _named_amount, _with_unit)
"""What makes of a goal, the name of an indicator and a unit what is promised, in the order they are tried."""


def _begins_as_number(part: str) -> bool:
    """Whether a part of a goal may be a number and nothing else, or with the verb before it."""
    first = part.lstrip()[:1]
    return first.isdecimal() or first in _FIRST


def _names_itself(goal: str) -> bool:
    """Whether a goal says what it counts: 完成8处水厂改造, but not 完成130亿元."""
    return any(not compiled(_VERB).fullmatch(one.name) for one in read_targets(goal)[0])


def _may_be_named(name: str) -> bool:
    """Whether a work is the name of what a number beside it counts: 实到外资 | 1.6亿美元."""
    tells = name.startswith(TELLS_TO_DO)
    is_deed = tells or (name.startswith(words().works) and not begins_with_a_verb(name))
    is_more = not compiled(_LESS).search(name)
    is_name = compiled(_MUCH).search(name) is not None or not (is_deed or compiled(_VAGUE).search(name))
    return is_more and is_name


def is_bare_goal(text: str) -> bool:
    """Whether a cell of goals is a number, with its unit at most: 5000, 1.6亿美元."""
    return next(bare_numbers(text), "") == text


def bare_numbers(goals: str) -> Iterator[str]:
    """The goals that are bare numbers: 30个, 500."""
    for part in goals.split("；") if goals else ():
        found = compiled(rf"(?:{_YEAR})?({_BARE})").fullmatch(part.strip())
        if found and not compiled(r"[年月]|(?<!工作)日").search(found[2]):
            yield found[2]
