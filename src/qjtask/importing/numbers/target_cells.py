"""Cells of columns of goals: which are this year's, and which hold a number and nothing that it counts."""

from __future__ import annotations

from collections.abc import Iterator

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.promise_words import TELLS_TO_DO
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_LABEL = r"年[^：；]{0,8}："
_YEAR = rf"((?:19|20)\d{{2}}){_LABEL}"
_NEXT = rf"；(?=(?:19|20)\d{{2}}{_LABEL})"
_NUMBER = r"[≥≤>＞]?\d[\d.,，]{0,12}[%％]?"
_UNIT = r"[%％\u4e00-\u9fff/]{1,6}"
_NAME = r"[^，。；：、,;:\d]{2,30}"  # of an indicator
_BOUND = r"(?:[及或]?以[上下内]|左右)?"
_UNITS = r"%|％|[百千万亿]?(?:平方公里|平方米|立方米|千瓦时|标准煤)|[\u4e00-\u9fff]{0,3}(?:工作日)?"
_BARE = rf"[≥≤>＞]?[约超近]?\d[\d.,，]{{0,12}}\s*(?:{_UNITS}){_BOUND}"
_COUNTED = (  # 5万亩, 20亿元以上
    r"(?:不[低少]于|达到?)?[≥>＞]?\d[\d.,，]{0,12}\s?(?![百千万亿]?分$|[年月日天周])"
    r"(?:[百千万亿]?(?:平方公里|平方米|立方米|千瓦时|吨标准煤)|[\u4e00-\u9fff]{1,3}?)"
    r"(?<!小时)(?<!分钟)(?<!工作日)(?:及?以上)?"
)
_COUNTS = (
    "新增",
    "新建",
    "改建",
    "扩建",
    "引进",
    "引育",
    "培育",
    "培养",
    "招引",
    "建成",
    "改造",
    "举办",
    "培训",
)
_COUNTS_NOTHING = (
    "(?:工作|管理|机制|制度|体系|服务|质量|水平|能力)$|时限|时间|浓度|排放|成本|能耗|失业|事故|死亡|投诉|案件"
)
_SHARE = rf"(?:不[低少]于|达到?)?[≥≤>＞]?\d[\d.]{{0,6}}[%％]{_BOUND}"
_CHANGED = (  # 增长6%, 完成130亿元: what is promised of what the row names
    r"(?:(?:完成|达到?)|(?P<how>(?:同比)?(?:增长|提高|提升|下降|降低|减少|压减|控制在|保持在|突破)(?:到|至)?))"
    r"(?P<number>[≥≤]?\d[^，。；;、：:]{0,12})"
)
_RATES = ("率", "占比", "比例", "比重", "满意度")


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

    The name of an indicator may bring its unit: 新增就业（人）; that of a rate needs none, nor does a number
    behind a verb: 服务业增加值, 增长6%. A number with its unit is so much of what is named: 农田面积, 5万亩.
    A work that is a sentence names nothing.
    """
    number = flow(goal)
    name, unit = flow(work), flow(measure)
    inside = compiled(rf"(.+)[（(]({_UNIT})[)）]").fullmatch(name)
    if inside and not unit:
        name, unit = inside[1], inside[2]
    if not number[-1:].strip("%％上下内右") and _is_rate(name) and compiled(_SHARE).fullmatch(number):
        return f"{name}{number}"
    is_name = compiled(_NAME).fullmatch(name) is not None
    changed = compiled(_CHANGED).fullmatch(number) if is_name and not name.startswith(TELLS_TO_DO) else None
    if changed:
        return f"{name}{changed['how'] or ''}{changed['number']}"
    if is_name and not unit and _is_counted(name) and compiled(_COUNTED).fullmatch(number):
        return f"{name}{number}"
    if not (unit and is_name) or not compiled(_NUMBER).fullmatch(number):
        return goal
    return f"{name}{number}{'' if number.endswith(('%', '％')) else unit}"


def _is_counted(name: str) -> bool:
    """Whether so much of what a work names can be promised: 高标准农田建设面积, 新建公园, but not 完善制度.

    Of accidents and hours less is better: their bare number may be meant as the most.
    """
    known = words().works
    is_deed = name.startswith(known) and not name.startswith(_COUNTS)
    return not is_deed and not name.startswith(TELLS_TO_DO) and not compiled(_COUNTS_NOTHING).search(name)


def _is_rate(name: str) -> bool:
    """Whether a work is the name of a rate: 网上办税率 beside 98%以上."""
    return name.endswith(_RATES) and compiled(_NAME).fullmatch(name) is not None


def bare_numbers(goals: str) -> Iterator[str]:
    """The goals that are bare numbers: 30个, 500."""
    for part in goals.split("；") if goals else ():
        found = compiled(rf"(?:{_YEAR})?({_BARE})").fullmatch(part.strip())
        if found and not compiled(r"[年月]|(?<!工作)日").search(found[2]):
            yield found[2]
