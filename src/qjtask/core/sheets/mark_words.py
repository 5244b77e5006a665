"""What a mark did, in the words in which it is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.log.undoing import Undoing
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.plan.targets import target_words
from qjtask.core.problem import Problem
from qjtask.core.sheets.history_sheet import entry_words
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import STATUS_WORDS
from qjtask.core.text.width import shorten

_SHOWN = 48  # terminal cells of a title, and of a work


def told(entry: Entry, before: Row, after: Row) -> Iterator[str]:
    """The lines to print once the entry is on disk: what was recorded of which work, and what it leads to."""
    marked, of_work = shown_id(entry.item, before.item), _of_work(entry.item, before)
    yield f"已登记：{marked} {_what(entry, before, after)}{of_work}"
    if entry.do is Do.DONE and milestone_number(entry.item) is None:
        if after.is_claimed:
            accept, back = before.address.command(f"accept {after.item.id}"), before.address.command("return")
            yield f"等待销号：由另一人核实后 {accept}，不通过用 {back}"
        yield from _missing_values(after)


def taken_back(entry: Entry, after: Row | None) -> str:
    """What an undo took back, whose it was, and how the item stands without it."""
    stands = f"；现在是{_status(after)}{_of_work(entry.item, after)}" if after else ""
    return f"已撤销：{_record(entry)}{stands}"


def _record(entry: Entry, when: str = "") -> str:
    """An entry with its day, what it reports, and who wrote it; and when, if that is told."""
    told = "，".join(part for part in (str(entry.on), entry_words(entry)) if part)
    return f"{entry.item} {DO_WORDS[entry.do]}（{told}；{entry.by or '不知是谁'}{when}登记）"


def not_own(undoing: Undoing, address: PlanAddress = HERE) -> Problem:
    """That an undo would take back what another person wrote, and how to do what was meant.

    `address` is that of the plan; its ids are here as they are typed.
    """
    last = undoing.foreign[-1]
    more = f"等{len(undoing.taken)}条" if len(undoing.taken) > 1 else ""
    fix = f"确要撤销请加 --yes，或写明记录号 {address.command(f'undo {last.id}')}"
    if undoing.own:
        again = address.command(f"undo {undoing.own.id}")
        fix += f"；自己最近登记的是 {undoing.own.item}，撤销它用 {again}"
    told = _record(last, f" {last.at:%Y-%m-%d %H:%M} ")
    return Problem("undo", f"最近登记的不是自己的：{told}{more}", fix)


def ledger_words(plan: Plan, shown: str) -> str:
    """In which ledger something was written; `shown` is how messages name the plan."""
    return f"台账：{shorten(plan.title, _SHOWN, 1)[0]}（{shown}）"


def _of_work(marked: str, row: Row) -> str:
    """The beginning of the work's text, or the milestone's: a number is easily mistyped."""
    number = milestone_number(marked)
    milestones = row.item.all_milestones
    is_milestone = number is not None and 1 <= number <= len(milestones)
    text = milestones[number - 1].work if number is not None and is_milestone else row.item.work
    return f"——{shorten(' '.join(text.split()), _SHOWN, 1)[0]}" if text.strip() else ""


def _what(entry: Entry, before: Row, after: Row) -> str:
    match entry.do:
        case Do.DONE:
            return _done(entry, before, after)
        case Do.EXTEND:
            old = _date_of(entry.item, before)
            word = "提前" if old and entry.to and entry.to < old else "延期"
            word = "逾期后延期" if old and entry.on > old and word == "延期" else word
            return f"{word}至 {entry.to}{f'（原 {old}）' if old else ''}"
        case _:
            words = entry_words(entry)
            return (
                f"{DO_WORDS[entry.do]}（{entry.on}{f'，{words}' if words else ''}），现在是{_status(after)}"
            )


def _done(entry: Entry, before: Row, after: Row) -> str:
    due = entry.period or _date_of(entry.item, before)
    late = f"，逾期{(entry.on - due).days}天" if due and entry.on > due else ""
    whole = f"{'报完成' if after.is_claimed else '完成'}（{entry.on}{late}）"
    if entry.period:
        return _period_done(entry, after, whole)
    if entry.unit is None:
        return whole
    if after.status is Status.DONE or after.is_claimed:
        done = "整项报完成" if after.is_claimed else "整项完成"
        return f"{entry.unit} 的部分完成（{entry.on}{late}），各单位都已完成，{done}"
    return f"{entry.unit} 的部分{whole}，还差{'、'.join(after.open_units)}"


def _period_done(entry: Entry, after: Row, whole: str) -> str:
    """A period settled, or one unit's share of it."""
    period, state = entry.period, after.state
    if period is None or period not in state.closed_on:
        shares = state.period_shares.get(period, {}) if period else {}
        missing = "、".join(unit for unit in after.owners if unit not in shares)
        return f"{period} 一期{entry.unit} 的部分{whole}，还差{missing}"
    following = f"下一期 {state.next_period}"
    if state.next_period is None:
        following = "今年各期都已完成"
    elif state.next_period < period:
        following = f"更早的 {state.next_period} 一期还没有完成"
    return f"{period} 一期{whole}，{following}"


def _date_of(marked: str, row: Row) -> date | None:
    number = milestone_number(marked)
    return row.deadline if number is None else row.milestones[number - 1].by


def _missing_values(row: Row) -> Iterator[str]:
    missing = [target for target in row.item.targets if target.name not in row.state.values]
    if missing:
        names = "；".join(target_words(target) for target in missing)
        again = row.address.command(f"note {row.item.id} 实绩 --value {missing[0].name}=数值")
        yield f"提醒：{row.item.id} 有{len(missing)}个指标还没有实绩（{names}），可补记：{again}"


def _status(row: Row) -> str:
    return STATUS_WORDS[row.status]
