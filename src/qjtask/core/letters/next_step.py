"""下一步: what is wanted next of one work, of whom, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qjtask.core.layout.document import date_words
from qjtask.core.log.fold import Status
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import open_owner_words
from qjtask.core.text.width import shorten

_WHAT, _WHO = 60, 80
"""Terminal cells of a milestone's text, and of the names of those who are to do it."""

_ENDED = {
    Status.DONE: "已经办结，没有下一步。",
    Status.DROPPED: "已经取消，没有下一步。",
    Status.REPORTED: "已报完成，等待核实销号。",
}


def next_step(row: Row, today: date) -> str:
    """The nearest thing that is wanted, then what else is to be reported."""
    if row.status in _ENDED:
        return _ENDED[row.status]
    return "；".join(_wanted(row, today)) + "。"


def _wanted(row: Row, today: date) -> Iterator[str]:
    who = shorten(open_owner_words(row), _WHO, 1)[0] or "承办单位（计划里没有写）"
    if row.status is Status.HELD:
        yield "目前暂停"
    if row.is_unread:
        yield "先明确完成时限的具体日期"
    if row.open_dues:
        yield _by_day(row.open_dues[0], who, today)
    elif not row.is_unread:
        yield f"{who}继续推进"
    if row.is_silent:
        yield "报送最近进展"
    missing = sum(target.name not in row.state.values for target in row.item.targets)
    if missing:
        yield f"补报{missing}个指标的实绩"


def _by_day(due: Due, who: str, today: date) -> str:
    """What is to be done by the nearest day, or what is late."""
    what = "完成"
    if due.kind is DueKind.MILESTONE:
        what = f"完成时间节点“{shorten(due.what, _WHAT, 1)[0]}”"
    elif due.kind is DueKind.PERIOD:
        what = "完成这一期"
    days = (due.by - today).days
    if days < 0:
        return f"请{who}尽快{what}（应于{date_words(due.by)}前），并说明原因和预计完成日期"
    return f"请{who}于{date_words(due.by)}前{what}（{f'还有{days}天' if days else '今天到期'}）"
