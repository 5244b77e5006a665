"""Make a plan of N items, the same one every time: python bench/generate.py 10000 PATH.

The texts are built from the shipped notice's own phrases, at its density of lists, dates and
targets, so that a generated plan costs what a real one of that size would.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

YEAR = 2021
SEED = 96
GROUP_SIZE = 30
"""Items of a group; its number stays below 10,000 with 100,000 items."""

LARGE = 1_000
"""Items from which on there are offices that have few of them."""

FEW: dict[str, Callable[[int], int]] = {"档案馆": lambda count: count // 8, "信访办": lambda _: 111}
"""Offices with 8 items, and with one in 111: one item in how many is theirs."""

UNITS = {
    "审批科": ("行审批科", "行政审批科"),
    "建管科": (),
    "规划科": (),
    "养护科": (),
    "法规科": ("法夫科",),
    "综合运输科": (),
    "办公室": (),
    "道路运输中心": ("道路运输事务中心",),
    "公路事务中心": ("区公路事务中心",),
    "执法支队": ("交通综合执法支队",),
}
_PRINTED = tuple(name for shown, others in UNITS.items() for name in (shown, *others))
_LEADS = (
    "区政府职转办",
    "区司法局",
    "区行政服务中心",
    "区发展改革委",
    "区市场监管局",
    "区政府电子政务中心",
    "区财政局",
)

_VERBS = (
    "健全",
    "逐项梳理",
    "全面承接落实",
    "持续完善",
    "加快推进",
    "严格规范",
    "优化",
    "配合建立",
    "深化",
    "统筹推进",
)
_OBJECTS = (
    "政务服务事项清单管理机制",
    "行政备案事项和行政许可事项",
    "用户材料证照库和电子印章",
    "“渝快办”平台标准化规范化管理",
    "“跨省通办”“全渝通办”事项",
    "道路运输从业资格办理流程",
    "公路工程建设项目审批",
    "政务服务“好差评”制度",
    "涉企经营许可事项告知承诺制",
    "老年人等特殊群体的线下服务渠道",
)
_MEASURES = (
    "动态调整行政权力事项清单和公共服务事项清单",
    "确保线上线下数据同源",
    "进一步减环节、减材料、减时限、减跑动次数",
    "推动电子证照在政务服务中的应用",
    "明确受理条件、办理程序和办结时限",
    "做到差评件件有回应、整改率百分之百",
    "加强事中事后监管和信用监管",
    "完成窗口人员业务培训和考核",
    "将办件数据按时归集到市级平台",
)
_GOALS = (
    "让群众少跑腿",
    "提升网上办事深度",
    "实现就近能办、少跑快办",
    "持续优化营商环境",
    "形成长效工作机制",
)
_HEADINGS = (
    "深化行政审批制度改革",
    "着力提升网上办事深度",
    "推进政务服务标准化",
    "协同推进营商环境持续优化",
    "加强组织保障",
)
_STEPS = ("完成清单梳理", "印发实施方案", "完成系统对接和试运行", "完成阶段总结")
_TARGETS = (
    '{name: 行政许可事项全程网办占比, at_least: 80, unit: "%"}',
    "{name: 平均跑动次数, at_most: 0.3, unit: 次}",
    "{name: 办理件数, at_least: 300, unit: 宗}",
)
_PHRASES = {
    "date": 56,  # the shares are the shipped table's, with a few of the kinds that it lacks
    "持续推进": 22,
    "长期坚持": 3,
    "按时序推进": 8,
    "每月25日前": 2,
    "每季度末": 2,
    "立行立改": 2,
    "年底前并长期坚持": 2,
    "另行通知": 2,
    "/": 1,
}
_MILESTONE_SHARE = 0.06
_TARGET_SHARE = 0.08


class Item(NamedTuple):
    """One generated item; `day` is its date where the deadline says one."""

    id: str
    work: str
    lead: tuple[str, ...]
    units: tuple[str, ...]
    deadline: str
    day: date | None
    milestone: tuple[date, str] | None
    target: str | None


def items(count: int, seed: int = SEED) -> Iterator[Item]:
    """`count` items in the order of their ids; of a large plan, some of offices that have few."""
    random = Random(seed)
    for index in range(count):
        item = _item(f"{index // GROUP_SIZE + 1}.{index % GROUP_SIZE + 1}", random)
        few = next(
            (name for name, share in FEW.items() if count >= LARGE and not (index + 1) % share(count)), ""
        )
        yield item._replace(units=(few,)) if few else item


def write_plan(count: int, out: TextIO, seed: int = SEED) -> None:
    """Write a plan of `count` items as YAML."""
    out.write(f"title: {YEAR}年政务服务工作任务分解（{count}项）\ndocument: 交通发〔{YEAR}〕96号\n")
    out.write(f"issuer: 交通局\nissued: {YEAR}-03-26\nyear: {YEAR}\nunits:\n")
    out.writelines(f"  {name}: {_listed(others)}\n" for name, others in UNITS.items())
    out.write("groups:\n")
    for index, item in enumerate(items(count, seed)):
        if index % GROUP_SIZE == 0:
            group = index // GROUP_SIZE
            heading = _HEADINGS[group % len(_HEADINGS)]
            out.write(f'- id: "{group + 1}"\n  heading: {heading}\n  items:\n')
        out.writelines(f"{line}\n" for line in _lines(item))


def _item(item_id: str, random: Random) -> Item:
    deadline, day = _deadline(random)
    has_milestone = random.random() < _MILESTONE_SHARE
    return Item(
        id=item_id,
        work=_work(random),
        lead=_some(random, _LEADS, (4, 3, 1)),
        units=_some(random, _PRINTED, (5, 4, 2)),
        deadline=deadline,
        day=day,
        milestone=(_day(random), random.choice(_STEPS)) if has_milestone else None,
        target=random.choice(_TARGETS) if random.random() < _TARGET_SHARE else None,
    )


def _work(random: Random) -> str:
    first, second = random.sample(_MEASURES, 2)
    number = random.randint(2, 60)
    return (
        f"{random.choice(_VERBS)}{random.choice(_OBJECTS)}，{first}，{second}，"
        f"年内新增办理事项{number}项，{random.choice(_GOALS)}。"
    )


def _deadline(random: Random) -> tuple[str, date | None]:
    """A phrase, and the day it says; a date is printed in one of the ways that tables print it."""
    phrase = random.choices(list(_PHRASES), list(_PHRASES.values()))[0]
    if phrase != "date":
        return phrase, None
    day = _day(random)
    last = _month_end(day)
    return random.choice(
        (
            (f"{day.year}年{day.month}月{day.day}日", day),
            (f"{YEAR}年12月31日", date(YEAR, 12, 31)),
            (day.isoformat(), day),
            (f"{day.month}月底前", last),
            (f"{day.year}年{day.month}月", last),
        )
    )


def _day(random: Random) -> date:
    return date(YEAR, 4, 1) + timedelta(days=random.randrange(275))


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _some(random: Random, names: Sequence[str], weights: Sequence[int]) -> tuple[str, ...]:
    """One to three of the names; `weights` says how often one, two, three."""
    how_many = random.choices(range(1, len(weights) + 1), weights)[0]
    return tuple(random.sample(names, how_many))


def _lines(item: Item) -> Iterator[str]:
    yield f'  - id: "{item.id}"'
    yield f"    work: {item.work}"
    yield f"    lead: {_listed(item.lead)}"
    yield f"    units: {_listed(item.units)}"
    yield f"    deadline: {item.deadline}"
    if item.milestone:
        day, work = item.milestone
        yield f"    milestones:\n    - {{by: {day}, work: {work}}}"
    if item.target:
        yield f"    targets:\n    - {item.target}"


def _listed(names: Sequence[str]) -> str:
    return f"[{', '.join(names)}]"


def main() -> None:
    """Write a plan of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many items")
    parser.add_argument("path", type=Path, help="the plan to write")
    parser.add_argument("--seed", type=int, default=SEED, help="another number makes another plan")
    wanted = parser.parse_args()
    with wanted.path.open("w", encoding="utf-8", newline="\n") as out:
        write_plan(wanted.count, out, wanted.seed)


if __name__ == "__main__":
    main()
