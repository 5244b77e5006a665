"""What a mark may say: from a request and the rows as they stand to new entries, or to why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.log.periods import occurrences, period_has_begun
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.targets import Unmeasured, measured
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import STATUS_WORDS


class Request(NamedTuple):
    """What a person asks to have recorded, the same for every id named.

    `unit` is a name to show; `values` are typed as `name=number`, or `number` where an item has one target.
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


class Marks(NamedTuple):
    """The entries to append, and what to say of ids that need none."""

    entries: tuple[Entry, ...]
    already: tuple[str, ...]


class _Already(Exception):  # noqa: N818 - an answer
    """The mark stands already; the message says since when."""


class _No(Exception):  # noqa: N818 - an answer
    """The mark cannot be made: what is wrong, and what to do."""


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
            _RULES[request.do](request, marked, row, plan)
            values = measured(request.values, row.item.targets)
        except _Already as told:
            already.append(f"{marked} {told}")
        except (_No, Unmeasured) as told:
            problems.append(Problem(marked, *told.args))
        else:
            entries.append(_entry(request, marked, values, new_id()))
    if problems:
        raise Refused(problems)
    return Marks(tuple(entries), tuple(already))


def undo(
    standing: Sequence[Entry], request: Request, where: str, new_id: Callable[[], str]
) -> list[tuple[Entry, Entry]]:
    """The latest of the entries that count, and the entry that takes it back.

    A letter that chases is several entries, and is taken back whole.
    """
    if not standing:
        raise refuse(where, "没有可以撤销的记录", "运行 qjtask log 可看全部记录")
    latest = standing[-1]
    letter = (latest.on, latest.unit, latest.text)
    taken = [
        entry
        for entry in standing
        if entry is latest
        or (entry.do is latest.do is Do.CHASE and (entry.on, entry.unit, entry.text) == letter)
    ]
    return [(one, _entry(request, one.item, {}, new_id())._replace(undoes=one.id)) for one in taken]


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


# One rule a kind of mark ------------------------------------------------------------------------

Rule = Callable[[Request, str, Row, Plan], None]


def _done(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _not_dropped(row)
    state = row.state
    if row.status is Status.DONE:
        raise _Already(f"已于 {state.done_on} 完成，没有重复登记")
    number = milestone_number(marked)
    if number is not None:
        _no_unit(request)
        if number in state.met:
            raise _Already(f"已于 {state.met[number]} 完成，没有重复登记")
        return
    _own_unit(request, row)
    if request.unit is not None and request.unit in state.shares:
        raise _Already(f"{request.unit} 的部分已于 {state.shares[request.unit]} 完成，没有重复登记")
    periods = occurrences(row.item.deadline.recurrence, plan.year, plan.issued)
    if periods and not period_has_begun(periods, state.closed, request.on):
        raise _Already(
            f"到 {periods[state.closed - 1]} 的一期已经完成，下一期 {periods[state.closed]}，没有重复登记"
        )


def _start(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _item_only(request, marked)
    _not_dropped(row)
    if row.status is Status.DONE:
        raise _No(f"已于 {row.state.done_on} 完成", f"如要继续，请先 qjtask reopen {marked}")
    if row.status is Status.DOING:
        raise _Already(f"从 {row.state.since} 起已在推进，没有重复登记")


def _note(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _own_unit(request, row)


def _hold(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _item_only(request, marked)
    _still_open(row, marked)
    if row.status is Status.HELD:
        raise _Already(f"从 {row.state.since} 起已暂停，没有重复登记")


def _drop(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _item_only(request, marked)
    if row.status is Status.DROPPED:
        raise _Already(f"已于 {row.state.since} 取消，没有重复登记")
    _still_open(row, marked)


def _reopen(request: Request, marked: str, row: Row, plan: Plan) -> None:
    number = milestone_number(marked)
    if number is not None:
        _no_unit(request)
        if number not in row.state.met:
            raise _Already("还没有完成，不用重开")
        _still_open(row, marked)
        return
    _own_unit(request, row)
    if request.unit is None and row.status in (Status.TODO, Status.DOING):
        raise _Already(f"现在是{STATUS_WORDS[row.status]}，不用重开")
    if request.unit is not None and row.status is not Status.DONE and request.unit not in row.state.shares:
        raise _Already(f"{request.unit} 的部分还没有完成，不用重开")


def _extend(request: Request, marked: str, row: Row, plan: Plan) -> None:
    _still_open(row, marked)
    number = milestone_number(marked)
    if number is not None:
        milestone = row.milestones[number - 1]
        if milestone.done_on:
            raise _No(f"已于 {milestone.done_on} 完成", "不用延期")
        current: date | None = milestone.by
    elif row.item.deadline.recurrence:
        raise _No(f"是周期性工作（{row.item.deadline.text}），没有单独的期限可延", "可用 note 说明情况")
    else:
        current = row.deadline
    if current == request.to:
        raise _Already(f"的期限已经是 {current}，没有重复登记")


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
        raise _No(f"已于 {row.state.since} 取消", f"如要恢复，请先 qjtask reopen {row.item.id}")


def _still_open(row: Row, marked: str) -> None:
    _not_dropped(row)
    if row.status is Status.DONE:
        raise _No(f"已于 {row.state.done_on} 完成", f"如要更改，请先 qjtask reopen {row.item.id}")


def _item_only(request: Request, marked: str) -> None:
    if milestone_number(marked) is not None:
        raise _No(f"是时间节点，不能{DO_WORDS[request.do]}", "时间节点只能 done、note、reopen、extend")


def _no_unit(request: Request) -> None:
    if request.unit is not None:
        raise _No("是时间节点，不分单位", "请去掉 --unit")


def _own_unit(request: Request, row: Row) -> None:
    if request.unit is not None and request.unit not in row.units:
        raise _No(f"“{request.unit}”不是责任单位", f"责任单位是{'、'.join(row.units) or '（未写）'}")
