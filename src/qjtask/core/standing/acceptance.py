"""销号: who may accept what is claimed to be done, and who may send it back."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Rules
from qjtask.core.problem import Objection, Problem, refuse
from qjtask.core.standing.period_marks import Already
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import STATUS_WORDS

GRADES = ("优秀", "良好", "合格")
"""等次: how good the work is that is accepted."""

_JUDGES = (Do.ACCEPT, Do.RETURN)


def check_rule(do: Do, rules: Rules) -> None:
    """Refuse what only a plan with `rules.accept` knows."""
    if do in _JUDGES and not rules.accept:
        fix = "要先报完成、再由另一人销号，请在计划文件开头写 rules: {accept: true}"
        raise refuse("", f"这份计划没有启用销号，不能{DO_WORDS[do]}", fix)


def check_grade(grade: str | None) -> None:
    """Raise Objection for a grade that there is not."""
    if grade is not None and grade not in GRADES:
        raise Objection(f"没有“{grade}”这个等次", f"等次有：{'、'.join(GRADES)}")


def check_claim(draft: Entry, marked: str, row: Row) -> None:
    """Raise Already or Objection where nothing waits for a judgement."""
    accepted, command = row.state.accepted, row.address.command
    if accepted and draft.do is Do.ACCEPT:
        raise Already(f"已于 {accepted.on} 销号，没有重复登记")
    if row.status is Status.DONE:
        raise Objection(f"已于 {row.state.done_on} 完成", f"如要更改，请先 {command(f'reopen {marked}')}")
    if not row.is_claimed:
        told = f"还没有报完成（现在是{STATUS_WORDS[row.status]}），不能{DO_WORDS[draft.do]}"
        again = f"一个单位的部分可用 {command(f'reopen {marked} --unit 单位')} 重开"
        first = f"整项完成后请先 {command(f'done {marked}')}"
        raise Objection(told, again if draft.do is Do.RETURN else first)
    if row.state.claimed_on and draft.on < row.state.claimed_on:
        raise Objection(f"{draft.on} 早于报完成的 {row.state.claimed_on}", "请核对 --on")


def own_acceptances(rows: Iterable[Row], shown: str) -> list[Problem]:
    """An error for each acceptance by who claimed it, as copies of a log may hold; `shown` names the log."""
    return [
        Problem(
            f"{shown}:{entry.line}:1",
            f"{row.item.id} 是{entry.by}自己报的完成，这条销号没有计入",
            "请由另一人销号",
        )
        for row in rows
        for entry in row.state.own_acceptances
    ]


def check_judge(draft: Entry, marked: str, row: Row) -> None:
    """Raise Objection where one accepts what he claimed himself, or where that cannot be known."""
    fix = "请由另一人销号（--by 姓名）"
    if draft.by is None:
        raise Objection("不知道是谁来销号", fix)
    if draft.by in row.state.claimants:
        raise Objection(f"是{draft.by}自己报的完成，不能自己销号", fix)
    if None in row.state.claimants:
        back, again = (
            row.address.command(f"{words} {marked} {more}")
            for words, more in (("return", "--note 原因"), ("done", "--by 姓名"))
        )
        told = "报完成的记录没有写是谁报的，不知道是不是同一个人"
        raise Objection(told, f"请先 {back}，再由报的人 {again}")
