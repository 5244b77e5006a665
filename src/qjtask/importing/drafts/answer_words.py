"""What a person types in answer to a doubt, read: names, a target, a milestone."""

from __future__ import annotations

import re
from datetime import date

from qjtask.core.plan.plan import Milestone, Target
from qjtask.core.problem import refuse
from qjtask.core.time.dates import read_date
from qjtask.core.time.running_text import half_width

_BOUND = re.compile(
    r"(?P<name>[^≥≤<>;；]*?[^\s≥≤<>;；])\s*(?:(?P<least>≥|>=|不低于|不少于|至少)|≤|<=|不超过|不高于)\s*"
    r"(?P<value>\d{1,15}(?:[.．]\d{1,15})?)\s*(?P<unit>(?:[^\s\d≥≤<>=,;，；、。][^\s≥≤<>=,;，；、。]{0,19})?)"
)
_DAY_FIRST = re.compile(r"(?P<day>\S+?(?:前|底|日|[0-9]))(?:[\s，,：:]+(?P<work>.*))?")
_DAY_WITHOUT_A_PAUSE = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|底)前?)(?P<work>[^\s\d，,：:前].*)"
)
_EARLIER, _LATER = 1, 30  # years from the plan's that a day may lie in


def listed(text: str) -> tuple[str, ...]:
    """Names with 、 between them. Refused when there is none."""
    names = tuple(dict.fromkeys(filter(None, (one.strip() for one in re.split("[、，,；;\\s]+", text)))))
    if not names:
        raise refuse("", "没有写单位", "请写单位的名称，几个之间用顿号隔开")
    return names


def day_of(text: str, year: int) -> date:
    """A day: 2021-06-30, 6月30日, 6月底前. Refused when it is none, or years before or after the plan's."""
    day = read_date(text.strip().removesuffix("前"), year=year)
    if day is None:
        raise refuse("", f"日期“{text}”读不懂", "请写成 2021-06-30 的形式")
    if not year - _EARLIER <= day.year <= year + _LATER:
        raise refuse("", f"日期“{text}”离计划的{year}年太远", "请核对年份")
    return day


def target_of_words(text: str) -> Target:
    """A target: 新建公路≥300公里, 占比不低于80%. Refused when it is none."""
    found = _BOUND.fullmatch(text.strip())
    if found is None:
        raise refuse("", f"指标“{text}”读不懂", "请写成 名称≥80% 或 名称≤0.3次 的形式")
    value, unit = half_width(found["value"]), half_width(found["unit"])
    least, most = (value, None) if found["least"] else (None, value)
    return Target(found["name"], least, most, unit)


def milestone_of_words(text: str, work: str, year: int) -> Milestone:
    """A milestone: 2021-06-30 完成设计; of a day alone, `work` is what is wanted. Refused when it is none."""
    words = text.strip()
    found = _DAY_FIRST.fullmatch(words) or _DAY_WITHOUT_A_PAUSE.fullmatch(words)
    said = (found["work"] or "").strip() if found else ""
    if found is None or not (said or work):
        raise refuse("", f"时间节点“{text}”读不懂", "请写成 2021-06-30 完成设计 的形式")
    return Milestone(day_of(found["day"], year), said or work)
