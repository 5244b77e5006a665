"""What a mark did, in the words in which it is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.targets import target_words
from qjtask.core.sheets.history_sheet import entry_words
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import STATUS_WORDS
from qjtask.core.text.width import shorten

_SHOWN = 48  # terminal cells of a title, and of a work


def told(entry: Entry, before: Row, after: Row) -> Iterator[str]:
    """The lines to print once the entry is on disk: what was recorded of which work, and what it leads to."""
    yield f"已登记：{entry.item} {_what(entry, before, after)}{_of_work(entry.item, before)}"
    if entry.do is Do.DONE and milestone_number(entry.item) is None:
        yield from _missing_values(after)


def taken_back(entry: Entry, after: Row | None) -> str:
    """What an undo took back, and how the item stands without it."""
    words = entry_words(entry)
    stands = f"；现在是{_status(after)}{_of_work(entry.item, after)}" if after else ""
    return f"已撤销：{entry.item} {DO_WORDS[entry.do]}（{entry.on}{f'，{words}' if words else ''}）{stands}"


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
            return f"{word}至 {entry.to}{f'（原 {old}）' if old else ''}"
        case _:
            words = entry_words(entry)
            return (
                f"{DO_WORDS[entry.do]}（{entry.on}{f'，{words}' if words else ''}），现在是{_status(after)}"
            )


def _done(entry: Entry, before: Row, after: Row) -> str:
    due = _date_of(entry.item, before)
    late = f"，逾期{(entry.on - due).days}天" if due and entry.on > due else ""
    whole = f"完成（{entry.on}{late}）"
    if before.item.deadline.recurrence and after.state.closed > before.state.closed:
        following = "，今年各期都已完成" if after.status is Status.DONE else f"，下一期 {after.deadline}"
        return f"{due} 一期{whole}{following}"
    if entry.unit is None:
        return whole
    if after.status is Status.DONE:
        return f"{entry.unit} 的部分{whole}，各单位都已完成，整项完成"
    return f"{entry.unit} 的部分{whole}，还差{'、'.join(after.open_units)}"


def _date_of(marked: str, row: Row) -> date | None:
    number = milestone_number(marked)
    return row.deadline if number is None else row.milestones[number - 1].by


def _missing_values(row: Row) -> Iterator[str]:
    missing = [target for target in row.item.targets if target.name not in row.state.values]
    if missing:
        names = "；".join(target_words(target) for target in missing)
        first = missing[0].name
        yield (
            f"提醒：{row.item.id} 有{len(missing)}个指标还没有实绩（{names}），"
            f"可补记：qjtask note {row.item.id} 实绩 --value {first}=数值"
        )


def _status(row: Row) -> str:
    return STATUS_WORDS[row.status]
