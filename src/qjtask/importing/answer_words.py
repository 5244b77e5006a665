"""What a person types in answer to a doubt, read: names, a target, a milestone."""

from __future__ import annotations

import re
from datetime import date

from qjtask.core.plan.plan import Milestone, Target
from qjtask.core.problem import refuse
from qjtask.core.time.dates import read_date

_BOUND = re.compile(
    r"(?P<name>.*?\S)\s*(?:(?P<least>≥|>=|不低于|不少于|至少)|≤|<=|不超过|不高于)\s*"
    r"(?P<value>[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*(?P<unit>\S*)"
)
_DAY_FIRST = re.compile(r"(?P<day>\S+?(?:前|底|日|[0-9]))(?:[\s，,：:]+(?P<work>.*))?")


def listed(text: str) -> tuple[str, ...]:
    """Names with 、 between them. Refused when there is none."""
    names = tuple(dict.fromkeys(filter(None, (one.strip() for one in re.split("[、，,；;\\s]+", text)))))
    if not names:
        raise refuse("", "没有写单位", "请写单位的名称，几个之间用顿号隔开")
    return names


def day_of(text: str, year: int) -> date:
    """A day: 2021-06-30, 6月30日, 6月底前. Refused when it is none."""
    day = read_date(text.strip().removesuffix("前"), year=year)
    if day is None:
        raise refuse("", f"日期“{text}”读不懂", "请写成 2021-06-30 的形式")
    return day


def target_of_words(text: str) -> Target:
    """A target: 新建公路≥300公里, 占比不低于80%. Refused when it is none."""
    found = _BOUND.fullmatch(text.strip())
    if found is None:
        raise refuse("", f"指标“{text}”读不懂", "请写成 名称≥80% 或 名称≤0.3次 的形式")
    value = found["value"]
    least, most = (value, None) if found["least"] else (None, value)
    return Target(found["name"], least, most, found["unit"])


def milestone_of_words(text: str, work: str, year: int) -> Milestone:
    """A milestone: 2021-06-30 完成设计; of a day alone, `work` is what is wanted. Refused when it is none."""
    found = _DAY_FIRST.fullmatch(text.strip())
    said = (found["work"] or "").strip() if found else ""
    if found is None or not (said or work):
        raise refuse("", f"时间节点“{text}”读不懂", "请写成 2021-06-30 完成设计 的形式")
    return Milestone(day_of(found["day"], year), said or work)
