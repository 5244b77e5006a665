"""The sheets of `show`: everything known of an item, then its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.fold import Status
from qjtask.core.log.history import History
from qjtask.core.log.state import Extension
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Owner
from qjtask.core.sheets.history_sheet import history_sheet
from qjtask.core.sheets.tones import LIGHT_TONES
from qjtask.core.standing.dues import Due
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit
from qjtask.core.standing.target_marks import target_marks
from qjtask.core.standing.words import (
    CLASS_WORDS,
    LIGHT_WORDS,
    STATUS_WORDS,
    SUPPORT,
    UNWRITTEN,
    heading,
    joined,
    printed_words,
    progress_part,
)
from qjtask.core.time.deadline import DeadlineClass

_FACTS = (Column("项目"), Column("内容", weight=1))


def show_sheets(row: Row, past: History) -> list[Sheet]:
    """The facts of one item, then its history where there is any."""
    facts = tuple((Cell(name, Tone.STRONG), cell) for name, cell in _facts(row))
    sheets = [Sheet(f"{shown_id(row.item.id, row.item)}  {heading(row.group)}", _FACTS, facts)]
    entries = [entry for entry in past.ordered if item_id_of(entry.item) == row.item.id]
    if entries:
        sheets.append(history_sheet(entries, past, (row.item,))._replace(title="记录"))
    return sheets


def _facts(row: Row) -> Iterable[tuple[str, Cell]]:
    item = row.item
    yield "具体工作", Cell(item.work)
    yield from _units(row)
    yield from _dates(row)
    for mark in target_marks(row):
        yield "指标", Cell(mark.words, _TARGET_TONES[mark.met])
    yield "状态", Cell(_stands(row))
    for entry in row.state.returns:
        yield "退回", Cell(f"{entry.on}{f' {entry.by}' if entry.by else ''}{_because(entry.text)}")
    if row.light:
        yield "灯", Cell(f"{LIGHT_WORDS[row.light]}：{row.why}", LIGHT_TONES[row.light])
    if item.note:
        yield "备注", Cell(item.note)


def _units(row: Row) -> Iterable[tuple[str, Cell]]:
    yield "牵头单位", Cell(_as_printed(row.lead, row.item.lead))
    yield "责任单位", Cell(_as_printed(row.units, row.item.units))
    if row.support:
        yield SUPPORT, Cell(_as_printed(row.support, row.item.support))
    if row.owner is not Owner.UNITS and row.units:
        yield "承办", Cell(OWNER_WORDS[row.owner] if row.owner is Owner.LEAD else "牵头单位和责任单位")
    for name in (*row.lead, *row.units, *row.support):
        if name in row.members:
            yield "合称", Cell(f"{name}：{joined(row.members[name])}")
    if len(row.owners) > 1 and (row.state.shares or row.is_open):
        told = (_share_words(unit, share) for unit, (share,) in by_unit((row,)).items())
        yield "各单位", Cell("；".join(told))


def _dates(row: Row) -> Iterable[tuple[str, Cell]]:
    yield "完成时限", Cell(printed_words(row.item))
    yield "理解为", Cell(_understood(row))
    for one in row.state.extensions:
        yield "延期", Cell(f"{one.on} {one.item} {_moved(one)}")
    for milestone in row.milestones:
        yield "时间节点", _milestone_cell(milestone)


_TARGET_TONES = {True: Tone.GREEN, False: Tone.RED, None: Tone.PLAIN}


def _stands(row: Row) -> str:
    """推进中（2021-05-01起），已完成60%; of what is accepted, by whom and how good."""
    if accepted := row.state.accepted:
        judged = f"{accepted.on}{f'由{accepted.by}' if accepted.by else ''}销号"
        grade = f"，等次{accepted.grade}" if accepted.grade else ""
        return f"{STATUS_WORDS[row.status]}（{row.state.done_on}报完成，{judged}{grade}）{_in_time(row)}"
    if row.is_claimed:
        late = "，逾期报完成" if row.claimed_late else ""
        return f"{STATUS_WORDS[row.status]}（{row.state.claimed_on}报完成）{late}"
    since = f"（{row.state.since}起）" if row.state.since else ""
    part = progress_part(row)
    return f"{STATUS_WORDS[row.status]}{since}{_in_time(row)}{f'，已完成{part}' if part else ''}"


def _in_time(row: Row) -> str:
    """How it was finished, where that is not plainly in time."""
    return "，逾期完成" if row.finished_late else "，延期后按期完成" if row.finished_by_extension else ""


def _as_printed(shown: Sequence[str], printed: Sequence[str]) -> str:
    if tuple(shown) == tuple(printed):
        return joined(shown) or UNWRITTEN
    return f"{joined(shown)}（原文：{joined(printed)}）"


def _share_words(unit: str, share: Share) -> str:
    if share.done_on:
        return f"{unit} {share.done_on}完成"
    return f"{unit} 未完成{'' if share.percent is None else f'（{share.percent}%）'}"


def _understood(row: Row) -> str:
    deadline = row.item.deadline
    words = CLASS_WORDS[deadline.kind]
    if deadline.milestone and deadline.date:
        words = f"时间节点：{deadline.date} {deadline.milestone}"
    elif deadline.kind is DeadlineClass.RECURRING:
        following = f"，下一期 {row.deadline}" if row.deadline else "，今年没有一期到期"
        is_over = row.status is Status.DONE or row.is_claimed
        words += "，今年各期都已完成" if is_over else following
    elif deadline.date:
        words += f"，{deadline.date}"
    return f"{words}（{deadline.doubt}）" if deadline.doubt else words


def _moved(one: Extension) -> str:
    """逾期后延至 2021-08-31，原因：平台延后，李局长同意，会议纪要〔2021〕8号."""
    verb = "提前至" if one.before and one.to < one.before else "逾期后延至" if one.is_late else "延至"
    beside = (one.approved_by and f"{one.approved_by}同意", one.doc)
    return "，".join((f"{verb} {one.to}{_because(one.text)}", *filter(None, beside)))


def _because(text: str) -> str:
    return f"，原因：{text}" if text else ""


def _milestone_cell(milestone: Due) -> Cell:
    told = f"{milestone.id}  {milestone.by}  {milestone.what}"
    if milestone.done_on:
        return Cell(f"{told}（{milestone.done_on}完成）", Tone.DIM)
    return Cell(told)
