"""What a mark may say: from a request and the rows as they stand to new entries, or to why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from qjtask.core.log.bounds import out_of_bounds
from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.log.likely_days import impossible_days, odd_days
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.targets import Unmeasured, measured
from qjtask.core.problem import Problem, Refused
from qjtask.core.standing.mark_answers import Already, Impossible
from qjtask.core.standing.period_marks import period_to_settle
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import STATUS_WORDS


class Request(NamedTuple):
    """What a person asks to have recorded, the same for every id named.

    `unit` is a name to show; `values` are typed as `name=number`, or `number` where an item has one target;
    `period`, of recurring work, as a due date or its month.
    """

    do: Do
    on: date
    at: datetime
    by: str | None = None
    unit: str | None = None
    text: str = ""
    evidence: tuple[str, ...] = ()
    percent: int | None = None
    to: date | None = None
    values: tuple[str, ...] = ()
    period: str | None = None


class Marks(NamedTuple):
    """The entries to append, what to say of ids that need none, and what is odd about what is asked."""

    entries: tuple[Entry, ...]
    already: tuple[str, ...]
    doubts: tuple[Problem, ...] = ()


def mark(request: Request, named: Mapping[str, Row], plan: Plan, new_id: Callable[[], str]) -> Marks:
    """Entries for the items and milestones `named`, each with the row of its item.

    All or nothing: Refused with every reason when one of them cannot be marked. What is marked
    already is told and needs no entry.
    """
    entries: list[Entry] = []
    already: list[str] = []
    problems: list[Problem] = []
    for marked, row in named.items():
        try:
            _likely(request, plan)
            _RULES[request.do](request, marked, row, plan)
            values = measured(request.values, row.item.targets)
            period = _period(request, marked, row, plan)
        except Already as told:
            already.append(f"{marked} {told}")
        except (Impossible, Unmeasured) as told:
            problems.append(Problem(marked, *told.args))
        else:
            entries.append(_entry(request, marked, values, new_id())._replace(period=period))
    problems += [Problem(entry.item, *told) for entry in entries for told in out_of_bounds(entry)]
    if problems:
        raise Refused(problems)
    odd = odd_days(plan, request.do, request.on, request.to) if entries else None
    doubts = (Problem(entries[0].item, odd, "已照登，请核对年份", is_warning=True),) if odd else ()
    return Marks(tuple(entries), tuple(already), doubts)


def _entry(request: Request, marked: str, values: Mapping[str, str], entry_id: str) -> Entry:
    return Entry(
        id=entry_id,
        item=marked,
        do=request.do,
        on=request.on,
        at=request.at,
        by=request.by,
        unit=request.unit,
        text=request.text,
        evidence=request.evidence,
        percent=request.percent,
        to=request.to,
        values=values,
    )


def _likely(request: Request, plan: Plan) -> None:
    told = impossible_days(plan, request.do, request.on, request.to)
    if told:
        raise Impossible(told, "请核对年份")


# One rule a kind of mark ------------------------------------------------------------------------

Rule = Callable[[Request, str, Row, Plan], None]


def _done(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _not_dropped(row)
    state = row.state
    if row.status is Status.DONE:
        raise Already(f"已于 {state.done_on} 完成，没有重复登记")
    number = milestone_number(marked)
    if number is not None:
        _no_unit(request)
        if number in state.met:
            raise Already(f"已于 {state.met[number]} 完成，没有重复登记")
        return
    _own_unit(request, row)
    if request.unit is not None and request.unit in state.shares and not state.periods:
        raise Already(f"{request.unit} 的部分已于 {state.shares[request.unit]} 完成，没有重复登记")


def _period(request: Request, marked: str, row: Row, plan: Plan) -> date | None:
    """The period that a completion settles; None of what is none, or of work that does not recur."""
    recurs = bool(row.state.periods) and milestone_number(marked) is None
    if request.do is Do.DONE and recurs:
        return period_to_settle(row.state, request.on, request.unit, request.period, plan.year)
    if request.period is not None:
        raise Impossible("没有分期", "请去掉 --period")
    return None


def _start(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _item_only(request, marked)
    _not_dropped(row)
    if row.status is Status.DONE:
        raise Impossible(f"已于 {row.state.done_on} 完成", f"如要继续，请先 qjtask reopen {marked}")
    if row.status is Status.DOING:
        raise Already(f"从 {row.state.since} 起已在推进，没有重复登记")


def _note(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _own_unit(request, row)


def _hold(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _item_only(request, marked)
    _still_open(row, marked)
    if row.status is Status.HELD:
        raise Already(f"从 {row.state.since} 起已暂停，没有重复登记")


def _drop(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _item_only(request, marked)
    if row.status is Status.DROPPED:
        raise Already(f"已于 {row.state.since} 取消，没有重复登记")
    _still_open(row, marked)


def _reopen(request: Request, marked: str, row: Row, plan: Plan) -> None:
    number = milestone_number(marked)
    if number is not None:
        _no_unit(request)
        if number not in row.state.met:
            raise Already("还没有完成，不用重开")
        _still_open(row, marked)
        return
    _own_unit(request, row)
    if request.unit is None and row.status in (Status.TODO, Status.DOING):
        raise Already(f"现在是{STATUS_WORDS[row.status]}，不用重开")
    if request.unit is not None and row.status is not Status.DONE and request.unit not in row.state.shares:
        raise Already(f"{request.unit} 的部分还没有完成，不用重开")


def _extend(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _still_open(row, marked)
    number = milestone_number(marked)
    if number is not None:
        milestone = row.milestones[number - 1]
        if milestone.done_on:
            raise Impossible(f"已于 {milestone.done_on} 完成", "不用延期")
        current: date | None = milestone.by
    elif row.item.deadline.recurrence:
        raise Impossible(
            f"是周期性工作（{row.item.deadline.text}），没有单独的期限可延", "可用 note 说明情况"
        )
    else:
        current = row.deadline
    if current == request.to:
        raise Already(f"的期限已经是 {current}，没有重复登记")


_RULES: Mapping[Do, Rule] = {
    Do.DONE: _done,
    Do.START: _start,
    Do.NOTE: _note,
    Do.HOLD: _hold,
    Do.DROP: _drop,
    Do.REOPEN: _reopen,
    Do.EXTEND: _extend,
}


def _not_dropped(row: Row) -> None:
    if row.status is Status.DROPPED:
        raise Impossible(f"已于 {row.state.since} 取消", f"如要恢复，请先 qjtask reopen {row.item.id}")


def _still_open(row: Row, marked: str) -> None:
    _not_dropped(row)
    if row.status is Status.DONE:
        raise Impossible(f"已于 {row.state.done_on} 完成", f"如要更改，请先 qjtask reopen {row.item.id}")


def _item_only(request: Request, marked: str) -> None:
    if milestone_number(marked) is not None:
        raise Impossible(f"是时间节点，不能{DO_WORDS[request.do]}", "时间节点只能 done、note、reopen、extend")


def _no_unit(request: Request) -> None:
    if request.unit is not None:
        raise Impossible("是时间节点，不分单位", "请去掉 --unit")


def _own_unit(request: Request, row: Row) -> None:
    if request.unit is not None and request.unit not in row.units:
        raise Impossible(f"“{request.unit}”不是责任单位", f"责任单位是{'、'.join(row.units) or '（未写）'}")
