"""What a mark may say: from what is asked and the rows as they stand to new entries, or to why not.

What is asked is a draft: an entry without id and item, the same for every id named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.log.bounds import out_of_bounds
from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.log.likely_days import impossible_days, odd_days
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.targets import measured
from qjtask.core.problem import Objection, Problem, Refused
from qjtask.core.standing.period_marks import Already, period_to_settle
from qjtask.core.standing.roles import role
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import ROLE_WORDS, STATUS_WORDS


class Marks(NamedTuple):
    """The entries to append, what to say of ids that need none, and what is odd about what is asked."""

    entries: tuple[Entry, ...]
    already: tuple[str, ...]
    doubts: tuple[Problem, ...] = ()


def mark(
    draft: Entry,
    named: Mapping[str, Row],
    plan: Plan,
    new_id: Callable[[], str],
    values: Sequence[str] = (),
    period: str | None = None,
) -> Marks:
    """Entries as the `draft` says, for the items and milestones `named`, each with the row of its item.

    The draft's unit is a name to show; a collective one stands for each of its members. `values` are typed
    as `name=number`, or `number` where an item has one target; `period`, of recurring work, as a due date
    or its month. All or nothing: Refused with every reason when one of them cannot be marked. What is
    marked already is told and needs no entry.
    """
    entries: list[Entry] = []
    already: list[str] = []
    problems: list[Problem] = []
    for marked, row in named.items():
        for one in _each(draft, row):
            try:
                _likely(one, plan)
                _RULES[one.do](one, marked, row)
                found = _measured(values, draft, row)
                settled = _period(one, marked, row, period)
            except Already as told:
                already.append(f"{marked} {told}")
            except Objection as objection:
                problems.append(objection.at(marked))
            else:
                entries.append(one._replace(id=new_id(), item=marked, values=found, period=settled))
    problems += [Problem(entry.item, *told) for entry in entries for told in out_of_bounds(entry)]
    if problems:
        raise Refused(problems)
    odd = odd_days(plan, draft.do, draft.on, draft.to) if entries else None
    doubts = (Problem(entries[0].item, odd, "已照登，请核对年份", is_warning=True),) if odd else ()
    return Marks(tuple(entries), tuple(already), doubts)


def _each(draft: Entry, row: Row) -> list[Entry]:
    """The draft for each office that its unit stands for: of a collective name's members those that owe."""
    if draft.unit is None or draft.unit not in row.members:
        return [draft]
    mine = [office for office in row.members[draft.unit] if office in row.owners]
    return [draft._replace(unit=office) for office in mine] or [draft]


def _measured(values: Sequence[str], draft: Entry, row: Row) -> Mapping[str, str]:
    """The values, which belong to one office or to the whole."""
    if values and draft.unit in row.members:
        raise Objection(f"“{draft.unit}”是几个单位的合称，不知道实绩是谁的", "请分单位登记，或去掉 --unit")
    return measured(values, row.item.targets)


def _likely(draft: Entry, plan: Plan) -> None:
    told = impossible_days(plan, draft.do, draft.on, draft.to)
    if told:
        raise Objection(told, "请核对年份")


def _period(draft: Entry, marked: str, row: Row, named: str | None) -> date | None:
    """The period that a completion settles; None of what is none, or of work that does not recur."""
    recurs = bool(row.state.periods) and milestone_number(marked) is None
    if draft.do is Do.DONE and recurs:
        return period_to_settle(row.state, draft.on, draft.unit, named, row.at.year)
    if named is not None:
        raise Objection("没有分期", "请去掉 --period")
    return None


# One rule for each kind of mark ------------------------------------------------------------------------

Rule = Callable[[Entry, str, Row], None]


def _done(draft: Entry, marked: str, row: Row) -> None:
    _not_dropped(row)
    state = row.state
    if row.status is Status.DONE:
        raise Already(f"已于 {state.done_on} 完成，没有重复登记")
    number = milestone_number(marked)
    if number is not None:
        _no_unit(draft)
        if number in state.met:
            raise Already(f"已于 {state.met[number]} 完成，没有重复登记")
        return
    _own_unit(draft, row)
    if draft.unit is not None and draft.unit in state.shares and not state.periods:
        raise Already(f"{draft.unit} 的部分已于 {state.shares[draft.unit]} 完成，没有重复登记")


def _start(draft: Entry, marked: str, row: Row) -> None:
    _item_only(draft, marked)
    _not_dropped(row)
    if row.status is Status.DONE:
        raise Objection(f"已于 {row.state.done_on} 完成", f"如要继续，请先 qjtask reopen {marked}")
    if row.status is Status.DOING:
        raise Already(f"从 {row.state.since} 起已在推进，没有重复登记")


def _note(draft: Entry, marked: str, row: Row) -> None:
    if draft.unit is None or draft.percent is not None or role(row, draft.unit) is None:
        _own_unit(draft, row)  # who only leads or supports may tell how it goes, but has no part of its own


def _hold(draft: Entry, marked: str, row: Row) -> None:
    _item_only(draft, marked)
    _still_open(row, marked)
    if row.status is Status.HELD:
        raise Already(f"从 {row.state.since} 起已暂停，没有重复登记")


def _drop(draft: Entry, marked: str, row: Row) -> None:
    _item_only(draft, marked)
    if row.status is Status.DROPPED:
        raise Already(f"已于 {row.state.since} 取消，没有重复登记")
    _still_open(row, marked)


def _reopen(draft: Entry, marked: str, row: Row) -> None:
    number = milestone_number(marked)
    if number is not None:
        _no_unit(draft)
        if number not in row.state.met:
            raise Already("还没有完成，不用重开")
        _still_open(row, marked)
        return
    _own_unit(draft, row)
    if draft.unit is None and row.status in (Status.TODO, Status.DOING):
        raise Already(f"现在是{STATUS_WORDS[row.status]}，不用重开")
    if draft.unit is not None and row.status is not Status.DONE and draft.unit not in row.state.shares:
        raise Already(f"{draft.unit} 的部分还没有完成，不用重开")


def _extend(draft: Entry, marked: str, row: Row) -> None:
    _still_open(row, marked)
    number = milestone_number(marked)
    if number is not None:
        milestone = row.milestones[number - 1]
        if milestone.done_on:
            raise Objection(f"已于 {milestone.done_on} 完成", "不用延期")
        current: date | None = milestone.by
    elif row.item.deadline.recurrence:
        raise Objection(f"是周期性工作（{row.item.deadline.text}），没有单独的期限可延", "可用 note 说明情况")
    else:
        current = row.deadline
    if not draft.text.strip():
        raise Objection("没有写改期的原因", "请加 --reason 原因")
    if current == draft.to:
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
        raise Objection(f"已于 {row.state.since} 取消", f"如要恢复，请先 qjtask reopen {row.item.id}")


def _still_open(row: Row, marked: str) -> None:
    _not_dropped(row)
    if row.status is Status.DONE:
        raise Objection(f"已于 {row.state.done_on} 完成", f"如要更改，请先 qjtask reopen {row.item.id}")


def _item_only(draft: Entry, marked: str) -> None:
    if milestone_number(marked) is not None:
        raise Objection(f"是时间节点，不能{DO_WORDS[draft.do]}", "时间节点只能 done、note、reopen、extend")


def _no_unit(draft: Entry) -> None:
    if draft.unit is not None:
        raise Objection("是时间节点，不分单位", "请去掉 --unit")


def _own_unit(draft: Entry, row: Row) -> None:
    if draft.unit is None or draft.unit in row.owners:
        return
    found, owners = role(row, draft.unit), OWNER_WORDS[row.owner]
    told = f"在这一项里只是{ROLE_WORDS[found]}单位" if found in ROLE_WORDS else f"不是{owners}"
    raise Objection(f"“{draft.unit}”{told}", f"{owners}是{'、'.join(row.owner_names) or '（未写）'}")
