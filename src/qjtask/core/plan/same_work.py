"""Whether numbers still mean what they meant: a plan may be brought up to date while somebody marks."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.problem import Problem, Refused

Work = tuple[str, str]
"""The words of an item, and of the milestone meant, if one is."""

_SHOWN = 24  # characters of a work that is quoted


def refuse_other_work(marked: Iterable[str], seen: Plan, now: Plan, address: PlanAddress = HERE) -> None:
    """Refused with every number that in `seen` meant a work that it does not mean `now`.

    `address` is that of the plan.
    """
    before, after = _works(seen), _works(now)
    problems = [
        Problem(address.id(one), *_told(before[one], after.get(one), _moved(before[one], after), address))
        for one in marked
        if after.get(one) != before[one]
    ]
    if problems:
        raise Refused(problems)


def _works(plan: Plan) -> dict[str, Work]:
    """The work of each number that can be marked."""
    return {
        **{item.id: (item.work, "") for item in plan.items()},
        **{
            f"{item.id}.{number}": (item.work, milestone.work)
            for item in plan.items()
            for number, milestone in enumerate(item.all_milestones, 1)
        },
    }


def _moved(work: Work, now: dict[str, Work]) -> str | None:
    """The number that the same work has now; None when there is none, or more than one."""
    found = [one for one, other in now.items() if other == work]
    return found[0] if len(found) == 1 else None


def _told(before: Work, after: Work | None, moved: str | None, address: PlanAddress) -> tuple[str, str]:
    words = f"计划刚刚更新过，这个编号原来是“{_short(before)}”，"
    what = f"{words}现在是“{_short(after)}”" if after else f"{words}现在没有了"
    fix = f"请运行 {address.command('list')} 核对编号，再登记一次"
    if moved:
        fix = f"它现在是 {address.id(moved)}，请用新编号再登记一次"
    return f"{what}，什么也没有写入", fix


def _short(work: Work) -> str:
    text = work[1] or work[0]
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
