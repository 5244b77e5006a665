"""Which marks an item takes as it stands: one rule for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.problem import Objection
from qjtask.core.standing.acceptance import check_claim, check_grade, check_judge
from qjtask.core.standing.period_marks import Already
from qjtask.core.standing.roles import role
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import ROLE_WORDS, STATUS_WORDS
from qjtask.core.text.signs import is_blank

Rule = Callable[[Entry, str, Row], None]
"""Takes the draft, the id that is marked and the row of its item; raises Already or Objection."""


def _done(draft: Entry, marked: str, row: Row) -> None:
    _not_dropped(row)
    state = row.state
    if row.status is Status.DONE:
        raise Already(f"已于 {state.done_on} 完成，没有重复登记")
    if row.is_claimed:
        raise Already(f"已于 {state.claimed_on} 报完成，正在等待销号，没有重复登记")
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
    if row.status is Status.DONE:
        raise Objection(
            f"已于 {row.state.done_on} 完成", f"如要继续，请先 {row.address.command(f'reopen {marked}')}"
        )
    _still_open(row, marked)
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
    if not row.is_claimed:
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
    is_finished = row.status is Status.DONE or row.is_claimed
    if draft.unit is not None and not is_finished and draft.unit not in row.state.shares:
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
    if is_blank(draft.text):
        raise Objection("没有写改期的原因", "请加 --reason 原因")
    if current == draft.to:
        raise Already(f"的期限已经是 {current}，没有重复登记")


def _accept(draft: Entry, marked: str, row: Row) -> None:
    _item_only(draft, marked)
    check_grade(draft.grade)
    check_claim(draft, marked, row)
    check_judge(draft, marked, row)


def _return(draft: Entry, marked: str, row: Row) -> None:
    _item_only(draft, marked)
    check_claim(draft, marked, row)
    _own_unit(draft, row)
    if is_blank(draft.text):
        raise Objection("没有写退回的原因", "请加 --note 原因")


RULES: Mapping[Do, Rule] = {
    Do.DONE: _done,
    Do.START: _start,
    Do.NOTE: _note,
    Do.HOLD: _hold,
    Do.DROP: _drop,
    Do.REOPEN: _reopen,
    Do.EXTEND: _extend,
    Do.ACCEPT: _accept,
    Do.RETURN: _return,
}
"""The rule of each kind of mark that a person makes."""


def _not_dropped(row: Row) -> None:
    if row.status is Status.DROPPED:
        raise Objection(f"已于 {row.state.since} 取消", f"如要恢复，请先 {_reopening(row)}")


def _still_open(row: Row, marked: str) -> None:
    _not_dropped(row)
    if row.status is Status.DONE:
        raise Objection(f"已于 {row.state.done_on} 完成", f"如要更改，请先 {_reopening(row)}")
    if row.is_claimed:
        told = f"已于 {row.state.claimed_on} 报完成，正在等待销号"
        again = row.address.command(f"return {row.item.id} --note 原因")
        raise Objection(told, f"如要更改，请先 {again}")


def _reopening(row: Row) -> str:
    return row.address.command(f"reopen {row.item.id}")


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
