"""What is doubtful in a plan that reads without fault. Small checks of one shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Place, Problem
from qjtask.core.time.deadline import DeadlineClass

PlanCheck = Callable[[Plan, str], Iterator[Problem]]
"""Takes the plan and the name its file goes by in messages."""


def plan_doubts(plan: Plan, shown: str) -> list[Problem]:
    """Every doubt about the plan, in the order of the checks."""
    return [problem for check in _PLAN_CHECKS for problem in check(plan, shown)]


def _of_item(item: Item, key: str, shown: str, what: str, fix: str) -> Iterator[Problem]:
    """A doubt about what stands under a key of an item, unless a person has settled it."""
    if key not in item.settled:
        fix = f"{fix}；核对无误请在这一项写 settled: {_list([*item.settled, key])}"
        yield Problem(Place(shown, item.line, item.column), what, fix, is_warning=True)


def _list(keys: Sequence[str]) -> str:
    return f"[{', '.join(keys)}]"


def _deadlines(plan: Plan, shown: str) -> Iterator[Problem]:
    for item in plan.items():
        deadline = item.deadline
        if deadline.doubt or deadline.kind is DeadlineClass.UNKNOWN:
            told = f"{item.id} 的完成时限“{deadline.text}”：{deadline.doubt or '读不懂'}"
            yield from _of_item(
                item, "deadline", shown, told, "知道确切日期可写在 due 里，如 due: 2021-06-30"
            )


def _dates(plan: Plan, shown: str) -> Iterator[Problem]:
    """Dates before the notice itself, milestones' too, and milestones after the deadline they lead to."""
    begun = plan.in_force_since
    for item in plan.items():
        end = None if item.deadline.milestone else item.deadline.date
        if end and begun and end < begun:
            told = f"{item.id} 的完成时限 {end} 早于发文日期 {begun}"
            yield from _of_item(item, "deadline", shown, told, "请核对年份")
        for milestone in item.milestones:
            if begun and milestone.by < begun:
                told = f"{item.id} 的时间节点 {milestone.by} 早于发文日期 {begun}"
                yield from _of_item(item, "milestones", shown, told, "请核对年份")
            if end and milestone.by > end:
                told = f"{item.id} 的时间节点 {milestone.by} 晚于完成时限 {end}"
                yield from _of_item(item, "milestones", shown, told, "请核对日期")


def _unnamed_units(plan: Plan, shown: str) -> Iterator[Problem]:
    """Owners that `units` does not know: a slip, or a name to add."""
    if not plan.units:
        return
    known = {name for shown_name, others in plan.units.items() for name in (shown_name, *others)}
    known.update(office for name, offices in plan.members.items() for office in (name, *offices))
    told: set[str] = set()
    for item in plan.items():
        for name in owned(item, plan.rules).names:
            if name not in known and name not in told and not _COLLECTIVE.search(name):
                told.add(name)
                yield from _of_item(item, "units", shown, f"units 里没有“{name}”", _nearest(name, known))


_COLLECTIVE = re.compile(
    r"各|^(?:有关|相关|其[他它余]|所有|全体|全部)|(?:有关|相关)(?:单位|部门|科室|处室|股室)"
)
"""What only a name has that means several offices: 各镇（街道）, 机关各科室, 市直有关部门."""


def _collectives(plan: Plan, shown: str) -> Iterator[Problem]:
    """Owners that are several offices under one name, of which the plan does not say who they are."""
    names = unit_names(plan)
    told: set[str] = set()
    for item in plan.items():
        for name in names.canonical(owned(item, plan.rules).names):
            if name not in names.members and name not in told and _COLLECTIVE.search(name):
                told.add(name)
                what = f"“{name}”是几个单位的合称，没有写明是哪些，只当作一个单位"
                fix = f"请在文件开头的 units 里写一行“{name}: {{members: [甲镇, 乙镇]}}”，换成实际的单位"
                printed = names.canonical(item.units)
                yield from _of_item(item, "units" if name in printed else "lead", shown, what, fix)


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # needed only to suggest

    near = get_close_matches(name, known, n=1)
    return f"若是“{near[0]}”的另一种写法，请加到它的别名里" if near else f"请在 units 里加一行“{name}: []”"


def _nobody(plan: Plan, shown: str) -> Iterator[Problem]:
    for item in plan.items():
        if not owned(item, plan.rules).names:
            told = f"{item.id} 没有责任单位，提醒函里没有人会看到它"
            yield from _of_item(item, "units", shown, told, "请补上 units")


def _no_issue_date(plan: Plan, shown: str) -> Iterator[Problem]:
    if plan.issued is None:
        told = f"没有写发文日期，没有期限的工作从 {plan.year}-01-01 算起"
        yield Problem(Place(shown, 1), told, f"请补上 issued: {plan.year}-MM-DD", is_warning=True)


def _issued_before_the_first(plan: Plan, shown: str) -> Iterator[Problem]:
    if plan.issued and plan.first_issued and plan.issued < plan.first_issued:
        told = f"首次发文日期 {plan.first_issued} 晚于发文日期 {plan.issued}"
        yield Problem(Place(shown, 1), told, "请核对 issued 和 first_issued", is_warning=True)


_PLAN_CHECKS: Sequence[PlanCheck] = (
    _deadlines,
    _dates,
    _unnamed_units,
    _collectives,
    _nobody,
    _no_issue_date,
    _issued_before_the_first,
)
